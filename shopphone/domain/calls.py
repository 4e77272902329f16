"""Calls as the log keeps them, and what a finished call says about itself."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class CallState(StrEnum):
    """Where a call stands for the desk. A machine that answers leaves the call missed."""

    RINGING = "ringing"
    TALKING = "talking"
    WRAP_UP = "wrap_up"
    MISSED = "missed"
    CLOSED = "closed"


class Purpose(StrEnum):
    """What a call is about; outbound calls need one before dialling (§ 7 UWG, law.md 1)."""

    ORDER = "order"
    ADVICE = "advice"
    COMPLAINT = "complaint"
    DELIVERY = "delivery"
    REQUESTED_CALLBACK = "requested_callback"
    ADVERTISING = "advertising"
    OTHER = "other"


# what a result of a call may say: reached, order, helped, complaint, callback, no more advertising
FLAGS = (
    *("reached", "sale", "answered", "complaint", "callback", "no_advertising"),
    *("not_reached", "wrong_number"),
)
WINDOW_CLOSED = "window_closed"  # the program's own: nobody has chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A shop-defined result of a call; reports read the flags, never the name.

    retired: not offered any more; calls that have it keep it.
    """

    outcome_id: int
    key: str
    name_de: str
    name_en: str
    flags: frozenset[str] = frozenset()
    retired: bool = False

    @property
    def is_offered(self) -> bool:
        return not self.retired and self.key != WINDOW_CLOSED

    def name(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name_de


@dataclass(slots=True, kw_only=True)
class OutcomeDraft:
    """A result of a call while it is being named. outcome_id None: a new one."""

    outcome_id: int | None = None
    name_de: str = ""
    name_en: str = ""
    flags: set[str] = field(default_factory=set)


class CallRow(NamedTuple):
    """A line of the call log; `key` = (rang_at in ms, id) pages it.

    A tuple in the order of the log's columns: a page of the log is made of a hundred of them.
    """

    call_id: int
    rang_ms: int
    direction: str
    state: str
    raw_number: str
    e164: str | None
    customer_id: int | None
    customer: str
    seconds: int | None
    purpose: str
    outcome: str
    satisfaction: int | None
    staff: str
    note: str
    answered_by: str = ""

    @property
    def rang_at(self) -> datetime:
        return _EPOCH + timedelta(milliseconds=self.rang_ms)

    @property
    def key(self) -> tuple[int, int]:
        return (self.rang_ms, self.call_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDetail:
    """One call with all that hangs on it."""

    row: CallRow
    own_number: str
    answered_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    by_machine: bool
    order_numbers: tuple[str, ...]
    articles: tuple[tuple[str, str], ...]
    callbacks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFilter:
    """What the call log is narrowed to; empty fields do not narrow.

    number: a telephone number or a part of one, in any spelling.
    """

    text: str = ""
    number: str = ""
    direction: str = ""
    state: str = ""
    purpose: str = ""
    outcome_id: int | None = None
    staff_id: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    customer_id: int | None = None

    @property
    def is_empty(self) -> bool:
        return self == CallFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """A stretch of the log: the first rows that fit, how many fit, the key of every n-th of them.

    reached: the key to count on from, None at the end. share: how much of the log is looked through.
    """

    rows: tuple[CallRow, ...]
    count: int
    anchors: tuple[tuple[int, int], ...]
    reached: tuple[int, int] | None
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedGroup:
    """A number that rang without being reached, with how often and when last."""

    raw_number: str
    e164: str | None
    customer_id: int | None
    customer: str
    times: int
    last_at: datetime
    call_ids: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class WrapUp:
    """What the clerk says at the end of a call. outcome_id None: stays in the wrap-up list."""

    call_id: int
    outcome_id: int | None = None
    satisfaction: int | None = None
    purpose: str = ""
    note: str = ""
    customer_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits between calls: the counts beside the side bar and the lists of an idle desk."""

    wrap_ups: tuple[CallRow, ...]
    missed: tuple[MissedGroup, ...]
    callbacks_due: int
    callbacks_open: int
    letters_queued: int
    orders_unconfirmed: int
    newest: tuple[CallRow, ...]
