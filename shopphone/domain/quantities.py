"""Quantities as a clerk types them before an article: "3x", "3*", "2,5 x"."""

import re
from decimal import Decimal

_BEFORE = re.compile(r"^\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*[x×*]\s*(.*)$", re.I | re.S)


def split_quantity(text: str) -> tuple[Decimal, str]:
    """The quantity before the words, 1 if there is none; zero counts as one."""
    found = _BEFORE.match(text)
    if found is None:
        return Decimal(1), text.strip()
    quantity = Decimal(found[1].replace(",", "."))
    return quantity or Decimal(1), found[2].strip()
