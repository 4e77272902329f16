"""Headings of foreign tables: compared without case, accents, signs and units, by tables of names.

A layout in resources/imports/<kind>.toml:

    [shopify]
    title = "Shopify"
    needs = ["handle", "price|net"]     # without these columns it is another format
    [shopify.columns]
    handle = ["Handle", "URL handle"]   # our name = all headings it goes by, the best first
    "option#_name" = ["Option# name"]   # "#" stands for 1 to 20
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]")
_UMLAUT = re.compile(r"([aou])e")
_MOST_NUMBERED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of one format.

    sign: the decimal sign it always writes, "" to find out per column. facts: anything else the
    format's reader wants to know ("prices" = "net").
    """

    name: str
    title: str
    source: str
    needs: tuple[str, ...]
    sign: str
    columns: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, str]


def folded(heading: str) -> str:
    """What is compared: "Gewicht (kg)" and "gewicht", "Größe" and "Groesse" are the same."""
    plain = _ASIDE.sub(" ", heading).casefold()
    parts = unicodedata.normalize("NFKD", plain)
    letters = "".join(each for each in parts if each.isalnum())
    return _UMLAUT.sub(r"\1", letters)


def unit_of(heading: str) -> str:
    """What stands in brackets: "kg" of "Gewicht (kg)"."""
    found = _ASIDE.search(heading)
    return found[1].strip().casefold() if found else ""


def matched(layout: Layout, head: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Where our columns are; what a person has mapped wins, and then the best name."""
    places: dict[str, int] = {}
    for n, heading in enumerate(head):
        places.setdefault(folded(heading), n)
    found: dict[str, int] = {}
    taken: set[int] = set()
    for ours, heading in mapping.items():
        place = places.get(folded(heading))
        if place is not None:
            found[ours] = place
            taken.add(place)
    for ours, names in layout.columns.items():
        place = next(
            (places[name] for name in names if places.get(name, -1) not in (-1, *taken)), None
        )
        if ours not in found and place is not None:
            found[ours] = place
            taken.add(place)
    return found


def layouts_of(tables: Mapping[str, Any]) -> dict[str, Layout]:
    return {name: _layout(name, table) for name, table in tables.items()}


def _layout(name: str, table: Mapping[str, Any]) -> Layout:
    columns: dict[str, tuple[str, ...]] = {}
    for ours, names in table["columns"].items():
        if "#" not in ours:
            columns[ours] = tuple(folded(each) for each in names)
            continue
        for n in range(1, _MOST_NUMBERED + 1):
            numbered = tuple(folded(each.replace("#", str(n))) for each in names)
            columns[ours.replace("#", str(n))] = numbered
    told = ("title", "source", "needs", "sign", "columns")
    return Layout(
        name=name,
        title=table["title"],
        source=table.get("source", name),
        needs=tuple(table["needs"]),
        sign=table.get("sign", ""),
        columns=columns,
        facts={key: str(value) for key, value in table.items() if key not in told},
    )
