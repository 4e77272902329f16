"""A call of ours on its way to the gate, and what the gate says to the window."""

from dataclasses import dataclass
from datetime import datetime

from shopphone.domain.calls import CallRow, Purpose
from shopphone.domain.consent import DialPurpose

# what the log calls it; a survey is advertising there too
LOGGED = {
    DialPurpose.ORDER: Purpose.ORDER,
    DialPurpose.REQUESTED_CALLBACK: Purpose.REQUESTED_CALLBACK,
    DialPurpose.ADVERTISING: Purpose.ADVERTISING,
    DialPurpose.SATISFACTION: Purpose.ADVERTISING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DialDraft:
    """Whom to call and why. way: card, customer, callback, log, missed, link or campaign.

    raw_number "" with a customer: their first number. purpose "": not chosen yet.
    """

    raw_number: str = ""
    customer_id: int | None = None
    purpose: str = ""
    topic: str = ""
    reason: str = ""
    offers: bool = False
    star_checked: bool = False
    callback_id: int | None = None
    way: str = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the gate would say now. denial "": permitted. topics: what was agreed to.

    requests: the words of the callbacks that are owed.
    """

    raw_number: str
    e164: str
    customer_id: int | None
    name: str
    consumer: bool
    country: str
    has_orders: bool
    requests: tuple[str, ...]
    topics: tuple[str, ...]
    suggested: str
    denial: str
    basis: str = ""
    warnings: tuple[str, ...] = ()
    consent_since: datetime | None = None

    @property
    def permitted(self) -> bool:
        return not self.denial


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialled:
    """What became of an attempt; the call is None where it was denied."""

    attempt_id: int
    denial: str = ""
    call: CallRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """A line of the list of attempts. given_reason: what the clerk wrote."""

    attempt_id: int
    at: datetime
    staff: str
    customer: str
    raw_number: str
    purpose: str
    topic: str
    given_reason: str
    way: str
    permitted: bool
    basis: str
    denial: str
    dialler: str
