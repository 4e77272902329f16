"""How callers asked for an article, a line each; what does not belong is deleted, with a way back."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.services import call, wordings
from shopphone.ui.kit.parts import Elided, button, clear, row
from shopphone.ui.kit.screen import Parts


class Wordings(QWidget):
    """The wordings of one article; the one deleted last can be put back."""

    def __init__(self, parts: Parts, article_id: int, words: tuple[str, ...]) -> None:
        super().__init__()
        self._parts = parts
        self._article_id = article_id
        self._words = list(words)
        self._deleted: tuple[str, datetime] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.undo = button(self.tr("Undo"))
        self.undo.clicked.connect(self.put_back)
        self.undo.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._list)
        rows.addLayout(row(self.undo, 1))
        self._fill()

    def show_words(self, words: tuple[str, ...]) -> None:
        if list(words) != self._words:
            self._words = list(words)
            self._fill()

    def delete(self, words: str) -> None:
        job = call(wordings.delete_wording, self._article_id, words)
        self._parts.jobs.do(self, job, partial(self._was_deleted, words))

    def put_back(self) -> None:
        if self._deleted is None:
            return
        words, at = self._deleted
        self._parts.jobs.do(self, call(wordings.put_back, self._article_id, words, at))
        self._words.append(words)
        self._deleted = None
        self.undo.hide()
        self._fill()

    def _was_deleted(self, words: str, at: datetime | None) -> None:
        self._deleted = (words, at) if at is not None else None
        self._words = [each for each in self._words if each != words]
        self.undo.setVisible(self._deleted is not None)
        self._fill()
        text = self.tr("“{words}” no longer finds this article.")
        self._parts.say(text.format(words=words), "fine")

    def _fill(self) -> None:
        clear(self._list)
        for words in self._words:
            text = self.tr("Delete")
            made = button(text, kind="link", name=f"{text}: {words}")
            made.setProperty("words", words)
            made.clicked.connect(self._delete_clicked)
            line = row(Elided(f"„{words}“", tone="muted"), made, spacing=6)
            line.setStretch(0, 1)
            self._list.addLayout(line)

    def _delete_clicked(self) -> None:
        self.delete(str(self.sender().property("words")))
