"""Withdrawals: declared, decided where late, followed up, and taken back when noted by mistake."""

from datetime import date

from sqlalchemy import func, insert, select, update

import shopphone.services.order_book as order_book
import shopphone.services.order_writing as order_writing
import shopphone.services.receipts as receipts
import shopphone.services.withdrawal_book as book
import shopphone.services.withdrawal_money as withdrawal_money
import shopphone.services.withdrawal_notes as withdrawal_notes
from shopphone.domain import order_states, withdrawals
from shopphone.domain.days import check_noted
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import CONFIRMATION, OFFER
from shopphone.domain.money import ZERO
from shopphone.domain.order_kinds import WITHOUT_GOODS
from shopphone.domain.withdrawals import (
    VALID,
    Decision,
    Task,
    Withdrawal,
    WithdrawalDraft,
    WithdrawalOffer,
)
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_w, _o = t.withdrawal.c, t.sale_order.c
_OUT = frozenset(("shipped", "delivered", "closed"))
LEAD = "lead"
_MOST_TASKS = 100


def offer(desk: Desk, order_id: int) -> WithdrawalOffer:
    """The order as it can be withdrawn now."""
    order = order_book.detail(desk, order_id)
    with desk.db.reading() as connection:
        lines = book.open_lines(connection, order_id)
        row = connection.execute(select(t.sale_order).where(_o.id == order_id)).one()
        ended = book.ended(connection, row)
    return WithdrawalOffer(
        order_id=order_id,
        number=order.number,
        customer=order.customer,
        lines=lines,
        period=order.withdrawal,
        has_right=not order.no_withdrawal,
        ended=ended,
    )


def of_customer(desk: Desk, customer_id: int) -> tuple[WithdrawalOffer, ...]:
    """This customer's orders that can be withdrawn, the newest first."""
    withdrawable = [
        state for state in order_states.MOVES if order_states.may_move(state, "withdrawn")
    ]
    query = (
        select(_o.id)
        .where(_o.customer_id == customer_id)
        .where(_o.state.in_(withdrawable))
        .order_by(_o.placed_at.desc(), _o.id.desc())
        .limit(12)
    )
    with desk.db.reading() as connection:
        found = connection.execute(query).scalars().all()
    offers = (offer(desk, order_id) for order_id in found)
    return tuple(each for each in offers if each.lines)


def declare(desk: Desk, draft: WithdrawalDraft) -> int:
    """Note a withdrawal; in time and with a right it holds at once, and the order moves.

    Raises Refused: move_not_allowed, withdrawal_empty, withdrawal_too_many, day_in_future,
    day_before_order, received_before_declared, choice_unknown. Late, or without a right, it is kept and somebody decides.
    """
    if draft.channel not in withdrawals.CHANNELS:
        raise Refused("choice_unknown", field="channel")
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        order_writing.claim(tx, draft.order_id, 0)
        order = tx.execute(select(t.sale_order).where(_o.id == draft.order_id)).one()
        since = receipts.concluded_on(desk, tx, order)
        check_noted(draft.declared_on, since=since, today=desk.today())
        received_on = withdrawals.received_on(draft, desk.today())
        if received_on < draft.declared_on:
            raise Refused("received_before_declared", field="received")
        check_noted(received_on, since=since, today=desk.today())
        if not order_states.may_move(order.state, "withdrawn"):
            raise Refused("move_not_allowed", source=order.state, target="withdrawn")
        lines = book.open_lines(tx, draft.order_id)
        withdrawals.check_lines(lines, draft.lines)
        rules = {line.position: line.rule for line in lines}
        decision = withdrawals.first_decision(
            receipts.period_for(desk, tx, order, [each.position for each in draft.lines]),
            draft.declared_on,
            [(rules[each.position], each.unsealed) for each in draft.lines],
            has_right=not order.no_withdrawal,
            ended=book.ended(tx, order),
        )
        withdrawal_id = tx.insert(
            insert(t.withdrawal),
            {
                "order_id": draft.order_id,
                "call_id": draft.call_id,
                "declared_on": draft.declared_on,
                "received_on": received_on,
                "received_at": now,
                "channel": draft.channel,
                "declared_by": draft.declared_by.strip() or order.name,
                "words": draft.words.strip(),
                "decision": decision,
                "goods_out": order.state in _OUT and order.matter not in WITHOUT_GOODS,
                "pickup": draft.pickup,
                "order_state": order.state,
                "staff_id": staff_id,
            },
        )
        tx.execute(
            insert(t.withdrawal_line),
            [
                {
                    "withdrawal_id": withdrawal_id,
                    "position": each.position,
                    "quantity": each.quantity,
                    "unsealed": each.unsealed,
                }
                for each in draft.lines
            ],
        )
        if decision in VALID:
            _move_if_whole(desk, tx, draft.order_id, draft.words.strip())
        withdrawal_money.restate(tx, draft.order_id)
    return withdrawal_id


