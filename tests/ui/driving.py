"""The whole program in one hand: what a test does with a window that is open."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from shopphone.app import Program
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.services.desk import Desk
from shopphone.ui.kit.screen import Screen
from shopphone.ui.screens.desk import DeskScreen
from shopphone.ui.screens.settings import SettingsScreen

NOW = datetime(2026, 11, 24, 13, 6, tzinfo=UTC)
_LONGEST_PAUSE_MS = 1000
_LONGEST_WAIT = 30.0  # a busy machine is only slow
_MOMENT_MS = 2
S = TypeVar("S", bound=Screen)


def moment() -> None:
    """Let a real event loop run: answers arrive, and what was deleted goes away."""
    loop = QEventLoop()
    QTimer.singleShot(_MOMENT_MS, loop.quit)
    loop.exec()


class Shop:
    """One running program; `settle` waits until it has nothing left to do."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        self.patience = _LONGEST_WAIT  # seconds

    @property
    def desk(self) -> Desk:
        """The desk of the program, to look at the shop behind the window."""
        opened = self.program._opened
        assert opened is not None
        return opened

    @property
    def said(self) -> str:
        """The line of status at the foot of the window."""
        return self.window._status.whole

    def until(self, happened: Callable[[], bool]) -> None:
        """Let the window live until something is so and every answer has come."""
        end = time.monotonic() + self.patience
        while not (happened() and self.program.jobs.idle):
            moment()
            assert time.monotonic() < end, "what the test waits for does not happen"

    def settle(self) -> None:
        """Until every answer has come and every pause of typing is over."""
        for _ in range(2):  # an answer may begin a pause, a pause asks again
            moment()
            self.until(lambda: not self._pausing())
        moment()

    def at(self, code: str, kind: type[S]) -> S:
        """This screen, in front and filled."""
        self.window.open_screen(code, None)
        self.settle()
        screen = self.window.current
        assert isinstance(screen, kind)
        return screen

    def telephone(self) -> DeskScreen:
        return self.at("desk", DeskScreen)

    def ring(self, number: str, key: str, kind: CallEventKind = CallEventKind.RINGING) -> None:
        """The telephone reports a call."""
        self.program.news.call.emit(
            CallEvent(
                kind=kind,
                call_key=key,
                source="test",
                direction="in",
                number_raw=number,
                own_number="99998100",
                at=self.program.now(),
                seconds=None,
            )
        )
        self.settle()

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open over this window."""
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def close_dialogs(self) -> None:
        for each in self.dialogs():
            each.reject()
        self.settle()
        self.window.activateWindow()  # offscreen there is no window manager to do it

    def tops(self) -> list[QWidget]:
        return [self.window, *self.dialogs()]

    def _pausing(self) -> bool:
        return any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= _LONGEST_PAUSE_MS
            for timer in self.window.findChildren(QTimer)
        )


def line_of(screen: SettingsScreen, key: str) -> QLineEdit:
    """The line a setting is typed in."""
    control = screen.fields[key].control
    assert isinstance(control, QLineEdit)
    return control


def texts_in(top: QWidget) -> list[str]:
    """What labels and buttons show now, as it is read."""
    shown = (each for each in top.findChildren(QWidget) if each.isVisible())
    return [each.text() for each in shown if isinstance(each, QLabel | QAbstractButton)]


def buttons_of(top: QWidget, text: str = "") -> list[QAbstractButton]:
    """The visible buttons, or those whose text begins so."""
    found = (each for each in top.findChildren(QAbstractButton) if each.isVisible())
    return [each for each in found if each.text().startswith(text)]


def press(shop: Shop, top: QWidget, text: str) -> None:
    """Press the one button that is called so."""
    found = [each for each in buttons_of(top, text) if each.isEnabled()]
    assert found, (text, [each.text() for each in buttons_of(top)])
    found[0].click()
    shop.settle()
