"""The lanes in this desk's own file: saved while someone types, brought back at the next start."""

from copy import deepcopy

from PySide6.QtCore import QObject, QTimer, Signal

from shopphone.domain.lanes import KeptDesk, KeptLane
from shopphone.services import call, drafts, lanes
from shopphone.ui.kit.screen import Parts
from shopphone.ui.screens.desk.lanes import Lane

_KEEP_MS = 300


class KeptWork(QObject):
    """Saves a lane and brings lanes back."""

    due = Signal()  # something was typed a moment ago and is to be saved
    restored = Signal(object)  # KeptDesk
    reopened = Signal(object)  # KeptLane

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pause = QTimer(self, interval=_KEEP_MS, singleShot=True)
        self._pause.timeout.connect(self.due)

    def soon(self) -> None:
        """Within the interval, also while someone types on without a pause."""
        if not self._pause.isActive():
            self._pause.start()

    def keep(self, lane: Lane) -> None:
        # copies: what the worker saves must not change under it
        keep_lane = call(drafts.keep_lane, lane.key, deepcopy(lane.work))
        self._parts.jobs.keep(self, keep_lane)
        self._parts.jobs.keep(self, call(drafts.keep_order, lane.key, deepcopy(lane.draft)))

    def keep_current(self, lane: Lane | None) -> None:
        current = None if lane is None else lane.row.call_id
        self._parts.jobs.keep(self, call(drafts.keep_current, current))

    def forget(self, lane: Lane) -> None:
        """The call is finished; an order that was begun waits for its call to be taken up again."""
        done = drafts.forget if lane.draft.is_empty else drafts.forget_lane
        self._parts.jobs.keep(self, call(done, lane.key))

    def restore(self) -> None:
        self._parts.jobs.ask(self, call(lanes.in_hand), self._restored)

    def reopen(self, call_id: int) -> None:
        self._parts.jobs.ask(self, call(lanes.reopened, call_id), self._reopened)

    def _restored(self, kept: KeptDesk) -> None:
        self.restored.emit(kept)

    def _reopened(self, kept: KeptLane) -> None:
        self.reopened.emit(kept)
