"""The sums of an order: said on the phone, printed in the letter, equal to the cent."""

from decimal import Decimal as D
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopphone.domain.base_price import BasePrice, base_price
from shopphone.domain.money import allocate, round2
from shopphone.domain.totals import TotalLine, Totals, line_amount, totals
from shopphone.domain.vat import VatMode

prices = st.decimals(0, 3000, places=2)
rates = st.sampled_from([D(19), D(7), D(0), D(20), D("8.1"), D("2.6")])
lines = st.builds(
    TotalLine,
    unit_price=st.one_of(prices, st.decimals(0, 5, places=4)),
    quantity=st.one_of(st.integers(1, 40).map(D), st.decimals("0.001", 99, places=3)),
    vat=rates,
    discount=st.one_of(st.just(D(0)), st.decimals(0, 1, places=4)),
)
returns = st.builds(
    TotalLine, unit_price=st.decimals(-100, 0, places=2), quantity=st.just(D(1)), vat=rates
)
orders = st.lists(st.one_of(lines, lines, returns), max_size=9)
discounts = st.one_of(st.just(D(0)), st.decimals(0, 400, places=2))
shippings = st.one_of(st.just(D(0)), st.decimals(0, 60, places=2))

many = settings(max_examples=2_000, deadline=None)


def cents(amount: D) -> bool:
    return amount == round2(amount)


@many
@given(orders, discounts, shippings, st.booleans())
def test_the_total_is_the_lines_less_discount_plus_shipping(
    order: list[TotalLine], discount: D, shipping: D, small: bool
) -> None:
    found = totals(
        order, discount=discount, shipping=shipping, mode=VatMode.SMALL if small else VatMode.GROSS
    )
    assert found.lines == tuple(line_amount(line) for line in order)
    assert found.goods == sum(found.lines)
    assert found.total == found.goods - found.discount + found.shipping
    assert found.total == sum(group.gross for group in found.groups)
    assert found.shipping == shipping
    assert found.discount == min(discount, max(found.goods, D(0)))


@many
@given(orders, discounts, shippings)
def test_net_and_vat_of_each_group_are_its_gross_to_the_cent(
    order: list[TotalLine], discount: D, shipping: D
) -> None:
    found = totals(order, discount=discount, shipping=shipping)
    for group in found.groups:
        assert group.net + group.vat == group.gross
        assert cents(group.net)
        assert cents(group.vat)
        assert abs(group.vat - group.gross * group.rate / (100 + group.rate)) <= D("0.005")
    assert found.vat == sum((group.vat for group in found.groups), D(0))
    assert len({group.rate for group in found.groups}) == len(found.groups)
    assert {group.rate for group in found.groups} <= {line.vat for line in order} | {D(19)}


