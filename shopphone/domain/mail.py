"""E-mail of letters: the server's settings, how a try ended, and when the next one is due."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LETTER, INFO = "letter", "info"  # what a message carries: a letter, or the information beforehand
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+\.[^@\s.<>,;:\"()\[\]\\]+")
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
_WAITS = (5, 10, 20, 40, 80, 160, 240)  # minutes; greylisting wants at least five
_GIVE_UP = timedelta(days=3)
_LONGEST_SUBJECT = 200


class Mode(StrEnum):
    """How the line to the server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class MailState(StrEnum):
    """Where a message stands. ASKED: only the customer or the mailbox can say whether it arrived."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    ASKED = "asked"
    FAILED = "failed"
    RETURNED = "returned"


# while it is not known whether the message reaches the customer
UNDECIDED = (MailState.QUEUED, MailState.SENDING, MailState.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """The shop's way out. A server that names no host is not set up and is never asked."""

    host: str
    port: int
    mode: Mode
    user: str
    sender_name: str
    sender: str

    @property
    def is_set_up(self) -> bool:
        return bool(self.host and self.sender)

    @property
    def may_log_in(self) -> bool:
        """A password never crosses a network unprotected."""
        return self.mode is not Mode.PLAIN or self.host.lower() in _LOCAL_HOSTS


class Ended(StrEnum):
    """How a try ended. LATER: nothing was accepted, try again; UNSURE: the line was cut after all was said."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A try's end; reason: a code with a sentence, said: the server's own words.

    offline: nothing was wrong but the network; nobody needs to be told.
    """

    ended: Ended
    reason: str = ""
    said: str = ""

    @property
    def offline(self) -> bool:
        return self.reason in ("mail_offline", "mail_host")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRow:
    """A message in the outbox."""

    mail_id: int
    kind: str
    letter_id: int | None
    order_number: str
    customer: str
    recipient: str
    subject: str
    state: str
    created_at: datetime
    due_at: datetime
    done_at: datetime | None
    attempts: int
    reason: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCount:
    """What the status line says of the outbox."""

    waiting: int = 0
    asked: int = 0
    failed: int = 0


def is_address(text: str) -> bool:
    """One plain address, nothing that could become a second header or recipient."""
    return _ADDRESS.fullmatch(text) is not None and text.isascii() and text.isprintable()


def one_line(text: str, most: int = _LONGEST_SUBJECT) -> str:
    """For a header: breaks and control characters become blanks, half characters go, length ends."""
    cleaned = "".join(c if c.isprintable() else " " for c in text)
    cleaned = " ".join(cleaned.encode("utf-8", "ignore").decode("utf-8").split())
    return cleaned if len(cleaned) <= most else cleaned[: most - 1].rstrip() + "…"


def next_try(attempts: int) -> timedelta:
    """The wait after so many tries."""
    return timedelta(minutes=_WAITS[min(max(attempts, 1), len(_WAITS)) - 1])


def is_too_late(created_at: datetime, now: datetime) -> bool:
    """Whether trying again makes no sense any more: servers give up after days too (RFC 5321, 4.5.4.1)."""
    return now - created_at > _GIVE_UP
