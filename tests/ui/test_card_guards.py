"""A card number a customer dictates is kept nowhere, whichever field for free words it lands in."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

import shopphone.services.defects as defects
import shopphone.services.orders as orders
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.customers import Address
from shopphone.ui.panels.ask_dialog import AskDialog
from shopphone.ui.panels.withdrawal_case import WithdrawalCase
from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import Shop, press

OpenShop = Callable[..., Shop]
CARD = "4111 1111 1111 1111"
WORDS = f"Karte {CARD} sagt er"


def opened(shop: Shop) -> OrdersScreen:
    screen = shop.at("orders", OrdersScreen)
    screen.open(orders.page(shop.desk, "delivered", limit=300)[0].order_id)
    shop.settle()
    return screen


def asked(shop: Shop) -> AskDialog:
    return next(each for each in shop.dialogs() if isinstance(each, AskDialog))


def type_words(dialog: QDialog, name: str) -> None:
    lines = dialog.findChildren(QLineEdit)
    next(each for each in lines if each.accessibleName() == name).setText(WORDS)


def is_kept(words: str) -> bool:
    """The words are there, the number is not."""
    assert "sagt er" in words
    return "1111 1111" in words or "11111111" in words


@pytest.mark.parametrize("name", ["parent", "holder", "delivery"])
def test_the_order_form_keeps_no_card_number(open_shop: OpenShop, name: str) -> None:
    shop = open_shop()
    form = shop.telephone().form
    form.draft.deliver_to = Address(name="Frau Muster")
    form.show_draft(form.draft)
    line = {
        "parent": form.kind.parent_name,
        "holder": form.extras.holder,
        "delivery": form.terms.delivery.name,
    }[name]
    line.setText("")
    QTest.keyClicks(line, WORDS)
    draft = form.draft
    assert draft.deliver_to is not None
    kept = {
        "parent": draft.parent, "holder": draft.account_holder, "delivery": draft.deliver_to.name,
    }  # fmt: skip
    assert not is_kept(kept[name])


def test_a_defect_keeps_no_card_number(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = opened(shop)
    assert screen.order is not None
    screen.defects.ask_defect()
    type_words(asked(shop), "In den Worten des Kunden")
    told = asked(shop)
    press(shop, told, "Am Telefon gesagt")
    press(shop, told, "Mangel notieren")
    (case,) = defects.of_order(shop.desk, screen.order.order_id)
    assert not is_kept(case.words)


def test_a_withdrawal_and_its_taking_back_keep_no_card_number(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = opened(shop)
    assert screen.order is not None
    screen.withdrawal.ask_withdrawal()
    shop.settle()
    dialog = next(each for each in shop.dialogs() if isinstance(each, WithdrawalDialog))
    dialog.words.setText(WORDS)
    dialog.note()
    shop.settle()
    (case,) = withdrawals.of_order(shop.desk, screen.order.order_id)
    assert not is_kept(case.words)
    shop.close_dialogs()
    shown = screen.withdrawal.findChild(WithdrawalCase)
    assert isinstance(shown, WithdrawalCase)
    shown._take_back()
    type_words(asked(shop), "Grund")
    press(shop, asked(shop), "Zurücknehmen")
    (case,) = withdrawals.of_order(shop.desk, screen.order.order_id)
    assert not is_kept(case.taken_back_words)
