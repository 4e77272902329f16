"""The articles: the list at the left, the chosen one or its editor at the right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from shopphone.domain.knowledge import Article, ArticleDraft, ArticleRow, Writing
from shopphone.services import articles, call
from shopphone.ui.kit.parts import button, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.knowledge.editor import ArticleEditor
from shopphone.ui.panels.knowledge.reader import ArticleReader
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.paged_list import ListCard


class ArticlesView(View):
    """Found as callers ask; read, written, edited."""

    TABLES = frozenset(("article", "wording"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.list = ListCard(
            self.tr("Knowledge"),
            (
                Column[ArticleRow](self.tr("Title"), lambda r: r.title, 0),
                Column[ArticleRow]("", lambda r: r.language.upper(), 42),
                Column[ArticleRow](self.tr("Topic"), lambda r: ", ".join(r.topics), 130),
                Column[ArticleRow](self.tr("Helped"), lambda r: str(r.helped), 68, right=True),
                Column[ArticleRow](self.tr("Review"), lambda r: parts.words.day(r.review_on), 92),
            ),
            search=self.tr("Search as callers ask"),
            empty=self.tr("No article has these words. Write the first one with “New article”."),
        )
        self.list.search_changed.connect(self.refresh)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._chosen)
        self.starts_at = self.list.search
        new = button(self.tr("New article"))
        new.clicked.connect(self.begin_new)
        self.list.rows.addLayout(row(new, 1))
        self.reader = ArticleReader(parts)
        self.reader.edit_wanted.connect(self.edit)
        self.reader.article_wanted.connect(self.read)
        self.editor = ArticleEditor(parts)
        self.editor.saved.connect(self._saved)
        self.editor.left.connect(self.leave)
        self._right = QStackedWidget()
        self._right.addWidget(self.reader)
        self._right.addWidget(self.editor)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 4)
        columns.addWidget(self._right, 3)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(articles.page, self.list.search.text()), self.list.show_rows)

    def read(self, article_id: int) -> None:
        self.parts.jobs.ask(self, call(articles.read, article_id), self._show)

    def begin_new(self) -> None:
        self.write(Writing(draft=ArticleDraft()))

    def write(self, writing: Writing) -> None:
        self.editor.begin(writing.draft, gap_id=writing.gap_id)
        self._right.setCurrentWidget(self.editor)

    def edit(self, article: Article) -> None:
        self.write(Writing(draft=article.draft()))

    def leave(self) -> None:
        self._right.setCurrentWidget(self.reader)

    def _chosen(self, found: ArticleRow) -> None:
        self.read(found.article_id)

    def _show(self, article: Article) -> None:
        self._right.setCurrentWidget(self.reader)
        self.reader.show_article(article)

    def _saved(self, article_id: int) -> None:
        self.read(article_id)
        self.refresh()
