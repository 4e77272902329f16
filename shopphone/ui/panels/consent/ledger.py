"""The consent ledger of one customer: every entry, what it proves, and what can be added."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QVBoxLayout, QWidget

from shopphone.domain import consent_ledger
from shopphone.domain.consent_ledger import CHANNELS, ConsentEntry
from shopphone.domain.letters_log import Letter
from shopphone.services import call, consent_proof, consents
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, choice, label, row, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.consent.asking import AskConsentDialog
from shopphone.ui.panels.consent.recording import RecordConsentDialog
from shopphone.ui.panels.consent.words import channel_words, entry_words
from shopphone.ui.panels.order_dialogs import LetterDialog


class LedgerDialog(QDialog):
    """Nothing here can be changed or deleted; a withdrawal is one more entry."""

    changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        parts: Parts,
        customer_id: int,
        name: str,
        number: str = "",
        call_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Consent"))
        self.resize(640, 560)
        self._parts, self._customer_id = parts, customer_id
        self._number, self._call_id = number, call_id
        self._entries: tuple[ConsentEntry, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Entries of the ledger"))
        self.list.currentRowChanged.connect(self._show_entry)
        self._detail = label(wrap=True)
        self._keep = label(tone="muted", wrap=True)
        self._status = label(wrap=True)
        self.ask = button(self.tr("Ask for consent …"), kind="primary")
        self.ask.clicked.connect(self._ask)
        record = button(self.tr("Record a written consent …"))
        record.clicked.connect(self._record)
        self.channel = choice(self.tr("Withdraw for"))
        self.channel.addItem(self.tr("all channels"), "")
        for code in CHANNELS:
            self.channel.addItem(channel_words(code), code)
        self.withdraw = button(self.tr("Withdraw"))
        self.withdraw.clicked.connect(self._withdraw)
        proof = button(self.tr("Proof …"))
        proof.clicked.connect(self._pick)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.addWidget(label(name, size="title", wrap=True))
        rows.addWidget(self._keep)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._detail)
        rows.addWidget(self._status)
        rows.addLayout(row(self.ask, record, 1))
        rows.addLayout(row(self.channel, self.withdraw, 1, proof, close))
        self._look()

    def write_proof(self, path: str) -> None:
        """.csv is a table, anything else the PDF."""
        job = call(consent_proof.export, Path(path), self._customer_id)
        self._parts.jobs.do(self, job, self._proven, failed=self._failed)

    def _look(self) -> None:
        self._parts.jobs.ask(self, call(consents.entries, self._customer_id), self._came)

    def _came(self, entries: tuple[ConsentEntry, ...]) -> None:
        self._entries = tuple(reversed(entries))
        self.list.clear()
        for each in self._entries:
            self.list.addItem(entry_words(each, self._parts.words.moment(each.at)))
        if not entries:
            self.list.addItem(self.tr("Never asked. That is neither a yes nor a no."))
        self.list.setCurrentRow(0)
        until = consent_ledger.keep_until(entries)
        text = self.tr("Kept at least until {day} (§ 7a UWG), also after a withdrawal.")
        self._keep.setText(text.format(day=self._parts.words.day(until)) if until else "")

    def _show_entry(self, n: int) -> None:
        if not 0 <= n < len(self._entries):
            self._detail.clear()
            return
        entry = self._entries[n]
        recorded = self.tr("Entry {no}, recorded by {staff} on {when}").format(
            no=entry.entry_no,
            staff=entry.recorded_by or "–",
            when=self._parts.words.moment(entry.recorded_at),
        )
        lines = [recorded]
        if entry.number:
            lines.append(self._parts.words.phone(entry.number, entry.number))
        if entry.wording:
            lines.append(self.tr("“{words}”").format(words=entry.wording))
        if entry.wording_version:
            lines.append(self.tr("Text: {version}").format(version=entry.wording_version))
        if entry.evidence_name:
            lines.append(self.tr("Proof: {name}").format(name=entry.evidence_name))
        self._detail.setText("\n".join(lines))

    def _ask(self) -> None:
        dialog = AskConsentDialog(self, self._parts, self._customer_id, self._number, self._call_id)
        dialog.noted.connect(self._noted)
        dialog.written.connect(self._show_letter)
        dialog.open()

    def _record(self) -> None:
        dialog = RecordConsentDialog(self, self._parts, self._customer_id, self._number)
        dialog.noted.connect(self._noted)
        dialog.open()

    def _withdraw(self) -> None:
        chosen = str(self.channel.currentData())
        channels = (chosen,) if chosen else CHANNELS
        job = call(consents.withdraw, self._customer_id, channels, "", self._call_id)
        self._parts.jobs.do(self, job, self._withdrawn, failed=self._failed)

    def _withdrawn(self, _done: object) -> None:
        self._tell(self.tr("Withdrawn, from now on."), "fine")
        self._noted()

    def _noted(self) -> None:
        self.changed.emit()
        self._look()

    def _show_letter(self, letter: Letter) -> None:
        LetterDialog(self, self._parts, letter).open()

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Where shall the proof be written?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("consent-proof"))
        dialog.fileSelected.connect(self.write_proof)
        dialog.open()

    def _proven(self, _done: object) -> None:
        self._tell(self.tr("The proof is written."), "fine")

    def _failed(self, error: Exception) -> None:
        self._tell(words_for(error), "must_not")

    def _tell(self, text: str, tone: str) -> None:
        self._status.setText(text)
        set_tone(self._status, tone)
