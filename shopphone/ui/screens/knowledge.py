"""Knowledge: the articles, their editor with a guard against overwriting, and the gaps to write."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.knowledge import Article, ArticleDraft, ArticleRow, Gap
from shopphone.services import call, knowledge
from shopphone.ui.kit.parts import button, chip, rich, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.answers import html_of
from shopphone.ui.panels.article_editor import ArticleEditor
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.paged_list import ListCard


class KnowledgeScreen(Screen):
    """List and gaps at the left, the article or its editor at the right."""

    TABLES = frozenset(("article", "gap", "wording"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._article: Article | None = None
        self.list = ListCard(
            self.tr("Knowledge"),
            (
                Column[ArticleRow](self.tr("Title"), lambda r: r.title, 0),
                Column[ArticleRow]("", lambda r: r.language.upper(), 42),
                Column[ArticleRow](self.tr("Topic"), lambda r: r.category, 130),
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
        new.clicked.connect(self._new)
        self.list.rows.addLayout(row(new, 1))
        self.gap_list = ListCard(
            self.tr("Gaps to write"),
            (
                Column[Gap](self.tr("Asked"), lambda g: g.words, 0),
                Column[Gap]("", lambda g: g.language.upper(), 42),
                Column[Gap](self.tr("Times"), lambda g: str(g.times), 60, right=True),
            ),
            search=self.tr("Search the gaps"),
            empty=self.tr("No open question. Searches without an answer stand here."),
        )
        self.gap_list.search.hide()
        self.gap_list.title.setProperty("size", "heading")
        self.gap_list.setMaximumHeight(230)
        self.gap_list.opened.connect(self._write_gap)
        write = button(self.tr("Write article"))
        write.clicked.connect(self._write_clicked)
        done = button(self.tr("Not needed"))
        done.clicked.connect(self._close_gap)
        self.gap_list.rows.addLayout(row(1, done, write))
        self.reader = DetailCard(self.tr("Article"), self.tr("Choose an article to read it."))
        self.editor = ArticleEditor(parts)
        self.editor.saved.connect(self._saved)
        self.editor.left.connect(self._left)
        self._right = QStackedWidget()
        self._right.addWidget(self.reader)
        self._right.addWidget(self.editor)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.gap_list)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(left, 4)
        columns.addWidget(self._right, 3)

    def refresh(self) -> None:
        self.parts.jobs.ask(
            self, call(knowledge.page, self.list.search.text()), self.list.show_rows
        )
        self.parts.jobs.ask(self, call(knowledge.gaps), self.gap_list.show_rows)

    def open(self, wanted: object) -> None:
        if isinstance(wanted, int):
            self.parts.jobs.ask(self, call(knowledge.read, wanted), self._show)
        else:
            self.list.seek(str(wanted))

    def _chosen(self, found: ArticleRow) -> None:
        self.open(found.article_id)

    def _show(self, article: Article) -> None:
        self._article = article
        self._right.setCurrentWidget(self.reader)
        card = self.reader
        card.begin(article.title)
        helped = self.tr("helped {yes}×, did not help {no}×").format(
            yes=article.helped, no=article.not_helped
        )
        card.line(f"{article.category} · {article.language.upper()} · {helped}", "muted")
        card.column.addLayout(row(chip(self.tr("Say"), "accent"), 1))
        card.line(article.say)
        card.heading(self.tr("Details"))
        card.column.addWidget(rich(html_of(article.details)))
        if article.letter_paragraph:
            card.heading(self.tr("In a letter"))
            card.line(article.letter_paragraph)
        if article.internal_note:
            card.column.addLayout(row(chip(self.tr("Internal"), "careful"), 1))
            card.line(article.internal_note, "muted")
        if article.wordings:
            card.heading(self.tr("As callers asked"))
            card.line("\n".join(f"„{words}“" for words in article.wordings), "muted")
        if article.products:
            card.line(
                self.tr("Belongs to: {goods}").format(goods=", ".join(article.products)), "muted"
            )
        edit = button(self.tr("Edit"))
        edit.clicked.connect(self._edit)
        actions: list[QWidget | int] = [edit]
        if article.other_language is not None:
            other = button(article.other_language[1], kind="link")
            other.clicked.connect(self._other)
            actions.append(other)
        card.column.addLayout(row(*actions, 1))
        card.end()

    def _other(self) -> None:
        if self._article is not None and self._article.other_language is not None:
            self.open(self._article.other_language[0])

    def _edit(self) -> None:
        found = self._article
        if found is None:
            return
        self.editor.begin(
            ArticleDraft(
                article_id=found.article_id,
                language=found.language,
                title=found.title,
                say=found.say,
                details=found.details,
                letter_paragraph=found.letter_paragraph,
                internal_note=found.internal_note,
                category=found.category,
                owner=found.owner,
                review_on=found.review_on,
                version=found.version,
                skus=list(found.products),
            )
        )
        self._right.setCurrentWidget(self.editor)

    def _new(self) -> None:
        self.editor.begin(ArticleDraft())
        self._right.setCurrentWidget(self.editor)

    def _write_clicked(self) -> None:
        found = self.gap_list.model.row_at(self.gap_list.table.current_row())
        if found is not None:
            self._write_gap(found)

    def _write_gap(self, found: Gap) -> None:
        draft = ArticleDraft(title=found.words, language=found.language)
        self.editor.begin(draft, gap_id=found.gap_id)
        self._right.setCurrentWidget(self.editor)

    def _close_gap(self) -> None:
        found = self.gap_list.model.row_at(self.gap_list.table.current_row())
        if found is not None:
            self.parts.jobs.do(self, call(knowledge.close_gap, found.gap_id), self._gap_closed)

    def _gap_closed(self, _done: object) -> None:
        self.refresh()

    def _saved(self, article_id: int) -> None:
        self.open(article_id)
        self.refresh()

    def _left(self) -> None:
        self._right.setCurrentWidget(self.reader)
