"""The order form's money: options in a grid, prices by quantity and by hand, coupons, VAT, debits."""

from collections.abc import Callable
from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

import shopphone.services.drafts as drafts
import shopphone.services.money as money
import shopphone.services.products as products
import shopphone.services.settings as settings
from shopphone.domain.events import CallEventKind
from shopphone.ui.panels.line_table import PRICE, QUANTITY, VAT
from shopphone.ui.screens.desk import DeskScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]
CARD = "4111 1111 1111 1111"


@pytest.fixture
def shop(open_shop: OpenShop) -> Shop:
    made = open_shop()
    made.telephone()
    made.ring("089 99998-123", "k1")
    made.ring("089 99998-123", "k1", kind=CallEventKind.ANSWERED)
    return made


def desk_of(shop: Shop) -> DeskScreen:
    return shop.at("desk", DeskScreen)


def type_in(shop: Shop, widget: QLineEdit, text: str) -> None:
    widget.clear()
    QTest.keyClicks(widget, text)
    shop.settle()


def type_cell(shop: Shop, column: int, text: str) -> None:
    lines = desk_of(shop).form.lines
    item = lines.item(0, column)
    assert item is not None
    item.setText(text)
    shop.settle()


def take(shop: Shop, sku: str, quantity: int = 1) -> None:
    desk_of(shop).form.add_product(products.find(shop.desk, sku)[0], D(quantity))
    shop.settle()


def test_options_of_one_product_are_chosen_in_a_grid_by_keyboard(shop: Shop) -> None:
    form = desk_of(shop).form
    form.input.setText("3x pflegeöl leinsaat")
    QTest.keyClick(form.input, Qt.Key.Key_Return)
    shop.settle()
    grid = form.offers.grid
    assert grid.isVisible()
    assert grid.hasFocus()
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    shop.settle()
    assert not grid.isVisible()
    assert form.input.text() == "3x pflegeöl leinsaat"
    QTest.keyClick(form.input, Qt.Key.Key_Return)
    shop.settle()
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    shop.settle()
    (line,) = form.draft.lines
    assert (line.sku, line.quantity) == ("PS-250", D(3))
    assert form.input.hasFocus()
    assert form.input.text() == ""


def test_words_that_name_the_option_need_no_grid(shop: Shop) -> None:
    form = desk_of(shop).form
    form.input.setText("gusspfanne 28")
    QTest.keyClick(form.input, Qt.Key.Key_Return)
    shop.settle()
    assert [line.sku for line in form.draft.lines] == ["GP-28"]


def test_a_quantity_takes_the_price_of_its_tier_and_says_so(shop: Shop) -> None:
    form = desk_of(shop).form
    take(shop, "PS-100")
    assert form.draft.lines[0].unit_price == D("5.90")
    type_cell(shop, QUANTITY, "10")
    assert form.draft.lines[0].unit_price == D("4.90")
    item = form.lines.item(0, 0)
    assert item is not None
    assert "Staffel ab 10" in item.text()
    take(shop, "PS-100", 1)
    assert form.draft.lines[0].quantity == 11


def test_a_price_by_hand_asks_why_and_goes_back_to_the_input_row(shop: Shop) -> None:
    form = desk_of(shop).form
    take(shop, "GP-28")
    type_cell(shop, PRICE, "50,00")
    assert form.reason.isVisible()
    assert form.reason.input.hasFocus()
    QTest.keyClicks(form.reason.input, "Kratzer")
    QTest.keyClick(form.reason.input, Qt.Key.Key_Return)
    shop.settle()
    assert form.draft.lines[0].price_note == "Kratzer"
    assert not form.reason.isVisible()
    assert form.input.hasFocus()
    type_cell(shop, PRICE, "")
    assert (form.draft.lines[0].unit_price, form.draft.lines[0].price_source) == (
        D("54.90"),
        "list",
    )


def test_an_order_reopened_says_today_and_agreed_and_changes_nothing(shop: Shop) -> None:
    form = desk_of(shop).form
    take(shop, "GP-28")
    form.draft.lines[0].listed_price = form.draft.lines[0].gross_price = D("49.90")
    form.show_draft(form.draft)
    shop.settle()
    item = form.lines.item(0, 0)
    assert item is not None
    assert "heute 54,90\u00a0€, vereinbart 49,90\u00a0€" in item.text()
    assert form.draft.lines[0].unit_price == D("49.90")


