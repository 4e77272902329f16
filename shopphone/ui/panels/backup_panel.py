"""How old the last backup is, one to make now, and the pass phrase that seals them."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from shopphone.domain.backups import BackupState
from shopphone.services import backups, call
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, label, row, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.backup_words import age_words, trouble_words

_PHRASE_WIDTH = 260


class BackupPanel(QWidget):
    """On the settings' page; what is saved there counts."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.said = label(wrap=True)
        self.now = button(self.tr("Back up now"))
        self.now.clicked.connect(self._make)
        self.phrase = QLineEdit()
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.phrase.setMaximumWidth(_PHRASE_WIDTH)
        self.phrase.setAccessibleName(self.tr("Pass phrase of the backups"))
        self.phrase.setPlaceholderText(self.tr("Pass phrase of the backups"))
        self.keep = button(self.tr("Keep the pass phrase"))
        self.keep.clicked.connect(self._keep)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.said)
        rows.addLayout(row(self.now, 1))
        rows.addLayout(row(self.phrase, self.keep, 1))
        self._ask()

    def _ask(self) -> None:
        self._parts.jobs.ask(self, call(backups.state), self._show)

    def _show(self, state: BackupState) -> None:
        age, tone = age_words(state, self._parts.now())
        trouble = trouble_words(state)
        self._tell(f"{age} {trouble}".strip(), "must_not" if trouble else tone)

    def _make(self) -> None:
        self.now.setEnabled(False)
        self._tell(self.tr("Making a backup, and proving it …"), "muted")
        self._parts.jobs.study(self, call(backups.make), self._made, failed=self._failed)

    def _made(self, _backup: object) -> None:
        self.now.setEnabled(True)
        self._ask()

    def _keep(self) -> None:
        job = call(backups.keep_phrase, self.phrase.text())
        self._parts.jobs.do(self, job, self._kept, failed=self._failed)

    def _kept(self, _done: object) -> None:
        self.phrase.clear()
        self._tell(
            self.tr("The pass phrase is in this computer's keyring. Write it down as well."), "fine"
        )

    def _failed(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self._tell(words_for(error), "must_not")

    def _tell(self, sentence: str, tone: str) -> None:
        self.said.setText(sentence)
        set_tone(self.said, tone)
