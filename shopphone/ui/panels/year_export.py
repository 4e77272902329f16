"""A year of letters into a folder: which year, where, how far it is, and a stop."""

import os
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from shopphone.services import call, letter_archive
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, choice, label, row, set_tone
from shopphone.ui.kit.screen import Parts


class YearExport(QDialog):
    """Always a new folder, so that nothing is mixed up; closing the window stops it too."""

    _progressed = Signal(int, int)  # from the worker

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Letters of a year"))
        self.setMinimumWidth(520)
        self._parts = parts
        self._stopped = threading.Event()
        self._of = -1  # letters of the year; not known before the first is written
        self.year = choice(self.tr("Year"))
        self.write = button(self.tr("Choose a folder …"), kind="primary")
        self.write.setEnabled(False)
        self.write.clicked.connect(self._pick)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self._stop)
        self.status = label(wrap=True)
        close = button(self.tr("Close"))
        close.clicked.connect(self.close)
        self._progressed.connect(self._show_progress)
        text = self.tr(
            "Every letter that left in the year goes into a new folder as it left, byte for byte, "
            "with an index (CSV): number, customer, who sent it, when and how, checksum."
        )
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(label(self.windowTitle(), size="heading"))
        rows.addWidget(label(text, tone="muted", wrap=True))
        rows.addWidget(self.year)
        rows.addLayout(row(self.bar, self.stop))
        rows.addWidget(self.status)
        rows.addLayout(row(1, close, self.write))
        self._busy(False)
        self.write.setEnabled(False)
        parts.jobs.ask(self, call(letter_archive.years), self._show_years)

    def write_below(self, path: str) -> None:
        """Into a new folder below this one."""
        year = int(self.year.currentData())
        name = self.tr("letters-{year}").format(year=year)
        folder = Path(path) / f"{name}-{self._parts.now():%Y-%m-%d-%H%M%S}"
        self._stopped.clear()
        self._of = -1
        self.bar.setRange(0, 0)
        self._tell(self.tr("Writing …"), "muted")
        self._busy(True)
        job = call(letter_archive.export, year, folder, self._stopped, self._progress)
        self._parts.jobs.ask(self, job, partial(self._done, folder), failed=self._failed)

    def done(self, result: int, /) -> None:
        self._stopped.set()
        super().done(result)

    def _show_years(self, years: tuple[int, ...]) -> None:
        for each in years:
            self.year.addItem(str(each), each)
        self.write.setEnabled(bool(years))
        if years:
            self.year.setFocus()
        else:
            self._tell(self.tr("No letter has left yet."), "muted")

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Where shall the new folder be?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.write_below)
        dialog.open()

    def _stop(self) -> None:
        self._stopped.set()
        self.stop.setEnabled(False)
        self._tell(self.tr("Stopping …"), "careful")

    def _progress(self, done: int, of: int) -> None:
        """On the worker; this window may be gone meanwhile."""
        with suppress(RuntimeError):
            self._progressed.emit(done, of)

    def _show_progress(self, done: int, of: int) -> None:
        self._of = of
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        if not self._stopped.is_set():
            text = self.tr("{done} of {all} letters written …").format(done=done, all=of)
            self._tell(text, "muted")

    def _done(self, folder: Path, count: int) -> None:
        self._busy(False)
        where = str(folder).replace(os.sep, f"{os.sep}\u200b")
        if count == self._of:
            text = self.tr("%n letter(s) and the index are in {folder}", "", count)
            self._tell(text.format(folder=where), "fine")
            return
        text = self.tr(
            "Stopped. %n letter(s) without an index are in {folder}; delete that folder.", "", count
        )
        self._tell(text.format(folder=where), "careful")

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self._tell(words_for(error), "must_not")

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.stop.setEnabled(busy)
        self.write.setEnabled(not busy)
        self.year.setEnabled(not busy)

    def _tell(self, sentence: str, tone: str) -> None:
        self.status.setText(sentence)
        set_tone(self.status, tone)
