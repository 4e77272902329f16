"""Promising a callback from a call: the dialog, and what was typed in it until it is promised."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.spoken_time import usual_time
from shopphone.services import call, callbacks
from shopphone.ui.kit.i18n import shop_zone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.text_modules.chooser import ModuleTyping
from shopphone.ui.screens.desk.callback_dialog import CallbackDialog
from shopphone.ui.screens.desk.lanes import Lane


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
        due_at = begun or usual_time(self._parts.now().astimezone(shop_zone()))
        dialog = CallbackDialog(self._window, self._parts.words, due_at, work.callback_words)
        dialog.said.connect(partial(self._said, dialog))
        owed = call(callbacks.owed, lane.row.raw_number, work.customer_id)
        self._parts.jobs.ask(dialog, owed, dialog.already)
        ModuleTyping(self._parts, dialog.words, lambda: lane.about)
        dialog.typed.connect(partial(self._typed, lane))
        dialog.planned.connect(partial(self._planned, lane))
        dialog.open()

    def _said(self, dialog: CallbackDialog, text: str) -> None:
        understood = partial(dialog.understood, text)
        self._parts.jobs.ask(dialog, call(callbacks.moment_said, text), understood)

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
