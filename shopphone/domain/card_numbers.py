"""Numbers of payment cards in a text: found by issuer, length and check digit, so none is kept.

Card numbers may not be kept here at all (PCI DSS). EANs, IBANs, tracking and phone numbers must
pass untouched: a number counts only in the groups cards are read out in, and with a check digit
that fits.
"""

import re
from dataclasses import dataclass

# a run of digits in groups, not a part of a longer number or word but one that names a card
_RUN = re.compile(
    r"(?:(?<![\w+/.,-])|(?<=[^\W\d]\.)|(?<=visa)|(?<=card)|(?<=karte)|(?<=amex))"
    r"\d+(?:(?:[ \u00a0\t\-–—./]{1,3}|[ \t]*\r?\n[ \t]*)\d+)*(?!\w)",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"\d+")
_SHAPES = frozenset(((4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 2), (8, 8)))
_BLOCK = re.compile(r"4|22|1111")
_JOINED = frozenset(((4, 8, 4), (4, 4, 8), (8, 4, 4), (4, 12), (12, 4)))
_MASK = "•"
_LAST = 4


@dataclass(frozen=True, slots=True)
class CardNumber:
    """Where in the text it stands, and its digits."""

    start: int
    end: int
    digits: str


def found(text: str) -> tuple[CardNumber, ...]:
    """Everything in this text that looks like the number of a payment card."""
    return tuple(
        card for run in _RUN.finditer(text) for card in _in_run(text, run.start(), run.end())
    )


def masked(text: str, allowed: frozenset[str] = frozenset()) -> str:
    """The text with all but the last four digits of each card number blotted out.

    allowed: digits of numbers of which someone has said that they are no card's.
    """
    for card in reversed(found(text)):
        if card.digits not in allowed:
            kept = text[card.start : card.end]
            hidden = len(card.digits) - _LAST
            seen = 0
            letters = []
            for char in kept:
                seen += char.isdigit()
                letters.append(_MASK if char.isdigit() and seen <= hidden else char)
            text = text[: card.start] + "".join(letters) + text[card.end :]
    return text


def _in_run(text: str, start: int, end: int) -> list[CardNumber]:
    groups = [(each.start(), each.end()) for each in _GROUPS.finditer(text, start, end)]
    cards: list[CardNumber] = []
    first = 0
    while first < len(groups):
        last = _card_from(text, groups, first)
        if last is None:
            first += 1
            continue
        begin, stop = groups[first][0], groups[last][1]
        digits = "".join(filter(str.isdigit, text[begin:stop]))
        cards.append(CardNumber(begin, stop, digits))
        first = last + 1
    return cards


def _card_from(text: str, groups: list[tuple[int, int]], first: int) -> int | None:
    """The group a card number that begins with this one ends with."""
    for last in range(len(groups) - 1, first - 1, -1):
        shape = tuple(stop - start for start, stop in groups[first : last + 1])
        digits = "".join(text[start:stop] for start, stop in groups[first : last + 1])
        between = text[groups[first][1] : groups[last][0]]
        if len(shape) == 2 and (len(between) > 1 or between == "\n"):
            continue  # two EANs in a column, or a part number said twice
        if _is_read_out(shape) and is_card(digits):
            return last
    return None


def _is_read_out(shape: tuple[int, ...]) -> bool:
    """In one piece, in the groups printed on cards or parts of them, or digit by digit."""
    one_size = len(set(shape[:-1])) == 1 and shape[0] <= 2 and shape[-1] <= shape[0]
    in_blocks = sum(shape) == 16 and _BLOCK.sub("", "".join(map(str, shape))) == ""
    return len(shape) == 1 or shape in _SHAPES or shape in _JOINED or one_size or in_blocks


def is_card(digits: str) -> bool:
    """Whether an issuer gives numbers that begin so and are so long, and the check digit fits."""
    return _is_issued(digits) and _luhn(digits)


def _is_issued(digits: str) -> bool:
    """The ranges of the issuers that are in use; Visa's old 13 digits would be German EANs."""
    size = len(digits)
    first, two, three, four = int(digits[:1]), int(digits[:2]), int(digits[:3]), int(digits[:4])
    return (
        (first == 4 and size in (16, 19))  # Visa
        or (size == 16 and (51 <= two <= 55 or 2221 <= four <= 2720))  # Mastercard
        or (size == 15 and two in (34, 37))  # American Express
        or (size == 14 and (300 <= three <= 305 or two in (36, 38, 39)))  # Diners Club
        or (size in (16, 19) and (four == 6011 or two == 65 or 644 <= three <= 649))  # Discover
        or (size == 16 and 3528 <= four <= 3589)  # JCB
        or (16 <= size <= 19 and two == 62)  # UnionPay
        or (16 <= size <= 19 and four in (5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763))
    )  # the last: Maestro


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (1 + n % 2) for n, d in enumerate(reversed(digits)))
    return sum(d - 9 * (d > 9) for d in doubled) % 10 == 0
