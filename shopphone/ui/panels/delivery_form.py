"""Another address to deliver to: one the customer had before, or typed; the country decides the fields."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from shopphone.domain.addresses import COUNTRIES, form_of, is_postcode, locker_of
from shopphone.domain.customers import Address
from shopphone.domain.orders import OrderDraft
from shopphone.services import call, places
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import choice, field, label
from shopphone.ui.kit.screen import Parts

_PAUSE_MS = 150


class PlaceFinder:
    """Proposes the town of a postcode; what is typed by hand is never replaced."""

    def __init__(self, parts: Parts, postcode: QLineEdit, town: QLineEdit) -> None:
        self._parts, self._postcode, self._town = parts, postcode, town
        self._proposed = ""
        self._model = QStringListModel(town)
        completer = QCompleter(self._model, town)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        town.setCompleter(completer)
        self._pause = QTimer(town, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.country = "DE"
        postcode.textEdited.connect(self._typed)

    def _typed(self, _text: str) -> None:
        self._pause.start()

    def _ask(self) -> None:
        code = self._postcode.text()
        if is_postcode(code, self.country):
            found = partial(self._found, code)
            self._parts.jobs.ask(self._town, call(places.towns, self.country, code), found)

    def _found(self, code: str, towns: tuple[str, ...]) -> None:
        if code != self._postcode.text():
            return
        self._model.setStringList(list(towns))
        typed = self._town.text().strip()
        # whoever has come to the town already types it: the list offers it there
        if towns and typed in ("", self._proposed) and not self._town.hasFocus():
            self._proposed = towns[0]
            self._town.setText(towns[0])
            self._town.textEdited.emit(towns[0])


class DeliveryForm(QWidget):
    """Edits the draft's delivery address and the phone the carrier may call."""

    changed = Signal()
    country_changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._draft = OrderDraft()
        self._known: tuple[Address, ...] = ()
        self.book = choice(self.tr("Address used before"))
        self.name = _line(self.tr("Name on the parcel"))
        self._name_guard = CardGuard(self.name)
        self._name_guard.decided.connect(self._typed)
        self.co = _line(self.tr("c/o"))
        self.extra = _line(self.tr("Addition"))
        self.post_number = _line(self.tr("Postnummer"))
        self.street = _line(self.tr("Street and number"))
        self.postcode = _line(self.tr("Postcode"))
        self.town = _line(self.tr("Town"))
        self.phone = _line(self.tr("Delivery phone"))
        self.country = choice(self.tr("Country"))
        self.country.addItems(COUNTRIES)
        self.wrong = label(tone="careful", size="small", wrap=True)
        self._finder = PlaceFinder(parts, self.postcode, self.town)
        self._lay_out()
        for each in self._lines():
            each.textEdited.connect(self._typed)
        self.phone.textEdited.connect(self._phone_typed)
        self.country.currentIndexChanged.connect(self._country_chosen)
        self.book.activated.connect(self._known_chosen)

    def show_draft(self, draft: OrderDraft) -> None:
        self._draft = draft
        to = draft.deliver_to
        if to is None:
            return
        for made, text in zip(self._lines(), _texts(to), strict=True):
            made.setText(text)
        self.phone.setText(draft.delivery_phone)
        with QSignalBlocker(self.country):
            if self.country.findText(to.country) < 0:
                self.country.addItem(to.country)
            self.country.setCurrentText(to.country)
        self._show_fields(to)

    def offer(self, addresses: tuple[Address, ...]) -> None:
        """Where this customer had goods sent before."""
        self._known = addresses
        self.book.clear()
        for address in addresses:
            self.book.addItem(
                ", ".join(x for x in (address.name, address.street, address.town) if x)
            )
        self.book.setVisible(len(addresses) > 1)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.book, 0, 0, 1, 2)
        pairs = (
            (self.name, self.co), (self.street, self.extra), (self.postcode, self.town),
            (self.country, self.post_number), (self.phone, None),
        )  # fmt: skip
        for n, (left, right) in enumerate(pairs, 1):
            grid.addWidget(left, n, 0)
            if right is not None:
                grid.addWidget(right, n, 1)
        grid.addWidget(self._name_guard, len(pairs) + 1, 0, 1, 2)
        grid.addWidget(self.wrong, len(pairs) + 2, 0, 1, 2)
        self.book.hide()
        self.wrong.hide()

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (
            self.name, self.co, self.extra, self.post_number, self.street, self.postcode, self.town,
        )  # fmt: skip

    def _typed(self) -> None:
        if self._draft.deliver_to is None:
            return
        _, co, extra, post_number, street, postcode, town = (x.text() for x in self._lines())
        self._draft.deliver_to = to = replace(
            self._draft.deliver_to,
            name=self._name_guard.text(),
            co=co,
            extra=extra,
            post_number=post_number,
            street=street,
            postcode=postcode,
            town=town,
        )
        self._show_fields(to)
        self.changed.emit()

    def _show_fields(self, to: Address) -> None:
        """A Postnummer where there are lockers; what is wrong while it is typed."""
        form = form_of(to.country or "DE")
        self._finder.country = form.country
        self.post_number.setVisible(form.has_post_number)
        said = ""
        if to.postcode and not is_postcode(to.postcode, form.country):
            said = self.tr("Postcodes there look like {sample}.").format(sample=form.sample or "…")
        elif locker_of(to) is not None and not to.post_number:
            said = self.tr("A Packstation needs the customer’s Postnummer.")
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))

    def _phone_typed(self, text: str) -> None:
        self._draft.delivery_phone = text
        self.changed.emit()

    def _country_chosen(self) -> None:
        if self._draft.deliver_to is not None:
            country = self.country.currentText()
            self._draft.deliver_to = replace(self._draft.deliver_to, country=country)
            self._show_fields(self._draft.deliver_to)
            self.country_changed.emit()

    def _known_chosen(self, index: int) -> None:
        if 0 <= index < len(self._known):
            self._draft.deliver_to = self._known[index]
            self.show_draft(self._draft)
            self.country_changed.emit()


def _texts(address: Address) -> tuple[str, ...]:
    return (
        address.name, address.co, address.extra, address.post_number, address.street,
        address.postcode, address.town,
    )  # fmt: skip


def _line(name: str) -> QLineEdit:
    return field(name, name)
