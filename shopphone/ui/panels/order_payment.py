"""On an order's card: how its money stands, and what can be noted of it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import Letter
from shopphone.domain.money import parse_amount
from shopphone.domain.order_states import NO_CONTRACT
from shopphone.domain.orders import OrderDetail
from shopphone.services import call, orders, short_letters
from shopphone.ui.kit.jobs import Job
from shopphone.ui.kit.parts import button, chip, field
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in
from shopphone.ui.panels.order_life import OrderHost
from shopphone.ui.panels.state_words import payment_words

Run = Callable[[Callable[[int], Job[Any]]], None]


class OrderPayment(QObject):
    """Kept by the host while it shows the order; dialogs belong to it. run: looks at the revision."""

    def __init__(self, parts: Parts, order: OrderDetail, host: OrderHost, run: Run) -> None:
        super().__init__()
        self._parts, self._order, self._host, self._run = parts, order, host, run

    @property
    def _unsigned(self) -> bool:
        """Nobody may debit yet: the mandate is not back."""
        mandate = self._order.mandate
        return mandate is not None and mandate.returned_on is None

    def chip(self) -> QWidget:
        """Uneven money says what came and what is left to pay, or to pay back."""
        order = self._order
        text, tone = payment_words(order.payment_state)
        if order.still_open:
            text = (
                self.tr("paid {paid}, open {rest}")
                if order.still_open > 0
                else self.tr("paid {paid}, to pay back {rest}")
            )
            money = self._parts.words.money
            text = text.format(paid=money(order.paid_amount), rest=money(abs(order.still_open)))
        return chip(text, tone)

    def acts(self) -> list[QWidget]:
        order = self._order
        made: list[QWidget] = []
        if order.state in NO_CONTRACT:
            return made
        if self._unsigned:
            made.append(self._act(self.tr("Mandate is back"), self._ask_mandate_day))
            made.append(self._act(self.tr("Mandate form"), self._write_mandate))
        if order.has_paid:
            made.append(self._act(self.tr("Not paid after all"), self._unpaid))
        elif order.payment_state != "refunded" and self._unsigned:
            made.append(self._act(self.tr("Paid by transfer …"), self._ask_payment))
        elif order.payment_state != "refunded":
            made.append(self._act(self.tr("Paid today"), self._paid))
            made.append(self._act(self.tr("Another amount came …"), self._ask_payment))
        if order.still_open:
            text = (
                self.tr("The rest came today")
                if order.still_open > 0
                else self.tr("Difference paid back today")
            )
            made.append(self._act(text, self._settle))
        return made

    def _act(self, text: str, do: Callable[[], object]) -> QWidget:
        made = button(text)
        made.clicked.connect(do)
        return made

    def _paid(self) -> None:
        key, on = self._order.order_id, self._parts.today()
        self._run(lambda seen: call(orders.set_paid, key, on, seen))

    def _unpaid(self) -> None:
        key = self._order.order_id
        self._run(lambda seen: call(orders.set_paid, key, None, seen))

    def _settle(self) -> None:
        key, on = self._order.order_id, self._parts.today()
        self._run(lambda seen: call(orders.settle_difference, key, on, seen))

    def _ask_payment(self) -> None:
        """On which day how much came: what is to be paid stands there already."""
        order = self._order
        dialog = AskDialog(
            self._host, self.tr("How much came, and when?"), self.tr("Note the payment")
        )
        day = day_field(self.tr("Day"), self._parts.today())
        amount = field(self.tr("Amount in euro"))
        amount.setText(self._parts.words.number(order.to_pay or order.totals.total))
        dialog.add(self.tr("Day"), day)
        dialog.add(self.tr("Amount in euro"), amount)
        dialog.given.connect(partial(self._keep_payment, dialog, day, amount))
        dialog.open()

    def _keep_payment(self, dialog: AskDialog, day: QDateEdit, amount: QLineEdit) -> None:
        try:
            came = parse_amount(amount.text()).value
        except Refused as refusal:
            dialog.refuse(refusal)
            return
        order = self._order
        service = orders.paid_by_transfer if self._unsigned else orders.set_paid
        job = call(service, order.order_id, day_in(day), order.revision, came)
        dialog.do(self._parts.jobs, job, self._host.refresh)

    def _ask_mandate_day(self) -> None:
        dialog = AskDialog(
            self._host, self.tr("When did the signed mandate come?"), self.tr("Mandate is back")
        )
        day = day_field(self.tr("Day"), self._parts.today())
        dialog.add(self.tr("Day"), day)
        dialog.given.connect(partial(self._mandate_back, dialog, day))
        dialog.open()

    def _mandate_back(self, dialog: AskDialog, day: QDateEdit) -> None:
        order = self._order
        job = call(orders.mandate_returned, order.order_id, day_in(day), order.revision)
        dialog.do(self._parts.jobs, job, self._host.refresh)

    def _write_mandate(self) -> None:
        job = call(short_letters.ask_for_mandate, self._order.order_id)
        self._parts.jobs.do(self._host, job, self._show)

    def _show(self, letter: Letter) -> None:
        self._host.show_letter(letter)
