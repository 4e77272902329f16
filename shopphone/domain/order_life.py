"""What happens to an order besides its states: versions, the customer's yes, parents, parcels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import zip_longest

from shopphone.domain import deadlines
from shopphone.domain.customers import Address
from shopphone.domain.deadlines import Events
from shopphone.domain.money import ZERO

_OFFER_HOLDS = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """A line as it was agreed in a version; a cancelled one costs nothing and stays."""

    name: str
    quantity: Decimal
    unit_price: Decimal
    gross: Decimal
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What a version of an order binds to: everything a change can touch."""

    lines: tuple[AgreedLine, ...]
    shipping: str
    shipping_cost: Decimal
    discount: Decimal
    total: Decimal
    payment: str
    billing: Address
    deliver_to: Address | None
    remark: str
    term_months: int = 0
    term_days: int = 0
    notice_days: int = 0
    renewal: str = ""
    account: str = ""
    billing_months: int = 0
    due_on: date | None = None
    latest_delivery: date | None = None


Value = Decimal | str | Address | AgreedLine | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs between two versions; None: it was not there, or is no more."""

    code: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier version: until when it held, who ended it, why, and what became different."""

    number: int
    ended_at: datetime
    staff: str
    words: str
    agreed: Agreed
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """The customer's acceptance in text form, with its proof if there is a file.

    offer: number of the offer. of_change: it was one to change this order. is_late: it came after
    the offer had ended, an offer of the customer's that the shop took (§ 150 (1) BGB).
    """

    received_on: date
    recorded_at: datetime
    channel: str
    words: str
    evidence_name: str
    staff: str
    offer: str = ""
    of_change: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Minor:
    """A customer under age: the contract is pending until a parent says yes (§ 108 (1) BGB).

    answer: "" pending, yes, or no. received_on: when the parent had the request; None: nobody
    knows. ratified_until: two weeks after that, or not before two weeks after the request.
    """

    parent: str
    asked_on: date
    answer: str
    words: str
    ratified_until: date
    received_on: date | None = None

    @property
    def is_pending(self) -> bool:
        return not self.answer

    def has_lapsed(self, today: date) -> bool:
        """Without an answer in time it counts as refused (§ 108 (2) S. 2 BGB); the shop proves when
        the request came."""
        return self.is_pending and self.received_on is not None and today > self.ratified_until


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentAsked:
    """An order that waits for a parent's answer, and the last day for it, if that is known."""

    order_id: int
    number: str
    customer: str
    parent: str
    until: date
    is_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A parcel of an order. content: (position of the line, quantity)."""

    carrier: str
    tracking: str
    tracking_url: str
    sent_on: date
    content: tuple[tuple[int, Decimal], ...] = ()


def offer_ends(offered_on: date) -> date:
    """The last day on which an offer can be accepted (§ 148 BGB): the day its letter names."""
    return offered_on + _OFFER_HOLDS


def changes(before: Agreed, after: Agreed) -> tuple[Change, ...]:
    """What is different, in the order it is read: lines first, the total last."""
    return tuple(_changes(before, after))


def _changes(before: Agreed, after: Agreed) -> Iterator[Change]:
    # lines never leave a version: what is cancelled stays in its place, what is new comes last
    for old, new in zip_longest(before.lines, after.lines):
        if old != new:
            yield Change(code="line", before=old, after=new)
    for code in (
        "shipping", "shipping_cost", "discount", "payment", "account", "billing", "deliver_to", "remark",
        "term_months", "term_days", "notice_days", "renewal", "billing_months", "due_on",
        "latest_delivery", "total",
    ):  # fmt: skip
        was, now = getattr(before, code), getattr(after, code)
        if was != now:
            yield Change(code=code, before=was, after=now)


def left_to_send(
    ordered: Sequence[tuple[int, Decimal]],
    parcels: Sequence[Parcel],
    withdrawn: Mapping[int, Decimal],
) -> tuple[tuple[int, Decimal], ...]:
    """What no parcel has taken yet and nobody has withdrawn, by position."""
    gone = sent_by(parcels)
    rest = ((at, many - gone.get(at, ZERO) - withdrawn.get(at, ZERO)) for at, many in ordered)
    return tuple((position, quantity) for position, quantity in rest if quantity > 0)


def sent_by(parcels: Sequence[Parcel]) -> dict[int, Decimal]:
    """What these parcels took of each line, by position."""
    gone: dict[int, Decimal] = {}
    for parcel in parcels:
        for position, quantity in parcel.content:
            gone[position] = gone.get(position, ZERO) + quantity
    return gone


def ratified_until(received_on: date, places: tuple[str, ...]) -> date:
    """The last day for a parent's yes: two weeks after they had the request (§ 108 (2) S. 2 BGB)."""
    return deadlines.reckon("MINOR2W", Events(event_on=received_on, places=places)).last_day
