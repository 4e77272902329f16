"""Letters as the queue and the archive keep them: bytes that never change once sent."""

from dataclasses import dataclass
from datetime import date, datetime

CONFIRMATION, WITHDRAWAL, DEFECT = "confirmation", "withdrawal", "defect"
OFFER, MANDATE, PENDING = "offer", "mandate", "pending"
CARRIER, CUSTOMER = "carrier", "customer"  # how we know the day a letter was received


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A letter in the queue or archive. state: queued, printed, superseded.

    stale: the order changed after this letter was written. sent_at None: not sent yet.
    lacks: the setting whose file should have been enclosed and was not there, or "".
    clerk: who wrote it. received_on None: not known; received_by: CARRIER or CUSTOMER.
    """

    letter_id: int
    kind: str
    order_id: int | None
    order_number: str
    customer: str
    language: str
    created_at: datetime
    pages: int
    sha256: str
    state: str
    stale: bool
    sent_at: datetime | None
    channel: str
    error: str
    lacks: str = ""
    clerk: str = ""
    received_on: date | None = None
    received_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter with its bytes."""

    row: LetterRow
    pdf: bytes
