"""The right of withdrawal on an order's card: the period, what came, each withdrawal."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QLineEdit, QVBoxLayout, QWidget

from shopphone.domain.orders import OrderDetail
from shopphone.domain.withdrawal import NotedReceipt
from shopphone.domain.withdrawals import Withdrawal, WithdrawalDraft, WithdrawalOffer
from shopphone.services import call, receipts, withdrawals
from shopphone.ui.kit.parts import Flow, button, choice, clear, field, label, pair
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in
from shopphone.ui.panels.reckoning_dialog import show_reckoning
from shopphone.ui.panels.reckoning_words import (
    MARKS,
    mark_words,
    renewed_words,
    right_period_words,
)
from shopphone.ui.panels.withdrawal_case import WithdrawalCase
from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog


class WithdrawalSection(QWidget):
    """Shows and notes; whoever shows the order refreshes it once something changed."""

    changed = Signal()
    letter_written = Signal(object)  # Letter

    def __init__(self, parts: Parts, order: OrderDetail) -> None:
        super().__init__()
        self._parts = parts
        self._order = order
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        text = right_period_words(order.withdrawal, parts.words, has_right=not order.no_withdrawal)
        rows.addWidget(label(text, wrap=True))
        for right in order.renewed if not order.no_withdrawal else ():
            rows.addWidget(label(renewed_words(right, parts.words), wrap=True))
        self._noted = QVBoxLayout()
        rows.addLayout(self._noted)
        holder = QWidget()
        made: list[QWidget] = []
        if order.withdrawal is not None:
            made.append(self._act(self.tr("How is this reached?"), self.explain, kind="link"))
        made.append(self._act(self.tr("Something came …"), self._ask_receipt))
        if order.can_withdraw:
            made.append(self._act(self.tr("Withdrawal …"), self.ask_withdrawal))
        Flow(holder).fill(made)
        rows.addWidget(holder)
        self._cases = QVBoxLayout()
        rows.addLayout(self._cases)
        self._ask()

    def ask_withdrawal(self) -> None:
        """The dialog for this order."""
        self._parts.jobs.ask(self, call(withdrawals.offer, self._order.order_id), self._open_dialog)

    def _ask(self) -> None:
        jobs, order_id = self._parts.jobs, self._order.order_id
        jobs.ask(self, call(receipts.of_order, order_id), self._show_receipts)
        jobs.ask(self, call(withdrawals.of_order, order_id), self._show_cases)

    def _act(self, text: str, do: Callable[[], object], *, kind: str = "") -> QWidget:
        made = button(text, kind=kind)
        made.clicked.connect(do)
        return made

    def explain(self) -> QDialog | None:
        """How the last day is reached, while a period runs."""
        if self._order.withdrawal is None:
            return None
        return show_reckoning(self, self._parts.words, self._order.withdrawal.reckoning)

    def _open_dialog(self, offer: WithdrawalOffer) -> None:
        dialog = WithdrawalDialog(self, self._parts, (offer,))
        dialog.declared.connect(partial(self._declare, dialog))
        dialog.open()

    def _declare(self, dialog: WithdrawalDialog, draft: WithdrawalDraft) -> None:
        done = partial(self._declared, dialog)
        job = call(withdrawals.declare, draft)
        self._parts.jobs.do(self, job, done, failed=dialog.refuse)

    def _declared(self, dialog: QDialog, _key: int) -> None:
        dialog.accept()
        self.changed.emit()

    def _show_receipts(self, noted: tuple[NotedReceipt, ...]) -> None:
        clear(self._noted)
        words = self._parts.words
        for each in noted:
            text = f"{words.day(each.day)}  {mark_words(each.mark)}  {each.words}".strip()
            wrong = button("×", name=self.tr("Take back: {text}").format(text=text))
            wrong.clicked.connect(partial(self._drop_receipt, each.receipt_id))
            self._noted.addLayout(pair(text, wrong, tone="muted"))

    def _drop_receipt(self, receipt_id: int) -> None:
        self._parts.jobs.do(self, call(receipts.take_back, receipt_id), self._done)

    def _ask_receipt(self) -> None:
        dialog = AskDialog(self, self.tr("What came, and when?"), self.tr("Note it"))
        mark = choice(self.tr("What came"))
        for code in MARKS:
            mark.addItem(mark_words(code), code)
        mark.setCurrentIndex(MARKS.index("goods_last"))
        day = day_field(self.tr("Day"), self._parts.today())
        proof = field(self.tr("Proof"), self.tr("for example the carrier’s receipt"))
        dialog.add(self.tr("What came"), mark)
        dialog.add(self.tr("Day"), day)
        dialog.add(self.tr("Proof"), proof)
        dialog.add_hint(
            self.tr("Only a receipt that can be proved makes the last day known (§ 361 (3) BGB).")
        )

        dialog.given.connect(partial(self._note_receipt, dialog, mark, day, proof))
        dialog.open()

    def _note_receipt(
        self, dialog: AskDialog, mark: QComboBox, day: QDateEdit, proof: QLineEdit
    ) -> None:
        code, on = str(mark.currentData()), day_in(day)
        job = call(receipts.note, self._order.order_id, code, on, proof.text())
        dialog.do(self._parts.jobs, job, self.changed.emit)

    def _show_cases(self, found: tuple[Withdrawal, ...]) -> None:
        clear(self._cases)
        for each in found:
            case = WithdrawalCase(self._parts, each)
            case.changed.connect(self.changed)
            case.letter_written.connect(self.letter_written)
            self._cases.addWidget(case)

    def _done(self, _result: object) -> None:
        self.changed.emit()
