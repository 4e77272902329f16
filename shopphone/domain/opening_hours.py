"""Opening hours as a shop writes them: "Mo-Fr 9-17, Sa 10:00–13:00", in German or English."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

_DAYS = {
    name: day
    for day, names in enumerate(
        ("mo mon", "di tu tue", "mi we wed", "do th thu", "fr fri", "sa sat", "so su sun")
    )
    for name in names.split()
}
_DAY = r"[A-Za-z]{2,10}\.?"
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?"
_PART = re.compile(
    rf"({_DAY}(?:\s*(?:[-–,+&]|bis|to|und|and)\s*{_DAY})*)\s*:?\s*"
    rf"{_TIME}\s*(?:Uhr|h)?\s*(?:[-–]|bis|to)\s*{_TIME}(?!\d)"
)
_SPAN = re.compile(rf"({_DAY})(?:\s*(?:[-–]|bis|to)\s*({_DAY}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """On these days (Monday is 0) from one minute of the day to another."""

    days: frozenset[int]
    begin: int
    end: int


@lru_cache(maxsize=16)
def read_hours(text: str) -> tuple[Hours, ...]:
    """Every part that can be read; nothing if none can."""
    found = []
    for names, hour, minute, end_hour, end_minute in _PART.findall(text):
        days = _days(names)
        begin, end = _minutes(hour, minute), _minutes(end_hour, end_minute)
        if days and begin < end <= 24 * 60:
            found.append(Hours(days=days, begin=begin, end=end))
    return tuple(found)


def is_open(text: str, at: datetime) -> bool:
    """at: in the shop's zone. Hours nobody can read close nothing."""
    hours = read_hours(text)
    minute = at.hour * 60 + at.minute
    return not hours or any(
        at.weekday() in each.days and each.begin <= minute < each.end for each in hours
    )


def _days(names: str) -> frozenset[int]:
    found: set[int] = set()
    for first, last in _SPAN.findall(names):
        begin = _day(first)
        end = _day(last) if last else begin
        if begin is None or end is None:
            continue
        found |= {(begin + n) % 7 for n in range((end - begin) % 7 + 1)}
    return frozenset(found)


def _day(name: str) -> int | None:
    plain = name.casefold().rstrip(".")
    return next((_DAYS[plain[:length]] for length in (3, 2) if plain[:length] in _DAYS), None)


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute or 0)
