"""Promising a callback in the caller's words: understood before it is promised, never guessed."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit

import shopphone.services.callbacks as callbacks
from shopphone.domain.events import CallEventKind
from shopphone.ui.kit.i18n import shop_zone
from shopphone.ui.screens.desk.callback_dialog import CallbackDialog
from tests.ui.driving import Shop, texts_in

OpenShop = Callable[..., Shop]


@pytest.fixture
def asked(open_shop: OpenShop) -> Callable[[], tuple[Shop, CallbackDialog]]:
    """A call, and F8 pressed in it."""
    shop = open_shop()
    desk = shop.telephone()
    shop.ring("08999998123", "k1")
    shop.until(lambda: bool(desk.lanes))
    shop.ring("08999998123", "k1", CallEventKind.ANSWERED)
    shop.until(lambda: desk.current is not None)
    shop.settle()

    def ask() -> tuple[Shop, CallbackDialog]:
        shop.window.act("callback")
        shop.settle()
        (dialog,) = shop.dialogs()
        assert isinstance(dialog, CallbackDialog)
        return shop, dialog

    return ask


Asked = Callable[[], tuple[Shop, CallbackDialog]]


def promised(shop: Shop) -> list[tuple[datetime, str]]:
    return [(each.due_at, each.words) for each in callbacks.due(shop.desk)]


def test_what_is_said_is_shown_and_enter_promises_it(asked: Asked) -> None:
    shop, dialog = asked()
    before = len(promised(shop))
    assert shop.window.focusWidget() is not None
    QTest.keyClicks(dialog.when, "Fr vormittag")
    shop.settle()
    assert "Freitag" in texts_in(dialog)
    dialog.words.setText("Die Reklamation")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    shop.settle()
    due = datetime(2026, 11, 27, 9, tzinfo=shop_zone())
    assert len(promised(shop)) == before + 1
    assert (due, "Die Reklamation") in promised(shop)


def test_enter_is_faster_than_the_answer_and_still_promises_the_right_hour(asked: Asked) -> None:
    shop, dialog = asked()
    dialog.when.setText("morgen 14 Uhr")
    QTest.keyClick(dialog.when, Qt.Key.Key_Return)
    shop.settle()
    assert datetime(2026, 11, 25, 14, tzinfo=shop_zone()) in [at for at, _ in promised(shop)]


@pytest.mark.parametrize("text", ["irgendwann", "heute 9 Uhr", "<b>", "x" * 10_000])
def test_what_is_unclear_promises_nothing(asked: Asked, text: str) -> None:
    shop, dialog = asked()
    before = promised(shop)
    dialog.when.setText(text)
    QTest.keyClick(dialog.when, Qt.Key.Key_Return)
    shop.settle()
    assert promised(shop) == before
    assert "Nicht verstanden: Wählen Sie Tag und Uhrzeit." in texts_in(dialog)


def test_a_time_chosen_by_hand_takes_the_place_of_what_was_said(asked: Asked) -> None:
    shop, dialog = asked()
    QTest.keyClicks(dialog.when, "irgendwann")
    exact = dialog.findChild(QDateTimeEdit)
    assert isinstance(exact, QDateTimeEdit)
    exact.setDateTime(QDateTime(QDate(2026, 12, 1), QTime(10, 30)))
    assert dialog.when.text() == ""
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    shop.settle()
    assert datetime(2026, 12, 1, 10, 30, tzinfo=shop_zone()) in [at for at, _ in promised(shop)]


def test_a_promise_that_is_still_owed_is_seen_before_the_next(asked: Asked) -> None:
    shop, dialog = asked()
    dialog.when.setText("morgen 14 Uhr")
    dialog.words.setText("Rechnung")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    shop.settle()
    shop, dialog = asked()
    owed = "Schon zugesagt für 25.11.2026 14:00: Rechnung"
    assert any(owed in text for text in texts_in(dialog))
