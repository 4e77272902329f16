"""What a phone system reports: a call rings, is dialled, answered, ended; a link is up or down."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CallEventKind(StrEnum):
    """The four things that happen to a call."""

    RINGING = "ringing"
    DIALLING = "dialling"
    ANSWERED = "answered"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvent:
    """One report. call_key names the call across its reports; at is our clock, with zone.

    seconds: talking time of an ended call, None if the phone does not say.
    by_machine: an answering machine picked up, so for the desk the call is missed.
    unknown_end: the end was never reported; the slot was reused.
    elsewhere: it ended for this desk because another phone took it.
    """

    kind: CallEventKind
    call_key: str
    source: str
    direction: str
    number_raw: str
    own_number: str
    at: datetime
    extension: str = ""
    by_machine: bool = False
    seconds: int | None = None
    unknown_end: bool = False
    elsewhere: bool = False


class Link(StrEnum):
    """How the connection to a phone system stands."""

    OFF = "off"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    REFUSED = "refused"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """A health light. refused: it answers, but does not let us listen; reason says why.

    reason: login (user or password), certificate, strange (speaks something else), or nothing.
    """

    source: str
    state: Link
    since: datetime
    last_event_at: datetime | None = None
    kind: str = "fritzbox"
    reason: str = ""
