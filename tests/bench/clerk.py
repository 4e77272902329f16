"""The real program on a big shop, driven as a clerk would drive it; offscreen, in this process."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from shopphone.app import Program
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.options import parse
from shopphone.ui.screens.calls import CallsScreen
from shopphone.ui.screens.desk import DeskScreen
from tests.bench.bigshop_days import NOW

_LONGEST_WAIT = 20.0


@dataclass(frozen=True, slots=True)
class Known:
    """A customer whom one number names for certain."""

    number: str
    customer_id: int


def _clock(began: float) -> Callable[[], datetime]:
    """The shop's afternoon, going on as the real time does: no two runs are at the same moment."""
    return lambda: NOW + timedelta(seconds=time.time() - began, microseconds=int(began * 1e6) % 997)


class Clerk:
    """Rings, types, orders and scrolls; every step waits until the program has answered."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication.instance() or QApplication([])
        options = parse(["--data", str(folder), "--lang", "de", "--theme", "light"])
        self.program = Program(self.app, options, folder, _clock(time.time()))  # type: ignore[arg-type]  # instance() may be a core application
        self.window = self.program.window
        self.window.resize(1280, 720)
        self._rung = 0
        self._began = time.time_ns()  # the same shop may be worked on again

    def begin(self) -> None:
        """Show the window and wait until the shop is open."""
        self.program.show()
        self.until(lambda: self.program.is_open, "the shop opens")

    @property
    def desk(self) -> DeskScreen:
        screen = self.window.screen("desk")
        assert isinstance(screen, DeskScreen)
        return screen

    def until(self, happened: Callable[[], bool], step: str) -> None:
        """Let the program run until something is so and nothing is on its way."""
        waker = QTimer(interval=2)
        waker.start()
        begun = time.monotonic()
        while not (happened() and self.program.jobs.idle):
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() - begun > _LONGEST_WAIT:
                raise RuntimeError(f"this did not happen: {step}")
        # under exec() Qt deletes what was to be deleted; driven from outside it keeps it forever
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def rest(self, milliseconds: int) -> None:
        """Let pauses of typing run out; then wait for the answers they asked for."""
        ended = False

        def end() -> None:
            nonlocal ended
            ended = True

        QTimer.singleShot(milliseconds, end)
        self.until(lambda: ended, "a rest ends")

    def ring(self, number: str) -> int:
        """A call from this number has its lane and is in front; gives its key."""
        self._rung += 1
        before = set(self.desk.lanes)
        self.report(CallEventKind.RINGING, number)
        self.until(lambda: bool(set(self.desk.lanes) - before), "the call has its lane")
        call_id = (set(self.desk.lanes) - before).pop()
        if self.desk.current is None or self.desk.current.row.call_id != call_id:
            self.desk.lane_bar.chosen.emit(call_id)
            self.until(lambda: True, "the lane is in front")
        return call_id

    def report(self, kind: CallEventKind, number: str) -> None:
        """What a telephone says about the newest call."""
        event = CallEvent(
            kind=kind,
            call_key=f"bench-{self._began}-{self._rung}",
            source="bench",
            direction="in",
            number_raw=number,
            own_number="99998100",
            at=NOW,
            seconds=60 if kind is CallEventKind.ENDED else None,
        )
        self.program.news.call.emit(event)
        self.until(lambda: True, "the report is written")

    def type_question(self, text: str, pause: int = 20) -> None:
        finder = self.desk.finder
        finder.input.clear()
        for n in range(1, len(text) + 1):
            finder.input.setText(text[:n])
            self.rest(pause)
        self.rest(80)

    def take_answer(self) -> None:
        finder = self.desk.finder
        if finder.hits:
            finder.input.taken.emit()
            self.until(lambda: finder.article is not None, "the article opens")

    def add_goods(self, skus: list[str]) -> None:
        form = self.desk.form
        for sku in skus:
            count = len(form.draft.lines)
            form.input.setText(sku)
            form.input.taken.emit()
            self.until(lambda count=count: len(form.draft.lines) > count, f"{sku} is on the order")  # type: ignore[misc]  # mypy cannot type a default

    def tell(self) -> None:
        """Read out the five points once they stand there."""
        form = self.desk.form
        self.until(lambda: not form._pause.isActive(), "the points of this order stand there")
        for n in range(5):
            self.desk.act("tell")
            self.until(lambda n=n: len(form.draft.told) == n + 1, "a point is ticked")  # type: ignore[misc]  # mypy cannot type a default

    def place(self) -> None:
        """Place the order; its letter is written and shown."""
        desk = self.desk
        desk.form.place()
        self.until(
            lambda: bool(desk.form.draft.is_empty and desk.preview.page_count),
            "the order's letter is shown",
        )
        self.rest(20)

    def finish(self, number: str) -> None:
        """The caller hangs up, an outcome is chosen, the call is closed."""
        self.report(CallEventKind.ENDED, number)
        self.desk.bar.outcome.setCurrentIndex(1)
        self.desk.act("finish")
        self.until(lambda: True, "the call is closed")

    def open(self, code: str) -> None:
        self.window.open_screen(code, None)
        self.rest(20)

    def scroll_log(self, steps: int) -> None:
        """From the first row of the log to its last."""
        self.open("calls")
        screen = self.window.screen("calls")
        assert isinstance(screen, CallsScreen)
        bar = screen.list.table.verticalScrollBar()
        for n in range(1, steps + 1):
            bar.setValue(bar.maximum() * n // steps)
            self.rest(5)
        last = screen.model.rowCount() - 1
        screen.list.table.scrollToBottom()
        self.until(lambda: screen.model.row_at(last) is not None, "the log's last row is there")

    def close(self) -> None:
        self.program.close()
        self.window.close()
        self.app.processEvents()


def known_callers(folder: Path, count: int) -> list[Known]:
    """Customers with a number that nobody shares, an address, and some orders."""
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        rows = connection.execute(
            "select phone.raw, phone.customer_id from customer_phone phone"
            " where phone.label in ('home', 'mobile') and phone.customer_id > 20"
            " and (select count(*) from customer_phone other where other.e164 = phone.e164) = 1"
            " and not exists (select 1 from sale_order where delivery_e164 = phone.e164)"
            " and exists (select 1 from sale_order where sale_order.customer_id = phone.customer_id)"
            " order by phone.id limit ?",
            (count,),
        ).fetchall()
    return [Known(number, customer_id) for number, customer_id in rows]


def questions(folder: Path, count: int) -> list[str]:
    """What callers asked in earlier calls."""
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        rows = connection.execute("select words from wording order by id limit ?", (count,))
        return [words for (words,) in rows]


def skus(folder: Path, count: int) -> list[str]:
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        rows = connection.execute("select sku from product order by id limit ?", (count,))
        return [sku for (sku,) in rows]
