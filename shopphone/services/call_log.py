"""Reading the call log: pages by key however deep, missed calls by number, what waits."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, null, or_, select, type_coerce

import shopphone.services.log_filter as log_filter
from shopphone.domain.calls import (
    CallDetail,
    CallFilter,
    CallRow,
    CallState,
    LogPart,
    MissedGroup,
    Waiting,
)
from shopphone.services.desk import Desk
from shopphone.services.log_filter import NEWEST_FIRST, LogKey
from shopphone.services.to_print import TO_PRINT
from shopphone.store import tables as t
from shopphone.store.prepared import Prepared
from shopphone.store.types import Key, to_ms

_LANES_SINCE = timedelta(hours=12)

_c = t.call.c
_OLDEST_FIRST = (_c.rang_at, _c.id)
_STRETCH = 50_000  # calls looked through at once
_EVERYTHING = CallFilter()


def _columns(language: str) -> Select[Any]:
    """The log's columns in the order of CallRow's fields."""
    outcome: Any = func.nullif(t.outcome.c.name_en, "") if language == "en" else null()
    return (
        select(
            _c.id, type_coerce(_c.rang_at, Key).label("rang_ms"), _c.direction, _c.state,
            _c.raw_number, _c.e164, _c.customer_id, func.coalesce(t.customer.c.name, ""),
            _c.seconds, _c.purpose, func.coalesce(outcome, t.outcome.c.name_de, ""),
            _c.satisfaction, func.coalesce(t.staff.c.name, ""), _c.note, _c.answered_by,
        )
        .select_from(t.call)
        .outerjoin(t.customer, t.customer.c.id == _c.customer_id)
        .outerjoin(t.outcome, t.outcome.c.id == _c.outcome_id)
        .outerjoin(t.staff, t.staff.c.id == _c.staff_id)
    )  # fmt: skip


def _first(rows: Select[Any]) -> Select[Any]:
    return rows.order_by(*NEWEST_FIRST).limit(bindparam("rows"))


def _next(rows: Select[Any]) -> Select[Any]:
    """Below a key; the plain bound on the first column is what the index is walked by."""
    at = type_coerce(_c.rang_at, Key)
    older = rows.where(at <= bindparam("at"))
    return _first(older.where(or_(at < bindparam("at"), _c.id < bindparam("last_id"))))


_ROWS = {language: _columns(language) for language in ("de", "en")}
_FIRST_PAGE = {language: Prepared(_first(rows)) for language, rows in _ROWS.items()}
_NEXT_PAGE = {language: Prepared(_next(rows)) for language, rows in _ROWS.items()}
_ONE = {
    language: Prepared(rows.where(_c.id == bindparam("call"))) for language, rows in _ROWS.items()
}


def row(desk: Desk, call_id: int) -> CallRow:
    (found,) = _prepared(desk, _ONE, {"call": call_id})
    return found


def page(
    desk: Desk, filter: CallFilter, before: LogKey | None = None, limit: int = 60
) -> tuple[CallRow, ...]:
    """The next rows older than the key `before`, newest first; as fast at the end as at the top."""
    if filter.is_empty and before is None:
        return _prepared(desk, _FIRST_PAGE, {"rows": limit})
    if filter.is_empty and before is not None:
        key = {"at": before[0], "last_id": before[1]}
        return _prepared(desk, _NEXT_PAGE, {**key, "rows": limit})
    where = log_filter.conditions(desk, filter, before=before)
    return _rows(desk, log_filter.page_of(_ROWS[desk.language], where, NEWEST_FIRST, limit))


def page_up(desk: Desk, filter: CallFilter, after: LogKey, limit: int = 60) -> tuple[CallRow, ...]:
    """The rows just newer than the key `after`, newest first."""
    where = log_filter.conditions(desk, filter, down_to=(after[0], after[1] + 1))
    found = _rows(desk, log_filter.page_of(_ROWS[desk.language], where, _OLDEST_FIRST, limit))
    return tuple(reversed(found))


def anchors(desk: Desk, filter: CallFilter, every: int = 5000) -> tuple[int, tuple[LogKey, ...]]:
    """How many rows there are and the key of every n-th, so a scroll bar can jump anywhere."""
    count, before = 0, None
    keys: list[LogKey] = []
    while True:
        part = look_on(desk, filter, every, before, count)
        count += part.count
        keys += part.anchors
        before = part.reached
        if before is None:
            return count, tuple(keys)


def look_on(
    desk: Desk, filter: CallFilter, every: int, before: LogKey | None, counted: int
) -> LogPart:
    """Look from a key through the next stretch of the log; `counted` were found above it.

    Asked again with what it reached, a long log shows what it has and how far it is, and can be
    left at any time. The rows themselves come until there are as many as `every`.
    """
    end = select(_c.rang_at, _c.id).where(*log_filter.conditions(desk, _EVERYTHING, before=before))
    with desk.db.reading() as connection:
        stops = end.order_by(*NEWEST_FIRST).offset(_STRETCH - 1).limit(1)
        last = connection.execute(stops).first()
        oldest = connection.execute(select(func.min(_c.rang_at))).scalar()
        reached = None if last is None else (to_ms(last.rang_at), int(last.id))
        where = log_filter.conditions(desk, filter, before=before, down_to=reached)
        count = int(
            connection.execute(select(func.count()).select_from(t.call).where(*where)).scalar_one()
        )
        keys = connection.execute(_jumps(where, every, counted)).all() if count else ()
    rows: tuple[CallRow, ...] = ()
    if count and counted < every:
        wanted = every - counted
        rows = _rows(desk, log_filter.page_of(_ROWS[desk.language], where, NEWEST_FIRST, wanted))
    return LogPart(
        rows=rows,
        count=count,
        anchors=tuple((to_ms(key.rang_at), key.id) for key in keys),
        reached=reached,
        share=_share(desk.now(), oldest, None if last is None else last.rang_at),
    )


def _jumps(where: list[Any], every: int, counted: int) -> Select[Any]:
    n = func.row_number().over(order_by=NEWEST_FIRST) - 1 + counted
    stretch = select(_c.rang_at, _c.id, n.label("n")).where(*where).subquery()
    jumps = select(stretch.c.rang_at, stretch.c.id).where(stretch.c.n % every == 0)
    return jumps.order_by(stretch.c.n)


def oldest_ms(desk: Desk) -> int:
    """When the log begins; now, if it is empty."""
    with desk.db.reading() as connection:
        oldest = connection.execute(select(func.min(_c.rang_at))).scalar()
    return to_ms(oldest or desk.now())


def _share(now: datetime, oldest: datetime | None, reached: datetime | None) -> float:
    """How much of the log's time has been looked through."""
    if oldest is None or reached is None or oldest >= now:
        return 1.0
    return min(max((now - reached) / (now - oldest), 0.0), 1.0)


