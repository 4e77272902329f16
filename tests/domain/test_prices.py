"""Where a price comes from: proposed by the list, its tiers, groups and promotions, or by hand."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D

import pytest

from shopphone.domain import offers, prices, settling
from shopphone.domain.coupons import Coupon, read_coupons, written_coupons
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft, draft_totals
from shopphone.domain.prices import Pricing, Source, follow, line_of, needs_reason, offered
from shopphone.domain.products import PriceOffer, Product
from shopphone.domain.vat import Buyer, VatMode, VatTerms
from tests.domain.test_vat import HOME as TERMS

DAY = date(2026, 11, 24)
HOME = Pricing(on=DAY, terms=TERMS)
TEN = PriceOffer(price=D("11.90"), from_quantity=D(10))
FIFTY = PriceOffer(price=D("9.90"), from_quantity=D(50))
DEALERS = PriceOffer(price=D("10.50"), group="Händler")
ADVENT = PriceOffer(price=D("9.95"), starts_on=DAY, ends_on=DAY + timedelta(days=6), name="Advent")
ALL = (TEN, FIFTY, DEALERS, ADVENT)
MUG = Product(
    product_id=7, sku="BE-1", ean="", name="Becher", name_en="Mug", option="rot", group="becher",
    category="", description="", description_en="", price=D("12.90"), vat=D(19), stock=None,
    next_supply_on=None, content=None, content_unit="", weight_g=300, withdrawal_rule="normal",
    warning="", deposit=D("0.25"), offers=ALL,
)  # fmt: skip


@pytest.mark.parametrize(
    ("quantity", "group", "on", "price", "source", "note"),
    [
        ("1", "", DAY - timedelta(days=1), "12.90", Source.LIST, ""),
        ("9.999", "", DAY - timedelta(days=1), "12.90", Source.LIST, ""),
        ("10", "", DAY - timedelta(days=1), "11.90", Source.TIER, "10"),
        ("50", "", DAY, "9.90", Source.TIER, "50"),
        ("1", "Händler", DAY - timedelta(days=1), "10.50", Source.GROUP, "Händler"),
        ("50", "Händler", DAY - timedelta(days=1), "9.90", Source.TIER, "50"),
        ("1", "", DAY, "9.95", Source.PROMOTION, "Advent"),
        ("1", "Händler", DAY + timedelta(days=6), "9.95", Source.PROMOTION, "Advent"),
        ("1", "", DAY + timedelta(days=7), "12.90", Source.LIST, ""),
    ],
)
def test_the_lowest_price_that_holds_is_proposed_with_its_source(
    quantity: str, group: str, on: date, price: str, source: Source, note: str
) -> None:
    found = offered(D("12.90"), ALL, D(quantity), group, on)
    assert (found.price, found.source, found.note) == (D(price), source, note)


def test_the_list_wins_a_tie() -> None:
    same = PriceOffer(price=D("12.90"), from_quantity=D(2))
    assert offered(D("12.90"), (same,), D(5), "", DAY).source is Source.LIST


def line(quantity: str = "1", pricing: Pricing = HOME, **product: object) -> LineDraft:
    return line_of(replace(MUG, offers=(TEN,), **product), "de", D(quantity), pricing)  # type: ignore[arg-type]  # of the test


def test_another_quantity_takes_the_price_of_its_tier_and_gives_it_back() -> None:
    mug = line()
    before, mug.quantity = mug.quantity, D(12)
    follow(mug, (TEN,), before, HOME)
    assert (mug.unit_price, mug.price_source, mug.price_note) == (D("11.90"), "tier", "10")
    before, mug.quantity = mug.quantity, D(3)
    follow(mug, (TEN,), before, HOME)
    assert (mug.unit_price, mug.price_source) == (D("12.90"), "list")


def test_what_was_agreed_stays_when_list_or_clerk_say_otherwise() -> None:
    by_hand = line()
    prices.set_typed_price(by_hand, "8,00 Kratzer", HOME)
    follow(by_hand, (TEN,), D(1), HOME)
    old = line()
    old.listed_price = D("13.90")  # the list has changed since this price was agreed
    old.quantity = D(12)
    follow(old, (TEN,), D(1), HOME)
    assert (by_hand.unit_price, old.unit_price) == (D("8.00"), D("12.90"))


def test_a_price_of_today_is_told_from_the_one_that_was_agreed() -> None:
    agreed = line()
    assert prices.differs_from_list(agreed, D("13.90"))
    assert not prices.differs_from_list(agreed, D("12.90"))
    assert not prices.differs_from_list(agreed, None)


@pytest.mark.parametrize(
    ("typed", "product_id", "asked"),
    [
        ("8,00", 7, True),
        ("8,00 Kratzer", 7, False),
        ("-10%", 7, True),
        ("-10% Treue", 7, False),
        ("8,00", None, False),
        ("0,00", None, True),
        ("0,00 Beigabe", None, False),
        ("100%", None, True),
    ],
)
def test_by_hand_or_for_nothing_needs_a_reason(
    typed: str, product_id: int | None, asked: bool
) -> None:
    mug = LineDraft(
        name="Becher", product_id=product_id, unit_price=D("12.90"), price_source="free"
    )
    prices.set_typed_price(mug, typed, HOME)
    assert needs_reason(mug) is asked
    mug.price_note = "Messe"
    assert not needs_reason(mug)


BUSINESS = Pricing(on=DAY, terms=replace(TERMS, net_for_business=True), buyer=Buyer(business=True))
TO_AUSTRIA = Pricing(
    on=DAY,
    terms=replace(TERMS, oss=True, same_gross_abroad=False),
    buyer=Buyer(country="AT"),
)


def test_a_business_sees_net_prices_and_types_them_to_the_cent() -> None:
    mug = line(pricing=BUSINESS)
    assert (mug.unit_price, mug.deposit) == (D("10.8403"), D("0.2101"))
    prices.set_typed_price(mug, "7,01", BUSINESS)
    assert (mug.unit_price, mug.gross_price) == (D("7.0100"), D("8.3419"))
    prices.show_in(mug, HOME)
    assert mug.unit_price == D("8.3419")
    prices.show_in(mug, BUSINESS)
    assert mug.unit_price == D("7.0100")
    prices.set_typed_price(mug, "11,90 brutto", BUSINESS)
    assert mug.unit_price == D("10.0000")


def test_another_country_recalculates_and_back_home_nothing_is_lost() -> None:
    mug = line(price=D("11.90"))
    prices.show_in(mug, TO_AUSTRIA)
    assert (mug.unit_price, mug.vat) == (D("12.00"), D(20))
    prices.show_in(mug, HOME)
    assert (mug.unit_price, mug.vat) == (D("11.90"), D(19))


def test_a_whole_draft_changes_its_mode_with_its_customer() -> None:
    draft = OrderDraft(lines=[line()], billing=Address(country="DE"))
    terms = replace(TERMS, net_for_business=True)
    settling.settle(draft, settling.pricing_of(draft, terms, DAY, None), None, None)
    assert (draft.vat_mode, draft_totals(draft).total) == (VatMode.GROSS, D("13.15"))
    draft.customer_kind = "business"
    settling.settle(draft, settling.pricing_of(draft, terms, DAY, None), None, None)
    found = draft_totals(draft)
    assert (draft.vat_mode, found.goods, found.total) == (VatMode.NET, D("10.84"), D("13.15"))


def test_the_deposit_is_taxed_with_its_goods_and_never_reduced() -> None:
    draft = OrderDraft(lines=[line("4")], discount_rate=D("0.5"))
    found = draft_totals(draft)
    assert (found.goods, found.discount, found.deposit) == (D("51.60"), D("25.80"), D("1.00"))
    assert found.total == D("26.80")
    assert [(group.rate, group.gross) for group in found.groups] == [(D(19), D("26.80"))]


def test_a_coupon_takes_off_percent_or_euros_never_more_than_the_goods() -> None:
    draft = OrderDraft(lines=[line("2")], coupon_code="ADVENT")
    for coupon, off in (
        (Coupon(code="ADVENT", percent=D(10)), "2.58"),
        (Coupon(code="ADVENT", amount=D(5)), "5.00"),
        (Coupon(code="ADVENT", amount=D(500)), "25.80"),
    ):
        settling.settle(draft, HOME, None, coupon)
        assert draft_totals(draft).coupon == D(off)
    settling.settle(draft, HOME, None, None)
    assert draft.coupon == 0


def test_a_coupon_holds_from_a_day_to_a_day_and_from_a_value_on() -> None:
    (coupon,) = read_coupons("Advent 26; 10%; 24.11.2026; 2026-12-24; 50,00")
    assert (coupon.code, coupon.percent, coupon.minimum) == ("ADVENT26", D(10), D(50))
    for goods, on, rule in (
        ("50", date(2026, 11, 23), "coupon_not_yet"),
        ("50", date(2026, 12, 25), "coupon_over"),
        ("49.99", DAY, "coupon_minimum"),
    ):
        refusal = coupon.refusal(D(goods), on)
        assert refusal is not None
        assert refusal.rule == rule
    assert coupon.refusal(D(50), DAY) is coupon.refusal(D(50), date(2026, 12, 24)) is None
    assert read_coupons(written_coupons((coupon,))) == (coupon,)


@pytest.mark.parametrize(
    "text",
    ["X", "X; viel", "X; 0", "X; 101%", "; 5,00", "X; 5,00; 31.02.2026", "X; 1,005", "A; 5\na; 6"],
)
def test_a_coupon_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(Refused, match="coupon_unreadable"):
        read_coupons(text)


def test_other_prices_are_written_and_read_again() -> None:
    assert offers.read_offers(offers.written_offers(ALL)) == ALL
    assert offers.read_offers("11,90; 10\n\n10,50; ; Händler") == (TEN, DEALERS)


@pytest.mark.parametrize(
    "text", ["11,90", "viel; 10", "11,90; 0", "11,90 netto; 10", "-1; 5", "1; x"]
)
def test_an_offer_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(Refused, match="offer_unreadable") as refusal:
        offers.read_offers(f"9,90; 50\n{text}")
    assert refusal.value.facts["line"] == 2


def test_terms_of_a_shop_without_rates_still_price() -> None:
    mug = line_of(
        MUG, "en", D(1), Pricing(on=DAY, terms=VatTerms(oss=True), buyer=Buyer(country="AT"))
    )
    assert (mug.name, mug.vat) == ("Mug", D(19))
