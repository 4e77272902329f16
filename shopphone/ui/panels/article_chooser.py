"""Choosing an article by the words callers use: the same line and list as the answer finder's."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.knowledge import AnswerHit
from shopphone.services import answers, call
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.answer_hits import AnswerHits
from shopphone.ui.panels.answer_input import AnswerInput

_PAUSE_MS = 60


class ArticleChooser(QWidget):
    """Type, arrows, Enter; Esc leaves."""

    chosen = Signal(object)  # an AnswerHit
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._language = "de"
        self._shown_for: str | None = None  # the words the hits in the list answer
        self._taking: str | None = None  # taken for these words before their answer came
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.input = AnswerInput(self.tr("Which article?"), self.tr("Search as callers ask"))
        self.input.textChanged.connect(self._pause.start)
        self.input.taken.connect(self.take)
        self.input.left.connect(self.left)
        self.results = AnswerHits(parts)
        self.results.setAccessibleName(self.tr("Articles found"))
        self.results.itemActivated.connect(self.take)
        self.input.stepped.connect(self.results.step)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.input)
        rows.addWidget(self.results, 1)

    def take(self) -> None:
        """Choose what is marked, once the answer to what is typed stands there."""
        item = self.results.currentItem()
        if self._shown_for != self.input.text():
            self._taking = self.input.text()
        elif item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def begin(self, words: str, language: str) -> None:
        self._language, self._shown_for, self._taking = language, None, None
        self.input.setText(words)
        self.input.setFocus()
        self.input.selectAll()
        self._pause.start()

    def _ask(self) -> None:
        text = self.input.text()
        job = call(answers.find, text, self._language)
        self._parts.jobs.ask(self, job, partial(self._found, text))

    def _found(self, text: str, hits: tuple[AnswerHit, ...]) -> None:
        chosen, taking = self.results.chosen, self._taking
        self._shown_for, self._taking = text, None
        self.results.show_hits(hits)
        if taking == text == self.input.text() and chosen in (None, self.results.chosen):
            self.take()  # never another one than was marked
