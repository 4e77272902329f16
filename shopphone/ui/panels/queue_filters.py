"""What the print queue is narrowed to: day, clerk, way of sending; choices are what there is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from shopphone.domain.letters_log import LetterRow
from shopphone.domain.print_runs import Wanted
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import choice
from shopphone.ui.panels.state_words import channel_words

_ANY = "any"


class QueueFilters(QWidget):
    """Three choices side by side; the first entry of each does not narrow."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.day = self._choice(self.tr("Day"), self.tr("every day"))
        self.clerk = self._choice(self.tr("Clerk"), self.tr("every clerk"))
        self.channel = self._choice(self.tr("Way"), self.tr("every way"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for each in (self.day, self.clerk, self.channel):
            line.addWidget(each, 1)

    def narrow(self, rows: Sequence[LetterRow]) -> list[LetterRow]:
        """Offer what there is in these rows, and give those wanted."""
        days = sorted({self._words.day_of(row.created_at) for row in rows})
        self._offer(self.day, [(day, self._words.day(day)) for day in days])
        clerks = sorted({row.clerk for row in rows})
        self._offer(self.clerk, [(clerk, clerk or self.tr("nobody")) for clerk in clerks])
        channels = sorted({row.channel for row in rows})
        self._offer(self.channel, [(each, self._tried(each)) for each in channels])
        wanted = self._wanted()
        return [row for row in rows if wanted.has(row, self._words.day_of(row.created_at))]

    def _tried(self, channel: str) -> str:
        """A letter that waits although it has an event was tried in vain."""
        if not channel:
            return self.tr("not tried yet")
        return self.tr("in vain: {way}").format(way=channel_words(channel))

    def _wanted(self) -> Wanted:
        day, clerk, channel = (each.currentData() for each in (self.day, self.clerk, self.channel))
        return Wanted(
            day=day if isinstance(day, date) else None,
            clerk=None if clerk == _ANY else str(clerk),
            channel=None if channel == _ANY else str(channel),
        )

    def _choice(self, name: str, every: str) -> QComboBox:
        made = choice(name)
        made.addItem(every, _ANY)
        made.currentIndexChanged.connect(self.changed)
        return made

    def _offer(self, made: QComboBox, entries: Sequence[tuple[object, str]]) -> None:
        """What is chosen stays, unless there is none of it any more."""
        if [made.itemData(n) for n in range(1, made.count())] == [data for data, _ in entries]:
            return
        chosen = made.currentData()
        with QSignalBlocker(made):
            while made.count() > 1:
                made.removeItem(1)
            for data, text in entries:
                made.addItem(text, data)
            datas = [_ANY, *(data for data, _ in entries)]
            made.setCurrentIndex(datas.index(chosen) if chosen in datas else 0)
