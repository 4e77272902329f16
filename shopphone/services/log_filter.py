"""What a filter of the call log asks of the database, newest call first.

On SQLite one index (ix_call_words) holds everything a call can be searched by. It is walked from its
new end: what is common fills the page at once, and what is nowhere costs one walk to the old end.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, type_coerce

from shopphone.domain.calls import CallFilter
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.types import Key, to_ms

_FEWEST_DIGITS = 3
_NUMBER_LIKE = re.compile(r"[+(]?[\d\s()/.–-]+")
_MOST_NAMED = 200
_ESCAPE = "\\"

_c = t.call.c
NEWEST_FIRST = (_c.rang_at.desc(), _c.id.desc())

Condition = ColumnElement[bool]
LogKey = tuple[int, int]  # milliseconds, id


def conditions(
    desk: Desk, filter: CallFilter, *, before: LogKey | None = None, down_to: LogKey | None = None
) -> list[Condition]:
    """Everything the filter asks, all of it at once, between two keys of the log.

    before: only what is older. down_to: nothing older than this one.
    """
    wanted = [
        (_c.direction, filter.direction),
        (_c.state, filter.state),
        (_c.purpose, filter.purpose),
        (_c.outcome_id, filter.outcome_id),
        (_c.staff_id, filter.staff_id),
        (_c.customer_id, filter.customer_id),
    ]
    asked = [(column, value) for column, value in wanted if value]
    walks = desk.db.is_sqlite and (len(asked) > 1 or bool(filter.text or filter.number))
    found = _between(filter, before, down_to)
    for column, value in asked:
        # SQLite takes an index of one column wherever there is one, and then fetches every row of
        # it; an expression leaves it only the walk
        plain = not walks or column is _c.customer_id
        found.append((column if plain else func.coalesce(column, column)) == value)
    if filter.number:  # few calls are left for the words to be looked for
        found.append(_has_number(filter.number))
    if filter.text:
        found.append(_has_words(desk, filter.text))
    return found


def _between(filter: CallFilter, before: LogKey | None, down_to: LogKey | None) -> list[Condition]:
    """One plain bound at each end is what the index is walked by: of several it takes any."""
    at, found = type_coerce(_c.rang_at, Key), list[Condition]()
    earliest = [_midnight(filter.from_day)] if filter.from_day else []
    latest = [_midnight(filter.to_day + timedelta(days=1)) - 1] if filter.to_day else []
    if before is not None:
        latest.append(before[0])
        found.append(or_(at < before[0], _c.id < before[1]))
    if down_to is not None:
        earliest.append(down_to[0])
        found.append(or_(at > down_to[0], _c.id >= down_to[1]))
    if earliest:
        found.append(at >= max(earliest))
    if latest:
        found.append(at <= min(latest))
    return found


def _midnight(day: date) -> int:
    return to_ms(datetime.combine(day, time(), SHOP_ZONE))


def page_of(
    rows: Select[Any], where: list[Condition], order: tuple[Any, ...], limit: int
) -> Select[Any]:
    """The log's columns of the first calls that fit: found by the index alone, then fetched."""
    keys = select(_c.id).where(*where).order_by(*order).limit(limit).subquery()
    return rows.where(_c.id.in_(select(keys.c.id))).order_by(*order)


def _has_words(desk: Desk, text: str) -> Condition:
    """In the note, the customer's name, the number, or the number of an order of this call."""
    people = select(t.customer.c.id).where(_contains(desk, t.customer.c.name, text))
    ordered = select(t.sale_order.c.call_id).where(t.sale_order.c.number == text.strip().upper())
    found = [_contains(desk, _c.note, text)]
    with desk.db.reading() as connection:
        # looked up first: nearly always there are none, and then no call need be held against them
        some = connection.execute(people.limit(_MOST_NAMED + 1)).scalars().all()
        orders = [key for key in connection.execute(ordered).scalars() if key is not None]
    if some:
        found.append(_c.customer_id.in_(people if len(some) > _MOST_NAMED else some))
    if orders:
        found.append(_c.id.in_(orders))
    digits = _digits(text)
    if len(digits) >= _FEWEST_DIGITS and _NUMBER_LIKE.fullmatch(text.strip()):
        found.append(_c.e164.contains(digits))
    return or_(*found)


def _has_number(text: str) -> Condition:
    """A number, or a part of one, in any spelling; and what no number was made of, as it came."""
    as_it_came = _c.raw_number.contains(text.strip(), autoescape=True)
    digits = _digits(text)
    return or_(as_it_came, _c.e164.contains(digits)) if digits else as_it_came


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit()).lstrip("0")


def _contains(desk: Desk, column: Any, text: str) -> Condition:
    """Capitals or not.

    SQLite's LIKE knows that of A to Z only, its GLOB of any letter but four times slower, and our own
    lower() is slower still: LIKE looks at every call, GLOB at those that are left.
    """
    if not desk.db.is_sqlite:
        return column.icontains(text, autoescape=True)  # type: ignore[no-any-return]  # of any column
    roughly = "".join(char if char.isascii() else "_" for char in _escaped(text))
    like: Condition = column.like(f"%{roughly}%", escape=_ESCAPE)
    if text.isascii():
        return like
    exactly: Condition = column.op("GLOB")(f"*{''.join(map(_either, text))}*")
    return and_(like, exactly)


def _either(char: str) -> str:
    """What GLOB takes for a letter small or in capitals, or for a sign itself."""
    both = sorted(each for each in {char, char.lower(), char.upper()} if len(each) == 1)
    return f"[{''.join(both)}]" if len(both) > 1 or char in "*?[" else char


def _escaped(text: str) -> str:
    for char in (_ESCAPE, "%", "_"):
        text = text.replace(char, _ESCAPE + char)
    return text
