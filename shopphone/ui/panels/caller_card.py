"""The caller card: who, why we think so, and what matters now; the chooser and the unknown caller."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from shopphone.domain.customers import (
    CallerCard,
    CardOrder,
    CustomerDraft,
    Identified,
    MatchReason,
)
from shopphone.domain.lanes import LaneWork
from shopphone.domain.order_life import Parcel
from shopphone.services import call, callers, customers
from shopphone.ui.kit import keys
from shopphone.ui.kit.parts import (
    Card,
    Choice,
    Flow,
    button,
    chip,
    clear,
    label,
    link,
    money,
    row,
    rule,
    scrolling,
    tip,
)
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.advertising_bar import AdvertisingBar
from shopphone.ui.panels.parcel_line import ParcelLine
from shopphone.ui.panels.state_words import consent_words, order_words, payment_words
from shopphone.ui.panels.unknown_caller import CustomerForm, UnknownCaller


class CallerPanel(Card):
    """Shows one of: nothing yet, the chooser, the unknown caller, a new customer, the card."""

    identified = Signal(object)  # CallerCard, of the call that is shown
    chosen = Signal(int, int)  # call_id, customer_id: by hand, so it stays
    searched = Signal(str)
    newcomer_typed = Signal(object)  # the form's fields, None once it is closed
    order_wanted = Signal(int)
    withdrawal_wanted = Signal()
    article_wanted = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._number = ""
        self._call_id: int | None = None
        self._certain = False
        self._card: CallerCard | None = None
        self._advertising: AdvertisingBar | None = None
        self._choices: list[QWidget] = []
        self._form: CustomerForm | None = None
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(7)
        self.rows.addWidget(scrolling(self._inside, self.tr("Caller card")), 1)
        self.show_nothing()

    @property
    def card(self) -> CallerCard | None:
        return self._card

    @property
    def choices(self) -> int:
        return len(self._choices)

    def show_nothing(self) -> None:
        self._call_id = None
        self.show_hint(
            self.tr("No call in hand"),
            self.tr("When the phone rings, the caller stands here. F2 starts a call by hand."),
        )

    def show_hint(self, title: str, hint: str) -> None:
        """What stands here once there is someone to show."""
        self._begin()
        self._rows.addWidget(label(title, size="heading"))
        self._rows.addWidget(label(hint, tone="muted", wrap=True))
        self._rows.addStretch(1)

    def show_call(
        self, number: str, call_id: int, work: LaneWork, known: CallerCard | None
    ) -> None:
        """Find out who this is; a customer already chosen for the call stays."""
        self._number, self._call_id = number, call_id
        self._certain = work.customer_id is not None
        if known is not None:
            self._show_card(known)
        else:
            self._begin()
        if work.customer_id is not None:
            self._ask_card(work.customer_id)
        elif work.newcomer is not None:
            self._show_form(work.newcomer)
        else:
            self._identify(work.caller_words)

    def show_customer(self, customer_id: int) -> None:
        """A customer, without a call."""
        self._number, self._call_id = "", None
        self._ask_card(customer_id)

    def refresh(self) -> None:
        if self._card is not None:
            self._ask_card(self._card.customer_id)

    def focus_first(self) -> None:
        """F6: the first choice, the search, or the card."""
        if self._form is not None:
            self._form.first_name.setFocus()
        else:
            target = self._choices[0] if self._choices else self._inside
            target.setFocus()

    def choose_first(self) -> None:
        """Take the first of several people, as Enter on the first choice does."""
        first = self._choices[0] if self._choices else None
        if isinstance(first, QPushButton):
            first.click()

    def _identify(self, words: str) -> None:
        found = partial(self._identified, self._call_id, words)
        self._parts.jobs.ask(self, call(callers.identify, self._number), found)

    def _identified(self, call_id: int | None, words: str, found: Identified) -> None:
        if call_id != self._call_id or self._card is not None or self._form is not None:
            return  # another call is shown, or someone was chosen meanwhile
        if len(found.candidates) == 1:
            self._ask_card(found.candidates[0].customer_id)
        elif found.candidates:
            self._show_chooser(found)
        else:
            self._show_unknown(found, words)

    def _show_chooser(self, found: Identified) -> None:
        self._begin()
        self._rows.addWidget(label(self.tr("Who is it?"), size="title"))
        self._rows.addWidget(label(self._parts.words.phone(found.e164, found.raw), tone="muted"))
        self._rows.addWidget(
            label(self.tr("Several people have this number. Ask, then choose."), wrap=True)
        )
        for candidate in found.candidates:
            name = ", ".join(x for x in (candidate.name, candidate.town) if x)
            why = self._reason(candidate.reason, candidate.detail)
            made = self._choice(name, why, candidate.customer_id, self._choose_candidate)
            self._rows.addWidget(made)
        self._rows.addStretch(1)

    def _show_unknown(self, found: Identified, words: str) -> None:
        self._begin()
        unknown = UnknownCaller(self._parts, found, words)
        unknown.typed.connect(self.searched)
        unknown.chosen.connect(self._assign)
        unknown.new_wanted.connect(self._new_wanted)
        self._choices = [unknown.search]
        self._rows.addWidget(unknown)
        self._rows.addStretch(1)

    def _new_wanted(self) -> None:
        self._show_form({})
        self.newcomer_typed.emit({})
        self.focus_first()

    def _show_form(self, typed: dict[str, str]) -> None:
        self._begin()
        self._rows.addWidget(label(self.tr("New customer"), size="title"))
        self._form = CustomerForm(self._parts, self._number, typed)
        self._form.typed.connect(self.newcomer_typed)
        self._form.wanted.connect(self._save)
        self._form.alike.chosen.connect(self._known_after_all)
        self._form.cancelled.connect(self._cancelled)
        self._rows.addWidget(self._form)
        self._rows.addStretch(1)

    def _known_after_all(self, customer_id: int) -> None:
        self.newcomer_typed.emit(None)
        self._assign(customer_id)

    def _cancelled(self) -> None:
        self._begin()
        self.newcomer_typed.emit(None)
        self._identify("")

    def _save(self, draft: CustomerDraft) -> None:
        assert self._call_id is not None
        saved = partial(self._took, self._call_id)
        refused = partial(self._was_refused, self._call_id)
        job = call(customers.save, draft, self._call_id)
        self._parts.jobs.do(self, job, saved, failed=refused)

    def _was_refused(self, call_id: int, error: Exception) -> None:
        if call_id == self._call_id and self._form is not None:
            self._form.show_refusal(error)

    def _choose_candidate(self) -> None:
        self._take_customer(int(self.sender().property("customer")))

    def _assign(self, customer_id: int) -> None:
        if self._number:
            job = call(callers.assign_number, self._number, customer_id)
            self._parts.jobs.do(self, job, self._linked)
        self._take_customer(customer_id)

    def _take_customer(self, customer_id: int) -> None:
        assert self._call_id is not None
        self._parts.jobs.do(self, call(callers.assign, self._call_id, customer_id))
        self._took(self._call_id, customer_id)

    def _took(self, call_id: int, customer_id: int) -> None:
        """This call is with this customer, whichever call is shown by now."""
        self.chosen.emit(call_id, customer_id)
        if call_id == self._call_id:
            self._certain = True
            self._card = None
            self._ask_card(customer_id)

    def _linked(self, count: int) -> None:
        sentence = self.tr("The number is saved; earlier calls linked: {count}.")
        self._parts.say(sentence.format(count=count), "fine")

    def _ask_card(self, customer_id: int) -> None:
        came = partial(self._card_came, self._call_id)
        if self._call_id is None:
            job = call(customers.card, customer_id)
        else:
            job = call(customers.caller_card, self._number, customer_id)
        self._parts.jobs.ask(self, job, came)

    def _card_came(self, call_id: int | None, card: CallerCard) -> None:
        if call_id != self._call_id:
            return  # another call is shown by now
        self._certain = self._certain or card.reason is MatchReason.PHONE
        if card != self._card:
            self._show_card(card)
        self.identified.emit(card)

    def _show_card(self, card: CallerCard) -> None:
        self._begin()
        self._card = card
        words = self._parts.words
        self._rows.addWidget(label(card.name, size="title", wrap=True))
        place = card.billing.town
        number = words.phone(None, self._number) if self._number else ""
        self._rows.addWidget(
            label(" · ".join(x for x in (number, place) if x), tone="muted", wrap=True)
        )
        if card.reason is not None:
            why = label(
                self._reason(card.reason, card.reason_detail), tone="muted", size="small", wrap=True
            )
            self._rows.addWidget(why)
        if self._call_id is not None:
            self._add_confirmation(card)
        self._add_chips(card)
        address = card.billing
        if not address.is_empty:
            text = f"{address.street}\n{address.postcode} {address.town}"
            self._rows.addWidget(label(text))
        if card.note:
            self._rows.addWidget(label(card.note, tone="careful", wrap=True))
        self._add_callbacks(card)
        self._add_orders(card)
        self._add_answers(card)
        self._add_contacts(card)
        self._rows.addStretch(1)

    def _add_confirmation(self, card: CallerCard) -> None:
        """Who is not certain is asked; whoever is shown, it may be someone else on their phone."""
        if not self._certain:
            yes = button(self.tr("Yes, it is them"))
            yes.clicked.connect(self._confirmed)
            self._choices.append(yes)
        other = button(self.tr("Someone else"), kind="link")
        other.clicked.connect(self._someone_else)
        self._choices.append(other)
        self._rows.addLayout(row(*self._choices, 1))

    def _confirmed(self) -> None:
        if self._card is not None:
            self._take_customer(self._card.customer_id)

    def _someone_else(self) -> None:
        self._begin()
        found = partial(self._show_search, self._call_id)
        self._parts.jobs.ask(self, call(callers.identify, self._number), found)

    def _show_search(self, call_id: int | None, found: Identified) -> None:
        if call_id == self._call_id:
            self._show_unknown(found, "")
            self.focus_first()

    def _add_chips(self, card: CallerCard) -> None:
        chips = []
        if card.regular:
            chips.append(chip(self.tr("Regular customer"), "accent"))
        if card.kind == "business":
            chips.append(chip(self.tr("Business"), "neutral"))
        if card.language == "en":
            chips.append(chip(self.tr("English"), "neutral"))
        phone = next((c for c in card.consents if c.channel == "phone"), None)
        if phone is not None:
            chips.append(chip(*consent_words(phone)))
        holder = QWidget()
        flow = Flow(holder)
        flow.fill(chips)
        self._rows.addWidget(holder)
        self._advertising = AdvertisingBar(
            self, self._parts, card, self._number, self._call_id, self.refresh
        )
        self._rows.addWidget(self._advertising)

    def dial(self) -> None:
        """Call this customer, through the gate."""
        if self._advertising is not None:
            self._advertising.dial()

    def stop_advertising(self) -> None:
        """No more advertising, with one key."""
        if self._advertising is not None:
            self._advertising.stop_advertising()

    def _add_callbacks(self, card: CallerCard) -> None:
        if not card.callbacks:
            return
        self._rows.addWidget(label(self.tr("Callbacks owed"), size="heading"))
        today = self._parts.today()
        for owed in card.callbacks:
            when = self._parts.words.moment(owed.due_at, today)
            self._rows.addLayout(row(chip(when, "careful"), 1))
            self._rows.addWidget(label(owed.words, wrap=True))

    def _add_orders(self, card: CallerCard) -> None:
        self._rows.addWidget(label(self.tr("Orders"), size="heading"))
        if not card.orders:
            self._rows.addWidget(label(self.tr("No orders yet."), tone="muted"))
        for order in card.orders:
            self._rows.addWidget(self._order(order))
        if card.orders:
            act = button(self.tr("Withdrawal …"), keys.shown("withdrawal"), kind="link")
            act.clicked.connect(self.withdrawal_wanted)
            self._rows.addWidget(act)

    def _order(self, order: CardOrder) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 2)
        rows.setSpacing(2)
        number = button(order.number, kind="link")
        number.setProperty("order", order.order_id)
        number.clicked.connect(self._open_order)
        rows.addLayout(row(number, 1, money(self._parts.words.money(order.total))))
        more = f" +{order.line_count - 1}" if order.line_count > 1 else ""
        rows.addWidget(label(f"{order.first_line}{more}", wrap=True))
        chips = [chip(*order_words(order.state))]
        if order.asks_for_money:
            chips.append(self._payment(order))
        holder = QWidget()
        Flow(holder).fill(chips)
        rows.addWidget(holder)
        if order.tracking and order.is_open:
            parcel = Parcel(
                carrier=order.carrier,
                tracking=order.tracking,
                tracking_url=order.tracking_url,
                sent_on=order.placed_on,
            )
            rows.addWidget(ParcelLine(self._parts, parcel))
        return made

    def _payment(self, order: CardOrder) -> QLabel:
        text, tone = payment_words(order.payment_state)
        if order.still_open:
            text = (
                self.tr("open {amount}")
                if order.still_open > 0
                else self.tr("to pay back {amount}")
            ).format(amount=self._parts.words.money(abs(order.still_open)))
        return chip(text, tone)

    def _open_order(self) -> None:
        self.order_wanted.emit(int(self.sender().property("order")))

    def _add_answers(self, card: CallerCard) -> None:
        if not card.answers:
            return
        self._rows.addWidget(rule())
        self._rows.addWidget(label(self.tr("Answers for their goods"), size="heading", wrap=True))
        for answer in card.answers:
            made = link(answer.title)
            made.setProperty("article", answer.article_id)
            made.setToolTip(tip(answer.product))
            made.clicked.connect(self._open_article)
            self._rows.addWidget(made)

    def _open_article(self) -> None:
        self.article_wanted.emit(int(self.sender().property("article")))

    def _add_contacts(self, card: CallerCard) -> None:
        if not card.contacts:
            return
        self._rows.addWidget(rule())
        self._rows.addWidget(label(self.tr("Last contacts"), size="heading"))
        today = self._parts.today()
        for contact in card.contacts:
            when = self._parts.words.moment(contact.rang_at, today)
            stars = "★" * contact.satisfaction if contact.satisfaction else ""
            text = contact.note or contact.outcome or "–"
            line = label(f"{when}  {text} {stars}".strip(), size="small", wrap=True)
            self._rows.addWidget(line)

    def _reason(self, reason: MatchReason, detail: str) -> str:
        labels = {
            "mobile": self.tr("mobile number saved here"),
            "home": self.tr("phone number saved here"),
            "work": self.tr("work number saved here"),
            "trunk": self.tr("main number saved here"),
        }
        if reason is MatchReason.PHONE:
            return labels.get(detail, self.tr("phone number saved here"))
        texts = {
            MatchReason.OLD_PHONE: self.tr("an older number of this customer"),
            MatchReason.TRUNK: self.tr("extension of the company’s main number"),
            MatchReason.DELIVERY_PHONE: self.tr("delivery phone of order {detail}"),
            MatchReason.CHOSEN: self.tr("chosen by hand"),
        }
        return texts[reason].format(detail=detail)

    def _choice(self, name: str, why: str, customer_id: int, slot: Callable[[], Any]) -> QWidget:
        made = Choice(name, why)
        made.setProperty("customer", customer_id)
        made.clicked.connect(slot)
        self._choices.append(made)
        return made

    def _begin(self) -> None:
        clear(self._rows)
        self._choices = []
        self._card = None
        self._advertising = None
        self._form = None
