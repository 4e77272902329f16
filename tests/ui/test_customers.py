"""Customers on the screen: found, shown whole, edited with checks, never overwritten by a glance."""

from collections.abc import Callable

import shopphone.services.customers as customers
from shopphone.domain.customers import CustomerRow
from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def first_with_order(shop: Shop) -> CustomerRow:
    return next(row for row in customers.page(shop.desk, limit=100) if row.order_count and row.town)


def edit(shop: Shop, screen: CustomersScreen, customer_id: int) -> None:
    screen.open(customer_id)
    shop.settle()
    press(shop, screen, "Bearbeiten")


def test_a_customer_is_found_by_name_town_mail_and_number_in_any_spelling(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    wanted = next(r for r in customers.page(shop.desk, limit=100) if r.email and r.phone and r.town)
    detail = customers.detail(shop.desk, wanted.customer_id).draft
    e164 = detail.phones[0].e164
    assert e164 is not None
    for text in (
        detail.last_name.upper(),
        wanted.town,
        wanted.email,
        wanted.number.lower(),
        e164,
        f"0{e164[3:]}",
        f"0{e164[3:5]} / {e164[5:]}",
    ):
        screen.list.search.setText(text)
        shop.settle()
        assert wanted in screen.list.model.rows, text


def test_a_chosen_customer_is_shown_whole(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    wanted = first_with_order(shop)
    screen.list.table.selectRow(screen.list.model.rows.index(wanted))
    shop.settle()
    card = screen.card.card
    assert card is not None
    shown = "\n".join(texts_in(screen.card))
    assert card.name in shown
    assert card.billing.street in shown
    assert card.orders[0].number in shown


def test_several_numbers_and_addresses_are_kept(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    wanted = first_with_order(shop)
    edit(shop, screen, wanted.customer_id)
    before = customers.detail(shop.desk, wanted.customer_id).draft
    for number in ("069 90009-011", "0221 4710-012"):
        screen.editor.phones.add.click()
        screen.editor.phones.fields[-1].setText(number)
    screen.editor.delivery.add.click()
    block = screen.editor.delivery.blocks[-1]
    for part, text in (("name", "Werkstatt"), ("street", "Hofweg 3"), ("postcode", "80331")):
        block.lines[part].setText(text)
    block.lines["town"].setText("München")
    press(shop, screen.editor, "Speichern")
    after = customers.detail(shop.desk, wanted.customer_id).draft
    raw = [phone.raw for phone in after.phones]
    assert raw == [*(phone.raw for phone in before.phones), "069 90009-011", "0221 4710-012"]
    assert [phone.label for phone in after.phones[: len(before.phones)]] == [
        phone.label for phone in before.phones
    ]
    assert [a.name for a in after.delivery] == [*(a.name for a in before.delivery), "Werkstatt"]
    assert after.billing == before.billing
    assert after.salutation == before.salutation


def test_a_number_is_removed_with_its_button(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    wanted = first_with_order(shop)
    edit(shop, screen, wanted.customer_id)
    press(shop, screen.editor.phones, "×")
    press(shop, screen.editor, "Speichern")
    assert len(customers.detail(shop.desk, wanted.customer_id).draft.phones) == 0


def test_a_refusal_stands_in_the_form_and_nothing_typed_is_lost(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    press(shop, screen, "Neuer Kunde")
    screen.editor.fields["email"].setText("keine-adresse")
    press(shop, screen.editor, "Speichern")
    assert any("Name oder eine Firma" in text for text in texts_in(screen.editor))
    screen.editor.fields["last_name"].setText("Öztürk-Łukasz")
    press(shop, screen.editor, "Speichern")
    assert any("keine E-Mail-Adresse" in text for text in texts_in(screen.editor))
    assert shop.window.focusWidget() is screen.editor.fields["email"]
    screen.editor.fields["email"].setText("o@example.org")
    screen.editor.fields["street"].setText("Nur Straße 1")
    press(shop, screen.editor, "Speichern")
    assert any("Straße, Postleitzahl und Ort" in text for text in texts_in(screen.editor))
    screen.editor.fields["postcode"].setText("50667")
    screen.editor.fields["town"].setText("Köln")
    press(shop, screen.editor, "Speichern")
    assert customers.search(shop.desk, "Öztürk-Łukasz")[0].town == "Köln"
    assert "Öztürk-Łukasz" in texts_in(screen.card)


def test_a_form_in_work_is_not_thrown_away_by_choosing_someone_else(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    edit(shop, screen, first_with_order(shop).customer_id)
    screen.editor.fields["company"].setText("Neue Firma")
    screen.list.table.selectRow(3)
    shop.settle()
    assert screen.editor.isVisible()
    assert screen.editor.fields["company"].text() == "Neue Firma"
    assert shop.said == "Speichern Sie diesen Kunden oder brechen Sie erst ab."
    press(shop, screen.editor, "Abbrechen")
    assert screen.card.isVisible()


def test_a_salutation_and_a_country_of_an_older_program_stay(open_shop: OpenShop) -> None:
    shop = open_shop()
    wanted = first_with_order(shop)
    draft = customers.detail(shop.desk, wanted.customer_id).draft
    draft.salutation = "Frau Dr."
    customers.save(shop.desk, draft)
    screen = shop.at("customers", CustomersScreen)
    edit(shop, screen, wanted.customer_id)
    screen.editor.fields["company"].setText("Praxis")
    press(shop, screen.editor, "Speichern")
    assert customers.detail(shop.desk, wanted.customer_id).draft.salutation == "Frau Dr."


def test_an_order_of_the_card_opens_on_the_orders_screen(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    screen.open(first_with_order(shop).customer_id)
    shop.settle()
    card = screen.card.card
    assert card is not None
    press(shop, screen.card, card.orders[0].number)
    assert card.orders[0].number in texts_in(shop.window.current)
