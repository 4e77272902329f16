"""Withdrawals in the windows: one key in a call, the sheet on the order, the days on the desk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import shopphone.services.defects as defects
import shopphone.services.orders as orders
import shopphone.services.products as products
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.errors import Refused
from shopphone.domain.events import CallEventKind
from shopphone.services.desk import Desk
from shopphone.ui.panels.ask_dialog import AskDialog
from shopphone.ui.panels.reckoning_words import lines, period_words
from shopphone.ui.panels.withdrawal_case import WithdrawalCase
from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import Shop
from tests.ui.situations import KNOWN
from tests.ui.walk import texts_of

OpenShop = Callable[..., Shop]


def desk_of(shop: Shop) -> Desk:
    found: Desk = shop.program.jobs._desk.result()
    return found


def dialog_of(shop: Shop) -> WithdrawalDialog:
    return next(each for each in shop.dialogs() if isinstance(each, WithdrawalDialog))


def in_time(dialog: WithdrawalDialog) -> int:
    """The offer whose last day is known and has not passed."""
    until = [each.period.until if each.period else None for each in dialog.offers]
    return next(n for n, day in enumerate(until) if day is not None)


def called(shop: Shop) -> WithdrawalDialog:
    """The known customer calls and withdraws: Shift+F6."""
    desk = shop.telephone()
    shop.ring(KNOWN, "1")
    shop.until(lambda: bool(desk.lanes))
    shop.ring(KNOWN, "1", CallEventKind.ANSWERED)
    shop.until(lambda: desk.caller.card is not None)
    QTest.keyClick(shop.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    shop.settle()
    return dialog_of(shop)


def test_one_key_takes_the_callers_withdrawal_and_shows_its_letter(open_shop: OpenShop) -> None:
    shop = open_shop()
    dialog = called(shop)
    dialog.order.setCurrentIndex(in_time(dialog))
    offer = dialog.offer
    dialog.words.setText("passt nicht")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    shop.settle()
    assert shop.dialogs() == []
    (found,) = withdrawals.of_order(desk_of(shop), offer.order_id)
    assert (found.words, found.declared_by, found.channel) == (
        "passt nicht",
        offer.customer,
        "phone",
    )
    assert orders.detail(desk_of(shop), offer.order_id).state == "withdrawn"
    letter = shop.telephone().preview.letter
    assert letter is not None
    assert (letter.row.kind, letter.row.order_number) == ("withdrawal", offer.number)


def test_a_late_withdrawal_says_so_and_waits_on_the_desk(open_shop: OpenShop) -> None:
    shop = open_shop()
    dialog = called(shop)
    late = [
        n
        for n, each in enumerate(dialog.offers)
        if each.period and each.period.is_late(shop.program.now().date())
    ]
    dialog.order.setCurrentIndex(late[0])
    assert "Kulanz" in " ".join(texts_of(dialog))
    dialog.note()
    shop.settle()
    desk = shop.telephone()
    desk.finish()
    shop.settle()
    assert any("Kulanz?" in text for text in texts_of(desk.board))


def test_too_many_are_refused_and_nothing_typed_is_lost(open_shop: OpenShop) -> None:
    shop = open_shop()
    dialog = called(shop)
    dialog._lines[0].quantity.setText("99")
    dialog.words.setText("alles")
    dialog.note()
    shop.settle()
    assert dialog.isVisible()
    assert dialog.words.text() == "alles"
    assert any("noch übrig" in text for text in texts_of(dialog))


def test_the_order_shows_the_sheet_and_takes_back_a_wrong_click(open_shop: OpenShop) -> None:
    shop = open_shop()
    dialog = called(shop)
    dialog.order.setCurrentIndex(in_time(dialog))
    offer = dialog.offer
    state = orders.detail(desk_of(shop), offer.order_id).state
    dialog.note()
    shop.settle()
    screen = shop.at("orders", OrdersScreen)
    screen.open(offer.order_id)
    shop.settle()
    case = screen.withdrawal.findChild(WithdrawalCase)
    assert case is not None
    texts = " ".join(texts_of(case))
    assert "Zu erstatten" in texts
    assert "Erstatten bis" in texts
    assert "Ware zurückgesandt bis" in texts
    case._take_back()
    asked = next(each for each in shop.dialogs() if isinstance(each, AskDialog))
    asked.go.click()
    shop.settle()
    assert any("Bitte nennen Sie einen Grund" in text for text in texts_of(asked))
    asked.findChildren(type(dialog.words))[0].setText("falsche Bestellung")
    asked.go.click()
    shop.settle()
    assert orders.detail(desk_of(shop), offer.order_id).state == state
    moves = orders.detail(desk_of(shop), offer.order_id).moves
    assert [move.target for move in moves[-2:]] == ["withdrawn", state]


def test_a_receipt_makes_the_last_day_known(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    shipped = next(row for row in screen.list.model.rows if row.state == "shipped")
    screen.open(shipped.order_id)
    shop.settle()
    assert any("endet nicht vor" in text for text in texts_of(screen.withdrawal))
    screen.withdrawal._ask_receipt()
    asked = next(each for each in shop.dialogs() if isinstance(each, AskDialog))
    asked.go.click()
    shop.settle()
    found = orders.detail(desk_of(shop), shipped.order_id).withdrawal
    assert found is not None
    assert found.until is not None
    words = shop.program.words
    assert period_words(found, words) in texts_of(screen.withdrawal)
    assert any(
        "schriftliche Bestätigung erhalten" in each for each in lines(found.reckoning, words)
    )


def test_a_defect_is_refused_until_the_choice_is_told(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    delivered = next(row for row in screen.list.model.rows if row.state == "delivered")
    screen.open(delivered.order_id)
    shop.settle()
    screen.defects.ask_defect()
    asked = next(each for each in shop.dialogs() if isinstance(each, AskDialog))
    words = next(x for x in asked.findChildren(type(screen.list.search)) if not x.isReadOnly())
    words.setText("Griff lose")
    asked.go.click()
    shop.settle()
    assert any("§ 475" in text and "hake" in text for text in texts_of(asked))
    assert defects.of_order(desk_of(shop), delivered.order_id) == ()


def test_a_product_without_a_right_needs_its_reason(open_shop: OpenShop) -> None:
    shop = open_shop()
    desk = desk_of(shop)
    product = products.page(desk)[0]
    with pytest.raises(Refused, match="reason_missing"):
        products.set_withdrawal_rule(desk, product.product_id, 1, " ")
    with pytest.raises(Refused, match="choice_unknown"):
        products.set_withdrawal_rule(desk, product.product_id, 14, "x")
    same = [each for each in products.page(desk, limit=500) if each.category == product.category]
    count = products.set_withdrawal_rule(desk, product.product_id, 1, "Gravur", "category")
    assert count >= len(same) > 1
    found = products.detail(desk, product.product_id).product
    assert (found.withdrawal_rule, found.withdrawal_reason) == ("never:1", "Gravur")
    assert products.set_withdrawal_rule(desk, product.product_id, 3, "", "product") == 1
    assert products.detail(desk, product.product_id).product.withdrawal_rule == "lost:3"
    assert products.set_withdrawal_rule(desk, product.product_id, 0, "") == 1
    assert products.detail(desk, product.product_id).product.withdrawal_rule == "normal"
