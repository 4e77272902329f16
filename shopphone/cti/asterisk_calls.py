"""What Asterisk says of channels, put together to calls of this desk.

A call is all channels with one Linkedid ("uniqueid of the oldest channel"), so a ring group, its
Local channels and a transfer make one lane. Versions before 12 send no Linkedid: there channels
are joined as Dial, Bridge and Masquerade join them. Calls between extensions are not reported.
"""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from shopphone.cti.ami import Message
from shopphone.cti.dialogue import Clock
from shopphone.cti.numbers import concerns, is_extension, said
from shopphone.domain.events import CallEvent, CallEventKind

_RINGING, _UP = "5", "6"
_ANSWERED_ELSEWHERE = "26"  # Q.850
_MOST_CALLS = 500
_PEER = re.compile(r"^[A-Za-z0-9]+/(.+?)(?:-[0-9a-fA-F]{4,}(?:[;<].*)?)?(?:<\w+>)*$")
_LINKED = re.compile(r"(.*?\d+\.\d+)(?:-.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """Whose calls are wanted. extensions: names of phones ("21", "PJSIP/anna"); none: all."""

    source: str
    extensions: tuple[str, ...]
    own_numbers: tuple[str, ...]


@dataclass(slots=True)
class _Call:
    """The channels of one Linkedid. told: the first report of the call in hand, if one is."""

    linked: str
    channels: "dict[str, _Channel]" = field(default_factory=dict)
    dialled: set[str] = field(default_factory=set)
    ringing: set[str] = field(default_factory=set)
    talking: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    party: str = ""  # the channel without which there is no call: the caller, or who dialled
    told: CallEvent | None = None
    answered: float | None = None
    legs: int = 0
    own_number: str = ""


@dataclass(slots=True)
class _Channel:
    uid: str
    call: _Call
    name: str = ""
    number: str = ""
    connected: str = ""
    exten: str = ""
    state: str = ""

    @property
    def peer(self) -> str:
        found = _PEER.match(self.name)
        return found[1] if found else ""

    @property
    def is_local(self) -> bool:
        return self.name.startswith("Local/")

    @property
    def is_phone(self) -> bool:
        """Whether it is a phone of the house by its name."""
        return not self.is_local and is_extension(self.peer)


class Calls:
    """Follows the channels; forgets what ended."""

    def __init__(self, ours: Ours, clock: Clock, begun: Iterable[CallEvent] = ()) -> None:
        self._ours = ours
        self._clock = clock
        self._calls: dict[str, _Call] = {}
        self._channels: dict[str, _Channel] = {}
        self._present: set[str] = set()
        for event in begun:
            self._restore(event)
        self._handlers = {
            "newchannel": self._changed,
            "newstate": self._changed,
            "newcallerid": self._changed,
            "rename": self._renamed,
            "dial": self._old_dial,
            "dialbegin": self._dial,
            "dialend": self._dial_ended,
            "localbridge": self._joined,
            "bridge": self._old_bridge,
            "link": self._old_bridge,
            "bridgeenter": self._connected,
            "newconnectedline": self._connected,
            "masquerade": self._masqueraded,
            "status": self._seen,
            "hangup": self._hung_up,
        }

    def take(self, message: Message) -> tuple[CallEvent, ...]:
        """The reports one event means."""
        handler = self._handlers.get(message.get("event", "").casefold())
        return tuple(handler(message)) if handler is not None else ()

    def look_around(self) -> None:
        """A new link: every channel is going to be told as it is now."""
        self._present = set()

    def looked_around(self) -> tuple[CallEvent, ...]:
        """Whatever was not told any more ended while nobody listened."""
        events: list[CallEvent] = []
        for uid in self._channels.keys() - self._present:
            self._forget(self._channels[uid])
        for call in list(self._calls.values()):
            if not call.channels:
                events += self._end(call, unknown=True)
                self._calls.pop(call.linked, None)
        return tuple(events)

    # ---- channels ----

    def _channel(self, message: Message, prefix: str = "") -> _Channel | None:
        uid = message.get(f"{prefix}uniqueid", "")
        if not uid:
            return None
        channel = self._channels.get(uid)
        linked = message.get(f"{prefix}linkedid", "")
        if channel is None:
            channel = _Channel(uid, self._call(linked or uid))
            self._channels[uid] = channel
            channel.call.channels[uid] = channel
        elif linked and channel.call.linked != linked and linked != uid:
            self._move(channel, self._call(linked))
        channel.name = message.get(f"{prefix}channel", "") or channel.name
        channel.number = said(message.get(f"{prefix}calleridnum", "")) or channel.number
        channel.connected = said(message.get(f"{prefix}connectedlinenum", "")) or channel.connected
        exten = message.get(f"{prefix}exten", "") or message.get(f"{prefix}extension", "")
        channel.exten = exten if any(char.isdigit() for char in exten) else channel.exten
        channel.state = message.get(f"{prefix}channelstate", "") or channel.state
        return channel

    def _call(self, linked: str) -> _Call:
        call = self._calls.get(linked)
        if call is None:
            call = self._calls[linked] = _Call(linked)
            while len(self._calls) > _MOST_CALLS:  # a system that never says Hangup
                oldest = self._calls.pop(next(iter(self._calls)))
                for uid in oldest.channels:
                    self._channels.pop(uid, None)
        return call

    def _move(self, channel: _Channel, to: _Call) -> None:
        old = channel.call
        old.channels.pop(channel.uid, None)
        for before, after in (
            (old.ringing, to.ringing),
            (old.talking, to.talking),
            (old.dialled, to.dialled),
        ):
            if channel.uid in before:
                before.discard(channel.uid)
                after.add(channel.uid)
        channel.call = to
        to.channels[channel.uid] = channel
        if not old.channels and old.told is None:
            self._calls.pop(old.linked, None)

    def _join(self, one: _Channel, other: _Channel) -> None:
        """Both belong together; the call in hand stays, else the older one."""
        if one.call is other.call:
            return
        first, second = sorted((one.call, other.call), key=_age)
        if second.told is not None and first.told is None:
            first, second = second, first
        first.party = first.party or second.party
        first.own_number = first.own_number or second.own_number
        first.legs = max(first.legs, second.legs)
        for channel in list(second.channels.values()):
            self._move(channel, first)

    def _forget(self, channel: _Channel) -> None:
        call = channel.call
        if channel.uid in call.dialled and channel.state == _UP and not channel.is_local:
            call.legs += 1
        call.channels.pop(channel.uid, None)
        call.ringing.discard(channel.uid)
        call.talking.discard(channel.uid)
        call.dialled.discard(channel.uid)
        self._channels.pop(channel.uid, None)

    def _is_mine(self, channel: _Channel) -> bool:
        if channel.is_local or not channel.name:
            return False
        if not self._ours.extensions:
            return channel.is_phone
        tech_and_peer = channel.name.partition("/")[0] + "/" + channel.peer
        return channel.peer in self._ours.extensions or tech_and_peer in self._ours.extensions

    def _is_inside(self, channel: _Channel) -> bool:
        return self._is_mine(channel) or channel.is_phone

    # ---- events ----

    def _changed(self, message: Message) -> Iterable[CallEvent]:
        channel = self._channel(message)
        if channel is None:
            return ()
        call = channel.call
        if message["event"].casefold() == "newchannel" and not call.own_number:
            call.own_number = "" if self._is_inside(channel) else channel.exten
        return self._up(channel) if channel.state == _UP else ()

    def _renamed(self, message: Message) -> Iterable[CallEvent]:
        channel = self._channels.get(message.get("uniqueid", ""))
        if channel is not None:
            channel.name = message.get("newname", channel.name)
        return ()

    def _old_dial(self, message: Message) -> Iterable[CallEvent]:
        """Before version 12; 1.4 says Source and has no SubEvent."""
        if message.get("subevent", "Begin") != "Begin":
            return ()
        as_new = dict(message)
        as_new["channel"] = message.get("channel") or message.get("source", "")
        as_new["uniqueid"] = message.get("uniqueid") or message.get("srcuniqueid", "")
        as_new["calleridnum"] = message.get("calleridnum") or message.get("callerid", "")
        as_new["destchannel"] = message.get("destination", "")
        # what Dial says of the connected line is the called phone's, not the caller's
        as_new.pop("connectedlinenum", None)
        return self._dial(as_new)

    def _dial(self, message: Message) -> Iterable[CallEvent]:
        caller, called = self._channel(message), self._channel(message, "dest")
        if caller is None or called is None:
            return ()  # nobody calls: our own phone rings first, as asked by dial()
        self._join(caller, called)
        call = called.call
        call.dialled.add(called.uid)
        if call.told is not None and call.told.direction == "out":
            return ()  # the next line is tried
        if self._is_inside(caller):
            outside = not self._is_inside(called) and not called.is_local
            if not (outside and self._is_mine(caller)):
                return ()
            return self._dialling(caller, message.get("dialstring", ""))
        call.party = call.party or caller.uid
        if not self._is_mine(called):
            return ()
        if caller.is_local and is_extension(caller.number):
            return ()  # an extension calls through a Local channel
        call.ringing.add(called.uid)
        return self._ring(call, self._number_of(call, caller))

    def _dial_ended(self, message: Message) -> Iterable[CallEvent]:
        called = self._channel(message, "dest")
        if called is None:
            return ()
        if message.get("dialstatus", "") == "ANSWER":
            called.state = _UP
            return self._up(called)
        called.call.ringing.discard(called.uid)
        return ()

    def _joined(self, message: Message) -> Iterable[CallEvent]:
        """The two halves of a Local channel."""
        one = self._channels.get(message.get("uniqueid1") or message.get("localoneuniqueid", ""))
        two = self._channels.get(message.get("uniqueid2") or message.get("localtwouniqueid", ""))
        if one is not None and two is not None:
            self._join(one, two)
        return ()

    def _old_bridge(self, message: Message) -> Iterable[CallEvent]:
        if message.get("bridgestate", "Link") != "Link":
            return ()
        one = self._channel(_half(message, "1"))
        two = self._channel(_half(message, "2"))
        if one is None or two is None:
            return ()
        self._join(one, two)
        one.state = two.state = _UP
        one.connected, two.connected = two.number or one.connected, one.number or two.connected
        return [*self._enter(one), *self._enter(two)]

    def _connected(self, message: Message) -> Iterable[CallEvent]:
        channel = self._channel(message)
        return self._enter(channel) if channel is not None and channel.state == _UP else ()

    def _masqueraded(self, message: Message) -> Iterable[CallEvent]:
        """Before version 12 a transfer puts the caller into the transferring phone's channel."""
        named = {channel.name: channel for channel in self._channels.values()}
        clone = named.get(message.get("clone", ""))
        original = named.get(message.get("original", ""))
        if clone is None or original is None:
            return ()
        original.number, original.connected = clone.number, clone.connected
        takes_over = clone.call.party == clone.uid
        self._join(clone, original)
        if takes_over:
            original.call.party = original.uid
        original.call.talking.discard(original.uid)
        return ()

    def _seen(self, message: Message) -> Iterable[CallEvent]:
        """A channel as it is when we come; old versions name its state only in words."""
        words = {"Ringing": _RINGING, "Up": _UP}.get(message.get("channelstatedesc", ""), "")
        number = {"connectedlinenum": message.get("connectedlinenum", "")}
        channel = self._channel({"channelstate": words, **message, **number})
        if channel is None:
            return ()
        self._present.add(channel.uid)
        call = channel.call
        if not self._is_inside(channel) and not channel.is_local:
            call.party = call.party or channel.uid
        if channel.state == _RINGING and self._is_mine(channel) and _outside(channel.connected):
            call.ringing.add(channel.uid)
            return self._ring(call, channel.connected)
        return self._enter(channel) if channel.state == _UP else ()

    def _hung_up(self, message: Message) -> Iterable[CallEvent]:
        channel = self._channel(message)
        if channel is None:
            return ()
        call = channel.call
        rang = channel.uid in call.ringing
        talked = channel.uid in call.talking
        is_party = channel.uid in (call.party, call.linked if not call.party else "")
        self._forget(channel)
        events: tuple[CallEvent, ...] = ()
        if call.told is not None:
            if is_party or not call.channels or (talked and not call.talking):
                events = self._end(call)
            elif rang and not call.ringing and message.get("cause") == _ANSWERED_ELSEWHERE:
                events = self._end(call, elsewhere=True) if call.answered is None else ()
        if not call.channels:
            self._calls.pop(call.linked, None)
        return events

    # ---- what is told ----

    def _ring(self, call: _Call, number: str, key: str = "") -> tuple[CallEvent, ...]:
        if call.told is not None or not concerns(self._ours.own_numbers, call.own_number):
            return ()
        call.told = self._event(
            CallEventKind.RINGING, self._key(call, key), "in", number, call.own_number
        )
        return (call.told,)

    def _dialling(self, caller: _Channel, dial_string: str) -> tuple[CallEvent, ...]:
        call = caller.call
        call.party = caller.uid
        number = _dialled(dial_string) or caller.exten
        call.told = self._event(
            CallEventKind.DIALLING, self._key(call), "out", number, caller.number
        )
        return (replace(call.told, extension=caller.peer),)

    def _up(self, channel: _Channel) -> tuple[CallEvent, ...]:
        """A channel that was dialled is answered."""
        call = channel.call
        if call.told is None or channel.uid not in call.dialled | call.ringing:
            return ()
        if call.told.direction == "out":
            if channel.is_local:
                return ()
            call.talking.add(call.party)
            return self._answer(call, "")
        if self._is_mine(channel):
            call.talking.add(channel.uid)
            return self._answer(call, channel.peer)
        if channel.is_local or call.answered is not None:
            return ()
        return self._end(call, elsewhere=True)

    def _enter(self, channel: _Channel) -> tuple[CallEvent, ...]:
        """One of our phones talks: perhaps in a call that was transferred to it or picked up."""
        call = channel.call
        if not self._is_mine(channel) or channel.uid in call.talking:
            return ()
        if call.told is None:
            if not _outside(channel.connected):
                return ()
            if channel.uid == call.linked:  # the oldest channel is ours: it was us who called
                rang = self._dialling(channel, channel.connected)
            else:
                rang = self._ring(call, channel.connected, key=channel.uid)
            if not rang:
                return ()
        else:
            rang = ()
        call.talking.add(channel.uid)
        return (*rang, *self._answer(call, channel.peer))

    def _answer(self, call: _Call, extension: str) -> tuple[CallEvent, ...]:
        if call.told is None or call.answered is not None:
            return ()
        call.answered = time.monotonic()
        told = call.told
        return (replace(told, kind=CallEventKind.ANSWERED, at=self._clock(), extension=extension),)

    def _end(
        self, call: _Call, *, elsewhere: bool = False, unknown: bool = False
    ) -> tuple[CallEvent, ...]:
        told, answered = call.told, call.answered
        call.told = call.answered = None
        call.ringing.clear()
        call.talking.clear()
        if told is None:
            return ()
        seconds = None if unknown else 0
        if answered is not None and not unknown:
            seconds = round(time.monotonic() - answered)
        return (
            replace(
                told,
                kind=CallEventKind.ENDED,
                at=self._clock(),
                seconds=seconds,
                elsewhere=elsewhere,
                unknown_end=unknown,
            ),
        )

    def _key(self, call: _Call, part: str = "") -> str:
        """The same at every desk. A call that was answered and passed on is a new one there."""
        part = part or (str(call.legs) if call.legs else "")
        key = "-".join(each for each in (self._ours.source, call.linked, part) if each)
        while key in call.used:
            key += "-again"
        call.used.add(key)
        return key

    def _event(
        self, kind: CallEventKind, key: str, direction: str, number: str, own_number: str
    ) -> CallEvent:
        return CallEvent(
            kind=kind,
            call_key=key,
            source=self._ours.source,
            direction=direction,
            number_raw=number,
            own_number=own_number,
            at=self._clock(),
        )

    def _number_of(self, call: _Call, caller: _Channel) -> str:
        """Whoever rang first: a Local channel in between may have lost the number."""
        party = self._channels.get(call.party)
        return caller.number or (party.number if party else "")

    def _restore(self, event: CallEvent) -> None:
        rest = event.call_key.removeprefix(f"{self._ours.source}-")
        found = _LINKED.fullmatch(rest)
        if found is None:
            return
        call = self._call(found[1])
        call.told = event
        call.used.add(event.call_key)
        call.own_number = event.own_number
        if event.kind is CallEventKind.ANSWERED:
            call.answered = time.monotonic() - (self._clock() - event.at).total_seconds()


def _half(message: Message, which: str) -> Message:
    return {
        "uniqueid": message.get(f"uniqueid{which}", ""),
        "channel": message.get(f"channel{which}", ""),
        "calleridnum": message.get(f"callerid{which}", ""),
    }


def _dialled(dial_string: str) -> str:
    """PJSIP/0891234@trunk, SIP/trunk/0891234 and 0891234@trunk all dial 0891234."""
    number = dial_string.rpartition("/")[2].partition("@")[0]
    return number if len(number) > 2 and number.lstrip("+*").isdigit() else ""


def _outside(number: str) -> bool:
    return bool(number) and not is_extension(number)


def _age(call: _Call) -> tuple[float, int]:
    """Oldest first: a uniqueid is a second of the clock and a running number."""
    found = re.search(r"(\d{1,12})\.(\d{1,12})$", call.linked)
    return (int(found[1]), int(found[2])) if found else (float("inf"), 0)
