"""Lanes of work beside the window: `ask` reads, `do` changes the shop, `keep` saves drafts, `paper` prints, `mail` sends,
`study` does long sums in small pieces.

Plain executors and one long-lived QObject on the window's thread; answers come back as a queued
signal. A job is a value (services.Call) or a plain function (`local`).
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from shopphone.domain.errors import Refused, Unavailable

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_LANES = (
    ("open", 1),
    ("keep", 1),
    ("paper", 1),
    ("mail", 1),
    ("do", 1),
    ("study", 1),
    ("ask", 3),
)  # as they end
_FINISHED = frozenset(("keep", "paper", "do"))
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Then = Callable[[T], object]
Failed = Callable[[Exception], object]


class Job(Protocol[T_co]):
    """Something a worker can run with the desk."""

    @property
    def key(self) -> tuple[str, str]: ...

    def run(self, desk: Any) -> T_co: ...


@dataclass(frozen=True, slots=True)
class _Local:
    function: Callable[..., Any]
    args: tuple[Any, ...]

    @property
    def key(self) -> tuple[str, str]:
        return (self.function.__module__, self.function.__qualname__)

    def run(self, desk: Any) -> Any:
        return self.function(*self.args)


def local(function: Callable[..., T], *args: Any) -> Job[T]:
    """A function of the window's own (rendering, printing) that must not hold the window up."""
    return _Local(function, args)


@dataclass(frozen=True, slots=True)
class _Answer:
    owner: QObject
    ticket: tuple[object, int] | None
    then: Callable[[Any], object] | None
    failed: Failed | None
    result: Any
    error: Exception | None
    is_read: bool


class Jobs(QObject):
    """Runs jobs and brings their answers back to the window's thread."""

    trouble = Signal(object)  # Unavailable nobody handled
    refused = Signal(object)  # Refused nobody handled
    _answered = Signal(object)

    def __init__(self, open_desk: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._early: list[tuple[str, tuple[Any, ...]]] = []  # asked for before the lanes are there
        self._newest: dict[object, int] = {}
        self._pending = 0
        self._closed = False
        self._answered.connect(self._deliver)
        self._open_desk = open_desk
        self._desk: Future[Any]

    def begin(self) -> None:
        """Open the desk, in a lane of its own, and start what was asked for meanwhile."""
        if self._lanes or self._closed:
            return
        from concurrent.futures import ThreadPoolExecutor  # not before the first paint

        self._lanes = {
            name: ThreadPoolExecutor(workers, thread_name_prefix=name) for name, workers in _LANES
        }
        self._desk = self._lanes["open"].submit(self._open_desk)
        for lane, job in self._early:
            self._lanes[lane].submit(self._run, *job)
        self._early.clear()

    @property
    def idle(self) -> bool:
        """Whether every answer asked for has been delivered."""
        return self._pending == 0

    def ask(
        self, owner: QObject, job: Job[T], then: Then[T], *, failed: Failed | None = None
    ) -> None:
        """Read; only the newest answer per owner and service is delivered."""
        place = (id(owner), job.key)
        number = self._newest.get(place, 0) + 1
        self._newest[place] = number
        self._submit("ask", owner, job, then, failed, (place, number))

    def ask_each(self, owner: QObject, job: Job[T], then: Then[T]) -> None:
        """Read; every answer is delivered, for lists whose blocks arrive one by one."""
        self._submit("ask", owner, job, then, None, None)

    def do(
        self,
        owner: QObject,
        job: Job[T],
        then: Then[T] | None = None,
        *,
        failed: Failed | None = None,
    ) -> None:
        """Change the shop; one after the other, always finished before the program ends."""
        self._submit("do", owner, job, then, failed, None)

    def paper(self, owner: QObject, job: Job[T], then: Then[T], *, failed: Failed) -> None:
        """Print, one after the other; a printer that thinks never holds up who changes the shop."""
        self._submit("paper", owner, job, then, failed, None)

    def mail(self, owner: QObject, job: Job[T], then: Then[T], *, failed: Failed) -> None:
        """Talk to the mail server; what has not begun when the program ends stays in the outbox."""
        self._submit("mail", owner, job, then, failed, None)

    def keep(self, owner: QObject, job: Job[Any]) -> None:
        """Save a draft to the desk's own file; never waits for the shop."""
        self._submit("keep", owner, job, None, None, None)

    def study(
        self, owner: QObject, job: Job[T], then: Then[T], *, failed: Failed | None = None
    ) -> None:
        """Long sums beside everything else; what has not begun when the program ends is dropped."""
        self._submit("study", owner, job, then, failed, None)

    def close(self) -> None:
        """Finish what changes anything; reads that have not begun are dropped.

        A read that has begun is waited for: a connection closed under it would end the process.
        """
        self._closed = True
        for name, lane in self._lanes.items():
            # what was printed is written down by a change: the lanes end in their order
            lane.shutdown(wait=True, cancel_futures=name not in _FINISHED)

    def _submit(
        self,
        lane: str,
        owner: QObject,
        job: Job[Any],
        then: Callable[[Any], object] | None,
        failed: Failed | None,
        ticket: tuple[object, int] | None,
    ) -> None:
        if self._closed:
            return
        self._pending += 1
        asked = (owner, job, then, failed, ticket, lane == "ask")
        if self._lanes:
            self._lanes[lane].submit(self._run, *asked)
        else:
            self._early.append((lane, asked))

    def _run(
        self,
        owner: QObject,
        job: Job[Any],
        then: Callable[[Any], object] | None,
        failed: Failed | None,
        ticket: tuple[object, int] | None,
        is_read: bool,
    ) -> None:
        result, error = None, None
        try:
            if ticket is None or self._newest.get(ticket[0]) == ticket[1]:
                result = job.run(self._desk.result())
        except Exception as raised:
            error = raised
        if isValid(self):
            self._answered.emit(_Answer(owner, ticket, then, failed, result, error, is_read))

    def _deliver(self, answer: _Answer) -> None:
        self._pending -= 1
        if self._closed:
            return
        if answer.ticket is not None and self._newest.get(answer.ticket[0]) != answer.ticket[1]:
            return
        owner_lives = isValid(answer.owner)
        if answer.error is not None:
            self._tell(answer, answer.error, owner_lives)
        elif owner_lives and answer.then is not None:
            answer.then(answer.result)

    def _tell(self, answer: _Answer, error: Exception, owner_lives: bool) -> None:
        """To whoever asked, else to the window; a change that failed is never lost with its screen."""
        if not isinstance(error, Refused | Unavailable):
            sys.excepthook(type(error), error, error.__traceback__)
        elif owner_lives and answer.failed is not None:
            answer.failed(error)
        elif owner_lives or not answer.is_read:
            (self.refused if isinstance(error, Refused) else self.trouble).emit(error)
