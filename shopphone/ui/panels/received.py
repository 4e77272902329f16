"""The day a letter was received: what is known of it, and the dialog that notes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopphone.domain.letters_log import CARRIER, CUSTOMER, LetterRow
from shopphone.services import Call, call, letter_archive
from shopphone.ui.kit.parts import button, choice
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in

_NOT_KNOWN = ""


class ReceivedLine(QWidget):
    """Hidden until the letter has left; pressing what is known changes it."""

    noted = Signal(int)  # letter_id

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._shown: LetterRow | None = None
        self.change = button("", kind="link")
        self.change.clicked.connect(self.ask)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.change)
        line.addStretch(1)
        self.hide()

    def show_row(self, shown: LetterRow) -> None:
        self._shown = shown
        self.setVisible(shown.state == "printed")
        text = self._words(shown)
        self.change.setText(text)
        self.change.setAccessibleName(self.tr("{text}. Change").format(text=text))

    def ask(self) -> None:
        """Which day, and how we know; "not known" takes a mistake back."""
        if self._shown is None:
            return
        shown = self._shown
        dialog = AskDialog(
            self, self.tr("When did the customer have the letter?"), self.tr("Keep this")
        )
        known = choice(self.tr("How do we know?"))
        known.addItem(self.tr("Customer’s word"), CUSTOMER)
        known.addItem(self.tr("Carrier’s proof"), CARRIER)
        known.addItem(self.tr("Not known"), _NOT_KNOWN)
        known.setCurrentIndex(max(known.findData(shown.received_by or CUSTOMER), 0))
        day = day_field(self.tr("Received on"), shown.received_on or self._parts.today())
        dialog.add(self.tr("How do we know?"), known)
        dialog.add(self.tr("Received on"), day)

        def follow() -> None:
            day.setEnabled(known.currentData() != _NOT_KNOWN)

        def keep() -> None:
            by = str(known.currentData())
            job: Call[None] = (
                call(letter_archive.forget_received, shown.letter_id)
                if by == _NOT_KNOWN
                else call(letter_archive.received, shown.letter_id, day_in(day), by)
            )
            dialog.do(self._parts.jobs, job, done)

        def done() -> None:
            self.noted.emit(shown.letter_id)

        known.currentIndexChanged.connect(follow)
        dialog.given.connect(keep)
        known.setFocus()
        dialog.open()

    def _words(self, shown: LetterRow) -> str:
        if shown.received_on is None:
            return self.tr("Received: not known")
        day = self._parts.words.day(shown.received_on)
        if shown.received_by == CARRIER:
            return self.tr("Received {day}, by the carrier’s proof").format(day=day)
        return self.tr("Received {day}, by the customer’s word").format(day=day)
