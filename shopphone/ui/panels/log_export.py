"""The calls of a filter into a CSV file: where, how far it is, and a stop."""

import threading
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from shopphone.domain.calls import CallFilter
from shopphone.services import call, log_table
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, label, row, set_tone
from shopphone.ui.kit.screen import Parts

_WHOLE = 1000


class LogExport(QDialog):
    """Closing the window stops it too, and then there is no file."""

    _progressed = Signal(int, float)  # from the worker

    def __init__(self, parent: QWidget, parts: Parts, filter: CallFilter) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Calls as a table"))
        self.setMinimumWidth(520)
        self._parts = parts
        self._filter = filter
        self._stopped = threading.Event()
        self.pick = button(self.tr("Choose a file …"), kind="primary")
        self.pick.clicked.connect(self._pick)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _WHOLE)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self._stop)
        self.status = label(wrap=True)
        close = button(self.tr("Close"))
        close.clicked.connect(self.close)
        self._progressed.connect(self._show_progress)
        text = self.tr(
            "Every call that the filter gives, newest first, with number, times, who ended it, "
            "outcome, orders, answers and note, as a CSV file for any table program."
        )
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(label(self.windowTitle(), size="heading"))
        rows.addWidget(label(text, tone="muted", wrap=True))
        rows.addLayout(row(self.bar, self.stop))
        rows.addWidget(self.status)
        rows.addLayout(row(1, close, self.pick))
        self._busy(False)

    def write_to(self, path: str) -> None:
        file = Path(path)
        self._stopped.clear()
        self.bar.setValue(0)
        self._tell(self.tr("Writing …"), "muted")
        self._busy(True)
        job = call(log_table.export, self._filter, file, self._stopped, self._progress)
        self._parts.jobs.ask(self, job, partial(self._done, file), failed=self._failed)

    def done(self, result: int, /) -> None:
        self._stopped.set()
        super().done(result)

    def _pick(self) -> None:
        name = f"{self.tr('calls')}-{self._parts.today():%Y-%m-%d}.csv"
        dialog = QFileDialog(self, self.tr("Where shall the file be?"), name, "CSV (*.csv)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def _stop(self) -> None:
        self._stopped.set()
        self.stop.setEnabled(False)
        self._tell(self.tr("Stopping …"), "careful")

    def _progress(self, rows: int, share: float) -> None:
        """On the worker; this window may be gone meanwhile."""
        with suppress(RuntimeError):
            self._progressed.emit(rows, share)

    def _show_progress(self, rows: int, share: float) -> None:
        self.bar.setValue(round(share * _WHOLE))
        if not self._stopped.is_set():
            self._tell(self.tr("%n call(s) written …", "", rows), "muted")

    def _done(self, file: Path, count: int | None) -> None:
        self._busy(False)
        if count is None:
            self._tell(self.tr("Stopped: no file was written."), "careful")
        else:
            text = self.tr("%n call(s) are in {file}", "", count)
            self._tell(text.format(file=file), "fine")

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self._tell(words_for(error), "must_not")

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.stop.setEnabled(busy)
        self.pick.setEnabled(not busy)

    def _tell(self, sentence: str, tone: str) -> None:
        self.status.setText(sentence)
        set_tone(self.status, tone)
