"""Quantities as a clerk types them with an article: "3x", "3*", "2,5 x", "GP-28 x 2", "2 GP-28"."""

import re
from decimal import Decimal

from shopphone.domain.errors import Refused

_NUMBER = r"(-?\d{1,12}(?:[.,]\d{1,3})?)"
_BEFORE = re.compile(rf"^\s*{_NUMBER}\s*[x×*]\s*(.*)$", re.I | re.S)
_BEHIND = re.compile(rf"^(.*\S)\s+[x×*]\s*{_NUMBER}\s*$", re.I | re.S)
_BARE = re.compile(r"^\s*([1-9]\d{0,4})\s+(\S+)\s*$")
_MOST = 99_999


def split_quantity(text: str) -> tuple[Decimal, str]:
    """The quantity before or behind the words, 1 if there is none. Raises Refused: quantity_wrong."""
    before, behind = _BEFORE.match(text), _BEHIND.match(text)
    if before is not None:
        return _checked(before[1]), before[2].strip()
    if behind is not None:
        return _checked(behind[2]), behind[1].strip()
    return Decimal(1), text.strip()


def bare_quantity(text: str) -> tuple[Decimal, str] | None:
    """A number before one word: a quantity only if that word is an article's code."""
    found = _BARE.match(text)
    return None if found is None else (Decimal(found[1]), found[2])


def _checked(number: str) -> Decimal:
    quantity = Decimal(number.replace(",", "."))
    if not 0 < quantity <= _MOST:
        raise Refused("quantity_wrong", field="input", limit=_MOST)
    return quantity
