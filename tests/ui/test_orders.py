"""Orders on the screen: the list, one order, what may be done with it and what is asked first."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate

import shopphone.services.changes as changes
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.products as products
from shopphone.domain.order_states import MOVES, OrderState, next_by_hand
from shopphone.domain.orders import LineDraft, OrderDetail
from shopphone.store import tables as t
from shopphone.ui.panels.move_dialog import MoveDialog
from shopphone.ui.panels.order_dialogs import LetterDialog, ReasonDialog, TrackingDialog
from shopphone.ui.screens.orders import OrdersScreen
from tests.support.telling import tell
from tests.ui.driving import NOW, Shop, buttons_of, press, texts_in

OpenShop = Callable[..., Shop]


def opened(shop: Shop, state: str) -> tuple[OrdersScreen, OrderDetail]:
    """The first order in this state, opened."""
    screen = shop.at("orders", OrdersScreen)
    found = next(row for row in orders.page(shop.desk, state, limit=300))
    screen.open(found.order_id)
    shop.settle()
    return screen, orders.detail(shop.desk, found.order_id)


def test_the_list_shows_number_customer_state_and_sum(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    first = orders.page(shop.desk)[0]
    model = screen.list.model
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert first.number in shown
    assert first.customer in shown
    assert shop.program.words.money(first.total) in shown
    assert model.rowCount() == len(orders.page(shop.desk, limit=300))


@pytest.mark.parametrize("state", ["placed", "confirmed", "shipped", "delivered", "closed"])
def test_the_buttons_are_the_moves_of_the_state_table(open_shop: OpenShop, state: str) -> None:
    shop = open_shop()
    screen, _ = opened(shop, state)
    offered = {each.property("state") for each in buttons_of(screen.detail)} - {None}
    assert offered == {str(each) for each in next_by_hand(state)}
    assert offered <= {str(each) for each in MOVES[OrderState(state)]}


def test_a_cancelled_order_offers_no_further_move(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, _ = opened(shop, "cancelled")
    assert {each.property("state") for each in buttons_of(screen.detail)} == {None}


def test_cancelling_asks_for_a_reason_and_keeps_it(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "confirmed")
    cancel = next(e for e in buttons_of(screen.detail) if e.property("state") == "cancelled")
    cancel.click()
    shop.settle()
    dialog = shop.dialogs()[0]
    assert isinstance(dialog, ReasonDialog)
    press(shop, dialog, cancel.text())
    assert dialog.isVisible()
    assert any("nennen Sie einen Grund" in text for text in texts_in(dialog))
    assert orders.detail(shop.desk, order.order_id).state == "confirmed"
    dialog.reason.setText("Kundin hat doppelt bestellt")
    press(shop, dialog, cancel.text())
    again = orders.detail(shop.desk, order.order_id)
    assert again.state == "cancelled"
    assert again.moves[-1].reason == "Kundin hat doppelt bestellt"
    assert any("Kundin hat doppelt bestellt" in text for text in texts_in(screen.detail))


def test_going_back_from_the_reason_cancels_nothing(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "confirmed")
    next(e for e in buttons_of(screen.detail) if e.property("state") == "cancelled").click()
    shop.settle()
    press(shop, shop.dialogs()[0], "Zurück")
    assert not shop.dialogs()
    assert orders.detail(shop.desk, order.order_id).state == "confirmed"


def test_shipping_is_a_move_with_its_day(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "confirmed")
    next(e for e in buttons_of(screen.detail) if e.property("state") == "shipped").click()
    shop.settle()
    again = orders.detail(shop.desk, order.order_id)
    assert (again.state, again.shipped_on) == ("shipped", NOW.date())
    assert {each.property("state") for each in buttons_of(screen.detail)} >= {"delivered"}


def test_unpaid_goods_do_not_leave_unseen(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "confirmed")
    with shop.desk.db.writing() as tx:
        values = {"payment_code": "prepay", "payment_state": "open", "paid_on": None}
        tx.execute(t.sale_order.update().values(**values))
    screen.open(order.order_id)
    shop.settle()
    next(e for e in buttons_of(screen.detail) if e.property("state") == "shipped").click()
    shop.settle()
    (dialog,) = (each for each in shop.dialogs() if isinstance(each, MoveDialog))
    assert any("noch nicht bezahlt" in text for text in texts_in(dialog))
    assert orders.detail(shop.desk, order.order_id).state == "confirmed"
    press(shop, dialog, "Unbezahlt versenden")
    assert orders.detail(shop.desk, order.order_id).state == "shipped"


def test_goods_arrive_on_the_day_the_clerk_types(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "shipped")
    assert order.shipped_on is not None
    day = order.shipped_on
    next(e for e in buttons_of(screen.detail) if e.property("state") == "delivered").click()
    shop.settle()
    (dialog,) = (each for each in shop.dialogs() if isinstance(each, MoveDialog))
    dialog.day.setDate(QDate(day.year, day.month, day.day))
    press(shop, dialog, "Zugestellt")
    assert orders.detail(shop.desk, order.order_id).delivered_on == day
    press(shop, screen.life, "Doch nicht zugestellt …")
    (why,) = (each for each in shop.dialogs() if isinstance(each, ReasonDialog))
    why.reason.setText("falscher Auftrag")
    press(shop, why, "Doch nicht zugestellt")
    again = orders.detail(shop.desk, order.order_id)
    assert (again.state, again.delivered_on) == ("shipped", None)


def test_a_payment_is_noted_and_taken_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    unpaid = next(
        row
        for row in orders.page(shop.desk, limit=300)
        if row.payment_state == "open" and row.state == "confirmed"
    )
    screen = shop.at("orders", OrdersScreen)
    screen.open(unpaid.order_id)
    shop.settle()
    press(shop, screen.detail, "Heute bezahlt")
    assert orders.detail(shop.desk, unpaid.order_id).paid_on == NOW.date()
    assert any("bezahlt am 24.11.2026" in text for text in texts_in(screen.detail))
    press(shop, screen.detail, "Doch nicht bezahlt")
    assert orders.detail(shop.desk, unpaid.order_id).paid_on is None


def test_a_tracking_number_is_typed_and_shown_with_its_carrier(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "confirmed")
    press(shop, screen.detail, "Sendungsnummer")
    dialog = shop.dialogs()[0]
    assert isinstance(dialog, TrackingDialog)
    dialog.carrier.setText("DHL")
    dialog.tracking.setText("  00340434161094042557 ")
    press(shop, dialog, "Speichern")
    again = orders.detail(shop.desk, order.order_id)
    assert (again.carrier, again.tracking) == ("DHL", "00340434161094042557")
    assert any("DHL 00340434161094042557" in text for text in texts_in(screen.detail))


def test_the_letters_of_an_order_open_from_it(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "shipped")
    row = letters.of_order(shop.desk, order.order_id)[0]
    link = next(e for e in buttons_of(screen.detail) if e.property("letter") == row.letter_id)
    link.click()
    shop.settle()
    dialog = shop.dialogs()[0]
    assert isinstance(dialog, LetterDialog)
    shop.until(lambda: dialog.preview.page_count == row.pages)
    shop.close_dialogs()


def test_f9_writes_the_confirmation_of_the_order_in_front(open_shop: OpenShop) -> None:
    shop = open_shop()
    _, order = opened(shop, "placed")
    before = len(letters.of_order(shop.desk, order.order_id))
    shop.window.act("letter")
    shop.settle()
    assert isinstance(shop.dialogs()[0], LetterDialog)
    assert len(letters.of_order(shop.desk, order.order_id)) == max(before, 1)
    shop.close_dialogs()


def test_an_order_shows_lines_told_points_and_history(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "shipped")
    shown = "\n".join(texts_in(screen.detail))
    for line in order.lines:
        assert line.name in shown
    assert shop.program.words.money(order.totals.total) in shown
    assert order.customer in shown
    assert order.told
    assert f"Ware {shop.program.words.clock(order.told[0][2])}" in shown
    for move in order.moves:
        assert shop.program.words.moment(move.at) in shown


def test_what_another_desk_does_to_the_order_is_seen_at_once(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, order = opened(shop, "confirmed")
    orders.move(shop.desk, order.order_id, "shipped")
    shop.settle()
    assert {each.property("state") for each in buttons_of(screen.detail)} >= {"delivered"}


def test_without_a_way_to_send_no_price_is_said(open_shop: OpenShop) -> None:
    shop = open_shop()
    form = shop.telephone().form
    form.show_draft(form.draft)
    shop.settle()
    form.draft.lines.append(LineDraft(name="Pfanne", unit_price=Decimal(20), price_source="free"))
    form.lines.edited.emit()
    shop.settle()
    assert form.read_back.texts["P3"].startswith("Gesamtpreis")
    form.read_back.tick_next()
    form.terms.other_address.setChecked(True)
    form.terms.delivery.country.addItem("NZ")
    form.terms.delivery.country.setCurrentText("NZ")
    shop.settle()
    assert form.draft.shipping_code == ""
    assert form.terms._warning.text().startswith("In dieses Land geht keine Versandart")
    assert not form.terms._warning.isHidden()
    assert (
        form.read_back.texts["P3"] == "Noch kein Preis zu nennen: Wählen Sie zuerst die Versandart."
    )
    while form.read_back.next_tile() is not None:
        form.tick_next()
        shop.settle()
    assert "P3" not in form.draft.told
    assert "P4" in form.draft.told


@pytest.mark.parametrize("typed", ["2 {sku}", "{sku} x 2", "2x {sku}"])
def test_a_typed_quantity_is_taken_however_it_stands(open_shop: OpenShop, typed: str) -> None:
    shop = open_shop()
    form = shop.telephone().form
    sku = products.page(shop.desk)[0].sku
    form.input.setText(typed.format(sku=sku))
    form.input.taken.emit()
    shop.settle()
    assert [(line.sku, line.quantity) for line in form.draft.lines] == [(sku, Decimal(2))]


@pytest.mark.parametrize("typed", ["0x {sku}", "-2x {sku}", "999999999x {sku}"])
def test_a_quantity_that_cannot_be_adds_nothing_and_says_so(
    open_shop: OpenShop, typed: str
) -> None:
    shop = open_shop()
    form = shop.telephone().form
    sku = products.page(shop.desk)[0].sku
    form.input.setText(typed.format(sku=sku))
    form.input.taken.emit()
    shop.settle()
    assert form.draft.lines == []
    assert form.input.text() == typed.format(sku=sku)
    assert "Menge" in form.offers.item(0).text()


def test_a_paid_order_made_dearer_says_what_is_open_until_it_came(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    found = orders.page(shop.desk, "confirmed")[0]
    orders.set_paid(shop.desk, found.order_id, NOW.date())
    draft = changes.begin(shop.desk, found.order_id)
    draft.lines[0].unit_price += 12 / draft.lines[0].quantity
    draft.lines[0].price_source, draft.lines[0].price_note = "manual", "vereinbart"
    changes.place(shop.desk, tell(shop.desk, draft), {})
    screen.open(found.order_id)
    shop.settle()
    money = shop.program.words.money
    said = f"bezahlt {money(found.total)}, offen {money(Decimal(12))}"
    assert said in texts_in(screen.detail)
    press(shop, screen, "Rest heute bezahlt")
    assert orders.detail(shop.desk, found.order_id).payment_state == "paid"
    shop.settle()
    assert said not in texts_in(screen.detail)