def test_discount_coupon_and_another_total_are_counted_and_compared(shop: Shop) -> None:
    money.save_coupons(shop.desk, "ADVENT; 5,00")
    form = desk_of(shop).form
    take(shop, "GP-28", 2)
    assert not form.extras.discount.isVisible()  # the points to tell stay in view
    form.extras.more.click()
    assert form.extras.discount.hasFocus()
    type_in(shop, form.extras.discount, "10 %")
    type_in(shop, form.extras.coupon, "advnt")
    assert any("Diesen Gutschein gibt es nicht" in text for text in texts_in(form))
    assert form.sums.total.text() == "98,82\u00a0€"
    type_in(shop, form.extras.coupon, "advent")
    assert form.sums.total.text() == "93,82\u00a0€"
    type_in(shop, form.extras.shop_total, "93,83")
    assert any("0,01\u00a0€ weniger als im Shopsystem" in text for text in texts_in(form))
    type_in(shop, form.extras.shop_total, "viel")
    assert form.draft.shop_total is None


def test_a_business_sees_net_prices_and_a_small_business_no_column(shop: Shop) -> None:
    settings.save(shop.desk, {"vat.net_for_business": "1"})
    shop.settle()
    form = desk_of(shop).form
    form.draft.customer_kind = "business"
    take(shop, "GP-28")
    assert form.draft.vat_mode == "net"
    assert any("zzgl. 19 % USt" in text for text in texts_in(form))
    assert form.sums.total.text() == "54,89\u00a0€"  # 46,13 net: not every gross price is reached
    settings.save(shop.desk, {"policy.small_business": "1"})
    shop.settle()
    assert form.lines.isColumnHidden(VAT)
    assert form.draft.lines[0].unit_price == D("54.90")


def test_what_cannot_be_sent_is_said_and_nothing_chosen_is_changed(shop: Shop) -> None:
    form = desk_of(shop).form
    take(shop, "GP-28")
    way = form.draft.shipping_code
    form.draft.lines[0].minimum_age = 18
    form.lines.edited.emit()
    shop.settle()
    assert any("ohne Altersprüfung" in text for text in texts_in(form))
    assert form.draft.shipping_code == way


def test_a_debit_names_the_bank_while_the_iban_is_typed(shop: Shop) -> None:
    form = desk_of(shop).form
    take(shop, "GP-28")
    assert not form.extras.iban.isVisible()
    form.terms.payment.setCurrentIndex(form.terms.payment.findData("sepa_debit"))
    assert form.extras.iban.isVisible()
    type_in(shop, form.extras.iban, "DE89 3704 0044 0532 0130 00")
    assert "Commerzbank" in texts_in(form)
    type_in(shop, form.extras.iban, "DE89 3704 0044 0532 0130 01")
    assert any("Tippfehler" in text for text in texts_in(form))


def test_a_card_number_in_a_note_is_not_kept_until_someone_decides(shop: Shop) -> None:
    desk = desk_of(shop)
    lane = desk.current
    assert lane is not None
    QTest.keyClicks(desk.note, f"Karte {CARD}")
    shop.settle()
    assert lane.work.note == "Karte •••• •••• •••• 1111"
    kept = drafts.lane(shop.desk, str(lane.row.call_id))
    assert kept is not None
    assert CARD not in kept.note
    press(shop, desk, "Ist keine")
    assert lane.work.note == f"Karte {CARD}"
    desk.note.setPlainText("5555555555554444")
    shop.settle()
    press(shop, desk, "Unkenntlich machen")
    assert desk.note.toPlainText() == lane.work.note == "••••••••••••4444"
    assert "Ist keine" not in texts_in(desk)


def test_a_card_number_in_the_orders_remark_and_reason_is_not_kept_either(shop: Shop) -> None:
    form = desk_of(shop).form
    take(shop, "GP-28")
    type_in(shop, form.terms.remark, CARD)
    assert form.draft.remark == "•••• •••• •••• 1111"
    type_cell(shop, PRICE, f"50,00 {CARD}")
    assert CARD not in form.draft.lines[0].price_note
    form.input.setText(f"3x {CARD}")
    QTest.keyClicks(form.input, " ")
    shop.settle()
    lane = desk_of(shop).current
    assert lane is not None
    assert CARD not in lane.work.article_words
