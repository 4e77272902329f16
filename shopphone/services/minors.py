"""Customers under age: the parent who must say yes, by when, and what they answered."""

from datetime import date
from typing import Any

from sqlalchemy import insert, select, update

import shopphone.services.order_life as order_life
import shopphone.services.order_writing as order_writing
import shopphone.services.receipts as receipts
from shopphone.domain.days import check_noted
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import CONFIRMATION, PENDING
from shopphone.domain.order_kinds import LASTING, Matter
from shopphone.domain.order_life import Minor, ParentAsked
from shopphone.domain.order_states import CONFIRMABLE
from shopphone.domain.orders import OrderDraft
from shopphone.domain.sending import minimum_age
from shopphone.services.desk import Desk
from shopphone.services.order_writing import claim, record_event
from shopphone.store import tables as t
from shopphone.store.db import Asked, Writing
from shopphone.store.types import Record

_m, _o = t.order_minor.c, t.sale_order.c
ANSWERS = ("yes", "no")


def refuse_unready(draft: OrderDraft) -> None:
    """A minor needs a parent to ask (§ 107 BGB), and is bound to nothing that lasts.

    Goods of a minimum age are never for a minor: no parent's yes lifts §§ 9, 10, 12 JuSchG.
    """
    if draft.of_age != "no":
        return
    if Matter(draft.matter) in LASTING or draft.term_months:
        raise Refused("minor_bound", field="of_age")
    if minimum_age(draft):
        raise Refused("minor_goods", field="of_age")
    if not draft.parent.strip():
        raise Refused("parent_missing", field="parent")


def begin(desk: Desk, tx: Writing, order_id: int, parent: str) -> None:
    """The contract is pending: a parent is asked today (§ 108 BGB)."""
    tx.execute(
        insert(t.order_minor),
        {
            "order_id": order_id,
            "parent": parent.strip(),
            "asked_on": desk.today(),
            "pending_from": desk.today(),
            "answer": "",
            "words": "",
            "staff_id": desk.staff_id(),
        },
    )


def found(desk: Desk, order_id: int, parent: str, seen: int = 0) -> None:
    """The buyer of a placed order turns out to be under age: from now on it is pending.

    Raises Refused: order_changed_meanwhile, move_not_allowed, parent_missing, minor_known.
    """
    if not parent.strip():
        raise Refused("parent_missing", field="parent")
    with desk.db.writing() as tx:
        order = claim(tx, order_id, seen)
        if order.state not in CONFIRMABLE:
            raise Refused("move_not_allowed", source=order.state, target=order.state)
        if _row(tx, order_id) is not None:
            raise Refused("minor_known")
        _pend(desk, tx, order_id, parent)


def agreed_anew(desk: Desk, tx: Writing, order_id: int, parent: str) -> None:
    """A changed order needs a new yes: a parent's covers what they were asked for (§ 108 (1) BGB)."""
    row = _row(tx, order_id)
    if row is None:
        _pend(desk, tx, order_id, parent)
        return
    waiting_since = row.pending_from or row.asked_on
    values = {
        "parent": parent.strip() or row.parent,
        "asked_on": desk.today(),
        "received_on": None,
        "pending_from": waiting_since if row.answer == "" else desk.today(),
    }
    _ask_again(desk, tx, row, "parent_again", values)


def rename_parent(tx: Writing, order_id: int, parent: str) -> None:
    """Another parent is asked; who has answered already stays, as a proof."""
    tx.execute(
        update(t.order_minor)
        .where(_m.order_id == order_id)
        .where(_m.answer == "")
        .values(parent=parent.strip())
    )


def ask_now(desk: Desk, tx: Writing, order_id: int) -> None:
    """An offer became a contract: only now a parent is asked to approve one."""
    tx.execute(
        update(t.order_minor)
        .where(_m.order_id == order_id)
        .where(_m.answer == "")
        .values(asked_on=desk.today(), pending_from=desk.today(), received_on=None)
    )


def take_over(tx: Writing, offer_id: int, order_id: int) -> None:
    """What a parent said to the offer of a change is said to the change."""
    row = _row(tx, offer_id)
    if row is not None and row.answer:
        values = {name: getattr(row, name) for name in ("answer", "words", "answered_at")}
        tx.execute(update(t.order_minor).where(_m.order_id == order_id).values(**values))


def request_received(desk: Desk, order_id: int, on: date, seen: int = 0) -> None:
    """The day the parent had the request, from which their two weeks run (§ 108 (2) S. 2 BGB).

    Raises Refused: order_changed_meanwhile, parent_answered, day_in_future, day_before_order.
    """
    with desk.db.writing() as tx:
        claim(tx, order_id, seen)
        row = _pending(tx, order_id)
        check_noted(on, since=row.asked_on, today=desk.today())
        tx.execute(update(t.order_minor).where(_m.order_id == order_id).values(received_on=on))
        record_event(
            tx, order_id, "parent_asked", desk.now(), desk.staff_id(), f"{row.parent}, {on}"
        )


