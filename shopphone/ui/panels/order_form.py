"""The order form: one input row that keeps the focus, lines, terms, live total, read-back.

Everything the clerk does edits the draft; the draft is what is saved, read back and placed.
"""

from copy import deepcopy
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain import settling
from shopphone.domain.card_numbers import masked
from shopphone.domain.customers import Address, CallerCard
from shopphone.domain.errors import Refused
from shopphone.domain.order_kinds import Direction
from shopphone.domain.orders import LineDraft, OrderDraft, Placed, draft_totals
from shopphone.domain.prices import BY_ITSELF, Source, line_of
from shopphone.domain.products import Product
from shopphone.domain.readback import OF_GOODS, OPENING, ReadBackPoint, outdated
from shopphone.domain.vat import EU, NAMES_BOTH
from shopphone.services import call, changes, offers, orders
from shopphone.ui.kit import keys
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, Elided, button, label, name_button, row, rule, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.line_table import VAT, LineTable
from shopphone.ui.panels.opening import Opening
from shopphone.ui.panels.order_extras import OrderExtras
from shopphone.ui.panels.order_kind import OrderKind
from shopphone.ui.panels.order_pricing import OrderPricing
from shopphone.ui.panels.order_sums import OrderSums
from shopphone.ui.panels.order_terms import OrderTerms
from shopphone.ui.panels.price_reason import PriceReason
from shopphone.ui.panels.product_input import ProductInput
from shopphone.ui.panels.product_offers import ProductOffers
from shopphone.ui.panels.read_back import ReadBack

_PAUSE_MS = 80


