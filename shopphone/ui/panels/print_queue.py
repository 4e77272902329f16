"""The print queue: what is unsent, narrowed by day, clerk and way, and printed together."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import Signal

from shopphone.domain.letters_log import LetterRow
from shopphone.domain.print_runs import LETTERS_PER_JOB
from shopphone.services import call, letters
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, label, row, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column, Rows
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.print_job import PrintTogether
from shopphone.ui.panels.queue_filters import QueueFilters


class PrintQueue(ListCard):
    """Prints what is shown, in its order; a letter whose order changed since stays behind."""

    printed = Signal()

    def __init__(self, parts: Parts, columns: Sequence[Column[LetterRow]]) -> None:
        super().__init__(
            self.tr("Print queue"),
            columns,
            search=self.tr("Order or customer"),
            empty=self.tr("Nothing waits for the printer."),
            model=Rows(columns, faded=lambda r: r.stale),
            key=lambda r: r.letter_id,
        )
        self.search.hide()
        self._parts = parts
        self._all: tuple[LetterRow, ...] = ()
        self._left: list[tuple[int, ...]] = []  # of a batch that is printing, a job each
        self._batch = self._sent = 0
        self._halt = Event()
        self.filters = QueueFilters(parts.words)
        self.filters.changed.connect(self._narrow)
        self.add_head(self.filters)
        self.print_all = button(self.tr("Print all"), kind="primary")
        self.print_all.clicked.connect(self._print_all)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        self._progress = label(tone="muted", wrap=True)
        foot = row(self._progress, self.stop, self.print_all)
        foot.setStretchFactor(self._progress, 1)
        self.rows.addLayout(foot)

    @property
    def is_printing(self) -> bool:
        return bool(self._left)

    def refresh(self) -> None:
        self._parts.jobs.ask(self, call(letters.queue), self._take)

    def _take(self, rows: tuple[LetterRow, ...]) -> None:
        self._all = rows
        self._narrow()

    def _narrow(self) -> None:
        shown = self.filters.narrow(self._all)
        self.filters.setVisible(bool(self._all))
        self.show_rows(shown)
        self.print_all.setEnabled(any(not r.stale for r in shown) and not self._left)

    def _print_all(self) -> None:
        ids = [each.letter_id for each in self.model.rows if not each.stale]
        self._left = [
            tuple(ids[n : n + LETTERS_PER_JOB]) for n in range(0, len(ids), LETTERS_PER_JOB)
        ]
        self._batch, self._sent = len(ids), 0
        self._halt = Event()
        self.print_all.setEnabled(False)
        self.stop.show()
        self._print_next()

    def _print_next(self) -> None:
        if not self._left:
            self._end(self.tr("%n letter(s) at the printer.", "", self._sent), "fine")
            return
        text = self.tr("Printing {n} to {last} of {all} …").format(
            n=self._sent + 1, last=self._sent + len(self._left[0]), all=self._batch
        )
        self._tell(text, "muted")
        job = PrintTogether(self._left[0], self._halt)
        self._parts.jobs.paper(self, job, self._some_printed, failed=self._failed)

    def _some_printed(self, count: int) -> None:
        self._sent += count
        if self._halt.is_set():
            self._left = []
            self._end(self.tr("Stopped. What is not printed waits."), "careful")
            return
        self._left = self._left[1:]
        self.printed.emit()
        self._print_next()

    def _failed(self, error: Exception) -> None:
        self._end(words_for(error), "must_not")

    def _stop(self) -> None:
        """The job at the printer is taken back; what came out of it is asked about."""
        self._halt.set()
        self._tell(self.tr("Stopping …"), "careful")

    def _end(self, sentence: str, tone: str) -> None:
        self._left = []
        self.stop.hide()
        self._tell(sentence, tone)
        self.printed.emit()

    def _tell(self, sentence: str, tone: str) -> None:
        self._progress.setText(sentence)
        set_tone(self._progress, tone)
