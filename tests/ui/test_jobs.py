"""Jobs: the newest answer wins, closed screens get none, changes are finished, errors come once."""

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopphone.domain.errors import Refused, Unavailable
from shopphone.ui.kit.jobs import Job, Jobs, local

_LONG = 10.0


class Gate:
    """A job that waits until the test opens it, and says on which thread it ran."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.begun = threading.Event()
        self.thread: threading.Thread | None = None

    def __call__(self, answer: object) -> object:
        self.thread = threading.current_thread()
        self.begun.set()
        assert self.open.wait(_LONG)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs(lambda: None)
    made.begin()
    yield made
    made.close()


def waiting(gate: Gate, answer: object) -> Job[object]:
    return local(_look, gate, answer)


def _look(gate: Gate, answer: object) -> object:
    return gate(answer)


def test_only_the_newest_answer_to_the_same_question_is_shown(jobs: Jobs, qtbot: QtBot) -> None:
    owner, shown = QObject(), list[object]()
    old, new = Gate(), Gate()
    jobs.ask(owner, local(_look, old, "old"), shown.append)
    assert old.begun.wait(_LONG)
    jobs.ask(owner, local(_look, new, "new"), shown.append)
    new.open.set()
    qtbot.waitUntil(lambda: shown == ["new"])
    old.open.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert shown == ["new"]


def test_an_old_question_that_has_not_begun_is_never_run(jobs: Jobs, qtbot: QtBot) -> None:
    owner, shown = QObject(), list[object]()
    busy = [Gate() for _ in range(3)]  # every worker that reads
    for n, gate in enumerate(busy):
        jobs.ask(owner, _named(gate, n), shown.append)
        assert gate.begun.wait(_LONG)
    old, new = Gate(), Gate()
    for gate in (old, new):
        gate.open.set()
    jobs.ask(owner, local(_look, old, "old"), shown.append)
    jobs.ask(owner, local(_look, new, "new"), shown.append)
    for gate in busy:
        gate.open.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert not old.begun.is_set()
    assert "new" in shown
    assert "old" not in shown


def test_different_screens_do_not_take_each_others_answers(jobs: Jobs, qtbot: QtBot) -> None:
    first, second, shown = QObject(), QObject(), list[object]()
    gates = [Gate(), Gate()]
    for owner, gate, answer in zip((first, second), gates, ("a", "b"), strict=True):
        gate.open.set()
        jobs.ask(owner, local(_look, gate, answer), shown.append)
    qtbot.waitUntil(lambda: sorted(map(str, shown)) == ["a", "b"])


def test_an_answer_for_a_screen_that_is_gone_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    screen, shown, gate = QWidget(), list[object](), Gate()
    jobs.ask(screen, waiting(gate, "late"), shown.append)
    assert gate.begun.wait(_LONG)
    screen.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(screen))
    gate.open.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert shown == []


def test_changes_run_one_after_the_other_in_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    for n in range(50):
        jobs.do(owner, local(done.append, n))
    qtbot.waitUntil(lambda: jobs.idle)
    assert done == list(range(50))


def test_changes_and_drafts_are_finished_before_the_program_ends(qapp: object) -> None:
    jobs, owner, done = Jobs(lambda: None), QObject(), list[str]()
    gate = Gate()
    jobs.begin()
    jobs.do(owner, waiting(gate, None))
    for n in range(20):
        jobs.do(owner, local(done.append, f"change {n}"))
        jobs.keep(owner, local(done.append, f"draft {n}"))
    assert gate.begun.wait(_LONG)
    threading.Timer(0, gate.open.set).start()
    jobs.close()
    assert len(done) == 40


def test_a_read_that_has_begun_is_over_before_the_files_are_closed(qapp: object) -> None:
    jobs, owner, done = Jobs(lambda: None), QObject(), list[str]()
    gate = Gate()

    def read() -> str:
        gate(None)
        done.append("read")
        return "shown"

    jobs.begin()
    jobs.ask(owner, local(read), done.append)
    assert gate.begun.wait(_LONG)
    threading.Timer(0.05, gate.open.set).start()
    jobs.close()
    assert done == ["read"]


def test_a_draft_never_waits_for_a_change_of_the_shop(jobs: Jobs, qtbot: QtBot) -> None:
    owner, kept, gate = QObject(), threading.Event(), Gate()
    jobs.do(owner, waiting(gate, None))
    assert gate.begun.wait(_LONG)
    jobs.keep(owner, local(kept.set))
    assert kept.wait(_LONG)
    gate.open.set()
    qtbot.waitUntil(lambda: jobs.idle)


def test_no_job_runs_on_the_thread_of_the_window_and_every_answer_comes_there(
    jobs: Jobs, qtbot: QtBot
) -> None:
    owner, threads = QObject(), list[threading.Thread]()
    for start in (jobs.ask, jobs.do):
        gate = Gate()
        gate.open.set()
        start(owner, waiting(gate, 1), lambda _answer: threads.append(threading.current_thread()))
        qtbot.waitUntil(lambda: jobs.idle)
        assert gate.thread is not threading.main_thread()
    assert threads == [threading.main_thread()] * 2


def test_a_refusal_goes_to_whoever_asked_else_to_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    owner, heard = QObject(), list[str]()
    jobs.refused.connect(lambda error: heard.append(f"window: {error.rule}"))
    jobs.trouble.connect(lambda error: heard.append(f"window: {error.what}"))
    for error in (Refused("a"), Unavailable("b")):
        gate = Gate()
        gate.open.set()
        jobs.do(owner, waiting(gate, error), failed=lambda found: heard.append(str(found)))
        jobs.do(owner, waiting(gate, error))
    qtbot.waitUntil(lambda: jobs.idle)
    assert heard == ["a", "window: a", "b", "window: b"]


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        seen.append(f"{kind.__name__}: {error}")
        assert trace is not None

    monkeypatch.setattr(sys, "excepthook", hook)
    return seen


def test_a_bug_in_a_job_is_reported_once_with_its_place(
    jobs: Jobs, qtbot: QtBot, crashes: list[str]
) -> None:
    owner, gate = QObject(), Gate()
    gate.open.set()
    heard: list[object] = []
    jobs.do(owner, waiting(gate, KeyError("x")), heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: jobs.idle)
    assert crashes == ["KeyError: 'x'"]
    assert heard == []


def test_a_bug_in_a_change_is_reported_even_if_its_screen_is_gone(
    jobs: Jobs, qtbot: QtBot, crashes: list[str]
) -> None:
    screen, gate = QWidget(), Gate()
    jobs.do(screen, waiting(gate, KeyError("lost")))
    assert gate.begun.wait(_LONG)
    screen.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(screen))
    gate.open.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert crashes == ["KeyError: 'lost'"]


def test_a_change_that_was_refused_is_said_even_if_its_screen_is_gone(
    jobs: Jobs, qtbot: QtBot
) -> None:
    screen, gate, heard = QWidget(), Gate(), list[object]()
    jobs.trouble.connect(heard.append)
    jobs.do(screen, waiting(gate, Unavailable("database")), failed=heard.append)
    assert gate.begun.wait(_LONG)
    screen.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(screen))
    gate.open.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert [getattr(each, "what", "") for each in heard] == ["database"]


def _named(gate: Gate, n: int) -> Job[object]:
    """A question of its own kind."""

    class Asked:
        key = ("test", f"question {n}")

        def run(self, desk: object) -> object:
            return gate(n)

    return Asked()


def _is_alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(widget))
