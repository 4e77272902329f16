"""Orders: the draft on the phone, the placed order with its snapshot, and its lines."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import uuid4

from shopphone.domain import order_states
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount, round2
from shopphone.domain.products import Product
from shopphone.domain.totals import TotalLine, Totals, totals
from shopphone.domain.withdrawal import Period

_QUANTITY_STEP, _PRICE_STEP = Decimal("0.001"), Decimal("0.0001")
_MOST = Decimal(1_000_000)  # pieces of a line, or EUR for one of them


@dataclass(slots=True, kw_only=True)
class LineDraft:
    """One line of an order; everything is copied from the product, so later changes never reach it.

    unit_price gross EUR per piece, quantity in pieces, discount a fraction (0.1 = 10 %),
    vat percent. price_source: list, manual, free; price_note says more. listed_price is
    today's price of the product, None for a free line.
    """

    sku: str = ""
    product_id: int | None = None
    name: str = ""
    option: str = ""
    description: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    vat: Decimal = Decimal(19)
    price_source: str = "list"
    price_note: str = ""
    listed_price: Decimal | None = None
    content: Decimal | None = None
    content_unit: str = ""
    withdrawal_rule: str = "normal"
    warning: str = ""
    stock: Decimal | None = None

    @property
    def full_name(self) -> str:
        return f"{self.name} {self.option}".strip()

    @property
    def is_complete(self) -> bool:
        """It has a name, and amounts that are kept exactly as they were said."""
        return (
            bool(self.name.strip())
            and _kept_exactly(self.quantity, _QUANTITY_STEP, _MOST)
            and self.quantity > 0
            and _kept_exactly(self.unit_price, _PRICE_STEP, _MOST)
            and _kept_exactly(self.discount, _PRICE_STEP, Decimal(1))
            and self.discount >= 0
        )


def _kept_exactly(amount: Decimal, step: Decimal, most: Decimal) -> bool:
    return abs(amount) <= most and amount == amount.quantize(step)


@dataclass(slots=True, kw_only=True)
class OrderDraft:
    """The order form's content; saved to the desk's own file as it is typed.

    key: names this draft for ever, so that placing it again gives back the order it became.
    told: read-back point code -> moment it was said (ISO, UTC). discount: gross EUR off the goods.
    deliver_to None: to the billing address.
    """

    key: str = field(default_factory=lambda: uuid4().hex)
    customer_id: int | None = None
    customer_name: str = ""
    language: str = "de"
    billing: Address = field(default_factory=Address)
    deliver_to: Address | None = None
    delivery_phone: str = ""
    email: str = ""
    lines: list[LineDraft] = field(default_factory=list)
    shipping_code: str = ""
    shipping_gross: Decimal = Decimal(0)
    payment_code: str = "prepay"
    discount: Decimal = Decimal(0)
    remark: str = ""
    told: dict[str, str] = field(default_factory=dict)
    article_ids: list[int] = field(default_factory=list)
    call_id: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.lines


def line_of(product: Product, language: str, quantity: Decimal) -> LineDraft:
    """A line with everything copied from the product, named in the order's language."""
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


def typed_quantity(text: str) -> Decimal:
    """A quantity as a clerk types it, in the thousandths that are kept; Refused if it is none."""
    typed = parse_amount(text).value
    if not _QUANTITY_STEP <= typed <= _MOST:
        raise Refused("line_incomplete", field="lines")
    return typed.quantize(_QUANTITY_STEP, ROUND_HALF_UP).normalize() + 0


def set_typed_price(line: LineDraft, text: str) -> None:
    """ "12,90", "7,00 netto", "-10%" (a discount on the list price)."""
    typed = parse_amount(text)
    amount = abs(typed.value)
    if amount > _MOST:
        raise Refused("line_incomplete", field="lines")
    if typed.meaning is Typed.PERCENT:
        line.discount = min((amount / 100).quantize(_PRICE_STEP, ROUND_HALF_UP), Decimal(1))
        return
    if typed.meaning is Typed.NET:
        amount = round2(amount * (100 + line.vat) / 100)
    line.unit_price = amount.quantize(_PRICE_STEP, ROUND_HALF_UP)
    line.price_source = "free" if line.product_id is None else "manual"


def draft_totals(draft: OrderDraft, *, small_business: bool = False) -> Totals:
    """The live totals of a draft, by the same rule as the letter."""
    return totals(
        [
            TotalLine(
                unit_gross=line.unit_price,
                quantity=line.quantity,
                discount=line.discount,
                vat=line.vat,
            )
            for line in draft.lines
        ],
        discount=draft.discount,
        shipping=draft.shipping_gross,
        small_business=small_business,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What placing an order gives back."""

    order_id: int
    number: str
    total: Decimal
    placed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """A line of the order list."""

    order_id: int
    number: str
    placed_at: datetime
    placed_ms: int
    customer_id: int
    customer: str
    state: str
    payment_state: str
    total: Decimal
    line_count: int
    first_line: str
    tracking: str
    letter_state: str

    @property
    def key(self) -> tuple[int, int]:
        return (self.placed_ms, self.order_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """A placed line, as agreed; today's price beside it when the product still exists."""

    position: int
    sku: str
    name: str
    option: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    vat: Decimal
    gross: Decimal
    price_source: str
    price_note: str
    content: Decimal | None
    content_unit: str
    withdrawal_rule: str
    price_today: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMove:
    """Who moved the order from which state to which, when and why."""

    source: str
    target: str
    at: datetime
    staff: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDetail:
    """One order whole, from its snapshot.

    small_business, extension_months and return_cost are what held when it was placed: a shop
    that changes them later changes nothing for contracts it has.
    """

    order_id: int
    number: str
    version: int
    state: str
    payment_state: str
    placed_at: datetime
    customer_id: int
    customer_number: str
    customer: str
    staff: str
    language: str
    billing: Address
    deliver_to: Address | None
    delivery_phone: str
    email: str
    lines: tuple[OrderLine, ...]
    totals: Totals
    small_business: bool
    extension_months: int
    return_cost: str
    shipping_code: str
    shipping_name: str
    payment_code: str
    due_on: date | None
    paid_on: date | None
    carrier: str
    tracking: str
    tracking_url: str
    shipped_on: date | None
    delivered_on: date | None
    remark: str
    told: tuple[tuple[str, str, datetime, str], ...]
    articles: tuple[tuple[int, str], ...]
    moves: tuple[OrderMove, ...]
    next_states: tuple[str, ...]
    withdrawal: Period | None

    @property
    def can_withdraw(self) -> bool:
        """Whether a withdrawal can be noted in this state."""
        return order_states.may_move(self.state, order_states.OrderState.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippingMethod:
    """A way to send: gross price, free from a goods value, countries it serves, days it takes."""

    code: str
    name_de: str
    name_en: str
    price: Decimal
    free_from: Decimal | None
    countries: tuple[str, ...]
    days_de: str
    days_en: str
    max_days: int
    carrier: str
    tracking_url: str

    def name(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_de

    def cost(self, goods: Decimal) -> Decimal:
        if self.free_from is not None and goods >= self.free_from:
            return Decimal(0)
        return self.price


def shipping_cost(draft: OrderDraft, method: ShippingMethod | None) -> Decimal:
    """What sending this draft costs, gross EUR; nothing while it is empty."""
    if method is None or draft.is_empty:
        return Decimal(0)
    return method.cost(draft_totals(replace(draft, shipping_gross=Decimal(0))).goods)
