"""The yardstick of starts and memory: an empty PySide6 window, gone one turn after its first paint.

python -m tests.bench.empty_window [--memory]
"""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class _Empty(QMainWindow):
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, _end)


def _end() -> None:
    if "--memory" in sys.argv:
        from tests.bench.peak import peak_mib

        print(peak_mib(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = _Empty()
    window.resize(1280, 720)
    window.show()
    app.exec()
