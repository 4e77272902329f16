"""Customers: found by name, any spelling of a number, place or mail; one customer whole."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from shopphone.domain.customer_letters import CustomerLetterKind
from shopphone.domain.customers import CustomerDetail, CustomerRow
from shopphone.domain.letters_log import Letter
from shopphone.services import call, customer_letters, customers
from shopphone.ui.kit.parts import button, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.answer_letter import AnswerLetterDialog
from shopphone.ui.panels.caller_card import CallerPanel
from shopphone.ui.panels.customer_editor import CustomerEditor
from shopphone.ui.panels.importing.assistant import ImportAssistant
from shopphone.ui.panels.letter_menu import offer_letters
from shopphone.ui.panels.order_dialogs import LetterDialog
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.state_words import letter_words

_MOST = 300


class CustomersScreen(Screen):
    """List at the left, the customer's card at the right; Edit opens the form in its place."""

    TABLES = frozenset(("customer", "customer_phone", "customer_address", "consent"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._chosen_id: int | None = None
        self.list = ListCard(
            self.tr("Customers"),
            (
                Column[CustomerRow](self.tr("Name"), lambda r: r.name, 0),
                Column[CustomerRow](self.tr("Number"), lambda r: r.number, 76),
                Column[CustomerRow](self.tr("Town"), lambda r: f"{r.postcode} {r.town}", 150),
                Column[CustomerRow](self.tr("Phone"), lambda r: r.phone, 130),
                Column[CustomerRow](
                    self.tr("Orders"), lambda r: str(r.order_count), 70, right=True
                ),
            ),
            search=self.tr("Name, number in any spelling, town, postcode, e-mail"),
            empty=self.tr("Nobody fits. New customers are made here or during a call."),
            key=lambda r: r.customer_id,
        )
        self.list.search_changed.connect(self.refresh)
        self.list.chosen.connect(self._chosen)
        self.list.chosen_again.connect(self._chosen)
        self.list.opened.connect(self._chosen)
        new = button(self.tr("New customer"))
        new.clicked.connect(self._new)
        self._edit = button(self.tr("Edit"))
        self._edit.clicked.connect(self._edit_clicked)
        self._edit.setEnabled(False)
        self._letter = button(self.tr("Write a letter …"))
        self._letter.clicked.connect(self._ask_letters)
        self._letter.setEnabled(False)
        take_in = button(self.tr("Take in …"))
        take_in.clicked.connect(self._ask_imports)
        self.list.rows.addLayout(row(new, take_in, 1, self._letter, self._edit))
        self.starts_at = self.list.search
        self.card = CallerPanel(parts)
        self.card.show_hint(
            self.tr("Customer"), self.tr("Choose a customer to see orders, contacts and consent.")
        )
        self.card.order_wanted.connect(self._open_order)
        self.card.article_wanted.connect(self._open_article)
        self.editor = CustomerEditor(parts)
        self.editor.saved.connect(self._saved)
        self.editor.left.connect(self._left)
        self._right = QStackedWidget()
        self._right.addWidget(self.card)
        self._right.addWidget(self.editor)
        self._right.setFixedWidth(400)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 1)
        columns.addWidget(self._right)

    def refresh(self) -> None:
        job = call(customers.page, self.list.search.text(), None, _MOST)
        self.parts.jobs.ask(self, job, self.list.show_rows)

    def open(self, wanted: object) -> None:
        if isinstance(wanted, int):
            self._show(wanted)
        else:
            self.list.search.setText(str(wanted))
            self.list.search.setFocus()

    def act(self, code: str) -> bool:
        actions = {"dial": self.card.dial, "no_advertising": self.card.stop_advertising}
        if code in actions and self._right.currentWidget() is self.card:
            actions[code]()
            return True
        return False

    def _chosen(self, found: CustomerRow) -> None:
        self._show(found.customer_id)

    def _show(self, customer_id: int) -> None:
        if self._is_editing():
            self.list.mark(self._chosen_id)
            return
        self._chosen_id = customer_id
        self.list.mark(customer_id)
        self._edit.setEnabled(True)
        self._letter.setEnabled(True)
        self._right.setCurrentWidget(self.card)
        self.card.show_customer(customer_id)

    def _is_editing(self) -> bool:
        """Whether the form has unsaved words; they are never thrown away by choosing someone else."""
        editing = self._right.currentWidget() is self.editor and self.editor.changed
        if editing:
            self.parts.say(self.tr("Save this customer or cancel first."), "careful")
        return editing

    def _ask_imports(self) -> None:
        """From another shop system, or from a telephone."""
        offers = (
            ("customers", self.tr("Customers from a table")),
            ("orders", self.tr("Orders with their customers")),
            ("contacts", self.tr("Address book of a telephone (vCard)")),
            ("phonebook", self.tr("Phone book of a FRITZ!Box (XML)")),
        )
        offer_letters(self, [(text, partial(self._import, kind, text)) for kind, text in offers])

    def _import(self, kind: str, title: str) -> None:
        dialog = ImportAssistant(self, self.parts, kind, title)
        dialog.taken.connect(self.refresh)
        dialog.open()

    def _new(self) -> None:
        if self._is_editing():
            return
        self.editor.begin_new()
        self._right.setCurrentWidget(self.editor)

    def _edit_clicked(self) -> None:
        if self._chosen_id is not None and not self._is_editing():
            job = call(customers.detail, self._chosen_id)
            self.parts.jobs.ask(self, job, self._edit_this)

    def _ask_letters(self) -> None:
        """What can be written to this customer by now."""
        if self._chosen_id is not None:
            then = partial(self._offer_letters, self._chosen_id)
            self.parts.jobs.ask(self, call(customer_letters.fitting, self._chosen_id), then)

    def _offer_letters(self, customer_id: int, kinds: tuple[str, ...]) -> None:
        if customer_id != self._chosen_id:
            return
        if not kinds:
            self.parts.say(
                self.tr("Without an address nothing can be sent. Edit adds one."), "careful"
            )
            return
        offer_letters(
            self, [(letter_words(kind), partial(self._write, kind, customer_id)) for kind in kinds]
        )

    def _write(self, kind: str, customer_id: int) -> None:
        if kind == CustomerLetterKind.ANSWER:
            found = call(customers.detail, customer_id)
            self.parts.jobs.ask(self, found, partial(self._choose_answers, customer_id))
        else:
            written = call(customer_letters.write, kind, customer_id)
            self.parts.jobs.do(self, written, self._show_letter)

    def _choose_answers(self, customer_id: int, found: CustomerDetail) -> None:
        dialog = AnswerLetterDialog(self, self.parts, customer_id, found.draft.language)
        dialog.written.connect(self._show_letter)
        dialog.open()

    def _show_letter(self, letter: Letter) -> None:
        LetterDialog(self, self.parts, letter).open()

    def _edit_this(self, found: CustomerDetail) -> None:
        self.editor.begin(replace(found.draft))
        self._right.setCurrentWidget(self.editor)

    def _saved(self, customer_id: int) -> None:
        self._right.setCurrentWidget(self.card)
        self._show(customer_id)
        self.card.refresh()
        self.refresh()

    def _left(self) -> None:
        self._right.setCurrentWidget(self.card)

    def _open_order(self, order_id: int) -> None:
        self.parts.open_screen("orders", order_id)

    def _open_article(self, article_id: int) -> None:
        self.parts.open_screen("knowledge", article_id)
