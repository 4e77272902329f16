"""A small table written as lines: VAT rates, coupons, the other prices of an article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, label, row


class RowsDialog(QDialog):
    """One row a line, fields between semicolons; what is refused is named, nothing typed is lost."""

    given = Signal(str)

    def __init__(self, parent: QWidget, title: str, help_text: str, text: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(560, 420)
        self.area = QPlainTextEdit(text)
        self.area.setAccessibleName(title)
        self.area.setTabChangesFocus(True)
        self._refusal = label(tone="must_not", wrap=True)
        self._refusal.hide()
        save = button(self.tr("Save"), kind="primary")
        save.clicked.connect(self._give)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(title, size="heading"))
        rows.addWidget(label(help_text, tone="muted", wrap=True))
        rows.addWidget(self.area, 1)
        rows.addWidget(self._refusal)
        rows.addLayout(row(1, back, save))

    def saved(self, _done: object) -> None:
        self.accept()

    def refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
        self._refusal.show()
        self.area.setFocus()

    def _give(self) -> None:
        self._refusal.hide()
        self.given.emit(self.area.toPlainText())
