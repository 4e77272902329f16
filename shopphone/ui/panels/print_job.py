"""Printing a letter and noting it, as one job: a window that closes between the two loses neither."""

from dataclasses import dataclass
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.domain.letters_log import LetterRow
from shopphone.domain.paper import paper_of
from shopphone.services import call, letters, settings
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
            printing.wait_until_taken(paper.printer, jobs, desk.closing)
        except Unavailable as error:
            call(letters.failed, self.letter_id, paper.printer, kept_reason(error)).run(desk)
            raise
        return call(letters.sent, self.letter_id, "print", paper.printer, " ".join(jobs)).run(desk)


def kept_reason(error: Unavailable) -> str:
    """What is kept with the letter: our code, or the printer's own words where they say more."""
    said = error.what in ("printer", "printer_stopped", "printer_broke_off")
    return error.detail if said else error.what
