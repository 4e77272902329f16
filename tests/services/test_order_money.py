"""Money of an order through the services: terms, coupons, other prices, refusals, mandates."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from sqlalchemy import insert, update

import shopphone.services.ibans as ibans
import shopphone.services.letters as letters
import shopphone.services.money as money
import shopphone.services.order_money as order_money
import shopphone.services.orders as orders
import shopphone.services.products as products
import shopphone.services.settings as settings
from shopphone.domain import settling
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft, draft_totals
from shopphone.domain.payment import mandate_reference
from shopphone.domain.prices import line_of
from shopphone.domain.vat import VatMode
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters.reading import flat
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

AUSTRIAN_IBAN = "AT61 1904 3002 3457 3201"
LOCKER = Address(street="Packstation 145", postcode="80331", town="München")


def with_product(desk: Desk, **values: object) -> int:
    with desk.db.writing() as tx:
        told = {"sku": "BE-1", "name": "Becher", "price": D("12.90"), "vat": D(19), **values}
        return tx.insert(insert(t.product), told)


def test_other_prices_are_kept_found_and_replaced(desk: Desk) -> None:
    key = with_product(desk, deposit=D("0.25"), minimum_age=18, bulky=True)
    products.set_offers(desk, key, "11,90; 10\n9,90; ; Händler; ; 31.12.2026")
    (found,) = products.find(desk, "be-1")
    assert [(each.price, each.from_quantity, each.group) for each in found.offers] == [
        (D("11.90"), D(10), ""),
        (D("9.90"), D(1), "Händler"),
    ]
    assert found.offers[1].ends_on == date(2026, 12, 31)
    assert (found.deposit, found.minimum_age, found.bulky) == (D("0.25"), 18, True)
    with pytest.raises(Refused, match="offer_unreadable"):
        products.set_offers(desk, key, "1,00; 5\nviel")
    assert products.by_keys(desk, [key])[0].offers == found.offers
    products.set_offers(desk, key, "")
    assert products.detail(desk, key).product.offers == ()


def test_options_count_themselves(desk: Desk) -> None:
    for n in range(3):
        with_product(desk, sku=f"V-{n}", group="becher", option=f"{n} l")
    with_product(desk, sku="X-1")
    assert [products.find(desk, sku)[0].variants for sku in ("V-0", "X-1")] == [3, 0]


def test_rates_are_the_programs_until_the_shop_has_its_own(desk: Desk) -> None:
    assert len({rate.country for rate in money.rates(desk)}) == 27
    money.save_rates(desk, "DE; standard; 19; 01.01.2007\nAT; reduced; 10; 1984-01-01")
    assert [(r.country, r.percent) for r in money.rates(desk)] == [("AT", D(10)), ("DE", D(19))]
    sourced = "NL; reduced; 9; 2019-01-01; Wet OB 1968, tabel I; a.2"
    money.save_rates(desk, sourced)
    assert money.rates_text(desk) == sourced
    money.save_rates(desk, "DE; standard; 19; 01.01.2007\nAT; reduced; 10; 1984-01-01")
    with pytest.raises(Refused, match="rate_unreadable"):
        money.save_rates(desk, "DE; standard; viel; 2007-01-01")
    assert len(money.rates(desk)) == 2
    money.save_rates(desk, "")
    assert len({rate.country for rate in money.rates(desk)}) == 27


def test_a_coupon_is_known_by_its_code_however_it_was_dictated(desk: Desk) -> None:
    money.save_coupons(desk, "Advent 26; 10%; ; 2026-12-24; 20,00\nSOMMER; 5,00; ; 2026-08-31")
    found = money.coupon(desk, "advent26")
    assert found is not None
    assert found.percent == D(10)
    assert money.coupon(desk, "HERBST") is None
    text = money.coupons_text(desk)
    money.save_coupons(desk, text)
    assert money.coupons_text(desk) == text


@pytest.mark.parametrize(
    ("code", "refused"), [("HERBST", "unknown"), ("SOMMER", "over"), ("REICH", "minimum")]
)
def test_a_coupon_that_does_not_hold_stops_the_order(desk: Desk, code: str, refused: str) -> None:
    money.save_coupons(desk, "SOMMER; 5,00; ; 2026-08-31\nREICH; 5,00; ; ; 500,00")
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.coupon_code = code
    with pytest.raises(Refused, match=f"coupon_{refused}"):
        orders.place(desk, draft, {})


def test_an_order_keeps_its_coupon_mode_deposit_and_the_other_systems_total(desk: Desk) -> None:
    settings.save(desk, {"vat.net_for_business": "1"})
    money.save_coupons(desk, "ADVENT; 10%")
    key = with_product(desk, deposit=D("0.25"))
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.customer_kind, draft.coupon_code, draft.shop_total = "business", "advent", D("99.99")
    pricing = order_money.pricing_of(desk, draft)
    draft.lines = [line_of(products.by_keys(desk, [key])[0], "de", D(10), pricing)]
    settling.settle(draft, pricing, None, money.coupon(desk, "advent"))
    said = draft_totals(draft)
    placed = orders.place(desk, draft, {})
    found = orders.detail(desk, placed.order_id)
    assert found.totals == said
    assert found.totals.mode is VatMode.NET
    assert (found.totals.coupon, found.totals.deposit) == (D("10.84"), D("2.10"))
    assert (found.coupon_code, found.shop_total) == ("ADVENT", D("99.99"))
    assert found.lines[0].gross_price == D("12.90")
    assert placed.total == found.totals.total


def test_vat_that_changed_since_the_total_was_said_stops_the_order(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.billing = replace(draft.billing, postcode="8001", town="Zürich", country="CH")
    content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "countries": ["CH"]}
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.update().values(content=content))
    with pytest.raises(Refused, match="vat_mode_changed"):
        orders.place(desk, draft, {})
    draft.vat_mode = "export"
    assert orders.detail(desk, orders.place(desk, draft, {}).order_id).totals.vat == 0


def test_goods_for_adults_need_a_way_that_checks_the_age(desk: Desk) -> None:
    settings.save(desk, {"shipping.methods": "Paket; Parcel; 4,90\nIdent; Ident; 7,90"})
    settings.save(desk, {"shipping.rules": "Ident; ; ; ; ja"})
    draft = draft_with(desk, ("Rum", "24.90"))
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.delete())
    draft.lines[0].minimum_age, draft.shipping_code = 18, "paket"
    with pytest.raises(Refused, match="sending_impossible") as refusal:
        orders.place(desk, draft, {})
    assert refusal.value.facts["why"] == "age"
    draft.shipping_code = "ident"
    draft.deliver_to = replace(LOCKER, extra="1234567")
    with pytest.raises(Refused, match="sending_impossible"):
        orders.place(desk, draft, {})
    draft.deliver_to = None
    draft.of_age = "yes"
    found = orders.detail(desk, orders.place(desk, tell(desk, draft), {}).order_id)
    assert found.lines[0].minimum_age == 18


def test_a_rule_of_sending_is_checked_when_it_is_written(desk: Desk) -> None:
    with pytest.raises(Refused, match="shipping_rule_unreadable") as refusal:
        settings.save(desk, {"shipping.rules": "Paket; 31,5\nPäckchen; 2"})
    assert (refusal.value.facts["line"], refusal.value.facts["field"]) == (2, "shipping.rules")


def test_cash_at_collection_needs_a_collection(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.delete())
    draft.shipping_code, draft.payment_code = "paket", "cash_on_collection"
    with pytest.raises(Refused, match="payment_impossible"):
        orders.place(desk, draft, {})
    draft.shipping_code = "abholungimgeschäft"
    orders.place(desk, draft, {})


def test_a_price_by_hand_needs_its_reason(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.lines[0].price_source = "manual"
    with pytest.raises(Refused, match="price_reason_missing"):
        orders.place(desk, draft, {})
    draft.lines[0].price_note = "Kratzer"
    found = orders.detail(desk, orders.place(desk, draft, {}).order_id)
    assert (found.lines[0].price_source, found.lines[0].price_note) == ("manual", "Kratzer")


def test_free_lines_can_be_a_right(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    settings.save(desk, {"order.free_lines": "lead"})
    with pytest.raises(Refused, match="free_line_not_allowed"):
        orders.place(desk, draft, {})
    with desk.db.writing() as tx:
        tx.execute(update(t.staff).where(t.staff.c.id == desk.staff_id()).values(role="lead"))
    assert orders.shop_terms(desk).free_lines
    orders.place(desk, draft, {})


def test_a_debit_waits_for_the_signed_mandate(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.payment_code, draft.iban = "sepa_debit", "AT61 1904 3002 3457 3202"
    with pytest.raises(Refused, match="iban_invalid"):
        orders.place(desk, draft, {})
    draft.iban, draft.account_holder = AUSTRIAN_IBAN, "Eva Löffler"
    placed = orders.place(desk, draft, {})
    mandate = orders.detail(desk, placed.order_id).mandate
    assert mandate is not None
    assert mandate.reference == f"M-{placed.number}"
    assert (mandate.iban, mandate.holder) == (AUSTRIAN_IBAN.replace(" ", ""), "Eva Löffler")
    with pytest.raises(Refused, match="mandate_missing"):
        orders.set_paid(desk, placed.order_id, desk.today())
    orders.mandate_returned(desk, placed.order_id, desk.today())
    orders.set_paid(desk, placed.order_id, desk.today())
    assert orders.detail(desk, placed.order_id).payment_state == "paid"


@pytest.mark.parametrize(
    ("text", "valid", "bank"),
    [
        ("DE89 3704 0044 0532 0130 00", True, "Commerzbank"),
        ("de89370400440532013000", True, "Commerzbank"),
        ("DE89 3704 0044 0532 0130 01", False, ""),
        ("DE89", False, ""),
        ("", False, ""),
        ("XX00 1234", False, ""),
    ],
)
def test_an_iban_is_checked_and_its_bank_named(
    desk: Desk, text: str, valid: bool, bank: str
) -> None:
    found = ibans.check(desk, text)
    assert found.valid is valid
    assert found.bank.startswith(bank)
    assert bool(found.bank) is bool(bank)


def test_references_of_mandates_are_what_banks_take() -> None:
    assert mandate_reference("AB-2026-00142") == "M-AB-2026-00142"
    assert mandate_reference("Ä b_2026/1 " + "9" * 60) == ("M-B2026/1" + "9" * 60)[:35]


def test_a_draft_of_everything_default_is_no_business_abroad(desk: Desk) -> None:
    draft = OrderDraft(lines=[LineDraft(name="x", unit_price=D(1))])
    assert order_money.pricing_of(desk, draft).mode is VatMode.GROSS


AUSTRIAN_ID = "ATU13585627"


def abroad(desk: Desk, matter: str, country: str, *, business: bool) -> OrderDraft:
    draft = draft_with(desk, ("Beratung", "119.00"))
    content = {"name_de": "Paket", "name_en": "Parcel", "price": "0.00", "countries": [country]}
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.update().values(content=content))
    codes = {"AT": "1010", "CH": "8001"}
    draft.billing = replace(draft.billing, postcode=codes[country], country=country)
    draft.matter, draft.shipping_gross = matter, D(0)
    if business:
        draft.customer_kind, draft.vat_id = "business", AUSTRIAN_ID
    method = order_money.method_of(desk, draft)
    settling.settle(draft, order_money.pricing_of(desk, draft), method, None)
    draft.told.clear()
    return tell(desk, draft)


def test_a_service_to_a_business_in_the_eu_is_reverse_charge(desk: Desk) -> None:
    settings.save(desk, {**SHOP, "shop.vat_id": "DE136695976"})
    draft = abroad(desk, "service", "AT", business=True)
    placed = orders.place(desk, draft, {})
    order = orders.detail(desk, placed.order_id)
    assert (order.totals.mode, order.totals.total) == (VatMode.REVERSE, D("100.00"))
    words = flat(letters.write(desk, "confirmation", placed.order_id).pdf)
    assert "Steuerschuldnerschaft des Leistungsempfängers" in words
    assert "innergemeinschaftliche Lieferung" not in words


@pytest.mark.parametrize("matter", ["goods", "service"])
def test_without_the_shops_own_vat_id_nothing_is_free_of_vat(desk: Desk, matter: str) -> None:
    settings.save(desk, SHOP)
    draft = abroad(desk, matter, "AT", business=True)
    with pytest.raises(Refused, match="own_vat_id_missing"):
        orders.place(desk, draft, {})
    settings.save(desk, {"shop.vat_id": "DE136695976"})
    placed = orders.place(desk, draft, {})
    settings.save(desk, {"shop.vat_id": ""})
    with pytest.raises(Refused, match="duties_missing") as refusal:
        letters.write(desk, "confirmation", placed.order_id)
    assert refusal.value.facts["missing"] == ("shop.vat_id",)


def test_digital_content_for_a_consumer_beyond_the_eu_is_not_taxed_here(desk: Desk) -> None:
    draft = abroad(desk, "digital", "CH", business=False)
    with pytest.raises(Refused, match="vat_not_ours"):
        orders.place(desk, draft, {})


def test_a_service_is_taxed_where_the_buyer_is_not_where_a_parcel_would_go(desk: Desk) -> None:
    draft = abroad(desk, "service", "AT", business=True)
    draft.deliver_to = replace(draft.billing, country="DE", postcode="80331")
    assert order_money.pricing_of(desk, draft).mode is VatMode.REVERSE
    draft.matter = "goods"
    assert order_money.pricing_of(desk, draft).mode is VatMode.GROSS
