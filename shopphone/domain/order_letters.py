"""The small letters around an order: what each says, and which of them fits an order now."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from shopphone.domain.order_kinds import Matter
from shopphone.domain.order_states import CONFIRMABLE, PaymentState
from shopphone.domain.orders import OrderDetail
from shopphone.domain.payment import BY_TRANSFER
from shopphone.domain.short_letters import LetterHead


class OrderLetterKind(StrEnum):
    """In the order in which an order meets them."""

    RECEIPT = "receipt"
    ACCEPTED = "accepted"
    DELIVERY = "delivery"
    REMINDER = "reminder"
    CANCELLATION = "cancellation"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsRow:
    """Goods as a letter without prices names them. details: option, characteristics."""

    quantity: Decimal
    name: str
    sku: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLetter:
    """An order has come in; it is not accepted by this (§ 312i (1) Nr. 3 BGB keeps the two apart)."""

    head: LetterHead
    ordered_on: date
    goods: tuple[GoodsRow, ...]
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedLetter:
    """The customer's yes to an offer has come, on this day and this way."""

    head: LetterHead
    offer_number: str
    received_on: date
    channel: str
    goods: tuple[GoodsRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNote:
    """What is in the parcel, without a price. rest: what follows later."""

    head: LetterHead
    goods: tuple[GoodsRow, ...]
    rest: tuple[GoodsRow, ...]
    carrier: str
    tracking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A friendly word about money that is late; it asks for no fee, and only for what is left.

    paid: what has come already. until: a new day to pay by.
    """

    head: LetterHead
    open_amount: Decimal
    paid: Decimal
    due_on: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationLetter:
    """The order is cancelled. paid: what is still to be given back, 0 for nothing."""

    head: LetterHead
    ordered_on: date
    cancelled_on: date
    goods: tuple[GoodsRow, ...]
    paid: Decimal
    payment_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money that went back to the customer, and the day it last did."""

    amount: Decimal
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLetter:
    """The money is on its way back."""

    head: LetterHead
    refund: Refund
    payment_code: str
    after: str


_PARCELLED = frozenset((Matter.GOODS, Matter.REGULAR))


def fitting(order: OrderDetail, refund: Refund | None) -> tuple[OrderLetterKind, ...]:
    """The letters that say something true of this order as it stands."""
    kind = OrderLetterKind
    is_late = order.payment_state == PaymentState.OVERDUE and order.payment_code in BY_TRANSFER
    fits = {
        kind.RECEIPT: order.state == "placed",
        kind.ACCEPTED: order.yes is not None and order.state in ("accepted", "placed"),
        kind.DELIVERY: order.state in ("confirmed", "shipped", "delivered")
        and Matter(order.matter) in _PARCELLED,
        kind.REMINDER: is_late and order.state in CONFIRMABLE,
        kind.CANCELLATION: order.state == "cancelled" and not _was_an_offer(order),
        kind.REFUND: refund is not None and refund.amount > 0,
    }
    return tuple(each for each in kind if fits[each])


def _was_an_offer(order: OrderDetail) -> bool:
    """What nobody had agreed to is withdrawn by a word, not cancelled."""
    return bool(order.moves) and order.moves[-1].source in ("offered", "accepted")
