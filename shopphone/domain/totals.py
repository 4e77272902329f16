"""Totals of an order with the gross price as the truth and VAT per rate group.

Every consumer price is gross (§ 3 PAngV); net is derived per group, so the total always equals
the sum of the prices said on the phone. Shipping follows the goods as an ancillary service.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from shopphone.domain.money import ZERO, allocate, round2

STANDARD_RATE = Decimal(19)


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalLine:
    """What a line adds: gross EUR per piece, pieces, discount as a fraction, VAT in percent."""

    unit_gross: Decimal
    quantity: Decimal
    vat: Decimal
    discount: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class VatGroup:
    """One VAT rate of an order, in EUR; net + vat = gross."""

    rate: Decimal
    gross: Decimal
    vat: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The sums of an order in EUR. goods is before the order discount; total is what is paid."""

    lines: tuple[Decimal, ...]
    goods: Decimal
    discount: Decimal
    shipping: Decimal
    groups: tuple[VatGroup, ...]
    total: Decimal

    @property
    def vat(self) -> Decimal:
        return sum((group.vat for group in self.groups), ZERO)


def line_gross(line: TotalLine) -> Decimal:
    return round2(line.unit_gross * line.quantity * (1 - line.discount))


def totals(
    lines: Sequence[TotalLine],
    *,
    discount: Decimal = ZERO,
    shipping: Decimal = ZERO,
    small_business: bool = False,
) -> Totals:
    """Sum an order. The discount never exceeds the goods.

    small_business: one group without VAT (§ 19 UStG).
    """
    amounts = tuple(line_gross(line) for line in lines)
    by_rate: dict[Decimal, Decimal] = {}
    for line, amount in zip(lines, amounts, strict=True):
        rate = ZERO if small_business else line.vat
        by_rate[rate] = by_rate.get(rate, ZERO) + amount
    goods = sum(amounts, ZERO)
    discount = min(round2(discount), max(goods, ZERO))
    shipping = round2(shipping)
    groups = _groups(by_rate, discount, shipping, ZERO if small_business else STANDARD_RATE)
    return Totals(
        lines=amounts,
        goods=goods,
        discount=discount,
        shipping=shipping,
        groups=groups,
        total=goods - discount + shipping,
    )


def _groups(
    by_rate: dict[Decimal, Decimal], discount: Decimal, shipping: Decimal, free_rate: Decimal
) -> tuple[VatGroup, ...]:
    rates = sorted(by_rate, reverse=True)
    off = allocate(discount, [by_rate[rate] for rate in rates])
    goods = {rate: by_rate[rate] - part for rate, part in zip(rates, off, strict=True)}
    if sum(goods.values(), ZERO) == 0:
        # nothing to follow: shipping alone is taxed at the standard rate
        goods[free_rate] = goods.get(free_rate, ZERO) + shipping
    else:
        split = allocate(shipping, [goods[rate] for rate in rates])
        for rate, part in zip(rates, split, strict=True):
            goods[rate] += part
    return tuple(_group(rate, goods[rate]) for rate in sorted(goods, reverse=True) if goods[rate])


def _group(rate: Decimal, gross: Decimal) -> VatGroup:
    vat = round2(gross * rate / (100 + rate))
    return VatGroup(rate=rate, gross=gross, vat=vat, net=gross - vat)
