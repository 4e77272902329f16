"""The bar at the foot of a call: outcome, satisfaction, callback, letter, finish."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.answer_figures import NOT_ASKED
from shopphone.domain.calls import Outcome
from shopphone.ui.kit import keys
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.i18n import shop_zone
from shopphone.ui.kit.parts import button, choice, field, label, name_choice, row
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
        self.outcome.blockSignals(True)
        self.outcome.clear()
        self.outcome.addItem(self.tr("Outcome …"), None)
        for each in outcomes:
            self.outcome.addItem(each.name(self._parts.words.language), each.outcome_id)
        self.outcome.blockSignals(False)

    def show_chosen(self, outcome_id: int | None, stars: int | None) -> None:
        for box, chosen in ((self.outcome, outcome_id), (self.satisfaction, stars)):
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)


class CallbackDialog(QDialog):
    """When, and in the caller's words: the proof of a requested callback."""

    planned = Signal(object, str)  # aware datetime, words
    typed = Signal(object, str)  # the same, not promised yet

    def __init__(self, parent: QWidget, due_at: datetime, words: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plan a callback"))
        # the shop's clock, as everywhere in the window, whatever the computer's is set to
        at_shop = due_at.astimezone(shop_zone()).replace(tzinfo=None, second=0, microsecond=0)
        self._when = QDateTimeEdit(
            QDateTime(
                QDate(at_shop.year, at_shop.month, at_shop.day), QTime(at_shop.hour, at_shop.minute)
            )
        )
        self._when.setDisplayFormat("dd.MM.yyyy HH:mm")
        self._when.setCalendarPopup(True)
        self._when.setAccessibleName(self.tr("When"))
        self.words = field(self.tr("In the caller’s words"), self.tr("In the caller’s words"))
        self.words.setMinimumWidth(340)
        save = button(self.tr("Promise"), kind="primary")
        save.clicked.connect(self._save)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(self.tr("When shall we call back, and about what?"), size="heading"))
        rows.addWidget(self._when)
        self._guard = CardGuard(self.words)
        self._guard.decided.connect(self._typed)
        rows.addWidget(self.words)
        rows.addWidget(self._guard)
        rows.addLayout(row(1, cancel, save))
        self.words.setText(words)
        self.words.textEdited.connect(self._typed)
        self._when.dateTimeChanged.connect(self._typed)
        self.words.returnPressed.connect(self._save)
        self.words.setFocus()

    @property
    def _due_at(self) -> datetime:
        day, time = self._when.date(), self._when.time()
        return datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=shop_zone()
        )

    def _typed(self) -> None:
        self.typed.emit(self._due_at, self._guard.text())

    def _save(self) -> None:
        self.planned.emit(self._due_at, self._guard.text())
        self.accept()
