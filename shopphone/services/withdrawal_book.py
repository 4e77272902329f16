"""Reading withdrawals: what is left of an order's lines, and each withdrawal with its sheet."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, exists, func, not_, or_, select

import shopphone.services.order_money as order_money
import shopphone.services.receipts as receipts
from shopphone.domain import withdrawals
from shopphone.domain.money import ZERO, round2
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.domain.withdrawals import (
    VALID,
    Decision,
    Event,
    Noted,
    OpenLine,
    RefundSheet,
    Withdrawal,
    WithdrawnLine,
)
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Asked
from shopphone.store.types import Quantity, Record

_w, _wl, _e = t.withdrawal.c, t.withdrawal_line.c, t.withdrawal_event.c
_TAKEN = (
    select(_wl.position, func.sum(_wl.quantity, type_=Quantity()).label("taken"))
    .join_from(t.withdrawal_line, t.withdrawal)
    .where(_w.taken_back_at.is_(None))
    .group_by(_wl.position)
)
# what waits for a decision may still turn out to be withdrawn
_TAKES = VALID | {Decision.ASKED}
_staff, _decider, _taker = (t.staff.alias(name) for name in ("noted", "decider", "taker"))
_OF_ORDER = (
    select(
        t.withdrawal,
        _staff.c.name.label("staff"),
        _decider.c.name.label("decider"),
        _taker.c.name.label("taker"),
    )
    .outerjoin(_staff, _staff.c.id == _w.staff_id)
    .outerjoin(_decider, _decider.c.id == _w.decided_by)
    .outerjoin(_taker, _taker.c.id == _w.taken_back_by)
    .order_by(_w.id)
)


def taken(
    asked: Asked, order_id: int, decisions: Collection[Decision] = _TAKES
) -> dict[int, Decimal]:
    """What is withdrawn of each line, by position."""
    query = _TAKEN.where(_w.order_id == order_id).where(_w.decision.in_(decisions))
    return {row.position: row.taken for row in asked.execute(query)}


def taking(asked: Asked, order_id: int) -> Sequence[int]:
    """The withdrawals of an order that take something from it."""
    query = select(_w.id).where(_w.order_id == order_id).where(_w.taken_back_at.is_(None))
    return asked.execute(query.where(_w.decision.in_(_TAKES))).scalars().all()


def open_lines(asked: Asked, order_id: int) -> tuple[OpenLine, ...]:
    """The order's lines with what is not withdrawn yet; what waits for a decision is taken too."""
    gone = taken(asked, order_id)
    return tuple(
        OpenLine(
            position=row.position,
            name=f"{row.name} {row.option}".strip(),
            ordered=row.quantity,
            left=row.quantity - gone.get(row.position, ZERO),
            gross=row.gross,
            rule=WithdrawalRule.of(row.withdrawal_rule),
        )
        for row in _order_lines(asked, order_id)
    )


def unfinished() -> ColumnElement[bool]:
    """Withdrawals, joined with their orders, about which something is left to do."""
    holds = and_(
        _w.decision.in_(VALID),
        or_(
            _w.letter_id.is_(None),
            and_(t.sale_order.c.paid_on.is_not(None), not_(_noted(Event.REFUNDED))),
            and_(_w.goods_out, not_(_noted(Event.GOODS))),
        ),
    )
    return and_(_w.taken_back_at.is_(None), or_(_w.decision == Decision.ASKED, holds))


def _noted(code: Event) -> ColumnElement[bool]:
    return exists().where(
        and_(_e.withdrawal_id == _w.id, _e.code == code, _e.taken_back_at.is_(None))
    )


def is_refunded(asked: Asked, withdrawal_id: int) -> bool:
    query = (
        select(func.count())
        .select_from(t.withdrawal_event)
        .where(_e.withdrawal_id == withdrawal_id)
        .where(_e.code == Event.REFUNDED)
        .where(_e.taken_back_at.is_(None))
    )
    return bool(asked.execute(query).scalar_one())


def of_order(desk: Desk, asked: Asked, order_id: int) -> tuple[Withdrawal, ...]:
    """Each withdrawal of an order; parts are counted one after the other, so they add up."""
    rows = asked.execute(_OF_ORDER.where(_w.order_id == order_id)).all()
    if not rows:
        return ()
    order = asked.execute(select(t.sale_order).where(t.sale_order.c.id == order_id)).one()
    places = receipts.places_of(desk, order.deliver_to or order.billing)
    sheets = _sheets(desk, asked, order, rows)
    events = _events(asked, order_id)
    return tuple(
        Withdrawal(
            withdrawal_id=row.id,
            order_id=order_id,
            number=order.number,
            customer=order.name,
            declared_on=row.declared_on,
            received_at=row.received_at,
            channel=row.channel,
            declared_by=row.declared_by,
            words=row.words,
            decision=Decision(row.decision),
            decision_words=row.decision_words,
            decided_by=row.decider or "",
            staff=row.staff or "",
            goods_out=row.goods_out,
            pickup=row.pickup,
            sheet=sheets[row.id],
            events=tuple(events[row.id]),
            refund_until=withdrawals.refund_until(
                row.received_at.astimezone(SHOP_ZONE).date(), places
            ),
            return_until=withdrawals.return_until(row.declared_on, places),
            taken_back_at=row.taken_back_at,
            taken_back_by=row.taker or "",
            taken_back_words=row.taken_back_words,
            letter_id=row.letter_id,
        )
        for row in rows
    )


