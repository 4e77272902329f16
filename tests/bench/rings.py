"""Rings through a real TCP peer into the program; medians in milliseconds as JSON.

    python -m tests.bench.rings DATA COUNT

ours: the line is read, logged safely, its number looked up, the card filled and painted. plain: a
line of a second peer shows the same card with its facts at hand. line: until the report is heard.
"""

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from shopphone.cti.fritzbox import FritzBox
from shopphone.cti.watch import Watch
from shopphone.domain.calls import CallRow
from shopphone.domain.customers import CallerCard
from shopphone.domain.events import CallEvent, CallEventKind, Link, LinkState
from shopphone.ui.screens.desk.lanes import Lane
from tests.bench import clerk as clerks
from tests.bench.bigshop_days import NOW
from tests.bench.ringing import listen_to
from tests.support.fritzbox_peer import FritzBoxPeer


class _Painted(QObject):
    """Notices the first paint of the caller panel that shows this customer."""

    def __init__(self, clerk: clerks.Clerk) -> None:
        super().__init__()
        self._panel = clerk.desk.caller
        self._panel.installEventFilter(self)
        self.wanted = 0
        self.at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        card = self._panel.card
        if event.type() is QEvent.Type.Paint and card and card.customer_id == self.wanted:
            self.wanted = 0
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self.at = time.perf_counter()


class _Plain(QObject):
    """A second telephone whose line shows a lane and a card without asking anybody."""

    heard = Signal(object)  # CallEvent

    def __init__(self, clerk: clerks.Clerk, peer: FritzBoxPeer) -> None:
        super().__init__()
        self._desk = clerk.desk
        self.row: CallRow | None = None
        self.card: CallerCard | None = None
        self.connected = False
        self.heard_at = 0.0
        self.heard.connect(self._show)
        box = FritzBox(host="127.0.0.1", port=peer.port, name="plain")
        self.watch = Watch(box, self.heard.emit, self._state, lambda: NOW)

    def _state(self, state: LinkState) -> None:
        self.connected = state.state is Link.CONNECTED

    def _show(self, event: CallEvent) -> None:
        if event.kind is not CallEventKind.RINGING:
            return
        self.heard_at = time.perf_counter()
        assert self.row is not None
        assert self.card is not None
        lane = Lane.begun(self.row)
        lane.card = self.card
        desk = self._desk
        desk.lanes[self.row.call_id] = lane
        desk.current = lane
        desk.bar.setVisible(True)
        desk._page.show_lane(lane)
        desk._middle.setCurrentWidget(desk._page)
        desk._show_bar()
        desk.caller._show_card(self.card)


def measure(folder: Path, count: int) -> dict[str, float]:
    with FritzBoxPeer() as peer, FritzBoxPeer() as other:
        listen_to(folder, peer)
        clerk = clerks.Clerk(folder)
        clerk.begin()
        painted, plain = _Painted(clerk), _Plain(clerk, other)
        plain.watch.start()
        clerk.until(lambda: plain.connected, "the second telephone is there")
        times: dict[str, list[float]] = {"ours": [], "plain": [], "line": []}
        for n, caller in enumerate(clerks.known_callers(folder, count + 2)):
            ours = _ours(clerk, peer, painted, plain, caller)
            began, shown = _plain(clerk, other, painted, plain, caller)
            if n >= 2:  # the first ones load what a card needs
                times["ours"].append(ours)
                times["plain"].append((shown - began) * 1000)
                times["line"].append((plain.heard_at - began) * 1000)
        plain.watch.stop()
        clerk.close()
    return {name: median(each) for name, each in times.items()}


def _ours(
    clerk: clerks.Clerk,
    peer: FritzBoxPeer,
    painted: _Painted,
    plain: _Plain,
    caller: clerks.Known,
) -> float:
    clerk.rest(30)
    painted.at, painted.wanted = 0.0, caller.customer_id
    began = time.perf_counter()
    peer.send(f"24.11.26 14:06:00;RING;0;{caller.number};99998100;SIP0;\r\n".encode())
    clerk.until(lambda: painted.at > 0, "the card is painted")
    lane = clerk.desk.current
    assert lane is not None
    plain.row, plain.card = lane.row._replace(call_id=-lane.row.call_id), lane.card
    peer.send(b"24.11.26 14:06:01;DISCONNECT;0;0;\r\n")
    clerk.until(lambda: lane.row.state == "missed", "the call has ended")
    clerk.desk._drop(lane.row.call_id)
    return (painted.at - began) * 1000


def _plain(
    clerk: clerks.Clerk,
    peer: FritzBoxPeer,
    painted: _Painted,
    plain: _Plain,
    caller: clerks.Known,
) -> tuple[float, float]:
    clerk.rest(30)
    painted.at, painted.wanted = 0.0, caller.customer_id
    began = time.perf_counter()
    peer.send(f"24.11.26 14:06:00;RING;0;{caller.number};99998100;SIP0;\r\n".encode())
    clerk.until(lambda: painted.at > 0, "the plain card is painted")
    peer.send(b"24.11.26 14:06:01;DISCONNECT;0;0;\r\n")
    assert plain.row is not None
    clerk.desk._drop(plain.row.call_id)
    return began, painted.at


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))), flush=True)
    os._exit(0)
