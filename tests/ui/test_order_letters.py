"""Small letters from an order's card, by keyboard: only those that fit are offered."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

import shopphone.services.orders as orders
import shopphone.services.sample_letters as sample_letters
from shopphone.services import order_letters
from shopphone.ui.panels.order_dialogs import LetterDialog
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import Shop, buttons_of

OpenShop = Callable[..., Shop]


def asked(shop: Shop, screen: OrdersScreen) -> QMenu:
    """The menu below the button, opened with the space bar."""
    (button,) = buttons_of(screen.detail, "Brief schreiben")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    shop.until(lambda: any(each.isVisible() for each in screen.findChildren(QMenu)))
    return next(each for each in screen.findChildren(QMenu) if each.isVisible())


def test_the_letters_that_fit_are_chosen_and_written_by_keyboard(open_shop: OpenShop) -> None:
    shop = open_shop()
    sample_letters.LETTERS["refund"](shop.desk, "de")
    order_id = orders.page(shop.desk)[0].order_id
    screen = shop.at("orders", OrdersScreen)
    screen.open(order_id)
    shop.until(lambda: bool(buttons_of(screen.detail, "Brief schreiben")))
    menu = asked(shop, screen)
    offered = [entry.text() for entry in menu.actions()]
    assert offered == ["Stornierung", "Erstattung"]
    assert len(offered) == len(order_letters.fitting(shop.desk, order_id))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    shop.until(lambda: bool(screen.findChildren(LetterDialog)))
    shown = screen.findChildren(LetterDialog)[0].preview.letter
    assert shown is not None
    assert (shown.row.kind, shown.row.state) == ("cancellation", "queued")
