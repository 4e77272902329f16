"""An answer in writing: the articles whose letter paragraphs go to the customer, found as callers ask."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from shopphone.domain.knowledge import AnswerHit
from shopphone.domain.letters_log import Letter
from shopphone.services import call, customer_letters
from shopphone.ui.kit import keys
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.article_chooser import ArticleChooser


class ChosenArticles(QListWidget):
    """What goes into the letter, in its order; Del takes one out."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            return
        super().keyPressEvent(event)


class AnswerLetterDialog(QDialog):
    """Search, Enter adds the article; Ctrl+Enter writes the letter."""

    written = Signal(object)  # Letter

    def __init__(self, parent: QWidget, parts: Parts, customer_id: int, language: str) -> None:
        super().__init__(parent)
        self._parts, self._customer_id = parts, customer_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Answer letter"))
        self.resize(560, 560)
        self.chooser = ArticleChooser(parts)
        self.chooser.chosen.connect(self._add)
        self.chooser.left.connect(self.reject)
        self.articles = ChosenArticles()
        self.articles.setAccessibleName(self.tr("In the letter"))
        self.articles.setMaximumHeight(120)
        self._refusal = label(tone="must_not", wrap=True)
        self.go = button(self.tr("Write the letter"), keys.shown("place"), kind="primary")
        self.go.setShortcut("Ctrl+Return")
        self.go.clicked.connect(self._write)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(self.tr("Which articles answer the question?"), size="heading"))
        rows.addWidget(self.chooser, 1)
        rows.addWidget(label(self.tr("In the letter; Del takes one out"), tone="muted"))
        rows.addWidget(self.articles)
        rows.addWidget(self._refusal)
        rows.addLayout(row(1, back, self.go))
        self.chooser.begin("", language)

    def _add(self, hit: AnswerHit) -> None:
        if hit.article_id in self._keys():
            return
        item = QListWidgetItem(hit.title)
        item.setData(Qt.ItemDataRole.UserRole, hit.article_id)
        self.articles.addItem(item)

    def _keys(self) -> list[int]:
        items = (self.articles.item(n) for n in range(self.articles.count()))
        return [int(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _write(self) -> None:
        if not self._keys():
            self._refusal.setText(self.tr("Choose an article first: type, then Enter."))
            return
        job = call(customer_letters.answer, self._customer_id, self._keys())
        self._parts.jobs.do(self, job, self._done, failed=self._refuse)

    def _done(self, letter: Letter) -> None:
        self.accept()
        self.written.emit(letter)

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
