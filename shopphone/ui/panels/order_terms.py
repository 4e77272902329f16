"""How an order is sent, paid and delivered: edits the draft's terms as they are chosen."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from shopphone.domain.customers import Address
from shopphone.domain.orders import OrderDraft
from shopphone.domain.payment import is_long_credit
from shopphone.domain.sending import Possible, agreed_way, obstacle, payment_obstacle
from shopphone.domain.settling import ShopTerms
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import choice, field, label
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.delivery_form import DeliveryForm
from shopphone.ui.panels.state_words import PAYMENTS, obstacle_words, payment_method_words


class OrderTerms(QWidget):
    """Shipping, payment, remark, and another address to deliver to."""

    changed = Signal()
    payment_chosen = Signal()
    price_changed = Signal()  # another way of sending, or another country

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._words = parts.words
        self._draft = OrderDraft()
        self._terms = ShopTerms()
        self._known = False  # whether the terms are the shop’s own
        self._shown: object = None
        self._addresses: tuple[Address, ...] = ()
        self.shipping = choice(self.tr("Shipping"))
        self.shipping.currentIndexChanged.connect(self._shipping_chosen)
        self.payment = choice(self.tr("Payment"))
        for code in PAYMENTS:
            self.payment.addItem(payment_method_words(code), code)
        self.payment.currentIndexChanged.connect(self._payment_chosen)
        self._warning = label(tone="careful", size="small", wrap=True)
        self._warning.hide()
        self.remark = field(self.tr("Remark for the letter"), self.tr("Remark for the letter"))
        self._remark_guard = CardGuard(self.remark)
        self._remark_guard.decided.connect(self._remark_typed)
        self.remark.textChanged.connect(self._remark_typed)
        self.other_address = QCheckBox(self.tr("Deliver to another address"))
        self.other_address.toggled.connect(self._other_toggled)
        self.delivery = DeliveryForm(parts)
        self.delivery.changed.connect(self.changed)
        self.delivery.country_changed.connect(self._sent_elsewhere)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._choices())
        rows.addWidget(self._remark_guard)
        rows.addWidget(self._warning)
        rows.addWidget(self.other_address)
        rows.addWidget(self.delivery)
        rows.addStretch(1)

    def show_draft(self, draft: OrderDraft) -> None:
        self._draft = draft
        self._addresses = ()
        with QSignalBlocker(self.other_address):
            self.other_address.setChecked(draft.deliver_to is not None)
        with QSignalBlocker(self.remark):
            self.remark.setText(draft.remark)
        self._remark_guard.look()
        with QSignalBlocker(self.payment):
            self.payment.setCurrentIndex(max(self.payment.findData(draft.payment_code), 0))
        self._show_delivery()
        self.fill_shipping()

    def take_terms(self, terms: ShopTerms) -> None:
        self._terms, self._known = terms, True
        self.fill_shipping()

    def show_obstacles(self) -> None:
        """Goods or address have changed: say what cannot go together, change nothing chosen."""
        possible = self._possible()
        if (possible, self._draft.shipping_code) != self._shown:
            self._fill(possible)
        chosen = next((p for p in possible if p.method.code == self._draft.shipping_code), None)
        said = ""
        if chosen is not None and chosen.obstacle is not None:
            said = self.tr("{way}: {why}. Choose another way.").format(
                way=chosen.method.name(self._words.language), why=obstacle_words(chosen.obstacle)
            )
        elif chosen is not None:
            why = payment_obstacle(self._draft.payment_code, chosen.method, self._draft)
            if why is not None:
                said = self.tr("{way}: {why}. Choose another way.").format(
                    way=payment_method_words(self._draft.payment_code), why=obstacle_words(why)
                )
        elif self._known and not possible:
            said = self.tr("No way of sending goes to this country: the order cannot be placed.")
        elif self._known and not self._draft.shipping_code:
            said = self.tr("None of the ways of sending is possible for this order.")
        if not said and is_long_credit(self._draft.payment_code, self._terms.invoice_days):
            said = self.tr("More than 14 days to pay can be a consumer credit (§ 506 BGB).")
        self._warning.setText(said)
        self._warning.setVisible(bool(said))

    def offer_addresses(self, addresses: tuple[Address, ...]) -> None:
        """Where this customer had goods sent before."""
        self._addresses = addresses
        self.delivery.offer(addresses)

    def fill_shipping(self) -> None:
        """Only ways that serve the country of delivery; the first possible one if none is chosen."""
        possible = self._possible()
        if self._draft.shipping_code not in [each.method.code for each in possible]:
            free = [each.method.code for each in possible if each.obstacle is None]
            self._draft.shipping_code = free[0] if free else ""
        self._fill(possible)

    def _possible(self) -> tuple[Possible, ...]:
        """The ways to this country, each with what else is in its way."""
        to = self._draft.deliver_to or self._draft.billing
        home = self._terms.vat.home
        known = tuple(
            Possible(method=method, obstacle=obstacle(method, self._draft, home))
            for method in self._terms.methods
            if (to.country or home) in method.countries
        )
        gone = self._draft.agreed_way and self._draft.agreed_way[0] not in [
            method.code for method in self._terms.methods
        ]
        return (*known, Possible(method=agreed_way(self._draft), obstacle=None)) if gone else known

    def _fill(self, possible: tuple[Possible, ...]) -> None:
        self._shown = (possible, self._draft.shipping_code)
        with QSignalBlocker(self.shipping):
            self.shipping.clear()
            for n, each in enumerate(possible):
                name = each.method.name(self._words.language)
                if each.obstacle is not None:
                    name = f"{name} ({obstacle_words(each.obstacle)})"
                self.shipping.addItem(name, each.method.code)
                if each.obstacle is not None:
                    self.shipping.setItemData(n, 0, Qt.ItemDataRole.UserRole - 1)
            self.shipping.setCurrentIndex(self.shipping.findData(self._draft.shipping_code))

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for n, (text, widget) in enumerate(
            (
                (self.tr("Shipping"), self.shipping),
                (self.tr("Payment"), self.payment),
                (self.tr("Remark"), self.remark),
            )
        ):
            grid.addWidget(label(text, tone="muted"), n, 0)
            grid.addWidget(widget, n, 1)
        return grid

    def _shipping_chosen(self) -> None:
        self._draft.shipping_code = str(self.shipping.currentData() or "")
        self.price_changed.emit()

    def _payment_chosen(self) -> None:
        self._draft.payment_code = str(self.payment.currentData())
        self.show_obstacles()
        self.payment_chosen.emit()
        self.changed.emit()

    def _remark_typed(self) -> None:
        self._draft.remark = self._remark_guard.text()
        self.changed.emit()

    def _other_toggled(self, checked: bool) -> None:
        known = self._addresses[0] if self._addresses else Address(name=self._draft.customer_name)
        self._draft.deliver_to = known if checked else None
        self._show_delivery()
        self.fill_shipping()
        self.price_changed.emit()

    def _show_delivery(self) -> None:
        self.delivery.setVisible(self._draft.deliver_to is not None)
        self.delivery.show_draft(self._draft)

    def _sent_elsewhere(self) -> None:
        self.fill_shipping()
        self.price_changed.emit()