@given(orders, discounts, shippings, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(
    order: list[TotalLine], discount: D, shipping: D, dice: "object"
) -> None:
    mixed = list(order)
    dice.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random of hypothesis
    first = totals(order, discount=discount, shipping=shipping)
    second = totals(mixed, discount=discount, shipping=shipping)
    assert (first.groups, first.total) == (second.groups, second.total)


@given(orders, discounts, shippings)
def test_a_small_business_shows_no_vat(order: list[TotalLine], discount: D, shipping: D) -> None:
    plain = totals(order, discount=discount, shipping=shipping)
    small = totals(order, discount=discount, shipping=shipping, mode=VatMode.SMALL)
    assert small.total == plain.total
    assert small.vat == 0
    assert {group.rate for group in small.groups} <= {D(0)}


@given(st.lists(lines, min_size=1, max_size=6), shippings)
def test_stored_lines_give_the_same_sums_again(order: list[TotalLine], shipping: D) -> None:
    """A placed order keeps each line's gross amount; the letter sums them."""
    first = totals(order, shipping=shipping)
    kept = [
        TotalLine(unit_price=gross, quantity=D(1), vat=line.vat)
        for gross, line in zip(first.lines, order, strict=True)
    ]
    assert totals(kept, shipping=shipping) == first


@given(
    st.decimals(0, 10_000, places=2),
    st.lists(st.decimals(0, 5000, places=2), min_size=1, max_size=12),
)
def test_a_split_amount_is_never_a_cent_off(amount: D, weights: list[D]) -> None:
    parts = allocate(amount, weights)
    assert sum(parts) == amount
    assert all(cents(part) for part in parts)
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        if whole:
            assert abs(part - amount * weight / whole) < D("0.01")
        assert part >= 0
    if not whole:
        assert parts[0] == amount


@given(st.decimals(-500, 500, places=2), st.lists(st.decimals(-50, 50, places=2), min_size=1))
def test_a_split_by_returns_is_exact_too(amount: D, weights: list[D]) -> None:
    assert sum(allocate(amount, weights)) == amount


def test_equal_shares_do_not_depend_on_their_order() -> None:
    for weights in permutations([D(1), D(1), D(2)]):
        parts = allocate(D("0.05"), list(weights))
        assert sorted(parts) == [D("0.01"), D("0.01"), D("0.03")]
        assert parts[weights.index(D(2))] == D("0.03")


def groups(found: Totals) -> list[tuple[int, str, str, str]]:
    return [(int(g.rate), str(g.gross), str(g.vat), str(g.net)) for g in found.groups]


def line(price: str, vat: int, quantity: str = "1", discount: str = "0") -> TotalLine:
    return TotalLine(unit_price=D(price), quantity=D(quantity), vat=D(vat), discount=D(discount))


def test_shipping_follows_the_goods_into_both_rates() -> None:
    found = totals([line("25.80", 19), line("19.99", 7)], shipping=D("4.90"))
    assert found.total == D("50.69")
    assert groups(found) == [(19, "28.56", "4.56", "24.00"), (7, "22.13", "1.45", "20.68")]


def test_shipping_alone_is_taxed_at_the_standard_rate() -> None:
    found = totals([line("0", 7)], shipping=D("4.90"))
    assert groups(found) == [(19, "4.90", "0.78", "4.12")]
    assert totals([], shipping=D("4.90")).total == D("4.90")
    abroad = totals([line("0", 10)], shipping=D("4.90"), standard_rate=D(20))
    assert groups(abroad) == [(20, "4.90", "0.82", "4.08")]
    assert totals([]).groups == ()


def test_a_discount_never_makes_the_goods_cost_less_than_nothing() -> None:
    found = totals([line("10", 19)], discount=D("99"), shipping=D("4.90"))
    assert (found.discount, found.total) == (D(10), D("4.90"))


def test_a_line_is_rounded_once_after_quantity_and_discount() -> None:
    assert line_amount(line("3.333", 19, "3")) == D("10.00")
    assert line_amount(line("9.99", 7, "2.5", "0.1")) == D("22.48")  # 22.4775
    assert line_amount(line("0.005", 7)) == D("0.01")
    assert line_amount(line("-0.005", 7)) == D("-0.01")


@pytest.mark.parametrize(
    ("price", "content", "unit", "expected"),
    [
        ("12.90", "250", "ml", BasePrice(amount=D("51.60"), unit="l")),
        ("5.00", "750", "g", BasePrice(amount=D("6.67"), unit="kg")),
        ("5.00", "1", "kg", None),  # equal to the price itself (§ 4 (1) PAngV)
        ("5.00", "2", "kg", BasePrice(amount=D("2.50"), unit="kg")),
        ("9.00", "150", "cm", BasePrice(amount=D("6.00"), unit="m")),
        ("8.00", "2", "m²", BasePrice(amount=D("4.00"), unit="m²")),
        ("3.00", "9.9", "g", None),  # less than 10 g (§ 4 (3) PAngV)
        ("3.00", "9", "ml", None),
        ("3.00", "10", "ml", BasePrice(amount=D("300.00"), unit="l")),
        ("3.00", None, "g", None),
        ("3.00", "0", "g", None),
        ("3.00", "4", "pieces", None),
    ],
)
def test_base_prices_are_per_kg_l_or_m(
    price: str, content: str | None, unit: str, expected: BasePrice | None
) -> None:
    assert base_price(D(price), D(content) if content else None, unit) == expected
