"""The order form: one input row that keeps the focus, lines, terms, live total, read-back.

Everything the clerk does edits the draft; the draft is what is saved, read back and placed.
"""

from copy import deepcopy
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.customers import Address, CallerCard
from shopphone.domain.errors import Refused
from shopphone.domain.orders import (
    LineDraft,
    OrderDraft,
    Placed,
    ShippingMethod,
    draft_totals,
    line_of,
    shipping_cost,
)
from shopphone.domain.products import Product
from shopphone.domain.readback import OF_GOODS, ReadBackPoint
from shopphone.services import call, orders
from shopphone.ui.kit import keys
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, label, row, rule, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.line_table import LineTable
from shopphone.ui.panels.order_sums import OrderSums
from shopphone.ui.panels.order_terms import OrderTerms
from shopphone.ui.panels.product_input import ProductInput
from shopphone.ui.panels.product_offers import ProductOffers
from shopphone.ui.panels.read_back import ReadBack

_PAUSE_MS = 80


class OrderForm(Card):
    """One dense form, no wizard; totals follow every keystroke."""

    changed = Signal()
    placed = Signal(object, object)  # the draft, what it became

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.draft = OrderDraft()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask_points)
        self.input = ProductInput(self.tr("Article: SKU, name or EAN"))
        self.input.setPlaceholderText(
            self.tr("SKU, name or EAN; “3x” before it for three; Enter adds   F4")
        )
        self._offers = ProductOffers(parts, self.input, over=self)
        self.lines = LineTable(parts)
        self.terms = OrderTerms(parts.words)
        self.sums = OrderSums(parts.words)
        self.read_back = ReadBack(parts.words)
        self._refusal = label(tone="must_not", wrap=True)
        self._refusal.hide()
        place = self.tr("Place the order")
        self.place_button = button(place, keys.shown("place"), kind="primary", name=place)
        self._small_business = False
        self._lay_out()
        self._connect()
        self._ask_for_vat(frozenset(("setting",)))
        parts.news.changed.connect(self._settings_changed)
        self._ask_methods()

    @property
    def refusal(self) -> str:
        return self._refusal.text() if self._refusal.isVisible() else ""

    def show_draft(self, draft: OrderDraft, article_words: str = "") -> None:
        """Show a lane's draft and what stood in its input row; nothing of another lane stays."""
        self.draft = draft
        self._offers.language = draft.language
        self._offers.start_over(article_words)
        self._refusal.hide()
        self.terms.show_draft(draft)
        self.lines.show_lines(draft.lines)
        self._update()

    def set_customer(self, card: CallerCard) -> None:
        """The order is for this customer; their language and addresses come along.

        What was told to someone else, or of another price, has to be told again.
        """
        told_to, told_total = self.draft.customer_id, draft_totals(self.draft).total
        self.draft.customer_id = card.customer_id
        self.draft.customer_name = card.name
        self.draft.language = self._offers.language = card.language
        self.draft.email = card.email
        self.draft.billing = card.billing
        self.offer_addresses(card.delivery)
        self.terms.fill_shipping()
        self._update()
        if told_to not in (None, card.customer_id):
            self.draft.told.clear()
        elif draft_totals(self.draft).total != told_total:
            self._forget_goods()
        self.read_back.show_told(self.draft.told)
        self.changed.emit()

    def offer_addresses(self, addresses: tuple[Address, ...]) -> None:
        """Where this customer had goods sent before."""
        self.terms.offer_addresses(addresses)

    def add_product(self, product: Product, quantity: Decimal) -> None:
        """A line with everything copied; the same article again counts up."""
        same = next(
            (line for line in self.draft.lines if line.sku == product.sku and not line.price_note),
            None,
        )
        if same is not None:
            same.quantity += quantity
        else:
            self.draft.lines.append(line_of(product, self.draft.language, quantity))
        self.lines.show_lines(self.draft.lines)
        self._goods_changed()
        if product.warning:
            self._parts.say(product.warning, "careful")

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

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self._scroll = scrolling(inside, self.tr("Order"))
        self.rows.addWidget(self.input)
        self.rows.addWidget(self._scroll, 1)
        terms_and_sums = QHBoxLayout()
        terms_and_sums.setSpacing(12)
        terms_and_sums.addWidget(self.terms, 1)
        terms_and_sums.addWidget(self.sums, 1)
        column.addWidget(self.lines)
        column.addLayout(terms_and_sums)
        column.addWidget(rule())
        column.addWidget(self.read_back)
        column.addStretch(1)
        foot = row(self._refusal, self.place_button)
        foot.setStretch(0, 1)
        foot.setAlignment(self.place_button, Qt.AlignmentFlag.AlignRight)
        self.rows.addLayout(foot)

    def _connect(self) -> None:
        self._offers.product_taken.connect(self.add_product)
        self._offers.free_line_taken.connect(self._add_free_line)
        self.lines.edited.connect(self._goods_changed)
        self.lines.refused.connect(self._show_refusal)
        self.terms.changed.connect(self.changed)
        self.terms.price_changed.connect(self._goods_changed)
        self.read_back.told.connect(self._told)
        self._parts.news.changed.connect(self._ask_for_vat)
        self.place_button.clicked.connect(self.place)

    def _ask_for_vat(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._parts.jobs.ask(self, call(orders.is_small_business), self._take_vat)

    def _take_vat(self, small_business: bool) -> None:
        self._small_business = small_business
        self._update()

    def _settings_changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._ask_methods()

    def _ask_methods(self) -> None:
        self._parts.jobs.ask(self, call(orders.shipping_methods), self._take_methods)

    def _take_methods(self, methods: tuple[ShippingMethod, ...]) -> None:
        self.terms.take_methods(methods)
        self._update()

    def _add_free_line(self, words: str, quantity: Decimal) -> None:
        self.draft.lines.append(LineDraft(name=words, quantity=quantity, price_source="free"))
        self.lines.show_lines(self.draft.lines)
        self.lines.edit_price(len(self.draft.lines) - 1)
        self._goods_changed()

    def _goods_changed(self) -> None:
        self._forget_goods()
        self._update()
        self.changed.emit()

    def _forget_goods(self) -> None:
        """What was told about goods and price is no longer what is ordered."""
        for code in OF_GOODS:
            self.draft.told.pop(code, None)

    def _update(self) -> None:
        self.draft.shipping_gross = shipping_cost(self.draft, self.terms.method)
        sums = draft_totals(self.draft, small_business=self._small_business)
        self.sums.show_sums(sums, small_business=self._small_business)
        filled = bool(self.draft.lines)
        self.place_button.setEnabled(filled)
        self.place_button.setVisible(filled)
        self.read_back.setVisible(filled)
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
