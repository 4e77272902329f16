"""Gaps: questions nobody could answer from the articles, and what became of them."""

from dataclasses import dataclass
from datetime import date, datetime

WRITTEN, ASSIGNED, NOT_NEEDED = "written", "assigned", "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A to-do for whoever writes articles. words: the first question; asked_at: the newest one.

    article_id: the article that is being written for it and is not in force yet.
    """

    gap_id: int
    words: str
    language: str
    asked_at: datetime
    times: int
    article_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapQuestion:
    """One caller's question. goods: what this caller had ordered last, with the day of the order."""

    question_id: int
    words: str
    asked_at: datetime
    call_id: int | None
    caller: str
    goods: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedGap:
    """A gap that is done, and how the next callers fared: helped and not helped by its article.

    asked_again: questions of this kind that found no answer since.
    """

    gap_id: int
    words: str
    language: str
    times: int
    closed_at: datetime
    closed_how: str
    article_id: int | None
    article: str
    helped: int
    not_helped: int
    asked_again: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What closing a gap has changed, so that it can be taken back.

    wordings: those it added to the article; lost: the oldest ones, which had to make room.
    """

    gap_id: int
    article_id: int | None = None
    wordings: tuple[int, ...] = ()
    lost: tuple[tuple[str, datetime], ...] = ()
