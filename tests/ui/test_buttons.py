"""No dead button: each one on every screen changes something a person sees, hears read or types in."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPushButton,
    QWidget,
)

from shopphone.ui import menu
from shopphone.ui.screens.knowledge import TABS, KnowledgeScreen
from shopphone.ui.screens.letters import LettersScreen
from tests.ui.driving import Shop
from tests.ui.walk import describe, texts_of

OpenShop = Callable[..., Shop]
_SCREENS = [entry.code for entry in menu.ENTRIES if entry.code != "desk"]
_VIEWS = [f"knowledge/{tab.code}" for tab in TABS if tab.code != "articles"]


def prepare(shop: Shop, code: str) -> None:
    """The screen in front with its first rows chosen, so that every button has something to do."""
    shop.close_dialogs()
    code, _, view = code.partition("/")
    shop.window.open_screen(code, None)
    shop.settle()
    screen = shop.window.current
    if isinstance(screen, KnowledgeScreen):
        screen.show_view(view or "articles")
        shop.settle()
    if isinstance(screen, LettersScreen):
        screen.queue.table.selectRow(0)
    lists = [each for each in screen.findChildren(QAbstractItemView) if each.isVisible()]
    for each in lists:
        if each.model() is not None and each.currentIndex().row() < 0:
            each.setCurrentIndex(each.model().index(0, 0, each.rootIndex()))
    shop.settle()


def state(shop: Shop) -> tuple[object, ...]:
    """What can be seen: texts, what is visible, enabled, checked, the keyboard, the side bar."""
    shown = [each for each in shop.window.findChildren(QWidget) if each.isVisible()]
    typed = tuple(each.text() for each in shown if isinstance(each, QLineEdit))
    checked = tuple(each.isChecked() for each in shown if isinstance(each, QAbstractButton))
    return (
        shop.window.current.objectName() or type(shop.window.current).__name__,
        frozenset(text for top in shop.tops() for text in texts_of(top)),
        tuple(type(each).__name__ for each in shown),
        tuple(each.isEnabled() for each in shown),
        checked,
        typed,
        QApplication.focusWidget(),
        len(shop.dialogs()),
    )


def buttons(top: QWidget) -> list[QPushButton]:
    return [
        each
        for each in top.findChildren(QPushButton)
        if each.isVisible() and each.isEnabled() and not (each.isChecked() and each.autoExclusive())
    ]


@pytest.mark.parametrize("code", _SCREENS + _VIEWS)
def test_every_button_of_a_screen_does_something(open_shop: OpenShop, code: str) -> None:
    shop = open_shop()
    prepare(shop, code)
    names = [describe(each) for each in buttons(shop.window.current)]
    dead = []
    for n, name in enumerate(names):
        prepare(shop, code)
        found = [each for each in buttons(shop.window.current) if describe(each) == name]
        if not found:
            continue  # what an earlier button did has taken it away
        before = state(shop)
        found[min(names[:n].count(name), len(found) - 1)].click()
        shop.settle()
        if state(shop) == before:
            dead.append(name)
    assert names or code == "reports"
    assert not dead


def test_every_button_of_the_top_bar_and_the_side_bar_does_something(open_shop: OpenShop) -> None:
    shop = open_shop()
    inside = set(shop.window.current.findChildren(QPushButton))
    names = [describe(each) for each in buttons(shop.window) if each not in inside]
    assert len(names) >= 11  # nine other screens, keys, call now
    for name in names:
        shop.close_dialogs()
        shop.window.open_screen("desk", None)
        shop.settle()
        before = state(shop)
        next(each for each in buttons(shop.window) if describe(each) == name).click()
        shop.settle()
        assert state(shop) != before, name
