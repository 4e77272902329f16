"""Drives the long sums of the search: its indexes made anew beside the questions, and the meanings
piece after piece, as long as there is something."""

from PySide6.QtCore import QObject, QTimer

from shopphone.domain.meaning import MeaningState
from shopphone.services import call, finder, meaning
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.news import News

_CONCERNED = frozenset(
    ("article", "article_topic", "wording", "article_vector", "product", "product_code", "setting")
)
_BREATH_MS = 50  # between two pieces
_TROUBLE_MS = 30_000  # until the database is asked again after it did not answer


class Study(QObject):
    """One piece at a time; starts again when articles or settings change."""

    def __init__(self, jobs: Jobs, news: News, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._again = False
        self._busy = False
        self._breath = QTimer(self, interval=_BREATH_MS, singleShot=True)
        self._breath.timeout.connect(self.begin)
        news.changed.connect(self._changed)

    def begin(self) -> None:
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        self._jobs.study(self, call(finder.renew), self._renewed, failed=self._failed)

    def _renewed(self, _done: None) -> None:
        self._jobs.study(self, call(meaning.make), self._made, failed=self._failed)

    def _made(self, _done: None) -> None:
        """Written where everything is written: elsewhere it would look like another desk's work."""
        self._jobs.do(self, call(meaning.keep), self._went, failed=self._failed)

    def _went(self, state: MeaningState) -> None:
        self._busy = False
        if state.at_work or self._again:
            self._breath.start(_BREATH_MS)

    def _failed(self, _error: Exception) -> None:
        self._busy = False
        self._breath.start(_TROUBLE_MS)

    def _changed(self, tables: object) -> None:
        if isinstance(tables, frozenset) and tables & _CONCERNED:
            self.begin()
