"""A placed order reopened to change one thing: everything else stays as it was agreed."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import insert, update

import shopphone.services.changes as changes
import shopphone.services.minors as minors
import shopphone.services.money as money
import shopphone.services.order_money as order_money
import shopphone.services.orders as orders
import shopphone.services.products as products
import shopphone.services.settings as settings
import shopphone.services.withdrawals as withdrawals
from shopphone.domain import prices, settling
from shopphone.domain.errors import Refused
from shopphone.domain.orders import OrderDraft, draft_totals
from shopphone.domain.products import Product
from shopphone.domain.withdrawals import LineChoice, WithdrawalDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

POSTCODES = {"DE": "80331", "AT": "1010", "CH": "8001"}


def settled(desk: Desk, draft: OrderDraft) -> OrderDraft:
    """The draft as the order form brings it up to date."""
    coupon = money.coupon(desk, draft.coupon_code) if draft.coupon_code else None
    pricing = order_money.pricing_of(desk, draft)
    settling.settle(draft, pricing, order_money.method_of(desk, draft), coupon)
    return draft


def placed(desk: Desk, draft: OrderDraft) -> int:
    draft.told.clear()
    return orders.place(desk, tell(desk, draft), {}).order_id


def send_everywhere(desk: Desk) -> None:
    content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": None}
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.delete())
        tx.execute(
            insert(t.shipping_method),
            {"code": "dhl", "content": {**content, "countries": [*POSTCODES]}, "position": 0},
        )


@pytest.mark.parametrize("abroad", ["kept", "recalculated"])
@pytest.mark.parametrize(
    ("country", "kind", "vat_id", "rate"),
    [
        ("DE", "consumer", "", "7"),
        ("DE", "business", "", "19"),
        ("AT", "consumer", "", "7"),
        ("AT", "consumer", "", "19"),
        ("AT", "business", "ATU46983509", "19"),
        ("CH", "consumer", "", "19"),
    ],
)
def test_a_remark_changes_no_price_and_no_vat(
    desk: Desk, abroad: str, country: str, kind: str, vat_id: str, rate: str
) -> None:
    terms = {
        "shop.vat_id": "DE136695976",
        "vat.net_for_business": "1",
        "vat.oss": "1",
        "vat.abroad": abroad,
    }
    settings.save(desk, {**SHOP, **terms})
    draft = draft_with(desk, ("Becher", "107.00"))
    send_everywhere(desk)
    with desk.db.writing() as tx:
        of = t.customer.c.id == draft.customer_id
        tx.execute(update(t.customer).where(of).values(kind=kind))
    draft.lines[0].vat, draft.lines[0].gross_deposit = Decimal(rate), Decimal("2.50")
    draft.customer_kind, draft.vat_id = kind, vat_id
    draft.billing = replace(draft.billing, country=country, postcode=POSTCODES[country])
    order_id = placed(desk, settled(desk, draft))
    agreed = orders.detail(desk, order_id).totals
    again = settled(desk, changes.begin(desk, order_id))
    assert (again.lines[0].home_vat, again.lines[0].gross_deposit) == (
        Decimal(rate),
        Decimal("2.50"),
    )
    assert draft_totals(again).total == agreed.total
    again.remark = "Bitte klingeln"
    changes.place(desk, tell(desk, again), {})
    assert orders.detail(desk, order_id).totals == agreed


def test_shipping_of_free_goods_abroad_has_the_standard_rate_there(desk: Desk) -> None:
    settings.save(desk, {**SHOP, "vat.oss": "1"})
    draft = draft_with(desk, ("Probe", "0.00"))
    send_everywhere(desk)
    draft.lines[0].vat = Decimal(7)
    draft.billing = replace(draft.billing, country="AT", postcode="1010")
    order_id = placed(desk, settled(desk, draft))
    (group,) = orders.detail(desk, order_id).totals.groups
    assert (group.rate, group.gross) == (Decimal(20), draft.shipping_gross)
    money.save_rates(desk, "DE; standard; 19; 2021-01-01\nAT; standard; 25; 2021-01-01")
    again = settled(desk, changes.begin(desk, order_id))
    assert draft_totals(again).groups == (group,)


def test_a_rate_that_rose_since_reaches_no_agreed_line(desk: Desk) -> None:
    settings.save(desk, {**SHOP, "vat.oss": "1", "vat.abroad": "recalculated"})
    draft = draft_with(desk, ("Becher", "107.00"))
    send_everywhere(desk)
    draft.billing = replace(draft.billing, country="AT", postcode="1010")
    order_id = placed(desk, settled(desk, draft))
    (agreed,) = orders.detail(desk, order_id).lines
    money.save_rates(desk, "DE; standard; 19; 2021-01-01\nAT; standard; 25; 2021-01-01")
    again = settled(desk, changes.begin(desk, order_id))
    (line,) = again.lines
    assert (line.unit_price, line.vat) == (agreed.unit_price, agreed.vat)
    again.billing = replace(again.billing, country="DE", postcode="80331")
    assert draft_totals(settled(desk, again)).total == Decimal("111.90")


GERMAN_IBAN, AUSTRIAN_IBAN = "DE89370400440532013000", "AT611904300234573201"


def changed(desk: Desk, draft: OrderDraft) -> None:
    changes.place(desk, tell(desk, draft), {})


def test_a_change_to_debit_brings_a_mandate_that_must_be_signed(desk: Desk) -> None:
    settings.save(desk, SHOP)
    order_id = placed(desk, draft_with(desk, ("Pfanne", "54.90")))
    draft = changes.begin(desk, order_id)
    draft.payment_code, draft.iban = "sepa_debit", GERMAN_IBAN
    changed(desk, draft)
    order = orders.detail(desk, order_id)
    assert order.mandate is not None
    assert (order.mandate.iban, order.mandate.reference) == (GERMAN_IBAN, f"M-{order.number}")
    with pytest.raises(Refused, match="mandate_missing"):
        orders.set_paid(desk, order_id, desk.today())
    orders.mandate_returned(desk, order_id, desk.today())
    orders.set_paid(desk, order_id, desk.today())


def test_another_account_is_a_change_and_is_signed_anew(desk: Desk) -> None:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.payment_code, draft.iban = "sepa_debit", GERMAN_IBAN
    order_id = placed(desk, draft)
    orders.mandate_returned(desk, order_id, desk.today())
    draft = changes.begin(desk, order_id)
    draft.remark = "Bitte klingeln"
    changed(desk, draft)
    kept = orders.detail(desk, order_id).mandate
    assert kept is not None
    assert kept.returned_on == desk.today()
    draft = changes.begin(desk, order_id)
    draft.iban = AUSTRIAN_IBAN
    assert [change.code for change in changes.compare(desk, draft)] == ["account"]
    changed(desk, draft)
    order = orders.detail(desk, order_id)
    assert order.mandate is not None
    assert (order.mandate.iban, order.mandate.returned_on) == (AUSTRIAN_IBAN, None)
    (change,) = order.versions[-1].changes
    assert (change.before, change.after) == ("DE…3000, Löffler", "AT…3201, Löffler")
    with pytest.raises(Refused, match="mandate_missing"):
        orders.set_paid(desk, order_id, desk.today())


def test_what_is_debited_no_more_needs_no_mandate(desk: Desk) -> None:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.payment_code, draft.iban = "sepa_debit", GERMAN_IBAN
    order_id = placed(desk, draft)
    draft = changes.begin(desk, order_id)
    draft.payment_code, draft.iban = "prepay", ""
    changed(desk, draft)
    assert orders.detail(desk, order_id).mandate is None
    orders.set_paid(desk, order_id, desk.today())
    assert orders.detail(desk, order_id).payment_state == "paid"


def product_line(desk: Desk, draft: OrderDraft, quantity: str, **values: object) -> Product:
    """A product, and so many of it in the draft."""
    row = {"sku": "BE-1", "name": "Becher", "price": Decimal("12.90"), "vat": Decimal(19), **values}
    with desk.db.writing() as tx:
        product_id = tx.insert(insert(t.product), row)
    products.set_offers(desk, product_id, "10,90; 10")
    (product,) = products.by_keys(desk, [product_id])
    pricing = order_money.pricing_of(desk, draft)
    draft.lines = [prices.line_of(product, "de", Decimal(quantity), pricing)]
    return product


def test_the_price_of_a_quantity_goes_with_the_quantity(desk: Desk) -> None:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    product = product_line(desk, draft, "10")
    again = changes.begin(desk, placed(desk, settled(desk, draft)))
    (line,) = again.lines
    assert (line.unit_price, line.price_source) == (Decimal("10.90"), "tier")
    assert not prices.differs_from_list(line, product.price)
    line.quantity = Decimal(2)
    prices.follow(line, product.offers, Decimal(10), order_money.pricing_of(desk, again))
    assert (line.unit_price, line.price_source) == (Decimal("12.90"), "list")


def test_what_is_heavy_and_bulky_stays_so(desk: Desk) -> None:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    product_line(desk, draft, "1", weight_g=6000, bulky=True, minimum_age=18)
    content = {
        "name_de": "Paket",
        "name_en": "Parcel",
        "price": "4.90",
        "free_from": None,
        "weight_prices": [[5000, "7.90"]],
        "age_check": True,
    }
    with desk.db.writing() as tx:
        tx.execute(update(t.shipping_method).values(content=content))
    draft.of_age = "yes"
    order_id = placed(desk, settled(desk, draft))
    again = settled(desk, changes.begin(desk, order_id))
    assert again.shipping_gross == orders.detail(desk, order_id).totals.shipping == Decimal("7.90")
    (line,) = again.lines
    assert (line.weight_g, line.bulky, line.minimum_age) == (6000, True, 18)


def test_a_change_takes_no_granted_right_away(desk: Desk) -> None:
    granted = {"policy.extension_months": "2", "policy.return_cost": "shop"}
    settings.save(desk, {**SHOP, **granted})
    order_id = placed(desk, draft_with(desk, ("Pfanne", "54.90")))
    settings.save(desk, {"policy.extension_months": "0", "policy.return_cost": "customer"})
    again = changes.begin(desk, order_id)
    again.remark = "Bitte klingeln"
    changes.place(desk, again, {})
    order = orders.detail(desk, order_id)
    assert (order.extension_months, order.return_cost) == (2, "shop")
    settings.save(desk, {"policy.extension_months": "3"})
    again = changes.begin(desk, order_id)
    again.remark = "Zweimal klingeln"
    changed(desk, again)
    assert orders.detail(desk, order_id).extension_months == 3


@pytest.mark.parametrize("left", ["ADV; 10%; ; 2026-11-25; 50,00", ""])
def test_a_coupon_that_was_in_time_blocks_no_change(desk: Desk, clock: Clock, left: str) -> None:
    settings.save(desk, SHOP)
    money.save_coupons(desk, "ADV; 10%; ; 2026-11-25; 50,00")
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.coupon_code = "adv"
    order_id = placed(desk, settled(desk, draft))
    agreed = orders.detail(desk, order_id).totals
    assert agreed.coupon == Decimal("5.49")
    clock.now += timedelta(days=3)
    money.save_coupons(desk, left)
    again = settled(desk, changes.begin(desk, order_id))
    again.remark = "Bitte klingeln"
    changed(desk, again)
    assert orders.detail(desk, order_id).totals == agreed


def test_what_stays_keeps_its_share_of_the_coupon_and_what_leaves_takes_it_along(
    desk: Desk, clock: Clock
) -> None:
    settings.save(desk, SHOP)
    money.save_coupons(desk, "ADV; 10%; ; 2026-11-25; 50,00\nALT; 5%; ; 2026-11-01;")
    draft = draft_with(desk, ("Pfanne", "54.90"), ("Salz", "3.50"))
    draft.coupon_code = "ADV"
    order_id = placed(desk, settled(desk, draft))
    assert orders.detail(desk, order_id).totals.coupon == Decimal("5.84")
    money.save_coupons(desk, "ADV; 50%; ; 2026-11-25; 50,00\nALT; 5%; ; 2026-11-01;")
    again = settled(desk, changes.begin(desk, order_id))
    assert again.coupon == Decimal("5.84")  # not 50 %: that was not agreed
    again.lines[1].quantity = Decimal(2)
    assert settled(desk, again).coupon == Decimal("7.59")  # what is new gets what holds today
    clock.now += timedelta(days=3)
    assert settled(desk, again).coupon == Decimal("5.84")
    del again.lines[0]
    again.lines[0].quantity = Decimal(1)
    assert settled(desk, again).coupon == Decimal("0.35")  # under the minimum, as a withdrawal
    again.coupon_code = "ALT"
    with pytest.raises(Refused, match="coupon_over"):
        changed(desk, settled(desk, again))


def test_a_part_changed_away_costs_what_it_costs_withdrawn(desk: Desk) -> None:
    settings.save(desk, SHOP)
    money.save_coupons(desk, "FEST; 10,00")
    by_change, by_withdrawal = (
        placed(desk, settled(desk, with_coupon(desk, "FEST"))) for _ in range(2)
    )
    before = orders.detail(desk, by_change).totals.total
    again = changes.begin(desk, by_change)
    del again.lines[1]
    changed(desk, settled(desk, again))
    less = before - orders.detail(desk, by_change).totals.total
    choice = LineChoice(position=2, quantity=Decimal(1))
    draft = WithdrawalDraft(order_id=by_withdrawal, declared_on=desk.today(), lines=[choice])
    assert withdrawals.read(desk, withdrawals.declare(desk, draft)).sheet.total == less


def with_coupon(desk: Desk, code: str) -> OrderDraft:
    draft = draft_with(desk, ("Pfanne", "54.90"), ("Salz", "33.33"))
    draft.coupon_code = code
    return draft


def test_a_change_keeps_its_articles_its_parent_and_what_was_sent(desk: Desk) -> None:
    settings.save(desk, SHOP)
    article = {"language": "de", "title": "Pflege", "version": 1, "changed_at": desk.now()}
    with desk.db.writing() as tx:
        first = tx.insert(insert(t.article), article)
        second = tx.insert(insert(t.article), {**article, "title": "Einbrennen"})
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.of_age, draft.parent, draft.article_ids = "no", "Frau Löffler", [first]
    order_id = placed(desk, draft)
    again = changes.begin(desk, order_id)
    moment = desk.now().isoformat()
    again.remark, again.parent = "Bitte klingeln", "Herr Löffler"
    again.article_ids, again.info_sent = [second], moment
    changed(desk, again)
    again = changes.begin(desk, order_id)
    assert (again.article_ids, again.parent, again.info_sent) == ([second], "Herr Löffler", moment)
    again.remark = ""
    changed(desk, again)
    order = orders.detail(desk, order_id)
    assert [title for _, title in order.articles] == ["Einbrennen"]
    assert [code for code, *_ in order.events] == ["info_sent", "version", "version"]
    minors.answer(desk, order_id, yes=True, words="Ja.")
    again = changes.begin(desk, order_id)
    again.remark, again.parent = "Klingeln", "Onkel"
    changed(desk, again)
    minor = orders.detail(desk, order_id).minor
    assert minor is not None
    assert (minor.parent, minor.answer) == ("Herr Löffler", "yes")
