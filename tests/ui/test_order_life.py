"""Changes, offers, our own calls, guesses and two clerks, as a person meets them in the windows."""

from collections.abc import Callable
from dataclasses import replace

import shopphone.services.changes as changes
import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.domain.orders import LineDraft
from shopphone.ui.panels.change_dialog import ChangeDialog
from shopphone.ui.panels.order_dialogs import LetterDialog, MeanwhileDialog
from shopphone.ui.panels.order_form import OrderForm
from shopphone.ui.screens.customers import CustomersScreen
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]
KNOWN, TRUNK = "089 99998-123", "0221 4710-145"


def opened(shop: Shop, state: str) -> OrdersScreen:
    screen = shop.at("orders", OrdersScreen)
    screen.open(orders.page(shop.desk, state, limit=300)[0].order_id)
    shop.settle()
    return screen


def in_a_call(open_shop: OpenShop, number: str = KNOWN) -> Shop:
    shop = open_shop()
    shop.ring(number, "1")
    shop.ring(number, "1", CallEventKind.ANSWERED)
    desk = shop.telephone()
    shop.until(lambda: desk.caller.card is not None)
    return shop


def tell_all(shop: Shop, form: OrderForm) -> int:
    """Press F5 until nothing is left; says how often."""
    times = 0
    while form.read_back.next_tile() is not None:
        form.tick_next()
        shop.settle()
        times += 1
    return times


def test_a_change_shows_what_changes_and_reads_out_only_that(open_shop: OpenShop) -> None:
    shop = in_a_call(open_shop)
    form = shop.telephone().form
    form.draft.lines.append(LineDraft(name="Pfanne", unit_price=form.draft.shipping_gross + 50))
    form.draft.lines[0].price_source = "free"
    form.lines.edited.emit()
    shop.settle()
    assert tell_all(shop, form) == 5
    form.place()
    shop.settle()
    screen = shop.at("orders", OrdersScreen)
    screen.open(orders.page(shop.desk)[0].order_id)
    shop.settle()
    screen.life.change()
    shop.settle()
    (dialog,) = (each for each in shop.dialogs() if isinstance(each, ChangeDialog))
    dialog.form.draft.lines[0].quantity += 1
    dialog.form.lines.edited.emit()
    shop.settle()
    shown = " ".join(texts_in(dialog))
    assert "1 × Pfanne" in shown
    assert "→ 2 × Pfanne" in shown
    assert tell_all(shop, dialog.form) == 2
    dialog.form.place()
    shop.settle()
    assert any(isinstance(each, LetterDialog) for each in shop.dialogs())
    order = orders.detail(shop.desk, orders.page(shop.desk)[0].order_id)
    assert order.version == 2
    shop.close_dialogs()
    assert any("Fassung 1" in text for text in texts_in(screen))


