"""The middle of a call: what it is about, the note, the order form."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from shopphone.domain.order_kinds import Direction
from shopphone.domain.text_modules import About
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import Card, button, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.order_form import OrderForm
from shopphone.ui.panels.state_words import PURPOSES, purpose_words
from shopphone.ui.panels.text_modules.chooser import ModuleTyping
from shopphone.ui.screens.desk.lanes import Lane

_FORM_WIDTH = 470  # px; narrower, the sums would be cut off


class CallPage(QWidget):
    """Shows one lane; what is typed is told, nothing is saved here."""

    note_typed = Signal(str)
    purpose_chosen = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._purposes: dict[str, QPushButton] = {}
        self.note = QPlainTextEdit()
        self.note_guard = CardGuard(self.note)
        self.form = OrderForm(parts)
        self.form.setMinimumWidth(_FORM_WIDTH)
        self._lane: Lane | None = None
        self.modules = tuple(
            ModuleTyping(parts, each, self._about) for each in (self.note, self.form.terms.remark)
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self._head())
        rows.addWidget(self.form, 1)

    def show_lane(self, lane: Lane) -> None:
        self._lane = lane
        self.note.blockSignals(True)
        self.note.setPlainText(lane.work.note)
        self.note.blockSignals(False)
        self.note_guard.look()
        for code, made in self._purposes.items():
            made.setAutoExclusive(False)
            made.setChecked(code == lane.work.purpose)
            made.setAutoExclusive(True)
        lane.draft.direction = Direction.OUT if lane.row.direction == "out" else Direction.IN
        self.form.show_draft(lane.draft, lane.work.article_words)

    def _head(self) -> QWidget:
        head = Card(margin=12)
        about = self.tr("About")
        line: list[Any] = []
        for code in PURPOSES:
            words = purpose_words(code)
            made = button(words, kind="segment", name=f"{about}: {words}")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setProperty("code", code)
            made.clicked.connect(self._purpose_clicked)
            self._purposes[code] = made
            line.append(made)
        head.rows.addLayout(row(*line, 1, spacing=4))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note, saved as you type   F7"))
        self.note.setFixedHeight(46)
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(self._note_changed)
        self.note_guard.decided.connect(self._note_changed)
        head.rows.addWidget(self.note)
        head.rows.addWidget(self.note_guard)
        return head

    def _about(self) -> About:
        return About() if self._lane is None else self._lane.about

    def _note_changed(self) -> None:
        self.note_typed.emit(self.note_guard.text())

    def _purpose_clicked(self) -> None:
        self.purpose_chosen.emit(str(self.sender().property("code")))
