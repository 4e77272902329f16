"""A consent that came in writing: its words, for what, and the file that proves it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFileDialog,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.consent_ledger import CHANNELS, ConsentDraft, ConsentEntry
from shopphone.domain.errors import why
from shopphone.services import call, consents
from shopphone.ui.kit.i18n import shop_zone
from shopphone.ui.kit.messages import why_words, words_for
from shopphone.ui.kit.parts import button, choice, field, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.consent.words import SOURCES, channel_words, source_words


class RecordConsentDialog(QDialog):
    """Recorded on a later day than it was given, the entry is marked so by itself."""

    noted = Signal()

    def __init__(self, parent: QWidget, parts: Parts, customer_id: int, number: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Record a written consent"))
        self.setMinimumWidth(520)
        self._parts, self._customer_id = parts, customer_id
        self._evidence: tuple[str, bytes] = ("", b"")
        self.channel = choice(self.tr("Channel"))
        for code in CHANNELS:
            self.channel.addItem(channel_words(code), code)
        self.source = choice(self.tr("How it came"))
        for code in SOURCES:
            self.source.addItem(source_words(code), code)
        self.topics = field(self.tr("Topics"), self.tr("for example: tea, pans"))
        self.number = field(self.tr("Number"))
        self.number.setText(number)
        self.wording = QPlainTextEdit()
        self.wording.setAccessibleName(self.tr("Wording"))
        self.wording.setPlaceholderText(self.tr("word for word, as it stands there"))
        self.wording.setTabChangesFocus(True)
        self.wording.setFixedHeight(84)
        today = parts.today()
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setMaximumDate(self.day.date())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd.MM.yyyy")
        self.day.setAccessibleName(self.tr("Given on"))
        self._file = label(self.tr("no file yet"), tone="muted")
        pick = button(self.tr("Choose a file"))
        pick.clicked.connect(self._pick)
        self._refusal = label(tone="must_not", wrap=True)
        self.save = button(self.tr("Save"), kind="primary")
        self.save.clicked.connect(self._save)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        form = QFormLayout()
        for text, widget in (
            (self.tr("Channel"), self.channel),
            (self.tr("How it came"), self.source),
            (self.tr("Given on"), self.day),
            (self.tr("Topics"), self.topics),
            (self.tr("Number"), self.number),
            (self.tr("Wording"), self.wording),
        ):
            form.addRow(text, widget)
        form.addRow(self.tr("Proof"), row(self._file, 1, pick))
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self._refusal)
        rows.addLayout(row(1, back, self.save))
        self.topics.setFocus()

    def take(self, path: str) -> None:
        """The file that proves it, kept whole."""
        file = Path(path)
        try:
            self._evidence = (file.name, file.read_bytes())
        except OSError as error:
            self._refusal.setText(why_words(why(error)))
            return
        self._file.setText(file.name)

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Which file proves the consent?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _save(self) -> None:
        day = self.day.date()
        given_on = datetime(day.year(), day.month(), day.day(), tzinfo=shop_zone())
        name, content = self._evidence
        draft = ConsentDraft(
            customer_id=self._customer_id,
            channel=str(self.channel.currentData()),
            topics=self.topics.text(),
            wording=self.wording.toPlainText(),
            source=str(self.source.currentData()),
            number=self.number.text(),
            at=None if given_on.date() == self._parts.today() else given_on,
            evidence_name=name,
            evidence=content,
        )
        self._parts.jobs.do(self, call(consents.give, draft), self._given, failed=self._refused)

    def _given(self, _entry: ConsentEntry) -> None:
        self._parts.say(self.tr("The consent is in the ledger."), "fine")
        self.noted.emit()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
