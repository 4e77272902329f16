"""Beside the editor: the article as the clerk sees it, as the letter brings it, and the translation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from shopphone.domain.articles import Beside
from shopphone.domain.knowledge import Article, ArticleDraft, Writing
from shopphone.services import articles, call
from shopphone.ui.kit.parts import Button, Card, button, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.knowledge.beside import OtherLanguage
from shopphone.ui.panels.knowledge.preview import PhonePreview, SheetPreview


class EditorSide(Card):
    """One of three looks at what is being written."""

    same = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = ArticleDraft()
        self.phone = PhonePreview()
        self.letter = SheetPreview(parts)
        self.other = OtherLanguage(parts)
        self.other.same.connect(self.same)
        self._stack = QStackedWidget()
        self.tabs: list[Button] = []
        for text, pane in (
            (self.tr("On the phone"), self.phone),
            (self.tr("In the letter"), self.letter),
            (self.tr("Other language"), self.other),
        ):
            made = button(text, kind="tab")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(self._tab_clicked)
            self.tabs.append(made)
            self._stack.addWidget(pane)
        self.rows.addLayout(row(*self.tabs, 1, spacing=4))
        self.rows.addWidget(self._stack, 1)
        self.tabs[0].setChecked(True)

    def begin(self, writing: Writing) -> None:
        """A translation is written beside its original; else the clerk's look comes first."""
        self.other.clear_text()
        draft = writing.draft
        self.show_pane(2 if draft.translates is not None else 0)
        if draft.article_id is not None:
            self.other.show_translation_of(draft.article_id)
        elif draft.translates is not None:
            job = call(articles.read, draft.translates)
            self._parts.jobs.ask(self, job, self._show_original)

    def show_pane(self, n: int) -> None:
        self.tabs[n].setChecked(True)
        self._stack.setCurrentIndex(n)
        self._refill()

    def show_draft(self, draft: ArticleDraft) -> None:
        self._draft = draft
        self._refill()

    def _show_original(self, article: Article) -> None:
        self.other.show_original(Beside(other=article, made_like=article.version, changes=()))

    def _refill(self) -> None:
        """Only what is in front is drawn while someone types."""
        shown = self._stack.currentWidget()
        if shown is self.phone:
            self.phone.show_draft(self._draft)
        elif shown is self.letter:
            self.letter.show_draft(self._draft)

    def _tab_clicked(self) -> None:
        made = self.sender()
        assert isinstance(made, Button)
        self.show_pane(self.tabs.index(made))
