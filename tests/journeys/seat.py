"""A clerk at the desk of a real program: sees what the window shows, does what a person does.

In a test it sits at a program of the same process; `tests.journeys.driver` seats it in one of its
own, which can be killed.
"""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

import shopphone.services.drafts as drafts
from shopphone.app import Program
from shopphone.domain.events import Link, LinkState
from shopphone.options import parse
from shopphone.services.desk import Desk
from shopphone.ui.screens.desk import DeskScreen
from shopphone.ui.screens.desk.lanes import Lane
from tests.support.processes import DidNotHappen
from tests.support.typing import type_text

AFTERNOON = datetime(2026, 11, 24, 13, 6, tzinfo=UTC)  # after every call of the demo shop
_SECONDS = 15.0


def clock(begun: float) -> Callable[[], datetime]:
    """That afternoon, going on as the real time does."""
    return lambda: AFTERNOON + timedelta(seconds=time.time() - begun)


class Seat:
    """One program with its window."""

    def __init__(
        self, app: QApplication, folder: Path, begun: float | None = None, first: str = "desk"
    ) -> None:
        """begun: the moment the afternoon began for this desk, if it goes on from an earlier run.

        first: the screen that a key opens before the shop is open.
        """
        self._app = app
        self.links: list[Link] = []
        options = parse(["--demo", "--lang", "de", "--theme", "light"])
        self.program = Program(app, options, folder, clock(begun or time.time()))
        self.program.news.link.connect(self._linked)
        self.window = self.program.window
        self.window.show()
        self.window.activateWindow()
        if first != "desk":
            self.window.open_screen(first, None)
        self.until(lambda: self.program.jobs.idle, "the shop opens")

    @property
    def screen(self) -> DeskScreen:
        made = self.window.screen("desk")
        assert isinstance(made, DeskScreen)
        return made

    @property
    def desk(self) -> Desk:
        opened = self.program._opened
        assert opened is not None
        return opened

    @property
    def lane(self) -> Lane:
        """The lane in front."""
        current = self.screen.current
        assert current is not None, "no call is in front"
        return current

    def until(self, happened: Callable[[], bool], what: str, seconds: float = _SECONDS) -> None:
        """Let the program go on until something is so and every answer has come."""
        self.until_busy(lambda: happened() and self.program.jobs.idle, what, seconds)
        self._app.processEvents()

    def until_busy(
        self, happened: Callable[[], bool], what: str, seconds: float = _SECONDS
    ) -> None:
        """The same while workers are still at something."""
        end = time.monotonic() + seconds
        while not happened():
            self._app.processEvents()
            if time.monotonic() > end:
                raise DidNotHappen(f"still not: {what}; the window says “{self.said()}”")
            time.sleep(0.002)  # the workers need the processor too

    def close(self) -> None:
        self.program.close()
        self.window.close()
        self.window.deleteLater()
        self.program.deleteLater()
        self.program.words.uninstall(self._app)
        QLocale.setDefault(QLocale.c())
        self._app.setStyleSheet("")
        self._app.processEvents()

    # what a person sees

    def said(self) -> str:
        """The line of status."""
        return self.window._status.text()

    def lanes(self) -> dict[str, str]:
        """The buttons of the lanes: number as it came, and what stands on the button."""
        rows = {lane.row.call_id: lane.row for lane in self.screen.lanes.values()}
        buttons = self.screen.lane_bar.findChildren(QWidget)
        shown = {b.property("call"): b for b in buttons if b.property("call") and not b.isHidden()}
        return {rows[key].raw_number: b.text() for key, b in shown.items() if key in rows}  # type: ignore[attr-defined]  # it is a button

    def state(self, number: str) -> str:
        lanes = self.screen.lanes.values()
        return next((x.row.state for x in lanes if x.row.raw_number == number), "")

    def caller(self) -> list[str]:
        """Every word on the caller card, from above."""
        return shown_texts(self.screen.caller)

    def told(self) -> dict[str, bool]:
        boxes = self.screen.form.read_back.findChildren(QCheckBox)
        return {str(box.property("code")): box.isChecked() for box in boxes if not box.isHidden()}

    def lines(self) -> list[list[str]]:
        table = self.screen.form.lines
        return [
            [item.text() if (item := table.item(n, k)) else "" for k in range(table.columnCount())]
            for n in range(table.rowCount())
        ]

    def purpose(self) -> str:
        buttons = self.screen._page.findChildren(QWidget)
        return next(
            (b.text() for b in buttons if b.property("code") and _checked(b)),  # type: ignore[attr-defined]  # it is a button
            "",
        )

    def sight(self) -> dict[str, Any]:
        """What the desk shows, in plain values that survive JSON."""
        screen, form = self.screen, self.screen.form
        if screen.current is None:
            return {"lanes": sorted(self.lanes().items()), "in front": None}
        return {
            "lanes": sorted(self.lanes().items()),
            "in front": screen.current.row.raw_number,
            "caller": self.caller(),
            "newcomer": {e.accessibleName(): e.text() for e in _edits(screen.caller)},
            "note": screen.note.toPlainText(),
            "purpose": self.purpose(),
            "finder": screen.finder.input.text(),
            "answers": [hit.title for hit in screen.finder.hits],
            "input": form.input.text(),
            "lines": self.lines(),
            "told": self.told(),
            "terms": [box.currentText() for box in form.findChildren(QComboBox)],
            "order fields": [e.text() for e in _edits(form) if e is not form.input],
            "total": form.sums.total.text(),
            "callback": screen.current.work.callback_words,
            "outcome": screen.bar.outcome.currentText(),
            "stars": screen.bar.satisfaction.currentText(),
            "placed": screen.current.placed.number if screen.current.placed else "",
        }

    def looks(self) -> dict[str, str]:
        """Where the keyboard is, what is said, which screen is in front, which window takes keys."""
        focus, dialog = self._app.focusWidget(), self._app.activeModalWidget()
        return {
            "focus": named(focus) if focus else "",
            "said": self.said(),
            "screen": type(self.window.current).__name__,
            # a dialog that was just opened, or left, may not have given the keyboard over yet
            "keyboard": (dialog or self.window).windowTitle()
            if (dialog or self.window).isActiveWindow()
            else "",
            "reason": self.screen.preview._reason.text(),
            "refusal": self.screen.form.refusal,
            "pages": str(self.screen.preview.page_count),
        }

    # what a person does

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._app.focusWidget() or self.window, key, modifier)
        self._app.processEvents()

    def write(self, text: str) -> None:
        type_text(self._focus(), text)

    def is_connected(self) -> None:
        self.until(lambda: self.links[-1:] == [Link.CONNECTED], "the box is connected")

    def sees(self, number: str, state: str) -> None:
        self.until(lambda: self.state(number) == state, f"the call of {number} is {state}")

    def turns_to(self, number: str) -> None:
        found = next(x for x in self.screen.lanes.values() if x.row.raw_number == number)
        self.screen.lane_bar.chosen.emit(found.row.call_id)
        self.until(lambda: self.screen.current is found, f"the call of {number} is in front")

    def is_known(self, name: str) -> None:
        self.until(lambda: name in self.caller(), f"the card of {name}")

    def chooses(self, name: str) -> None:
        """One of several people with this number."""
        self.until(lambda: self.screen.caller.choices > 1, "the chooser")
        self.key(Qt.Key.Key_F6)
        while name not in self._focus().accessibleName():
            self.key(Qt.Key.Key_Tab)
        self.key(Qt.Key.Key_Space)
        self.is_known(name)

    def notes(self, text: str) -> None:
        self.key(Qt.Key.Key_F7)
        self.write(text)

    def types_on_and_on(self) -> None:
        """A note without any pause that would be long enough to save in; tells each letter."""
        self.key(Qt.Key.Key_F7)
        for count in range(1, 2000):
            self.write("x")
            print(json.dumps({"typed": count, "at": time.time()}), flush=True)
            next_at = time.monotonic() + 0.02  # fifty letters a second
            while time.monotonic() < next_at:
                self._app.processEvents()

    def is_about(self, code: str) -> None:
        button = self.screen._page._purposes[code]
        button.setFocus()
        self.key(Qt.Key.Key_Space)

    def asks(self, words: str, title: str) -> None:
        """Search, and open the first answer."""
        self.key(Qt.Key.Key_F3)
        self.write(words)
        self.until(lambda: title in [hit.title for hit in self.screen.finder.hits], title)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: self.screen.finder.article is not None, "the answer opens")

    def encloses(self) -> None:
        self.key(Qt.Key.Key_F11)

    def orders(self, typed: str) -> None:
        before = len(self.screen.form.draft.lines)
        self.key(Qt.Key.Key_F4)
        self.write(typed)
        self.key(Qt.Key.Key_Return)
        grid = self.screen.form.offers.grid
        self.until(
            lambda: grid.isVisible() or len(self.screen.form.draft.lines) > before,
            f"{typed} is found",
        )
        if grid.isVisible():  # several options: the first one in stock is marked
            self.key(Qt.Key.Key_Return)
        self.until(lambda: len(self.screen.form.draft.lines) > before, f"{typed} is on the order")

    def begins_to_order(self, typed: str) -> None:
        self.key(Qt.Key.Key_F4)
        self.write(typed)

    def delivers_to(self, *fields: str) -> None:
        form = self.screen.form
        to = form.terms.delivery
        form.terms.other_address.setFocus()
        self.key(Qt.Key.Key_Space)
        for edit, text in zip(
            (to.name, to.street, to.postcode, to.town),
            fields,
            strict=True,
        ):
            edit.setFocus()
            edit.selectAll()
            self.write(text)

    def pays_by(self, code: str) -> None:
        box = self.screen.form.terms.payment
        box.setFocus()
        self.key(Qt.Key.Key_Home)
        while box.currentData() != code:
            self.key(Qt.Key.Key_Down)

    def remarks(self, text: str) -> None:
        self.screen.form.terms.remark.setFocus()
        self.write(text)

    def tells(self, count: int) -> None:
        self.until(self._is_quiet, "no pause of typing is waited for")  # no clerk reads so fast
        self.until(lambda: self.screen.form.read_back.is_current, "the points stand there")
        done = sum(self.told().values())
        for _ in range(count):
            self.key(Qt.Key.Key_F5)
        assert sum(self.told().values()) == done + count

    def is_refused(self) -> str:
        self.key(Qt.Key.Key_Return, ctrl=True)
        self.until(lambda: bool(self.screen.form.refusal), "placing is refused")
        return self.screen.form.refusal

    def places(self) -> str:
        self.key(Qt.Key.Key_Return, ctrl=True)
        self.until(lambda: self.lane.placed is not None, "the order is placed")
        assert self.lane.placed is not None
        return self.lane.placed.number

    def sees_the_letter(self) -> None:
        self.until(lambda: self.screen.preview.page_count > 0, "the letter's pages")

    def opens_the_letter(self) -> None:
        self.key(Qt.Key.Key_F9)
        self.sees_the_letter()

    def prints(self) -> None:
        if not self.screen._right.shows_letter:
            self.opens_the_letter()
        self.key(Qt.Key.Key_F9)
        letter = self.screen.preview
        self.until(
            lambda: letter.letter is not None and letter.letter.row.state == "printed",
            "the letter is printed",
        )

    def prints_in_vain(self) -> None:
        self.key(Qt.Key.Key_F9)
        self.until(lambda: self.screen.preview._reason.isVisible(), "the reason")

    def ends_with(self, outcome: str, stars: int) -> None:
        bar = self.screen.bar
        bar.outcome.setCurrentIndex(bar.outcome.findText(outcome))
        bar.satisfaction.setCurrentIndex(bar.satisfaction.findData(stars))
        assert bar.outcome.currentText() == outcome

    def finishes(self) -> None:
        call_id = self.lane.row.call_id
        self.key(Qt.Key.Key_F12)
        self.until(lambda: call_id not in self.screen.lanes, "the call is finished")

    def searches(self, words: str, name: str) -> None:
        """Look for an unknown caller among the customers, without choosing one."""
        self.until(lambda: "Unbekannte Nummer" in self.caller(), "the unknown caller")
        self.key(Qt.Key.Key_F6)
        self.write(words)
        self.until(lambda: any(name in each for each in self.caller()), f"{name} is found")

    def changes(self, line: int, column: int, text: str) -> None:
        """Type over a cell of the order's lines."""
        table = self.screen.form.lines
        table.setFocus()
        table.setCurrentCell(line, column)
        before = self.lines()
        for letter in text:
            type_text(self._focus(), letter)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: self.lines() != before, f"line {line} is changed")

    def begins_a_customer(self, first_name: str, last_name: str) -> None:
        """The form of a new customer, not saved yet."""
        self.until(lambda: "Unbekannte Nummer" in self.caller(), "the unknown caller")
        self.key(Qt.Key.Key_F6)
        while named(self._focus()) != "Neuer Kunde":
            self.key(Qt.Key.Key_Tab)
        self.key(Qt.Key.Key_Space)
        self.write(first_name)
        self.key(Qt.Key.Key_Tab)
        self.write(last_name)

    def begins_a_callback(self, words: str) -> None:
        """The dialog of F8, left without a promise."""
        self.key(Qt.Key.Key_F8)
        self.key(Qt.Key.Key_Tab)
        self.write(words)
        self.key(Qt.Key.Key_Escape)
        self.until(lambda: self._app.activeModalWidget() is None, "the dialog is closed")

    def is_kept(self) -> None:
        """Everything typed for the call in front is in this desk's own file."""
        lane = self.screen.current
        self.until(self._is_quiet, "no pause of typing is waited for")
        if lane is None:
            return
        self.until(
            lambda: (
                drafts.lane(self.desk, lane.key) == lane.work
                and drafts.order(self.desk, lane.key) == lane.draft
            ),
            "everything typed is kept",
        )

    def _focus(self) -> QWidget:
        focus = self._app.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        return focus

    def _is_quiet(self) -> bool:
        pauses = self.screen.findChildren(QTimer)
        return not any(each.isActive() and each.isSingleShot() for each in pauses)

    def _linked(self, state: LinkState) -> None:
        self.links.append(state.state)


def named(widget: QWidget) -> str:
    """What a screen reader calls it; of a choice its name, not what is chosen."""
    if widget.accessibleName():
        return widget.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def shown_texts(widget: QWidget) -> list[str]:
    """The words of the labels and buttons that can be seen in a widget."""
    seen = [w for w in widget.findChildren(QWidget) if w.isVisibleTo(widget)]
    return [w.text() for w in seen if isinstance(w, QLabel) or w.inherits("QPushButton")]  # type: ignore[attr-defined]  # both have a text


def _edits(widget: QWidget) -> list[QLineEdit]:
    return [e for e in widget.findChildren(QLineEdit) if e.isVisibleTo(widget)]


def _checked(widget: QWidget) -> bool:
    return bool(widget.property("checked"))
