"""Numbers of foreign tables: which sign parts the decimals is decided per column, never per cell."""

import re
from collections.abc import Iterable
from decimal import Decimal

AMBIGUOUS = "?"
# spaces and apostrophes only ever part thousands
_BLANKS = re.compile("[\\s\u00a0\u202f'’]")
_MONEY = re.compile(r"^(?:€|eur|\$|usd|£|gbp|chf)|(?:€|eur|\$|usd|£|gbp|chf)$", re.I)
_PLAIN = re.compile(r"[+-]?\d+")
_ENGLISH = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?")
_GERMAN = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?")
_UNSURE = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def sign_of(cells: Iterable[str]) -> str:
    """The decimal sign of a column: "," or ".", "" if it has none at all, "?" if nobody can say."""
    signs: set[str] = set()
    is_unsure = False
    for cell in cells:
        text = bare(cell)
        if not text or _PLAIN.fullmatch(text):
            continue
        if _UNSURE.fullmatch(text):
            is_unsure = True
        else:
            signs |= _evidence(text)
    if len(signs) == 1:
        return signs.pop()
    return AMBIGUOUS if is_unsure else ""


def number(cell: str, sign: str) -> Decimal:
    """Raises ValueError for what is no number, or one that could mean two things."""
    text = cell if cell.isascii() and cell.isdigit() else bare(cell)
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if not sign:
        evidence = set() if _UNSURE.fullmatch(text) else _evidence(text)
        if len(evidence) != 1:
            raise ValueError(cell)
        sign = evidence.pop()
    fits = _GERMAN if sign == "," else _ENGLISH
    if not fits.fullmatch(text) or not any(each.isdigit() for each in text):
        raise ValueError(cell)
    if sign == ",":
        return Decimal(text.replace(".", "").replace(",", "."))
    return Decimal(text.replace(",", ""))


def bare(cell: str) -> str:
    """The number without money and blanks, with a minus that Python knows."""
    text = _BLANKS.sub("", cell).replace("\u2212", "-")
    return _MONEY.sub("", text)


def _evidence(text: str) -> set[str]:
    """The signs that can part the decimals of this number, one alone if it is sure."""
    return {
        sign
        for sign, fits in ((",", _GERMAN), (".", _ENGLISH))
        if sign in text and fits.fullmatch(text) and not _is_grouped(text, sign)
    } or ({"." if "," in text else ","} if _is_grouped_only(text) else set())


def _is_grouped(text: str, sign: str) -> bool:
    return text.count(sign) > 1


def _is_grouped_only(text: str) -> bool:
    """1.234.567 has no decimals, but its dots tell that a comma would part them."""
    return any(text.count(sign) > 1 for sign in ",.")
