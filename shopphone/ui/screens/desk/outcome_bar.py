"""The bar at the foot of a call: outcome, satisfaction, callback, letter, finish."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout

from shopphone.domain.answer_figures import NOT_ASKED
from shopphone.domain.calls import Outcome
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import button, choice, label, name_choice
from shopphone.ui.kit.screen import Parts

_OUTCOME_LETTERS = 18


class OutcomeBar(QFrame):
    """Choose an outcome and finish; without one the call stays in the wrap-up list."""

    chosen = Signal()  # outcome or satisfaction
    finished = Signal()
    callback_wanted = Signal()
    letter_wanted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._known: tuple[Outcome, ...] = ()
        self.saved = label(tone="muted", size="small")
        self.outcome = choice(self.tr("Outcome of the call"))
        self.outcome.setMinimumContentsLength(_OUTCOME_LETTERS)
        self.outcome.addItem(self.tr("Outcome …"), None)
        self.satisfaction = QComboBox()
        name_choice(self.satisfaction, self.tr("Satisfaction, 1 to 5"))
        self.satisfaction.addItem(self.tr("Satisfaction …"), None)
        self.satisfaction.addItem(self.tr("not asked"), NOT_ASKED)
        for n in range(1, 6):
            self.satisfaction.addItem("★" * n, n)
        self.outcome.currentIndexChanged.connect(self.chosen)
        self.satisfaction.currentIndexChanged.connect(self.chosen)
        callback = button(self.tr("Callback"), keys.shown("callback"))
        callback.clicked.connect(self.callback_wanted)
        self.letter = button(self.tr("Confirmation"), keys.shown("letter"))
        self.letter.clicked.connect(self.letter_wanted)
        finish = button(self.tr("Finish the call"), keys.shown("finish"), kind="primary")
        finish.clicked.connect(self.finished)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.addWidget(self.saved, 1)
        for each in (self.outcome, self.satisfaction, callback, self.letter, finish):
            line.addWidget(each)

    @property
    def outcome_id(self) -> int | None:
        chosen: int | None = self.outcome.currentData()
        return chosen

    @property
    def stars(self) -> int | None:
        chosen: int | None = self.satisfaction.currentData()
        return chosen

    def show_outcomes(self, outcomes: tuple[Outcome, ...]) -> None:
        self._known = outcomes
        self.outcome.blockSignals(True)
        self.outcome.clear()
        self.outcome.addItem(self.tr("Outcome …"), None)
        for each in self._known:
            if each.is_offered:
                self.outcome.addItem(each.name(self._parts.words.language), each.outcome_id)
        self.outcome.blockSignals(False)

    def show_chosen(self, outcome_id: int | None, stars: int | None) -> None:
        with QSignalBlocker(self.outcome):
            self._offer_retired(outcome_id)
        for box, chosen in ((self.outcome, outcome_id), (self.satisfaction, stars)):
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)

    def _offer_retired(self, outcome_id: int | None) -> None:
        """A call of the past keeps its result, which nobody else may choose any more."""
        for each in self._known:
            if each.is_offered:
                continue
            n = self.outcome.findData(each.outcome_id)
            if each.outcome_id == outcome_id and n < 0:
                self.outcome.addItem(each.name(self._parts.words.language), outcome_id)
            elif each.outcome_id != outcome_id and n >= 0:
                self.outcome.removeItem(n)
