"""What a text module asks for before it is inserted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from shopphone.ui.kit.parts import button, field, label, row


class QuestionsDialog(QDialog):
    """One line for each question; Tab and Enter go on, Enter in the last one inserts."""

    answered = Signal(object)  # dict of question and answer

    def __init__(self, parent: QWidget, name: str, questions: Sequence[str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.fields = {question: field(question) for question in questions}
        form = QFormLayout()
        for question, line in self.fields.items():
            line.setMinimumWidth(280)
            line.returnPressed.connect(self._go_on)
            form.addRow(label(question), line)
        insert = button(self.tr("Insert"), kind="primary")
        insert.clicked.connect(self._answer)
        back = button(self.tr("Cancel"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(name, size="heading"))
        rows.addLayout(form)
        rows.addLayout(row(1, back, insert))
        next(iter(self.fields.values())).setFocus()

    def _go_on(self) -> None:
        lines = list(self.fields.values())
        here = next((n for n, line in enumerate(lines) if line.hasFocus()), len(lines) - 1)
        if here + 1 < len(lines):
            lines[here + 1].setFocus()
        else:
            self._answer()

    def _answer(self) -> None:
        self.answered.emit({question: line.text() for question, line in self.fields.items()})
        self.accept()
