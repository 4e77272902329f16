"""The small letters around an order: which fit it now, and writing one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import shopphone.services.kept_letters as kept_letters
import shopphone.services.order_book as order_book
import shopphone.services.recipients as recipients
import shopphone.services.short_letters as short_letters
import shopphone.services.withdrawals as withdrawals
from shopphone.domain import order_letters
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import Letter
from shopphone.domain.money import ZERO
from shopphone.domain.order_letters import (
    AcceptedLetter,
    CancellationLetter,
    DeliveryNote,
    GoodsRow,
    OrderLetterKind,
    ReceiptLetter,
    Refund,
    RefundLetter,
    Reminder,
)
from shopphone.domain.order_life import left_to_send
from shopphone.domain.orders import OrderDetail
from shopphone.domain.short_letters import LetterHead
from shopphone.domain.withdrawals import VALID, Event, Withdrawal
from shopphone.services.desk import Desk
from shopphone.services.kept_letters import Paper

_TO_PAY = timedelta(days=7)


def fitting(desk: Desk, order_id: int) -> tuple[OrderLetterKind, ...]:
    """The letters that say something true of this order as it stands."""
    order = order_book.detail(desk, order_id)
    return order_letters.fitting(order, _refund(desk, order))


def write(desk: Desk, kind: str, order_id: int) -> Letter:
    """The letter of this kind, queued; unchanged facts give the kept bytes again.

    A delivery note is of the parcel that was sent last; before the first, of all there is to send.
    Raises Refused: letter_does_not_fit, and duties_missing for a reminder without an account.
    """
    order = order_book.detail(desk, order_id)
    if kind not in order_letters.fitting(order, _refund(desk, order)):
        raise Refused("letter_does_not_fit")
    pdf = _WRITERS[OrderLetterKind(kind)](desk, order)
    paper = Paper(
        kind=kind,
        language=order.language,
        customer_id=order.customer_id,
        pdf=pdf,
        order_id=order.order_id,
        order_version=order.version,
    )
    return kept_letters.keep(desk, paper)


def _receipt(desk: Desk, order: OrderDetail) -> bytes:
    from shopphone.letters import order_letters as layout

    return layout.receipt(
        ReceiptLetter(
            head=_head(desk, order),
            ordered_on=desk.day_of(order.placed_at),
            goods=_all_goods(order),
            total=order.totals.total,
        )
    )


def _accepted(desk: Desk, order: OrderDetail) -> bytes:
    from shopphone.letters import order_letters as layout

    yes = order.yes
    if yes is None:
        raise Refused("letter_does_not_fit")
    return layout.accepted(
        AcceptedLetter(
            head=_head(desk, order),
            offer_number=order.offer_number or order.number,
            received_on=yes.received_on,
            channel=yes.channel,
            goods=_all_goods(order),
        )
    )


def _delivery(desk: Desk, order: OrderDetail) -> bytes:
    from shopphone.letters import order_letters as layout

    ordered = [(line.position, line.quantity) for line in order.lines]
    left = left_to_send(ordered, order.parcels, dict(order.withdrawn))
    parcel = order.parcels[-1] if order.parcels else None
    sent = left if parcel is None else parcel.content
    return layout.delivery(
        DeliveryNote(
            head=_head_for_parcel(desk, order),
            goods=_goods(order, sent) if sent else _all_goods(order),
            rest=_goods(order, left) if parcel is not None and parcel.content else (),
            carrier=order.carrier if parcel is None else parcel.carrier,
            tracking=order.tracking if parcel is None else parcel.tracking,
        )
    )


def _reminder(desk: Desk, order: OrderDetail) -> bytes:
    from shopphone.letters import order_letters as layout

    head = _head(desk, order)
    if not head.seller.iban:
        raise Refused("duties_missing", missing=("shop.iban",))
    return layout.reminder(
        Reminder(
            head=head,
            open_amount=order.to_pay,
            paid=order.paid_amount,
            due_on=order.due_on or desk.day_of(order.placed_at),
            until=desk.today() + _TO_PAY,
        )
    )


def _cancellation(desk: Desk, order: OrderDetail) -> bytes:
    from shopphone.letters import order_letters as layout

    last = order.moves[-1].at if order.moves else order.placed_at
    returned = sum(
        (each.sheet.refund for each in _valid(desk, order) if each.day_of(Event.REFUNDED)), ZERO
    )
    return layout.cancellation(
        CancellationLetter(
            head=_head(desk, order),
            ordered_on=desk.day_of(order.placed_at),
            cancelled_on=desk.day_of(last),
            goods=_all_goods(order),
            paid=order.paid_amount - returned if order.has_paid else ZERO,
            payment_code=order.paid_by or order.payment_code,
        )
    )


def _refund_letter(desk: Desk, order: OrderDetail) -> bytes:
    from shopphone.letters import order_letters as layout

    refund = _refund(desk, order)
    if refund is None:
        raise Refused("letter_does_not_fit")
    after = "withdrawal" if _valid(desk, order) else "other"
    return layout.refund(
        RefundLetter(
            head=_head(desk, order),
            refund=refund,
            payment_code=order.paid_by or order.payment_code,
            after="cancellation" if order.state == "cancelled" else after,
        )
    )


_WRITERS: Mapping[OrderLetterKind, Callable[[Desk, OrderDetail], bytes]] = {
    OrderLetterKind.RECEIPT: _receipt,
    OrderLetterKind.ACCEPTED: _accepted,
    OrderLetterKind.DELIVERY: _delivery,
    OrderLetterKind.REMINDER: _reminder,
    OrderLetterKind.CANCELLATION: _cancellation,
    OrderLetterKind.REFUND: _refund_letter,
}


def _refund(desk: Desk, order: OrderDetail) -> Refund | None:
    """What went back: of the withdrawals that were paid back, or of the whole order."""
    noted = [
        (day, each.sheet.refund)
        for each in _valid(desk, order)
        if (day := each.day_of(Event.REFUNDED)) is not None
    ]
    if order.refunded_on is not None and (order.state == "cancelled" or not noted):
        return Refund(amount=order.paid_amount or order.totals.total, on=order.refunded_on)
    if not noted:
        return None
    return Refund(amount=sum((each for _, each in noted), ZERO), on=max(day for day, _ in noted))


def _valid(desk: Desk, order: OrderDetail) -> list[Withdrawal]:
    found = withdrawals.of_order(desk, order.order_id)
    return [each for each in found if each.decision in VALID and each.taken_back_at is None]


def _head(desk: Desk, order: OrderDetail) -> LetterHead:
    """Whoever writes it signs it, not whoever once took the order."""
    return short_letters.head_of(desk, order, desk.staff_name or desk.setting("desk.staff"))


def _head_for_parcel(desk: Desk, order: OrderDetail) -> LetterHead:
    """To where the goods go; somebody else there is greeted by the name on the parcel."""
    head, to = _head(desk, order), order.deliver_to
    if to is None:
        return head
    person = recipients.person(desk, order.customer_id)
    home = desk.setting("shop.country")
    head = replace(head, recipient=recipients.lines(to, order.customer, person, home))
    if not to.name or to.name == order.customer:
        return head
    return replace(head, salutation="", last_name="", customer=to.name)


def _all_goods(order: OrderDetail) -> tuple[GoodsRow, ...]:
    lines = order.lines or order.cancelled
    return _goods(order, [(line.position, line.quantity) for line in lines])


def _goods(order: OrderDetail, sent: Iterable[tuple[int, Decimal]]) -> tuple[GoodsRow, ...]:
    lines = {line.position: line for line in (*order.lines, *order.cancelled)}
    return tuple(
        GoodsRow(
            quantity=quantity,
            name=lines[position].full_name,
            sku=lines[position].sku,
            details=lines[position].description,
        )
        for position, quantity in sent
        if position in lines
    )
