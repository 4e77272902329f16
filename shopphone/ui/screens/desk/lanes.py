"""The lanes: one button per call in hand, most urgent first; nothing is replaced or stacked."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from shopphone.domain.calls import CallRow
from shopphone.domain.customers import CallerCard
from shopphone.domain.lanes import KeptLane, LaneWork
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.domain.text_modules import About
from shopphone.ui.kit.parts import Flow, button
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.state_words import call_words

_LANE_PADDING = 36  # px beside the text; room for a longer time
_COUNTING = ("ringing", "talking")
_WIDEST_NAME = 240
_ORDER = ("ringing", "talking", "wrap_up", "missed", "closed")


@dataclass(slots=True)
class Lane:
    """A call in hand with everything typed for it. placed: the newest order of this call."""

    row: CallRow
    work: LaneWork = field(default_factory=LaneWork)
    draft: OrderDraft = field(default_factory=OrderDraft)
    placed: Placed | None = None
    card: CallerCard | None = None

    @classmethod
    def begun(cls, row: CallRow) -> "Lane":
        """A call nobody has typed anything for."""
        work = LaneWork(note=row.note, purpose=row.purpose, customer_id=row.customer_id)
        return cls(row, work, OrderDraft(call_id=row.call_id))

    @classmethod
    def of(cls, kept: KeptLane) -> "Lane":
        return cls(kept.row, kept.work, kept.draft, kept.placed)

    @property
    def is_untouched(self) -> bool:
        """Whether closing it loses nothing anyone typed."""
        return self.draft.is_empty and not (self.work.note or self.work.newcomer)

    @property
    def about(self) -> About:
        """What a text module may be filled with: nobody who is only thought to call."""
        return About(
            language=self.card.language if self.card else "de",
            call_id=self.row.call_id,
            customer_id=self.work.customer_id,
            order_id=self.placed.order_id if self.placed else None,
        )

    @property
    def key(self) -> str:
        return str(self.row.call_id)


class LaneBar(QWidget):
    """The strip of lanes; the time of talking calls counts on."""

    chosen = Signal(int)  # call_id

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._flow = Flow(self)
        self._shown: tuple[tuple[object, ...], ...] = ()
        self._lanes: list[Lane] = []
        self._current: int | None = None
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def show_lanes(self, lanes: list[Lane], current: int | None) -> None:
        self._lanes = sorted(
            lanes, key=lambda lane: (_ORDER.index(lane.row.state), lane.row.rang_ms)
        )
        self._current = current
        shown = tuple(
            (x.row, x.card and x.card.name, x.row.call_id == current) for x in self._lanes
        )
        if shown == self._shown:
            return
        self._shown = shown
        self._flow.fill([self._button(lane) for lane in self._lanes])
        self.setVisible(bool(self._lanes))
        self.updateGeometry()

    def _button(self, lane: Lane) -> QWidget:
        made = button(self._text(lane), kind="lane")
        made.setProperty("state", lane.row.state)
        made.setProperty("call", lane.row.call_id)
        made.setCheckable(True)
        made.setChecked(lane.row.call_id == self._current)
        made.clicked.connect(self._clicked)
        bold = QFont(made.font())
        bold.setWeight(QFont.Weight.DemiBold)  # as the chosen lane is drawn
        made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(made.text()) + _LANE_PADDING)
        return made

    def _text(self, lane: Lane) -> str:
        who = lane.card.name if lane.card else lane.row.customer
        number = self._parts.words.phone(lane.row.e164, lane.row.raw_number)
        who = who or number or self.tr("withheld")
        who = self.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
        state = call_words(lane.row.state)[0]
        return f"{who} · {state}{self._time(lane)}"

    def _time(self, lane: Lane) -> str:
        if lane.row.state not in _COUNTING:
            return ""
        seconds = int((self._parts.now() - lane.row.rang_at).total_seconds())
        return f" {self._parts.words.duration(max(seconds, 1))}"

    def _tick(self) -> None:
        if not self.isVisible():
            return
        for n in range(self._flow.count()):
            item = self._flow.itemAt(n)
            made = item.widget() if item is not None else None
            if made is not None and n < len(self._lanes) and self._lanes[n].row.state in _COUNTING:
                made.setText(self._text(self._lanes[n]))  # type: ignore[attr-defined]  # it is our button

    def _clicked(self) -> None:
        self.chosen.emit(int(self.sender().property("call")))
