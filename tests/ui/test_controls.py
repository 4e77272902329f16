"""Every control of every screen: it speaks, the keyboard reaches it, and it does something."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMetaMethod, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QScrollArea,
    QWidget,
)

from tests.ui.driving import Shop
from tests.ui.situations import controls, situations

OpenShop = Callable[..., Shop]
BOTH_SHOPS = pytest.mark.parametrize("demo", [True, False], ids=["demo shop", "empty shop"])


@BOTH_SHOPS
def test_every_control_has_a_name_that_a_screen_reader_speaks(
    open_shop: OpenShop, demo: bool
) -> None:
    shop = open_shop(demo=demo)
    silent = {
        f"{where}: {describe(each)}"
        for where in situations(shop)
        for top in shop.tops()
        for each in controls(top)
        if takes_focus(each) and not spoken(each)
    }
    assert not silent, "\n".join(sorted(silent))


@BOTH_SHOPS
def test_every_control_is_reached_with_the_tab_key(open_shop: OpenShop, demo: bool) -> None:
    shop = open_shop(demo=demo)
    missed = {
        f"{where}: {describe(each)}"
        for where in situations(shop)
        for each in unreached(shop.tops()[-1])
    }
    assert not missed, "\n".join(sorted(missed))


@BOTH_SHOPS
def test_every_button_is_connected(open_shop: OpenShop, demo: bool) -> None:
    shop = open_shop(demo=demo)
    dead = {
        f"{where}: {describe(each)}"
        for where in situations(shop)
        for top in shop.tops()
        for each in controls(top)
        if isinstance(each, QAbstractButton) and not is_connected(each)
    }
    assert not dead, "\n".join(sorted(dead))


def takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_choice_of_a_group(widget: QWidget) -> bool:
    """Of buttons that exclude each other Tab reaches one, the arrow keys the others."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive()


def spoken(widget: QWidget) -> str:
    """What a screen reader says first; a choice on Linux speaks its value, so its name must follow."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        return widget.accessibleName() and interface.text(QAccessible.Text.Description)
    return interface.text(QAccessible.Text.Name)


def unreached(top: QWidget) -> list[QWidget]:
    """The controls that no number of Tabs leads to."""
    wanted = [each for each in controls(top) if takes_focus(each)]
    visited: set[QWidget] = set()
    if wanted:
        wanted[0].setFocus()
    for _ in range(2 * len(wanted) + 2):
        focus: QWidget | None = QApplication.focusWidget() or top.focusWidget()
        if focus is None:
            break
        visited.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [
        each
        for each in wanted
        if each not in visited and can_scroll(each) and not is_choice_of_a_group(each)
    ]


def can_scroll(widget: QWidget) -> bool:
    """Qt leaves out the frame of a scrolling column whose content all fits."""
    return not isinstance(widget, QScrollArea)


def is_connected(button: QAbstractButton) -> bool:
    meta = button.metaObject()
    signals = (meta.method(n) for n in range(meta.methodCount()))
    return any(
        signal.methodType() is QMetaMethod.MethodType.Signal
        and bytes(signal.name().data()).decode() in ("clicked", "toggled", "pressed", "released")
        and button.isSignalConnected(signal)
        for signal in signals
    )


def describe(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.accessibleName() or words!r} in {_place(widget)}"


def _place(widget: QWidget) -> str:
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 6:
        if type(parent).__module__.startswith("shopphone"):
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)
