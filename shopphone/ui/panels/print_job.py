"""Printing a letter and noting it, as one job: a window that closes between the two loses neither."""

from dataclasses import dataclass
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.domain.letters_log import LetterRow
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
        printer = call(settings.values).run(desk)["print.printer"]
        try:
            job = printing.print_letter(letter.pdf, printer, letter.row.order_number)
            printing.wait_until_taken(printer, job, desk.closing)
        except Unavailable as error:
            said = error.what in ("printer", "printer_stopped")  # in the printer's own words
            reason = error.detail if said else error.what
            call(letters.failed, self.letter_id, printer, reason).run(desk)
            raise
        return call(letters.sent, self.letter_id, "print", printer, job).run(desk)
