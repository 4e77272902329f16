"""Letters that went to a printer together, until somebody says how they came out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from shopphone.domain.letters_log import LetterRow
from shopphone.domain.paper import Paper, padded

# a job of more would take long to be cancelled, and much memory to be put together
LETTERS_PER_JOB = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLetter:
    """A letter of a job and the pages it has there, counted from 1."""

    row: LetterRow
    first_page: int
    last_page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRun:
    """job "": it is not known whether the printer got it. error: why it broke off, or ""."""

    run_id: int
    at: datetime
    printer: str
    job: str
    error: str
    letters: tuple[RunLetter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which letters of the queue are shown; None: all. channel "": not tried yet."""

    day: date | None = None
    clerk: str | None = None
    channel: str | None = None

    def has(self, row: LetterRow, day: date) -> bool:
        """day: the day the letter was written, in the shop."""
        return (
            self.day in (None, day)
            and self.clerk in (None, row.clerk)
            and self.channel in (None, row.channel)
        )


def page_ranges(letters: Sequence[tuple[int, Paper]]) -> tuple[tuple[int, int], ...]:
    """First and last page of each letter as they come out; letters: their pages and their paper."""
    ends = accumulate(padded(pages, paper) for pages, paper in letters)
    starts = (end - padded(*each) for end, each in zip(ends, letters, strict=True))
    return tuple(
        (start + 1, start + pages) for start, (pages, _) in zip(starts, letters, strict=True)
    )
