"""How a day was reached, step by step."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from shopphone.domain.deadlines import Reckoning
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import button, label, row
from shopphone.ui.panels.reckoning_words import lines


def show_reckoning(parent: QWidget, words: Words, reckoning: Reckoning) -> QDialog:
    """A small window with the events, the period and each day that moved its end."""
    made = QDialog(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    title = QCoreApplication.translate("States", "How this day is reached")
    made.setWindowTitle(title)
    made.setMinimumWidth(480)
    rows = QVBoxLayout(made)
    rows.addWidget(label(title, size="heading"))
    for text in lines(reckoning, words):
        rows.addWidget(label(text, wrap=True))
    close = button(QCoreApplication.translate("States", "Close"), kind="primary")
    close.setDefault(True)
    close.clicked.connect(made.accept)
    rows.addLayout(row(1, close))
    made.open()
    return made