def decide(desk: Desk, withdrawal_id: int, decision: str, words: str) -> None:
    """Goodwill or not, with who said so and why. Raises Refused: reason_missing, goodwill_by_lead,
    already_decided."""
    chosen = Decision(decision)
    if not words.strip():
        raise Refused("reason_missing", field="reason")
    _refuse_unless_lead(desk)
    with desk.db.writing() as tx:
        found = withdrawal_notes.claimed(tx, withdrawal_id)
        if found.decision != Decision.ASKED or found.taken_back_at is not None:
            raise Refused("already_decided")
        tx.execute(
            update(t.withdrawal)
            .where(_w.id == withdrawal_id)
            .values(
                decision=chosen,
                decision_words=words.strip(),
                decided_at=desk.now(),
                decided_by=desk.staff_id(),
            )
        )
        if chosen in VALID:
            _move_if_whole(desk, tx, found.order_id, words.strip())
        withdrawal_money.restate(tx, found.order_id)


def take_back(desk: Desk, withdrawal_id: int, words: str) -> None:
    """It was noted by mistake: the order goes back where it was, and both moves are kept.

    Raises Refused: reason_missing, already_refunded, already_taken_back.
    """
    if not words.strip():
        raise Refused("reason_missing", field="reason")
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        found = withdrawal_notes.claimed(tx, withdrawal_id)
        if found.taken_back_at is not None:
            raise Refused("already_taken_back")
        if withdrawal_id in book.paid_back(tx, found.order_id):
            raise Refused("already_refunded")
        tx.execute(
            update(t.withdrawal)
            .where(_w.id == withdrawal_id)
            .values(taken_back_at=now, taken_back_by=staff_id, taken_back_words=words.strip())
        )
        tx.execute(
            update(t.letter)
            .where(t.letter.c.id == found.letter_id)
            .where(t.letter.c.state == "queued")
            .values(state="superseded")
        )
        state = tx.execute(select(_o.state).where(_o.id == found.order_id)).scalar_one()
        left = book.open_lines(tx, found.order_id)
        if state == "withdrawn" and any(line.left > ZERO for line in left):
            before = order_writing.came_from(tx, found.order_id, state)
            order_states.check_back(state, before)
            _move(desk, tx, found.order_id, state, before, words.strip())
        withdrawal_money.restate(tx, found.order_id)


note = withdrawal_notes.note
forget_note = withdrawal_notes.forget_note
set_loss = withdrawal_notes.set_loss
set_done = withdrawal_notes.set_done
name_surcharge = withdrawal_notes.name_surcharge


def read(desk: Desk, withdrawal_id: int) -> Withdrawal:
    with desk.db.reading() as connection:
        order_id = connection.execute(
            select(_w.order_id).where(_w.id == withdrawal_id)
        ).scalar_one()
    found = of_order(desk, order_id)
    return next(each for each in found if each.withdrawal_id == withdrawal_id)


def of_order(desk: Desk, order_id: int) -> tuple[Withdrawal, ...]:
    """The withdrawals of an order, the oldest first; those taken back too."""
    with desk.db.reading() as connection:
        return book.of_order(desk, connection, order_id)


def tasks(desk: Desk) -> tuple[Task, ...]:
    """What is left to do about withdrawals, the most urgent first."""
    query = (
        select(_w.order_id)
        .join_from(t.withdrawal, t.sale_order)
        .where(book.unfinished())
        .group_by(_w.order_id)
        .order_by(func.min(_w.id))
        .limit(_MOST_TASKS)
    )
    with desk.db.reading() as connection:
        order_ids = connection.execute(query).scalars().all()
    found = [
        task
        for each in order_ids
        for one in of_order(desk, each)
        for task in withdrawals.tasks(one)
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(task: Task) -> tuple[bool, date, int]:
    return (task.withheld, task.due.last_day if task.due else date.min, task.withdrawal_id)


def _move_if_whole(desk: Desk, tx: Writing, order_id: int, words: str) -> None:
    """Once nothing is left of the order it is withdrawn; else its state stays."""
    left = book.open_lines(tx, order_id)
    if any(line.left > ZERO for line in left):
        return
    state = tx.execute(select(_o.state).where(_o.id == order_id)).scalar_one()
    order_states.check_move(state, "withdrawn", confirmation_sent=True, reason=words)
    _move(desk, tx, order_id, state, "withdrawn", words)
    order_writing.unqueue(tx, order_id, CONFIRMATION, OFFER)
    order_writing.close_change_offers(desk, tx, order_id, "withdrawn")


def _move(desk: Desk, tx: Writing, order_id: int, source: str, target: str, words: str) -> None:
    tx.execute(update(t.sale_order).where(_o.id == order_id).values(state=target))
    order_writing.record_move(tx, order_id, source, target, desk.now(), desk.staff_id(), words)


def _refuse_unless_lead(desk: Desk) -> None:
    """Where the shop has somebody with the right, nobody else grants goodwill."""
    s = t.staff.c
    me = desk.staff_id()
    with desk.db.reading() as connection:
        leads = set(
            connection.execute(select(s.id).where(s.role == LEAD).where(s.active)).scalars()
        )
    if leads and me not in leads:
        raise Refused("goodwill_by_lead")
