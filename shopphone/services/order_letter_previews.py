"""The small letters around an order, made up from a confirmation's content for whoever words them."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from shopphone.domain.letters import Confirmation
from shopphone.domain.money import ZERO
from shopphone.domain.order_letters import (
    AcceptedLetter,
    CancellationLetter,
    DeliveryNote,
    GoodsRow,
    ReceiptLetter,
    Refund,
    RefundLetter,
    Reminder,
)
from shopphone.domain.short_letters import LetterHead

_WEEK = timedelta(days=7)
_Writer = Callable[[LetterHead, Confirmation], bytes]


def _receipt(head: LetterHead, content: Confirmation) -> bytes:
    from shopphone.letters import order_letters

    letter = ReceiptLetter(
        head=head,
        ordered_on=content.ordered_on,
        goods=_goods(content),
        total=content.totals.total,
    )
    return order_letters.receipt(letter)


def _accepted(head: LetterHead, content: Confirmation) -> bytes:
    from shopphone.letters import order_letters

    letter = AcceptedLetter(
        head=head,
        offer_number=content.number,
        received_on=content.written_on,
        channel="letter",
        goods=_goods(content),
    )
    return order_letters.accepted(letter)


def _delivery(head: LetterHead, content: Confirmation) -> bytes:
    from shopphone.letters import order_letters

    goods = _goods(content)
    letter = DeliveryNote(head=head, goods=goods, rest=(), carrier="", tracking="")
    return order_letters.delivery(letter)


def _reminder(head: LetterHead, content: Confirmation) -> bytes:
    from shopphone.letters import order_letters

    letter = Reminder(
        head=head,
        open_amount=content.totals.total,
        paid=ZERO,
        due_on=content.written_on - _WEEK,
        until=content.written_on + _WEEK,
    )
    return order_letters.reminder(letter)


def _cancellation(head: LetterHead, content: Confirmation) -> bytes:
    from shopphone.letters import order_letters

    letter = CancellationLetter(
        head=head,
        ordered_on=content.ordered_on,
        cancelled_on=content.written_on,
        goods=_goods(content),
        paid=content.totals.total,
        payment_code=content.payment_code,
    )
    return order_letters.cancellation(letter)


def _refund(head: LetterHead, content: Confirmation) -> bytes:
    from shopphone.letters import order_letters

    letter = RefundLetter(
        head=head,
        refund=Refund(amount=content.totals.total, on=content.written_on),
        payment_code=content.payment_code,
        after="withdrawal",
    )
    return order_letters.refund(letter)


WRITERS: Mapping[str, _Writer] = {
    "receipt": _receipt,
    "accepted": _accepted,
    "delivery": _delivery,
    "reminder": _reminder,
    "cancellation": _cancellation,
    "refund": _refund,
}


def _goods(content: Confirmation) -> tuple[GoodsRow, ...]:
    return tuple(
        GoodsRow(quantity=line.quantity, name=line.name, sku=line.sku) for line in content.lines
    )
