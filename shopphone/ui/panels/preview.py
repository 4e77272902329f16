"""A letter as it will be printed: its pages one under the other."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from shopphone.domain.letters import CareChoice
from shopphone.domain.letters_log import Letter, LetterRow
from shopphone.domain.mail import MailRow
from shopphone.domain.order_life import Change
from shopphone.domain.postage import Postage
from shopphone.services import call, care_sheets, letters, outbox, postage
from shopphone.ui.kit import printing
from shopphone.ui.kit.jobs import local
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Empty, button, chip, label, row, set_chip
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.care_ticks import CareTicks
from shopphone.ui.panels.change_words import ChangeWords
from shopphone.ui.panels.print_job import PrintCopy, PrintLetter
from shopphone.ui.panels.received import ReceivedLine
from shopphone.ui.panels.state_words import letter_words

_MOST_CHANGES = 6


class LetterPreview(QWidget):
    """Shows a letter, prints it, and says how it went; the letter stays queued until it printed."""

    printed = Signal(object)  # LetterRow

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._letter: Letter | None = None
        self._printing: set[int] = set()  # letters on their way to paper
        self._title = label(size="heading", wrap=True)
        self._state = chip("")
        self.print_button = button(self.tr("Print"), "F9", kind="primary")
        self.print_button.clicked.connect(self.print_now)
        self.mail_button = button(self.tr("By e-mail"))
        self.mail_button.clicked.connect(self._send_by_mail)
        self._postage = label(tone="muted", size="small", wrap=True)
        self._postage.hide()
        self.copy_button = button(self.tr("Print as copy"))
        self.copy_button.clicked.connect(self._print_copy)
        self.copy_button.hide()
        self.received = ReceivedLine(parts)
        self.received.noted.connect(self._read_again)
        self._changed = label(tone="careful", wrap=True)
        self._changed.hide()
        self._change_words = ChangeWords(parts.words)
        self.care = CareTicks()
        self.care.ticked.connect(self._care_ticked)
        self._rewriting = 0  # ticks whose letter is not there yet
        self._print_after = False
        self._pages = QVBoxLayout()
        self._pages.setSpacing(10)
        inside = QWidget()
        inside.setLayout(self._pages)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Pages of the letter"))
        self._reason = label(tone="must_not", wrap=True)
        self._reason.hide()
        lacks = self.tr("Without the harmonised notice: choose its PDF in Settings, Terms and law.")
        self._lacks = label(lacks, tone="careful", wrap=True)
        self._lacks.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._hint = Empty(self.tr("Choose a letter to see its pages."))
        rows.addWidget(self._title)
        rows.addLayout(row(self._state, 1))
        rows.addWidget(self.received)
        rows.addLayout(row(1, self.copy_button, self.mail_button, self.print_button))
        rows.addWidget(self._postage)
        rows.addWidget(self._reason)
        rows.addWidget(self._lacks)
        rows.addWidget(self._changed)
        rows.addWidget(self.care)
        rows.addWidget(self._hint, 1)
        rows.addWidget(self._scroll, 1)
        for each in (self._state, self.mail_button, self.print_button, self._scroll):
            each.hide()

    @property
    def letter(self) -> Letter | None:
        return self._letter

    @property
    def page_count(self) -> int:
        return self._pages.count()

    def show_letter(self, letter: Letter) -> None:
        self._letter = letter
        self._hint.hide()
        self._reason.hide()
        for each in (self._state, self.mail_button, self.print_button, self._scroll):
            each.show()
        self._title.setText(f"{letter_words(letter.row.kind)} {letter.row.order_number}")
        self._lacks.setVisible(bool(letter.row.lacks))
        self._show_state()
        self._ask_care()
        self._postage.hide()
        self._parts.jobs.ask(self, call(postage.of_pages, letter.row.pages), self._show_postage)
        self._ask_changes()
        QTimer.singleShot(0, self._render)  # once the panel has its width

    def _render(self) -> None:
        if self._letter is not None:
            width = max(self._scroll.viewport().width() - 26, 220)
            first = local(printing.first_page, self._letter.pdf, width)
            self._parts.jobs.ask(self, first, partial(self._show_first, self._letter, width))

    def print_now(self) -> None:
        """Print on this desk's printer; what went wrong is said here and kept with the letter."""
        if self._letter is None or self._letter.row.letter_id in self._printing:
            return
        if self._rewriting:
            self._print_after = True  # the letter as it was ticked, not the one before
            return
        # the letter goes along: another one may be shown before the answer comes
        letter_id = self._letter.row.letter_id
        self._printing.add(letter_id)
        self._show_state()
        failed = partial(self._failed, letter_id)
        self._parts.jobs.paper(self, PrintLetter(letter_id), self._finished, failed=failed)

    def _print_copy(self) -> None:
        if self._letter is not None:
            self.copy_button.setEnabled(False)
            job = PrintCopy(self._letter.row.letter_id)
            self._parts.jobs.paper(self, job, self._copied, failed=self._not_copied)

    def _copied(self, _done: object) -> None:
        self.copy_button.setEnabled(True)
        self._parts.say(self.tr("The copy is at the printer."), "fine")

    def _not_copied(self, error: Exception) -> None:
        self.copy_button.setEnabled(True)
        self._reason.setText(words_for(error))
        self._reason.show()

    def _ask_changes(self) -> None:
        """What the order has that this letter does not say."""
        self._changed.hide()
        shown = self._letter
        if shown is not None and shown.row.stale:
            job = call(letters.changes_since, shown.row.letter_id)
            self._parts.jobs.ask(self, job, partial(self._show_changes, shown.row.letter_id))

    def _show_changes(self, letter_id: int, changes: tuple[Change, ...]) -> None:
        if not self._is_shown(letter_id) or not changes:
            return
        lines = [self.tr("Changed since this letter:")]
        for name, before, after in map(self._change_words.of, changes):
            lines.append(f"{name}: {before or '–'} → {after or '–'}")
        self._changed.setText("\n".join(lines[:_MOST_CHANGES]))
        self._changed.show()

    def _send_by_mail(self) -> None:
        """Into the outbox, which sends it beside everything else."""
        if self._letter is None or self._rewriting:
            return
        job = call(outbox.send_letter, self._letter.row.letter_id)
        failed = partial(self._failed, self._letter.row.letter_id)
        self._parts.jobs.do(self, job, self._in_outbox, failed=failed)

    def _in_outbox(self, found: MailRow) -> None:
        text = self.tr("In the outbox, to {address}.").format(address=found.recipient)
        self._parts.say(text, "fine")

    def _ask_care(self) -> None:
        """Which sheets may go with the letter that is shown."""
        shown = self._letter
        if shown is None or shown.row.order_id is None:
            self.care.hide()
            return
        job = call(care_sheets.choices, shown.row.order_id)
        self._parts.jobs.ask(self, job, partial(self._show_care, shown.row.letter_id))

    def _show_postage(self, found: Postage) -> None:
        words = self._parts.words
        if found.rate is None:
            text = self.tr(
                "%n sheet(s), about {weight} g: more than a letter takes.", "", found.sheets
            )
            self._postage.setText(text.format(weight=words.number(Decimal(found.weight_g))))
        else:
            text = self.tr(
                "%n sheet(s), about {weight} g: {kind}, {price} within the country (price of {day}).",
                "",
                found.sheets,
            )
            self._postage.setText(
                text.format(
                    weight=words.number(Decimal(found.weight_g)),
                    kind=found.rate.name,
                    price=words.money(found.rate.price),
                    day=words.day(found.rate.starts_on),
                )
            )
        self._postage.show()

    def _show_care(self, letter_id: int, choices: tuple[CareChoice, ...]) -> None:
        if self._letter is not None and self._is_shown(letter_id) and not self._rewriting:
            self.care.show_choices(choices, is_open=self._letter.row.state == "queued")

    def _care_ticked(self, article_id: int, enclosed: bool) -> None:
        shown = self._letter
        if shown is None or shown.row.order_id is None:
            return
        self._rewriting += 1
        job = call(letters.with_care, shown.row.order_id, article_id, enclosed)
        self._parts.jobs.do(self, job, self._rewritten, failed=self._not_rewritten)

    def _rewritten(self, letter: Letter) -> None:
        self._rewriting -= 1
        if self._letter is not None and self._letter.row.order_id == letter.row.order_id:
            self.show_letter(letter)
        if self._print_after and not self._rewriting:
            self._print_after = False
            self.print_now()

    def _not_rewritten(self, error: Exception) -> None:
        self._rewriting -= 1
        self._print_after = False
        self._reason.setText(words_for(error))
        self._reason.show()
        self._ask_care()

    def _finished(self, printed: LetterRow) -> None:
        self._printing.discard(printed.letter_id)
        self.printed.emit(printed)
        if self._is_shown(printed.letter_id):
            self._reason.hide()
            self._read_again(printed.letter_id)

    def _read_again(self, letter_id: int) -> None:
        self._parts.jobs.ask(self, call(letters.read, letter_id), self._refreshed)

    def _failed(self, letter_id: int, error: Exception) -> None:
        self._printing.discard(letter_id)
        if self._is_shown(letter_id):
            self._show_state()
            self._reason.setText(words_for(error))
            self._reason.show()
        else:
            self._parts.say(words_for(error), "must_not")

    def _refreshed(self, letter: Letter) -> None:
        if self._is_shown(letter.row.letter_id):
            self._letter = letter
            self._show_state()
            self._ask_care()

    def _is_shown(self, letter_id: int) -> bool:
        return self._letter is not None and self._letter.row.letter_id == letter_id

    def _show_state(self) -> None:
        assert self._letter is not None
        shown = self._letter.row
        on_its_way = shown.letter_id in self._printing
        self.print_button.setEnabled(not on_its_way)
        self.copy_button.setVisible(shown.state == "printed")
        self.received.show_row(shown)
        if on_its_way:
            set_chip(self._state, self.tr("Is being printed"), "neutral")
        elif shown.state == "printed":
            when = self._parts.words.moment(shown.sent_at, self._parts.today())
            set_chip(self._state, self.tr("Printed {when}").format(when=when), "fine")
        elif shown.stale:
            set_chip(self._state, self.tr("Order changed since"), "careful")
        else:
            set_chip(self._state, self.tr("Waits for printing"), "careful")

    def _show_first(self, letter: Letter, width: int, images: list[QImage]) -> None:
        while (item := self._pages.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        self._add_pages(images, letter)
        further = local(printing.further_pages, letter.pdf, width)
        self._parts.jobs.ask(self, further, partial(self._show_further, letter))

    def _show_further(self, letter: Letter, images: list[QImage]) -> None:
        if self._letter is not None and self._letter.row.letter_id == letter.row.letter_id:
            self._add_pages(images, letter)

    def _add_pages(self, images: list[QImage], letter: Letter) -> None:
        for n, image in enumerate(images, self._pages.count() + 1):
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            name = self.tr("Page {page} of {pages}").format(page=n, pages=letter.row.pages)
            sheet.setAccessibleName(name)
            self._pages.addWidget(sheet)
