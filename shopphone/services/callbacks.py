"""Callbacks: promises with who asked, when and in which words."""

from datetime import date, datetime

from sqlalchemy import insert, or_, select, update

from shopphone.domain import workdays
from shopphone.domain.callbacks import CallbackDraft, CallbackRow
from shopphone.domain.errors import Refused
from shopphone.domain.spoken_time import spoken_time
from shopphone.services.callers import normalised
from shopphone.services.desk import SHOP_ZONE, Desk
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
    """Keep a promise. Raises Refused: callback_time_missing, _past, callback_number_missing."""
    if draft.due_at is None:
        raise Refused("callback_time_missing", field="due_at")
    if draft.due_at < desk.now():
        raise Refused("callback_time_past", field="due_at")
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


def owed(desk: Desk, raw_number: str, customer_id: int | None) -> tuple[CallbackRow, ...]:
    """What is still promised to this customer or this number."""
    number = normalised(desk, raw_number).e164
    same = []
    if customer_id is not None:
        same.append(t.callback.c.customer_id == customer_id)
    if number is not None:
        same.append(t.callback.c.e164 == number)
    if not same:
        return ()
    query = _ROWS.where(t.callback.c.done_at.is_(None)).where(or_(*same))
    with desk.db.reading() as connection:
        return tuple(map(_row, connection.execute(query)))


def moment_said(desk: Desk, text: str) -> datetime | None:
    """When "Fr vormittag" is, counted from now and with the holidays at the shop's place."""
    here = workdays.place(desk.setting("shop.country"), desk.setting("shop.land"))

    def is_off(day: date) -> bool:
        return bool(workdays.days_off(day, (here,)))

    return spoken_time(text, desk.now().astimezone(SHOP_ZONE), is_off)


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
