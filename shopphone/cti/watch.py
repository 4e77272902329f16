"""Listens to a call monitor for ever: its own thread, plain socket, reconnecting by itself."""

import logging
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime

from shopphone.cti.fritzbox import FritzBox, Slots, parse
from shopphone.domain.events import CallEvent, Link, LinkState

_LOG = logging.getLogger("shopphone.cti")
_LONGEST_LINE = 4096
_CONNECT_SECONDS = 5.0
_LONGEST_WAIT = 60.0


class Watch:
    """One link to one box. Events and states are delivered on the watch's own thread."""

    def __init__(
        self,
        box: FritzBox,
        on_event: Callable[[CallEvent], None],
        on_state: Callable[[LinkState], None],
        clock: Callable[[], datetime],
        first_wait: float = 1.0,
        begun: Iterable[CallEvent] = (),
    ) -> None:
        self._box = box
        self._on_event = on_event
        self._on_state = on_state
        self._clock = clock
        self._first_wait = first_wait
        self._slots = Slots(box, clock, begun)
        self._stopping = threading.Event()
        self._socket: socket.socket | None = None
        self._last_event_at: datetime | None = None
        self._last_state: Link | None = None
        self._thread = threading.Thread(target=self._run, name=f"watch {box.name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End within a second, whatever the network does."""
        self._stopping.set()
        connected = self._socket
        if connected is not None:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(timeout=0.9)

    def _run(self) -> None:
        wait = self._first_wait
        while not self._stopping.is_set():
            self._report(Link.CONNECTING)
            state = self._listen()
            if state is Link.CONNECTED:
                wait, state = self._first_wait, Link.DOWN
            if self._stopping.is_set():
                break
            self._report(state)
            self._stopping.wait(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    def _listen(self) -> Link:
        """Connect and read until the link breaks; says how far it came."""
        try:
            address = (self._box.host, self._box.port)
            connected = socket.create_connection(address, timeout=_CONNECT_SECONDS)
        except ConnectionRefusedError:
            return Link.REFUSED
        except (OSError, UnicodeError, OverflowError):  # also an address or port that is none
            return Link.DOWN
        with connected:
            self._socket = connected
            connected.settimeout(None)
            _keep_alive(connected)
            self._report(Link.CONNECTED)
            with suppress(OSError):
                self._read(connected)
            self._socket = None
        return Link.CONNECTED

    def _read(self, connected: socket.socket) -> None:
        rest = b""
        skipping = False
        while not self._stopping.is_set():
            received = connected.recv(4096)
            if not received:
                return
            *lines, rest = (rest + received).split(b"\n")
            for line in lines:
                if not skipping:
                    self._take(line)
                skipping = False
            if len(rest) > _LONGEST_LINE:
                _LOG.info("%s: dropped a line that does not end", self._box.name)
                rest, skipping = b"", True

    def _take(self, line: bytes) -> None:
        # bytes are split before they are decoded, so a letter cut by the network stays whole
        parsed = parse(line.decode("utf-8", errors="replace"))
        if parsed is None:
            if line.strip():
                _LOG.info("%s: a line that is not of the call monitor", self._box.name)
            return
        for event in self._slots.take(parsed):
            self._last_event_at = event.at
            self._on_event(event)

    def _report(self, state: Link) -> None:
        if state is self._last_state and state is not Link.CONNECTED:
            return
        if state is Link.CONNECTING and self._last_state in (Link.REFUSED, Link.DOWN):
            return  # the light does not flicker while retrying
        self._last_state = state
        self._on_state(
            LinkState(
                source=self._box.name,
                state=state,
                since=self._clock(),
                last_event_at=self._last_event_at,
            )
        )


def _keep_alive(connected: socket.socket) -> None:
    """Standby and routers cut links silently; the system probes so that we notice."""
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4)):
        option = getattr(socket, name, None)
        if option is not None:
            connected.setsockopt(socket.IPPROTO_TCP, option, value)
