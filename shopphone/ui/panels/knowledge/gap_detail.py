"""One gap: who asked it when and with which goods, or how callers fared after it was closed."""

from PySide6.QtCore import Signal

from shopphone.domain.gaps import ClosedGap, Gap, GapQuestion
from shopphone.ui.kit.parts import chip, link, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.knowledge.words import closed_words

_GOODS = 3


class GapDetail(DetailCard):
    """What whoever writes or closes a gap needs to know."""

    article_wanted = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__(self.tr("Gap"), self.tr("Choose a question to see who asked it."))
        self._parts = parts

    def show_questions(self, gap: Gap, questions: tuple[GapQuestion, ...]) -> None:
        self.begin(gap.words)
        self.line(self.tr("asked {count}×").format(count=gap.times), "muted")
        if gap.article_id is not None:
            self._link(self.tr("An article for it is being written"), gap.article_id)
        for each in questions:
            self.heading(each.words)
            self.line(self._asked(each), "muted")
            for name, on in each.goods[:_GOODS]:
                day = self._parts.words.short_day(on)
                self.line(self.tr("for: {goods}, ordered {day}").format(goods=name, day=day))
        self.end()

    def show_closed(self, gap: ClosedGap) -> None:
        self.begin(gap.words)
        self.column.addLayout(row(chip(closed_words(gap.closed_how), "fine"), 1))
        day = self._parts.words.moment(gap.closed_at)
        self.line(self.tr("closed {moment}").format(moment=day), "muted")
        if gap.article_id is not None:
            self._link(gap.article, gap.article_id)
            self.heading(self.tr("The next callers"))
            self.line(
                self.tr("helped {yes}×, did not help {no}×").format(
                    yes=gap.helped, no=gap.not_helped
                )
            )
        if gap.asked_again:
            text = self.tr("asked again without an answer: {count}×").format(count=gap.asked_again)
            self.line(text, "careful")
        else:
            self.line(self.tr("Not asked again without an answer."), "fine")
        self.end()

    def show_nothing(self, sentence: str) -> None:
        self.begin(sentence)
        self.end()

    def _link(self, text: str, article_id: int) -> None:
        made = link(text)
        made.setProperty("article", article_id)
        made.clicked.connect(self._article_clicked)
        self.column.addWidget(made)

    def _asked(self, each: GapQuestion) -> str:
        moment = self._parts.words.moment(each.asked_at, self._parts.today())
        return " · ".join(part for part in (moment, each.caller) if part)

    def _article_clicked(self) -> None:
        self.article_wanted.emit(int(self.sender().property("article")))
