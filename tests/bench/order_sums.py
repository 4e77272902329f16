"""Sums while an order is typed, and that they are right: 50,000 random orders keep every invariant."""

import random
from decimal import Decimal
from statistics import median

from shopphone.domain import settling
from shopphone.domain.customers import Address
from shopphone.domain.orders import LineDraft, OrderDraft, draft_totals
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.totals import TotalLine, Totals, totals
from shopphone.domain.vat import UNTAXED, VatMode, VatTerms
from tests.bench.bigshop_days import NOW
from tests.bench.measuring import Bench, Figure, interleaved, percentile

KEYSTROKE_MS, BOUND = 2.0, 1.0
ORDERS, _LINES = 50_000, 30
_HALF_CENT = Decimal("0.005")
_RATES = tuple(map(Decimal, ("19", "7", "0", "20", "8.1", "2.6", "25.5")))


def figures(bench: Bench) -> list[Figure]:
    """The invariants are checked first: a wrong sum is no figure."""
    check(ORDERS, random.Random(5))
    times = _keystrokes(bench.runs)
    return [
        Figure(
            name=f"sums of {_LINES} lines per keystroke p99",
            ours=percentile(times, 0.99),
            yardstick=KEYSTROKE_MS,
            unit="ms",
            bound=BOUND,
            runs=bench.runs,
            control=median(times),
        )
    ]


def _keystrokes(runs: int) -> list[float]:
    """Milliseconds of all the form does for its sums: mode, lines, shipping, coupon, groups, total.

    Every quantity that is typed is the median over the runs.
    """
    dice = random.Random(3)
    draft = OrderDraft(billing=Address(country="DE"), lines=[_line(dice) for _ in range(_LINES)])
    method = ShippingMethod(
        code="x", name_de="x", name_en="x", price=Decimal("4.90"), free_from=None,
        countries=("DE",), days_de="", days_en="", max_days=7, carrier="", tracking_url="",
    )  # fmt: skip
    terms, today = VatTerms(), NOW.date()

    def typed(quantity: int) -> None:
        draft.lines[quantity % _LINES].quantity = Decimal(quantity)
        settling.settle(draft, settling.pricing_of(draft, terms, today, method), method, None)
        draft_totals(draft)

    (times,) = interleaved(runs, range(1, 200), typed)
    return [each / 1000 for each in times]


def _line(dice: random.Random) -> LineDraft:
    return LineDraft(
        name="Gusspfanne",
        product_id=1,
        quantity=Decimal(dice.randint(1, 20)),
        unit_price=Decimal(dice.randint(1, 20_000)).scaleb(-2),
        vat=dice.choice(_RATES[:2]),
        discount=dice.choice((Decimal(0), Decimal("0.1"))),
    )


def check(count: int, dice: random.Random) -> None:
    """Raise AssertionError with the order whose sums are wrong."""
    for _ in range(count):
        lines = [_total_line(dice) for _ in range(dice.randint(1, 8))]
        discount, coupon, shipping = (_amount(dice, most) for most in (40, 20, 15))
        mode = dice.choice(list(VatMode))
        found = totals(lines, discount=discount, coupon=coupon, shipping=shipping, mode=mode)
        other = totals(lines[::-1], discount=discount, coupon=coupon, shipping=shipping, mode=mode)
        assert _holds(found), (lines, discount, coupon, shipping, mode)
        assert (found.groups, found.total) == (other.groups, other.total), lines


def _holds(found: Totals) -> bool:
    inside = found.goods - found.discount - found.coupon + found.deposit + found.shipping
    on_top = found.vat if found.mode is VatMode.NET else Decimal(0)
    exact = all(
        abs(group.vat - group.net * group.rate / 100) <= _HALF_CENT
        if found.mode is VatMode.NET
        else abs(group.vat - group.gross * group.rate / (100 + group.rate)) <= _HALF_CENT
        for group in found.groups
    )
    return (
        found.total == inside + on_top == sum(group.gross for group in found.groups)
        and all(group.net + group.vat == group.gross for group in found.groups)
        and (found.mode not in UNTAXED or not found.vat)
        and exact
    )


def _total_line(dice: random.Random) -> TotalLine:
    return TotalLine(
        unit_price=Decimal(dice.randint(1, 30_000)).scaleb(-dice.choice((2, 2, 4))),
        quantity=Decimal(dice.randint(1, 12)) if dice.random() < 0.9 else _amount(dice, 9),
        vat=dice.choice(_RATES),
        discount=dice.choice((Decimal(0), Decimal(0), Decimal("0.05"), Decimal("0.1234"))),
        deposit=dice.choice((Decimal(0), Decimal(0), Decimal("0.25"), Decimal("0.2101"))),
    )


def _amount(dice: random.Random, most: int) -> Decimal:
    return Decimal(dice.randint(0, most * 100)).scaleb(-2)
