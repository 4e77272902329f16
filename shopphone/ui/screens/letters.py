"""Letters: what waits for the printer, what left the house, and the pages as they were sent."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopphone.domain.letters_log import Letter, LetterRow
from shopphone.services import call, letters
from shopphone.ui.kit.messages import reason_words, words_for
from shopphone.ui.kit.parts import Card, button, label, row, set_tone
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.preview import LetterPreview
from shopphone.ui.panels.print_job import PrintLetter
from shopphone.ui.panels.state_words import channel_words


class LettersScreen(Screen):
    """Queue above, archive below, the letter at the right."""

    TABLES = frozenset(("letter", "letter_event"))

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
        self.queue = ListCard(
            self.tr("Print queue"),
            columns,
            search=self.tr("Order or customer"),
            empty=self.tr("Nothing waits for the printer."),
            key=lambda r: r.letter_id,
        )
        self.queue.search.hide()
        self._left: list[LetterRow] = []  # of a batch that is printing
        self._batch = 0
        self.print_all = button(self.tr("Print all"), kind="primary")
        self.print_all.clicked.connect(self._print_all)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        self._progress = label(tone="muted", wrap=True)
        foot = row(self._progress, self.stop, self.print_all)
        foot.setStretchFactor(self._progress, 1)
        self.queue.rows.addLayout(foot)
        self.queue.setMaximumHeight(260)
        self.archive = ListCard(
            self.tr("Archive"),
            columns,
            search=self.tr("Order or customer"),
            empty=self.tr("No letter has left yet. F9 on a placed order writes the first."),
            key=lambda r: r.letter_id,
        )
        self.archive.search_changed.connect(self.refresh)
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
        rows.addWidget(self.queue)
        rows.addWidget(self.archive, 1)
        self.starts_at = self.queue.table
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(left, 3)
        line.addWidget(holder, 2)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(letters.queue), self._show_queue)
        job = call(letters.archive, self.archive.search.text())
        self.parts.jobs.ask(self, job, self.archive.show_rows)

    def open(self, wanted: object) -> None:
        """Words to search the archive for."""
        self.archive.search.setText(str(wanted))

    def act(self, code: str) -> bool:
        if code == "letter" and self.preview.letter is not None:
            self.preview.print_now()
            return True
        return False

    def _show_queue(self, rows: tuple[LetterRow, ...]) -> None:
        self.queue.show_rows(rows)
        self.print_all.setEnabled(bool(rows) and not self._left)

    def _print_all(self) -> None:
        """One after the other, oldest first; the first that fails stops the rest."""
        self._left = list(self.queue.model.rows)
        self._batch = len(self._left)
        self.print_all.setEnabled(False)
        self.stop.show()
        self._print_next()

    def _print_next(self) -> None:
        if not self._left:
            self._end(self.tr("%n letter(s) at the printer.", "", self._batch), "fine")
            return
        done = self._batch - len(self._left)
        text = self.tr("Printing {n} of {all} …").format(n=done + 1, all=self._batch)
        self._tell(text, "muted")
        job = PrintLetter(self._left[0].letter_id)
        self.parts.jobs.paper(self, job, self._one_printed, failed=self._failed)

    def _one_printed(self, _row: object) -> None:
        if self._left:
            self._left.pop(0)
            self._print_next()

    def _failed(self, error: Exception) -> None:
        self._end(words_for(error), "must_not")

    def _stop(self) -> None:
        """The letter in hand still goes; the rest waits in the queue."""
        left = len(self._left) - 1
        self._left = []
        self._end(self.tr("Stopped; %n letter(s) still wait.", "", left), "careful")

    def _end(self, sentence: str, tone: str) -> None:
        self._left = []
        self.stop.hide()
        self._tell(sentence, tone)
        self.refresh()

    def _tell(self, sentence: str, tone: str) -> None:
        self._progress.setText(sentence)
        set_tone(self._progress, tone)

    def _remark(self, found: LetterRow) -> str:
        if found.error:
            return reason_words(found.error)
        return self.tr("order changed since") if found.stale else channel_words(found.channel)

    def _chosen(self, found: LetterRow) -> None:
        self.parts.jobs.ask(self, call(letters.read, found.letter_id), self._show)

    def _show(self, letter: Letter) -> None:
        self.preview.show_letter(letter)

    def _printed(self, _row: object) -> None:
        self.refresh()
