"""Statistics: which answers are shown, opened and help, and how content the callers are."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from shopphone.domain.answer_figures import ArticleFigures, Counts, Figures, Week
from shopphone.services import answer_figures, call
from shopphone.ui.kit.parts import choice, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.knowledge.figures_card import FiguresCard
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.paged_list import ListCard

_WEEKS = (4, 12, 52)


class StatisticsView(View):
    """Each article's counts in a period; nothing here is about one person."""

    TABLES = frozenset(("article", "article_use", "call"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._figures: Figures | None = None
        self.period: QComboBox = choice(self.tr("Period"))
        self.period.setMinimumContentsLength(14)
        for weeks in _WEEKS:
            self.period.addItem(self.tr("last {weeks} weeks").format(weeks=weeks), weeks)
        self.period.setCurrentIndex(1)
        self.period.currentIndexChanged.connect(self.refresh)
        self.order: QComboBox = choice(self.tr("Which articles"))
        self.order.setMinimumContentsLength(20)
        for text in (self.tr("Most opened"), self.tr("Often did not help"), self.tr("Never shown")):
            self.order.addItem(text)
        self.order.currentIndexChanged.connect(self._arrange)
        self.list = self._table()
        self.list.head.addLayout(row(self.period, self.order, 1))
        self.starts_at = self.list.table
        self.card = FiguresCard(parts)
        self.card.article_wanted.connect(self.article_wanted)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 2)
        columns.addWidget(self.card, 1)

    def refresh(self, _what: object = None) -> None:
        job = call(answer_figures.overview, self._weeks)
        self.parts.jobs.ask(self, job, self._show)

    @property
    def _weeks(self) -> int:
        return int(self.period.currentData())

    def _table(self) -> ListCard:
        made = ListCard(
            self.tr("Statistics"),
            (
                Column[ArticleFigures](self.tr("Title"), lambda r: r.title, 0),
                Column[ArticleFigures]("", lambda r: r.language.upper(), 42),
                Column[ArticleFigures](
                    self.tr("Shown"), lambda r: str(r.counts.shown), 58, right=True
                ),
                Column[ArticleFigures](
                    self.tr("Opened"), lambda r: str(r.counts.opened), 58, right=True
                ),
                Column[ArticleFigures](
                    self.tr("Helped"), lambda r: str(r.counts.helped), 58, right=True
                ),
                Column[ArticleFigures](
                    self.tr("Did not"), lambda r: str(r.counts.not_helped), 58, right=True
                ),
                Column[ArticleFigures](
                    self.tr("Share helped"), lambda r: share_words(r.counts), 110, right=True
                ),
            ),
            search="",
            empty=self.tr("No article is like this in this period."),
        )
        made.search.hide()
        made.chosen.connect(self._chosen)
        made.opened.connect(self._opened)
        made.rows.addWidget(
            label(
                self.tr(
                    "In brackets: where the share of many callers may lie, by the few there were"
                    " (95 of 100, Wilson)."
                ),
                tone="muted",
                size="small",
                wrap=True,
            )
        )
        return made

    def _show(self, figures: Figures) -> None:
        self._figures = figures
        self._arrange()
        found = self.list.model.row_at(self.list.table.current_row())
        if found is None:
            self.card.show_all(figures)
        else:
            self._chosen(found)

    def _arrange(self) -> None:
        figures = self._figures
        if figures is None:
            return
        rows = list(figures.articles)
        if self.order.currentIndex() == 1:
            rows = [each for each in rows if each.counts.hurts]
            rows.sort(key=lambda each: each.counts.interval[1])
        elif self.order.currentIndex() == 2:  # the third entry
            rows = [each for each in rows if not each.counts.shown and not each.counts.opened]
        else:
            rows.sort(key=lambda each: (each.counts.opened, each.counts.shown), reverse=True)
        chosen = self.list.model.row_at(self.list.table.current_row())
        self.list.show_rows(rows)
        keys = [each.article_id for each in rows]
        if chosen is not None and chosen.article_id in keys:
            self.list.table.selectRow(keys.index(chosen.article_id))

    def _chosen(self, found: ArticleFigures) -> None:
        job = call(answer_figures.trend, found.article_id, self._weeks)
        self.parts.jobs.ask(self, job, partial(self._show_trend, found))

    def _show_trend(self, found: ArticleFigures, weeks: tuple[Week, ...]) -> None:
        if self._figures is not None:
            self.card.show_article(found, weeks, self._figures)

    def _opened(self, found: ArticleFigures) -> None:
        self.article_wanted.emit(found.article_id)


def share_words(counts: Counts) -> str:
    """67 % (35–88); nothing where nobody has said."""
    if counts.share is None:
        return "–"
    low, high = counts.interval
    return f"{round(100 * counts.share)} % ({round(100 * low)}–{round(100 * high)})"