class OrderForm(Card):
    """One dense form, no wizard; totals follow every keystroke."""

    changed = Signal()
    placed = Signal(object, object)  # the draft, what it became
    refused = Signal(object)  # why it did not

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.draft = OrderDraft()
        self._corrects = False
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask_points)
        self.input = ProductInput(self.tr("Article: SKU, name or EAN"))
        self.input.setPlaceholderText(
            self.tr("SKU, name or EAN; “3x” before it for three; Enter adds   F4")
        )
        self.offers = ProductOffers(parts, self.input, over=self)
        self.pricing = OrderPricing(parts, self)
        self.lines = LineTable(parts, self.pricing)
        self.reason = PriceReason()
        self._about = Elided(tone="muted")
        self.terms = OrderTerms(parts)
        self.extras = OrderExtras(parts)
        self.kind = OrderKind(parts)
        self.opening = Opening()
        self.sums = OrderSums(parts.words)
        self.read_back = ReadBack(parts.words)
        self._refusal = label(tone="must_not", wrap=True)
        self._refusal.hide()
        place = self.tr("Place the order")
        self.place_button = button(place, keys.shown("place"), kind="primary", name=place)
        self._lay_out()
        self._connect()

    @property
    def refusal(self) -> str:
        return self._refusal.text() if self._refusal.isVisible() else ""

    def show_draft(self, draft: OrderDraft, article_words: str = "") -> None:
        """Show a lane's draft and what stood in its input row; nothing of another lane stays."""
        self.draft = draft
        self.offers.language = draft.language
        self.offers.start_over(article_words)
        self._refusal.hide()
        self.terms.show_draft(draft)
        self.pricing.show_draft(draft)
        self.extras.show_draft(draft)
        self.kind.show_draft(draft)
        self.lines.show_lines(draft.lines)
        self._update()
        self._open_or_close()

    def set_customer(self, card: CallerCard) -> None:
        """The order is for this customer; their language and addresses come along.

        What was told to someone else, or of another price, has to be told again.
        """
        told_to, told_total = self.draft.customer_id, draft_totals(self.draft).total
        self.draft.customer_id = card.customer_id
        self.draft.customer_name = card.name
        self.draft.customer_kind, self.draft.customer_group = card.kind, card.group
        self.draft.vat_id = card.vat_id
        self.draft.language = self.offers.language = card.language
        self.draft.email = card.email
        self.draft.billing = card.billing
        self.offer_addresses(card.delivery)
        self.terms.fill_shipping()
        self.extras.show_draft(self.draft)
        self._update()
        if told_to not in (None, card.customer_id):
            self.draft.untell([code for code in self.draft.told if code != OPENING])
        elif draft_totals(self.draft).total != told_total:
            self._forget_goods()
        self.read_back.show_told(self.draft.told)
        self.changed.emit()

    def offer_addresses(self, addresses: tuple[Address, ...]) -> None:
        """Where this customer had goods sent before."""
        self.terms.offer_addresses(addresses)

    def add_product(self, product: Product, quantity: Decimal) -> None:
        """A line with everything copied; the same article again counts up."""
        self.pricing.learn(product)
        same = next((line for line in self.draft.lines if _counts_up(line, product)), None)
        if same is not None:
            before, same.quantity = same.quantity, same.quantity + quantity
            self.pricing.follow_quantity(same, before)
        else:
            pricing = self.pricing.pricing
            self.draft.lines.append(line_of(product, self.draft.language, quantity, pricing))
        self.lines.show_lines(self.draft.lines)
        self._goods_changed()
        if product.warning:
            self._parts.say(product.warning, "careful")

    def say_corrects(self, corrects: bool) -> None:
        """A change that only puts right an address or a remark needs no new yes."""
        self._corrects = corrects
        self._name_act()

    def _is_offered(self) -> bool:
        return self.kind.yes_reason is not None and not self._corrects

    def tick_next(self) -> None:
        self.read_back.tick_next()
        tile = self.read_back.next_tile()
        if tile is not None:
            self._scroll.ensureWidgetVisible(tile, 0, 80)

    def place(self) -> None:
        # a copy: the form may be edited, or show another lane, before the answer comes
        draft = deepcopy(self.draft)
        self.place_button.setEnabled(False)
        texts = self.read_back.texts
        if self._is_offered():
            job = call(offers.offer, draft, texts)
        elif draft.changes is not None:
            job = call(changes.place, draft, texts)
        else:
            job = call(orders.place, draft, texts)
        placed, refused = partial(self._was_placed, draft), partial(self._was_refused, draft)
        self._parts.jobs.do(self, job, placed, failed=refused)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self._scroll = scrolling(inside, self.tr("Order"))
        self.rows.addWidget(self.opening)
        self.rows.addWidget(self.input)
        self.rows.addWidget(self._scroll, 1)
        terms_and_sums = QHBoxLayout()
        terms_and_sums.setSpacing(12)
        sums = QVBoxLayout()
        sums.setSpacing(4)
        sums.addWidget(self.sums)
        sums.addWidget(self.extras)
        sums.addStretch(1)
        terms_and_sums.addWidget(self.terms, 1)
        terms_and_sums.addLayout(sums, 1)
        column.addWidget(self.lines)
        column.addWidget(self._about)
        column.addWidget(self.reason)
        column.addLayout(terms_and_sums)
        column.addWidget(self.kind)
        column.addWidget(rule())
        column.addWidget(self.read_back)
        column.addStretch(1)
        foot = row(self._refusal, self.place_button)
        foot.setStretch(0, 1)
        foot.setAlignment(self.place_button, Qt.AlignmentFlag.AlignRight)
        self.rows.addLayout(foot)

    def _connect(self) -> None:
        self.offers.product_taken.connect(self.add_product)
        self.offers.free_line_taken.connect(self._add_free_line)
        self.lines.edited.connect(self._goods_changed)
        self.lines.refused.connect(self._show_refusal)
        self.lines.currentCellChanged.connect(self._show_about)
        self.lines.reason_wanted.connect(self.reason.input.setFocus)
        self.reason.typed.connect(self._reason_typed)
        self.reason.done.connect(self.input.setFocus)
        self.pricing.known.connect(self._terms_known)
        self.terms.changed.connect(self.changed)
        self.terms.payment_chosen.connect(self._show_extras)
        self.extras.price_changed.connect(self._goods_changed)
        self.extras.coupon_typed.connect(self.pricing.ask_coupon)
        self.extras.changed.connect(self._extras_typed)
        self.terms.price_changed.connect(self._goods_changed)
        self.kind.changed.connect(self._extras_typed)
        self.opening.said.connect(self._opened)
        self.read_back.told.connect(self._told)
        self.place_button.clicked.connect(self.place)

    def _terms_known(self) -> None:
        """The shop has said more: its terms, today's prices, the coupon."""
        self.offers.free_lines = self.pricing.terms.free_lines
        self.terms.take_terms(self.pricing.terms)
        told_total = draft_totals(self.draft).total
        self._update()
        if self.draft.told and draft_totals(self.draft).total != told_total:
            self._forget_goods()
            self.read_back.show_told(self.draft.told)
            self.changed.emit()
        self.lines.show_lines(self.draft.lines)

    def _show_about(self) -> None:
        """Below the lines: why the marked one costs what it costs."""
        self._about.setText(self.lines.about())
        self._about.setVisible(bool(self.draft.lines))

    def _reason_typed(self) -> None:
        self.lines.show_lines(self.draft.lines)
        self.changed.emit()

    def _extras_typed(self) -> None:
        self._update()
        self.changed.emit()

    def _show_extras(self) -> None:
        """A VAT ID only for a business in another EU country, an account only for a debit."""
        buyer, home = self.pricing.pricing.buyer, self.pricing.terms.vat.home
        abroad = buyer.business and buyer.country in EU and buyer.country != home
        self.extras.show_for(abroad_business=abroad)
        self.extras.say_coupon(self.pricing.coupon_refusal)
        if abroad:
            self.extras.say_vat_id(self.draft.vat_mode in NAMES_BOTH)

    def _add_free_line(self, words: str, quantity: Decimal) -> None:
        self.draft.lines.append(
            LineDraft(name=masked(words), quantity=quantity, price_source=Source.FREE)
        )
        self.lines.show_lines(self.draft.lines)
        self.lines.edit_price(len(self.draft.lines) - 1)
        self._goods_changed()

    def _goods_changed(self) -> None:
        self._forget_goods()
        self._update()
        self.changed.emit()

    def _forget_goods(self) -> None:
        """What was told about goods and price is no longer what is ordered.

        Ticks with their facts wait for the points: what they still say stays told.
        """
        self.draft.untell([code for code in OF_GOODS if code not in self.draft.told_facts])

    def _update(self) -> None:
        if self.pricing.settle():
            self.lines.show_lines(self.draft.lines)
        self.reason.show_lines(self.draft.lines)
        self._show_about()
        self.terms.show_obstacles()
        self._show_extras()
        sums = draft_totals(self.draft)
        self.lines.setColumnHidden(VAT, not sums.shows_vat)
        agreed = settling.has_agreed_shipping(self.draft, self.pricing.method)
        self.sums.show_sums(sums, self.draft.shop_total, agreed_shipping=agreed)
        self.kind.show_needed(self.pricing.terms.text_yes)
        self._name_act()
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
        if draft_key != self.draft.key:
            return
        fallen = outdated(points, self.draft.told_facts)
        self.draft.untell(fallen)
        self.read_back.show_points(points, self.draft.told)
        if fallen:
            self._open_or_close()
            self.changed.emit()

    def _told(self, code: str, told: bool) -> None:
        if told:
            self.draft.told[code] = self._parts.now().isoformat()
            self.draft.told_facts[code] = self.read_back.facts_of(code)
        else:
            self.draft.untell([code])
        self.read_back.show_told(self.draft.told)
        self._refusal.hide()
        self.changed.emit()

    def _opened(self, sentence: str, point: ReadBackPoint) -> None:
        """§ 312a (1) BGB: who calls, for whom and why was said; now the form is open."""
        self.draft.told[OPENING] = self._parts.now().isoformat()
        self.draft.told_facts[OPENING] = point.facts
        self.read_back.keep_text(OPENING, sentence)
        self._open_or_close()
        self.input.setFocus()
        self.changed.emit()

    def _open_or_close(self) -> None:
        closed = self.draft.direction == Direction.OUT and OPENING not in self.draft.told
        self.opening.setVisible(closed)
        for each in (self.input, self._scroll, self.place_button):
            each.setEnabled(not closed)
        if closed:
            shown = partial(self._show_opening, self.draft.key)
            self._parts.jobs.ask(self.opening, call(orders.opening, self.draft.direction), shown)

    def _show_opening(self, draft_key: str, point: ReadBackPoint) -> None:
        if draft_key == self.draft.key:
            self.opening.show_point(point, self.read_back.sentence(point))

    def _name_act(self) -> None:
        """The button says what pressing it does."""
        text = self.tr("Place the order")
        if self.draft.changes is not None:
            text = self.tr("Change the order")
            if self._is_offered():
                text = self.tr("Offer the change")
        elif self.kind.yes_reason is not None:
            text = self.tr("Write the offer")
        name_button(self.place_button, text, keys.shown("place"))

    def _was_placed(self, draft: OrderDraft, placed: Placed) -> None:
        self._refusal.hide()
        self.placed.emit(draft, placed)

    def _was_refused(self, draft: OrderDraft, error: Exception) -> None:
        if draft.key == self.draft.key:
            self.place_button.setEnabled(True)
            self._show_refusal(error)
            self.refused.emit(error)

    def _show_refusal(self, error: object) -> None:
        if isinstance(error, Exception):
            self._refusal.setText(words_for(error))
            self._refusal.show()
        if isinstance(error, Refused) and error.facts.get("field") == "input":
            self.input.setFocus()
        if isinstance(error, Refused) and error.rule == "price_reason_missing":
            self.reason.input.setFocus()


def _counts_up(line: LineDraft, product: Product) -> bool:
    """The same article at the shop's price is one line; what has a price of its own stays apart."""
    return line.product_id == product.product_id and line.price_source in BY_ITSELF
