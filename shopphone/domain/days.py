"""Days as people type them: 30.11.2026 or 2026-11-30; in a search also 30.11. and months."""

import re
from datetime import date, timedelta

from shopphone.domain.errors import Refused

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})|(?P<m>\d{1,2})\.(?P<y>\d{4})")


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


def searched_days(text: str, today: date) -> tuple[date, date] | None:
    """First day and the day after the last of a day or month somebody looks for; None: it is none.

    Without a year it is the last such day that has come.
    """
    try:
        month = _MONTH.fullmatch(text)
        if month is not None:
            first = date(int(month["year"] or month["y"]), int(month["month"] or month["m"]), 1)
            return _since_long_ago(first, (first + timedelta(days=31)).replace(day=1))
        short = _WITHOUT_YEAR.fullmatch(text)
        found = typed_day(text) if short is None else _last_such_day(short, today)
        return None if found is None else _since_long_ago(found, found + timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _since_long_ago(first: date, after: date) -> tuple[date, date] | None:
    """The first days of the calendar have no moment in UTC."""
    return None if first.year < 1900 else (first, after)


def _last_such_day(short: re.Match[str], today: date) -> date:
    day, month = map(int, short.groups())
    year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return date(year, month, day)


def check_noted(day: date, *, since: date, today: date) -> None:
    """A day that somebody notes of an order. Raises Refused: day_in_future, day_before_order."""
    if day > today:
        raise Refused("day_in_future", field="day")
    if day < since:
        raise Refused("day_before_order", field="day")
