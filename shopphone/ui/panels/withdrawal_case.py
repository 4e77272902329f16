"""One withdrawal on an order's card: who declared it, its sheet, what is to be done, its buttons."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from shopphone.domain.deadlines import Reckoning
from shopphone.domain.errors import Refused
from shopphone.domain.money import parse_amount
from shopphone.domain.withdrawals import Event, Withdrawal
from shopphone.domain.withdrawals import tasks as tasks_of
from shopphone.services import call, short_letters, withdrawals
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import Flow, button, chip, choice, field, label, money, pair, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in
from shopphone.ui.panels.reckoning_dialog import show_reckoning
from shopphone.ui.panels.withdrawal_words import (
    EVENTS,
    channel_words,
    decision_words,
    event_words,
    noted_words,
    task_words,
)


class WithdrawalCase(QWidget):
    """Everything about one withdrawal; what is wrong can be taken back, and stays in the table."""

    changed = Signal()
    letter_written = Signal(object)  # Letter

    def __init__(self, parts: Parts, case: Withdrawal) -> None:
        super().__init__()
        self._parts = parts
        self._case = case
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 6, 0, 0)
        self._rows.setSpacing(3)
        self._add_head()
        if case.taken_back_at is None:
            self._add_sheet()
            self._add_tasks()
            self._add_noted()
            self._add_buttons()

    def _add_head(self) -> None:
        case, words = self._case, self._parts.words
        taken_back = (self.tr("taken back"), "neutral")
        state = decision_words(case.decision) if case.taken_back_at is None else taken_back
        text = self.tr("{when} {how}, {who}; noted by {clerk}").format(
            when=words.moment(case.received_at),
            how=channel_words(case.channel),
            who=case.declared_by,
            clerk=case.staff,
        )
        self._rows.addLayout(row(chip(*state), 1))
        self._rows.addWidget(label(text, wrap=True))
        quoted = self.tr("“{words}”").format(words=case.words) if case.words else ""
        back = self.tr("taken back by {name}: {words}").format(
            name=case.taken_back_by, words=case.taken_back_words
        )
        decided = self.tr("decided by {name}: {words}").format(
            name=case.decided_by, words=case.decision_words
        )
        for said in (
            quoted,
            decided if case.decided_by else "",
            back if case.taken_back_by else "",
        ):
            if said:
                self._rows.addWidget(label(said, tone="muted", wrap=True))

    def _add_sheet(self) -> None:
        rows, words, sheet = self._rows, self._parts.words, self._case.sheet
        for line in sheet.lines:
            self._add_amount(f"{words.number(line.quantity)} × {line.name}", line.amount)
        if sheet.shipping:
            self._add_amount(self.tr("Standard delivery cost"), sheet.shipping)
        for line in sheet.lines:
            if line.used:
                done = self.tr("Part done, {part} % of {amount}: {reason}").format(
                    part=words.number(line.done * 100),
                    amount=words.money(line.amount),
                    reason=line.done_reason,
                )
                self._add_amount(done, -line.used)
            if line.loss:
                lost = self.tr("Loss of value: {reason}").format(reason=line.loss_reason)
                self._add_amount(lost, -line.kept)
        self._add_total()
        cost = (
            self.tr("We bear the cost of the return")
            if sheet.return_cost == "shop"
            else self.tr("The customer bears the cost of the return")
        )
        if self._case.goods_out:
            rows.addWidget(label(cost, tone="muted", wrap=True))
        if sheet.surcharge:
            kept = self.tr("Not paid back, dearer way of sending: {amount}")
            shown = kept.format(amount=words.money(sheet.surcharge))
            said = f"{shown} {sheet.surcharge_reason}".strip()
            rows.addWidget(label(said, tone="muted", wrap=True))
        if self._may_name_surcharge:
            unknown = self.tr(
                "What standard delivery cost at the time of the order is not known: all of it goes back, unless you name the surcharge."
            )
            rows.addWidget(label(unknown, tone="careful", wrap=True))

    def _add_total(self) -> None:
        """Only what came can go back; what came too much goes back with it."""
        rows, words, sheet = self._rows, self._parts.words, self._case.sheet
        part_paid = bool(sheet.refund and sheet.unpaid)
        if part_paid or sheet.surplus:
            self._add_amount(self.tr("Together"), sheet.total)
        if part_paid:
            self._add_amount(self.tr("Of this not paid, no longer to be paid"), -sheet.unpaid)
        if sheet.surplus:
            self._add_amount(self.tr("Paid too much"), sheet.surplus)
        text = self.tr("To pay back") if sheet.refund else self.tr("No longer to be paid")
        total = money(words.money(sheet.refund or sheet.total), "heading")
        rows.addLayout(pair(text, total, size="heading"))

    def _add_amount(self, text: str, amount: Decimal) -> None:
        self._rows.addLayout(pair(text, money(self._parts.words.money(amount))))

    @property
    def _may_name_surcharge(self) -> bool:
        sheet = self._case.sheet
        return bool(not sheet.standard_known and sheet.shipping + sheet.surcharge)

    def _add_tasks(self) -> None:
        for task in tasks_of(self._case):
            text, tone = task_words(task, self._parts.words, self._parts.today())
            if task.due is None:
                self._rows.addWidget(label(text, tone=tone, wrap=True))
                continue
            how = button("?", name=self.tr("How is this day reached: {text}").format(text=text))
            how.clicked.connect(partial(self._explain, task.due))
            self._rows.addLayout(pair(text, how, tone=tone))

    def _add_noted(self) -> None:
        for noted in self._case.events:
            text = noted_words(noted, self._parts.words)
            wrong = button("×", name=self.tr("Take back: {text}").format(text=text))
            wrong.clicked.connect(partial(self._forget, noted.event_id))
            self._rows.addLayout(pair(text, wrong, tone="muted"))

    def _add_buttons(self) -> None:
        holder, made = QWidget(), list[QWidget]()
        if self._case.decision == "asked":
            made.append(self._act(self.tr("Goodwill …"), partial(self._decide, "goodwill")))
            made.append(self._act(self.tr("Decline …"), partial(self._decide, "declined")))
        elif self._case.is_open:
            letter = self._act(self.tr("Acknowledgement"), self._write)
            letter.setProperty("kind", "primary")
            made.append(letter)
            made += [
                self._act(f"{event_words(code)} …", partial(self._note, code))
                for code in self._events()
            ]
            if self._case.day_of(Event.REFUNDED) is None:
                made += self._corrections()
        made.append(self._act(self.tr("Take back …"), self._take_back))
        Flow(holder).fill(made)
        self._rows.addWidget(holder)

    def _events(self) -> list[str]:
        """What may still be noted: without goods none come back, without money none goes."""
        case = self._case
        waits = case.sheet.refund and case.day_of(Event.REFUNDED) is None
        return [code for code in EVENTS if (waits if code == Event.REFUNDED else case.has_goods)]

    def _corrections(self) -> list[QWidget]:
        """What may be kept of the price, each by hand and with its reason."""
        made = []
        if self._case.has_goods:
            made.append(self._act(self.tr("Loss of value …"), self._loss))
        if self._case.may_charge_part:
            made.append(self._act(self.tr("Part already done …"), self._part))
        if self._may_name_surcharge:
            made.append(self._act(self.tr("Dearer way of sending …"), self._surcharge))
        return made

    def _act(self, text: str, do: Callable[[], object]) -> QWidget:
        made = button(text)
        made.clicked.connect(do)
        return made

    def _explain(self, reckoning: Reckoning) -> None:
        show_reckoning(self, self._parts.words, reckoning)

    def _write(self) -> None:
        job = call(short_letters.acknowledge, self._case.withdrawal_id)
        self._parts.jobs.do(self, job, self._written)

    def _written(self, letter: object) -> None:
        self.letter_written.emit(letter)
        self.changed.emit()

    def _note(self, code: str) -> None:
        dialog = AskDialog(self, self.tr("When was this?"), self.tr("Note it"))
        day = day_field(event_words(code), self._parts.today())
        dialog.add(event_words(code), day)
        dialog.given.connect(partial(self._keep_note, dialog, code, day))
        dialog.open()

    def _keep_note(self, dialog: AskDialog, code: str, day: QDateEdit) -> None:
        job = call(withdrawals.note, self._case.withdrawal_id, code, day_in(day))
        dialog.do(self._parts.jobs, job, self.changed.emit)

    def _forget(self, event_id: int) -> None:
        self._parts.jobs.do(self, call(withdrawals.forget_note, event_id), self._done)

    def _decide(self, decision: str) -> None:
        act = decision_words(decision)[0]
        dialog, reason = self._asked(self.tr("Why? It is kept with your name."), act)
        dialog.given.connect(partial(self._keep_decision, dialog, decision, reason))

    def _keep_decision(self, dialog: AskDialog, decision: str, reason: CardGuard) -> None:
        job = call(withdrawals.decide, self._case.withdrawal_id, decision, reason.text())
        dialog.do(self._parts.jobs, job, self.changed.emit)

    def _take_back(self) -> None:
        question = self.tr(
            "Noted by mistake? The order goes back to where it was; both stay in its history."
        )
        dialog, reason = self._asked(question, self.tr("Take back"))
        dialog.given.connect(partial(self._keep_back, dialog, reason))

    def _keep_back(self, dialog: AskDialog, reason: CardGuard) -> None:
        job = call(withdrawals.take_back, self._case.withdrawal_id, reason.text())
        dialog.do(self._parts.jobs, job, self.changed.emit)

    def _asked(self, question: str, act: str) -> tuple[AskDialog, CardGuard]:
        dialog = AskDialog(self, question, act)
        reason = dialog.add_words(self.tr("Reason"))
        dialog.open()
        return dialog, reason

    def _loss(self) -> None:
        question = self.tr("How much value was lost by more than trying the goods?")
        dialog = AskDialog(self, question, self.tr("Note the loss"))
        line = self._line_choice(dialog)
        amount = field(self.tr("Loss in euro"), "0,00")
        dialog.add(self.tr("Loss in euro"), amount)
        reason = dialog.add_words(self.tr("Reason"))
        dialog.add_hint(
            self.tr("Only if the customer was told by the written instruction (§ 357a (1) BGB).")
        )
        dialog.given.connect(partial(self._keep_loss, dialog, line, amount, reason))
        dialog.open()

    def _part(self) -> None:
        question = self.tr("How much of the service was done before the withdrawal?")
        dialog = AskDialog(self, question, self.tr("Note the part"))
        line = self._line_choice(dialog)
        part = field(self.tr("Part done in percent"), "0")
        dialog.add(self.tr("Part done in percent"), part)
        reason = dialog.add_words(self.tr("Reason"))
        dialog.add_hint(
            self.tr(
                "Of the agreed total price, as the customer wished the early start (§ 357a (2) BGB)."
            )
        )
        dialog.given.connect(partial(self._keep_part, dialog, line, part, reason))
        dialog.open()

    def _surcharge(self) -> None:
        question = self.tr("How much did the dearer way of sending cost beyond standard delivery?")
        dialog = AskDialog(self, question, self.tr("Note the surcharge"))
        amount = field(self.tr("Surcharge in euro"), "0,00")
        dialog.add(self.tr("Surcharge in euro"), amount)
        reason = dialog.add_words(self.tr("Reason"))
        dialog.add_hint(
            self.tr("Only what the customer chose beyond the cheapest offer (§ 357 (2) BGB).")
        )
        dialog.given.connect(partial(self._keep_surcharge, dialog, amount, reason))
        dialog.open()

    def _line_choice(self, dialog: AskDialog) -> QComboBox:
        line = choice(self.tr("Line"))
        for each in self._case.sheet.lines:
            line.addItem(each.name, each.position)
        dialog.add(self.tr("Line"), line)
        return line

    def _keep_loss(
        self, dialog: AskDialog, line: QComboBox, amount: QLineEdit, reason: CardGuard
    ) -> None:
        lost = _typed(dialog, amount)
        if lost is not None:
            key, position = self._case.withdrawal_id, int(line.currentData())
            job = call(withdrawals.set_loss, key, position, lost, reason.text())
            dialog.do(self._parts.jobs, job, self.changed.emit)

    def _keep_part(
        self, dialog: AskDialog, line: QComboBox, part: QLineEdit, reason: CardGuard
    ) -> None:
        done = _typed(dialog, part)
        if done is not None:
            key, position = self._case.withdrawal_id, int(line.currentData())
            job = call(withdrawals.set_done, key, position, done / 100, reason.text())
            dialog.do(self._parts.jobs, job, self.changed.emit)

    def _keep_surcharge(self, dialog: AskDialog, amount: QLineEdit, reason: CardGuard) -> None:
        named = _typed(dialog, amount)
        if named is not None:
            key = self._case.withdrawal_id
            job = call(withdrawals.name_surcharge, key, named, reason.text())
            dialog.do(self._parts.jobs, job, self.changed.emit)

    def _done(self, _result: object) -> None:
        self.changed.emit()


def _typed(dialog: AskDialog, line: QLineEdit) -> Decimal | None:
    """The amount as it was typed; None once the dialog has said what is wrong with it."""
    try:
        return parse_amount(line.text()).value
    except Refused as refusal:
        dialog.refuse(refusal)
        return None
