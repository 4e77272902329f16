"""What the short letters say: a withdrawal acknowledged, a choice of remedy told."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from shopphone.domain.letters import MandateForm, Seller
from shopphone.domain.order_kinds import Matter
from shopphone.domain.withdrawals import RefundSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """What stands above and below every short letter. customer: the whole name.

    number "" and ordered_on None: it is about no order.
    """

    seller: Seller
    language: str
    number: str
    customer_number: str
    salutation: str
    last_name: str
    recipient: tuple[str, ...]
    written_on: date
    ordered_on: date | None
    clerk: str
    customer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalLetter:
    """The acknowledgement of a withdrawal with its calculation sheet (§§ 355, 357, 357a BGB).

    received_at: when it was noted, in the local time of the shop; received_on: when it came.
    refund_until, return_until: last days of both sides. rest: lines that stay ordered; still_open:
    what is left to pay for them. goodwill: it came late and holds all the same. paid: some money has
    come; returned_on: all that came went back before. begun: a service had begun.
    """

    head: LetterHead
    received_at: datetime
    received_on: date
    declared_on: date
    channel: str
    declared_by: str
    words: str
    goodwill: bool
    sheet: RefundSheet
    rest: tuple[tuple[Decimal, str], ...]
    payment_code: str
    goods_out: bool
    goods_back_on: date | None
    pickup: bool
    refund_until: date
    return_until: date
    matter: str = Matter.GOODS
    begun: bool = False
    paid: bool = False
    returned_on: date | None = None
    still_open: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectLetter:
    """The notice of § 475 (4) BGB: the choice between repair and replacement, and what a repair extends.

    remedy: repair, replacement, or nothing chosen yet. limited_until: without a repair;
    extended_until: after one (§ 475e (5)); None while the delivery is not known.
    """

    head: LetterHead
    goods: str
    words: str
    reported_at: datetime
    remedy: str
    limited_until: date | None
    extended_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateLetter:
    """The request to sign and send back the SEPA mandate of an order."""

    head: LetterHead
    form: MandateForm
    total: Decimal
