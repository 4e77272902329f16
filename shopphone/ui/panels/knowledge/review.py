"""The review list: which articles want looking through, and one key to say that one is still right."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from shopphone.domain.articles import ReviewRow
from shopphone.services import articles, call, reviews
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import button, choice, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.knowledge.reader import ArticleReader
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.paged_list import ListCard


class ReviewView(View):
    """Due, oldest, never helped, often did not help; the chosen one is read at the right."""

    TABLES = frozenset(("article", "article_use"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.order: QComboBox = choice(self.tr("Which articles"))
        for text in (
            self.tr("Due to be looked through"),
            self.tr("Oldest first"),
            self.tr("Never helped"),
            self.tr("Often did not help"),
        ):
            self.order.addItem(text)
        self.order.currentIndexChanged.connect(self.refresh)
        self.list = ListCard(
            self.tr("Look through"),
            (
                Column[ReviewRow](self.tr("Title"), lambda r: r.title, 0),
                Column[ReviewRow]("", lambda r: r.language.upper(), 42),
                Column[ReviewRow](self.tr("Due"), lambda r: parts.words.day(r.review_on), 92),
                Column[ReviewRow](
                    self.tr("Changed"),
                    lambda r: parts.words.day(parts.words.day_of(r.changed_at)),
                    92,
                ),
                Column[ReviewRow](
                    self.tr("Helped / not"),
                    lambda r: f"{r.helped} / {r.not_helped}",
                    80,
                    right=True,
                ),
            ),
            search="",
            empty=self.tr("Nothing waits here. Articles come by themselves on their day."),
        )
        self.list.search.hide()
        self.list.add_head(self.order)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.starts_at = self.list.table
        self.reviewed_button = button(
            self.tr("Still right, again in a year"), keys.shown("helped"), kind="primary"
        )
        self.reviewed_button.clicked.connect(self.mark_reviewed)
        self.list.rows.addLayout(row(1, self.reviewed_button))
        self.reader = ArticleReader(parts)
        self.reader.article_wanted.connect(self.article_wanted)
        self.reader.history_wanted.connect(self.history_wanted)
        self.reader.writing_wanted.connect(self.writing_wanted)
        self.reader.changed.connect(self.refresh)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 4)
        columns.addWidget(self.reader, 3)

    def refresh(self, _what: object = None) -> None:
        asked = (reviews.due, reviews.oldest, reviews.never_helped, reviews.hurting)
        job = call(asked[self.order.currentIndex()])
        self.parts.jobs.ask(self, job, self._show)

    def act(self, code: str) -> bool:
        if code == "helped":
            self.mark_reviewed()
            return True
        return False

    def mark_reviewed(self) -> None:
        found = self.list.model.row_at(self.list.table.current_row())
        if found is None:
            self.parts.say(self.tr("Choose an article first."), "careful")
            return
        job = call(reviews.reviewed, found.article_id, found.version)
        self.parts.jobs.do(self, job, self._was_reviewed)

    def _show(self, found: tuple[ReviewRow, ...]) -> None:
        place = self.list.table.current_row()
        self.list.show_rows(found)
        if found and self.list.table.current_row() < 0 <= place:
            self.list.table.selectRow(min(place, len(found) - 1))

    def _was_reviewed(self, again: date) -> None:
        text = self.tr("Looked through; it comes again on {day}.")
        self.parts.say(text.format(day=self.parts.words.day(again)), "fine")
        self.refresh()

    def _chosen(self, found: ReviewRow) -> None:
        self.parts.jobs.ask(self, call(articles.read, found.article_id), self.reader.show_article)

    def _opened(self, found: ReviewRow) -> None:
        self.article_wanted.emit(found.article_id)
