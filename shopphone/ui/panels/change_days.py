"""The days an order promises, while it is changed: they stay as agreed until the clerk sets others."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLabel, QWidget

from shopphone.domain.orders import OrderDraft
from shopphone.ui.kit.parts import label
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import day_field, day_in


class ChangeDays(QWidget):
    """Edits the draft; for another way to pay the shop's terms say the day anew."""

    changed = Signal()

    def __init__(self, parts: Parts, draft: OrderDraft) -> None:
        super().__init__()
        self._draft = draft
        self._agreed = draft.due_on, draft.due_for
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self.due = self._field(self.tr("Due"), draft.due_on or parts.today())
        self.latest = self._field(
            self.tr("Delivery at the latest"), draft.latest_delivery or parts.today()
        )
        self._due_name: QLabel = label(self.tr("Due"), tone="muted")
        rows.addRow(self._due_name, self.due)
        rows.addRow(label(self.tr("Delivery at the latest"), tone="muted"), self.latest)
        self.due.dateChanged.connect(self._due_typed)
        self.latest.dateChanged.connect(self._latest_typed)
        self.show_payment()

    def show_payment(self) -> None:
        """Only money that was agreed in this way has its agreed day."""
        day, way = self._agreed
        agreed = day is not None and self._draft.payment_code == way
        for each in (self.due, self._due_name):
            each.setVisible(agreed)
        if agreed and day is not None:
            self._draft.due_on, self._draft.due_for = day, way
            with QSignalBlocker(self.due):
                self.due.setDate(QDate(day.year, day.month, day.day))

    def _field(self, name: str, day: date) -> QDateEdit:
        return day_field(name, day)

    def _due_typed(self) -> None:
        self._draft.due_on = day_in(self.due)
        self.changed.emit()

    def _latest_typed(self) -> None:
        self._draft.latest_delivery = day_in(self.latest)
        self.changed.emit()
