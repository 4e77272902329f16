"""On the caller card: where advertising stands, one key against it, the ledger, and a call of ours."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.customers import CallerCard
from shopphone.domain.dialling import DialDraft
from shopphone.services import call, customers
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import Flow, button
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.dial_dialog import ask_to_call


class AdvertisingBar(QWidget):
    """Buttons about one customer; `way` says where a call from here began."""

    changed = Signal()

    def __init__(self, parts: Parts, card: CallerCard, number: str, way: str) -> None:
        super().__init__()
        self._parts, self._card, self._number, self._way = parts, card, number, way
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        buttons: list[QWidget] = []
        if card.phones or number:
            dial = button(self.tr("Call …"), keys.shown("dial"), kind="link")
            dial.clicked.connect(self.dial)
            buttons.append(dial)
        if not self.is_stopped:
            stop = button(self.tr("No more advertising"), keys.shown("no_advertising"), kind="link")
            stop.clicked.connect(self.stop_advertising)
            buttons.append(stop)
        holder = QWidget()
        Flow(holder).fill(buttons)
        rows.addWidget(holder)

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is left that could be withdrawn."""
        return all(each.state == "withdrawn" for each in self._card.consents)

    def dial(self) -> None:
        draft = DialDraft(
            raw_number=self._number, customer_id=self._card.customer_id, way=self._way
        )
        ask_to_call(self, self._parts, draft)

    def stop_advertising(self) -> None:
        """Every channel, at once."""
        job = call(customers.no_advertising, self._card.customer_id)
        self._parts.jobs.do(self, job, self._stopped)

    def _stopped(self, _done: object) -> None:
        self._parts.say(self.tr("Noted: no more advertising, from now on."), "fine")
        self.changed.emit()
