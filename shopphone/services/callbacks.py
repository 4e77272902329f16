"""Callbacks: promises with who asked, when and in which words."""

from datetime import datetime

from sqlalchemy import insert, select, update

from shopphone.domain.callbacks import CallbackDraft, CallbackRow
from shopphone.domain.errors import Refused
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_ROWS = (
    select(
        t.callback,
        t.customer.c.name.label("customer"),
        t.staff.c.name.label("staff"),
    )
    .select_from(t.callback)
    .outerjoin(t.customer, t.customer.c.id == t.callback.c.customer_id)
    .outerjoin(t.staff, t.staff.c.id == t.callback.c.staff_id)
    .order_by(t.callback.c.due_at, t.callback.c.id)
)


def plan(desk: Desk, draft: CallbackDraft) -> int:
    """Keep a promise; needs a time and someone to call."""
    if draft.due_at is None:
        raise Refused("callback_time_missing", field="due_at")
    if not draft.raw_number and draft.customer_id is None:
        raise Refused("callback_number_missing", field="raw_number")
    with desk.db.writing() as tx:
        return tx.insert(
            insert(t.callback),
            {
                "customer_id": draft.customer_id,
                "call_id": draft.call_id,
                "raw_number": draft.raw_number,
                "e164": normalised(desk, draft.raw_number).e164,
                "asked_at": desk.now(),
                "words": draft.words,
                "due_at": draft.due_at,
                "staff_id": draft.staff_id,
            },
        )


def done(desk: Desk, callback_id: int) -> None:
    _set_done(desk, callback_id, desk.now())


def undo_done(desk: Desk, callback_id: int) -> None:
    _set_done(desk, callback_id, None)


def due(desk: Desk, only_open: bool = True) -> tuple[CallbackRow, ...]:
    """Promises by the time they are due."""
    query = _ROWS.where(t.callback.c.done_at.is_(None)) if only_open else _ROWS
    with desk.db.reading() as connection:
        return tuple(_row(row) for row in connection.execute(query.limit(500)))


def _set_done(desk: Desk, callback_id: int, at: datetime | None) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.callback).where(t.callback.c.id == callback_id).values(done_at=at))


def _row(row: Record) -> CallbackRow:
    return CallbackRow(
        callback_id=row.id,
        customer_id=row.customer_id,
        customer=row.customer or "",
        raw_number=row.raw_number,
        asked_at=row.asked_at,
        words=row.words,
        due_at=row.due_at,
        staff=row.staff or "",
        done_at=row.done_at,
    )
