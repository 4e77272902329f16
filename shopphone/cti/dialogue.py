"""What a phone system's module gives the watch: where to connect, and how to answer its lines."""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shopphone.domain.events import CallEvent, Link

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a line means. state: the link is now this far. strange: no line of this protocol."""

    events: tuple[CallEvent, ...] = ()
    reply: bytes = b""
    state: Link | None = None
    reason: str = ""
    strange: bool = False


class Dialogue(Protocol):
    """One system's protocol; it outlives a broken link and remembers the calls in hand."""

    def begin(self) -> Heard:
        """A link is there."""

    def take(self, line: str) -> Heard:
        """A line came, without its end."""

    def idle(self) -> Heard:
        """Nothing came for a while; state DOWN gives the link up."""


class Phone(Protocol):
    """The settings of one phone system."""

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def host(self) -> str: ...

    @property
    def port(self) -> int: ...

    def dialogue(self, clock: Clock, begun: Iterable[CallEvent]) -> Dialogue:
        """begun: calls that an earlier run of the program saw begin and not end."""

    def protection(self) -> ssl.SSLContext | None:
        """How the line is protected, if it is. Raises OSError for a certificate that is none."""
