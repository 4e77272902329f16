"""Asking for consent while they are on the line: read word for word, ticked, confirmed by letter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from shopphone.domain.consent_ledger import ConsentDraft, ConsentEntry, Wording
from shopphone.domain.letters_log import Letter
from shopphone.services import call, consents, customer_letters
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, field, label, row
from shopphone.ui.kit.screen import Parts

_NARROW = 480


class AskConsentDialog(QDialog):
    """Yes and no are both kept; neither can be pressed before the words were read."""

    noted = Signal()
    written = Signal(object)  # Letter that confirms the yes

    def __init__(
        self, parent: QWidget, parts: Parts, customer_id: int, number: str, call_id: int | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ask for consent"))
        self.setMinimumWidth(520)
        self._parts, self._customer_id, self._call_id = parts, customer_id, call_id
        self._wording: Wording | None = None
        self.topics = field(self.tr("Topics"), self.tr("for example: tea, pans"))
        self.number = field(self.tr("Number"), self.tr("the number we may call"))
        self.number.setText(number)
        self._text = label(wrap=True)
        self.read = QCheckBox(self.tr("Read out word for word"))
        self._refusal = label(tone="must_not", wrap=True)
        self.yes = button(self.tr("They said yes"), kind="primary")
        self.no = button(self.tr("They said no"))
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Topics"), self.topics)
        form.addRow(self.tr("Number"), self.number)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(label(self.tr("Read this out:"), tone="muted"))
        rows.addWidget(self._text)
        rows.addWidget(self.read)
        rows.addWidget(self._refusal)
        rows.addLayout(row(back, 1, self.no, self.yes))
        self.topics.textChanged.connect(self._ask_wording)
        self.number.textChanged.connect(self._ask_wording)
        self.read.toggled.connect(self._allow)
        self.yes.clicked.connect(self._said_yes)
        self.no.clicked.connect(self._said_no)
        self._allow()
        self._ask_wording()
        self.topics.setFocus()

    def _ask_wording(self) -> None:
        """Other words were not read yet."""
        self.read.setChecked(False)
        self._wording = None
        job = call(
            consents.wording, self._customer_id, self.topics.text(), self.number.text().strip()
        )
        self._parts.jobs.ask(self, job, self._wording_came)

    def _wording_came(self, found: Wording) -> None:
        self._wording = found
        self._text.setText(found.text)
        # it is read out: every word of it must be in sight
        self._text.setMinimumHeight(self._text.heightForWidth(max(self._text.width(), _NARROW)))
        self._allow()

    def _allow(self) -> None:
        ready = self.read.isChecked() and self._wording is not None
        for each in (self.yes, self.no):
            each.setEnabled(ready)

    def _draft(self) -> ConsentDraft:
        found = self._wording
        return ConsentDraft(
            customer_id=self._customer_id,
            topics=self.topics.text(),
            wording=found.text if found else "",
            wording_version=found.version if found else "",
            number=self.number.text(),
            call_id=self._call_id,
        )

    def _said_yes(self) -> None:
        job = call(consents.give, self._draft())
        self._parts.jobs.do(self, job, self._given, failed=self._refused)

    def _said_no(self) -> None:
        job = call(consents.refuse, self._draft())
        self._parts.jobs.do(self, job, self._was_refused, failed=self._refused)

    def _given(self, _entry: ConsentEntry) -> None:
        """It is confirmed in writing, where there is an address to write to."""
        self.noted.emit()
        job = call(customer_letters.write, "consent", self._customer_id)
        self._parts.jobs.do(self, job, self._confirmed, failed=self._unconfirmed)

    def _confirmed(self, letter: Letter) -> None:
        self.written.emit(letter)
        self.accept()

    def _unconfirmed(self, _error: Exception) -> None:
        self._parts.say(
            self.tr("The consent is kept. Without an address no letter can confirm it."), "careful"
        )
        self.accept()

    def _was_refused(self, _entry: ConsentEntry) -> None:
        self._parts.say(self.tr("Noted: they said no. Do not ask again."), "fine")
        self.noted.emit()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