def detail(desk: Desk, call_id: int) -> CallDetail:
    """One call with its orders, articles and callbacks."""
    with desk.db.reading() as connection:
        found = connection.execute(select(t.call).where(_c.id == call_id)).one()
        orders = connection.execute(
            select(t.sale_order.c.number).where(t.sale_order.c.call_id == call_id)
        ).scalars()
        articles = connection.execute(
            select(t.article.c.title, t.article_use.c.verdict)
            .join_from(t.article_use, t.article)
            .where(t.article_use.c.call_id == call_id)
        ).all()
        callbacks = connection.execute(
            select(t.callback.c.words).where(t.callback.c.call_id == call_id)
        ).scalars()
        return CallDetail(
            row=row(desk, call_id),
            own_number=found.own_number,
            answered_at=found.answered_at,
            ended_at=found.ended_at,
            ended_by=found.ended_by,
            by_machine=found.by_machine,
            order_numbers=tuple(orders),
            articles=tuple((use.title, use.verdict) for use in articles),
            callbacks=tuple(callbacks),
        )


def in_hand(desk: Desk, kept: tuple[int, ...]) -> tuple[CallRow, ...]:
    """Calls this desk kept a lane for, unless closed, and what rings or talks; oldest first."""
    since = desk.now() - _LANES_SINCE
    on_the_phone = and_(_c.state.in_((CallState.RINGING, CallState.TALKING)), _c.rang_at >= since)
    unfinished = and_(_c.id.in_(kept), _c.state != CallState.CLOSED)
    query = _ROWS[desk.language].where(or_(on_the_phone, unfinished))
    return _rows(desk, query.order_by(_c.rang_at, _c.id))


