"""Asterisk and what is built on it (FreePBX, Wazo …): its manager interface (AMI, TCP 5038).

The manager's user needs no more than `read = call` and `write = call,originate`.
"""

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from shopphone.cti.ami import BANNER, Account, Login, Message, Reader, action
from shopphone.cti.asterisk_calls import Calls, Ours
from shopphone.cti.declared import setting
from shopphone.cti.dialogue import Clock, Heard
from shopphone.cti.numbers import dialable
from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable
from shopphone.domain.events import CallEvent, Link

DEFAULT_PORT = 5038
_RINGS_MS = 30_000  # the manager counts in thousandths
_SECONDS = 8.0
_MOST_SILENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asterisk:
    """Settings of one Asterisk. extensions: phones of this desk; empty reports all of the house.

    certificate: a file; only what it vouches for is trusted, whatever name it bears.
    phone: the channel that rings first when we dial; outside: digits for an outside line.
    """

    host: str = setting("", "Address", "Name or address of the telephone system in your network.")
    port: int = setting(DEFAULT_PORT, "Port", "Usually 5038; with TLS usually 5039.")
    user: str = setting(
        "",
        "Manager user",
        "As in manager.conf; it needs no more than read = call and write = call,originate.",
    )
    secret: str = setting("", "Password", "Kept in this computer's keyring.", secret=True)
    plain: bool = setting(
        False,
        "Send the password as it is",
        "Only if the system refuses MD5; then choose TLS too, or everyone in the network can read it.",
    )
    tls: bool = setting(False, "Protect the line (TLS)", "If manager.conf says tlsenable = yes.")
    certificate: str = setting(
        "",
        "Certificate of the system (file)",
        "For a system that vouches for itself: only this certificate is trusted. Empty: the usual ones.",
    )
    extensions: tuple[str, ...] = setting(
        (),
        "Phones of this desk",
        "Extensions or channels, for example 21 or PJSIP/anna; empty shows the calls of all phones.",
    )
    own_numbers: tuple[str, ...] = setting(
        (),
        "Own numbers of this desk",
        "Only calls to these numbers are shown; empty shows all. Separate them by commas.",
    )
    phone: str = setting(
        "",
        "Phone that dials",
        "This channel rings first when you call someone, for example PJSIP/21.",
    )
    context: str = setting(
        "from-internal", "Context for dialling", "Of the dialplan; FreePBX calls it from-internal."
    )
    outside: str = setting("", "Digits for an outside line", "For example 0; usually empty.")
    name: str = "asterisk"

    @property
    def kind(self) -> str:
        return "asterisk"

    def dialogue(self, clock: Clock, begun: Iterable[CallEvent]) -> "Manager":
        ours = Ours(source=self.name, extensions=self.extensions, own_numbers=self.own_numbers)
        return Manager(self, Calls(ours, clock, begun))

    def protection(self) -> ssl.SSLContext | None:
        if not self.tls:
            return None
        if not self.certificate:
            return ssl.create_default_context()
        context = ssl.create_default_context(cafile=self.certificate)
        context.check_hostname = False  # the file names this one machine
        return context

    def account(self, events: str) -> Account:
        return Account(user=self.user, secret=self.secret, plain=self.plain, events=events)


class Manager:
    """One listening login after the other."""

    def __init__(self, asterisk: Asterisk, calls: Calls) -> None:
        self._asterisk = asterisk
        self._calls = calls
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._reader = Reader()
        self._login = Login(self._asterisk.account("call"))
        self._greeted = False
        self._silences = 0
        self._strange = 0

    def begin(self) -> Heard:
        self._begin_anew()
        return Heard()

    def take(self, line: str) -> Heard:
        self._silences = 0
        if not self._greeted:
            if not line.casefold().startswith(BANNER):
                return Heard(state=Link.REFUSED, reason="strange", strange=True)
            self._greeted = True
            return Heard(reply=self._login.begin())
        strange = bool(line.strip()) and ":" not in line
        message = self._reader.take(line)
        if message is None:
            return Heard(strange=strange)
        return self._answer(message) if not self._login.is_in else self._hear(message)

    def idle(self) -> Heard:
        """A living manager answers a ping; one that does not even greet is none."""
        self._silences += 1
        if not self._login.is_in or self._silences > _MOST_SILENCES:
            return Heard(state=Link.DOWN)
        return Heard(reply=action("Ping", ActionID="ping"))

    def _answer(self, message: Message) -> Heard:
        reply = self._login.take(message)
        if self._login.is_refused:
            return Heard(state=Link.REFUSED, reason="login")
        if not self._login.is_in:
            return Heard(reply=reply)
        self._calls.look_around()
        # nothing is told again that happened while the link was down: ask how it stands
        return Heard(state=Link.CONNECTED, reply=action("Status", ActionID="status"))

    def _hear(self, message: Message) -> Heard:
        event = message.get("event", "").casefold()
        if event == "statuscomplete":
            return Heard(events=self._calls.looked_around())
        if event == "shutdown":
            return Heard(state=Link.DOWN)
        return Heard(events=self._calls.take(message))


