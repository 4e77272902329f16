"""A caller nobody knows yet: look for the customer, or make a new one."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from shopphone.domain.addresses import COUNTRIES
from shopphone.domain.customers import Address, CustomerDraft, CustomerRow, Identified, PhoneEntry
from shopphone.services import call, customers
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Choice, button, clear, field, label, name_choice, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.alike import Alike
from shopphone.ui.panels.delivery_form import PlaceFinder

_PAUSE_MS = 120
_MOST = 6


class UnknownCaller(QWidget):
    """Search and choose; nothing is guessed."""

    chosen = Signal(int)  # customer_id
    typed = Signal(str)
    new_wanted = Signal()

    def __init__(self, parts: Parts, found: Identified, words: str) -> None:
        super().__init__()
        self._parts = parts
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(7)
        rows.addWidget(label(self._title(found), size="title", wrap=True))
        if not found.withheld:
            rows.addWidget(label(parts.words.phone(found.e164, found.raw), tone="muted"))
        rows.addWidget(label(self._hint(found.withheld), tone="muted", wrap=True))
        self.search = field(self.tr("Search customer"), self.tr("Name, town, order …"))
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(self._pause.start)
        self.search.textEdited.connect(self.typed)
        self.search.returnPressed.connect(self._take)
        rows.addWidget(self.search)
        self._results = QVBoxLayout()
        rows.addLayout(self._results)
        new = button(self.tr("New customer"))
        new.clicked.connect(self.new_wanted)
        rows.addWidget(new)
        self._found: list[QPushButton] = []
        self._taking = ""  # words that Enter was pressed for before they were searched
        self.search.setText(words)

    def _title(self, found: Identified) -> str:
        if found.candidates:
            return self.tr("Who is it?")
        return self.tr("Number withheld") if found.withheld else self.tr("Unknown number")

    def _hint(self, withheld: bool) -> str:
        if withheld:
            return self.tr("Ask for the name or an order number; nothing is guessed.")
        return self.tr(
            "Belongs to a customer? Search and choose: the number is saved, earlier calls are linked."
        )

    def _ask(self) -> None:
        job = call(customers.search, self.search.text(), _MOST)
        self._parts.jobs.ask(self, job, self._searched)

    def _searched(self, rows: tuple[CustomerRow, ...]) -> None:
        clear(self._results)
        self._found = [self._choice(found) for found in rows]
        for made in self._found:
            self._results.addWidget(made)
        wanted, self._taking = self._taking, ""
        if wanted and wanted == self.search.text():
            self._take()

    def _choice(self, found: CustomerRow) -> QPushButton:
        made = Choice(", ".join(x for x in (found.name, found.town) if x))
        made.setProperty("customer", found.customer_id)
        made.clicked.connect(self._clicked)
        return made

    def _take(self) -> None:
        """Enter: the only one found, once it is; among several the clerk chooses."""
        if self._pause.isActive():
            self._taking = self.search.text()
            self._pause.stop()
            self._ask()
        if self._taking or not self._found:
            return
        if len(self._found) == 1:
            self._found[0].click()
        else:
            self._found[0].setFocus()

    def _clicked(self) -> None:
        self.chosen.emit(int(self.sender().property("customer")))


class CustomerForm(QWidget):
    """A new customer with what an order needs."""

    wanted = Signal(object)  # CustomerDraft
    typed = Signal(object)  # the fields' texts by name
    cancelled = Signal()

    def __init__(self, parts: Parts, number: str, typed: dict[str, str]) -> None:
        super().__init__()
        self._number = number
        self.alike = Alike(parts)
        self.salutation = _choice(self.tr("Salutation"))
        self.salutation.addItems(["", "Frau", "Herr", "Ms", "Mr"])
        self.language = _choice(self.tr("Language of letters"))
        self.language.addItem(self.tr("German"), "de")
        self.language.addItem(self.tr("English"), "en")
        self.first_name = field(self.tr("First name"), self.tr("First name"))
        self.last_name = field(self.tr("Last name"), self.tr("Last name"))
        self.company = field(self.tr("Company"), self.tr("Company"))
        self.street = field(self.tr("Street and number"), self.tr("Street and number"))
        self.postcode = field(self.tr("Postcode"), self.tr("Postcode"))
        self.town = field(self.tr("Town"), self.tr("Town"))
        self.country = _choice(self.tr("Country"))
        self.country.addItems(COUNTRIES)
        self._places = PlaceFinder(parts, self.postcode, self.town)
        self.email = field(self.tr("E-mail"), self.tr("E-mail"))
        self._texts = {
            "first_name": self.first_name, "last_name": self.last_name, "company": self.company,
            "street": self.street, "postcode": self.postcode, "town": self.town,
            "email": self.email,
        }  # fmt: skip
        self._choices = {
            "salutation": self.salutation, "language": self.language, "country": self.country,
        }  # fmt: skip
        self._arrange()
        self._fill(typed)
        for text in self._texts.values():
            text.textEdited.connect(self._edited)
            text.returnPressed.connect(self.save)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self._edited)

    def save(self) -> None:
        if not self._save.isEnabled():
            return  # Enter a second time would make the customer twice
        self._save.setEnabled(False)
        self._refusal.hide()
        self.wanted.emit(self._draft())

    def show_refusal(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._refusal.setText(words_for(error))
        self._refusal.show()

    def _arrange(self) -> None:
        self._refusal = label(tone="must_not", wrap=True)
        self._refusal.hide()
        self._save = button(self.tr("Save"), kind="primary")
        self._save.clicked.connect(self.save)
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
        rows.addWidget(self.alike)
        rows.addWidget(self._refusal)
        rows.addLayout(row(cancel, self._save))

    def _fill(self, typed: dict[str, str]) -> None:
        for name, text in self._texts.items():
            text.setText(typed.get(name, ""))
        for name, choice in self._choices.items():
            choice.setCurrentIndex(max(choice.findText(typed.get(name, "")), 0))

    def _edited(self) -> None:
        texts = {name: text.text() for name, text in self._texts.items()}
        choices = {name: choice.currentText() for name, choice in self._choices.items()}
        self._places.country = self.country.currentText()
        self.alike.look_for(self._draft())
        self.typed.emit(texts | choices)

    def _draft(self) -> CustomerDraft:
        return CustomerDraft(
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


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    name_choice(made, name)
    return made
