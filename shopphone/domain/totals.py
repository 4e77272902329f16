"""Totals of an order with the gross price as the truth and VAT per rate group.

Every consumer price is gross (§ 3 PAngV); net is derived per group, so the total always equals
the sum of the prices said on the phone. Shipping follows the goods as an ancillary service.
Businesses may be shown net prices: then VAT comes on top, per group.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from shopphone.domain.money import ZERO, allocate, round2
from shopphone.domain.vat import STANDARD_RATE, UNTAXED, VatMode


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalLine:
    """What a line adds: EUR per piece as the mode means it, pieces, discount as a fraction.

    vat in percent. deposit: EUR per piece, taxed as the goods are (§ 10 UStG) and never reduced.
    """

    unit_price: Decimal
    quantity: Decimal
    vat: Decimal
    discount: Decimal = ZERO
    deposit: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class VatGroup:
    """One VAT rate of an order, in EUR; net + vat = gross."""

    rate: Decimal
    gross: Decimal
    vat: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The sums of an order in EUR; all but total are net in VatMode.NET, else what is paid.

    goods is before discount and coupon, and without deposit; total is what is paid, and
    shipping_in_total what shipping adds to it.
    standard_rate: that of shipping when there are no goods of value to follow.
    """

    lines: tuple[Decimal, ...]
    goods: Decimal
    discount: Decimal
    coupon: Decimal
    deposit: Decimal
    shipping: Decimal
    groups: tuple[VatGroup, ...]
    total: Decimal
    mode: VatMode
    shipping_in_total: Decimal
    standard_rate: Decimal = STANDARD_RATE

    @property
    def vat(self) -> Decimal:
        return sum((group.vat for group in self.groups), ZERO)

    @property
    def shows_vat(self) -> bool:
        """§ 19, deliveries to businesses in the EU and exports show no rate anywhere."""
        return self.mode not in UNTAXED


def line_amount(line: TotalLine) -> Decimal:
    return round2(line.unit_price * line.quantity * (1 - line.discount))


def line_deposit(line: TotalLine) -> Decimal:
    return round2(line.deposit * line.quantity)


def totals(
    lines: Sequence[TotalLine],
    *,
    discount: Decimal = ZERO,
    coupon: Decimal = ZERO,
    shipping: Decimal = ZERO,
    mode: VatMode = VatMode.GROSS,
    standard_rate: Decimal = STANDARD_RATE,
) -> Totals:
    """Sum an order. Discount and coupon together never exceed the goods."""
    untaxed = mode in UNTAXED
    amounts = tuple(line_amount(line) for line in lines)
    goods_of: dict[Decimal, Decimal] = {}
    deposit_of: dict[Decimal, Decimal] = {}
    for line, amount in zip(lines, amounts, strict=True):
        rate = ZERO if untaxed else line.vat
        goods_of[rate] = goods_of.get(rate, ZERO) + amount
        if line.deposit:
            deposit_of[rate] = deposit_of.get(rate, ZERO) + line_deposit(line)
    goods = sum(amounts, ZERO)
    discount = min(round2(discount), max(goods, ZERO))
    coupon = min(round2(coupon), max(goods - discount, ZERO))
    shipping = round2(shipping)
    make = _net_group if mode is VatMode.NET else _gross_group

    def grouped(sent: Decimal) -> tuple[VatGroup, ...]:
        by_rate = _with_shipping(
            goods_of, discount + coupon, sent, ZERO if untaxed else standard_rate
        )
        for rate, amount in deposit_of.items():
            by_rate[rate] = by_rate.get(rate, ZERO) + amount
        rates = sorted(by_rate, reverse=True)
        return tuple(make(rate, by_rate[rate]) for rate in rates if by_rate[rate])

    groups = grouped(shipping)
    total = _sum_of(groups)
    in_total = total - _sum_of(grouped(ZERO)) if mode is VatMode.NET else shipping
    return Totals(
        lines=amounts,
        goods=goods,
        discount=discount,
        coupon=coupon,
        deposit=sum(deposit_of.values(), ZERO),
        shipping=shipping,
        groups=groups,
        total=total,
        mode=mode,
        standard_rate=standard_rate,
        shipping_in_total=in_total,
    )


def _sum_of(groups: Sequence[VatGroup]) -> Decimal:
    return sum((group.gross for group in groups), ZERO)


def _with_shipping(
    by_rate: dict[Decimal, Decimal], off: Decimal, shipping: Decimal, free_rate: Decimal
) -> dict[Decimal, Decimal]:
    """Goods per rate less their share of what is taken off, plus their share of shipping."""
    rates = sorted(by_rate, reverse=True)
    shares = allocate(off, [by_rate[rate] for rate in rates])
    goods = {rate: by_rate[rate] - part for rate, part in zip(rates, shares, strict=True)}
    if sum(goods.values(), ZERO) == 0:
        # nothing to follow: shipping alone is taxed at the standard rate
        goods[free_rate] = goods.get(free_rate, ZERO) + shipping
        return goods
    split = allocate(shipping, [goods[rate] for rate in rates])
    return {rate: goods[rate] + part for rate, part in zip(rates, split, strict=True)}


def _gross_group(rate: Decimal, gross: Decimal) -> VatGroup:
    vat = round2(gross * rate / (100 + rate))
    return VatGroup(rate=rate, gross=gross, vat=vat, net=gross - vat)


def _net_group(rate: Decimal, net: Decimal) -> VatGroup:
    vat = round2(net * rate / 100)
    return VatGroup(rate=rate, gross=net + vat, vat=vat, net=net)
