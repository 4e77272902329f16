"""Orders: the draft on the phone, the placed order with its snapshot, and its lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import uuid4

from shopphone.domain import order_states
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import CONFIRMATION
from shopphone.domain.money import parse_amount, round2
from shopphone.domain.order_kinds import Direction, Kind, Matter, Term
from shopphone.domain.order_life import Minor, Parcel, Version, Yes
from shopphone.domain.payment import Mandate
from shopphone.domain.renewal import RenewedRight
from shopphone.domain.totals import TotalLine, Totals, totals
from shopphone.domain.vat import STANDARD_RATE, VatMode
from shopphone.domain.withdrawal import Period

_QUANTITY_STEP, PRICE_STEP = Decimal("0.001"), Decimal("0.0001")
MOST = Decimal(1_000_000)  # pieces of a line, or EUR for one of them


@dataclass(slots=True, kw_only=True)
class LineDraft:
    """One line of an order; everything is copied from the product, so later changes never reach it.

    unit_price EUR per piece as the order's VAT mode means it, quantity in pieces, discount a
    fraction (0.1 = 10 %), vat percent. gross_price and home_vat: the same price and rate at home,
    None where they are no others. price_source: see domain.prices; price_note says more, or why.
    listed_price is today's gross price of the product, None for a free line. deposit: EUR per
    piece, in the order's mode too, gross_deposit at home. position: its place in the order that is
    being changed, 0 for a new line. agreed_in: the VAT mode and country its price was agreed for,
    "" once it is priced anew; agreed_amount: what it came to in the order that is being changed.
    """

    position: int = 0
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
    gross_price: Decimal | None = None
    home_vat: Decimal | None = None
    deposit: Decimal = Decimal(0)
    gross_deposit: Decimal = Decimal(0)
    content: Decimal | None = None
    content_unit: str = ""
    withdrawal_rule: str = "normal"
    minimum_age: int = 0
    weight_g: int | None = None
    bulky: bool = False
    warning: str = ""
    stock: Decimal | None = None
    agreed_in: str = ""
    agreed_amount: Decimal = Decimal(0)

    @property
    def full_name(self) -> str:
        return f"{self.name} {self.option}".strip()

    @property
    def is_complete(self) -> bool:
        """It has a name, and amounts that are kept exactly as they were said."""
        return (
            bool(self.name.strip())
            and _kept_exactly(self.quantity, _QUANTITY_STEP, MOST)
            and self.quantity > 0
            and _kept_exactly(self.unit_price, PRICE_STEP, MOST)
            and _kept_exactly(self.discount, PRICE_STEP, Decimal(1))
            and self.discount >= 0
            and _kept_exactly(self.deposit, PRICE_STEP, MOST)
        )


def _kept_exactly(amount: Decimal, step: Decimal, most: Decimal) -> bool:
    return abs(amount) <= most and amount == amount.quantize(step)


@dataclass(slots=True, kw_only=True)
class OrderDraft:
    """The order form's content; saved to the desk's own file as it is typed.

    key: names this draft for ever, so that placing it again gives back the order it became.
    told: read-back point code -> moment it was said (ISO, UTC). deliver_to None: to the billing
    address. discount: EUR off the goods, or discount_rate of them (a fraction); coupon: what the
    coupon takes off. Amounts are meant as vat_mode says; standard_vat is the standard rate where
    the VAT is due. shop_total: what another shop system
    shows for the same order, None if nobody compared. iban and account_holder: for a SEPA mandate.
    based_on: number of the order this extends. changes: the placed order this is a new version of,
    as it was seen at its revision `seen`. early_start: the customer wants the service at once.
    billing_months: how many months a bill covers, 0 for once. of_age: "" nobody asked, yes, no. info_sent: when the information went ahead (ISO), or "".
    told_facts: point -> the facts that were told with it. extension_months, extension_days and
    return_cost: what a change has agreed already, so that it never takes away from it;
    agreed_coupon: its coupon's code, of which agreed_off was granted on agreed_goods;
    keeps_right: what it changes can be withdrawn, whoever the customer is. agreed_shipping holds
    while what it depends on is agreed_shipping_for, see settling.shipping_basis; agreed_standard is
    what standard delivery cost then. agreed_way: code, name and days of that way, whatever the shop
    calls it today. due_on (of the way to pay due_for) and latest_delivery: what a change keeps, or
    the clerk typed; None: as the shop's terms say from today.
    """

    key: str = field(default_factory=lambda: uuid4().hex)
    kind: str = Kind.NEW
    matter: str = Matter.GOODS
    direction: str = Direction.IN
    based_on: str = ""
    changes: int | None = None
    seen: int = 0
    customer_id: int | None = None
    customer_name: str = ""
    customer_kind: str = "consumer"
    customer_group: str = ""
    vat_id: str = ""
    vat_mode: str = VatMode.GROSS
    standard_vat: Decimal = STANDARD_RATE
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
    discount_rate: Decimal = Decimal(0)
    coupon_code: str = ""
    coupon: Decimal = Decimal(0)
    agreed_coupon: str = ""
    agreed_off: Decimal = Decimal(0)
    agreed_goods: Decimal = Decimal(0)
    shop_total: Decimal | None = None
    iban: str = ""
    account_holder: str = ""
    remark: str = ""
    early_start: bool = False
    term_months: int = 0
    term_days: int = 0
    notice_days: int = 0
    renewal: str = ""
    billing_months: int = 0
    of_age: str = ""
    parent: str = ""
    info_sent: str = ""
    extension_months: int = 0
    extension_days: int = 0
    return_cost: str = ""
    keeps_right: bool = False
    agreed_shipping: Decimal | None = None
    agreed_shipping_for: str = ""
    agreed_standard: Decimal | None = None
    agreed_way: list[str] = field(default_factory=list)
    due_on: date | None = None
    due_for: str = ""
    latest_delivery: date | None = None
    told: dict[str, str] = field(default_factory=dict)
    told_facts: dict[str, str] = field(default_factory=dict)
    article_ids: list[int] = field(default_factory=list)
    call_id: int | None = None

    @property
    def residence(self) -> str:
        """Where the buyer lives: whose law of consumers counts, wherever the goods go (Art. 6 Rome I)."""
        return self.billing.country or "DE"

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def keeps_way(self) -> bool:
        """Whether it is sent as agreed, whatever became of that way of sending since."""
        return bool(self.agreed_way) and self.shipping_code == self.agreed_way[0]

    @property
    def term(self) -> Term:
        return Term(
            months=self.term_months,
            days=self.term_days,
            notice_days=self.notice_days,
            renewal=self.renewal,
        )

    def untell(self, codes: Iterable[str]) -> None:
        """These points are to be told again."""
        for code in tuple(codes):
            self.told.pop(code, None)
            self.told_facts.pop(code, None)


def typed_quantity(text: str) -> Decimal:
    """A quantity as a clerk types it, in the thousandths that are kept; Refused if it is none."""
    typed = parse_amount(text).value
    if not _QUANTITY_STEP <= typed <= MOST:
        raise Refused("line_incomplete", field="lines")
    return typed.quantize(_QUANTITY_STEP, ROUND_HALF_UP).normalize() + 0


def draft_totals(draft: OrderDraft) -> Totals:
    """The live totals of a draft, by the same rule as the letter."""
    lines = [
        TotalLine(
            unit_price=line.unit_price,
            quantity=line.quantity,
            discount=line.discount,
            vat=line.vat,
            deposit=line.deposit,
        )
        for line in draft.lines
    ]
    return totals(
        lines,
        discount=draft.discount or round2(goods_of(draft) * draft.discount_rate),
        coupon=draft.coupon,
        shipping=draft.shipping_gross,
        mode=VatMode(draft.vat_mode),
        standard_rate=draft.standard_vat,
    )


def goods_of(draft: OrderDraft) -> Decimal:
    """The value of the goods before anything is taken off."""
    return sum(map(line_value, draft.lines), Decimal(0))


def line_value(line: LineDraft) -> Decimal:
    return round2(line.unit_price * line.quantity * (1 - line.discount))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What placing an order, or writing an offer, gives back; letter: the kind that follows."""

    order_id: int
    number: str
    total: Decimal
    placed_at: datetime
    letter: str = CONFIRMATION


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
    """A placed line, as agreed; today's gross price beside it when the product still exists.

    unit_price, deposit (per piece) and gross (the line's amount) are meant as the order's VAT mode
    says; gross_price is the price agreed as it is at home, with VAT.
    """

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
    deposit: Decimal
    gross_price: Decimal
    price_source: str
    price_note: str
    content: Decimal | None
    content_unit: str
    withdrawal_rule: str
    minimum_age: int
    cancelled_in: int | None
    price_today: Decimal | None

    @property
    def full_name(self) -> str:
        return f"{self.name} {self.option}".strip()


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

    totals.mode, extension_months and return_cost are what held when it was placed: a shop
    that changes them later changes nothing for contracts it has. amends: number of the order that
    this offer changes; change_offers: those that wait for a yes, with their state. no_withdrawal: a
    business that bought without a right of withdrawal. renewed: rights of their own that changes
    brought for what they added. paid_by: how it was paid, where that is not payment_code.
    still_open: what is left to pay of a paid order; below 0: to be paid back. to_pay: what is left
    to pay, whatever has come.
    """

    order_id: int
    number: str
    version: int
    revision: int
    kind: str
    matter: str
    direction: str
    based_on: str
    offer_number: str
    amends: str
    change_offers: tuple[tuple[str, str], ...]
    state: str
    payment_state: str
    placed_at: datetime
    customer_id: int
    customer_number: str
    salutation: str
    last_name: str
    company: str
    of_age: str
    customer: str
    staff: str
    language: str
    billing: Address
    deliver_to: Address | None
    delivery_phone: str
    email: str
    lines: tuple[OrderLine, ...]
    cancelled: tuple[OrderLine, ...]
    totals: Totals
    vat_id: str
    coupon_code: str
    shop_total: Decimal | None
    mandate: Mandate | None
    extension_months: int
    extension_days: int
    return_cost: str
    shipping_code: str
    shipping_name: str
    shipping_days: str
    latest_delivery: date | None
    payment_code: str
    due_on: date | None
    paid_on: date | None
    paid_amount: Decimal
    paid_by: str
    still_open: Decimal
    to_pay: Decimal
    refunded_on: date | None
    carrier: str
    tracking: str
    tracking_url: str
    shipped_on: date | None
    delivered_on: date | None
    remark: str
    early_start: bool
    no_withdrawal: bool
    term_months: int
    term_days: int
    notice_days: int
    renewal: str
    billing_months: int
    yes: Yes | None
    minor: Minor | None
    parcels: tuple[Parcel, ...]
    withdrawn: tuple[tuple[int, Decimal], ...]
    versions: tuple[Version, ...]
    events: tuple[tuple[str, str, datetime, str], ...]
    told: tuple[tuple[str, str, datetime, str], ...]
    articles: tuple[tuple[int, str], ...]
    moves: tuple[OrderMove, ...]
    next_states: tuple[str, ...]
    withdrawal: Period | None
    renewed: tuple[RenewedRight, ...]

    @property
    def has_paid(self) -> bool:
        """Some money has come and did not go back as a whole."""
        refunded = self.payment_state == order_states.PaymentState.REFUNDED
        return self.paid_on is not None and not refunded

    @property
    def can_withdraw(self) -> bool:
        """Whether a withdrawal can be noted in this state."""
        return order_states.may_move(self.state, order_states.OrderState.WITHDRAWN)
