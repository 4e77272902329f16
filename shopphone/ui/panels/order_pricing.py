"""What the order form knows of prices: the shop's terms, today's goods, the coupon; asked once, kept."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from shopphone.domain import prices, settling
from shopphone.domain.coupons import Coupon, same_code
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.prices import Pricing
from shopphone.domain.products import Product
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.settling import ShopTerms
from shopphone.services import call, money, orders, products
from shopphone.ui.kit.screen import Parts

_TERMS = frozenset(("setting", "vat_rate", "shipping_method", "staff"))
_GOODS = frozenset(("product", "product_price"))


class OrderPricing(QObject):
    """Answers at once from what it has been told; `known` says that it knows more."""

    known = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._draft = OrderDraft()
        self._goods: dict[int, Product] = {}
        self._coupon: Coupon | None = None
        self._coupon_asked = ""
        self.terms = ShopTerms()
        parts.news.changed.connect(self._changed)
        self._ask_terms()

    def show_draft(self, draft: OrderDraft) -> None:
        """Another order: its goods as they cost today, its coupon."""
        self._draft = draft
        self._ask_goods()
        self.ask_coupon()

    def learn(self, product: Product) -> None:
        self._goods[product.product_id] = product

    def product_of(self, line: LineDraft) -> Product | None:
        return None if line.product_id is None else self._goods.get(line.product_id)

    def price_today(self, line: LineDraft) -> Decimal | None:
        """The list's gross price of today, if it is another than the one this was agreed by."""
        product = self.product_of(line)
        if product is not None and prices.differs_from_list(line, product.price):
            return product.price
        return None

    @property
    def method(self) -> ShippingMethod | None:
        code = self._draft.shipping_code
        return next((m for m in self.terms.methods if m.code == code), None)

    @property
    def pricing(self) -> Pricing:
        today = self._parts.today()
        return settling.pricing_of(self._draft, self.terms.vat, today, self.method)

    def settle(self) -> bool:
        """Bring the draft's amounts up to date; whether a line is written differently now."""
        before = _written(self._draft.lines)
        settling.settle(self._draft, self.pricing, self.method, self._coupon)
        return _written(self._draft.lines) != before

    def follow_quantity(self, line: LineDraft, before: Decimal) -> None:
        product = self.product_of(line)
        if product is not None:
            prices.follow(line, product.offers, before, self.pricing)

    def take_offer(self, line: LineDraft) -> None:
        """The price the shop has for it today instead of what was typed."""
        product = self.product_of(line)
        if product is not None:
            line.listed_price = product.price
            prices.take_offer(line, product.offers, self.pricing)

    def ask_coupon(self) -> None:
        """Look up the coupon whose code stands in the draft."""
        self._coupon, self._coupon_asked = None, same_code(self._draft.coupon_code)
        if self._coupon_asked:
            self._parts.jobs.ask(self, call(money.coupon, self._coupon_asked), self._take_coupon)

    @property
    def coupon_refusal(self) -> Refused | None:
        """Why the coupon takes nothing off; nothing while it does, or while there is none."""
        if not self._draft.coupon_code:
            return None
        return settling.coupon_refusal(self._draft, self._coupon, self._parts.today())

    def _take_coupon(self, coupon: Coupon | None) -> None:
        if coupon is None or coupon.code == same_code(self._draft.coupon_code):
            self._coupon = coupon
            self.known.emit()

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TERMS:
            self._ask_terms()
        if tables & _GOODS:
            self._ask_goods()
        if "coupon" in tables:
            self.ask_coupon()

    def _ask_terms(self) -> None:
        self._parts.jobs.ask(self, call(orders.shop_terms), self._take_terms)

    def _take_terms(self, terms: ShopTerms) -> None:
        self.terms = terms
        self.known.emit()

    def _ask_goods(self) -> None:
        keys = [line.product_id for line in self._draft.lines if line.product_id is not None]
        if keys:
            self._parts.jobs.ask(self, call(products.by_keys, keys), self._take_goods)

    def _take_goods(self, found: tuple[Product, ...]) -> None:
        for product in found:
            self.learn(product)
        self.known.emit()


def _written(lines: Iterable[LineDraft]) -> list[tuple[Decimal, Decimal, Decimal]]:
    return [(line.unit_price, line.vat, line.deposit) for line in lines]
