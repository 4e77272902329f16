"""Promises to call back: who asked, when, in which words (the proof of a requested callback)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackRow:
    """One promise. staff "" means anyone; done_at None means still owed."""

    callback_id: int
    customer_id: int | None
    customer: str
    raw_number: str
    asked_at: datetime
    words: str
    due_at: datetime
    staff: str
    done_at: datetime | None


@dataclass(slots=True, kw_only=True)
class CallbackDraft:
    """A promise while it is being made."""

    raw_number: str = ""
    customer_id: int | None = None
    call_id: int | None = None
    words: str = ""
    due_at: datetime | None = None
    staff_id: int | None = None
