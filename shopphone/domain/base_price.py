"""Base prices per kg, l, m or m² (§§ 4, 5 PAngV)."""

from dataclasses import dataclass
from decimal import Decimal

from shopphone.domain.money import round2

_TO_BASE = {
    "g": (Decimal(1000), "kg"),
    "kg": (Decimal(1), "kg"),
    "ml": (Decimal(1000), "l"),
    "l": (Decimal(1), "l"),
    "cm": (Decimal(100), "m"),
    "m": (Decimal(1), "m"),
    "m²": (Decimal(1), "m²"),
}
UNITS = tuple(_TO_BASE)
_EXEMPT_BELOW = Decimal(10)  # g or ml, § 4 (3) Nr. 1 PAngV


@dataclass(frozen=True, slots=True, kw_only=True)
class BasePrice:
    """EUR per one unit (kg, l, m, m²)."""

    amount: Decimal
    unit: str


def base_price(price: Decimal, content: Decimal | None, unit: str) -> BasePrice | None:
    """The base price of one piece, or None where none is needed.

    None: not sold by measure, below 10 g or ml, or equal to the total price.
    """
    if content is None or content <= 0 or unit not in _TO_BASE:
        return None
    if unit in ("g", "ml") and content < _EXEMPT_BELOW:
        return None
    factor, base = _TO_BASE[unit]
    amount = round2(price * factor / content)
    return None if amount == price else BasePrice(amount=amount, unit=base)
