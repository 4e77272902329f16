"""The lanes in this desk's own file: saved while someone types, brought back at the next start."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from shopphone.domain.calls import CallRow
from shopphone.domain.orders import OrderDraft
from shopphone.services import call, call_log, drafts
from shopphone.ui.kit.screen import Parts
from shopphone.ui.screens.desk.lanes import Lane

_KEEP_MS = 300


class KeptWork(QObject):
    """Saves a lane and brings lanes back."""

    due = Signal()  # something was typed a moment ago and is to be saved
    restored = Signal(object)  # list of lanes
    order_restored = Signal(object)  # OrderDraft

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._open_calls: dict[int, CallRow] = {}
        self._pause = QTimer(self, interval=_KEEP_MS, singleShot=True)
        self._pause.timeout.connect(self.due)

    def soon(self) -> None:
        self._pause.start()

    def keep(self, lane: Lane) -> None:
        content = {"note": lane.note, "words": lane.words, "customer_id": lane.customer_id}
        self._parts.jobs.keep(self, call(drafts.keep_lane, lane.key, content))
        self._parts.jobs.keep(self, call(drafts.keep_order, lane.key, _copy(lane.draft)))

    def forget(self, lane: Lane) -> None:
        self._parts.jobs.keep(self, call(drafts.forget, lane.key))

    def restore(self) -> None:
        """After a start: the calls that were in hand, then what was typed for them."""
        self._parts.jobs.ask(self, call(call_log.recent_open), self._take_calls)

    def _take_calls(self, rows: tuple[CallRow, ...]) -> None:
        self._open_calls = {found.call_id: found for found in rows}
        self._parts.jobs.ask(self, call(drafts.lanes), self._take_lanes)

    def _take_lanes(self, kept: tuple[tuple[str, dict[str, Any]], ...]) -> None:
        lanes: dict[int, Lane] = {}
        for key, content in kept:
            found = self._open_calls.get(int(key)) if key.isdecimal() else None
            if found is None:
                continue
            lanes[found.call_id] = _lane(found, content)
            self._parts.jobs.ask(self, call(drafts.order, key), self._take_order)
        for found in self._open_calls.values():
            if found.state in ("ringing", "talking"):
                lanes.setdefault(found.call_id, Lane(row=found))
        self.restored.emit(list(lanes.values()))

    def _take_order(self, draft: OrderDraft | None) -> None:
        if draft is not None:
            self.order_restored.emit(draft)


def _lane(found: CallRow, content: Mapping[str, Any]) -> Lane:
    return Lane(
        row=found,
        note=str(content.get("note", "")),
        words=str(content.get("words", "")),
        customer_id=content.get("customer_id"),
    )


def _copy(draft: OrderDraft) -> OrderDraft:
    """What the worker saves must not change under it."""
    return replace(
        draft,
        lines=[replace(line) for line in draft.lines],
        told=dict(draft.told),
        article_ids=list(draft.article_ids),
    )
