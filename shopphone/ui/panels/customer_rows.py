"""The parts of the customer form that repeat: any number of phone numbers and delivery addresses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from shopphone.domain.addresses import COUNTRIES
from shopphone.domain.customers import Address, PhoneEntry
from shopphone.ui.kit.parts import Button, button, choice, field, row
from shopphone.ui.panels.state_words import PHONE_KINDS, phone_kind_words


class PhoneRows(QWidget):
    """One line per number with what kind it is; an empty line is no number."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_PhoneLine] = []
        self.add = button(self.tr("Another number"), kind="link")
        self.add.clicked.connect(self._add_empty)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(row(self.add, 1))

    def show_entries(self, entries: list[PhoneEntry]) -> None:
        for line in list(self._lines):
            self._remove(line)
        for entry in entries or [PhoneEntry(raw="", e164=None)]:
            self._add(entry)

    def entries(self) -> list[PhoneEntry]:
        return [line.entry() for line in self._lines if line.number.text().strip()]

    @property
    def fields(self) -> list[QLineEdit]:
        return [line.number for line in self._lines]

    def _add_empty(self) -> None:
        self._add(PhoneEntry(raw="", e164=None, label="mobile"))
        self._lines[-1].number.setFocus()

    def _add(self, entry: PhoneEntry) -> None:
        line = _PhoneLine(entry, len(self._lines) + 1)
        line.removed.connect(self._remove)
        self._rows.insertWidget(len(self._lines), line)
        self._lines.append(line)

    def _remove(self, line: "_PhoneLine") -> None:
        self._lines.remove(line)
        _take_away(self, line, self.add)


class _PhoneLine(QWidget):
    removed = Signal(object)

    def __init__(self, entry: PhoneEntry, n: int) -> None:
        super().__init__()
        self._entry = entry
        name = self.tr("Phone {n}").format(n=n)
        self.number = field(name, self.tr("Phone"))
        self.number.setText(entry.raw)
        self.kind = _kinds(self.tr("Kind of number {n}").format(n=n), entry.label)
        remove = button("×", name=self.tr("Remove number {n}").format(n=n))
        remove.clicked.connect(self._remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.number)
        rows.addLayout(row(self.kind, 1, remove, spacing=4))

    def entry(self) -> PhoneEntry:
        typed = self.number.text().strip()
        same = typed == self._entry.raw
        return PhoneEntry(
            raw=typed,
            e164=self._entry.e164 if same else None,
            label=str(self.kind.currentData()),
            phone_id=self._entry.phone_id if same else None,
        )

    def _remove(self) -> None:
        self.removed.emit(self)


class AddressRows(QWidget):
    """Where parcels may go besides the billing address."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[_AddressBlock] = []
        self.add = button(self.tr("Another delivery address"), kind="link")
        self.add.clicked.connect(self._add_empty)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._rows.addLayout(row(self.add, 1))

    def show_addresses(self, addresses: list[Address]) -> None:
        for block in list(self._blocks):
            self._remove(block)
        for address in addresses:
            self._add(address)

    def addresses(self) -> list[Address]:
        found = [block.address() for block in self._blocks]
        return [address for address in found if not address.is_empty]

    @property
    def blocks(self) -> "list[_AddressBlock]":
        return list(self._blocks)

    def _add_empty(self) -> None:
        self._add(Address())
        self._blocks[-1].lines["name"].setFocus()

    def _add(self, address: Address) -> None:
        block = _AddressBlock(address, len(self._blocks) + 1)
        block.removed.connect(self._remove)
        self._rows.insertWidget(len(self._blocks), block)
        self._blocks.append(block)

    def _remove(self, block: "_AddressBlock") -> None:
        self._blocks.remove(block)
        _take_away(self, block, self.add)


class _AddressBlock(QWidget):
    removed = Signal(object)

    def __init__(self, address: Address, n: int) -> None:
        super().__init__()
        names = {
            "name": self.tr("Delivery {n}: name"),
            "co": self.tr("Delivery {n}: c/o"),
            "extra": self.tr("Delivery {n}: addition"),
            "post_number": self.tr("Delivery {n}: Postnummer"),
            "street": self.tr("Delivery {n}: street"),
            "postcode": self.tr("Delivery {n}: postcode"),
            "town": self.tr("Delivery {n}: town"),
        }
        self.lines: dict[str, QLineEdit] = {}
        for part, text in names.items():
            made = field(text.format(n=n), text.format(n=n))
            made.setText(getattr(address, part))
            self.lines[part] = made
        self.country = countries(self.tr("Delivery {n}: country").format(n=n), address.country)
        remove = button("×", name=self.tr("Remove delivery address {n}").format(n=n))
        remove.clicked.connect(self._remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in ("name", "co", "extra", "post_number", "street"):
            rows.addWidget(self.lines[part])
        place = row(self.lines["postcode"], spacing=4)
        place.addWidget(self.lines["town"], 1)
        rows.addLayout(place)
        rows.addLayout(row(self.country, 1, remove))

    def address(self) -> Address:
        typed = {part: line.text().strip() for part, line in self.lines.items()}
        return Address(**typed, country=self.country.currentText())

    def _remove(self) -> None:
        self.removed.emit(self)


def countries(name: str, chosen: str) -> QComboBox:
    """The countries we send to; one that is not among them stays as it was kept."""
    made = choice(name)
    made.addItems(COUNTRIES)
    choose_text(made, chosen)
    return made


def choose_text(made: QComboBox, text: str) -> None:
    """Choose this entry; one that is not offered any more stays possible where it was chosen."""
    if made.findText(text) < 0:
        made.addItem(text)
    made.setCurrentText(text)


def _kinds(name: str, chosen: str) -> QComboBox:
    made = choice(name)
    for code in PHONE_KINDS:
        made.addItem(phone_kind_words(code), code)
    made.setCurrentIndex(max(made.findData(chosen), 0))
    return made


def _take_away(holder: QWidget, line: QWidget, next_focus: Button) -> None:
    """The keyboard goes on where it can add again."""
    if holder.isVisible() and line.isAncestorOf(holder.window().focusWidget() or holder):
        next_focus.setFocus()
    line.hide()
    line.deleteLater()
