"""The weeks of one article or of all, and how content the callers were."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from shopphone.domain.answer_figures import ArticleFigures, Counts, Figures, Satisfaction, Week
from shopphone.ui.kit.parts import chip, label, link, pair, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.trend import Trend


class FiguresCard(DetailCard):
    """Words beside every picture."""

    article_wanted = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__(self.tr("Figures"), self.tr("Counting …"))
        self._parts = parts

    def show_all(self, figures: Figures) -> None:
        self.begin(self.tr("All answers"))
        self._add_weeks(figures.total, figures.weeks)
        self._add_satisfaction(figures.satisfaction)
        self.end()

    def show_article(self, found: ArticleFigures, weeks: tuple[Week, ...], all_: Figures) -> None:
        self.begin(found.title)
        if found.counts.hurts:
            self.column.addLayout(row(chip(self.tr("often does not help"), "must_not"), 1))
        self._add_weeks(found.counts, weeks)
        made = link(self.tr("Read the article"))
        made.setProperty("article", found.article_id)
        made.clicked.connect(self._article_clicked)
        self.column.addWidget(made)
        self._add_satisfaction(all_.satisfaction)
        self.end()

    def _add_weeks(self, counts: Counts, weeks: tuple[Week, ...]) -> None:
        for text, count in (
            (self.tr("Shown"), counts.shown),
            (self.tr("Opened"), counts.opened),
            (self.tr("Helped"), counts.helped),
            (self.tr("Did not help"), counts.not_helped),
            (self.tr("Enclosed"), counts.enclosed),
        ):
            self.column.addLayout(pair(text, label(str(count), size="heading")))
        self.heading(self.tr("By week: helped upwards, did not help downwards"))
        self.column.addWidget(Trend(self._parts, weeks))

    def _add_satisfaction(self, found: Satisfaction) -> None:
        self.heading(self.tr("How content the callers were"))
        if found.mean is None:
            self.line(self.tr("Nobody was asked yet: choose it beside the outcome of a call."))
        else:
            low, high = (self._number(value) for value in found.interval)
            text = self.tr("{mean} of 5 ({low}–{high}), {count} calls")
            self.line(
                text.format(mean=self._number(found.mean), low=low, high=high, count=found.asked)
            )
            most = max(found.marks)
            for mark in range(5, 0, -1):
                self._bar("★" * mark, found.marks[mark - 1], most)
        self.column.addLayout(pair(self.tr("Not asked"), label(str(found.not_asked))))
        self.column.addLayout(pair(self.tr("Nothing noted"), label(str(found.unsaid))))

    def _bar(self, name: str, count: int, most: int) -> None:
        bar = QProgressBar()
        bar.setRange(0, most)
        bar.setValue(count)
        bar.setTextVisible(False)
        bar.setAccessibleName(f"{name}: {count}")
        stars, number = label(name, tone="muted"), label(str(count))
        stars.setMinimumWidth(70)
        number.setMinimumWidth(28)
        line = row(stars)
        line.addWidget(bar, 1)
        line.addWidget(number)
        self.column.addLayout(line)

    def _number(self, value: float) -> str:
        return self._parts.words.number(round(Decimal(value), 1))

    def _article_clicked(self) -> None:
        self.article_wanted.emit(int(self.sender().property("article")))
