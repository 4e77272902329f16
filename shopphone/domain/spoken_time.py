"""When somebody wants to be called, in their own words: "morgen 14 Uhr", "in 20 min", "Fri morning".

What is not understood whole is not guessed at: a promise at the wrong hour is worse than none.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from shopphone.domain.customers import fold

IsOff = Callable[[date], bool]

_OPENS, _CLOSES = 9, 18
_SOONEST = timedelta(hours=2)
_LONGEST = 200
_FURTHEST_HOLIDAYS = 120  # days
_WEEKDAYS = (
    "montag mo monday mon", "dienstag di tuesday tue", "mittwoch mi wednesday wed",
    "donnerstag do thursday thu", "freitag fr friday fri", "samstag sa sonnabend saturday sat",
    "sonntag so sunday sun",
)  # fmt: skip
_MONTHS = (
    "januar january jan", "februar february feb", "maerz march mar", "april apr", "mai may",
    "juni june jun", "juli july jul", "august aug", "september sep sept", "oktober october okt oct",
    "november nov", "dezember december dez dec",
)  # fmt: skip
_NUMBERS = (
    "eins ein eine einer einem one a an", "zwei two", "drei three", "vier four", "fuenf five",
    "sechs six", "sieben seven", "acht eight", "neun nine", "zehn ten", "elf eleven",
    "zwoelf twelve",
)  # fmt: skip
_PARTS = (
    ("frueh morgens morgen vormittag vormittags morning", 9), ("mittag mittags noon midday", 12),
    ("nachmittag nachmittags afternoon", 14), ("abend abends evening tonight", 17),
)  # fmt: skip
_MINUTES = (
    ("min minute minuten minutes mins", 1), ("h std stunde stunden hour hours", 60),
    ("viertelstunde", 15), ("dreiviertelstunde", 45),
)  # fmt: skip
_DAYS = (("tag tage tagen day days", 1), ("woche wochen week weeks", 7))
_FILLERS = (
    "um gegen ab ca etwa am den der im on at the around about by naechsten naechster kommenden "
    "kommender diesen next this coming bitte please uhr noch wieder again"
)


def spoken_time(text: str, now: datetime, is_off: IsOff) -> datetime | None:
    """The moment these words name, in the zone of `now`; None if they are not understood, or over.

    is_off: whether a day is a weekend or a holiday at the shop's place. A day without an hour means
    when the shop opens, 9:00; hours from one to seven are those of the afternoon.
    """
    said = _Said(fold(text[:_LONGEST]))
    try:
        found = _after_a_while(said, now) or _at_a_time(said, now, is_off)
    except ValueError:
        return None  # 31.2. or 25 Uhr
    return found if found is not None and found > now and said.is_understood else None


def usual_time(now: datetime) -> datetime:
    """What is proposed before anything is said: two hours on, but never at night or on a weekend."""
    soon = (now + _SOONEST).replace(minute=0, second=0, microsecond=0)
    if soon.date() == now.date() and _OPENS <= soon.hour < _CLOSES and soon.weekday() < 5:
        return soon
    day = now.date() if now.hour < _OPENS else now.date() + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return datetime.combine(day, time(_OPENS), now.tzinfo)


class _Said:
    """The words; what has been understood is taken out."""

    def __init__(self, text: str) -> None:
        self._text = text

    @property
    def is_understood(self) -> bool:
        return set(re.findall(r"\w+", self._text)) <= set(_FILLERS.split())

    def take(self, pattern: str) -> re.Match[str] | None:
        found = re.search(rf"\b(?:{pattern})(?!\w)", self._text)
        if found:
            self._text = f"{self._text[: found.start()]} {self._text[found.end() :]}"
        return found


def _values(groups: Iterable[tuple[str, int]]) -> dict[str, int]:
    return {word: value for words, value in groups for word in words.split()}


def _places(groups: Iterable[str], first: int) -> dict[str, int]:
    return _values((words, n) for n, words in enumerate(groups, first))


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY, _MONTH, _NUMBER = _places(_WEEKDAYS, 0), _places(_MONTHS, 1), _places(_NUMBERS, 1)
_HOUR_OF, _MINUTES_OF, _DAYS_OF = _values(_PARTS), _values(_MINUTES), _values(_DAYS)
_COUNT = rf"\d{{1,3}}(?:[.,]5)?|{_one_of(_NUMBER)}"
_HOUR = rf"\d{{1,2}}|{_one_of(_NUMBER)}"


def _number(text: str) -> float:
    return _NUMBER[text] if text in _NUMBER else float(text.replace(",", "."))


def _after_a_while(said: _Said, now: datetime) -> datetime | None:
    """ "in 20 min", "in einer halben Stunde", "in a week"."""
    minute = now.replace(second=0, microsecond=0)
    if said.take("in (?:einer |ner )?halben stunde|in half an hour"):
        return minute + timedelta(minutes=30)
    found = said.take(rf"in ({_COUNT}) ?({_one_of(_MINUTES_OF)})")
    if found:
        return minute + timedelta(minutes=_number(found[1]) * _MINUTES_OF[found[2]])
    return None


def _at_a_time(said: _Said, now: datetime, is_off: IsOff) -> datetime | None:
    day = _day(said, now.date(), is_off)
    at = _clock(said, has_day=day is not None)
    if at is None and day is None:
        return None
    at = at or time(_OPENS)
    if day is None:
        today = datetime.combine(now.date(), at, now.tzinfo)
        return today if today > now else today + timedelta(days=1)
    return datetime.combine(day, at, now.tzinfo)


def _day(said: _Said, today: date, is_off: IsOff) -> date | None:
    if said.take("nach den (?:feiertagen|weihnachtstagen|ostertagen)|after the holidays?"):
        return _after_holidays(today, is_off)
    if said.take("nach dem wochenende|after the weekend"):
        return _working(today + timedelta(days=7 - today.weekday()), is_off)
    found = said.take(rf"in ({_COUNT}) ?({_one_of(_DAYS_OF)})")
    if found:
        return today + timedelta(days=int(_number(found[1]) * _DAYS_OF[found[2]]))
    for pattern, days in (
        ("uebermorgen|(?:the )?day after tomorrow", 2),
        ("heute|today|(?=tonight)", 0),
        ("tomorrow", 1),
    ):
        if said.take(pattern):
            return today + timedelta(days=days)
    return _dated(said, today) or _weekday(said, today) or _tomorrow(said, today)


def _dated(said: _Said, today: date) -> date | None:
    """ "24.12.", "24. Dezember", "Dec 24", "2026-12-24"; without a year the next one there is."""
    months = _one_of(_MONTH)
    if found := said.take(r"(\d{4})-(\d\d)-(\d\d)"):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := said.take(r"(\d{1,2})\. ?(\d{1,2})\.((?: ?\d\d)?\d\d)?(?=\s|$)"):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := said.take(rf"(\d{{1,2}})(?:\.|th|st|nd|rd)? ?({months})(?: (\d{{4}}))?"):
        day, month, year = int(found[1]), _MONTH[found[2]], found[3]
    elif found := said.take(rf"({months}) (\d{{1,2}})(?:th|st|nd|rd)?"):
        day, month, year = int(found[2]), _MONTH[found[1]], None
    else:
        return None
    if year:
        return date(int(year) + (2000 if int(year) < 100 else 0), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _weekday(said: _Said, today: date) -> date | None:
    """The coming one, never today; "nächste Woche" is the one after the coming Sunday."""
    next_week = said.take("naechste woche|next week|kommende woche")
    found = said.take(_one_of(_WEEKDAY))
    monday = today + timedelta(days=7 - today.weekday())
    if next_week:
        return monday + timedelta(days=_WEEKDAY[found[0]] if found else 0)
    if not found:
        return None
    return today + timedelta(days=(_WEEKDAY[found[0]] - today.weekday() - 1) % 7 + 1)


def _tomorrow(said: _Said, today: date) -> date | None:
    """The German word is the next day here; behind another day it is the morning."""
    return today + timedelta(days=1) if said.take("morgen") else None


def _after_holidays(today: date, is_off: IsOff) -> date | None:
    """The first working day after the next holiday that is not just a weekend."""
    for n in range(_FURTHEST_HOLIDAYS):
        day = today + timedelta(days=n)
        if day.weekday() < 5 and is_off(day):
            return _working(day, is_off)
    return None


def _working(day: date, is_off: IsOff) -> date:
    while is_off(day):
        day += timedelta(days=1)
    return day


def _clock(said: _Said, *, has_day: bool) -> time | None:
    part = said.take(_one_of(_HOUR_OF))
    hour_of_part = _HOUR_OF[part[0]] if part else None
    told = _told(said, has_day=has_day or part is not None)
    if told is None:
        return time(hour_of_part) if hour_of_part is not None else None
    hour, minute, is_exact = told
    is_morning = hour_of_part is not None and hour_of_part < 12
    if not is_exact and not is_morning and (hour < 8 or (hour_of_part or 0) > 12) and hour < 12:
        hour += 12
    return time(hour, minute)


def _told(said: _Said, *, has_day: bool) -> tuple[int, int, bool] | None:
    """Hour, minute, and whether it can only be meant so."""
    if found := said.take(r"(\d{1,2})(?:[:.](\d\d))? ?(am|pm)"):
        hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0)
        return hour, int(found[2] or 0), True
    if found := said.take(r"(\d{1,2})[:.](\d\d)(?: ?uhr| ?h)?"):
        return int(found[1]), int(found[2]), len(found[1]) == 2
    if found := said.take(rf"halb ({_HOUR})"):
        return int(_number(found[1])) - 1, 30, False
    if found := said.take(rf"(viertel nach|quarter past|half past) ({_HOUR})"):
        return int(_number(found[2])), 30 if found[1] == "half past" else 15, False
    if found := said.take(rf"(?:viertel vor|dreiviertel|quarter to) ({_HOUR})"):
        return int(_number(found[1])) - 1, 45, False
    if found := said.take(rf"({_HOUR}) ?(?:uhr|h|o'?clock)(?: (\d\d))?"):
        return int(_number(found[1])), int(found[2] or 0), False
    if found := said.take(rf"(?:um|gegen|ab|at|around|about|by) ({_HOUR})"):
        return int(_number(found[1])), 0, False
    if has_day and (found := said.take(r"\d{1,2}")):
        return int(found[0]), 0, False
    return None
