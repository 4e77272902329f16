"""The customer form: names, numbers, billing and delivery address, note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.services import call, customers
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, field, label, name_choice, row, scrolling
from shopphone.ui.kit.screen import Parts


class CustomerEditor(Card):
    """Edits a draft; what is refused is said below, nothing typed is lost."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = CustomerDraft()
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
        self._fields = {
            name: field(text)
            for name, text in (
                ("first_name", self.tr("First name")),
                ("last_name", self.tr("Last name")),
                ("company", self.tr("Company")),
                ("email", self.tr("E-mail")),
                ("phone", self.tr("Phone")),
                ("phone2", self.tr("Second phone")),
                ("extra", self.tr("Address addition")),
                ("street", self.tr("Street and number")),
                ("postcode", self.tr("Postcode")),
                ("town", self.tr("Town")),
                ("to_name", self.tr("Delivery: name")),
                ("to_street", self.tr("Delivery: street")),
                ("to_postcode", self.tr("Delivery: postcode")),
                ("to_town", self.tr("Delivery: town")),
            )
        }
        self._country = QComboBox()
        self._country.addItems(["DE", "AT", "CH"])
        self._note = QPlainTextEdit()
        self._note.setFixedHeight(60)
        self._note.setTabChangesFocus(True)
        for text, widget in (
            (self.tr("Salutation"), self._salutation),
            (self.tr("Language of letters"), self._language),
        ):
            name_choice(widget, text)
            form.addRow(text, widget)
        name_choice(self._country, self.tr("Country"))
        for name, line in self._fields.items():
            form.addRow(line.accessibleName(), line)
            if name == "town":
                form.addRow(self.tr("Country"), self._country)
        self._note.setAccessibleName(self.tr("Note"))
        form.addRow(self.tr("Note"), self._note)
        self.rows.addWidget(scrolling(inside, self.tr("Customer form")), 1)
        self._refusal = label(tone="must_not", wrap=True)
        self.rows.addWidget(self._refusal)
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
        self._salutation.setCurrentText(draft.salutation)
        self._language.setCurrentIndex(max(self._language.findData(draft.language), 0))
        phones = [entry.raw for entry in draft.phones] + ["", ""]
        to = draft.delivery[0] if draft.delivery else Address()
        texts = {
            "first_name": draft.first_name, "last_name": draft.last_name, "company": draft.company,
            "email": draft.email, "phone": phones[0], "phone2": phones[1],
            "extra": draft.billing.extra, "street": draft.billing.street,
            "postcode": draft.billing.postcode, "town": draft.billing.town,
            "to_name": to.name, "to_street": to.street, "to_postcode": to.postcode,
            "to_town": to.town,
        }  # fmt: skip
        for name, text in texts.items():
            self._fields[name].setText(text)
        self._country.setCurrentText(draft.billing.country)
        self._note.setPlainText(draft.note)
        self._fields["first_name"].setFocus()

    def save(self) -> None:
        draft = self._draft
        text = {name: widget.text().strip() for name, widget in self._fields.items()}
        draft.salutation = self._salutation.currentText()
        draft.language = str(self._language.currentData())
        draft.first_name, draft.last_name = text["first_name"], text["last_name"]
        draft.company, draft.email = text["company"], text["email"]
        draft.kind = "business" if draft.company else "consumer"
        draft.phones = self._phones(text["phone"], text["phone2"])
        draft.billing = Address(
            extra=text["extra"],
            street=text["street"],
            postcode=text["postcode"],
            town=text["town"],
            country=self._country.currentText(),
        )
        to = Address(
            name=text["to_name"],
            street=text["to_street"],
            postcode=text["to_postcode"],
            town=text["to_town"],
            country=self._country.currentText(),
        )
        draft.delivery = [*([] if to.is_empty else [to]), *draft.delivery[1:]]
        draft.note = self._note.toPlainText()
        self._parts.jobs.do(self, call(customers.save, draft), self._saved, failed=self._refused)

    def _phones(self, *texts: str) -> list[PhoneEntry]:
        """Labels stay with numbers that stay; further numbers are kept."""
        labels = {entry.raw: entry.label for entry in self._draft.phones}
        typed = [PhoneEntry(raw=t, e164=None, label=labels.get(t, "home")) for t in texts if t]
        return [*typed, *self._draft.phones[2:]]

    def _saved(self, customer_id: int) -> None:
        self._parts.say(self.tr("Customer saved."), "fine")
        self.saved.emit(customer_id)

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
