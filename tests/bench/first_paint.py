"""The program's own start, gone as soon as it has done what is asked for.

    python -m tests.bench.first_paint DATA (paint|ready|memory)

paint: one turn after the first paint of the window. ready: the first answer of a worker is there.
memory: like paint, and says the peak. The window must show the newest calls at its first paint.
"""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow

from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.window import MainWindow
from tests.bench.bigshop_days import DAY


def _paint(self: MainWindow, event: QPaintEvent) -> None:
    QMainWindow.paintEvent(self, event)
    QTimer.singleShot(0, _painted)


def _painted() -> None:
    if sys.argv[2] == "memory":
        from tests.bench.peak import peak_mib

        print(peak_mib(), flush=True)
    if sys.argv[2] != "ready":
        os._exit(0)


def _deliver(self: Jobs, answer: object) -> None:
    _real_deliver(self, answer)  # type: ignore[arg-type]  # whatever the signal carries
    os._exit(0)


_real_deliver = Jobs._deliver

if __name__ == "__main__":
    # probes, so that nothing is asked of the program while it starts
    MainWindow.paintEvent = _paint  # type: ignore[method-assign, assignment]  # a probe
    if sys.argv[2] == "ready":
        Jobs._deliver = _deliver  # type: ignore[method-assign]
    from shopphone.commands import run

    sys.exit(run(["--data", sys.argv[1], "--day", DAY.isoformat(), "--lang", "de"]))
