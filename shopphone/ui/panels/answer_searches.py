"""The questions that are being searched, one for each call in hand: when one ends, it is counted."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from shopphone.domain.learning import Searched, Used, goes_on
from shopphone.services import answers, call, gaps
from shopphone.ui.kit.screen import Parts


@dataclass(slots=True)
class Search:
    """One question from its first letter until another one is typed or the call ends."""

    words: str
    language: str
    customer_id: int | None
    shown: tuple[int, ...] = ()
    opened: set[int] = field(default_factory=set)
    failed: list[Used] = field(default_factory=list)  # verdicts that made the question a gap


class AnswerSearches(QObject):
    """Follows what is typed by a person; words that only come back with a lane are no new question."""

    gap_noted = Signal(str, int)  # words, the gap question's key

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._of_call: dict[int | None, Search] = {}

    def of(self, call_id: int | None) -> Search | None:
        return self._of_call.get(call_id)

    def adopt(self, call_id: int) -> None:
        """What was typed before the call had a lane belongs to the call."""
        before = self._of_call.pop(None, None)
        if before is not None:
            self._of_call.setdefault(call_id, before)

    def typed(self, call_id: int | None, text: str, language: str, customer_id: int | None) -> bool:
        """Someone typed; True if a question begins."""
        search = self._of_call.get(call_id)
        if search is not None and not goes_on(search.words, text):
            self.end(call_id)
        if call_id in self._of_call or not text.strip():
            return False
        self._of_call[call_id] = Search(text, language, customer_id)
        return True

    def answered(self, call_id: int | None, text: str) -> None:
        """There are hits for this text: the question, unless it is only being deleted."""
        search = self._of_call.get(call_id)
        if search is not None and not search.words.lower().startswith(text.strip().lower()):
            search.words = text.strip()

    def in_vain(self, call_id: int | None, text: str) -> None:
        """Someone says that nothing answers these words, whatever was opened for others before."""
        search = self._of_call.get(call_id)
        if search is not None:
            search.words = text or search.words
            search.opened.clear()
            search.failed.clear()
        self.end(call_id)

    def end(self, call_id: int | None) -> None:
        search = self._of_call.pop(call_id, None)
        if search is None:
            return
        searched = Searched(
            words=search.words,
            language=search.language,
            call_id=call_id,
            customer_id=search.customer_id,
            shown=search.shown,
            opened=bool(search.opened or search.failed),
        )
        if searched.shown or searched.is_fruitless:
            noted = _Noted(self, searched.words)
            self._parts.jobs.do(self, call(answers.ended, searched), noted.tell)

    def helped(self, call_id: int | None) -> None:
        """What an earlier answer to this question did not do, another one did: no gap."""
        search = self._of_call.get(call_id)
        for use in search.failed if search is not None else ():
            if use.question_id is not None:
                self._parts.jobs.do(self, call(gaps.take_back, use.question_id))
        if search is not None:
            search.failed.clear()


@dataclass(slots=True)
class _Noted:
    """Tells which words became a gap."""

    searches: AnswerSearches
    words: str

    def tell(self, question_id: int | None) -> None:
        if question_id is not None:
            self.searches.gap_noted.emit(self.words, question_id)
