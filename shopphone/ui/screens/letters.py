"""Letters: what waits for the printer, what left the house, and the pages as they were sent."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.letters_log import Letter, LetterRow
from shopphone.domain.print_runs import PrintRun
from shopphone.services import call, letters, print_runs
from shopphone.ui.kit.messages import reason_words
from shopphone.ui.kit.parts import Card, button, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column, Rows
from shopphone.ui.panels.outbox import Outbox
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.preview import LetterPreview
from shopphone.ui.panels.print_check import PrintCheck
from shopphone.ui.panels.print_queue import PrintQueue
from shopphone.ui.panels.state_words import channel_words
from shopphone.ui.panels.year_export import YearExport


class LettersScreen(Screen):
    """Queue above, then what is at the printer, archive below, the letter at the right."""

    TABLES = frozenset(("letter", "letter_event", "outbox", "print_run", "sale_order"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        words = parts.words
        columns = (
            Column[LetterRow](self.tr("Order"), lambda r: r.order_number, 126),
            Column[LetterRow](self.tr("Customer"), lambda r: r.customer, 0),
            Column[LetterRow](self.tr("Pages"), lambda r: str(r.pages), 56, right=True),
            Column[LetterRow](
                self.tr("When"),
                lambda r: words.moment(r.sent_at or r.created_at, parts.today()),
                120,
            ),
            Column[LetterRow](self.tr("Remark"), self._remark, 120),
        )
        self.queue = PrintQueue(parts, columns)
        self.queue.printed.connect(self.refresh)
        self.check = PrintCheck(parts)
        self.check.answered.connect(self.refresh)
        self.archive = ListCard(
            self.tr("Archive"),
            columns,
            search=self.tr("Order, customer, word, or day like 24.11. or 2026-11"),
            empty=self.tr("No letter that left has these words. F9 on a placed order writes one."),
            model=Rows(columns, faded=lambda r: r.stale),
            key=lambda r: r.letter_id,
        )
        self.archive.search_changed.connect(self.refresh)
        self.outbox = button(self.tr("Outbox"))
        self.outbox.clicked.connect(self._open_outbox)
        self.export = button(self.tr("Write a year to files …"))
        self.export.clicked.connect(self._open_export)
        self.archive.rows.addLayout(row(1, self.export, self.outbox))
        for each in (self.queue, self.archive):
            each.chosen.connect(self._chosen)
            each.opened.connect(self._chosen)
        self.preview = LetterPreview(parts)
        self.preview.printed.connect(self._printed)
        holder = Card()
        holder.rows.addWidget(self.preview)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        rows.addWidget(self.queue, 5)
        rows.addWidget(self.check, 5)
        rows.addWidget(self.archive, 4)
        self.starts_at = self.queue.table
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(left, 3)
        line.addWidget(holder, 2)

    def refresh(self) -> None:
        self.queue.refresh()
        self.parts.jobs.ask(self, call(print_runs.waiting), self._show_runs)
        job = call(letters.archive, self.archive.search.text())
        self.parts.jobs.ask(self, job, self.archive.show_rows)

    def _show_runs(self, runs: tuple[PrintRun, ...]) -> None:
        """Asked once the batch is through: what is being handed over has no answer yet."""
        self.check.show_runs(() if self.queue.is_printing else runs)

    def open(self, wanted: object) -> None:
        """Words to search the archive for."""
        self.archive.search.setText(str(wanted))

    def act(self, code: str) -> bool:
        if code == "letter" and self.preview.letter is not None:
            self.preview.print_now()
            return True
        return False

    def _open_outbox(self) -> None:
        Outbox(self, self.parts).show()  # calls can be taken meanwhile

    def _open_export(self) -> None:
        YearExport(self, self.parts).show()

    def _remark(self, found: LetterRow) -> str:
        if found.error:
            return reason_words(found.error)
        if found.stale:
            return self.tr("order changed since")
        if found.received_on is not None:
            day = self.parts.words.short_day(found.received_on)
            return self.tr("received {day}").format(day=day)
        return channel_words(found.channel)

    def _chosen(self, found: LetterRow) -> None:
        self.parts.jobs.ask(self, call(letters.read, found.letter_id), self._show)

    def _show(self, letter: Letter) -> None:
        self.preview.show_letter(letter)

    def _printed(self, _row: object) -> None:
        self.refresh()
