"""The customer form: names, numbers, billing and delivery address, note."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from shopphone.domain.customers import Address, CustomerDetail, CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.text_modules import About
from shopphone.services import call, customers
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, field, label, name_choice, row, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.alike import Alike
from shopphone.ui.panels.customer_rows import AddressRows, PhoneRows, choose_text, countries
from shopphone.ui.panels.delivery_form import PlaceFinder
from shopphone.ui.panels.order_dialogs import MeanwhileDialog
from shopphone.ui.panels.text_modules.chooser import ModuleTyping

_FIELD_OF = {
    "email": "email", "billing": "street", "postcode": "postcode", "street": "street",
    "post_number": "post_number",
}  # fmt: skip
_COMPARED = (
    "salutation", "first_name", "last_name", "company", "email", "billing", "phones", "delivery",
    "note",
)  # fmt: skip


class CustomerEditor(Card):
    """Edits a draft; what is refused is said below, nothing typed is lost."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = self._begun = CustomerDraft()
        self._title = label(size="title")
        self.rows.addWidget(self._title)
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 6, 0)
        self._salutation = QComboBox()
        self._salutation.addItems(["", "Frau", "Herr", "Ms", "Mr"])
        self._language = QComboBox()
        self._language.addItem(self.tr("German"), "de")
        self._language.addItem(self.tr("English"), "en")
        self.fields = {
            name: field(text)
            for name, text in (
                ("first_name", self.tr("First name")),
                ("last_name", self.tr("Last name")),
                ("company", self.tr("Company")),
                ("vat_id", self.tr("VAT ID")),
                ("group", self.tr("Price group")),
                ("email", self.tr("E-mail")),
                ("co", self.tr("c/o")),
                ("extra", self.tr("Address addition")),
                ("post_number", self.tr("Postnummer")),
                ("street", self.tr("Street and number")),
                ("postcode", self.tr("Postcode")),
                ("town", self.tr("Town")),
            )
        }
        self.phones = PhoneRows()
        self.delivery = AddressRows()
        self._country = countries(self.tr("Country"), "DE")
        self._note = QPlainTextEdit()
        self._note.setFixedHeight(60)
        self._note.setTabChangesFocus(True)
        ModuleTyping(parts, self._note, self._about)
        for text, widget in (
            (self.tr("Salutation"), self._salutation),
            (self.tr("Language of letters"), self._language),
        ):
            name_choice(widget, text)
            form.addRow(text, widget)
        for name, line in self.fields.items():
            form.addRow(line.accessibleName(), line)
            if name == "email":
                form.addRow(self.tr("Phone"), self.phones)
        form.addRow(self.tr("Country"), self._country)
        form.addRow(self.tr("Delivery"), self.delivery)
        self._note.setAccessibleName(self.tr("Note"))
        form.addRow(self.tr("Note"), self._note)
        self._note_guard = CardGuard(self._note)
        form.addRow(self._note_guard)
        self.rows.addWidget(scrolling(inside, self.tr("Customer form")), 1)
        self._refusal = label(tone="must_not", wrap=True)
        self.alike = Alike(parts)
        self.alike.chosen.connect(self.saved)
        self.rows.addWidget(self.alike)
        self.rows.addWidget(self._refusal)
        self._places = PlaceFinder(parts, self.fields["postcode"], self.fields["town"])
        self._country.currentTextChanged.connect(self._country_chosen)
        for name in ("first_name", "last_name", "company", "email", "postcode"):
            self.fields[name].textEdited.connect(self._look_for_alike)
        save = button(self.tr("Save"), kind="primary")
        save.clicked.connect(self.save)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.left)
        self.rows.addLayout(row(1, cancel, save))

    def begin_new(self) -> None:
        self.begin(CustomerDraft())
        self._title.setText(self.tr("New customer"))

    def begin(self, draft: CustomerDraft) -> None:
        self._draft = draft
        self._title.setText(draft.number or self.tr("New customer"))
        self._refusal.clear()
        choose_text(self._salutation, draft.salutation)
        self._language.setCurrentIndex(max(self._language.findData(draft.language), 0))
        texts = {
            "first_name": draft.first_name, "last_name": draft.last_name, "company": draft.company,
            "vat_id": draft.vat_id, "group": draft.group,
            "email": draft.email, "co": draft.billing.co, "extra": draft.billing.extra,
            "post_number": draft.billing.post_number, "street": draft.billing.street,
            "postcode": draft.billing.postcode, "town": draft.billing.town,
        }  # fmt: skip
        self.phones.show_entries(draft.phones)
        self.delivery.show_addresses(draft.delivery)
        for name, text in texts.items():
            self.fields[name].setText(text)
        choose_text(self._country, draft.billing.country)
        self._note.setPlainText(draft.note)
        self.fields["first_name"].setFocus()
        self._begun = self._content()

    @property
    def refusal(self) -> str:
        """Why it was not saved, and what the other has written."""
        return self._refusal.text()

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._content() != self._begun

    def save(self) -> None:
        draft = self._content()
        self._parts.jobs.do(self, call(customers.save, draft), self._saved, failed=self._refused)

    def _about(self) -> About:
        return About(
            language=str(self._language.currentData()), customer_id=self._draft.customer_id
        )

    def _content(self) -> CustomerDraft:
        """The customer as it is typed."""
        draft = replace(self._draft)
        text = {name: widget.text().strip() for name, widget in self.fields.items()}
        draft.salutation = self._salutation.currentText()
        draft.language = str(self._language.currentData())
        draft.first_name, draft.last_name = text["first_name"], text["last_name"]
        draft.company, draft.email = text["company"], text["email"]
        draft.vat_id, draft.group = text["vat_id"], text["group"]
        draft.kind = "business" if draft.company else "consumer"
        draft.phones = self.phones.entries()
        draft.billing = Address(
            co=text["co"],
            extra=text["extra"],
            post_number=text["post_number"],
            street=text["street"],
            name=draft.billing.name,
            postcode=text["postcode"],
            town=text["town"],
            country=self._country.currentText(),
        )
        draft.delivery = self.delivery.addresses()
        draft.note = self._note_guard.text()
        return draft

    def _saved(self, customer_id: int) -> None:
        self._parts.say(self.tr("Customer saved."), "fine")
        self._begun = self._content()
        self.saved.emit(customer_id)

    def _look_for_alike(self) -> None:
        if self._draft.customer_id is None:
            self.alike.look_for(self._content())

    def _country_chosen(self, country: str) -> None:
        self._places.country = country

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
        if isinstance(error, Refused) and error.rule == "customer_changed_meanwhile":
            dialog = MeanwhileDialog(self, words_for(error))
            dialog.look.connect(self._ask_theirs)
            dialog.anyway.connect(self._save_anyway)
            dialog.open()
            return
        wrong = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        self.fields[_FIELD_OF.get(wrong, "last_name")].setFocus()

    def _save_anyway(self) -> None:
        self._draft = replace(self._draft, revision=0)
        self.save()

    def _ask_theirs(self) -> None:
        if self._draft.customer_id is not None:
            job = call(customers.detail, self._draft.customer_id)
            self._parts.jobs.ask(self, job, self._show_theirs)

    def _show_theirs(self, detail: CustomerDetail) -> None:
        """What the other has written stands beside what is typed here; saving again decides."""
        theirs = detail.draft
        texts = [self._theirs(theirs, self._begun, name) for name in _COMPARED]
        text = self.tr("The other saved: {what}. Saving now keeps what stands here.")
        self._refusal.setText(text.format(what="; ".join(x for x in texts if x) or "–"))
        self._draft = replace(self._draft, revision=theirs.revision)

    def _theirs(self, theirs: CustomerDraft, begun: CustomerDraft, name: str) -> str:
        value = getattr(theirs, name)
        if value == getattr(begun, name):
            return ""
        if isinstance(value, Address):
            return f"{value.street}, {value.postcode} {value.town}"
        if isinstance(value, list):
            return ", ".join(
                getattr(each, "raw", "") or getattr(each, "street", "") for each in value
            )
        return str(value)
