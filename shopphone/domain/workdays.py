"""Days that end a period: working days, public holidays by place, months of unequal length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ABROAD = ("AT", "CH")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day on which no period ends: saturday, sunday, or a holiday with its name and place."""

    day: date
    kind: str
    name: str = ""
    place: str = ""


def place(country: str, land: str) -> str:
    """Where a shop or customer is, as the holidays are asked for."""
    return f"{country}-{land}" if country in ABROAD and land else country if land == "" else land


def is_land(text: str) -> bool:
    """Whether holidays are known for this state or town of Germany ("BY", "Augsburg"); "-": none."""
    country, _ = _parts(text)
    return country == "DE" and is_place(text)


def is_place(text: str) -> bool:
    """Whether holidays are known here: "BY", "Augsburg", "AT", "CH-ZH"; "-": none are counted."""
    import holidays

    country, part = _parts(text)
    known = holidays.country_holidays(country).subdivisions
    return text == "-" or part in known or (country in ABROAD and part == "")


def months_after(day: date, months: int) -> date:
    """The same number months later, or the month's last day (§ 188 (2), (3) BGB)."""
    years, month = divmod(day.month - 1 + months, 12)
    first_after = date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last_of_month = first_after - timedelta(days=1)
    return last_of_month.replace(day=min(day.day, last_of_month.day))


def next_working_day(day: date, places: Iterable[str]) -> date:
    """§ 193 BGB: a Saturday, Sunday or public holiday moves the end to the next working day.

    A holiday at the customer's or at the shop's place counts: that never shortens the right.
    """
    skipped = days_off(day, places)
    return skipped[-1].day + timedelta(days=1) if skipped else day


def days_off(day: date, places: Iterable[str]) -> tuple[DayOff, ...]:
    """The days from this one on that are no working days, up to the next working day."""
    at = tuple(places)
    found = []
    while (off := _off(day, at)) is not None:
        found.append(off)
        day += timedelta(days=1)
    return tuple(found)


def _off(day: date, places: tuple[str, ...]) -> DayOff | None:
    for where in places:
        name = _holidays(where, day.year).get(day)
        if name is not None:
            return DayOff(day=day, kind="holiday", name=name, place=where)
    if day.weekday() >= 5:
        return DayOff(day=day, kind="sunday" if day.weekday() == 6 else "saturday")
    return None


@lru_cache(maxsize=256)
def _holidays(where: str, year: int) -> dict[date, str]:
    if where == "-":
        return {}
    country, part = _parts(where)
    # Mariä Himmelfahrt is a holiday in most towns of Bavaria, and the longer period is the safe one
    categories = ("public", "catholic") if country == "DE" and part in ("BY", "SL") else ("public",)
    try:
        return _known_holidays(country, part or None, year, categories)
    except NotImplementedError:
        # a place the library does not know, such as a mistyped one: the whole country's count
        return _known_holidays(country, None, year, ("public",))


def _parts(where: str) -> tuple[str, str]:
    """Country and part of "BY", "Augsburg", "AT" or "CH-ZH"; nothing in front means Germany."""
    first, _, second = where.partition("-")
    country, part = (first, second) if first in ABROAD else ("DE", where)
    return country, part.upper() if len(part) == 2 else part


def _known_holidays(
    country: str, part: str | None, year: int, categories: tuple[str, ...]
) -> dict[date, str]:
    # holidays takes a tenth of a second to import, and only deadlines need it
    import holidays

    return dict(
        holidays.country_holidays(
            country, subdiv=part, years=year, categories=categories, language="de"
        )
    )
