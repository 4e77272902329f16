"""Reading withdrawals: what is left of an order's lines, and each withdrawal with its sheet."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select

import shopphone.services.receipts as receipts
import shopphone.services.withdrawal_money as withdrawal_money
from shopphone.domain import withdrawals
from shopphone.domain.money import ZERO
from shopphone.domain.order_kinds import Matter
from shopphone.domain.readback import DIGITAL, START
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.domain.withdrawals import (
    BEGUN,
    VALID,
    Decision,
    Ended,
    Event,
    Noted,
    OpenLine,
    RefundSheet,
    Withdrawal,
    WithdrawnLine,
)
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.services.withdrawal_money import Reckoned
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


def holding(asked: Asked, order_id: int) -> Sequence[int]:
    """The withdrawals of an order that are valid."""
    return asked.execute(_standing(order_id).where(_w.decision.in_(VALID))).scalars().all()


def asking(asked: Asked, order_id: int) -> Sequence[int]:
    """Those that wait for a decision."""
    return asked.execute(_standing(order_id).where(_w.decision == Decision.ASKED)).scalars().all()


def paid_back(asked: Asked, order_id: int) -> Sequence[int]:
    """Those whose money went back."""
    query = _standing(order_id).where(_noted(Event.REFUNDED))
    return asked.execute(query).scalars().all()


def to_pay_back(asked: Asked, order_id: int) -> Sequence[int]:
    """Those whose money is still to go back."""
    waits = _standing(order_id).where(_w.decision.in_(VALID)).where(not_(_noted(Event.REFUNDED)))
    return asked.execute(waits.where(_w.refund > ZERO)).scalars().all()


def _standing(order_id: int) -> Select[int]:
    query = select(_w.id).where(_w.order_id == order_id).where(_w.taken_back_at.is_(None))
    return query.order_by(_w.id)


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


def ended(asked: Asked, order: Record) -> Ended:
    """Whether the right of this order's row ended before its period did."""
    if order.matter == Matter.DIGITAL:
        agreed = _was_told(asked, order.id, DIGITAL)
    else:
        agreed = order.early_start and _was_told(asked, order.id, START)
    return withdrawals.ended(order.matter, order.state, agreed=agreed)


def _was_told(asked: Asked, order_id: int, point: str) -> bool:
    told = t.order_told.c
    query = select(told.point).where(told.order_id == order_id).where(told.point == point)
    return asked.execute(query).first() is not None


def unfinished() -> ColumnElement[bool]:
    """Withdrawals, joined with their orders, about which something is left to do."""
    holds = and_(
        _w.decision.in_(VALID),
        or_(
            _w.letter_id.is_(None),
            and_(_to_pay_back(), not_(_noted(Event.REFUNDED))),
            and_(_w.goods_out, not_(_noted(Event.GOODS))),
        ),
    )
    return and_(_w.taken_back_at.is_(None), or_(_w.decision == Decision.ASKED, holds))


def _to_pay_back() -> ColumnElement[bool]:
    """Something of it is to be paid back; refund is null until it is reckoned for the first time."""
    unknown = and_(_w.refund.is_(None), t.sale_order.c.paid_on.is_not(None))
    return or_(_w.refund > ZERO, unknown)


def _noted(code: Event) -> ColumnElement[bool]:
    return exists().where(
        and_(_e.withdrawal_id == _w.id, _e.code == code, _e.taken_back_at.is_(None))
    )


def of_order(desk: Desk, asked: Asked, order_id: int) -> tuple[Withdrawal, ...]:
    """Each withdrawal of an order; parts are counted one after the other, so they add up."""
    rows = asked.execute(_OF_ORDER.where(_w.order_id == order_id)).all()
    if not rows:
        return ()
    order = asked.execute(select(t.sale_order).where(t.sale_order.c.id == order_id)).one()
    places = receipts.places_of(desk, order.deliver_to or order.billing)
    found = withdrawal_money.reckon(asked, order, rows)
    events = _events(asked, order_id)
    wished = order.early_start and _was_told(asked, order_id, START)
    return tuple(
        Withdrawal(
            withdrawal_id=row.id,
            order_id=order_id,
            number=order.number,
            customer=order.name,
            matter=order.matter,
            wished_start=wished,
            begun=row.order_state in BEGUN,
            declared_on=row.declared_on,
            received_on=_received(row),
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
            sheet=_sheet(order, row, found, n),
            events=tuple(events[row.id]),
            refund_until=withdrawals.refund_until(_received(row), places),
            return_until=withdrawals.return_until(row.declared_on, places),
            taken_back_at=row.taken_back_at,
            taken_back_by=row.taker or "",
            taken_back_words=row.taken_back_words,
            letter_id=row.letter_id,
        )
        for n, row in enumerate(rows)
    )


def _received(row: Record) -> date:
    noted: date = row.received_at.astimezone(SHOP_ZONE).date()
    return row.received_on or noted


def _sheet(order: Record, row: Record, found: Reckoned, n: int) -> RefundSheet:
    """The calculation of the n-th withdrawal."""
    given = found.ledger.given[n]
    lines = {line.position: line for line in found.lines}
    return withdrawals.refund_sheet(
        [
            _withdrawn(lines[each.position], each, amount, used)
            for each, amount, used in zip(found.pieces[n], given.amounts, given.used, strict=True)
        ],
        return_cost=order.return_cost,
        shipping=given.shipping,
        surcharge=given.surcharge,
        surplus=given.surplus,
        refund=given.refund,
        standard_known=found.standard_known,
        surcharge_reason=row.surcharge_reason,
    )


def _withdrawn(line: Record, each: Record, amount: Decimal, used: Decimal) -> WithdrawnLine:
    return WithdrawnLine(
        position=line.position,
        name=f"{line.name} {line.option}".strip(),
        quantity=each.quantity,
        amount=amount,
        rule=WithdrawalRule.of(line.withdrawal_rule),
        unsealed=each.unsealed,
        loss=each.loss,
        loss_reason=each.loss_reason,
        done=each.done,
        done_reason=each.done_reason,
        used=used,
    )


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
