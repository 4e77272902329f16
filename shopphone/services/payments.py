"""What came for an order and what went back; of a refund the order and its withdrawals say the same."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select, update

import shopphone.services.order_money as order_money
import shopphone.services.order_writing as order_writing
import shopphone.services.withdrawal_book as withdrawal_book
import shopphone.services.withdrawal_money as withdrawal_money
from shopphone.domain import order_states
from shopphone.domain.errors import Refused
from shopphone.domain.money import ZERO, round2
from shopphone.domain.order_states import NO_CONTRACT, OVER, OrderState, PaymentState
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

BY_TRANSFER = "transfer"
_o = t.sale_order.c


def set_paid(
    desk: Desk, order_id: int, on: date | None, seen: int = 0, amount: Decimal | None = None
) -> None:
    """Note the day money came: what is to be paid, or another amount; no day takes it back.

    Raises Refused: order_changed_meanwhile, offer_not_paid, payment_move_not_allowed,
    day_in_future, day_before_order, paid_nothing, refund_noted, and mandate_missing, as nobody may
    debit without the signed mandate.
    """
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        order_writing.claim(tx, order_id, seen)
        if on is None:
            _take_back(desk, tx, order_id, staff_id)
            return
        order_money.refuse_unsigned(tx, order_id)
        _note_paid(desk, tx, order_id, on, amount, "", staff_id)


def paid_by_transfer(
    desk: Desk, order_id: int, on: date, seen: int = 0, amount: Decimal | None = None
) -> None:
    """Money for a debit came by transfer: nobody debits it, so no signed mandate is needed.

    Raises Refused as set_paid does.
    """
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        order_writing.claim(tx, order_id, seen)
        _note_paid(desk, tx, order_id, on, amount, BY_TRANSFER, staff_id)


def set_refunded(desk: Desk, order_id: int, on: date, seen: int = 0) -> None:
    """Note the day the money went back, with every withdrawal of the order that still waited for it.

    Of an order that goes on, each withdrawal is paid back by itself. Raises Refused as set_paid
    does, and refund_of_withdrawal.
    """
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        order_writing.claim(tx, order_id, seen)
        order_money.refuse_odd_day(desk, tx, order_id, on)
        withdrawal_money.restate(tx, order_id)
        row = _row(tx, order_id)
        order_states.check_payment(row.payment_state, PaymentState.REFUNDED)
        waiting = withdrawal_book.to_pay_back(tx, order_id)
        withdrawn = withdrawal_book.holding(tx, order_id)
        if withdrawn and row.state not in OVER:
            raise Refused("refund_of_withdrawal")
        for withdrawal_id in waiting:
            withdrawal_money.note_refunded(tx, withdrawal_id, on, desk.now(), staff_id)
        if row.state != OrderState.WITHDRAWN or not withdrawn:
            move_payment(desk, tx, order_id, PaymentState.REFUNDED, staff_id, refunded_on=on)
        elif waiting:
            refund_if_all(desk, tx, order_id, on, staff_id)
        else:
            raise Refused("nothing_to_pay_back")


def refund_if_all(desk: Desk, tx: Writing, order_id: int, day: date, staff_id: int) -> None:
    """Only a whole order is refunded; of a partial withdrawal the rest stays paid."""
    row = _row(tx, order_id)
    if row.state != OrderState.WITHDRAWN or row.payment_state == PaymentState.REFUNDED:
        return
    if not withdrawal_book.to_pay_back(tx, order_id) and not withdrawal_book.asking(tx, order_id):
        move_payment(desk, tx, order_id, PaymentState.REFUNDED, staff_id, refunded_on=day)


def settle_difference(desk: Desk, order_id: int, on: date, seen: int = 0) -> None:
    """What was left to pay of a paid order has come, or what was too much has gone back.

    Raises Refused: order_changed_meanwhile, day_in_future, day_before_order, and
    payment_move_not_allowed where nothing is left to settle, or the order is over.
    """
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        order_writing.claim(tx, order_id, seen)
        order_money.refuse_odd_day(desk, tx, order_id, on)
        row = _row(tx, order_id)
        rest = (row.total - row.taken_off) - (row.paid_amount - row.given_back)
        if row.payment_state != PaymentState.PAID or row.state in OVER or not rest:
            raise Refused("payment_move_not_allowed", source=row.payment_state, target="paid")
        code = "rest_paid" if rest > 0 else "surplus_refunded"
        amount = f"{abs(rest):.2f} EUR, {on.isoformat()}"
        tx.execute(
            update(t.sale_order).where(_o.id == order_id).values(paid_amount=row.paid_amount + rest)
        )
        withdrawal_money.restate(tx, order_id)
        order_writing.record_event(tx, order_id, code, now, staff_id, amount)


def move_payment(
    desk: Desk,
    tx: Writing,
    order_id: int,
    target: PaymentState,
    staff_id: int,
    words: str = "",
    **values: Any,
) -> None:
    """Along the table of payment states. Raises Refused: payment_move_not_allowed."""
    source: str = tx.execute(select(_o.payment_state).where(_o.id == order_id)).scalar_one()
    if source != target:
        order_states.check_payment(source, target)
    tx.execute(
        update(t.sale_order).where(_o.id == order_id).values(payment_state=str(target), **values)
    )
    withdrawal_money.restate(tx, order_id)
    order_writing.record_event(tx, order_id, str(target), desk.now(), staff_id, words)


def _note_paid(
    desk: Desk,
    tx: Writing,
    order_id: int,
    on: date,
    amount: Decimal | None,
    paid_by: str,
    staff_id: int,
) -> None:
    row = _row(tx, order_id)
    if row.state in NO_CONTRACT:
        raise Refused("offer_not_paid")
    order_money.refuse_odd_day(desk, tx, order_id, on)
    if amount is not None and round2(amount) <= ZERO:
        raise Refused("paid_nothing", field="amount")
    if row.payment_state == PaymentState.REFUNDED:
        _refuse_refund_noted(tx, order_id)
    values: dict[str, Any] = {"paid_on": on, "refunded_on": None, "paid_by": paid_by}
    words = ""
    if row.payment_state == PaymentState.OPEN:
        asked = row.total - row.taken_off
        came = (asked if asked > ZERO else row.total) if amount is None else round2(amount)
        values["paid_amount"] = came
        words = "" if came == row.total else f"{came:.2f} EUR"
    elif amount is not None:
        raise Refused("payment_move_not_allowed", source=row.payment_state, target="paid")
    move_payment(desk, tx, order_id, PaymentState.PAID, staff_id, words, **values)


def _take_back(desk: Desk, tx: Writing, order_id: int, staff_id: int) -> None:
    _refuse_refund_noted(tx, order_id)
    values: dict[str, Any] = {
        "paid_on": None,
        "refunded_on": None,
        "paid_by": "",
        "paid_amount": ZERO,
    }
    move_payment(desk, tx, order_id, PaymentState.OPEN, staff_id, **values)


def _refuse_refund_noted(tx: Writing, order_id: int) -> None:
    """What went back for a withdrawal is taken back there first."""
    if withdrawal_book.paid_back(tx, order_id):
        raise Refused("refund_noted")


def _row(tx: Writing, order_id: int) -> Record:
    row: Record = tx.execute(select(t.sale_order).where(_o.id == order_id)).one()
    return row
