"""On the caller card: one key against advertising, the consent ledger, and a call of ours."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.customers import CallerCard
from shopphone.domain.dialling import DialDraft
from shopphone.services import call, customers
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import Button, Flow, button
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.consent.ledger import LedgerDialog
from shopphone.ui.panels.dial_dialog import ask_to_call


class AdvertisingBar(QWidget):
    """Buttons about one customer. call_id: of the call that is in hand with them.

    Dialogs belong to `owner`, which calls `refresh` for: this bar is built anew with each card.
    """

    def __init__(
        self,
        owner: QWidget,
        parts: Parts,
        card: CallerCard,
        number: str,
        call_id: int | None,
        refresh: Callable[[], None],
    ) -> None:
        super().__init__()
        self._owner, self._parts, self._refresh = owner, parts, refresh
        self._card, self._number, self._call_id = card, number, call_id
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        buttons: list[QWidget] = []
        if card.phones or number:
            dial = _link(self.tr("Call …"), "dial")
            dial.clicked.connect(self.dial)
            buttons.append(dial)
        if not self.is_stopped:
            stop = _link(self.tr("No more advertising"), "no_advertising")
            stop.clicked.connect(self.stop_advertising)
            buttons.append(stop)
        ledger = button(self.tr("Consent …"), kind="link")
        ledger.clicked.connect(self.show_ledger)
        buttons.append(ledger)
        holder = QWidget()
        Flow(holder).fill(buttons)
        rows.addWidget(holder)

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is left that could be withdrawn."""
        return all(each.state == "withdrawn" for each in self._card.consents)

    def dial(self) -> None:
        way = "customer" if self._call_id is None else "card"
        draft = DialDraft(raw_number=self._number, customer_id=self._card.customer_id, way=way)
        ask_to_call(self._owner, self._parts, draft)

    def show_ledger(self) -> None:
        """What was agreed, refused and used; asking for it in this call."""
        first = self._card.phones[0].raw if self._card.phones else ""
        dialog = LedgerDialog(
            self._owner,
            self._parts,
            self._card.customer_id,
            self._card.name,
            self._number or first,
            self._call_id,
        )
        dialog.changed.connect(self._refresh)
        dialog.open()

    def stop_advertising(self) -> None:
        """Every channel, at once."""
        job = call(customers.no_advertising, self._card.customer_id)
        self._parts.jobs.do(self._owner, job, self._stopped)

    def _stopped(self, _done: object) -> None:
        self._parts.say(self.tr("Noted: no more advertising, from now on."), "fine")
        self._refresh()


def _link(text: str, code: str) -> Button:
    """Its key stands in the tool tip: the card is narrow."""
    made = button(text, kind="link")
    made.setToolTip(keys.shown(code))
    return made
