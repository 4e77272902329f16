"""What is noted of a withdrawal after it was declared: goods, money, and what is kept of the price."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, select, update

import shopphone.services.order_money as order_money
import shopphone.services.order_writing as order_writing
import shopphone.services.payments as payments
import shopphone.services.withdrawal_book as book
import shopphone.services.withdrawal_money as withdrawal_money
from shopphone.domain import order_states, withdrawals
from shopphone.domain.errors import Refused
from shopphone.domain.order_states import PaymentState
from shopphone.domain.withdrawals import VALID, Event, Withdrawal
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_w, _wl, _o = t.withdrawal.c, t.withdrawal_line.c, t.sale_order.c


def claimed(tx: Writing, withdrawal_id: int) -> Record:
    """A withdrawal with its order locked: who changes the order meanwhile is told."""
    query = select(t.withdrawal).where(_w.id == withdrawal_id)
    order_writing.claim(tx, tx.execute(query).one().order_id, 0)
    found: Record = tx.execute(query).one()
    return found


def note(desk: Desk, withdrawal_id: int, code: str, day: date) -> None:
    """Goods back, proof of sending, or money paid back, on this day.

    Raises Refused: day_in_future, day_before_order, withdrawal_not_valid; for money
    refunded_before, nothing_to_pay_back, and payment_move_not_allowed, as what was never paid is
    not paid back.
    """
    event = Event(code)
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        found = claimed(tx, withdrawal_id)
        order_money.refuse_odd_day(desk, tx, found.order_id, day)
        if found.decision not in VALID or found.taken_back_at is not None:
            raise Refused("withdrawal_not_valid")
        if event is Event.REFUNDED:
            _refuse_refund(tx, found)
            withdrawal_money.note_refunded(tx, withdrawal_id, day, desk.now(), staff_id)
            withdrawal_money.restate(tx, found.order_id)
            payments.refund_if_all(desk, tx, found.order_id, day, staff_id)
            return
        values = {"withdrawal_id": withdrawal_id, "code": event, "day": day}
        tx.execute(insert(t.withdrawal_event), {**values, "at": desk.now(), "staff_id": staff_id})


def forget_note(desk: Desk, event_id: int) -> None:
    """It was noted by mistake: it stays in the table and counts no more."""
    e, staff_id = t.withdrawal_event.c, desk.staff_id()
    with desk.db.writing() as tx:
        found = tx.execute(
            select(e.code, _w.order_id)
            .join_from(t.withdrawal_event, t.withdrawal)
            .where(e.id == event_id)
        ).one()
        order_writing.claim(tx, found.order_id, 0)
        tx.execute(
            update(t.withdrawal_event).where(e.id == event_id).values(taken_back_at=desk.now())
        )
        if found.code != Event.REFUNDED:
            return
        if _payment(tx, found.order_id) == PaymentState.REFUNDED:
            payments.move_payment(
                desk, tx, found.order_id, PaymentState.PAID, staff_id, refunded_on=None
            )
        withdrawal_money.restate(tx, found.order_id)


def set_loss(desk: Desk, withdrawal_id: int, position: int, loss: Decimal, reason: str) -> None:
    """Keep part of the price for lost value. Raises Refused: loss_too_big, reason_missing,
    loss_without_goods, refunded_before."""
    with desk.db.writing() as tx:
        found = _unpaid(desk, tx, withdrawal_id)
        line = next(each for each in found.sheet.lines if each.position == position)
        withdrawals.check_loss(found.matter, line, loss, reason)
        values: dict[str, Any] = {"loss": loss, "loss_reason": reason.strip() if loss else ""}
        _keep_line(tx, found, position, values)


def set_done(desk: Desk, withdrawal_id: int, position: int, done: Decimal, reason: str) -> None:
    """Keep the price of the part of a service that was done as wished (§ 357a (2) BGB).

    Raises Refused: part_wrong, reason_missing, part_not_charged, refunded_before.
    """
    with desk.db.writing() as tx:
        found = _unpaid(desk, tx, withdrawal_id)
        withdrawals.check_done(done, reason, may_charge=found.may_charge_part)
        values: dict[str, Any] = {"done": done, "done_reason": reason.strip() if done else ""}
        _keep_line(tx, found, position, values)


def name_surcharge(desk: Desk, withdrawal_id: int, amount: Decimal, reason: str) -> None:
    """What a dearer way of sending cost beyond standard delivery, where the order does not know it.

    Raises Refused: surcharge_known, surcharge_too_big, reason_missing, refunded_before.
    """
    with desk.db.writing() as tx:
        found = _unpaid(desk, tx, withdrawal_id)
        withdrawals.check_surcharge(found.sheet, amount, reason)
        named = {"named_surcharge": amount, "surcharge_reason": reason.strip() if amount else ""}
        tx.execute(update(t.withdrawal).where(_w.id == withdrawal_id).values(**named))
        withdrawal_money.restate(tx, found.order_id)


def _keep_line(tx: Writing, found: Withdrawal, position: int, values: dict[str, Any]) -> None:
    of_line = (_wl.withdrawal_id == found.withdrawal_id, _wl.position == position)
    tx.execute(update(t.withdrawal_line).where(*of_line).values(**values))
    withdrawal_money.restate(tx, found.order_id)


def _unpaid(desk: Desk, tx: Writing, withdrawal_id: int) -> Withdrawal:
    """A withdrawal whose calculation may still change."""
    row = claimed(tx, withdrawal_id)
    if withdrawal_id in book.paid_back(tx, row.order_id):
        raise Refused("refunded_before")
    found = book.of_order(desk, tx, row.order_id)
    return next(each for each in found if each.withdrawal_id == withdrawal_id)


def _refuse_refund(tx: Writing, found: Record) -> None:
    payment = _payment(tx, found.order_id)
    if payment == PaymentState.REFUNDED or found.id in book.paid_back(tx, found.order_id):
        raise Refused("refunded_before")
    order_states.check_payment(payment, PaymentState.REFUNDED)
    withdrawal_money.restate(tx, found.order_id)
    if found.id not in book.to_pay_back(tx, found.order_id):
        raise Refused("nothing_to_pay_back")


def _payment(tx: Writing, order_id: int) -> str:
    state: str = tx.execute(select(_o.payment_state).where(_o.id == order_id)).scalar_one()
    return state
