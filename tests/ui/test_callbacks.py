"""Callbacks on the screen: what is due, done and taken back, and whose they are."""

from collections.abc import Callable

import shopphone.services.callbacks as callbacks
from shopphone.ui.screens.callbacks import CallbacksScreen
from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import NOW, Shop, buttons_of, press, texts_in

OpenShop = Callable[..., Shop]


def test_the_list_shows_open_promises_by_the_time_they_are_due(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("callbacks", CallbacksScreen)
    shown = list(screen.list.model.rows)
    assert shown == list(callbacks.due(shop.desk))
    assert [row.due_at for row in shown] == sorted(row.due_at for row in shown)
    overdue = [n for n, row in enumerate(shown) if row.due_at < NOW]
    assert 0 < len(overdue) < len(shown)
    for n in overdue:
        assert screen.list.model.index(n, 0).data().startswith("überfällig, ")


def test_done_is_one_press_and_one_press_takes_it_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("callbacks", CallbacksScreen)
    first = screen.list.model.row_at(0)
    assert first is not None
    screen.list.table.selectRow(0)
    press(shop, screen, "Erledigt")
    assert first.callback_id not in {row.callback_id for row in screen.list.model.rows}
    press(shop, screen, "Zurücknehmen")
    assert first in screen.list.model.rows
    assert not buttons_of(screen, "Zurücknehmen")[0].isEnabled()


def test_done_ones_are_shown_when_wanted(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("callbacks", CallbacksScreen)
    count = screen.list.model.rowCount()
    press(shop, screen, "Auch erledigte")
    assert screen.list.model.rowCount() == len(callbacks.due(shop.desk, only_open=False)) > count


def test_the_list_narrows_to_one_person_and_to_words(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("callbacks", CallbacksScreen)
    people = {row.staff for row in screen.list.model.rows}
    one = max(people)
    screen._for.setCurrentIndex(screen._for.findData(one))
    shop.settle()
    assert {row.staff for row in screen.list.model.rows} == {one}
    words = screen.list.model.rows[0].words
    screen.list.search.setText(words.upper())
    shop.settle()
    assert {row.words for row in screen.list.model.rows} == {words}


def test_the_customer_of_a_promise_opens(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("callbacks", CallbacksScreen)
    n = next(n for n, row in enumerate(screen.list.model.rows) if row.customer_id)
    row = screen.list.model.rows[n]
    screen.list.table.selectRow(n)
    press(shop, screen, "Kundenkarte")
    opened = shop.window.current
    assert isinstance(opened, CustomersScreen)
    assert row.customer in texts_in(opened.card)
