"""What is typed and chosen goes into the lane in front, whichever part of the desk it comes from."""

from PySide6.QtCore import QObject, Signal

from shopphone.domain.card_numbers import masked
from shopphone.ui.panels.answers import AnswerFinder
from shopphone.ui.panels.caller_card import CallerPanel
from shopphone.ui.screens.desk.call_page import CallPage
from shopphone.ui.screens.desk.lanes import Lane
from shopphone.ui.screens.desk.outcome_bar import OutcomeBar

_SEARCHED = frozenset(("words", "article_words", "caller_words"))


class TypedWork(QObject):
    """Listens to every part; with no lane in front nothing belongs to anyone."""

    changed = Signal()

    def __init__(
        self, page: CallPage, finder: AnswerFinder, caller: CallerPanel, bar: OutcomeBar
    ) -> None:
        super().__init__(page)
        self.lane: Lane | None = None
        self._page, self._bar = page, bar
        page.note_typed.connect(self._note)
        page.purpose_chosen.connect(self._purpose)
        page.form.input.textEdited.connect(self._article_words)
        page.form.changed.connect(self._order)
        finder.searched.connect(self._words)
        caller.searched.connect(self._caller_words)
        caller.newcomer_typed.connect(self._newcomer)
        bar.chosen.connect(self._outcome)

    def _note(self, note: str) -> None:
        self._put("note", note)

    def _purpose(self, code: str) -> None:
        self._put("purpose", code)

    def _article_words(self, words: str) -> None:
        self._put("article_words", words)

    def _order(self) -> None:
        """The form edits the lane's draft itself; a taken article leaves the input row empty."""
        self._put("article_words", self._page.form.input.text())

    def _words(self, words: str) -> None:
        self._put("words", words)

    def _caller_words(self, words: str) -> None:
        self._put("caller_words", words)

    def _newcomer(self, typed: dict[str, str] | None) -> None:
        self._put("newcomer", typed)

    def _outcome(self) -> None:
        self._put("outcome_id", self._bar.outcome_id)
        self._put("satisfaction", self._bar.stars)

    def _put(self, name: str, value: object) -> None:
        if self.lane is not None:
            if isinstance(value, str) and name in _SEARCHED:
                value = masked(value)  # searched for as typed, kept without a card's digits
            setattr(self.lane.work, name, value)
            self.changed.emit()
