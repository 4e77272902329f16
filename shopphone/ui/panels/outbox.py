"""The outbox: what waits, what was sent, what has to be asked; everything by one key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from shopphone.domain.mail import INFO, MailRow, MailState
from shopphone.services import call, outbox
from shopphone.ui.kit.jobs import Job
from shopphone.ui.kit.messages import mail_words, words_for
from shopphone.ui.kit.parts import button, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.paged_list import ListCard


class Outbox(QDialog):
    """One message a line; what can be done with the chosen one stands below it."""

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Outbox"))
        self.resize(900, 520)
        self._parts = parts
        self._states = {
            MailState.QUEUED: self.tr("waits"),
            MailState.SENDING: self.tr("is being sent"),
            MailState.SENT: self.tr("sent"),
            MailState.ASKED: self.tr("arrived?"),
            MailState.FAILED: self.tr("not sent"),
            MailState.RETURNED: self.tr("came back"),
        }
        columns = (
            Column[MailRow](self.tr("State"), self._state, 110),
            Column[MailRow](self.tr("Order"), self._about, 130),
            Column[MailRow](self.tr("Customer"), lambda r: r.customer, 170),
            Column[MailRow](self.tr("Address"), lambda r: r.recipient, 0),
            Column[MailRow](self.tr("When"), self._when, 130),
        )
        self.list = ListCard(
            self.tr("Outbox"),
            columns,
            search="",
            empty=self.tr("No letter has gone by e-mail yet."),
            key=lambda r: r.mail_id,
        )
        self.list.search.hide()
        self.list.chosen.connect(self._chosen)
        self._sentence = label(wrap=True)
        self._sentence.setMinimumHeight(38)
        self.arrived = button(self.tr("Arrived"))
        self.missing = button(self.tr("Did not arrive, send again"))
        self.again = button(self.tr("Send now"))
        self.back = button(self.tr("Came back"))
        self.leave = button(self.tr("Do not send"))
        self.arrived.clicked.connect(self._arrived)
        self.missing.clicked.connect(self._missing)
        self.again.clicked.connect(self._again)
        self.back.clicked.connect(self._back)
        self.leave.clicked.connect(self._leave)
        self._buttons = (self.arrived, self.missing, self.again, self.back, self.leave)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._sentence)
        rows.addLayout(row(*self._buttons, 1, close))
        parts.news.changed.connect(self._changed)
        self._shown: MailRow | None = None
        self._show_chosen()
        self._ask()
        self.list.table.setFocus()

    def _ask(self) -> None:
        self._parts.jobs.ask(self, call(outbox.rows), self._came)

    def _changed(self, tables: frozenset[str]) -> None:
        if "outbox" in tables:
            self._ask()

    def _came(self, rows: tuple[MailRow, ...]) -> None:
        self.list.show_rows(rows)
        shown = self._shown.mail_id if self._shown else None
        self._shown = next((each for each in rows if each.mail_id == shown), None)
        self._show_chosen()

    def _chosen(self, found: MailRow) -> None:
        self._shown = found
        self._show_chosen()

    def _show_chosen(self) -> None:
        shown = self._shown
        state = shown.state if shown else ""
        waits = state in (MailState.QUEUED, MailState.FAILED)
        self.arrived.setEnabled(state == MailState.ASKED)
        self.missing.setEnabled(state == MailState.ASKED)
        self.again.setEnabled(waits)
        self.back.setEnabled(state == MailState.SENT)
        self.leave.setEnabled(state == MailState.QUEUED)
        if shown is None:
            self._sentence.setText(self.tr("Choose a message to see what can be done."))
        else:
            reason = mail_words(shown.reason, shown.said)
            self._sentence.setText("\n".join(filter(None, (shown.subject, reason))))

    def _arrived(self) -> None:
        if self._shown:
            self._do(call(outbox.answer, self._shown.mail_id, arrived=True))

    def _missing(self) -> None:
        if self._shown:
            self._do(call(outbox.answer, self._shown.mail_id, arrived=False))

    def _again(self) -> None:
        if self._shown:
            self._do(call(outbox.try_again, self._shown.mail_id))

    def _back(self) -> None:
        if self._shown:
            self._do(call(outbox.came_back, self._shown.mail_id))

    def _leave(self) -> None:
        if self._shown:
            self._do(call(outbox.give_up, self._shown.mail_id))

    def _do(self, job: Job[MailRow]) -> None:
        self._parts.jobs.do(self, job, self._settled, failed=self._failed)

    def _settled(self, found: MailRow) -> None:
        self._shown = found
        self._ask()

    def _failed(self, error: Exception) -> None:
        self._sentence.setText(words_for(error))
        self._ask()

    def _state(self, found: MailRow) -> str:
        return self._states[MailState(found.state)]

    def _about(self, found: MailRow) -> str:
        return self.tr("Information") if found.kind == INFO else found.order_number

    def _when(self, found: MailRow) -> str:
        return self._parts.words.moment(found.done_at or found.created_at, self._parts.today())
