"""Asterisk's manager interface on the wire: messages of "Key: value" lines, and logging in.

Versions differ in the spelling of keys ("Uniqueid", "UniqueID"), so keys are compared in small
letters; what is no such line (the free text that answers a command) is passed over.
"""

import hashlib
from dataclasses import dataclass

Message = dict[str, str]
BANNER = "asterisk call manager/"
_MOST_LINES = 1_000  # of one message; more is no message


class Reader:
    """Puts lines together to messages."""

    def __init__(self) -> None:
        self._message: Message = {}
        self._count = 0

    def take(self, line: str) -> Message | None:
        """The message this line ends, if it ends one."""
        if not line.strip():
            message, self._message, self._count = self._message, {}, 0
            return message or None
        key, colon, value = line.partition(":")
        self._count += 1
        if not colon or self._count > _MOST_LINES:
            return None
        self._message.setdefault(key.strip().casefold(), value.strip())
        return None


def action(name: str, **fields: str) -> bytes:
    """One action; a value can end neither its line nor the message."""
    lines = [f"{key}: {_one_line(value)}" for key, value in {"Action": name, **fields}.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who logs in. plain: the password goes as it is; else only its MD5 with a challenge."""

    user: str
    secret: str
    plain: bool
    events: str


class Login:
    """Logs in step by step: what came goes in, what to send comes out."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self.is_in = False
        self.is_refused = False

    def begin(self) -> bytes:
        """What to send once the banner was seen."""
        if self._account.plain:
            return self._login(Secret=self._account.secret)
        return action("Challenge", AuthType="MD5", ActionID="challenge")

    def take(self, message: Message) -> bytes:
        """An answer of the manager."""
        named = message.get("actionid", "")
        if self.is_in or "response" not in message or named not in ("challenge", "login"):
            return b""
        if message["response"] != "Success":
            self.is_refused = True
            return b""
        if named == "login":
            self.is_in = True
            return b""
        said = message.get("challenge", "") + self._account.secret
        # the manager knows no better hash; TLS protects the line where it matters
        key = hashlib.md5(said.encode("utf-8"), usedforsecurity=False).hexdigest()
        return self._login(AuthType="MD5", Key=key)

    def _login(self, **proof: str) -> bytes:
        account = self._account
        return action(
            "Login", Username=account.user, **proof, Events=account.events, ActionID="login"
        )


def _one_line(value: str) -> str:
    return "".join(char for char in value if char.isprintable())
