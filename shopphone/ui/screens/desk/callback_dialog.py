"""The dialog in which a callback is promised: when, as it was said or chosen, and about what."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QVBoxLayout, QWidget

from shopphone.domain.callbacks import CallbackRow
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.i18n import Words, shop_zone
from shopphone.ui.kit.parts import button, field, label, row, set_tone


class CallbackDialog(QDialog):
    """When, and in the caller's words: the proof of a requested callback."""

    planned = Signal(object, str)  # aware datetime, words
    typed = Signal(object, str)  # the same, not promised yet
    said = Signal(str)  # when, in words: answered by understood()

    def __init__(self, parent: QWidget, words: Words, due_at: datetime, about: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plan a callback"))
        self._words = words
        self._answered = ""  # words whose meaning has come
        self._promises = False  # once it has
        self._unclear = False
        self.when = field(
            self.tr("When, as the caller says it"),
            self.tr("tomorrow 2 pm, in 20 min, Fri morning …"),
        )
        self._exact = QDateTimeEdit()
        self._exact.setDisplayFormat("dd.MM.yyyy HH:mm")
        self._exact.setCalendarPopup(True)
        self._exact.setAccessibleName(self.tr("When"))
        self._meaning = label(tone="muted")
        self._already = label(tone="careful", wrap=True)
        self._already.hide()
        self.words = field(self.tr("In the caller’s words"), self.tr("In the caller’s words"))
        self.words.setMinimumWidth(380)
        self._guard = CardGuard(self.words)
        self._choose(due_at)
        self.words.setText(about)
        self._build()
        self._exact.dateTimeChanged.connect(self._moved)
        self._guard.decided.connect(self._typed)
        self.words.textEdited.connect(self._typed)
        self.words.returnPressed.connect(self._save)
        self.when.textEdited.connect(self.said)
        self.when.returnPressed.connect(self._save)
        self.when.setFocus()

    def understood(self, text: str, at: datetime | None) -> None:
        """What was said means this moment; None if that is not clear."""
        if text != self.when.text():
            return
        self._answered = text
        self._unclear = at is None and bool(text.strip())
        if at is not None:
            self._choose(at)
            self._typed()
        self._show_meaning()
        if self._promises:
            self._promises = False
            self._save()

    def already(self, promised: Sequence[CallbackRow]) -> None:
        """Promises that are still owed to the same caller."""
        lines = [
            self.tr("Already promised for {when}: {words}").format(
                when=self._words.moment(each.due_at), words=each.words or "–"
            )
            for each in promised
        ]
        self._already.setText("\n".join(lines))
        self._already.setVisible(bool(lines))

    @property
    def due_at(self) -> datetime:
        day, time = self._exact.date(), self._exact.time()
        return datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=shop_zone()
        )

    def _build(self) -> None:
        save = button(self.tr("Promise"), kind="primary")
        save.clicked.connect(self._save)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(self.tr("When shall we call back, and about what?"), size="heading"))
        rows.addWidget(self._already)
        rows.addWidget(self.when)
        rows.addLayout(row(self._exact, self._meaning, 1))
        rows.addWidget(self.words)
        rows.addWidget(self._guard)
        rows.addLayout(row(1, cancel, save))
        QWidget.setTabOrder(self.when, self.words)
        QWidget.setTabOrder(self.words, self._exact)

    def _choose(self, at: datetime) -> None:
        # the shop's clock, as everywhere in the window, whatever the computer's is set to
        local = at.astimezone(shop_zone()).replace(tzinfo=None, second=0, microsecond=0)
        day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
        self._exact.blockSignals(True)
        self._exact.setDateTime(QDateTime(day, time))
        self._exact.blockSignals(False)
        self._show_meaning()

    def _moved(self) -> None:
        """Chosen by hand: what was said no longer counts."""
        self.when.clear()
        self._answered, self._unclear = "", False
        self._show_meaning()
        self._typed()

    def _show_meaning(self) -> None:
        if self._unclear:
            self._meaning.setText(self.tr("Not understood: choose day and time."))
        else:
            self._meaning.setText(QLocale().dayName(self._exact.date().dayOfWeek()))
        set_tone(self._meaning, "careful" if self._unclear else "muted")

    def _typed(self) -> None:
        self.typed.emit(self.due_at, self._guard.text())

    def _save(self) -> None:
        """Enter waits until it is clear what was said; what is unclear promises nothing."""
        if self.when.text() != self._answered:
            self._promises = True
            self.said.emit(self.when.text())
            return
        if self._unclear:
            self.when.setFocus()
            return
        self.planned.emit(self.due_at, self._guard.text())
        self.accept()
