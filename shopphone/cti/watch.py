"""Listens to a phone system for ever: its own thread, plain socket, reconnecting by itself."""

import logging
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime

from shopphone.cti.dialogue import Clock, Heard, Phone
from shopphone.domain.events import CallEvent, Link, LinkState

_LOG = logging.getLogger("shopphone.cti")
_LONGEST_LINE = 16_384
_CONNECT_SECONDS = 5.0
_IDLE_SECONDS = 15.0
_LONGEST_WAIT = 60.0


class Watch:
    """One link to one system. Events and states are delivered on the watch's own thread."""

    def __init__(
        self,
        phone: Phone,
        on_event: Callable[[CallEvent], None],
        on_state: Callable[[LinkState], None],
        clock: Clock,
        first_wait: float = 1.0,
        begun: Iterable[CallEvent] = (),
        on_line: Callable[[str], None] | None = None,
    ) -> None:
        """on_line: who wants to see each line as it came, for a transcript."""
        self._phone = phone
        self._on_event = on_event
        self._on_state = on_state
        self._on_line = on_line
        self._clock = clock
        self._first_wait = first_wait
        self._dialogue = phone.dialogue(clock, begun)
        self._stopping = threading.Event()
        self._socket: socket.socket | None = None
        self._last_event_at: datetime | None = None
        self._last_state: tuple[Link, str] | None = None
        self._is_up = False
        self._complained = False
        self._thread = threading.Thread(target=self._run, name=f"watch {phone.name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def leave(self) -> None:
        """Begin to end; returns at once."""
        self._stopping.set()
        connected = self._socket
        if connected is not None:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        """End within a second, whatever the network does."""
        self.leave()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(timeout=0.9)

    def _run(self) -> None:
        wait = self._first_wait
        while not self._stopping.is_set():
            self._report(Link.CONNECTING)
            self._is_up = False
            end = self._listen()
            if self._is_up:
                wait = self._first_wait
            if self._stopping.is_set():
                break
            self._report(end.state or Link.DOWN, end.reason)
            if end.reason == "login":
                wait = _LONGEST_WAIT  # a system that counts wrong passwords would lock us out
            self._stopping.wait(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    def _listen(self) -> Heard:
        """Connect and read until the link breaks; says why it is none."""
        try:
            connected = self._connect()
        except ConnectionRefusedError:
            return Heard(state=Link.REFUSED)
        except ssl.SSLError:
            return Heard(state=Link.REFUSED, reason="certificate")
        except (OSError, UnicodeError, OverflowError):  # also an address or port that is none
            return Heard(state=Link.DOWN)
        with connected:
            self._socket = connected
            connected.settimeout(_IDLE_SECONDS)
            end = Heard(state=Link.DOWN)
            with suppress(OSError):
                end = self._read(connected)
            self._socket = None
        return end

    def _connect(self) -> socket.socket:
        address = (self._phone.host, self._phone.port)
        protection = self._phone.protection()
        connected = socket.create_connection(address, timeout=_CONNECT_SECONDS)
        _keep_alive(connected)
        if protection is None:
            return connected
        try:
            return protection.wrap_socket(connected, server_hostname=self._phone.host)
        except BaseException:
            connected.close()
            raise

    def _read(self, connected: socket.socket) -> Heard:
        rest = b""
        skipping = False
        self._complained = False
        end = self._obey(connected, self._dialogue.begin())
        while end is None and not self._stopping.is_set():
            try:
                received = connected.recv(65_536)
            except TimeoutError:
                end = self._obey(connected, self._dialogue.idle())
                continue
            if not received:
                break
            *lines, rest = (rest + received).split(b"\n")
            for line in lines:
                if not skipping and end is None:
                    end = self._obey(connected, self._take(line))
                skipping = False
            if len(rest) > _LONGEST_LINE:
                self._complain("a line that does not end")
                rest, skipping = b"", True
        return end or Heard(state=Link.DOWN)

    def _take(self, line: bytes) -> Heard:
        # bytes are split before they are decoded, so a letter cut by the network stays whole
        text = line.decode("utf-8", errors="replace").rstrip("\r")
        if self._on_line is not None:
            self._on_line(text)
        return self._dialogue.take(text)

    def _obey(self, connected: socket.socket, heard: Heard) -> Heard | None:
        """Pass on what was heard; gives it back if it ends the link."""
        for event in heard.events:
            self._last_event_at = event.at
            self._on_event(event)
        if heard.strange:
            self._complain("a line that is not of its protocol")
        if heard.reply:
            connected.sendall(heard.reply)
        if heard.state is Link.CONNECTED:
            self._is_up = True
            self._report(Link.CONNECTED)
            return None
        return heard if heard.state in (Link.DOWN, Link.REFUSED) else None

    def _complain(self, what: str) -> None:
        """Once for each link: garbage comes in masses."""
        if not self._complained:
            self._complained = True
            _LOG.info("%s sends %s", self._phone.name, what)

    def _report(self, state: Link, reason: str = "") -> None:
        last, self._last_state = self._last_state, (state, reason)
        if last == (state, reason) and state is not Link.CONNECTED:
            return
        if last is not None and state is Link.CONNECTING and last[0] is not Link.CONNECTED:
            self._last_state = last  # the light does not flicker while retrying
            return
        self._on_state(
            LinkState(
                source=self._phone.name,
                state=state,
                since=self._clock(),
                last_event_at=self._last_event_at,
                kind=self._phone.kind,
                reason=reason,
            )
        )


def _keep_alive(connected: socket.socket) -> None:
    """Standby and routers cut links silently; the system probes so that we notice."""
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4)):
        option = getattr(socket, name, None)
        if option is not None:
            connected.setsockopt(socket.IPPROTO_TCP, option, value)
