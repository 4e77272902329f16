"""Orders: the list, one order from its snapshot, its states and its letters."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.letters_log import CONFIRMATION, OFFER, Letter, LetterRow
from shopphone.domain.order_states import CONFIRMABLE, NO_CONTRACT, OFFERABLE
from shopphone.domain.orders import OrderDetail, OrderRow
from shopphone.services import call, letters, orders
from shopphone.ui.kit.jobs import Job
from shopphone.ui.kit.messages import point_words
from shopphone.ui.kit.parts import (
    Flow,
    button,
    chip,
    choice,
    clear,
    label,
    link,
    rule,
)
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.defect_section import DefectSection
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.move_dialog import MoveDialog, asks_before
from shopphone.ui.panels.order_dialogs import LetterDialog, ReasonDialog, TrackingDialog
from shopphone.ui.panels.order_figures import OrderFigures
from shopphone.ui.panels.order_life import OrderHost, OrderLife
from shopphone.ui.panels.order_payment import OrderPayment
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.state_words import (
    event_words,
    letter_words,
    order_words,
    payment_method_words,
    payment_words,
)
from shopphone.ui.panels.withdrawal_section import WithdrawalSection

_STATES = (
    "offered",
    "accepted",
    "placed",
    "confirmed",
    "shipped",
    "delivered",
    "closed",
    "cancelled",
    "withdrawn",
    "merged",
)
_MOST = 300
_HAS_PARCEL = frozenset(("confirmed", "shipped", "delivered"))


class OrdersScreen(OrderHost):
    """What was agreed stays as it was agreed; a price of today only stands beside it."""

    TABLES = frozenset(
        ("sale_order", "letter", "withdrawal", "order_receipt", "defect", "order_mandate")
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        words = parts.words
        self._order: OrderDetail | None = None
        self._wanted: int | None = None  # the order asked for; _order follows
        self.list = ListCard(
            self.tr("Orders"),
            (
                Column[OrderRow](self.tr("Number"), lambda r: r.number, 118),
                Column[OrderRow](
                    self.tr("Day"), lambda r: words.near_day(r.placed_at, parts.now()), 94
                ),
                Column[OrderRow](self.tr("Customer"), lambda r: r.customer, 0),
                Column[OrderRow](self.tr("State"), lambda r: order_words(r.state)[0], 150),
                Column[OrderRow](
                    self.tr("Payment"), lambda r: payment_words(r.payment_state)[0], 118
                ),
                Column[OrderRow](self.tr("Sum"), lambda r: words.money(r.total), 88, right=True),
            ),
            search=self.tr("Number, customer, article or tracking number"),
            empty=self.tr("No order fits. Orders are placed at the desk (Ctrl+1, F4)."),
            key=lambda r: r.order_id,
        )
        self.list.search_changed.connect(self.refresh)
        self.list.chosen.connect(self._chosen)
        self.list.chosen_again.connect(self._chosen)
        self.list.opened.connect(self._chosen)
        self._state = choice(self.tr("State"))
        self._state.addItem(self.tr("State: –"), "")
        for code in _STATES:
            self._state.addItem(order_words(code)[0], code)
        self._state.currentIndexChanged.connect(self.refresh)
        self.list.add_head(self._state)
        self.detail = DetailCard(self.tr("Order"), self.tr("Choose an order to see it whole."))
        self.detail.setMinimumWidth(330)
        self._figures = OrderFigures(self.detail, words)
        self.starts_at = self.list.table
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 2)
        columns.addWidget(self.detail, 1)

    @property
    def order(self) -> OrderDetail | None:
        """The order that is shown whole."""
        return self._order

    def refresh(self) -> None:
        job = call(
            orders.page, str(self._state.currentData()), self.list.search.text(), None, _MOST
        )
        self.parts.jobs.ask(self, job, self.list.show_rows)
        if self._wanted is not None:
            self._ask(self._wanted)

    def open(self, wanted: object) -> None:
        """An order's key, or a number or words to search."""
        if isinstance(wanted, int):
            self._ask(wanted)
        else:
            self.list.search.setText(str(wanted))
            self.parts.jobs.ask(self, call(orders.by_number, str(wanted)), self._by_number)

    def act(self, code: str) -> bool:
        if code == "letter" and self._order is not None:
            self._write_letter()
            return True
        if code == "withdrawal" and self._order is not None and self._order.can_withdraw:
            self.withdrawal.ask_withdrawal()
            return True
        return False

    def _by_number(self, order_id: int | None) -> None:
        if order_id is not None:
            self._ask(order_id)

    def _chosen(self, found: OrderRow) -> None:
        self._ask(found.order_id)

    def _ask(self, order_id: int) -> None:
        self._wanted = order_id
        self.list.mark(order_id)
        self.parts.jobs.ask(self, call(orders.detail, order_id), self._show)

    def _show(self, order: OrderDetail) -> None:
        if order.order_id != self._wanted:
            return
        self._order = order
        card, words = self.detail, self.parts.words
        card.begin(order.number)
        self._payment = OrderPayment(self.parts, order, self, self._run)
        chips: list[QWidget] = [
            chip(*order_words(order.state)),
            self._payment.chip(),
        ]
        holder = QWidget()
        Flow(holder).fill(chips)
        card.column.addWidget(holder)
        card.line(f"{order.customer} · {order.customer_number}")
        to = order.deliver_to or order.billing
        card.line(f"{to.street}, {to.postcode} {to.town}", "muted")
        placed = self.tr("by phone {when}, taken by {clerk}")
        card.line(placed.format(when=words.moment(order.placed_at), clerk=order.staff), "muted")
        card.column.addWidget(rule())
        self._figures.add(order)
        card.line(self._terms(order), "muted")
        self._figures.add_mandate(order)
        self._add_actions(order)
        self.life = OrderLife(self.parts, order, self)
        card.column.addWidget(self.life)
        self._add_rights(order)
        self._add_history(order)
        card.heading(self.tr("Letters"))
        self._letters = QVBoxLayout()
        card.column.addLayout(self._letters)
        self._ask_letters(order)
        card.end()

    def _ask_letters(self, order: OrderDetail) -> None:
        self.parts.jobs.ask(self, call(letters.of_order, order.order_id), self._show_letters)

    def _terms(self, order: OrderDetail) -> str:
        words = self.parts.words
        parts = [payment_method_words(order.payment_code)]
        if order.due_on:
            parts.append(self.tr("due {day}").format(day=words.day(order.due_on)))
        if order.paid_on:
            parts.append(self.tr("paid on {day}").format(day=words.day(order.paid_on)))
        if order.refunded_on:
            parts.append(self.tr("refunded on {day}").format(day=words.day(order.refunded_on)))
        return " · ".join(parts)

    def _add_actions(self, order: OrderDetail) -> None:
        names = {
            "shipped": self.tr("Shipped"),
            "delivered": self.tr("Delivered"),
            "closed": self.tr("Close"),
            "cancelled": self.tr("Cancel the order"),
        }
        made: list[QWidget] = []
        for state in order.next_states:
            act = button(names.get(state, state))
            act.setProperty("state", str(state))
            act.clicked.connect(self._move_clicked)
            made.append(act)
        made += self._payment.acts()
        if order.state in _HAS_PARCEL:
            parcel = button(self.tr("Tracking number"))
            parcel.clicked.connect(self._ask_tracking)
            made.append(parcel)
        if order.state in CONFIRMABLE:
            letter = button(self.tr("Confirmation"), "F9", kind="primary")
            letter.clicked.connect(self._write_letter)
            made.append(letter)
        holder = QWidget()
        Flow(holder).fill(made)
        self.detail.column.addWidget(holder)

    def _add_rights(self, order: OrderDetail) -> None:
        """An offer is no contract: there is nothing to withdraw from, and no goods."""
        if order.state in NO_CONTRACT:
            return
        self.detail.heading(self.tr("Withdrawal and defects"))
        self.withdrawal = WithdrawalSection(self.parts, order)
        self.defects = DefectSection(self.parts, order)
        for each in (self.withdrawal, self.defects):
            each.changed.connect(self.refresh)
            each.letter_written.connect(self.show_letter)
            self.detail.column.addWidget(each)

    def _add_history(self, order: OrderDetail) -> None:
        if order.told:
            self.detail.heading(self.tr("Told on the phone"))
            times = ", ".join(
                f"{point_words(code)} {self.parts.words.clock(at)}" for code, _, at, _ in order.told
            )
            self.detail.line(times, "muted")
        self.detail.heading(self.tr("History"))
        for code, said, at, who in order.events:
            when = self.parts.words.moment(at)
            self.detail.line(f"{when}  {event_words(code)}  {said}  {who}", "muted")
        for move in order.moves:
            when = self.parts.words.moment(move.at)
            text = f"{when}  {order_words(move.target)[0]}  {move.staff}  {move.reason}".strip()
            self.detail.line(text, "muted")

    def _show_letters(self, rows: tuple[LetterRow, ...]) -> None:
        clear(self._letters)
        if not rows:
            hint = self.tr("No letter yet. F9 writes the confirmation.")
            self._letters.addWidget(label(hint, tone="careful", wrap=True))
        for found in rows:
            when = self.parts.words.moment(found.sent_at or found.created_at)
            state = {
                "printed": self.tr("printed"),
                "queued": self.tr("waits"),
                "superseded": self.tr("replaced"),
            }.get(found.state, found.state)
            made = link(
                self.tr("{kind}: {when}, {state}, %n page(s)", "", found.pages).format(
                    kind=letter_words(found.kind), when=when, state=state
                )
            )
            made.setAccessibleName(self.tr("Letter of {when}").format(when=when))
            made.setProperty("letter", found.letter_id)
            made.clicked.connect(self._open_letter)
            self._letters.addWidget(made)

    def _move_clicked(self) -> None:
        state = str(self.sender().property("state"))
        if state == "cancelled":
            dialog = ReasonDialog(self)
            dialog.given.connect(self._cancel)
            dialog.open()
        elif self._order is not None and asks_before(self._order, state):
            MoveDialog(self, self.parts, self._order, state).open()
        else:
            self._move(state, "")

    def _cancel(self, reason: str) -> None:
        self._move("cancelled", reason)

    def _move(self, state: str, reason: str) -> None:
        if self._order is not None:
            key = self._order.order_id
            self.life.run(lambda seen: call(orders.move, key, state, reason, seen))

    def _moved(self, _done: object) -> None:
        self.refresh()

    def _run(self, job_for: Callable[[int], Job[Any]]) -> None:
        self.life.run(job_for)

    def _ask_tracking(self) -> None:
        if self._order is not None:
            dialog = TrackingDialog(self, self._order.carrier, self._order.tracking)
            dialog.given.connect(self._track)
            dialog.open()

    def _track(self, carrier: str, tracking: str) -> None:
        if self._order is not None:
            key = self._order.order_id
            self.life.run(lambda seen: call(orders.set_tracking, key, carrier, tracking, seen))

    def _write_letter(self) -> None:
        if self._order is not None:
            kind = OFFER if self._order.state in OFFERABLE else CONFIRMATION
            job = call(letters.write, kind, self._order.order_id)
            self.parts.jobs.do(self, job, self.show_letter)

    def _open_letter(self) -> None:
        letter_id = int(self.sender().property("letter"))
        self.parts.jobs.ask(self, call(letters.read, letter_id), self.show_letter)

    def show_letter(self, letter: Letter) -> None:
        LetterDialog(self, self.parts, letter).open()
