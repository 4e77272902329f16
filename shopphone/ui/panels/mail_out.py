"""Sending what waits in the outbox, beside everything else; said in the status line only if something ended."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from shopphone.domain.mail import OutboxCount
from shopphone.services import call, outbox
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.news import News

_EVERY_MS = 60_000


class MailOut(QObject):
    """One run at a time; a computer that is offline is told nothing."""

    def __init__(
        self, jobs: Jobs, news: News, say: Callable[[str, str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._say = say
        self._running = False
        self._again = False
        self._before = OutboxCount()
        self._told = ""  # a trouble is told once, not every minute
        news.changed.connect(self._changed)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._run)

    def begin(self) -> None:
        """What this desk was sending when it ended comes first."""
        self._jobs.do(self, call(outbox.recover), self._recovered)

    def _recovered(self, _done: object) -> None:
        self._timer.start()
        self._run()

    def _changed(self, tables: frozenset[str]) -> None:
        if "outbox" in tables and self._timer.isActive():
            self._run()

    def _run(self) -> None:
        if self._running:
            self._again = True
            return
        self._running = True
        self._jobs.mail(self, call(outbox.send_due), self._sent, failed=self._failed)

    def _sent(self, now: OutboxCount) -> None:
        before, self._before = self._before, now
        self._told = ""
        if now.asked > before.asked or now.failed > before.failed:
            self._say(self.tr("An e-mail needs you: open the outbox in Letters."), "must_not")
        elif now.waiting < before.waiting and now.waiting:
            self._say(self.tr("E-mail: %n message(s) still wait.", "", now.waiting), "muted")
        elif now.waiting < before.waiting:
            self._say(self.tr("E-mail sent."), "fine")
        self._ended()

    def _failed(self, error: Exception) -> None:
        sentence = words_for(error)
        if sentence != self._told:
            self._told = sentence
            self._say(sentence, "must_not")
        self._ended()

    def _ended(self) -> None:
        self._running = False
        if self._again:
            self._again = False
            self._run()
