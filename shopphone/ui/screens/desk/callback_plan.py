"""Promising a callback from a call: the dialog, and what was typed in it until it is promised."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.callbacks import CallbackDraft
from shopphone.services import call, callbacks
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.text_modules.chooser import ModuleTyping
from shopphone.ui.screens.desk.lanes import Lane
from shopphone.ui.screens.desk.outcome_bar import CallbackDialog

_IN = timedelta(hours=2)


class CallbackPlan(QObject):
    """Esc leaves the dialog with its words kept for the next time."""

    typed = Signal(object)  # Lane
    promised = Signal(object)  # Lane

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window

    def open(self, lane: Lane) -> None:
        work = lane.work
        begun = datetime.fromisoformat(work.callback_at) if work.callback_at else None
        due_at = begun or self._parts.now() + _IN
        dialog = CallbackDialog(self._window, due_at, work.callback_words)
        ModuleTyping(self._parts, dialog.words, lambda: lane.about)
        dialog.typed.connect(partial(self._typed, lane))
        dialog.planned.connect(partial(self._planned, lane))
        dialog.open()

    def _typed(self, lane: Lane, due_at: datetime, words: str) -> None:
        lane.work.callback_at, lane.work.callback_words = due_at.isoformat(), words
        self.typed.emit(lane)

    def _planned(self, lane: Lane, due_at: datetime, words: str) -> None:
        draft = CallbackDraft(
            raw_number=lane.row.raw_number,
            customer_id=lane.work.customer_id,
            call_id=lane.row.call_id,
            words=words,
            due_at=due_at,
        )
        self._typed(lane, due_at, words)
        promised = partial(self._promised, lane)
        self._parts.jobs.do(self, call(callbacks.plan, draft), promised)

    def _promised(self, lane: Lane, _callback_id: int) -> None:
        lane.work.callback_words = lane.work.callback_at = ""
        self._parts.say(self.tr("Callback promised."), "fine")
        self.promised.emit(lane)
