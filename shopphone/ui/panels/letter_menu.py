"""The menu of letters that may be written now, below the button that asked for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget


def offer_letters(owner: QWidget, entries: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Arrows and Enter choose; the first is marked, so that Enter alone writes it."""
    menu = QMenu(owner)
    for text, write in entries:
        menu.addAction(text.replace("&", "&&")).triggered.connect(write)
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(_below_focus())


def _below_focus() -> QPoint:
    """The button pressed has the focus; without one the mouse has asked."""
    asked = QApplication.focusWidget()
    if isinstance(asked, QPushButton):
        return asked.mapToGlobal(asked.rect().bottomLeft())
    return QCursor.pos()
