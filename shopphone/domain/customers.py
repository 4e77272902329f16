"""People who call: their names, numbers and addresses, and what the caller card shows of them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class CustomerKind(StrEnum):
    """§§ 13, 14 BGB: advertising rules and the right of withdrawal depend on it."""

    CONSUMER = "consumer"
    BUSINESS = "business"


class MatchReason(StrEnum):
    """Why a number is thought to belong to someone; the window says it in words."""

    PHONE = "phone"
    OLD_PHONE = "old_phone"
    TRUNK = "trunk"
    DELIVERY_PHONE = "delivery_phone"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One postal address; `name` is the line above the street when it differs from the customer.

    co: with whom somebody lives ("c/o"). post_number: DHL's number of a customer, for lockers.
    """

    name: str = ""
    co: str = ""
    extra: str = ""
    post_number: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "DE"

    @property
    def is_empty(self) -> bool:
        return not (self.street or self.postcode or self.town)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneEntry:
    """A number of a customer. `label`: mobile, home, work, old, trunk. None e164: not parsable."""

    raw: str
    e164: str | None
    label: str = "home"
    phone_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person a number may belong to, and the reason. `detail` is an order number or label."""

    customer_id: int
    number: str
    name: str
    town: str
    reason: MatchReason
    detail: str = ""
    last_contact_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The answer to "who is calling?": nobody, one person, or several to choose from."""

    raw: str
    e164: str | None
    withheld: bool
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOrder:
    """An order as the caller card shows it; payment_state as it stands today.

    still_open: what is left to pay of a paid order that was made dearer; below 0: to be paid back.
    """

    order_id: int
    number: str
    state: str
    payment_state: str
    still_open: Decimal
    placed_on: date
    total: Decimal
    first_line: str
    line_count: int
    carrier: str = ""
    tracking: str = ""
    tracking_url: str = ""
    is_open: bool = True

    @property
    def asks_for_money(self) -> bool:
        """Whether somebody has to pay, pay back or sign; what is open and done waits for its day."""
        if self.payment_state == "open":
            return self.is_open
        return self.payment_state not in ("paid", "refunded")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContact:
    """An earlier call on the caller card."""

    call_id: int
    rang_at: datetime
    direction: str
    state: str
    outcome: str
    note: str
    satisfaction: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCallback:
    """A promise to call back that is still owed."""

    callback_id: int
    due_at: datetime
    words: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAnswer:
    """An article about something this customer bought; `product` says what."""

    article_id: int
    title: str
    product: str
    ordered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentState:
    """Where advertising stands. state: given, withdrawn, not_asked; scope and date when known."""

    channel: str
    state: str
    scope: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerCard:
    """Everything that matters about a caller now, in the order it is shown."""

    customer_id: int
    number: str
    name: str
    kind: str
    language: str
    email: str
    reason: MatchReason | None
    reason_detail: str
    phones: tuple[PhoneEntry, ...]
    billing: Address
    delivery: tuple[Address, ...]
    note: str
    regular: bool
    orders: tuple[CardOrder, ...]
    callbacks: tuple[CardCallback, ...]
    consents: tuple[ConsentState, ...]
    contacts: tuple[CardContact, ...]
    answers: tuple[CardAnswer, ...]
    open_count: int = 0
    group: str = ""
    vat_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """A line of the customer list."""

    customer_id: int
    number: str
    name: str
    sort_name: str
    company: str
    postcode: str
    town: str
    phone: str
    email: str
    kind: str
    order_count: int
    last_contact_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDetail:
    """One customer whole: the card plus the fields the form edits."""

    draft: "CustomerDraft"
    card: CallerCard
    letters: tuple[tuple[int, str, datetime], ...] = ()


@dataclass(slots=True, kw_only=True)
class CustomerDraft:
    """What the customer form edits. customer_id None: not saved yet.

    group: whose prices they have. vat_id: of a business in another EU country.
    """

    customer_id: int | None = None
    number: str = ""
    kind: str = "consumer"
    salutation: str = ""
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    group: str = ""
    vat_id: str = ""
    language: str = "de"
    email: str = ""
    note: str = ""
    phones: list[PhoneEntry] = field(default_factory=list)
    billing: Address = field(default_factory=Address)
    delivery: list[Address] = field(default_factory=list)
    revision: int = 0


def display_name(first_name: str, last_name: str, company: str) -> str:
    """The name as people say it; the company when there is no person."""
    return " ".join(part for part in (first_name, last_name) if part) or company


def sort_name(first_name: str, last_name: str, company: str) -> str:
    """The folded key customers are sorted and prefix-searched by."""
    words = (last_name, first_name, company) if last_name or first_name else (company,)
    return fold(" ".join(part for part in words if part))


_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def fold(text: str) -> str:
    """Lower case with German umlauts spelled out, so Löffler and Loeffler meet."""
    return " ".join(text.casefold().translate(_FOLDS).split())
