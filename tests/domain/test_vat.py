"""Which VAT an order carries, and what a price of home becomes in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopphone.domain.errors import Refused
from shopphone.domain.totals import TotalLine, totals
from shopphone.domain.vat import (
    EU,
    UNTAXED,
    Buyer,
    Supply,
    VatMode,
    VatTerms,
    home_gross,
    is_ours,
    kind_of,
    mode_for,
    percent_in,
    price_in,
    rate_of,
    read_rates,
    written_rates,
)
from shopphone.paths import resources

RATES = read_rates((resources() / "vat" / "rates.txt").read_text(encoding="utf-8"))
HOME = VatTerms(rates=RATES)
DAY = date(2026, 11, 24)
AUSTRIAN_ID = "ATU13585627"  # the official example of the form


@pytest.mark.parametrize(
    ("buyer", "terms", "mode"),
    [
        (Buyer(), {}, VatMode.GROSS),
        (Buyer(business=True), {}, VatMode.GROSS),
        (Buyer(business=True), {"net_for_business": True}, VatMode.NET),
        (Buyer(), {"net_for_business": True}, VatMode.GROSS),
        (Buyer(country="AT"), {}, VatMode.GROSS),
        (Buyer(country="AT"), {"oss": True}, VatMode.OSS),
        (Buyer(country="AT", business=True, vat_id=AUSTRIAN_ID), {}, VatMode.INTRA),
        (Buyer(country="AT", business=True, vat_id="atu 13585627"), {}, VatMode.INTRA),
        (Buyer(country="AT", business=True, vat_id="ATU13585628"), {"oss": True}, VatMode.OSS),
        (Buyer(country="AT", business=True, vat_id="DE136695976"), {}, VatMode.GROSS),
        (Buyer(country="AT", vat_id=AUSTRIAN_ID), {}, VatMode.GROSS),
        (Buyer(country="CH"), {"oss": True}, VatMode.EXPORT),
        (Buyer(country="GB", business=True), {}, VatMode.EXPORT),
        (Buyer(country="CH"), {"small_business": True}, VatMode.SMALL),
        (Buyer(country="DE"), {"home": "AT"}, VatMode.GROSS),
        (Buyer(country=""), {}, VatMode.GROSS),
        (
            Buyer(country="AT", business=True, vat_id=AUSTRIAN_ID, supply=Supply.SERVICE),
            {},
            VatMode.REVERSE,
        ),
        (
            Buyer(country="AT", business=True, vat_id=AUSTRIAN_ID, supply=Supply.ELECTRONIC),
            {"oss": True},
            VatMode.REVERSE,
        ),
        (Buyer(country="AT", business=True, supply=Supply.SERVICE), {"oss": True}, VatMode.GROSS),
        (Buyer(country="AT", supply=Supply.SERVICE), {"oss": True}, VatMode.GROSS),
        (Buyer(country="AT", supply=Supply.ELECTRONIC), {"oss": True}, VatMode.OSS),
        (Buyer(country="AT", supply=Supply.ELECTRONIC), {}, VatMode.GROSS),
        (Buyer(country="CH", business=True, supply=Supply.SERVICE), {}, VatMode.OUTSIDE),
        (Buyer(country="CH", business=True, supply=Supply.ELECTRONIC), {}, VatMode.OUTSIDE),
        (Buyer(country="CH", supply=Supply.SERVICE), {"oss": True}, VatMode.GROSS),
        (Buyer(business=True, supply=Supply.SERVICE), {"net_for_business": True}, VatMode.NET),
    ],
)
def test_the_mode_follows_from_buyer_country_and_shop(
    buyer: Buyer, terms: dict[str, bool], mode: VatMode
) -> None:
    assert mode_for(replace(HOME, **terms), buyer) is mode  # type: ignore[arg-type]  # of the table


@pytest.mark.parametrize(
    ("country", "on", "percent"),
    [
        ("AT", DAY, "20"),
        ("EE", date(2025, 6, 30), "22"),
        ("EE", date(2025, 7, 1), "24"),
        ("FI", DAY, "25.5"),
        ("RO", date(2025, 7, 31), "19"),
        ("RO", DAY, "21"),
        ("SK", DAY, "23"),
    ],
)
def test_the_rate_is_that_of_the_day(country: str, on: date, percent: str) -> None:
    assert rate_of(HOME, country, "standard", on) == D(percent)


def test_a_country_without_a_reduced_rate_is_never_charged_too_little() -> None:
    assert kind_of(HOME, D(7), DAY) == "reduced"
    assert percent_in(VatMode.OSS, HOME, "AT", D(7), DAY) == 10
    assert percent_in(VatMode.OSS, HOME, "FR", D(7), DAY) == 20
    assert percent_in(VatMode.OSS, VatTerms(), "FR", D(7), DAY) == 7  # a shop without any rates


def test_prices_abroad_are_kept_or_recalculated() -> None:
    kept, new = HOME, replace(HOME, same_gross_abroad=False)
    assert price_in(VatMode.OSS, kept, D("11.90"), D(19), D(20)) == D("11.90")
    assert price_in(VatMode.OSS, new, D("11.90"), D(19), D(20)) == D("12.00")
    assert price_in(VatMode.EXPORT, kept, D("11.90"), D(19), D(0)) == D("11.90")
    assert price_in(VatMode.EXPORT, new, D("11.90"), D(19), D(0)) == D("10.0000")
    assert price_in(VatMode.INTRA, kept, D("11.90"), D(19), D(0)) == D("10.0000")


@given(
    st.decimals(0, 3000, places=2),
    st.sampled_from([D(19), D(7), D(0)]),
    st.sampled_from(list(VatMode)),
    st.booleans(),
)
def test_a_price_comes_back_from_every_mode(
    gross: D, home: D, mode: VatMode, same_gross: bool
) -> None:
    terms = replace(HOME, same_gross_abroad=same_gross)
    percent = percent_in(mode, terms, "AT", home, DAY)
    shown = price_in(mode, terms, gross, home, percent)
    back = home_gross(mode, terms, shown, home, percent)
    # recalculated abroad it is rounded to the cent there; in net prices to their fourth digit
    assert abs(back - gross) <= (D("0.01") if mode is VatMode.OSS else D("0.0001"))


nets = st.lists(
    st.builds(
        TotalLine,
        unit_price=st.decimals(0, 3000, places=4),
        quantity=st.integers(1, 40).map(D),
        vat=st.sampled_from([D(19), D(7), D(0)]),
        deposit=st.sampled_from([D(0), D("0.25"), D("0.2101")]),
    ),
    max_size=9,
)


@settings(max_examples=2_000, deadline=None)
@given(nets, st.decimals(0, 60, places=2), st.decimals(0, 60, places=2))
def test_net_prices_get_their_vat_on_top_per_group(
    order: list[TotalLine], shipping: D, coupon: D
) -> None:
    found = totals(order, shipping=shipping, coupon=coupon, mode=VatMode.NET)
    net = found.goods - found.discount - found.coupon + found.deposit + found.shipping
    assert sum(group.net for group in found.groups) == net
    assert found.total == net + found.vat
    for group in found.groups:
        assert abs(group.vat - group.net * group.rate / 100) <= D("0.005")


@pytest.mark.parametrize("mode", sorted(UNTAXED))
def test_where_no_vat_is_due_none_is_counted(mode: VatMode) -> None:
    line = TotalLine(unit_price=D(100), quantity=D(1), vat=D(19), deposit=D("0.25"))
    found = totals([line], shipping=D("4.90"), mode=mode)
    assert (found.total, found.vat, found.shows_vat) == (D("105.15"), D(0), False)


def test_what_is_written_is_read_again() -> None:
    assert read_rates(written_rates(RATES)) == RATES
    assert {rate.country for rate in RATES} == set(EU)


@pytest.mark.parametrize(
    "line",
    [
        "AT; standard; zwanzig; 2020-01-01",
        "AT; standard; 20",
        "AT; standard; 100; 2020-01-01",
        "Austria; standard; 20; 2020-01-01",
        "AT; ; 20; 2020-01-01",
        "DE; standard; 19; 01.01.2007",
        "AT; standard; 20; 31.02.2020",
    ],
)
def test_a_rate_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Refused, match="rate_unreadable") as refusal:
        read_rates(f"DE; standard; 19; 2007-01-01\n\n{line}")
    assert refusal.value.facts["line"] == 2


@pytest.mark.parametrize(
    ("buyer", "ours"),
    [
        (Buyer(country="CH", supply=Supply.ELECTRONIC), False),
        (Buyer(country="CH", supply=Supply.ELECTRONIC, business=True), True),
        (Buyer(country="AT", supply=Supply.ELECTRONIC), True),
        (Buyer(country="AT", supply=Supply.UTILITY, business=True), False),
        (Buyer(supply=Supply.UTILITY), True),
        (Buyer(country="CH", supply=Supply.SERVICE), True),
        (Buyer(country="CH"), True),
    ],
)
def test_what_another_countrys_law_taxes_is_not_for_the_program_to_say(
    buyer: Buyer, ours: bool
) -> None:
    """§ 3a (5), § 3g UStG."""
    assert is_ours(HOME, buyer) is ours
