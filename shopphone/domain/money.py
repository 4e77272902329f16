"""Amounts in EUR: rounding, splitting to the cent, and amounts as a clerk types them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum

from shopphone.domain.errors import Refused

CENT = Decimal("0.01")
ZERO = Decimal(0)


class Typed(StrEnum):
    """What a typed amount means."""

    PLAIN = "plain"
    GROSS = "gross"
    NET = "net"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """A typed amount: "12,90", "7,00 netto", "-10%"."""

    value: Decimal
    meaning: Typed


def round2(amount: Decimal) -> Decimal:
    """Commercial rounding to the cent, half away from zero."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def allocate(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Split an amount by weights, exact to the cent: largest remainders get the left-over cents.

    Equal remainders go to the larger weight, so the order of the weights does not matter.
    All weights zero: everything goes to the first.
    """
    total = sum(weights, ZERO)
    cents = int(round2(amount).scaleb(2))
    if not weights:
        return ()
    if total == 0:
        return (round2(amount), *(ZERO for _ in weights[1:]))
    exact = [Decimal(cents) * weight / total for weight in weights]
    parts = [int(part.to_integral_value(ROUND_FLOOR)) for part in exact]
    order = sorted(
        range(len(weights)), key=lambda i: (exact[i] - parts[i], abs(weights[i])), reverse=True
    )
    for i in order[: cents - sum(parts)]:
        parts[i] += 1
    return tuple(Decimal(part).scaleb(-2) for part in parts)


_GROUPED_BY = "[., '\u00a0]"
# thousands in groups of three: "12 90" is a slip of the finger, never 1290
_WHOLE = re.compile(rf"\d+|\d{{1,3}}({_GROUPED_BY})\d{{3}}(?:\1\d{{3}})*")
_AMOUNT = re.compile(r"([+-]?)\s*(\d[\d.,' \u00a0]*)\s*(%|netto|net|brutto|gross|€|eur)?", re.I)


def parse_amount(text: str) -> TypedAmount:
    """Read an amount as people type it; "1.234" alone is refused, it could mean both.

    Raises Refused("amount_unreadable") or Refused("amount_ambiguous").
    """
    found = _AMOUNT.fullmatch(text.strip().replace("\u2212", "-"))
    if found is None:
        raise Refused("amount_unreadable", text=text)
    sign, digits, unit = found.groups()
    value = _number(digits.strip(" \u00a0"), text)
    meaning = {
        "%": Typed.PERCENT, "netto": Typed.NET, "net": Typed.NET,
        "brutto": Typed.GROSS, "gross": Typed.GROSS,
    }.get((unit or "").lower(), Typed.PLAIN)  # fmt: skip
    return TypedAmount(-value if sign == "-" else value, meaning)


def _number(digits: str, text: str) -> Decimal:
    comma, dot = digits.rfind(","), digits.rfind(".")
    last = max(comma, dot)
    whole, fraction = digits, ""
    if last >= 0 and ((comma >= 0 and dot >= 0) or digits.count(digits[last]) == 1):
        whole, fraction = digits[:last], digits[last + 1 :]
    if comma < 0 and dot >= 0 and len(fraction) == 3:
        raise Refused("amount_ambiguous", text=text)
    if not _WHOLE.fullmatch(whole) or (fraction and not fraction.isdecimal()):
        raise Refused("amount_unreadable", text=text)
    return Decimal(f"{re.sub(_GROUPED_BY, '', whole)}.{fraction or 0}")
