"""What the call log is narrowed to: day, person, direction, state, purpose, outcome, number."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from shopphone.domain.calls import CallFilter, Outcome
from shopphone.domain.staff import Staff
from shopphone.services import call, outcomes, settings
from shopphone.ui.kit.parts import Flow, choice, field
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.saved_filters import SavedFilters
from shopphone.ui.panels.state_words import ALL_PURPOSES, call_words, direction_words, purpose_words

_STATES = ("missed", "wrap_up", "closed")
_LETTERS = 5  # all six stand side by side
_NUMBER_WIDTH = 108
_PAUSE_MS = 150
_YESTERDAY, _A_DAY = "yesterday", "day"


class CallFilters(QWidget):
    """Choices side by side, in as many rows as they need; the first entry of each does not narrow."""

    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.days = self._choice(
            self.tr("Day"),
            [
                ("1", self.tr("today")),
                (_YESTERDAY, self.tr("yesterday")),
                ("7", self.tr("last 7 days")),
                ("30", self.tr("last 30 days")),
                (_A_DAY, self.tr("a certain day")),
            ],
        )
        today = parts.today()
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("The day"))
        self.day.dateChanged.connect(self._chosen_by_hand)
        self.day.hide()
        self.days.currentIndexChanged.connect(self._show_day)
        self.staff = self._choice(self.tr("Person"), [])
        self.state = self._choice(self.tr("State"), [(s, call_words(s)[0]) for s in _STATES])
        self.direction = self._choice(
            self.tr("Direction"), [(d, direction_words(d)) for d in ("in", "out")]
        )
        self.purpose = self._choice(self.tr("About"), [(p, purpose_words(p)) for p in ALL_PURPOSES])
        self.outcome = self._choice(self.tr("Outcome"), [])
        self.number = field(self.tr("Number"), self.tr("Number"))
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._chosen_by_hand)
        self.number.textEdited.connect(self._pause.start)
        self._boxes = {
            "days": self.days, "staff": self.staff, "direction": self.direction,
            "state": self.state, "purpose": self.purpose, "outcome": self.outcome,
        }  # fmt: skip
        self.saved = SavedFilters(parts, self.choices)
        self.saved.chosen.connect(self.set_choices)
        Flow(self).fill(
            [
                *(self.days, self.day, self.staff, self.direction),
                *(self.state, self.purpose, self.outcome, self.number, self.saved),
            ]
        )

    def choices(self) -> dict[str, str]:
        """What is chosen, by its codes, to be kept under a name."""
        chosen = {code: str(box.currentData() or "") for code, box in self._boxes.items()}
        if chosen["days"] == _A_DAY:
            chosen["day"] = self.day.date().toString("yyyy-MM-dd")
        chosen["number"] = self.number.text().strip()
        return {code: value for code, value in chosen.items() if value}

    def set_choices(self, choices: dict[str, str]) -> None:
        """Set everything at once; what is gone meanwhile, as a retired outcome, does not narrow."""
        with QSignalBlocker(self):
            for code, box in self._boxes.items():
                texts = [str(box.itemData(n) or "") for n in range(box.count())]
                wanted = choices.get(code, "")
                with QSignalBlocker(box):
                    box.setCurrentIndex(texts.index(wanted) if wanted in texts else 0)
            day = QDate.fromString(choices.get("day", ""), "yyyy-MM-dd")
            if day.isValid():
                self.day.setDate(day)
            self.number.setText(choices.get("number", ""))
            self._show_day()
        self.changed.emit()

    def refresh(self) -> None:
        """Who works here and which outcomes there are may have changed."""
        self.saved.refresh()
        self._parts.jobs.ask(self, call(settings.staff), self._take_staff)
        self._parts.jobs.ask(self, call(outcomes.every), self._take_outcomes)

    def chosen(self, text: str) -> CallFilter:
        """The filter as it is set now, with the words that were typed."""
        from_day, to_day = self._period()
        return CallFilter(
            text=text,
            number=self.number.text().strip(),
            state=str(self.state.currentData()),
            direction=str(self.direction.currentData()),
            purpose=str(self.purpose.currentData()),
            outcome_id=self.outcome.currentData() or None,
            staff_id=self.staff.currentData() or None,
            from_day=from_day,
            to_day=to_day,
        )

    def _period(self) -> tuple[date | None, date | None]:
        wanted = str(self.days.currentData())
        today = self._parts.today()
        if wanted == _A_DAY:
            on = self.day.date()
            day = date(on.year(), on.month(), on.day())
            return day, day
        if not wanted:
            return None, None
        if wanted == _YESTERDAY:
            day = today - timedelta(days=1)
            return day, day
        return today - timedelta(days=int(wanted) - 1), None  # today is one of them

    def _chosen_by_hand(self) -> None:
        self.saved.show_none()
        self.changed.emit()

    def _show_day(self) -> None:
        self.day.setVisible(self.days.currentData() == _A_DAY)

    def _take_staff(self, people: tuple[Staff, ...]) -> None:
        self._refill(self.staff, [(each.staff_id, each.name) for each in people])

    def _take_outcomes(self, known: tuple[Outcome, ...]) -> None:
        language = self._parts.words.language
        self._refill(self.outcome, [(each.outcome_id, each.name(language)) for each in known])

    def _refill(self, made: QComboBox, entries: list[tuple[int, str]]) -> None:
        """New entries after the first; what is chosen stays chosen."""
        if [made.itemData(n) for n in range(1, made.count())] == [key for key, _ in entries]:
            return
        kept = made.currentData()
        made.blockSignals(True)
        while made.count() > 1:
            made.removeItem(1)
        for key, text in entries:
            made.addItem(text, key)
        made.setCurrentIndex(max(made.findData(kept), 0))
        made.blockSignals(False)

    def _choice(self, name: str, entries: list[tuple[str, str]]) -> QComboBox:
        made = choice(name)
        made.setMinimumContentsLength(_LETTERS)
        made.addItem(name, "")
        for code, text in entries:
            made.addItem(text, code)
        made.currentIndexChanged.connect(self._chosen_by_hand)
        return made
