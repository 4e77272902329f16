"""The password of the mail server, kept in the system's keyring, and a message to try it all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from shopphone.domain.mail import Ended, Outcome
from shopphone.services import call, outbox
from shopphone.ui.kit.messages import mail_words, words_for
from shopphone.ui.kit.parts import button, label, row, set_tone
from shopphone.ui.kit.screen import Parts


class MailSetup(QDialog):
    """Works with the saved settings; a password can be tried before it is kept."""

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("E-mail: password and test"))
        self.resize(540, 250)
        self._parts = parts
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password of the mail server"))
        self._said = label(wrap=True)
        self._said.setMinimumHeight(56)
        self.keep = button(self.tr("Keep the password"), kind="primary")
        self.keep.clicked.connect(self._keep)
        self.test = button(self.tr("Send a test message"))
        self.test.clicked.connect(self._test)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Password"), self.password)
        rows = QVBoxLayout(self)
        help_text = self.tr(
            "The password is kept in this computer's keyring, never in the shop's file: each desk "
            "that sends keeps its own. The test message goes to the sender's own address."
        )
        rows.addWidget(label(help_text, tone="muted", wrap=True))
        rows.addLayout(form)
        rows.addWidget(self._said, 1)
        rows.addLayout(row(self.test, 1, close, self.keep))
        self.password.setFocus()

    def _keep(self) -> None:
        job = call(outbox.keep_password, self.password.text())
        self._parts.jobs.do(self, job, self._kept, failed=self._failed)

    def _kept(self, _done: object) -> None:
        self.password.clear()
        self._tell(self.tr("The password is in the keyring."), "fine")

    def _test(self) -> None:
        self.test.setEnabled(False)
        self._tell(self.tr("Sending …"), "muted")
        job = call(outbox.test_mail, self.password.text())
        self._parts.jobs.mail(self, job, self._tested, failed=self._failed)

    def _tested(self, outcome: Outcome) -> None:
        self.test.setEnabled(True)
        if outcome.ended is Ended.SENT:
            sentence = self.tr("The server took the message. Look whether it is in the mailbox.")
            self._tell(sentence, "fine")
        else:
            self._tell(mail_words(outcome.reason, outcome.said), "must_not")

    def _failed(self, error: Exception) -> None:
        self.test.setEnabled(True)
        self._tell(words_for(error), "must_not")

    def _tell(self, sentence: str, tone: str) -> None:
        self._said.setText(sentence)
        set_tone(self._said, tone)
