"""The call log as a CSV file: every call a filter gives, with all that is known about it."""

import csv
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Select, select

import shopphone.services.call_log as call_log
from shopphone.domain.calls import CallFilter, CallRow
from shopphone.domain.errors import Unavailable, why
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_ROWS = 500
_COLUMNS = (
    *("call", "rang_at", "answered_at", "ended_at", "seconds", "ended_by", "direction", "state"),
    *("number", "number_e164", "own_number", "answered_by", "customer", "staff", "purpose"),
    *("outcome", "satisfaction", "orders", "articles", "note"),
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")

Progress = Callable[[int, float], None]


def export(
    desk: Desk, filter: CallFilter, file: Path, stop: threading.Event, progress: Progress
) -> int | None:
    """Write the calls, newest first; gives how many, None when it was stopped: then there is no file.

    progress: rows so far, and how much of the log's time is done. Raises Unavailable: file.
    """
    half = file.with_name(f"{file.name}.part")
    try:
        with half.open("w", encoding="utf-8-sig", newline="") as out:
            count = _write(desk, filter, out, stop, progress)
        if count is not None:
            half.replace(file)
    except OSError as error:
        raise Unavailable("file", why(error)) from error
    finally:
        half.unlink(missing_ok=True)
    return count


def _write(
    desk: Desk, filter: CallFilter, out: IO[str], stop: threading.Event, progress: Progress
) -> int | None:
    table = csv.writer(out, delimiter=";")
    table.writerow(_COLUMNS)
    count = 0
    oldest = call_log.oldest_ms(desk)
    for rows in _pages(desk, filter):
        if stop.is_set() or desk.closing.is_set():
            return None
        table.writerows(_lines(desk, rows))
        count += len(rows)
        newest = int(desk.now().timestamp() * 1000)
        span = max(newest - oldest, 1)
        progress(count, min(max((newest - rows[-1].rang_ms) / span, 0.0), 1.0))
    return count


def _pages(desk: Desk, filter: CallFilter) -> Iterator[Sequence[CallRow]]:
    before = None
    while rows := call_log.page(desk, filter, before, _ROWS):
        yield rows
        before = rows[-1].key


def _lines(desk: Desk, rows: Sequence[CallRow]) -> Iterator[tuple[str, ...]]:
    ids = [row.call_id for row in rows]
    with desk.db.reading() as connection:
        more = {
            each.id: each
            for each in connection.execute(
                select(
                    t.call.c.id, t.call.c.answered_at, t.call.c.ended_at, t.call.c.ended_by,
                    t.call.c.own_number,
                ).where(t.call.c.id.in_(ids))
            )
        }  # fmt: skip
        orders = _orders(connection, ids)
        articles = _articles(connection, ids)
    for row in rows:
        own = more.get(row.call_id)  # None: erased meanwhile
        if own is not None:
            yield _harmless(
                _cells(row, own, orders.get(row.call_id, ()), articles.get(row.call_id, ()))
            )


def _cells(
    row: CallRow, more: Record, orders: Iterable[str], articles: Iterable[str]
) -> Sequence[str]:
    return (
        str(row.call_id),
        _moment(row.rang_at),
        _moment(more.answered_at),
        _moment(more.ended_at),
        "" if row.seconds is None else str(row.seconds),
        more.ended_by,
        row.direction,
        row.state,
        row.raw_number,
        row.e164 or "",
        more.own_number,
        row.answered_by,
        row.customer,
        row.staff,
        row.purpose,
        row.outcome,
        "" if row.satisfaction is None else str(row.satisfaction),
        ", ".join(orders),
        ", ".join(articles),
        row.note,
    )


def _orders(connection: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    o = t.sale_order.c
    return _by_call(connection, select(o.call_id, o.number).where(o.call_id.in_(ids)))


def _articles(connection: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    use = t.article_use.c
    query = (
        select(use.call_id, t.article.c.title)
        .join_from(t.article_use, t.article)
        .where(use.call_id.in_(ids))
    )
    return _by_call(connection, query.order_by(use.id))


def _by_call(connection: Connection, query: Select[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for call_id, text in connection.execute(query):
        found.setdefault(call_id, []).append(text)
    return found


def _moment(at: datetime | None) -> str:
    return "" if at is None else at.astimezone(SHOP_ZONE).isoformat(timespec="seconds")


def _harmless(cells: Sequence[str]) -> tuple[str, ...]:
    """A table program must not take what a caller sent for a formula."""
    return tuple(f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell for cell in cells)
