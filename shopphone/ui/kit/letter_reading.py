"""Reads the words of letters in the background, a few at a time, so that the archive finds them by these."""

from PySide6.QtCore import QObject, QTimer

from shopphone.services import call, letter_search
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.news import News

_REST_MS = 2000  # after letters changed, and between two pieces: nobody waits for it


class LetterReading(QObject):
    def __init__(self, jobs: Jobs, news: News, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._read)
        news.changed.connect(self._changed)

    def begin(self) -> None:
        self._rest.start()

    def _read(self) -> None:
        self._jobs.study(self, call(letter_search.unread), self._keep, failed=self._failed)

    def _keep(self, read: tuple[tuple[int, str], ...]) -> None:
        if read:
            self._jobs.do(self, call(letter_search.keep, read), self._went, failed=self._failed)

    def _went(self, more: bool) -> None:
        if more:
            self.begin()

    def _failed(self, _error: Exception) -> None:
        """The next change of letters begins anew."""

    def _changed(self, tables: object) -> None:
        if isinstance(tables, frozenset) and "letter" in tables:
            self.begin()
