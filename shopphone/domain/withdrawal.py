"""The end of the right of withdrawal: §§ 187-193, 355, 356 BGB, and the shop's own extension."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

TWO_WEEKS = timedelta(days=14)
ABROAD = ("AT", "CH")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBefore:
    """The receipt is not known: the period ends no earlier than this day; never shown as a date."""

    day: date


def last_day(
    received_on: date,
    *,
    lands: Iterable[str],
    instructed_on: date | None = None,
    never_instructed: bool = False,
) -> date:
    """Last day of the statutory 14 days: the day of the event is not counted (§ 187 (1) BGB).

    received_on: receipt of the last good (§ 356 (2) Nr. 1), or the conclusion for services.
    instructed_on: when the written instruction came, if later (§ 356 (3)). It ends at the latest
    12 months and 14 days after the receipt (§ 356 (4)), then shifted by § 193.
    """
    latest = months_after(received_on, 12) + TWO_WEEKS
    if never_instructed:
        return next_working_day(latest, lands)
    start = max(received_on, instructed_on) if instructed_on else received_on
    return next_working_day(min(start + TWO_WEEKS, latest), lands)


def extension_ends(confirmed_on: date, months: int, lands: Iterable[str]) -> date | None:
    """Last day of the shop's voluntary extension from receipt of the confirmation; 0: none."""
    if months <= 0:
        return None
    return next_working_day(months_after(confirmed_on, months), lands)


def ends(
    *,
    received_on: date | None,
    confirmed_on: date | None,
    sent_on: date,
    months: int,
    lands: Iterable[str],
    instructed_on: date | None = None,
) -> date | NotBefore:
    """What the program shows: the later of the statutory and the contractual last day.

    The instruction comes with the confirmation, so without a known receipt of goods and of
    confirmation it is "not before", counted from the sending; an unknown date is never invented.
    """
    places = tuple(lands)
    confirmed = confirmed_on or sent_on
    last = last_day(received_on or sent_on, lands=places, instructed_on=instructed_on or confirmed)
    extended = extension_ends(confirmed, months, places)
    last = max(last, extended) if extended else last
    unknown = received_on is None or (confirmed_on is None and (months > 0 or not instructed_on))
    return NotBefore(day=last) if unknown else last


def has_right(withdrawal_rule: str) -> bool:
    """Lines that can lose the right still have it; so do bets taken by phone (§ 312g (2) Nr. 12)."""
    return not withdrawal_rule.startswith("never") or withdrawal_rule == "never:12"


def place(country: str, land: str) -> str:
    """Where a shop or customer is, as the holidays are asked for."""
    return f"{country}-{land}" if country in ABROAD else land


def is_land(text: str) -> bool:
    """Whether holidays are known for this state or town of Germany ("BY", "Augsburg"); "-": none."""
    import holidays

    known = holidays.country_holidays("DE")
    country, part = _parts(text)
    return text == "-" or (country == "DE" and part in known.subdivisions)


def months_after(day: date, months: int) -> date:
    """The same number months later, or the month's last day (§ 188 (2), (3) BGB)."""
    years, month = divmod(day.month - 1 + months, 12)
    first_after = date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last_of_month = first_after - timedelta(days=1)
    return last_of_month.replace(day=min(day.day, last_of_month.day))


def next_working_day(day: date, lands: Iterable[str]) -> date:
    """§ 193 BGB: a Saturday, Sunday or public holiday moves the end to the next working day.

    A holiday at the customer's or at the shop's place counts: that never shortens the right.
    """
    places = tuple(lands)
    while day.weekday() >= 5 or any(_is_holiday(day, place) for place in places):
        day += timedelta(days=1)
    return day


def _is_holiday(day: date, place: str) -> bool:
    return day in _holidays(place, day.year)


@lru_cache(maxsize=256)
def _holidays(place: str, year: int) -> frozenset[date]:
    if place == "-":
        return frozenset()
    country, part = _parts(place)
    categories = ("public", "catholic") if country == "DE" and part in ("BY", "SL") else ("public",)
    try:
        return _known_holidays(country, part or None, year, categories)
    except NotImplementedError:
        # a place the library does not know, such as a mistyped one: the whole country's count
        return _known_holidays(country, None, year, ("public",))


def _parts(place: str) -> tuple[str, str]:
    """Country and part of "BY", "Augsburg", "AT" or "CH-ZH"; nothing in front means Germany."""
    first, _, second = place.partition("-")
    country, part = (first, second) if first in ABROAD else ("DE", place)
    return country, part.upper() if len(part) == 2 else part


def _known_holidays(
    country: str, part: str | None, year: int, categories: tuple[str, ...]
) -> frozenset[date]:
    # holidays takes a tenth of a second to import, and only deadlines need it
    import holidays

    return frozenset(
        holidays.country_holidays(country, subdiv=part, years=year, categories=categories)
    )
