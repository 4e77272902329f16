"""The week in plain lists: calls, answer rate, outcomes, orders, what helped."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from shopphone.domain.reports import WeekReport
from shopphone.services import call, reports
from shopphone.ui.kit.parts import label, pair, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.state_words import flag_words


class ReportsScreen(Screen):
    """Numbers of the last seven days; nothing here is about one person."""

    TABLES = frozenset(("call", "outcome", "sale_order", "article_use"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.calls = DetailCard(self.tr("Calls of the week"), self.tr("Counting …"))
        self.results = DetailCard(self.tr("Results of the week"), self.tr("Counting …"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.calls, 1)
        columns.addWidget(self.results, 1)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(reports.week), self._show)

    def _show(self, week: WeekReport) -> None:
        card = self.calls
        card.begin(self.tr("The last seven days"))
        self._pair(card, self.tr("Calls"), str(week.calls))
        self._pair(card, self.tr("Answered"), self._share(week.answered, week.calls))
        self._pair(card, self.tr("Missed"), str(week.missed))
        self._pair(
            card,
            self.tr("Callbacks on time"),
            self._share(week.callbacks_on_time, week.callbacks_done),
        )
        card.heading(self.tr("By hour"))
        most = max((count for _, count in week.by_hour), default=0) or 1
        for hour, count in week.by_hour:
            self._bar(card, f"{hour:02d}:00", count, most)
        card.end()
        card = self.results
        card.begin(self.tr("Results"))
        self._pair(card, self.tr("Orders"), str(week.orders))
        self._pair(card, self.tr("Turnover"), self.parts.words.money(week.turnover))
        if week.satisfaction is not None:
            text = f"{self.parts.words.number(week.satisfaction)} / 5"
            self._pair(card, self.tr("Satisfaction"), text)
        card.heading(self.tr("What came of it"))
        for flag, count in week.by_flag:
            self._pair(card, flag_words(flag), str(count))
        if week.unchosen:
            self._pair(card, self.tr("window closed before choosing"), str(week.unchosen))
        card.heading(self.tr("Outcomes"))
        for name, count in week.outcomes:
            self._pair(card, name, str(count))
        card.heading(self.tr("Answers that helped"))
        for title, count in week.helped:
            self._pair(card, title, str(count))
        if not week.helped:
            card.line(self.tr("F10 on an answer counts it here."), "muted")
        card.end()

    def _pair(self, card: DetailCard, name: str, value: str) -> None:
        card.column.addLayout(pair(name, label(value, size="heading")))

    def _bar(self, card: DetailCard, name: str, count: int, most: int) -> None:
        bar = QProgressBar()
        bar.setRange(0, most)
        bar.setValue(count)
        bar.setTextVisible(False)
        bar.setAccessibleName(f"{name}: {count}")
        number = label(str(count))
        number.setMinimumWidth(28)
        line = row(label(name, tone="muted"))
        line.addWidget(bar, 1)
        line.addWidget(number)
        card.column.addLayout(line)

    def _share(self, part: int, whole: int) -> str:
        return f"{part} ({round(100 * part / whole)} %)" if whole else "0"
