"""What the stamp on a letter costs: the shop's dated price list, and how heavy so many sheets are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from shopphone.domain.days import typed_day
from shopphone.domain.errors import Refused
from shopphone.domain.money import parse_amount

_FIELDS = 4
_SHEET_G = Decimal("4.99")  # A4 of 80 g/m²
_ENVELOPE_G = Decimal(5)
# Deutsche Post, letters within Germany since 1 January 2025; sheets as its leaflets count them
DEFAULT = (
    "Standardbrief; 3; 0,95; 01.01.2025\n"
    "Kompaktbrief; 8; 1,10; 01.01.2025\n"
    "Großbrief; 95; 1,80; 01.01.2025"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostageRate:
    """A kind of letter: how many sheets it takes, and its price in EUR from a day on."""

    name: str
    sheets: int
    price: Decimal
    starts_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Postage:
    """What a letter of so many sheets needs; weight_g: with its envelope. rate None: no kind takes it."""

    sheets: int
    weight_g: int
    rate: PostageRate | None


def read_rates(text: str) -> tuple[PostageRate, ...]:
    """One a line: kind; sheets at most; EUR; from day. Raises Refused("postage_unreadable", line=…)."""
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_rate(n, line) for n, line in enumerate(lines, 1))


def postage(rates: Sequence[PostageRate], sheets: int, on: date) -> Postage:
    """The cheapest kind that takes the letter, at the price of that day."""
    newest: dict[str, PostageRate] = {}
    for rate in sorted(rates, key=lambda each: each.starts_on):
        if rate.starts_on <= on:
            newest[rate.name] = rate
    fits = [rate for rate in newest.values() if sheets <= rate.sheets]
    weight = (sheets * _SHEET_G + _ENVELOPE_G).to_integral_value(ROUND_CEILING)
    return Postage(
        sheets=sheets,
        weight_g=int(weight),
        rate=min(fits, key=lambda rate: (rate.price, rate.sheets), default=None),
    )


def _rate(n: int, line: str) -> PostageRate:
    fields = [field.strip() for field in line.split(";")]
    broken = Refused("postage_unreadable", line=n, text=line)
    if len(fields) != _FIELDS or not fields[0]:
        raise broken
    try:
        price, starts_on = parse_amount(fields[2]).value, typed_day(fields[3])
    except (Refused, ValueError) as error:
        raise broken from error
    counted = fields[1].isascii() and fields[1].isdigit() and len(fields[1]) <= len("9999")
    if starts_on is None or not counted or price < 0:
        raise broken
    return PostageRate(name=fields[0], sheets=int(fields[1]), price=price, starts_on=starts_on)
