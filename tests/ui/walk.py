"""One walk through every situation of a window, and what was seen of its controls on the way."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QMetaMethod, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.driving import Shop
from tests.ui.situations import controls, situations

_PRESSES = frozenset(("clicked", "toggled", "pressed", "released"))


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A situation: which controls are silent, unreachable or dead, what is written, the least size."""

    where: str
    count: int
    silent: tuple[str, ...]
    unreached: tuple[str, ...]
    dead: tuple[str, ...]
    keyed: tuple[str, ...]
    texts: frozenset[str]
    least: tuple[int, int]


def walk(shop: Shop) -> list[Seen]:
    return [_look(shop, where) for where in situations(shop)]


def _look(shop: Shop, where: str) -> Seen:
    shown = [each for top in shop.tops() for each in controls(top)]
    buttons = [each for each in shown if isinstance(each, QAbstractButton)]
    least = shop.window.minimumSizeHint()
    return Seen(
        where=where,
        count=sum(map(takes_focus, shown)),
        silent=tuple(describe(each) for each in shown if takes_focus(each) and not spoken(each)),
        dead=tuple(describe(each) for each in buttons if not is_connected(each)),
        keyed=tuple(describe(each) for each in buttons if not each.shortcut().isEmpty()),
        texts=frozenset(text for top in shop.tops() for text in texts_of(top)),
        least=(least.width(), least.height()),
        unreached=tuple(describe(each) for each in unreached(shop.tops()[-1])),
    )


def takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def spoken(widget: QWidget) -> str:
    """What a screen reader says first; a choice on Linux speaks its value, so its name must follow."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        return widget.accessibleName() and interface.text(QAccessible.Text.Description)
    return interface.text(QAccessible.Text.Name)


def unreached(top: QWidget) -> list[QWidget]:
    """The controls that no number of Tabs leads to.

    Of buttons that exclude each other Tab reaches one, the arrow keys the others; and Qt leaves out
    the frame of a scrolling column whose content all fits.
    """
    wanted = [each for each in controls(top) if takes_focus(each)]
    # a cell that is being typed in has the keyboard already, and ends when it goes elsewhere
    visited: set[QWidget] = {QApplication.focusWidget() or top}
    if wanted:
        wanted[0].setFocus()
    for _ in range(2 * len(wanted) + 2):
        focus: QWidget | None = QApplication.focusWidget() or top.focusWidget()
        if focus is None:
            break
        visited.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [each for each in wanted if each not in visited and not _is_excused(each)]


def _is_excused(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton):
        return widget.autoExclusive()
    return isinstance(widget, QScrollArea)


def is_connected(button: QAbstractButton) -> bool:
    meta = button.metaObject()
    signals = (meta.method(n) for n in range(meta.methodCount()))
    return any(
        signal.methodType() is QMetaMethod.MethodType.Signal
        and bytes(signal.name().data()).decode() in _PRESSES
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


def texts_of(top: QWidget) -> set[str]:
    """Everything that is written on, said by or hidden in the tips of what is visible."""
    shown = [top, *(each for each in top.findChildren(QWidget) if each.isVisible())]
    return {text for each in shown for text in _texts(each) if text}


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget)


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    # the count of columns of a plain list is Qt's own secret
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(root), 30)):
            yield str(model.index(row, column, root).data() or "")
