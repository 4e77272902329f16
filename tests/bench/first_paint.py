"""The program's own start, gone as soon as it has done what is asked for.

    python -m tests.bench.first_paint DATA (paint|ready|memory)

paint: one turn after the first paint of the window. ready: the first answer of a worker is there.
memory: like paint, and says the peak. The window must show the newest calls at its first paint.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from shopphone.ui.window import MainWindow


def main(data: str, wanted: str) -> int:
    gc.disable()  # as the program's command line does before it loads its window
    if wanted == "ready":
        _end_when_answered()
    else:
        _end_when_painted(wanted == "memory")
    from shopphone.commands import run

    return run(["--data", data, "--day", "2026-11-24", "--lang", "de"])


def _end_when_painted(say_memory: bool) -> None:
    """A probe in the window's own class, so that nothing else is asked of a program that starts."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMainWindow

    from shopphone.ui.window import MainWindow

    def paint(self: "MainWindow", event: "QPaintEvent") -> None:
        QMainWindow.paintEvent(self, event)
        if not self.first_look.count:
            os._exit(3)
        QTimer.singleShot(0, end)

    def end() -> None:
        if say_memory:
            from tests.bench.peak import peak_mib

            print(peak_mib(), flush=True)
        os._exit(0)

    MainWindow.paintEvent = paint  # type: ignore[method-assign]


def _end_when_answered() -> None:
    from shopphone.ui.kit.jobs import Jobs

    def deliver(*_: object) -> None:
        os._exit(0)

    setattr(Jobs, "_deliver", deliver)  # noqa: B010  # mypy takes a probe for a mistake


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
