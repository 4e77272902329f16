"""The FRITZ!Box call monitor (TCP 1012): plain lines that say RING, CALL, CONNECT, DISCONNECT.

Format and traps: the box reuses its slot numbers, may lose a DISCONNECT, and lets its own answering
machine (extensions 40-44, and 6) pick up, which leaves the call missed for the desk.
"""

import ssl
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shopphone.cti.declared import setting
from shopphone.cti.dialogue import Clock, Heard
from shopphone.cti.numbers import concerns, digits
from shopphone.domain.events import CallEvent, CallEventKind, Link

DEFAULT_PORT = 1012
SERVICE_PORT = 49_000
MACHINES = frozenset(("6", "40", "41", "42", "43", "44"))
_FIELDS = {"RING": 3, "CALL": 4, "CONNECT": 2, "DISCONNECT": 1}
_LONGEST_EXTENSION = 3
_MOST_SLOTS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class FritzBox:
    """Settings of one box. own_numbers: only calls to these are reported; empty reports all.

    user and secret: for what the call monitor does not do (call list, dialling, phone book).
    """

    host: str = setting(
        "fritz.box", "Address", "Usually fritz.box, else its number such as 192.168.178.1."
    )
    port: int = setting(DEFAULT_PORT, "Port of the call monitor", "Usually 1012.")
    own_numbers: tuple[str, ...] = setting(
        (),
        "Own numbers of this desk",
        "Only calls to these numbers are shown; empty shows all. Separate them by commas.",
    )
    user: str = setting(
        "",
        "User of the box",
        "For missed calls while the program was closed, dialling and the phone book; may stay empty.",
    )
    secret: str = setting(
        "", "Password of this user", "Kept in this computer's keyring.", secret=True
    )
    service_port: int = setting(
        SERVICE_PORT, "Port for user and password", "Usually 49000 (TR-064)."
    )
    name: str = "fritzbox"

    @property
    def kind(self) -> str:
        return "fritzbox"

    def dialogue(self, clock: Clock, begun: Iterable[CallEvent]) -> "Monitor":
        return Monitor(Slots(self, clock, begun))

    def protection(self) -> ssl.SSLContext | None:
        return None  # the call monitor knows none


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One well-formed line. seconds is only said by DISCONNECT."""

    verb: str
    slot: str
    box_at: str
    number: str = ""
    own_number: str = ""
    extension: str = ""
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class _OpenCall:
    key: str
    direction: str
    number: str
    own_number: str
    answered: bool


def parse(text: str) -> Line | None:
    """Read one line; None for anything that is not one."""
    parts = text.strip().split(";")
    if len(parts) < 4 or parts[1] not in _FIELDS or not parts[2].isdecimal():
        return None
    box_at, verb, slot, *rest = parts
    if verb == "DISCONNECT":
        seconds = int(rest[0]) if rest[0].isdecimal() and len(rest[0]) < 8 else None
        return Line(verb=verb, slot=slot, box_at=box_at, seconds=seconds)
    if len(rest) < _FIELDS[verb]:
        return None
    if verb == "RING":
        return Line(verb=verb, slot=slot, box_at=box_at, number=rest[0], own_number=rest[1])
    if verb == "CALL":
        return Line(
            verb=verb,
            slot=slot,
            box_at=box_at,
            extension=rest[0],
            own_number=rest[1],
            number=_dialled(rest[2]),
        )
    if len(rest[0]) > _LONGEST_EXTENSION:
        return None  # the extension got lost, and this is the number
    return Line(verb=verb, slot=slot, box_at=box_at, extension=rest[0], number=rest[1])


class Slots:
    """Follows the box's line slots and turns lines into events of calls.

    A slot number is never a key: it is reused. What the box said of the call's beginning is: every
    desk at this box then knows the call by the same key, and the log has it once. A box whose clock
    is not ours (after a power cut they begin at 1970 again) gets keys of this program's run.
    """

    def __init__(self, box: FritzBox, clock: Clock, begun: Iterable[CallEvent] = ()) -> None:
        """begun: calls that an earlier run of the program saw begin and not end."""
        self._box = box
        self._clock = clock
        self._open = {_slot_of(event.call_key): _open_call(event) for event in begun}
        self._count = 0
        self._begun = f"{clock():%Y%m%d%H%M%S%f}"
        self._told: deque[str] = deque(maxlen=_MOST_SLOTS)

    def take(self, line: Line) -> tuple[CallEvent, ...]:
        """The events one line means; none for calls to numbers that are not ours."""
        if line.verb in ("RING", "CALL"):
            return self._begin(line)
        if line.verb == "CONNECT":
            return self._connect(line)
        return self._disconnect(line)

    def _begin(self, line: Line) -> tuple[CallEvent, ...]:
        lost = self._lost(line.slot)
        if not concerns(self._box.own_numbers, line.own_number):
            return lost
        ringing = line.verb == "RING"
        call = _OpenCall(
            key=self._key(line),
            direction="in" if ringing else "out",
            number=line.number,
            own_number=line.own_number,
            answered=False,
        )
        self._remember(line.slot, call)
        kind = CallEventKind.RINGING if ringing else CallEventKind.DIALLING
        return (*lost, self._event(kind, call, extension=line.extension))

    def _connect(self, line: Line) -> tuple[CallEvent, ...]:
        call = self._open.get(line.slot)
        if call is None:
            # we came in the middle of a call: better a lane without a ring than none
            if self._box.own_numbers:
                return ()
            call = _OpenCall(self._key(line), "in", line.number, "", answered=False)
        if call.answered:
            return ()
        answered = _OpenCall(call.key, call.direction, call.number, call.own_number, answered=True)
        self._remember(line.slot, answered)
        by_machine = call.direction == "in" and line.extension in MACHINES
        return (
            self._event(
                CallEventKind.ANSWERED, answered, extension=line.extension, by_machine=by_machine
            ),
        )

    def _disconnect(self, line: Line) -> tuple[CallEvent, ...]:
        call = self._open.pop(line.slot, None)
        if call is None:
            return ()
        return (self._event(CallEventKind.ENDED, call, seconds=line.seconds),)

    def _lost(self, slot: str) -> tuple[CallEvent, ...]:
        call = self._open.pop(slot, None)
        if call is None:
            return ()
        return (self._event(CallEventKind.ENDED, call, unknown_end=True),)

    def _remember(self, slot: str, call: _OpenCall) -> None:
        self._open[slot] = call
        while len(self._open) > _MOST_SLOTS:
            self._open.pop(next(iter(self._open)))

    def _key(self, line: Line) -> str:
        if not _is_near(line.box_at, self._clock()):
            self._count += 1
            return f"{self._box.name}-{self._begun}-{self._count}-{line.slot}"
        said = f"{digits(line.box_at)}-{line.verb}-{digits(line.number)[:20]}"
        self._told.append(f"{said}-{line.slot}")
        again = self._told.count(f"{said}-{line.slot}")
        return f"{self._box.name}-{said}-{again}-{line.slot}"

    def _event(
        self,
        kind: CallEventKind,
        call: _OpenCall,
        *,
        extension: str = "",
        by_machine: bool = False,
        seconds: int | None = None,
        unknown_end: bool = False,
    ) -> CallEvent:
        return CallEvent(
            kind=kind,
            call_key=call.key,
            source=self._box.name,
            direction=call.direction,
            number_raw=call.number,
            own_number=call.own_number,
            at=self._clock(),
            extension=extension,
            by_machine=by_machine,
            seconds=seconds,
            unknown_end=unknown_end,
        )


class Monitor:
    """The call monitor speaks, we listen; it asks for no login and answers nothing."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots

    def begin(self) -> Heard:
        return Heard(state=Link.CONNECTED)

    def take(self, line: str) -> Heard:
        parsed = parse(line)
        if parsed is None:
            return Heard(strange=bool(line.strip()))
        return Heard(events=self._slots.take(parsed))

    def idle(self) -> Heard:
        return Heard()


def _slot_of(key: str) -> str:
    return key.rpartition("-")[2]


def _is_near(box_at: str, now: datetime) -> bool:
    """Whether the box's clock, which names no zone, is within a day of ours."""
    try:
        said = datetime.strptime(box_at, "%d.%m.%y %H:%M:%S").replace(tzinfo=now.tzinfo)
    except ValueError:
        return False
    return abs(said - now) < timedelta(days=1)


def _open_call(event: CallEvent) -> _OpenCall:
    answered = event.kind is CallEventKind.ANSWERED
    return _OpenCall(
        event.call_key, event.direction, event.number_raw, event.own_number, answered=answered
    )


def _dialled(number: str) -> str:
    """The box shows "0176…#": from the hash on it is no number, unless it is a *code#."""
    return number if number.startswith("*") else number.partition("#")[0]
