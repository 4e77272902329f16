"""Days as people type them in a table: 30.11.2026 or 2026-11-30."""

import re
from datetime import date

from shopphone.domain.errors import Refused

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def typed_day(text: str) -> date | None:
    """The day, None for nothing typed. Raises ValueError for anything else."""
    plain = text.strip()
    if not plain:
        return None
    found = _GERMAN.fullmatch(plain)
    if found is None:
        return date.fromisoformat(plain)
    day, month, year = map(int, found.groups())
    return date(year, month, day)


def check_noted(day: date, *, since: date, today: date) -> None:
    """A day that somebody notes of an order. Raises Refused: day_in_future, day_before_order."""
    if day > today:
        raise Refused("day_in_future", field="day")
    if day < since:
        raise Refused("day_before_order", field="day")
