"""Ways to pay a phone order. There is no card number anywhere: cards and PayPal go by link."""

from datetime import date, timedelta
from enum import StrEnum


class Payment(StrEnum):
    """How an order is paid."""

    PREPAY = "prepay"
    INVOICE = "invoice"
    PAYPAL_LINK = "paypal_link"
    CARD_LINK = "card_link"
    CASH_ON_COLLECTION = "cash_on_collection"


BY_TRANSFER = frozenset((Payment.PREPAY, Payment.INVOICE))


def due_on(payment: str, placed_on: date, *, prepay_days: int, invoice_days: int) -> date | None:
    """When the money is due; None for payment by link or at collection."""
    if payment == Payment.PREPAY:
        return placed_on + timedelta(days=prepay_days)
    if payment == Payment.INVOICE:
        return placed_on + timedelta(days=invoice_days)
    return None
