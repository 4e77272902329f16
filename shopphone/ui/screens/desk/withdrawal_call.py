"""A withdrawal taken in a call: one key opens it, and its acknowledgement stands at the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.customers import CallerCard
from shopphone.domain.errors import Refused
from shopphone.domain.withdrawals import WithdrawalDraft, WithdrawalOffer
from shopphone.services import call, short_letters, withdrawals
from shopphone.ui.kit.screen import Parts

if TYPE_CHECKING:
    from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog


class WithdrawalCall(QObject):
    """Late or without a right, the declaration is kept and somebody decides; nobody is turned away."""

    written = Signal(object)  # Letter
    noted = Signal()

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window

    def open(self, card: CallerCard | None, call_id: int | None) -> None:
        if card is None:
            text = self.tr("Whose order is it? Choose the customer first (F6).")
            self._parts.say(text, "careful")
            return
        job = call(withdrawals.of_customer, card.customer_id)
        self._parts.jobs.ask(self, job, partial(self._open, call_id))

    def _open(self, call_id: int | None, offers: tuple[WithdrawalOffer, ...]) -> None:
        if not offers:
            self._parts.say(self.tr("This customer has no order to withdraw from."), "careful")
            return
        from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog  # not at the start

        dialog = WithdrawalDialog(self._window, self._parts, offers, call_id)
        dialog.declared.connect(partial(self._declare, dialog))
        dialog.open()

    def _declare(self, dialog: "WithdrawalDialog", draft: WithdrawalDraft) -> None:
        done = partial(self._declared, dialog)
        job = call(withdrawals.declare, draft)
        self._parts.jobs.do(self, job, done, failed=dialog.refuse)

    def _declared(self, dialog: "WithdrawalDialog", key: int) -> None:
        dialog.accept()
        self.noted.emit()
        job = call(short_letters.acknowledge, key)
        self._parts.jobs.do(self, job, self._written, failed=self._waits)

    def _written(self, letter: object) -> None:
        text = self.tr("Withdrawal noted. Its acknowledgement stands at the right; F9 prints it.")
        self._parts.say(text, "fine")
        self.written.emit(letter)

    def _waits(self, error: Exception) -> None:
        if isinstance(error, Refused) and error.rule == "withdrawal_not_valid":
            text = self.tr(
                "Withdrawal noted. It is late or without a right: goodwill is decided, see What waits."
            )
            self._parts.say(text, "careful")
        elif isinstance(error, Refused):
            self._parts.jobs.refused.emit(error)
        else:
            self._parts.jobs.trouble.emit(error)
