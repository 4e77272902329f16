"""The order form: one input row that keeps the focus, lines, shipping, payment, live total.

Everything the clerk does edits the draft; the draft is what is saved, read back and placed.
"""

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.customers import Address, CallerCard
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft, Placed, ShippingMethod, draft_totals
from shopphone.domain.products import Product
from shopphone.domain.quantities import split_quantity
from shopphone.domain.readback import ReadBackPoint
from shopphone.services import call, orders, products
from shopphone.ui.kit import keys
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import (
    Card,
    button,
    choice,
    clear,
    field,
    label,
    money,
    row,
    rule,
    scrolling,
)
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.line_table import LineTable
from shopphone.ui.panels.product_input import ProductInput
from shopphone.ui.panels.read_back import ReadBack
from shopphone.ui.panels.state_words import PAYMENTS, payment_method_words

_PAUSE_MS = 80


class OrderForm(Card):
    """One dense form, no wizard; totals follow every keystroke."""

    changed = Signal()
    placed = Signal(object, object)  # the draft, what it became

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.draft = OrderDraft()
        self._methods: tuple[ShippingMethod, ...] = ()
        self._addresses: tuple[Address, ...] = ()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask_points)
        self._search_pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._search_pause.timeout.connect(self._search)
        self._taking = ""
        self._build()
        parts.jobs.ask(self, call(orders.shipping_methods), self._take_methods)

    def show_draft(self, draft: OrderDraft, article_words: str = "") -> None:
        """Show a lane's draft and what stood in its input row; nothing of another lane stays."""
        self.draft = draft
        self._addresses = ()
        self._taking = ""
        self._offers.hide()
        self.input.setText(article_words)
        self._refusal.hide()
        self._other_address.blockSignals(True)
        self._other_address.setChecked(draft.deliver_to is not None)
        self._other_address.blockSignals(False)
        self._show_delivery()
        self._remark.blockSignals(True)
        self._remark.setText(draft.remark)
        self._remark.blockSignals(False)
        payment = self._payment.findData(draft.payment_code)
        self._payment.blockSignals(True)
        self._payment.setCurrentIndex(max(payment, 0))
        self._payment.blockSignals(False)
        self._fill_shipping()
        self.lines.show_lines(draft.lines)
        self._update()

    def set_customer(self, card: CallerCard) -> None:
        """The order is for this customer; their language and addresses come along."""
        self.draft.customer_id = card.customer_id
        self.draft.customer_name = card.name
        self.draft.language = card.language
        self.draft.email = card.email
        self.draft.billing = card.billing
        self.offer_addresses(card.delivery)
        self._fill_shipping()
        self._update()
        self.changed.emit()

    def offer_addresses(self, addresses: tuple[Address, ...]) -> None:
        """Where this customer had goods sent before."""
        self._addresses = addresses

    def add_product(self, product: Product, quantity: Decimal) -> None:
        """A line with everything copied; the same article again counts up."""
        same = next(
            (line for line in self.draft.lines if line.sku == product.sku and not line.price_note),
            None,
        )
        if same is not None:
            same.quantity += quantity
        else:
            self.draft.lines.append(_line_of(product, self.draft.language, quantity))
        self.input.clear()
        self.lines.show_lines(self.draft.lines)
        self._goods_changed()

    def tick_next(self) -> None:
        self.read_back.tick_next()
        tile = self.read_back.next_tile()
        if tile is not None:
            self._scroll.ensureWidgetVisible(tile, 0, 80)

    def place(self) -> None:
        # a copy: the form may be edited, or show another lane, before the answer comes
        draft = deepcopy(self.draft)
        self.place_button.setEnabled(False)
        job = call(orders.place, draft, self.read_back.texts)
        placed, refused = partial(self._was_placed, draft), partial(self._was_refused, draft)
        self._parts.jobs.do(self, job, placed, failed=refused)

    def _build(self) -> None:
        self.input = ProductInput(self.tr("Article: SKU, name or EAN"))
        self.input.setPlaceholderText(
            self.tr("SKU, name or EAN; “3x” before it for three; Enter adds   F4")
        )
        self.input.textChanged.connect(self._typed)
        self.input.taken.connect(self._take)
        self.input.moved.connect(self._move)
        self._offers = QListWidget(self)
        self._offers.setAccessibleName(self.tr("Articles found"))
        self._offers.setObjectName("offers")
        self._offers.itemClicked.connect(self._offer_clicked)
        self._offers.hide()
        self.lines = LineTable(self._parts)
        self.lines.edited.connect(self._goods_changed)
        self.lines.refused.connect(self._show_refusal)
        self._refusal = label(tone="must_not", wrap=True)
        self._refusal.hide()
        self.read_back = ReadBack(self._parts.words)
        self.read_back.told.connect(self._told)
        self.place_button = button(
            self.tr("Place the order"),
            keys.shown("place"),
            kind="primary",
            name=self.tr("Place the order"),
        )
        self.place_button.clicked.connect(self.place)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self.rows.addWidget(self.input)
        self._scroll = scrolling(inside, self.tr("Order"))
        self.rows.addWidget(self._scroll, 1)
        column.addWidget(self.lines)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addLayout(self._terms(), 1)
        bottom.addLayout(self._sums(), 1)
        column.addLayout(bottom)
        column.addWidget(rule())
        column.addWidget(self.read_back)
        column.addStretch(1)
        foot = row(self._refusal, self.place_button)
        foot.setStretch(0, 1)
        foot.setAlignment(self.place_button, Qt.AlignmentFlag.AlignRight)
        self.rows.addLayout(foot)

    def _terms(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self._shipping = choice(self.tr("Shipping"))
        self._shipping.currentIndexChanged.connect(self._shipping_chosen)
        self._payment = choice(self.tr("Payment"))
        for code in PAYMENTS:
            self._payment.addItem(payment_method_words(code), code)
        self._payment.currentIndexChanged.connect(self._payment_chosen)
        self._remark = field(self.tr("Remark for the letter"), self.tr("Remark for the letter"))
        self._remark.textChanged.connect(self._remark_typed)
        for n, (text, widget) in enumerate(
            ((self.tr("Shipping"), self._shipping), (self.tr("Payment"), self._payment))
        ):
            grid.addWidget(label(text, tone="muted"), n, 0)
            grid.addWidget(widget, n, 1)
        grid.setColumnStretch(1, 1)
        self._other_address = QCheckBox(self.tr("Deliver to another address"))
        self._other_address.toggled.connect(self._other_toggled)
        self._delivery = QWidget()
        self._delivery_rows = QGridLayout(self._delivery)
        self._delivery_rows.setContentsMargins(0, 0, 0, 0)
        self._delivery_rows.setSpacing(4)
        self._to_name = field(self.tr("Name on the parcel"), self.tr("Name on the parcel"))
        self._to_street = field(self.tr("Street and number"), self.tr("Street and number"))
        self._to_postcode = field(self.tr("Postcode"), self.tr("Postcode"))
        self._to_town = field(self.tr("Town"), self.tr("Town"))
        typed = (self._to_name, self._to_street, self._to_postcode, self._to_town)
        for n, each in enumerate(typed):
            self._delivery_rows.addWidget(each, n // 2, n % 2)
            each.textEdited.connect(self._delivery_typed)
        grid.addWidget(label(self.tr("Remark"), tone="muted"), 2, 0)
        grid.addWidget(self._remark, 2, 1)
        form = QVBoxLayout()
        form.setSpacing(4)
        form.addLayout(grid)
        form.addWidget(self._other_address)
        form.addWidget(self._delivery)
        form.addStretch(1)
        return form

    def _sums(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        self._sum_rows = QGridLayout()
        self._sum_rows.setVerticalSpacing(3)
        column.addLayout(self._sum_rows)
        self._total = money(size="total")
        self._total.setAccessibleName(self.tr("Total including VAT"))
        column.addLayout(row(label(self.tr("Total incl. VAT"), size="heading"), 1, self._total))
        column.addStretch(1)
        return column

    def _take_methods(self, methods: tuple[ShippingMethod, ...]) -> None:
        self._methods = methods
        self._fill_shipping()
        self._update()

    def _fill_shipping(self) -> None:
        """Only ways that serve the country of delivery."""
        to = self.draft.deliver_to or self.draft.billing
        possible = [m for m in self._methods if (to.country or "DE") in m.countries]
        self._shipping.blockSignals(True)
        self._shipping.clear()
        for method in possible:
            self._shipping.addItem(method.name(self._parts.words.language), method.code)
        index = self._shipping.findData(self.draft.shipping_code)
        self._shipping.setCurrentIndex(max(index, 0) if possible else -1)
        self._shipping.blockSignals(False)
        self.draft.shipping_code = str(self._shipping.currentData() or "")

    def _shipping_chosen(self) -> None:
        self.draft.shipping_code = str(self._shipping.currentData() or "")
        self._goods_changed()

    def _payment_chosen(self) -> None:
        self.draft.payment_code = str(self._payment.currentData())
        self.changed.emit()

    def _remark_typed(self, text: str) -> None:
        self.draft.remark = text
        self.changed.emit()

    def _other_toggled(self, checked: bool) -> None:
        if not checked:
            self.draft.deliver_to = None
        else:
            known = (
                self._addresses[0] if self._addresses else Address(name=self.draft.customer_name)
            )
            self.draft.deliver_to = known
        self._show_delivery()
        self._fill_shipping()
        self._goods_changed()

    def _show_delivery(self) -> None:
        to = self.draft.deliver_to
        self._delivery.setVisible(to is not None)
        if to is not None:
            self._to_name.setText(to.name)
            self._to_street.setText(to.street)
            self._to_postcode.setText(to.postcode)
            self._to_town.setText(to.town)

    def _delivery_typed(self) -> None:
        if self.draft.deliver_to is None:
            return
        self.draft.deliver_to = replace(
            self.draft.deliver_to,
            name=self._to_name.text(),
            street=self._to_street.text(),
            postcode=self._to_postcode.text(),
            town=self._to_town.text(),
        )
        self.changed.emit()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._search_pause.start()
        else:
            self._offers.hide()

    def _search(self) -> None:
        _, words = split_quantity(self.input.text())
        if words:
            self._parts.jobs.ask(self, call(products.find, words), self._offer)

    def _offer(self, found: tuple[Product, ...]) -> None:
        self._offers.clear()
        if not self.input.text().strip():
            self._offers.hide()
            return
        for product in found:
            self._offers.addItem(self._offer_item(product))
        text = self.tr("Free line: “{text}”, price typed afterwards").format(
            text=split_quantity(self.input.text())[1]
        )
        free = QListWidgetItem(text)
        self._offers.addItem(free)
        self._offers.setCurrentRow(0)
        self._place_offers()
        if self._taking and self._taking == self.input.text():
            self._taking = ""
            self._take_current()

    def _place_offers(self) -> None:
        """Over the lines, not between them: nothing below jumps while typing."""
        below = self.input.geometry().bottomLeft()
        height = self._offers.sizeHintForRow(0) * min(self._offers.count(), 9) + 6
        self._offers.setGeometry(below.x(), below.y() + 3, self.input.width(), height)
        self._offers.show()
        self._offers.raise_()

    def _offer_item(self, product: Product) -> QListWidgetItem:
        price = self._parts.words.money(product.price)
        name = product.full_name(self.draft.language)
        item = QListWidgetItem(f"{product.sku}   {name}   {price}   {self._stock(product)}")
        item.setData(Qt.ItemDataRole.UserRole, product)
        return item

    def _stock(self, product: Product) -> str:
        if product.stock is None:
            return ""
        if product.stock > 0:
            return self.tr("{count} in stock").format(count=self._parts.words.number(product.stock))
        if product.next_supply_on:
            day = self._parts.words.short_day(product.next_supply_on)
            return self.tr("sold out, again on {day}").format(day=day)
        return self.tr("sold out")

    def _move(self, step: int) -> None:
        count = self._offers.count()
        if count:
            self._offers.setCurrentRow((self._offers.currentRow() + step) % count)

    def _take(self) -> None:
        """Enter: what is marked; a scanner is faster than the search, so Enter waits for it."""
        if self._search_pause.isActive() or not self._offers.isVisible():
            self._taking = self.input.text()
            self._search_pause.stop()
            self._search()
        else:
            self._take_current()

    def _take_current(self) -> None:
        item = self._offers.currentItem()
        if item is not None:
            self._offer_clicked(item)

    def _offer_clicked(self, item: QListWidgetItem) -> None:
        quantity, words = split_quantity(self.input.text())
        product = item.data(Qt.ItemDataRole.UserRole)
        self._offers.hide()
        if isinstance(product, Product):
            self.add_product(product, quantity)
            if product.warning:
                self._parts.say(product.warning, "careful")
        else:
            self.draft.lines.append(LineDraft(name=words, quantity=quantity, price_source="free"))
            self.input.clear()
            self.lines.show_lines(self.draft.lines)
            self.lines.edit_price(len(self.draft.lines) - 1)
            self._goods_changed()
            return
        self.input.setFocus()

    def _goods_changed(self) -> None:
        """What was told about goods and price is no longer what is ordered."""
        for code in ("P1", "P3", "P4"):
            self.draft.told.pop(code, None)
        self._update()
        self.changed.emit()

    def _update(self) -> None:
        method = next((m for m in self._methods if m.code == self.draft.shipping_code), None)
        goods = draft_totals(replace(self.draft, shipping_gross=Decimal(0))).goods
        free = not self.draft.lines or method is None
        self.draft.shipping_gross = Decimal(0) if free or method is None else method.cost(goods)
        sums = draft_totals(self.draft)
        words = self._parts.words
        clear(self._sum_rows)
        shown = [(self.tr("Goods"), words.money(sums.goods))]
        if sums.discount:
            shown.append((self.tr("Discount"), words.money(-sums.discount)))
        shown.append((self.tr("Shipping"), words.money(sums.shipping)))
        for group in sums.groups:
            text = self.tr("incl. {rate} % VAT").format(rate=words.number(group.rate))
            shown.append((text, words.money(group.vat)))
        for n, (text, amount) in enumerate(shown):
            self._sum_rows.addWidget(label(text, tone="muted"), n, 0)
            self._sum_rows.addWidget(money(amount), n, 1)
        self._total.setText(words.money(sums.total))
        self.place_button.setEnabled(bool(self.draft.lines))
        self.read_back.setVisible(bool(self.draft.lines))
        self.place_button.setVisible(bool(self.draft.lines))
        self.read_back.show_told(self.draft.told)
        self.read_back.expect_points()
        self._pause.start()

    def _ask_points(self) -> None:
        if self.draft.lines:
            draft = deepcopy(self.draft)
            shown = partial(self._show_points, draft.key)
            self._parts.jobs.ask(self, call(orders.read_back, draft), shown)

    def _show_points(self, draft_key: str, points: tuple[ReadBackPoint, ...]) -> None:
        if draft_key == self.draft.key:
            self.read_back.show_points(points, self.draft.told)

    def _told(self, code: str, told: bool) -> None:
        if told:
            self.draft.told[code] = self._parts.now().isoformat()
        else:
            self.draft.told.pop(code, None)
        self.read_back.show_told(self.draft.told)
        self._refusal.hide()
        self.changed.emit()

    def _was_placed(self, draft: OrderDraft, placed: Placed) -> None:
        self._refusal.hide()
        self.placed.emit(draft, placed)

    def _was_refused(self, draft: OrderDraft, error: Exception) -> None:
        if draft.key == self.draft.key:
            self.place_button.setEnabled(True)
            self._show_refusal(error)

    def _show_refusal(self, error: object) -> None:
        if isinstance(error, Exception):
            self._refusal.setText(words_for(error))
            self._refusal.show()
        if isinstance(error, Refused) and error.facts.get("field") == "input":
            self.input.setFocus()

    @property
    def refusal(self) -> str:
        return self._refusal.text() if self._refusal.isVisible() else ""


def _line_of(product: Product, language: str, quantity: Decimal) -> LineDraft:
    english = language == "en"
    return LineDraft(
        sku=product.sku,
        product_id=product.product_id,
        name=product.name_en if english and product.name_en else product.name,
        option=product.option,
        description=(
            product.description_en if english and product.description_en else product.description
        ),
        quantity=quantity,
        unit_price=product.price,
        vat=product.vat,
        listed_price=product.price,
        content=product.content,
        content_unit=product.content_unit,
        withdrawal_rule=product.withdrawal_rule,
        warning=product.warning,
        stock=product.stock,
    )
