"""Printing a letter and noting it, as one job: a window that closes between the two loses neither."""

from dataclasses import dataclass
from threading import Event
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.domain.letters_log import LetterRow
from shopphone.domain.paper import paper_of
from shopphone.services import call, letters, print_runs, settings
from shopphone.ui.kit import printing


@dataclass(frozen=True, slots=True)
class PrintLetter:
    """A job for the lane of paper. Raises Unavailable; the letter keeps the reason."""

    letter_id: int

    @property
    def key(self) -> tuple[str, str]:
        return (__name__, "PrintLetter")

    def run(self, desk: Any) -> LetterRow:
        letter = call(letters.read, self.letter_id).run(desk)
        paper = paper_of(call(settings.values).run(desk))
        try:
            jobs = printing.print_letters([letter.pdf], paper, letter.row.order_number)
            printing.wait_until_taken(paper.printer, jobs, desk.closing.wait)
        except Unavailable as error:
            call(letters.failed, self.letter_id, paper.printer, kept_reason(error)).run(desk)
            raise
        return call(letters.sent, self.letter_id, "print", paper.printer, " ".join(jobs)).run(desk)


@dataclass(frozen=True, slots=True)
class PrintTogether:
    """These letters as one job for the lane of paper; they have left once somebody says so.

    Raises Unavailable with the reason.
    """

    letter_ids: tuple[int, ...]
    stop: Event

    @property
    def key(self) -> tuple[str, str]:
        return (__name__, "PrintTogether")

    def run(self, desk: Any) -> int:
        """Gives how many went to the printer."""
        if self.stop.is_set():
            return 0
        paper = paper_of(call(settings.values).run(desk))
        run_id, chosen = call(print_runs.begin, self.letter_ids, paper).run(desk)
        if not chosen:
            return 0
        title = f"{chosen[0].row.order_number} … {chosen[-1].row.order_number}"
        try:
            jobs = printing.print_letters([each.pdf for each in chosen], paper, title)
        except Unavailable as error:
            call(print_runs.not_taken, run_id, kept_reason(error)).run(desk)
            raise
        call(print_runs.handed, run_id, " ".join(jobs)).run(desk)
        self._follow(desk, run_id, paper.printer, jobs)
        return len(chosen)

    def _follow(self, desk: Any, run_id: int, printer: str, jobs: tuple[str, ...]) -> None:
        try:
            printing.wait_until_taken(
                printer, jobs, lambda seconds: self._is_over(desk.closing, seconds)
            )
        except Unavailable as error:
            call(print_runs.broke_off, run_id, kept_reason(error)).run(desk)
            raise
        if self.stop.is_set():
            printing.take_back(jobs)
            call(print_runs.broke_off, run_id, "printer_cancelled").run(desk)

    def _is_over(self, closing: Event, seconds: float) -> bool:
        return bool(closing.wait(seconds)) or self.stop.is_set()


@dataclass(frozen=True, slots=True)
class PrintCopy:
    """A letter that left, once more with the word copy on its pages; nothing is noted."""

    letter_id: int

    @property
    def key(self) -> tuple[str, str]:
        return (__name__, "PrintCopy")

    def run(self, desk: Any) -> None:
        pdf = call(letters.copy_of, self.letter_id).run(desk)
        paper = paper_of(call(settings.values).run(desk))
        jobs = printing.print_letters([pdf], paper, "")
        printing.wait_until_taken(paper.printer, jobs, desk.closing.wait)


def kept_reason(error: Unavailable) -> str:
    """What is kept with the letter: our code, or the printer's own words where they say more."""
    said = error.what in ("printer", "printer_stopped", "printer_broke_off")
    return error.detail if said else error.what
