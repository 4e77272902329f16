"""Reckons every row of a file of worked examples again, through the program's own rules.

`python -m tests.check_deadlines FILE.csv`: columns rule, land, goods_on, instructed_on,
concluded_on, confirmed_on, event_on, last_day. Ends with 1 if a row differs or cannot be
reckoned, with 2 if the file cannot be read.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from shopphone.domain import workdays
from shopphone.domain.deadlines import Events, MissingEvent, Reckoning, UnknownRule, reckon

COLUMNS = (
    "rule", "land", "goods_on", "instructed_on", "concluded_on", "confirmed_on", "event_on",
    "last_day",
)  # fmt: skip
_DATES = ("goods_on", "concluded_on", "confirmed_on", "event_on")


class Broken(Exception):
    """A row says something that cannot be understood."""


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m tests.check_deadlines FILE.csv", file=sys.stderr)
        return 2
    try:
        rows = list(read(Path(arguments[0])))
    except (OSError, UnicodeDecodeError, csv.Error, Broken) as error:
        print(f"{arguments[0]}: {error}", file=sys.stderr)
        return 2
    wrong = 0
    for number, row in rows:
        said = difference(row)
        if said:
            wrong += 1
            print(f"line {number}: {said}")
    print(f"{len(rows) - wrong} of {len(rows)} rows agree")
    return 1 if wrong else 0


def read(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their lines in the file."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.DictReader(opened)
        lacking = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if lacking:
            raise Broken(f"columns are missing: {', '.join(lacking)}")
        for row in reader:
            yield reader.line_num, {name: (row[name] or "").strip() for name in COLUMNS}


def difference(row: dict[str, str]) -> str:
    """What is wrong with a row; nothing if it agrees."""
    shown = " ".join(value for name, value in row.items() if value and name != "last_day")
    try:
        found = reckoned(row)
        expected = _day(row, "last_day")
        if expected is None:
            raise Broken("last_day is empty")
    except UnknownRule as error:
        return f"{shown}: no rule {str(error)!r} is known"
    except MissingEvent as error:
        return f"{shown}: {error} is needed for this rule and empty"
    except (Broken, OverflowError, ValueError) as error:
        return f"{shown}: {error}"
    if found.last_day == expected:
        return ""
    steps = ", ".join(f"{step.code} {step.day}" for step in found.steps)
    return f"{shown}: the file says {expected}, reckoned {found.last_day} ({steps})"


def reckoned(row: dict[str, str]) -> Reckoning:
    never = row["instructed_on"].casefold() == "never"
    return reckon(
        row["rule"],
        Events(
            places=_places(row["land"]),
            instructed_on=None if never else _day(row, "instructed_on"),
            never_instructed=never,
            **{name: _day(row, name) for name in _DATES},
        ),
    )


def _places(land: str) -> tuple[str, ...]:
    found = tuple(each.strip() for each in land.split("|") if each.strip())
    unknown = [each for each in found if not workdays.is_place(each)]
    if unknown:
        raise Broken(f"no holidays are known for {', '.join(unknown)}")
    return found


def _day(row: dict[str, str], name: str) -> date | None:
    text = row[name]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Broken(f"{name} {text!r} is no date") from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