def _sheets(
    desk: Desk, asked: Asked, order: Record, rows: Sequence[Record]
) -> dict[int, RefundSheet]:
    lines = _order_lines(asked, order.id)
    paid, sent = withdrawals.paid_amounts(
        [(line.gross, round2(line.deposit * line.quantity), line.vat) for line in lines],
        off=order.discount + order.coupon,
        shipping=order.shipping_gross,
        total=order.total,
    )
    amounts = dict(zip((line.position for line in lines), paid, strict=True))
    chosen: dict[int, list[Record]] = defaultdict(list)
    for each in asked.execute(
        select(t.withdrawal_line)
        .join_from(t.withdrawal_line, t.withdrawal)
        .where(_w.order_id == order.id)
        .order_by(_wl.position)
    ):
        chosen[each.withdrawal_id].append(each)
    by_position = {line.position: line for line in _every_line(asked, order.id)}
    left = {line.position: line.quantity for line in lines}
    standard = _standard_shipping(desk, order, lines)
    found = {}
    for row in rows:
        parts = []
        for each in chosen[row.id]:
            line = by_position[each.position]
            before = line.quantity - left.get(each.position, line.quantity)
            amount = withdrawals.part_amount(
                amounts.get(each.position, line.gross), line.quantity, before, each.quantity
            )
            parts.append(_withdrawn(line, each, amount))
        counts = row.taken_back_at is None and row.decision != Decision.DECLINED
        after = dict(left)
        for each in chosen[row.id]:
            if each.position in after:
                after[each.position] -= each.quantity
        whole = all(quantity <= ZERO for quantity in after.values())
        back, surcharge = withdrawals.shipping_back(sent, standard, whole=whole)
        found[row.id] = withdrawals.refund_sheet(
            parts,
            shipping=back,
            surcharge=surcharge,
            paid=order.paid_on is not None,
            return_cost=order.return_cost,
        )
        if counts:
            left = after
    return found


def _withdrawn(line: Record, each: Record, amount: Decimal) -> WithdrawnLine:
    return WithdrawnLine(
        position=line.position,
        name=f"{line.name} {line.option}".strip(),
        quantity=each.quantity,
        amount=amount,
        rule=WithdrawalRule.of(line.withdrawal_rule),
        unsealed=each.unsealed,
        loss=each.loss,
        loss_reason=each.loss_reason,
    )


def _standard_shipping(desk: Desk, order: Record, lines: Sequence[Record]) -> Decimal:
    """The cheapest delivery the shop offers to this country; what was paid if none is known.

    What costs nothing whatever the goods is a collection, which delivers nothing.
    """
    goods = sum((line.gross for line in lines), ZERO)
    address = order.deliver_to or order.billing
    country = address.get("country") or "DE"
    costs = [
        method.cost(goods)
        for method in order_money.shipping_methods(desk)
        if country in method.countries and method.price and not method.collection
    ]
    return min(costs, default=order.shipping_gross)


def _order_lines(asked: Asked, order_id: int) -> Sequence[Record]:
    return [line for line in _every_line(asked, order_id) if line.cancelled_in is None]


def _every_line(asked: Asked, order_id: int) -> Sequence[Record]:
    """Those a later version cancelled too: a withdrawal taken back may be of such a line."""
    ol = t.order_line.c
    query = select(t.order_line).where(ol.order_id == order_id).order_by(ol.position)
    return asked.execute(query).all()


def _events(asked: Asked, order_id: int) -> dict[int, list[Noted]]:
    found: dict[int, list[Noted]] = defaultdict(list)
    rows = asked.execute(
        select(t.withdrawal_event, t.staff.c.name.label("staff"))
        .join(t.withdrawal, _w.id == _e.withdrawal_id)
        .outerjoin(t.staff, t.staff.c.id == _e.staff_id)
        .where(_w.order_id == order_id)
        .where(_e.taken_back_at.is_(None))
        .order_by(_e.id)
    )
    for row in rows:
        noted = Noted(event_id=row.id, code=Event(row.code), day=row.day, staff=row.staff or "")
        found[row.withdrawal_id].append(noted)
    return found
