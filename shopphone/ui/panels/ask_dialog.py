"""A small dialog of a few fields: a question, its fields by name, one button that says what it does."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QVBoxLayout, QWidget

from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.jobs import Job, Jobs
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, field, label, row


class AskDialog(QDialog):
    """`given` once the button is pressed; the dialog stays until whoever asked closes it."""

    given = Signal()

    def __init__(self, parent: QWidget, question: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(act)
        self.setMinimumWidth(420)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._refusal = label(tone="must_not", wrap=True)
        self.go = button(act, kind="primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.given)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(question, size="heading", wrap=True))
        rows.addLayout(self._form)
        rows.addWidget(self._refusal)
        rows.addLayout(row(1, back, self.go))

    def add(self, name: str, widget: QWidget) -> None:
        self._form.addRow(name, widget)

    def add_words(self, name: str) -> CardGuard:
        """A line for free words; what is kept of them is the guard's text()."""
        line = field(name)
        guard = CardGuard(line)
        self._form.addRow(name, line)
        self._form.addRow(guard)
        return guard

    def add_hint(self, text: str, tone: str = "muted") -> None:
        self._form.addRow(label(text, tone=tone, wrap=True))

    def refuse(self, error: Exception) -> None:
        """Say why not, and leave everything as it was typed."""
        self._refusal.setText(words_for(error))

    def do(self, jobs: Jobs, job: Job[Any], then: Callable[[], object]) -> None:
        """Close once it is done, and go on; refused, it stays as it is."""
        jobs.do(self, job, partial(self._done, then), failed=self.refuse)

    def _done(self, then: Callable[[], object], _result: object) -> None:
        self.accept()
        then()


def day_field(name: str, day: date) -> QDateEdit:
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setDisplayFormat("dd.MM.yyyy")
    made.setCalendarPopup(True)
    made.setAccessibleName(name)
    return made


def day_in(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
