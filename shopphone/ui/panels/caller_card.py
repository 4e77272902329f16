"""The caller card: who, why we think so, and what matters now; the chooser and the unknown caller."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from shopphone.domain.customers import (
    Address,
    CallerCard,
    Candidate,
    CardOrder,
    CustomerDraft,
    CustomerRow,
    Identified,
    MatchReason,
    PhoneEntry,
)
from shopphone.services import call, callers, customers
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import (
    Card,
    Choice,
    Flow,
    button,
    chip,
    clear,
    field,
    label,
    link,
    money,
    row,
    rule,
    scrolling,
)
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.state_words import consent_words, order_words, payment_words

_PAUSE_MS = 120


class CallerPanel(Card):
    """Shows one of: nothing yet, the chooser, the unknown caller, a new customer, the card."""

    identified = Signal(object)  # CallerCard
    order_wanted = Signal(int)
    article_wanted = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._number = ""
        self._call_id: int | None = None
        self._card: CallerCard | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self._choices: list[QWidget] = []
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
        self._begin()
        self._rows.addWidget(label(self.tr("No call in hand"), size="heading"))
        hint = self.tr("When the phone rings, the caller stands here. F2 starts a call by hand.")
        self._rows.addWidget(label(hint, tone="muted", wrap=True))
        self._rows.addStretch(1)

    def show_call(self, number: str, call_id: int, customer_id: int | None) -> None:
        """Find out who this is; a customer already chosen for the call stays."""
        self._number, self._call_id = number, call_id
        if customer_id is not None and self._card and self._card.customer_id == customer_id:
            self._show_card(self._card)
        elif customer_id is not None:
            self._ask_card(customer_id, None, "")
        else:
            self._card = None
            job = call(callers.identify, number)
            self._parts.jobs.ask(self, job, self._identified)

    def refresh(self) -> None:
        if self._card is not None:
            self._ask_card(self._card.customer_id, self._card.reason, self._card.reason_detail)

    def focus_first(self) -> None:
        """F6: the first choice, the search, or the card."""
        target = self._choices[0] if self._choices else self._inside
        target.setFocus()

    def choose_first(self) -> None:
        """Take the first of several people, as Enter on the first choice does."""
        first = self._choices[0] if self._choices else None
        if isinstance(first, QPushButton):
            first.click()

    def _identified(self, found: Identified) -> None:
        self._candidates = found.candidates
        if found.withheld:
            self._show_unknown(self.tr("Number withheld"), found)
        elif len(found.candidates) == 1:
            only = found.candidates[0]
            self._ask_card(only.customer_id, only.reason, only.detail)
        elif found.candidates:
            self._show_chooser(found)
        else:
            self._show_unknown(self.tr("Unknown number"), found)

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

    def _show_unknown(self, title: str, found: Identified) -> None:
        self._begin()
        self._rows.addWidget(label(title, size="title", wrap=True))
        if not found.withheld:
            shown = self._parts.words.phone(found.e164, found.raw)
            self._rows.addWidget(label(shown, tone="muted"))
        hint = (
            self.tr("Ask for the name or an order number; nothing is guessed.")
            if found.withheld
            else self.tr(
                "Belongs to a customer? Search and choose: the number is saved, earlier calls are linked."
            )
        )
        self._rows.addWidget(label(hint, tone="muted", wrap=True))
        self._search = field(self.tr("Search customer"), self.tr("Name, town, order …"))
        self._search_pause = QTimer(self._search, interval=_PAUSE_MS, singleShot=True)
        self._search_pause.timeout.connect(self._search_now)
        self._search.textChanged.connect(self._search_pause.start)
        self._rows.addWidget(self._search)
        self._found_rows = QVBoxLayout()
        self._rows.addLayout(self._found_rows)
        new = button(self.tr("New customer"))
        new.clicked.connect(self._show_form)
        self._choices = [self._search]
        self._rows.addWidget(new)
        self._rows.addStretch(1)

    def _search_now(self) -> None:
        self._parts.jobs.ask(self, call(customers.search, self._search.text(), 6), self._searched)

    def _searched(self, rows: tuple[CustomerRow, ...]) -> None:
        clear(self._found_rows)
        self._choices = [self._search]
        for found in rows:
            name = ", ".join(x for x in (found.name, found.town) if x)
            made = self._choice(name, "", found.customer_id, self._assign)
            self._found_rows.addWidget(made)

    def _show_form(self) -> None:
        self._begin()
        self._rows.addWidget(label(self.tr("New customer"), size="title"))
        self._form = CustomerForm(self._parts, self._number)
        self._form.saved.connect(self._created)
        self._form.cancelled.connect(self._cancelled)
        self._rows.addWidget(self._form)
        self._rows.addStretch(1)
        self._form.first_name.setFocus()

    def _cancelled(self) -> None:
        self._parts.jobs.ask(self, call(callers.identify, self._number), self._identified)

    def _created(self, customer_id: int) -> None:
        if self._call_id is not None:
            self._parts.jobs.do(self, call(callers.assign, self._call_id, customer_id))
        self._ask_card(customer_id, MatchReason.CHOSEN, "")

    def _choose_candidate(self) -> None:
        customer_id = int(self.sender().property("customer"))
        chosen = next(c for c in self._candidates if c.customer_id == customer_id)
        if self._call_id is not None:
            self._parts.jobs.do(self, call(callers.assign, self._call_id, customer_id))
        self._ask_card(customer_id, chosen.reason, chosen.detail)

    def _assign(self) -> None:
        customer_id = int(self.sender().property("customer"))
        if self._call_id is not None:
            self._parts.jobs.do(self, call(callers.assign, self._call_id, customer_id))
        if self._number:
            job = call(callers.assign_number, self._number, customer_id)
            self._parts.jobs.do(self, job, self._linked)
        self._ask_card(customer_id, MatchReason.CHOSEN, "")

    def _linked(self, count: int) -> None:
        sentence = self.tr("The number is saved; earlier calls linked: {count}.")
        self._parts.say(sentence.format(count=count), "fine")

    def _ask_card(self, customer_id: int, reason: MatchReason | None, detail: str) -> None:
        job = call(customers.card, customer_id, reason, detail)
        self._parts.jobs.ask(self, job, self._card_came)

    def _card_came(self, card: CallerCard) -> None:
        self._show_card(card)
        self.identified.emit(card)

    def _show_card(self, card: CallerCard) -> None:
        self._card = card
        self._begin()
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
        if phone is not None and phone.state != "withdrawn":
            stop = button(self.tr("No more advertising"), kind="link")
            stop.clicked.connect(self._stop_advertising)
            self._rows.addWidget(stop)

    def _stop_advertising(self) -> None:
        if self._card is not None:
            job = call(customers.no_advertising, self._card.customer_id)
            self._parts.jobs.do(self, job, self._stopped)

    def _stopped(self, _done: object) -> None:
        self._parts.say(self.tr("Noted: no more advertising, from now on."), "fine")
        self.refresh()

    def _add_callbacks(self, card: CallerCard) -> None:
        if not card.callbacks:
            return
        self._rows.addWidget(label(self.tr("Callbacks owed"), size="heading"))
        today = self._parts.now().date()
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
        if order.payment_state in ("overdue", "open") and order.is_open:
            chips.append(chip(*payment_words(order.payment_state)))
        holder = QWidget()
        Flow(holder).fill(chips)
        rows.addWidget(holder)
        if order.tracking and order.is_open:
            text = f"{order.carrier} {order.tracking}"
            tracked = label(text, tone="muted", size="small", wrap=True)
            rows.addWidget(tracked)
        return made

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
            made.setToolTip(answer.product)
            made.clicked.connect(self._open_article)
            self._rows.addWidget(made)

    def _open_article(self) -> None:
        self.article_wanted.emit(int(self.sender().property("article")))

    def _add_contacts(self, card: CallerCard) -> None:
        if not card.contacts:
            return
        self._rows.addWidget(rule())
        self._rows.addWidget(label(self.tr("Last contacts"), size="heading"))
        today = self._parts.now().date()
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


class CustomerForm(QWidget):
    """A new customer with what an order needs."""

    saved = Signal(int)
    cancelled = Signal()

    def __init__(self, parts: Parts, number: str) -> None:
        super().__init__()
        self._parts = parts
        self._number = number
        self.salutation = QComboBox()
        self.salutation.addItems(["", "Frau", "Herr", "Ms", "Mr"])
        self.salutation.setAccessibleName(self.tr("Salutation"))
        self.language = QComboBox()
        self.language.addItem(self.tr("German"), "de")
        self.language.addItem(self.tr("English"), "en")
        self.language.setAccessibleName(self.tr("Language of letters"))
        self.first_name = field(self.tr("First name"), self.tr("First name"))
        self.last_name = field(self.tr("Last name"), self.tr("Last name"))
        self.company = field(self.tr("Company"), self.tr("Company"))
        self.street = field(self.tr("Street and number"), self.tr("Street and number"))
        self.postcode = field(self.tr("Postcode"), self.tr("Postcode"))
        self.town = field(self.tr("Town"), self.tr("Town"))
        self.country = QComboBox()
        self.country.addItems(["DE", "AT", "CH"])
        self.country.setAccessibleName(self.tr("Country"))
        self.email = field(self.tr("E-mail"), self.tr("E-mail"))
        self._refusal = label(tone="must_not", wrap=True)
        self._refusal.hide()
        save = button(self.tr("Save"), kind="primary")
        save.clicked.connect(self.save)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(row(self.salutation, self.language))
        for each in (self.first_name, self.last_name, self.company, self.street):
            rows.addWidget(each)
        rows.addLayout(row(self.postcode, self.town))
        rows.addLayout(row(self.country, self.email))
        rows.addWidget(self._refusal)
        rows.addLayout(row(cancel, save))
        for each in (self.first_name, self.last_name, self.street, self.town, self.email):
            each.returnPressed.connect(self.save)

    def save(self) -> None:
        draft = CustomerDraft(
            salutation=self.salutation.currentText(),
            first_name=self.first_name.text(),
            last_name=self.last_name.text(),
            company=self.company.text(),
            kind="business" if self.company.text().strip() else "consumer",
            language=str(self.language.currentData()),
            email=self.email.text(),
            phones=[PhoneEntry(raw=self._number, e164=None)] if self._number else [],
            billing=Address(
                street=self.street.text().strip(),
                postcode=self.postcode.text().strip(),
                town=self.town.text().strip(),
                country=self.country.currentText(),
            ),
        )
        self._parts.jobs.do(
            self, call(customers.save, draft), self.saved.emit, failed=self._refused
        )

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
        self._refusal.show()
