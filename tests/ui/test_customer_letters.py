"""Letters from a customer's card, by keyboard: a label at once, an answer from articles."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

import shopphone.services.customers as customers
from shopphone.ui.panels.answer_letter import AnswerLetterDialog
from shopphone.ui.panels.order_dialogs import LetterDialog
from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import Shop, buttons_of, texts_in

OpenShop = Callable[..., Shop]


def asked(shop: Shop, screen: CustomersScreen) -> QMenu:
    (button,) = buttons_of(screen, "Brief schreiben")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    shop.until(lambda: any(each.isVisible() for each in screen.findChildren(QMenu)))
    return next(each for each in screen.findChildren(QMenu) if each.isVisible())


def shown(shop: Shop, screen: CustomersScreen) -> str:
    shop.until(lambda: bool(screen.findChildren(LetterDialog)))
    letter = screen.findChildren(LetterDialog)[0].preview.letter
    assert letter is not None
    assert letter.row.state == "queued"
    return letter.row.kind


def test_a_label_is_chosen_from_the_menu(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    screen.open(customers.page(shop.desk)[0].customer_id)
    shop.settle()
    menu = asked(shop, screen)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert shown(shop, screen) == "label"


def test_an_answer_is_found_added_and_written_without_a_mouse(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    screen.open(customers.page(shop.desk)[0].customer_id)
    shop.settle()
    QTest.keyClick(asked(shop, screen), Qt.Key.Key_Return)
    shop.until(lambda: bool(screen.findChildren(AnswerLetterDialog)))
    dialog = screen.findChildren(AnswerLetterDialog)[0]
    dialog.go.click()
    assert "Wählen Sie zuerst einen Beitrag: tippen, dann Enter." in texts_in(dialog)
    line = dialog.chooser.input
    for words in ("Rost", "Teedose"):
        line.selectAll()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        shop.settle()
    assert dialog.articles.count() == 2
    dialog.articles.setCurrentRow(1)
    QTest.keyClick(dialog.articles, Qt.Key.Key_Delete)
    assert dialog.articles.count() == 1
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(shop, screen) == "answer"
