"""The articles: list and reader; editor, history and merging in their place while they are needed."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopphone.domain.articles import STATES, Merge
from shopphone.domain.knowledge import Article, ArticleDraft, ArticleRow, Writing
from shopphone.services import articles, call
from shopphone.ui.kit.parts import button, choice, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.knowledge.editor import ArticleEditor
from shopphone.ui.panels.knowledge.history import HistoryView
from shopphone.ui.panels.knowledge.merge import MergeView
from shopphone.ui.panels.knowledge.reader import ArticleReader
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.knowledge.words import state_words
from shopphone.ui.panels.paged_list import ListCard


class ArticlesView(View):
    """Found as callers ask; read, written, edited."""

    TABLES = frozenset(("article", "article.counts", "article_topic", "wording"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.list = ListCard(
            self.tr("Knowledge"),
            (
                Column[ArticleRow](self.tr("Title"), lambda r: r.title, 0),
                Column[ArticleRow]("", lambda r: r.language.upper(), 42),
                Column[ArticleRow](self.tr("Topic"), lambda r: ", ".join(r.topics), 110, most=130),
                Column[ArticleRow](self.tr("State"), lambda r: state_words(r.state)[0], 80),
                Column[ArticleRow](self.tr("Helped"), lambda r: str(r.helped), 68, right=True),
            ),
            search=self.tr("Search as callers ask"),
            empty=self.tr("No article has these words. Write the first one with “New article”."),
        )
        self.list.search_changed.connect(self.refresh)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.chosen_again.connect(self._opened)
        self.starts_at = self.list.search
        self.state: QComboBox = choice(self.tr("State"))
        self.state.addItem(self.tr("State: all"), "")
        for each in STATES:
            self.state.addItem(state_words(each)[0], each)
        self.state.currentIndexChanged.connect(self.refresh)
        new = button(self.tr("New article"))
        new.clicked.connect(self.begin_new)
        self.list.rows.addLayout(row(new, 1, self.state))
        self.reader = ArticleReader(parts)
        self.reader.writing_wanted.connect(self.write)
        self.reader.article_wanted.connect(self.read)
        self.reader.history_wanted.connect(self.show_history)
        self.reader.changed.connect(self._saved)
        self._reading = QWidget()
        columns = QHBoxLayout(self._reading)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 4)
        columns.addWidget(self.reader, 3)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._reading)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self._list_choice: int | None = None
        self._editor: ArticleEditor | None = None
        self._history: HistoryView | None = None
        self._merge: MergeView | None = None

    @property
    def editor(self) -> ArticleEditor:
        """Built when something is first written: whoever only reads does not wait for it."""
        if self._editor is None:
            self._editor = ArticleEditor(self.parts)
            self._editor.saved.connect(self._saved)
            self._editor.left.connect(self.leave)
            self._editor.merge_wanted.connect(self.show_merge)
            self._stack.addWidget(self._editor)
        return self._editor

    @property
    def history(self) -> HistoryView:
        if self._history is None:
            self._history = HistoryView(self.parts)
            self._history.restored.connect(self._saved)
            self._history.left.connect(self.leave)
            self._stack.addWidget(self._history)
        return self._history

    @property
    def merge(self) -> MergeView:
        if self._merge is None:
            self._merge = MergeView(self.parts)
            self._merge.decided.connect(self._decided)
            self._merge.left.connect(self._back_to_editor)
            self._stack.addWidget(self._merge)
        return self._merge

    def refresh(self, _what: object = None) -> None:
        text, state = self.list.search.text(), str(self.state.currentData())
        self.parts.jobs.ask(self, call(articles.page, text, state=state), self.list.show_rows)
        self.reader.renew()

    def act(self, code: str) -> bool:
        shown = self._stack.currentWidget()
        if code == "place" and shown is self._editor:
            self.editor.save()
        elif code == "place" and shown is self._merge:
            self.merge.save()
        elif code == "escape" and shown is self._merge:
            self._back_to_editor()
        elif code == "escape" and shown is not self._reading:
            self.leave()
        else:
            return False
        return True

    def read(self, article_id: int) -> None:
        self.parts.jobs.ask(self, call(articles.read, article_id), self._show)

    def begin_new(self) -> None:
        self.write(Writing(draft=ArticleDraft()))

    def write(self, writing: Writing) -> None:
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin(writing)

    def show_history(self, article: Article) -> None:
        self._stack.setCurrentWidget(self.history)
        self.history.begin(article)

    def show_merge(self, merge: Merge) -> None:
        self._stack.setCurrentWidget(self.merge)
        self.merge.show_merge(merge)

    def leave(self) -> None:
        self._stack.setCurrentWidget(self._reading)
        self.list.table.setFocus()

    def _back_to_editor(self) -> None:
        self._stack.setCurrentWidget(self.editor)

    def _decided(self, texts: dict[str, str], version: int) -> None:
        self._back_to_editor()
        self.editor.take_merged(self.editor.form.content() | texts, version)

    def _chosen(self, found: ArticleRow) -> None:
        """A list that is filled anew chooses its row again: what is read stays then."""
        if found.article_id != self._list_choice:
            self._list_choice = found.article_id
            self.read(found.article_id)

    def _opened(self, found: ArticleRow) -> None:
        self._list_choice = found.article_id
        self.read(found.article_id)

    def _show(self, article: Article) -> None:
        self._stack.setCurrentWidget(self._reading)
        self.reader.show_article(article)

    def _saved(self, article_id: int) -> None:
        self.read(article_id)
        self.refresh()
