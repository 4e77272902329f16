"""An order paid by debit on the screen: the mandate is missing until the day it came is noted."""

from collections.abc import Callable

from PySide6.QtWidgets import QDateEdit

import shopphone.services.orders as orders
import shopphone.services.sample_letters as sample_letters
from shopphone.ui.panels.ask_dialog import AskDialog
from shopphone.ui.panels.order_dialogs import LetterDialog
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def test_the_mandate_is_asked_for_and_comes_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    sample_letters.LETTERS["debit"](shop.desk, "de")
    order_id = orders.page(shop.desk)[0].order_id
    screen = shop.at("orders", OrdersScreen)
    screen.open(order_id)
    shop.until(lambda: "Mandat fehlt" in texts_in(screen.detail))
    assert "Heute bezahlt" not in texts_in(screen.detail)
    press(shop, screen.detail, "Mandatsformular")
    shop.until(lambda: bool(screen.findChildren(LetterDialog)))
    letter = screen.findChildren(LetterDialog)[0]
    assert letter.preview.letter is not None
    assert letter.preview.letter.row.kind == "mandate"
    letter.accept()
    press(shop, screen.detail, "Mandat ist zurück")
    dialog = screen.findChildren(AskDialog)[0]
    day = dialog.findChildren(QDateEdit)[0]
    day.setDate(day.date().addDays(1))
    dialog.go.click()
    shop.settle()
    assert any("noch nicht da" in text for text in texts_in(dialog)), texts_in(dialog)
    day.setDate(day.date().addDays(-1))
    dialog.go.click()
    shop.until(lambda: "Mandat fehlt" not in texts_in(screen.detail))
    found = orders.detail(shop.desk, order_id)
    assert found.mandate is not None
    assert found.mandate.returned_on == shop.desk.today()
    assert found.payment_state == "open"
