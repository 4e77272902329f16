"""On an order's card: its kind and versions, the customer's yes, a parent, parcels, what can be done."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import Letter
from shopphone.domain.order_kinds import LASTING, Kind, Matter
from shopphone.domain.order_life import Parcel, left_to_send
from shopphone.domain.order_states import (
    BACK_BY_HAND,
    CHANGEABLE,
    CHANGEABLE_WHILE_IT_LASTS,
    NO_CONTRACT,
    leaves_unpaid,
)
from shopphone.domain.orders import OrderDetail, OrderDraft, Placed
from shopphone.services import call, changes, letters, move_back, offers, order_letters, orders
from shopphone.ui.kit.jobs import Job
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Flow, button, field, label
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.ask_dialog import AskDialog
from shopphone.ui.panels.change_dialog import ChangeDialog
from shopphone.ui.panels.change_words import ChangeWords
from shopphone.ui.panels.letter_menu import offer_letters
from shopphone.ui.panels.minor_line import MinorLine
from shopphone.ui.panels.order_dialogs import MeanwhileDialog, ReasonDialog
from shopphone.ui.panels.parcel_line import ParcelLine
from shopphone.ui.panels.state_words import (
    answer_channel_words,
    kind_words,
    letter_words,
    matter_words,
    order_words,
)
from shopphone.ui.panels.yes_dialog import YesDialog

_NOT_YET = frozenset(("placed",))
_TO_SEND = frozenset(("confirmed",))


class OrderHost(Screen):
    """The screen that shows the order: it outlives this card, which is made anew at each change."""

    def show_letter(self, letter: Letter) -> None:
        raise NotImplementedError


class OrderLife(QWidget):
    """Shows and does. Dialogs and answers belong to the host: news must not close what is typed."""

    def __init__(self, parts: Parts, order: OrderDetail, host: OrderHost) -> None:
        super().__init__()
        self._parts, self._order, self._host = parts, order, host
        self._words = ChangeWords(parts.words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._add_kind()
        self._add_yes()
        self._add_minor()
        self._add_parcels()
        self._add_versions()
        self._add_acts()

    def run(self, job_for: Callable[[int], Job[Any]]) -> None:
        """Do something that looks at the revision; who comes second is told and chooses."""
        failed = partial(self._failed, job_for)
        self._parts.jobs.do(self._host, job_for(self._order.revision), self._done, failed=failed)

    def change(self) -> None:
        """The form with this order as it is agreed."""
        job = call(changes.begin, self._order.order_id)
        self._parts.jobs.ask(self._host, job, self._open_form)

    def extend(self) -> None:
        """A contract that goes on after this one."""
        job = call(changes.extend, self._order.order_id)
        self._parts.jobs.ask(self._host, job, self._open_form)

    def _open_form(self, draft: OrderDraft) -> None:
        dialog = ChangeDialog(self._host, self._parts, draft, self._order.number)
        dialog.placed.connect(partial(_write_letter, self._parts, self._host))
        dialog.open()

    def _done(self, _result: object = None) -> None:
        self._host.refresh()

    def _failed(self, job_for: Callable[[int], Job[Any]], error: Exception) -> None:
        if not (isinstance(error, Refused) and error.rule == "order_changed_meanwhile"):
            self._parts.say(words_for(error), "must_not")
            return
        dialog = MeanwhileDialog(self._host, words_for(error))
        dialog.look.connect(self._host.refresh)
        dialog.anyway.connect(partial(self._anyway, job_for))
        dialog.open()

    def _anyway(self, job_for: Callable[[int], Job[Any]]) -> None:
        self._parts.jobs.do(self._host, job_for(0), self._done)

    def _say(self, text: str, tone: str = "muted") -> None:
        self.column.addWidget(label(text, tone=tone, wrap=True))

    def _add_kind(self) -> None:
        order = self._order
        if order.kind == Kind.EXTENSION or order.matter != Matter.GOODS:
            parts = [kind_words(order.kind), matter_words(order.matter)]
            if order.based_on:
                parts.append(self.tr("extends {number}").format(number=order.based_on))
            if order.term_months:
                parts.append(self.tr("term {months} months").format(months=order.term_months))
            if order.term_days:
                parts.append(self.tr("term {days} days").format(days=order.term_days))
            self._say(" · ".join(parts))
        if order.amends:
            self._say(self.tr("changes order {number}").format(number=order.amends))
        for number, state in order.change_offers:
            text = self.tr("Change offered: {number}, {state}")
            self._say(text.format(number=number, state=order_words(state)[0]), "careful")
        if order.offer_number and order.offer_number != order.number:
            self._say(self.tr("from offer {number}").format(number=order.offer_number))

    def _add_yes(self) -> None:
        yes, words = self._order.yes, self._parts.words
        if yes is None:
            return
        text = self.tr("accepted on {day} by {channel}, noted by {clerk}")
        if yes.is_late:
            text = self.tr("accepted late on {day} by {channel}, noted by {clerk}")
        text = text.format(
            day=words.day(yes.received_on),
            channel=answer_channel_words(yes.channel),
            clerk=yes.staff,
        )
        self._say(" · ".join(part for part in (text, yes.words, yes.evidence_name) if part))

    def _add_minor(self) -> None:
        self.column.addWidget(MinorLine(self._parts, self._order, self._host))

    def _add_parcels(self) -> None:
        for parcel in self._order.parcels:
            self.column.addWidget(ParcelLine(self._parts, parcel))
        if not self._order.parcels and self._order.tracking:
            order = self._order
            only = Parcel(
                carrier=order.carrier,
                tracking=order.tracking,
                tracking_url=order.tracking_url,
                sent_on=order.shipped_on or self._parts.today(),
            )
            self.column.addWidget(ParcelLine(self._parts, only))

    def _add_versions(self) -> None:
        words = self._parts.words
        for version in self._order.versions:
            text = self.tr("Version {number} until {when}, {clerk}").format(
                number=version.number, when=words.moment(version.ended_at), clerk=version.staff
            )
            self.column.addWidget(label(text, size="heading", wrap=True))
            if version.words:
                self._say(version.words)
            for change in version.changes:
                name, before, after = self._words.of(change)
                self._say(f"{name}: {before or '–'} → {after or '–'}")

    def _add_acts(self) -> None:
        order = self._order
        made: list[QWidget] = []
        lasting = Matter(order.matter) in LASTING
        if order.state in (CHANGEABLE_WHILE_IT_LASTS if lasting else CHANGEABLE):
            made.append(self._act(self.tr("Change …"), self.change))
        if lasting and order.state not in NO_CONTRACT:
            made.append(self._act(self.tr("Extend …"), self.extend))
        if order.state == "offered":
            made.append(self._act(self.tr("Offer letter"), self._offer_letter))
            made.append(self._act(self.tr("The yes has come …"), self._ask_yes))
        if order.state == "accepted":
            text = self.tr("Change the contract") if order.amends else self.tr("Place the order")
            made.append(self._act(text, self._conclude))
        if order.state in _NOT_YET:
            made.append(self._act(self.tr("Confirmation goes in the parcel"), self._enclose))
        if order.state in _TO_SEND and len(self._left()) > 0:
            made.append(self._act(self.tr("Send a part …"), self._ask_parcel))
        if order.state in BACK_BY_HAND:
            made.append(self._act(self._undo_words(), self._ask_undo))
        if order.has_paid:
            made.append(self._act(self.tr("Refunded today"), self._refunded))
        made.append(self._act(self.tr("Write a letter …"), self._ask_letters))
        holder = QWidget()
        Flow(holder).fill(made)
        self.column.addWidget(holder)

    def _act(self, text: str, do: Callable[[], object]) -> QWidget:
        made = button(text)
        made.clicked.connect(do)
        return made

    def _left(self) -> tuple[tuple[int, Decimal], ...]:
        ordered = [(line.position, line.quantity) for line in self._order.lines]
        return left_to_send(ordered, self._order.parcels, dict(self._order.withdrawn))

    def _ask_letters(self) -> None:
        """The letters that fit the order as it is by now."""
        job = call(order_letters.fitting, self._order.order_id)
        self._parts.jobs.ask(self._host, job, self._offer_letters)

    def _offer_letters(self, kinds: tuple[str, ...]) -> None:
        entries = [(letter_words(kind), partial(self._write, kind)) for kind in kinds]
        if entries:
            offer_letters(self._host, entries)
        else:
            self._parts.say(self.tr("No other letter fits this order now."), "careful")

    def _write(self, kind: str) -> None:
        job = call(order_letters.write, kind, self._order.order_id)
        self._parts.jobs.do(self._host, job, self._host.show_letter)

    def _offer_letter(self) -> None:
        job = call(letters.write, "offer", self._order.order_id)
        self._parts.jobs.do(self._host, job, self._host.show_letter)

    def _ask_yes(self) -> None:
        order = self._order
        YesDialog(self._host, self._parts, order.order_id, order.revision).open()

    def _conclude(self) -> None:
        self.run(lambda seen: call(offers.conclude, self._order.order_id, seen))

    def _enclose(self) -> None:
        """Written and put into the parcel: recorded as that, and then it may be shipped."""
        job = call(letters.enclose, self._order.order_id)
        self._parts.jobs.do(self._host, job, self._host.show_letter)

    def _ask_parcel(self) -> None:
        dialog = AskDialog(self._host, self.tr("What goes in this parcel?"), self.tr("Send it"))
        carrier, tracking = field(self.tr("Carrier")), field(self.tr("Tracking number"))
        carrier.setText(self._order.carrier)
        names = {line.position: line.full_name for line in self._order.lines}
        spins: dict[int, QSpinBox] = {}
        for position, left in self._left():
            spin = QSpinBox()
            spin.setRange(0, int(left))
            spin.setValue(int(left))
            spin.setAccessibleName(names[position])
            spins[position] = spin
            dialog.add(names[position], spin)
        dialog.add(self.tr("Carrier"), carrier)
        dialog.add(self.tr("Tracking number"), tracking)
        if leaves_unpaid(self._order.payment_code, self._order.payment_state):
            dialog.add_hint(self.tr("This order is paid ahead, and has not been paid."), "careful")

        def send() -> None:
            content = {position: Decimal(spin.value()) for position, spin in spins.items()}
            job = call(
                orders.send_parcel, self._order.order_id, carrier.text(), tracking.text(), content,
                self._order.revision,
            )  # fmt: skip
            dialog.do(self._parts.jobs, job, self._host.refresh)

        dialog.given.connect(send)
        dialog.open()

    def _undo_words(self) -> str:
        return {
            "cancelled": self.tr("Undo the cancellation …"),
            "shipped": self.tr("Not shipped after all …"),
            "delivered": self.tr("Not delivered after all …"),
            "closed": self.tr("Not closed after all …"),
        }[self._order.state]

    def _ask_undo(self) -> None:
        dialog = ReasonDialog(self._host)
        dialog.ask_why(self.tr("Why was this wrong?"), self._undo_words().removesuffix(" …"))
        dialog.given.connect(self._undo)
        dialog.open()

    def _undo(self, reason: str) -> None:
        self.run(lambda seen: call(move_back.undo, self._order.order_id, reason, seen))

    def _refunded(self) -> None:
        on = self._parts.today()
        self.run(lambda seen: call(orders.set_refunded, self._order.order_id, on, seen))


def _write_letter(parts: Parts, host: OrderHost, placed: Placed) -> None:
    """What was agreed by phone is written at once."""
    job = call(letters.write, placed.letter, placed.order_id)
    parts.jobs.do(host, job, host.show_letter)
