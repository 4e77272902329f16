"""Everything a clerk does, once, with the worst heartbeat gap of each act as JSON.

python -m tests.bench.acts DATA
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from shopphone.domain.events import CallEventKind
from shopphone.ui import menu
from tests.bench import clerk as clerks


class Heartbeat(QObject):
    """A timer on the window's thread that should fire every millisecond."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._worst = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        self._last, self._worst = time.perf_counter(), 0.0

    def worst_ms(self) -> float:
        self._beat()
        return self._worst * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._worst = max(self._worst, now - self._last)
        self._last = now


class Acts:
    """Runs the acts one after the other on one program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._app = QApplication.instance() or QApplication([])
        self.gaps: dict[str, float] = {}
        self._clerk = clerks.Clerk(folder)
        self._beat = Heartbeat()

    def play(self) -> dict[str, float]:
        self._start()
        clerk = self._clerk
        self._act("idle", lambda: clerk.rest(400))
        self._calls()
        for entry in menu.ENTRIES:
            self._act(f"open {entry.code}", lambda code=entry.code: clerk.open(code))  # type: ignore[misc]  # mypy cannot type a default
        self._act("scroll the log to its end", lambda: clerk.scroll_log(100))
        self._searches()
        return self.gaps

    def _start(self) -> None:
        """From the first paint until the shop is open and its index warm."""
        self._clerk.program.show()
        self._app.processEvents()
        self._beat.begin()
        self._clerk.begin()
        self._clerk.rest(50)
        self.gaps["start, after the first paint"] = self._beat.worst_ms()

    def _calls(self) -> None:
        clerk, act = self._clerk, self._act
        first, second = clerks.known_callers(self._folder, 2)
        act("a call rings", lambda: clerk.ring(first.number))
        act("it is answered", lambda: clerk.report(CallEventKind.ANSWERED, first.number))
        act("type a note", self._type_note)
        question = clerks.questions(self._folder, 1)[0]
        act("type a question", lambda: clerk.type_question(question))
        act("open the answer", clerk.take_answer)
        act("type an article", self._type_article)
        goods = clerks.skus(self._folder, 3)
        act("three lines on the order", lambda: clerk.add_goods(goods))
        act("tell the five points", clerk.tell)
        act("place it, see the letter", clerk.place)
        act("wrap up", lambda: clerk.finish(first.number))
        act("a second call rings", lambda: clerk.ring(second.number))
        act("wrap it up", lambda: clerk.finish(second.number))

    def _searches(self) -> None:
        for code, words in (("calls", "pfanne"), ("customers", "brand"), ("orders", "AB-2026-2")):
            self._act(f"search {code}", lambda c=code, w=words: self._search(c, w))  # type: ignore[misc]  # mypy cannot type a default

    def _search(self, code: str, words: str) -> None:
        self._clerk.open(code)
        search = self._clerk.window.current.list.search  # type: ignore[attr-defined]  # each of these screens has a list
        for n in range(1, len(words) + 1):
            search.setText(words[:n])
            self._clerk.rest(30)
        self._clerk.rest(200)

    def _type_note(self) -> None:
        for letter in "Pfanne rostet":
            self._clerk.desk.note.insertPlainText(letter)
            self._clerk.rest(10)
        self._clerk.rest(400)  # until it is saved

    def _type_article(self) -> None:
        field = self._clerk.desk.form.input
        for n in range(1, len("gusspfanne") + 1):
            field.setText("gusspfanne"[:n])
            self._clerk.rest(20)
        self._clerk.rest(120)
        field.clear()
        self._clerk.rest(20)

    def _act(self, name: str, act: Callable[[], object]) -> None:
        self._clerk.rest(30)
        self._beat.begin()
        act()
        self._clerk.rest(10)
        self.gaps[name] = self._beat.worst_ms()


if __name__ == "__main__":
    print(json.dumps(Acts(Path(sys.argv[1])).play()), flush=True)
    os._exit(0)
