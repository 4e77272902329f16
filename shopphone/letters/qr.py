"""The payment code (GiroCode, EPC069-12 version 002): what a banking app fills in by itself."""

import unicodedata
from decimal import Decimal
from functools import lru_cache

from shopphone.domain.letters import Seller

_MAX_NAME, _MAX_TEXT, _MAX_BYTES = 70, 140, 331
_LEAST, _MOST = Decimal("0.01"), Decimal("999999999.99")
_SHORTEST_IBAN = 15
QUIET_MODULES = 4
LEAST_MODULE_MM = 0.5  # a phone reads this from a printed page without effort


def is_payable(seller: Seller, amount: Decimal) -> bool:
    """Whether a code can say it: an IBAN is known and the amount is one the norm allows."""
    return len(_plain(seller.iban)) >= _SHORTEST_IBAN and _LEAST <= amount <= _MOST


def payload(seller: Seller, amount: Decimal, reference: str) -> str:
    """The lines of the code; the empty purpose and reference lines must exist.

    A name or text that would break the norm's 331 bytes is cut, never the account or the amount.
    """
    bic = _plain(seller.bic)
    head = ["BCD", "002", "1", "SCT", bic if len(bic) in (8, 11) else ""]
    iban = _plain(seller.iban)
    name, text = _one_line(seller.name)[:_MAX_NAME], _one_line(reference)[:_MAX_TEXT]
    while True:
        lines = "\n".join((*head, name, iban, f"EUR{amount:.2f}", "", "", text))
        if len(lines.encode()) <= _MAX_BYTES or not (name or text):
            return lines
        if len(text.encode()) > len(name.encode()):
            text = text[:-1]
        else:
            name = name[:-1]


def _plain(account: str) -> str:
    return "".join(char for char in account if char.isascii() and char.isalnum()).upper()[:34]


def _one_line(text: str) -> str:
    """A line break would move every following field (a known fault of other programs)."""
    text = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text)
    return " ".join(text.split())


@lru_cache(maxsize=256)
def rows(text: str) -> tuple[str, ...]:
    """The matrix with its quiet zone, "1" for black; error level M as the norm asks."""
    import segno

    # a given mask saves half of a letter's time; every mask is readable, the best only by a little
    code = segno.make(text, error="m", boost_error=False, encoding="utf-8", micro=False, mask=4)
    side = "0" * QUIET_MODULES
    dark = [side + bytes(row).translate(_DIGITS).decode() + side for row in code.matrix]
    quiet = ("0" * len(dark[0]),) * QUIET_MODULES
    return (*quiet, *dark, *quiet)


_DIGITS = bytes(48 + (n & 1) for n in range(256))
