"""Listens to this desk's telephone systems: each its own link, told to the windows as news."""

import threading
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

import shopphone.cti as cti
from shopphone.cti.watch import Watch
from shopphone.domain.errors import Unavailable
from shopphone.domain.events import CallEvent, Link, LinkState
from shopphone.domain.phones import ListedCall, PhoneSystem
from shopphone.services import call, calls, missed_meanwhile, phones
from shopphone.services.desk import SHOP_ZONE
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.news import News

_HEARD_MS = 60_000


class Telephone(QObject):
    """All systems of the settings; follows when they change."""

    def __init__(
        self, jobs: Jobs, news: News, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._news = news
        self._now = now
        self._lines: dict[str, _Line] = {}
        self._closed = False
        self._heard = QTimer(self, interval=_HEARD_MS)
        self._heard.timeout.connect(self._keep_heard)
        self._heard.start()

    def follow(self) -> None:
        """Listen to what the settings name now."""
        self._jobs.ask(self, call(phones.ready), self._came)

    def close(self) -> None:
        """Let go of every link within a second, and say up to when we heard them."""
        self._closed = True
        self._keep_heard()
        for line in self._lines.values():
            line.hang_up()
        for line in self._lines.values():
            line.wait()

    def _came(self, given: tuple[tuple[PhoneSystem, str], ...]) -> None:
        wanted = {system.system_id: (system, secret) for system, secret in given}
        for system_id in list(self._lines):
            line = self._lines[system_id]
            if wanted.get(system_id) != (line.system, line.secret):
                del self._lines[system_id]
                line.end()
        if self._closed:
            return
        for system_id, (system, secret) in wanted.items():
            if system_id not in self._lines and system.kind in cti.KINDS:
                line = _Line(system, secret, self._jobs, self._news, self._now, self)
                self._lines[system_id] = line
                line.begin()

    def _keep_heard(self) -> None:
        heard = tuple(key for key, line in self._lines.items() if line.misses_nothing)
        if heard:
            self._jobs.keep(self, call(phones.heard, heard))


class _Line(QObject):
    """One system: its watch, and after each break what its own list says of the time between."""

    _state_came = Signal(object)  # LinkState, from the watch's thread
    _list_came = Signal(object)  # tuple[ListedCall, ...] or what hindered, from a thread of its own

    def __init__(
        self,
        system: PhoneSystem,
        secret: str,
        jobs: Jobs,
        news: News,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.system = system
        self.secret = secret
        self.misses_nothing = False
        self._jobs = jobs
        self._news = news
        self._now = now
        self._watch: Watch | None = None
        self._over = False
        self._state: LinkState | None = None
        self._state_came.connect(self._tell)
        self._list_came.connect(self._fill)

    def begin(self) -> None:
        source = self.system.system_id
        self._jobs.ask(self, call(calls.unfinished, source), self._listen)

    def hang_up(self) -> None:
        self._over = True
        if self._watch is not None:
            self._watch.leave()

    def wait(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def end(self) -> None:
        """Taken out of the settings; nothing waits for the network."""
        self._over = True
        if self._watch is not None:
            self._watch.leave()
        off = LinkState(
            source=self.system.system_id,
            state=Link.OFF,
            since=self._now(),
            kind=self.system.kind,
        )
        self._news.link.emit(off)
        self.deleteLater()

    def _listen(self, begun: tuple[CallEvent, ...]) -> None:
        if self._over:
            return
        self._watch = Watch(
            cti.make(self.system, self.secret),
            self._news.call.emit,
            self._state_came.emit,
            self._now,
            begun=begun,
        )
        self._watch.start()

    def _tell(self, state: LinkState) -> None:
        if self._over:
            return
        self._state = state
        self._news.link.emit(state)
        if state.state is Link.CONNECTED:
            self._jobs.ask(self, call(phones.away_since, state.source), self._look_back)
        else:
            self.misses_nothing = False

    def _look_back(self, since: datetime | None) -> None:
        """Ask the system for its list on a thread that a quitting program need not wait for."""
        if since is None:
            self._filled(0)
            return
        threading.Thread(target=self._fetch, args=(since,), daemon=True).start()

    def _fetch(self, since: datetime) -> None:
        try:
            found: object = cti.listed(self.system, self.secret, since, self._now(), SHOP_ZONE)
        except Unavailable as error:
            found = error
        if not self._over and isValid(self):
            self._list_came.emit(found)

    def _fill(self, listed: tuple[ListedCall, ...] | Unavailable) -> None:
        if self._over:
            return
        if isinstance(listed, Unavailable):
            self._not_listed(listed)
            return
        job = call(missed_meanwhile.fill, self.system.system_id, listed)
        self._jobs.do(self, job, self._filled)

    def _filled(self, _new: int) -> None:
        self.misses_nothing = self._state is not None and self._state.state is Link.CONNECTED
        if self.misses_nothing:
            self._jobs.keep(self, call(phones.heard, (self.system.system_id,)))

    def _not_listed(self, error: Unavailable) -> None:
        """The link works, the list does not: told at the light, tried again with the next link."""
        if self._state is None:
            return
        told = LinkState(
            source=self._state.source,
            state=self._state.state,
            since=self._state.since,
            kind=self._state.kind,
            reason=error.what,
        )
        self._news.link.emit(told)
