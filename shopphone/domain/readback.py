"""What must be said before the customer's yes: the five points of Art. 246a § 3 EGBGB.

Codes and facts only; the window and the letter hold the sentences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shopphone.domain.withdrawal_rule import WithdrawalRule

POINTS = ("P1", "P2", "P3", "P4", "P5")
OF_GOODS = ("P1", "P3", "P4")  # must be told again once goods, shipping or prices have changed


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """One line as it is read out, with its right of withdrawal."""

    quantity: Decimal
    name: str
    rule: WithdrawalRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackPoint:
    """One point with the facts of this order.

    P1 goods, P2 seller, P3 total price with shipping, P4 withdrawal (14 days, longer by the
    shop's extension in months), P5 term: a single purchase binds to nothing further.
    """

    code: str
    lines: tuple[SpokenLine, ...] = ()
    seller: str = ""
    total: Decimal | None = None
    shipping: Decimal | None = None
    with_vat: bool = True
    extension_months: int = 0
    excluded: tuple[str, ...] = ()
    losable: tuple[str, ...] = ()
    return_cost: str = "customer"


def points(
    lines: Sequence[SpokenLine],
    *,
    seller: str,
    total: Decimal,
    shipping: Decimal,
    with_vat: bool,
    extension_months: int,
    return_cost: str,
) -> tuple[ReadBackPoint, ...]:
    """The five points for this order, in the order they are read."""
    return (
        ReadBackPoint(code="P1", lines=tuple(lines)),
        ReadBackPoint(code="P2", seller=seller),
        ReadBackPoint(code="P3", total=total, shipping=shipping, with_vat=with_vat),
        ReadBackPoint(
            code="P4",
            extension_months=extension_months,
            excluded=tuple(line.name for line in lines if not line.rule.has_right),
            losable=tuple(line.name for line in lines if line.rule.may_be_lost),
            return_cost=return_cost,
        ),
        ReadBackPoint(code="P5"),
    )


def missing(told: Iterable[str]) -> tuple[str, ...]:
    """The points not told yet; placing is refused until there are none."""
    said = set(told)
    return tuple(code for code in POINTS if code not in said)
