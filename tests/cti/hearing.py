"""What a watch reports, and waiting for it."""

import threading
from collections.abc import Callable

from shopphone.domain.events import CallEvent, CallEventKind, Link, LinkState


class Heard:
    def __init__(self) -> None:
        self.events: list[CallEvent] = []
        self.states: list[Link] = []
        self.last: LinkState | None = None
        self._more = threading.Condition()

    def event(self, event: CallEvent) -> None:
        with self._more:
            self.events.append(event)
            self._more.notify_all()

    def state(self, state: LinkState) -> None:
        with self._more:
            self.states.append(state.state)
            self.last = state
            self._more.notify_all()

    def of(self, kind: CallEventKind) -> list[CallEvent]:
        return [each for each in self.events if each.kind is kind]

    def until(self, condition: Callable[[], bool]) -> None:
        with self._more:
            assert self._more.wait_for(condition, timeout=10)