def rows(desk: Desk, call_ids: tuple[int, ...]) -> tuple[CallRow, ...]:
    return _rows(desk, _ROWS[desk.language].where(_c.id.in_(call_ids)))


def older_than(desk: Desk, call_ids: tuple[int, ...], moment: datetime) -> tuple[int, ...]:
    """Which of these calls rang before this moment, or are not in the log at all."""
    query = select(_c.id).where(_c.id.in_(call_ids)).where(_c.rang_at >= moment)
    with desk.db.reading() as connection:
        young = set(connection.execute(query).scalars())
    return tuple(call_id for call_id in call_ids if call_id not in young)


def missed(desk: Desk) -> tuple[MissedGroup, ...]:
    """Missed calls grouped by number, newest first; a withheld call is a group of its own."""
    query = _ROWS[desk.language].where(_c.state == CallState.MISSED).where(_c.direction == "in")
    groups: dict[str, list[CallRow]] = {}
    for found in _rows(desk, query.order_by(*NEWEST_FIRST).limit(500)):
        groups.setdefault(found.e164 or f"call {found.call_id}", []).append(found)
    return tuple(_missed_group(rows) for rows in groups.values())


def waiting(desk: Desk) -> Waiting:
    """What waits between calls."""
    unfinished = _ROWS[desk.language].where(_c.state == CallState.WRAP_UP)
    wrap_ups = _rows(desk, unfinished.order_by(*NEWEST_FIRST).limit(50))
    now = desk.now()
    open_callbacks = t.callback.c.done_at.is_(None)
    with desk.db.reading() as connection:
        counts = connection.execute(
            select(
                _count(t.callback, and_(open_callbacks, t.callback.c.due_at <= now)).label("due"),
                _count(t.callback, open_callbacks).label("open"),
                _count(t.letter, TO_PRINT).label("letters"),
                _count(t.sale_order, t.sale_order.c.state == "placed").label("orders"),
            )
        ).one()
    return Waiting(
        wrap_ups=wrap_ups,
        missed=missed(desk),
        callbacks_due=counts.due,
        callbacks_open=counts.open,
        letters_queued=counts.letters,
        orders_unconfirmed=counts.orders,
        newest=page(desk, CallFilter(), limit=12),
    )


def _count(table: Any, condition: Any) -> Any:
    return select(func.count()).select_from(table).where(condition).scalar_subquery()


def _rows(desk: Desk, query: Select[Any]) -> tuple[CallRow, ...]:
    with desk.db.reading() as connection:
        return tuple(map(CallRow._make, connection.execute(query)))


def _prepared(
    desk: Desk, question: Mapping[str, Prepared], values: Mapping[str, int]
) -> tuple[CallRow, ...]:
    with desk.db.reading() as connection:
        return tuple(map(CallRow._make, question[desk.language].rows(connection, values)))


def _missed_group(rows: list[CallRow]) -> MissedGroup:
    newest = rows[0]
    return MissedGroup(
        raw_number=newest.raw_number,
        e164=newest.e164,
        customer_id=newest.customer_id,
        customer=newest.customer,
        times=len(rows),
        last_at=newest.rang_at,
        call_ids=tuple(found.call_id for found in rows),
    )
