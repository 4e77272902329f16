"""A withdrawal as it is taken on the phone: which order, which lines, who, when, in what words."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QGridLayout, QVBoxLayout, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.orders import typed_quantity
from shopphone.domain.withdrawals import (
    POSTED,
    LineChoice,
    OpenLine,
    WithdrawalDraft,
    WithdrawalOffer,
)
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, choice, clear, field, label, row, scrolling, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import day_field, day_in
from shopphone.ui.panels.reckoning_dialog import show_reckoning
from shopphone.ui.panels.reckoning_words import right_period_words, right_words
from shopphone.ui.panels.withdrawal_words import CHANNELS, channel_words, ended_words


class WithdrawalDialog(QDialog):
    """Everything with a right is ticked, so Enter notes the withdrawal of the whole order."""

    declared = Signal(object)  # WithdrawalDraft

    def __init__(
        self,
        parent: QWidget,
        parts: Parts,
        offers: Sequence[WithdrawalOffer],
        call_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Withdrawal"))
        self.resize(620, 560)
        self._parts = parts
        self.offers = offers
        self._call_id = call_id
        self._lines: list[_Line] = []
        self.order = choice(self.tr("Order"))
        for each in offers:
            first = next((line.name for line in each.lines), "")
            self.order.addItem(f"{each.number}  {first}", each.order_id)
        self.order.currentIndexChanged.connect(self._show_offer)
        self._period = label(wrap=True)
        self._how = button(self.tr("How is this reached?"), kind="link")
        self._how.clicked.connect(self._show_reckoning)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self.by = field(self.tr("Who withdraws"))
        self.on = day_field(self.tr("Declared or posted on"), parts.today())
        self.on.dateChanged.connect(self._show_period)
        self.channel = choice(self.tr("How"))
        for code in CHANNELS:
            self.channel.addItem(channel_words(code), code)
        self.received = day_field(self.tr("Came to us on"), parts.today())
        self.received.setEnabled(False)
        self.channel.currentIndexChanged.connect(self._show_received)
        self.on.dateChanged.connect(self._follow_declared)
        self.words = field(
            self.tr("In the customer’s words"),
            self.tr("No reason is needed; note it if one is given"),
        )
        self._by_guard, self._words_guard = CardGuard(self.by), CardGuard(self.words)
        self.pickup = QCheckBox(self.tr("We have offered to fetch the goods"))
        fetched = self.tr("Then the refund may not wait for the goods (§ 357 (4) BGB).")
        self._fetched = label(fetched, tone="muted", wrap=True)
        self._fetched.hide()
        self.pickup.toggled.connect(self._fetched.setVisible)
        self._refusal = label(tone="must_not", wrap=True)
        save = button(self.tr("Note the withdrawal"), kind="primary")
        save.setDefault(True)
        save.clicked.connect(self.note)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Who withdraws"), self.by)
        form.addRow(self._by_guard)
        form.addRow(self.tr("Declared or posted on"), self.on)
        form.addRow(self.tr("How"), self.channel)
        form.addRow(self.tr("Came to us on"), self.received)
        form.addRow(self.tr("In the customer’s words"), self.words)
        form.addRow(self._words_guard)
        form.addRow(self.pickup)
        form.addRow(self._fetched)
        rows = QVBoxLayout(self)
        rows.addWidget(label(self.tr("What does the customer withdraw?"), size="heading"))
        rows.addWidget(self.order)
        end = row(self._period, self._how)
        end.setStretch(0, 1)
        rows.addLayout(end)
        rows.addWidget(scrolling(holder, self.tr("Lines of the order")), 1)
        rows.addLayout(form)
        rows.addWidget(self._refusal)
        rows.addLayout(row(1, back, save))
        self._show_offer()
        self.words.setFocus()

    @property
    def offer(self) -> WithdrawalOffer:
        return self.offers[max(self.order.currentIndex(), 0)]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note()
        else:
            super().keyPressEvent(event)

    def refuse(self, error: Exception) -> None:
        """What stands in the way; everything typed stays."""
        self._refusal.setText(words_for(error))

    def _show_offer(self) -> None:
        clear(self._grid)
        self._lines = [
            _Line(line, self._parts.words.number(line.left))
            for line in self.offer.lines
            if line.left
        ]
        for n, each in enumerate(self._lines):
            each.place(self._grid, n)
        self._grid.setRowStretch(2 * len(self._lines), 1)
        self._grid.setColumnStretch(0, 1)
        self.by.setText(self.offer.customer)
        self._show_period()

    def _show_period(self) -> None:
        period = self.offer.period
        self._how.setVisible(period is not None)
        has_right = self.offer.has_right
        text = right_period_words(period, self._parts.words, has_right=has_right)
        late = period is not None and period.is_late(day_in(self.on))
        if late:
            text = self.tr("{period}. This is later: it is kept, and goodwill is decided.").format(
                period=text
            )
        if self.offer.ended:
            text = ended_words(self.offer.ended)
        self._period.setText(text)
        over = late or not has_right or self.offer.ended
        set_tone(self._period, "careful" if over else "muted")

    @property
    def _is_posted(self) -> bool:
        return str(self.channel.currentData()) in POSTED

    def _show_received(self) -> None:
        """What is said is received at once; what is posted comes on a day of its own."""
        self.received.setEnabled(self._is_posted)
        today = self._parts.today()
        self.received.setDate(
            QDate(today.year, today.month, today.day) if self._is_posted else self.on.date()
        )

    def _follow_declared(self) -> None:
        if not self._is_posted:
            self.received.setDate(self.on.date())

    def _show_reckoning(self) -> None:
        if self.offer.period is not None:
            show_reckoning(self, self._parts.words, self.offer.period.reckoning)

    def note(self) -> None:
        try:
            lines = [each.choice() for each in self._lines if each.is_chosen]
        except Refused as refusal:
            self.refuse(refusal)
            return
        self.declared.emit(
            WithdrawalDraft(
                order_id=self.offer.order_id,
                declared_on=self._day,
                received_on=day_in(self.received),
                lines=lines,
                channel=str(self.channel.currentData()),
                declared_by=self._by_guard.text(),
                words=self._words_guard.text(),
                pickup=self.pickup.isChecked(),
                call_id=self._call_id,
            )
        )

    @property
    def _day(self) -> date:
        return day_in(self.on)


class _Line(QObject):
    """A tick, how many, and the line's right; sealed goods ask for the seal."""

    def __init__(self, line: OpenLine, left: str) -> None:
        super().__init__()
        self._line = line
        name = f"{left} × {line.name}"
        self.tick = QCheckBox(name.replace("&", "&&"))  # one ampersand would make a hidden Alt key
        self.tick.setAccessibleName(name)
        self.tick.setChecked(line.rule.has_right)
        self.quantity = field(self.tr("How many of {name}").format(name=line.name))
        self.quantity.setText(left)
        self.quantity.setMaximumWidth(70)
        self.unsealed = QCheckBox(self.tr("seal broken"))
        self.unsealed.setAccessibleName(self.tr("Seal broken: {name}").format(name=line.name))
        text, tone = right_words(line.rule)
        self._right = label(text, tone=tone, size="small", wrap=True)
        self.tick.toggled.connect(self.quantity.setEnabled)
        self.quantity.setEnabled(self.is_chosen)
        self.unsealed.toggled.connect(self._show_right)

    @property
    def is_chosen(self) -> bool:
        return self.tick.isChecked()

    def place(self, grid: QGridLayout, n: int) -> None:
        grid.addWidget(self.tick, 2 * n, 0)
        grid.addWidget(self.quantity, 2 * n, 1)
        if self._line.rule.may_be_lost:
            grid.addWidget(self.unsealed, 2 * n, 2)
        if self._line.rule.number:
            grid.addWidget(self._right, 2 * n + 1, 0, 1, 3)

    def _show_right(self, broken: bool) -> None:
        """A broken seal ends the right: it is noted all the same, and goodwill is decided."""
        text, tone = right_words(self._line.rule)
        if broken:
            text = self.tr("Seal broken: no right any more, so goodwill is decided.")
        self._right.setText(text)
        set_tone(self._right, "must_not" if broken else tone)

    def choice(self) -> LineChoice:
        quantity: Decimal = typed_quantity(self.quantity.text())
        return LineChoice(
            position=self._line.position,
            quantity=quantity,
            unsealed=self._line.rule.may_be_lost and self.unsealed.isChecked(),
        )