def answer(
    desk: Desk, order_id: int, yes: bool, words: str, seen: int = 0, on: date | None = None
) -> None:
    """What the parent said, in their words; on: the day it came, None for today.

    After a yes the days to pay and to deliver begin anew: nothing was owed while it was pending.
    Raises Refused: order_changed_meanwhile, words_missing, parent_answered, day_in_future,
    day_before_order, and parent_too_late for a yes after the two weeks, which binds nobody
    (§ 108 (2) S. 2 BGB).
    """
    if not words.strip():
        raise Refused("words_missing", field="words")
    now, staff_id, today = desk.now(), desk.staff_id(), desk.today()
    came_on, said = on or today, "yes" if yes else "no"
    with desk.db.writing() as tx:
        claim(tx, order_id, seen)
        row = _pending(tx, order_id)
        check_noted(came_on, since=row.asked_on, today=today)
        minor = _minor(desk, tx, order_id)
        if yes and minor.has_lapsed(came_on):
            raise Refused("parent_too_late", day=minor.ratified_until)
        tx.execute(
            update(t.order_minor)
            .where(_m.order_id == order_id)
            .values(answer=said, words=words.strip(), answered_at=now, staff_id=staff_id)
        )
        if yes:
            _start_days(desk, tx, order_id, row.pending_from or row.asked_on)
        order_writing.unqueue(tx, order_id, PENDING)
        record_event(tx, order_id, f"parent_{said}", now, staff_id, words.strip())


def take_back(desk: Desk, order_id: int, words: str, seen: int = 0) -> None:
    """The answer was noted by mistake: the parent is still to answer, and both stay in the history.

    Raises Refused: order_changed_meanwhile, reason_missing, parent_pending.
    """
    if not words.strip():
        raise Refused("reason_missing", field="reason")
    with desk.db.writing() as tx:
        claim(tx, order_id, seen)
        row = _row(tx, order_id)
        if row is None or not row.answer:
            raise Refused("parent_pending")
        # a yes has begun the days already; a refusal has not
        since = desk.today() if row.answer == "yes" else row.pending_from or row.asked_on
        _ask_again(desk, tx, row, "parent_undone", {"pending_from": since}, words.strip())


def refuse_pending(tx: Writing, order_id: int) -> None:
    """Nothing is sent to a minor before a parent has said yes."""
    row = tx.execute(select(_m.answer).where(_m.order_id == order_id)).first()
    if row is None or row.answer == "yes":
        return
    if row.answer:
        raise Refused("parent_refused")
    raise Refused("parent_pending")


def waiting(desk: Desk) -> tuple[ParentAsked, ...]:
    """Orders that wait for a parent, the most urgent first."""
    query = (
        order_life.MINORS.add_columns(_o.id, _o.number, _o.name, _o.billing)
        .join_from(t.order_minor, t.sale_order)
        .where(_m.answer == "")
        .where(_o.state.in_(("placed", "confirmed", "shipped", "delivered")))
        .order_by(_m.asked_on, _m.order_id)
    )
    with desk.db.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(_asked(desk, row) for row in rows)


def _asked(desk: Desk, row: Record) -> ParentAsked:
    minor = order_life.minor_in(row, receipts.places_of(desk, row.billing))
    return ParentAsked(
        order_id=row.id,
        number=row.number,
        customer=row.name,
        parent=minor.parent,
        until=minor.ratified_until,
        is_known=minor.received_on is not None,
    )


def _pend(desk: Desk, tx: Writing, order_id: int, parent: str) -> None:
    """Nothing that waits for the printer confirms it any more."""
    tx.execute(update(t.sale_order).where(_o.id == order_id).values(of_age="no"))
    begin(desk, tx, order_id, parent)
    order_writing.unqueue(tx, order_id, CONFIRMATION)
    record_event(tx, order_id, "minor_found", desk.now(), desk.staff_id(), parent.strip())


def _ask_again(
    desk: Desk, tx: Writing, row: Record, code: str, values: dict[str, Any], words: str = ""
) -> None:
    tx.execute(
        update(t.order_minor)
        .where(_m.order_id == row.order_id)
        .values(answer="", words="", answered_at=None, **values)
    )
    order_writing.unqueue(tx, row.order_id, CONFIRMATION, PENDING)
    if row.answer:
        record_event(tx, row.order_id, code, desk.now(), desk.staff_id(), words or row.words)


def _start_days(desk: Desk, tx: Writing, order_id: int, since: date) -> None:
    order = tx.execute(select(_o.due_on, _o.latest_delivery).where(_o.id == order_id)).one()
    waited = desk.today() - since
    later = {
        name: day + waited
        for name, day in (("due_on", order.due_on), ("latest_delivery", order.latest_delivery))
        if day is not None
    }
    if later:
        tx.execute(update(t.sale_order).where(_o.id == order_id).values(**later))


def _pending(tx: Writing, order_id: int) -> Record:
    row = _row(tx, order_id)
    if row is None or row.answer:
        raise Refused("parent_answered")
    return row


def _minor(desk: Desk, tx: Writing, order_id: int) -> Minor:
    billing = tx.execute(select(_o.billing).where(_o.id == order_id)).scalar_one()
    minor = order_life.minor_of(tx, order_id, receipts.places_of(desk, billing))
    assert minor is not None
    return minor


def _row(tx: Asked, order_id: int) -> Record | None:
    return tx.execute(select(t.order_minor).where(_m.order_id == order_id)).first()
