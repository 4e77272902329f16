"""Ways to pay a phone order. There is no card number anywhere: cards and PayPal go by link."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_SAFE_INVOICE_DAYS = 14


class Payment(StrEnum):
    """How an order is paid."""

    PREPAY = "prepay"
    INVOICE = "invoice"
    SEPA_DEBIT = "sepa_debit"
    PAYPAL_LINK = "paypal_link"
    CARD_LINK = "card_link"
    CASH_ON_DELIVERY = "cash_on_delivery"
    CASH_ON_COLLECTION = "cash_on_collection"


BY_TRANSFER = frozenset((Payment.PREPAY, Payment.INVOICE))
PAID_AHEAD = frozenset((Payment.PREPAY, Payment.PAYPAL_LINK, Payment.CARD_LINK))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A SEPA mandate of one order. returned_on None: not signed yet, so nothing may be debited."""

    reference: str
    iban: str
    holder: str
    bank: str
    returned_on: date | None = None

    @property
    def masked_iban(self) -> str:
        """As it is shown: whoever reads along learns country and last four."""
        return masked_iban(self.iban)


def masked_iban(iban: str) -> str:
    return f"{iban[:2]}\u2026{iban[-4:]}"


def account_words(iban: str, holder: str) -> str:
    """The account of a mandate as versions of an order keep it: never the whole number."""
    return f"{masked_iban(iban)}, {holder}"


def due_on(
    payment: str, placed_on: date, *, prepay_days: int, invoice_days: int, latest_delivery: date
) -> date | None:
    """When the money is due; None for payment by link, debit, at the door or at collection.

    Prepayment is never due after the day the goods are promised for at the latest.
    """
    if payment == Payment.PREPAY:
        return min(placed_on + timedelta(days=prepay_days), latest_delivery)
    if payment == Payment.INVOICE:
        return placed_on + timedelta(days=invoice_days)
    return None


def is_long_credit(payment: str, invoice_days: int) -> bool:
    """More than 14 days free of charge can be a consumer credit with a form of its own (§ 506 BGB)."""
    return payment == Payment.INVOICE and invoice_days > _SAFE_INVOICE_DAYS


def mandate_reference(order_number: str) -> str:
    """One mandate for one order: its number, in the letters that banks take (at most 35)."""
    kept = "".join(c for c in order_number.upper() if c.isascii() and (c.isalnum() or c in "-/."))
    return f"M-{kept}"[:35]


@dataclass(frozen=True, slots=True, kw_only=True)
class IbanCheck:
    """What is known of a typed IBAN; bank is empty where the registry does not know it."""

    iban: str
    valid: bool
    bank: str
