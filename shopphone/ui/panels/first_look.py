"""What stands in the window until the desk is there: the newest calls, in three plain columns."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from shopphone.ui.kit.parts import Card, label
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.state_words import call_words

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class FirstLook(Screen):
    """Few widgets, for they are what a start waits for. calls: ms, who, state, outcome."""

    def __init__(self, parts: Parts, calls: Sequence[tuple[int, str, str, str]]) -> None:
        super().__init__(parts)
        self.count = len(calls)
        card = Card()
        card.rows.addWidget(label(self.tr("Newest calls"), size="title"))
        columns = QHBoxLayout()
        columns.setSpacing(24)
        moments = [self._moment(ms) for ms, *_ in calls]
        people = [who or self.tr("withheld") for _, who, *_ in calls]
        ends = [outcome or call_words(state)[0] for *_, state, outcome in calls]
        columns.addWidget(label("\n".join(moments), tone="muted"))
        for texts, tone in ((people, ""), (ends, "muted")):
            column = label("\n".join(texts), tone=tone)
            # long names are cut off: the window must not grow with them
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            columns.addWidget(column, 1)
        card.rows.addLayout(columns)
        card.rows.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(card)

    def _moment(self, ms: int) -> str:
        at = _EPOCH + timedelta(milliseconds=ms)
        return self.parts.words.moment(at, self.parts.today())
