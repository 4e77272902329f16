"""On an order's card: a customer under age, the parent who is asked, and what can be noted of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.order_life import Minor
from shopphone.domain.order_states import CONFIRMABLE, NO_CONTRACT
from shopphone.domain.orders import OrderDetail
from shopphone.services import call, minors
from shopphone.ui.kit.parts import Flow, button, choice, label
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in


class MinorLine(QWidget):
    """Shows and notes; dialogs belong to the host, as news must not close what is typed."""

    def __init__(self, parts: Parts, order: OrderDetail, host: Screen) -> None:
        super().__init__()
        self._parts, self._order, self._host = parts, order, host
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        made: list[QWidget] = []
        if order.minor is None:
            if order.state in CONFIRMABLE and not order.company:
                made.append(self._act(self.tr("Customer is under age …"), self._ask_found))
        else:
            text, tone = self._words(order.minor)
            rows.addWidget(label(text, tone=tone, wrap=True))
            made += self._answers(order.minor)
        if made:
            holder = QWidget()
            Flow(holder).fill(made)
            rows.addWidget(holder)

    def _answers(self, minor: Minor) -> list[QWidget]:
        if not minor.is_pending:
            return [self._act(self.tr("The answer was noted wrongly …"), self._ask_undo)]
        made = [self._act(self.tr("A parent has answered …"), self._ask_answer)]
        if minor.received_on is None and self._order.state not in NO_CONTRACT:
            made.append(self._act(self.tr("The parent has the request …"), self._ask_received))
        return made

    def _words(self, minor: Minor) -> tuple[str, str]:
        words, tone = self._parts.words, "muted"
        changed = self._order.version > 1
        if minor.answer == "yes":
            text = self.tr("Under age: {parent} has agreed.")
        elif minor.answer == "no" and changed:
            text = self.tr(
                "Under age: {parent} has refused. What they approved before the change stays: change it back, or cancel the order."
            )
        elif minor.answer == "no":
            text = self.tr("Under age: {parent} has refused; the order has no effect.")
        elif self._order.state in NO_CONTRACT:
            text = self.tr("Under age: {parent} is asked once the order is placed (§ 108 BGB).")
        elif minor.has_lapsed(self._parts.today()):
            tone = "must_not"
            text = self.tr(
                "Under age: {parent} has not agreed by {day}; that counts as refused (§ 108 (2) BGB). Cancel the order."
            )
        elif minor.received_on is not None:
            tone = "careful"
            text = self.tr("Under age, pending: {parent} has until {day} to agree (§ 108 BGB).")
        else:
            tone = "careful"
            text = self.tr(
                "Under age, pending: {parent} was asked on {asked}; the two weeks count from the day they have the request (§ 108 BGB)."
            )
        day, asked = words.day(minor.ratified_until), words.day(minor.asked_on)
        return text.format(parent=minor.parent, day=day, asked=asked), tone

    def _act(self, text: str, do: Callable[[], object]) -> QWidget:
        made = button(text)
        made.clicked.connect(do)
        return made

    def _ask_found(self) -> None:
        dialog = AskDialog(
            self._host, self.tr("Which parent shall be asked?"), self.tr("Order waits for a parent")
        )
        parent = dialog.add_words(self.tr("Parent to ask"))
        dialog.add_hint(
            self.tr(
                "Nothing is owed or sent until the parent has agreed. F9 then writes the letter that asks for it."
            )
        )

        def keep() -> None:
            job = call(minors.found, self._order.order_id, parent.text(), self._order.revision)
            dialog.do(self._parts.jobs, job, self._host.refresh)

        dialog.given.connect(keep)
        dialog.open()

    def _ask_received(self) -> None:
        dialog = AskDialog(
            self._host, self.tr("Since when does the parent have the request?"), self.tr("Note it")
        )
        day = day_field(self.tr("Day"), self._parts.today())
        dialog.add(self.tr("Day"), day)
        dialog.add_hint(self.tr("Asked on the phone, or the day the letter came."))

        def keep() -> None:
            job = call(
                minors.request_received, self._order.order_id, day_in(day), self._order.revision
            )
            dialog.do(self._parts.jobs, job, self._host.refresh)

        dialog.given.connect(keep)
        dialog.open()

    def _ask_answer(self) -> None:
        dialog = AskDialog(
            self._host, self.tr("What did the parent say?"), self.tr("Keep the answer")
        )
        answer = choice(self.tr("Answer"))
        answer.addItem(self.tr("agreed"), True)
        answer.addItem(self.tr("refused"), False)
        day = day_field(self.tr("Came on"), self._parts.today())
        dialog.add(self.tr("Answer"), answer)
        dialog.add(self.tr("Came on"), day)
        words = dialog.add_words(self.tr("In what words"))

        def keep() -> None:
            job = call(
                minors.answer, self._order.order_id, bool(answer.currentData()), words.text(),
                self._order.revision, day_in(day),
            )  # fmt: skip
            dialog.do(self._parts.jobs, job, self._host.refresh)

        dialog.given.connect(keep)
        dialog.open()

    def _ask_undo(self) -> None:
        dialog = AskDialog(
            self._host, self.tr("Why was the answer wrong?"), self.tr("Take the answer back")
        )
        words = dialog.add_words(self.tr("Reason"))

        def keep() -> None:
            job = call(minors.take_back, self._order.order_id, words.text(), self._order.revision)
            dialog.do(self._parts.jobs, job, self._host.refresh)

        dialog.given.connect(keep)
        dialog.open()
