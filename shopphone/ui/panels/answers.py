"""The answer finder: words of the caller, the right article, the sentence to say, how it went."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
)

from shopphone.domain.knowledge import AnswerHit, Article
from shopphone.services import answers, articles, call, gaps
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import Card, Empty, button, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.answer_hits import AnswerHits
from shopphone.ui.panels.answer_reader import AnswerReader

_PAUSE_MS = 60


class AnswerFinder(Card):
    """Results update in place; Enter takes the first, arrows another, Esc goes back."""

    left = Signal()
    used = Signal(object)  # (article_id, title, verdict)
    searched = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._language = "de"
        self._customer_id: int | None = None
        self._call_id: int | None = None
        self._article: Article | None = None
        self._hits: tuple[AnswerHit, ...] = ()
        self._taking = ""
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.input = _Input(self.tr("Answer finder"), self.tr("What does the caller ask?   F3"))
        self.input.textChanged.connect(self._typed)
        self.input.moved.connect(self._move)
        self.input.taken.connect(self._take)
        self.input.left.connect(self.left)
        self.results = AnswerHits(parts)
        self.results.setAccessibleName(self.tr("Answers found"))
        self.results.itemClicked.connect(self._clicked)
        self.results.itemActivated.connect(self._clicked)
        self._nothing = label(tone="careful", wrap=True)
        self._gap = button(self.tr("Write it on the to-do list"))
        self._gap.clicked.connect(self._to_do)
        self._reader = AnswerReader()
        self._empty = Empty(
            self.tr(
                "Type three words of the question. The answer stands here, with the sentence to say."
            )
        )
        self.helped = button(self.tr("Helped"), keys.shown("helped"))
        self.not_helped = button(self.tr("Did not help"), "⇧F10", name=self.tr("Did not help"))
        self.enclose = button(self.tr("Enclose"), keys.shown("enclose"))
        for each, slot in (
            (self.helped, self.mark_helped),
            (self.not_helped, self.mark_not_helped),
            (self.enclose, self.mark_enclosed),
        ):
            each.clicked.connect(slot)
        self.rows.addWidget(label(self.tr("Answers"), size="heading"))
        self.rows.addWidget(self.input)
        self.rows.addWidget(self.results)
        self.rows.addWidget(self._nothing)
        self.rows.addWidget(self._gap)
        self.rows.addWidget(self._reader, 1)
        self.rows.addWidget(self._empty, 1)
        self.rows.addLayout(row(self.helped, self.enclose, spacing=6))
        self.rows.addWidget(self.not_helped)
        self._arrange()

    @property
    def article(self) -> Article | None:
        return self._article

    @property
    def hits(self) -> tuple[AnswerHit, ...]:
        return self._hits

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.results.setMaximumHeight(self.height() * 2 // 5)

    def set_context(self, language: str, customer_id: int | None, call_id: int | None) -> None:
        """Whose call this is: their language first, what they bought first."""
        self._language, self._customer_id, self._call_id = language, customer_id, call_id

    def ask_for(self, words: str) -> None:
        """Show another lane's words."""
        if words != self.input.text():
            self._article = None
            self._found(())
            self.input.setText(words)
        self._arrange()

    def open_article(self, article_id: int) -> None:
        self._parts.jobs.ask(self, call(articles.read, article_id), self._show)

    def mark_helped(self) -> None:
        self._mark("helped", self.input.text())

    def mark_not_helped(self) -> None:
        self._mark("not_helped", "")

    def mark_enclosed(self) -> None:
        self._mark("enclosed", "")

    def _mark(self, verdict: str, words: str) -> None:
        if self._article is None:
            self._parts.say(self.tr("Open an answer first (F3)."), "careful")
            return
        article = self._article
        job = call(answers.used, article.article_id, self._call_id, verdict, words)
        self._parts.jobs.do(self, job)
        self.used.emit((article.article_id, article.title, verdict))
        sentence = {
            "helped": self.tr("Noted: “{title}” helped."),
            "not_helped": self.tr("Noted: “{title}” did not help."),
            "enclosed": self.tr("“{title}” goes with the letter."),
        }[verdict]
        self._parts.say(sentence.format(title=article.title), "fine")

    def _typed(self, text: str) -> None:
        self.searched.emit(text)
        self._pause.start()

    def _ask(self) -> None:
        text = self.input.text()
        if not text.strip():
            self._hits = ()
            self.results.clear()
            self._arrange()
            return
        job = call(answers.find, text, self._language, self._customer_id)
        self._parts.jobs.ask(self, job, self._found)

    def _found(self, hits: tuple[AnswerHit, ...]) -> None:
        chosen = self.results.currentRow() if self.results.hasFocus() else -1
        self._hits = hits
        self.results.show_hits(hits, max(chosen, 0))
        self._arrange()
        if self._taking == self.input.text():
            self._taking = ""
            self._take()

    def _move(self, step: int) -> None:
        count = self.results.count()
        if count:
            self.results.setCurrentRow((self.results.currentRow() + step) % count)

    def _take(self) -> None:
        """Enter: what is marked; typed faster than the search, Enter waits for its answer."""
        item = self.results.currentItem()
        if self._pause.isActive():
            self._taking = self.input.text()
            self._pause.stop()
            self._ask()
        elif item is not None:
            self._clicked(item)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.open_article(item.data(Qt.ItemDataRole.UserRole).article_id)

    def _show(self, article: Article) -> None:
        self._article = article
        self._reader.show_article(article)
        self._arrange()

    def _to_do(self) -> None:
        words = self.input.text()
        self._parts.jobs.do(self, call(gaps.note, words, self._language))
        self._parts.say(
            self.tr("On the to-do list of the knowledge: “{words}”.").format(words=words), "fine"
        )

    def _arrange(self) -> None:
        asked = bool(self.input.text().strip())
        self.results.setVisible(bool(self._hits))
        fruitless = asked and not self._hits and not self._pause.isActive()
        self._nothing.setVisible(fruitless)
        self._gap.setVisible(asked and not self._hits)
        self._nothing.setText(
            self.tr("No article has these words. It can become a to-do for whoever writes them.")
        )
        self._reader.setVisible(self._article is not None)
        self._empty.setVisible(self._article is None)
        for each in (self.helped, self.not_helped, self.enclose):
            each.setEnabled(self._article is not None)


class _Input(QLineEdit):
    """Arrows move in the results, Enter takes one, Esc leaves."""

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
