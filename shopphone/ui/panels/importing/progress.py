"""How far a long step is, and a stop: told by the worker, shown by the window."""

import threading
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from shopphone.ui.kit.parts import button, label


class Progress(QWidget):
    """Hidden while nothing runs; a new step stops the one before."""

    _told = Signal(int, int)  # from the worker

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._what = label()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_all)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        for widget in (self._what, self.bar, self.stop):
            columns.addWidget(widget)
        self._told.connect(self._show)
        self.hide()

    def begin(self, what: str) -> threading.Event:
        self._stop.set()
        self._stop = threading.Event()
        self._what.setText(what)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()
        return self._stop

    def end(self) -> None:
        self.hide()

    def stop_all(self) -> None:
        self._stop.set()
        self.stop.setEnabled(False)

    def from_worker(self, done: int, of: int) -> None:
        with suppress(RuntimeError):  # the window may be gone meanwhile
            self._told.emit(done, of)

    def _show(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
