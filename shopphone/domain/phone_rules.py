"""Which reports of the telephone are shown, which are only logged, and which are left out."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from shopphone.domain.calls import CallRow
from shopphone.domain.opening_hours import is_open
from shopphone.domain.phone import Number, normalise


class Treatment(StrEnum):
    """quiet: logged, but no lane rings."""

    SHOWN = "shown"
    QUIET = "quiet"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRules:
    """The shop's lists, one number or pattern a line; hours "": always open."""

    left_out: str = ""
    blocked: str = ""
    hours: str = ""
    country: str = "DE"
    area_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What became of a report; no row: nothing was logged."""

    row: CallRow | None
    shown: bool


def treatment(
    rules: PhoneRules, number: str, own_number: str, direction: str, at: datetime
) -> Treatment:
    """at: in the shop's zone. What we dial ourselves is never quiet."""
    if _is_listed(rules, rules.left_out, number) or _is_listed(rules, rules.left_out, own_number):
        return Treatment.LEFT_OUT
    if direction == "out":
        return Treatment.SHOWN
    if _is_listed(rules, rules.blocked, number) or not is_open(rules.hours, at):
        return Treatment.QUIET
    return Treatment.SHOWN


def _is_listed(rules: PhoneRules, patterns: str, number: str) -> bool:
    if not patterns or not number:
        return False
    read = normalise(number, country=rules.country, area_code=rules.area_code)
    return any(
        pattern.fullmatch(spelling)
        for pattern in _patterns(patterns, rules.country, rules.area_code)
        for spelling in _spellings(read)
    )


def _spellings(number: Number) -> tuple[str, ...]:
    """As people write it in a pattern: +49…, 0049…, with the area code, and as it came."""
    e164 = number.e164 or ""
    came = "".join(char for char in number.raw if char.isdigit() or char in "+*#")
    return tuple({came, e164, f"00{e164[1:]}" if e164 else "", f"0{number.national}"} - {""})


@lru_cache(maxsize=16)
def _patterns(text: str, country: str, area_code: str) -> tuple[re.Pattern[str], ...]:
    found = []
    for line in text.splitlines():
        wanted = "".join(char for char in line.partition(";")[0] if char.isdigit() or char in "+*")
        if not wanted.strip("*"):
            continue  # a star alone would leave out every call
        if "*" not in wanted:
            read = normalise(wanted, country=country, area_code=area_code)
            wanted = read.e164 or wanted
        begin = "**" if wanted.startswith("**") else ""  # internal numbers of a box
        rest = re.escape(wanted.removeprefix(begin)).replace(r"\*", r"\d*")
        found.append(re.compile(re.escape(begin) + rest))
    return tuple(found)