def test_who_changes_second_is_told_and_decides(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = opened(shop, "confirmed")
    order = screen.order
    assert order is not None
    orders.set_tracking(shop.desk, order.order_id, "DHL", "123")  # behind the window's back
    assert screen.order is order
    press(shop, screen, "Heute bezahlt")
    (dialog,) = (each for each in shop.dialogs() if isinstance(each, MeanwhileDialog))
    assert orders.detail(shop.desk, order.order_id).paid_on is None
    press(shop, dialog, "Trotzdem ausführen")
    assert orders.detail(shop.desk, order.order_id).paid_on is not None


def test_our_own_call_opens_the_form_once_it_was_said_who_calls(open_shop: OpenShop) -> None:
    shop = open_shop()
    for kind in (CallEventKind.RINGING, CallEventKind.ANSWERED):
        shop.program.news.call.emit(
            CallEvent(
                kind=kind, call_key="out", source="test", direction="out", number_raw=KNOWN,
                own_number="99998100", at=shop.program.now(), seconds=None,
            )
        )  # fmt: skip
        shop.settle()
    desk = shop.telephone()
    shop.until(lambda: desk.caller.card is not None)
    form = desk.form
    assert not form.input.isEnabled()
    press(shop, form, "Gesagt: Name, Geschäft, Zweck")
    assert not form.input.isEnabled()
    form.opening.purpose.setText("Ihre Rückfrage")
    press(shop, form, "Gesagt: Name, Geschäft, Zweck")
    assert form.input.isEnabled()
    assert form.read_back.texts["opening"].endswith("Ihre Rückfrage")
    assert "opening" in form.draft.told_facts


def test_a_setting_changed_after_the_tick_takes_its_point_back(open_shop: OpenShop) -> None:
    shop = in_a_call(open_shop)
    form = shop.telephone().form
    form.draft.lines.append(LineDraft(name="Pfanne", unit_price=form.draft.shipping_gross + 50))
    form.lines.edited.emit()
    shop.settle()
    tell_all(shop, form)
    settings.save(shop.desk, {"policy.extension_months": "0"})
    form.lines.edited.emit()
    shop.settle()
    assert set(form.draft.told) == {"P1", "P2", "P3", "P5"}


def test_a_contract_that_needs_a_written_yes_is_offered(open_shop: OpenShop) -> None:
    shop = in_a_call(open_shop)
    desk = shop.telephone()
    form = desk.form
    form.draft.lines.append(LineDraft(name="Kurs", unit_price=form.draft.shipping_gross + 90))
    form.draft.lines[0].price_source = "free"
    form.lines.edited.emit()
    form.kind.matter.setCurrentIndex(form.kind.matter.findData("course"))
    shop.settle()
    assert form.place_button.text().startswith("Angebot schreiben")
    tell_all(shop, form)
    form.place()
    shop.until(lambda: desk.preview.letter is not None)
    letter = desk.preview.letter
    assert letter is not None
    assert (letter.row.kind, letter.row.order_number[:3]) == ("offer", "AN-")
    order_id = letter.row.order_id
    assert order_id is not None
    screen = shop.at("orders", OrdersScreen)
    screen.open(order_id)
    shop.settle()
    shown = " ".join(texts_in(screen.detail))
    assert "Heute bezahlt" not in shown
    assert "Mangel" not in shown
    letters.sent(shop.desk, letter.row.letter_id, "print")
    offers.accept(shop.desk, order_id, shop.desk.today(), "email", "Ja, gerne.")
    screen.open(order_id)
    shop.settle()
    press(shop, screen, "Bestellung aufgeben")
    assert orders.detail(shop.desk, order_id).number.startswith("AB-")


def test_a_guess_orders_nothing_before_the_yes(open_shop: OpenShop) -> None:
    shop = in_a_call(open_shop, TRUNK)
    desk = shop.telephone()
    card = desk.caller.card
    assert card is not None
    assert desk.form.draft.customer_id is None
    press(shop, desk.caller, "Ja, richtig")
    assert desk.form.draft.customer_id == card.customer_id


def test_a_customer_saved_meanwhile_is_shown_before_it_is_written_over(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    row = customers.page(shop.desk)[0]
    draft = customers.detail(shop.desk, row.customer_id).draft
    screen.editor.begin(customers.detail(shop.desk, row.customer_id).draft)
    draft.note = "ruft abends an"
    customers.save(shop.desk, draft)
    screen.editor.fields["email"].setText("neu@example.org")
    screen.editor.save()
    shop.settle()
    (dialog,) = (each for each in shop.dialogs() if isinstance(each, MeanwhileDialog))
    press(shop, dialog, "Erst ansehen")
    assert "ruft abends an" in screen.editor.refusal
    assert customers.detail(shop.desk, row.customer_id).draft.email != "neu@example.org"
    screen.editor.save()
    shop.settle()
    assert customers.detail(shop.desk, row.customer_id).draft.email == "neu@example.org"


def test_an_old_order_is_not_changed(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = opened(shop, "delivered")
    assert "Ändern …" not in texts_in(screen)
    assert changes.begin_from(shop.desk, orders.page(shop.desk, "delivered")[0].order_id).lines


def test_a_second_order_of_a_call_shows_its_own_letter_and_prints_none(
    open_shop: OpenShop,
) -> None:
    shop = in_a_call(open_shop)
    desk = shop.telephone()
    numbers = []
    for price in (50, 60):
        form = desk.form
        line = LineDraft(name="Pfanne", unit_price=form.draft.shipping_gross + price)
        form.draft.lines.append(replace(line, price_source="free"))
        form.lines.edited.emit()
        shop.settle()
        tell_all(shop, form)
        form.place()
        shop.settle()
        assert desk.preview.letter is not None
        numbers.append(desk.preview.letter.row.order_number)
        assert desk.preview.letter.row.error == ""
    assert numbers[0] != numbers[1]


def test_a_change_that_needs_a_written_yes_is_offered_and_then_holds(open_shop: OpenShop) -> None:
    shop = open_shop()
    settings.save(shop.desk, {"order.text_yes": "all"})
    screen = opened(shop, "confirmed")
    order = screen.order
    assert order is not None
    screen.life.change()
    shop.settle()
    (dialog,) = (each for each in shop.dialogs() if isinstance(each, ChangeDialog))
    form = dialog.form
    form.draft.remark = "Bitte klingeln"
    form.lines.edited.emit()
    shop.until(lambda: form.place_button.text().startswith("Bestellung ändern"))
    assert "Versand, vereinbart" in texts_in(form)
    form.draft.lines[0].price_source, form.draft.lines[0].price_note = "manual", "vereinbart"
    form.draft.lines[0].unit_price += 1
    form.draft.lines[0].gross_price = form.draft.lines[0].unit_price
    form.lines.edited.emit()
    shop.until(lambda: form.place_button.text().startswith("Änderung anbieten"))
    tell_all(shop, form)
    form.place()
    shop.until(lambda: bool(orders.detail(shop.desk, order.order_id).change_offers))
    ((number, _state),) = orders.detail(shop.desk, order.order_id).change_offers
    screen.open(order.order_id)
    shop.settle()
    assert f"Änderung angeboten: {number}, angeboten" in texts_in(screen.detail)
    offer_id = orders.by_number(shop.desk, number)
    assert offer_id is not None
    offer = letters.write(shop.desk, "offer", offer_id)
    letters.sent(shop.desk, offer.row.letter_id, "print")
    offers.accept(shop.desk, offer_id, shop.desk.today(), "email", "Ja, gerne.")
    screen.open(offer_id)
    shop.settle()
    assert f"ändert Bestellung {order.number}" in texts_in(screen.detail)
    press(shop, screen, "Vertrag ändern")
    assert orders.detail(shop.desk, order.order_id).version == 2
    assert orders.detail(shop.desk, offer_id).state == "merged"