def dial(asterisk: Asterisk, number: str, permit: Permit) -> None:
    """Let this desk's phone ring and, once it is picked up, call the permitted number.

    Raises Unavailable: phone_unset, phone_away, phone_login, phone_refused.
    """
    if number != permit.number:
        raise ValueError("the permit is for another number")
    if not asterisk.phone:
        raise Unavailable("phone_unset")
    wanted = dialable(number, asterisk.outside)
    asked = action(
        "Originate",
        ActionID="dial",
        Channel=asterisk.phone,
        Context=asterisk.context,
        Exten=wanted,
        Priority="1",
        CallerID=wanted,
        Timeout=str(_RINGS_MS),
        Async="true",
    )
    with _logged_in(asterisk) as talk:
        talk.send(asked)
        answer = talk.answer_to("dial")
    if answer.get("response") != "Success":
        raise Unavailable("phone_refused", answer.get("message", ""))


def test(asterisk: Asterisk) -> None:
    """Whether it answers and lets us in. Raises Unavailable as dial does."""
    with _logged_in(asterisk):
        pass


class _Talk:
    """A short conversation: what is sent, and the answer by its ActionID."""

    def __init__(self, connected: socket.socket) -> None:
        self._connected = connected
        self._file = connected.makefile("rb")
        self._reader = Reader()
        self._until = time.monotonic() + _SECONDS

    def send(self, data: bytes) -> None:
        self._connected.sendall(data)

    def line(self) -> str:
        line = self._file.readline(65_536) if time.monotonic() < self._until else b""
        if not line:
            raise Unavailable("phone_away")
        return line.decode("utf-8", errors="replace").rstrip("\r\n")

    def answer_to(self, named: str) -> Message:
        while True:
            message = self._reader.take(self.line())
            if message and "response" in message and message.get("actionid") == named:
                return message

    def close(self) -> None:
        self._file.close()


@contextmanager
def _logged_in(asterisk: Asterisk) -> Iterator[_Talk]:
    try:
        with _connect(asterisk) as connected:
            talk = _Talk(connected)
            try:
                _log_in(asterisk, talk)
                yield talk
                talk.send(action("Logoff"))
            finally:
                talk.close()
    except ssl.SSLError as error:
        raise Unavailable("phone_certificate", str(error)) from error
    except (OSError, UnicodeError, OverflowError) as error:
        raise Unavailable("phone_away", str(error)) from error


def _connect(asterisk: Asterisk) -> socket.socket:
    protection = asterisk.protection()
    connected = socket.create_connection((asterisk.host, asterisk.port), timeout=_SECONDS)
    if protection is None:
        return connected
    try:
        return protection.wrap_socket(connected, server_hostname=asterisk.host)
    except BaseException:
        connected.close()
        raise


def _log_in(asterisk: Asterisk, talk: _Talk) -> None:
    login = Login(asterisk.account("off"))
    if not talk.line().casefold().startswith(BANNER):
        raise Unavailable("phone_strange")
    reply = login.begin()
    while not login.is_in:
        named = "challenge" if reply.startswith(b"Action: Challenge") else "login"
        talk.send(reply)
        reply = login.take(talk.answer_to(named))
        if login.is_refused:
            raise Unavailable("phone_login")
