"""Whether a FRITZ!Box answers at an address, and what to do if it does not.

`look` runs on a worker (`jobs.local`) or without a window (`shopphone check`).
"""

import socket
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

_PORT = 1012
_SECONDS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """state: answers, refuses (its call monitor is off), silent (nothing reached there)."""

    address: str
    state: str


def look(address: str) -> Found:
    """Knock at the box's call monitor."""
    host, _, port = address.strip().partition(":")
    if not host or (port and not port.isdecimal()):
        return Found(address=address, state="silent")
    try:
        with socket.create_connection((host, int(port or _PORT)), timeout=_SECONDS):
            return Found(address=address, state="answers")
    except ConnectionRefusedError:
        return Found(address=address, state="refuses")
    except (OSError, OverflowError, UnicodeError):  # a name that can be no address
        return Found(address=address, state="silent")


SENTENCES = {
    "answers": ("The FRITZ!Box answers.", "fine"),
    "refuses": ("The FRITZ!Box refuses: dial #96*5* on a phone at the box once.", "must_not"),
    "silent": (
        "The FRITZ!Box is not reached at {address}. Check its address in Settings.",
        "must_not",
    ),
}


def words(found: Found) -> tuple[str, str]:
    """The finding as a sentence with its tone."""
    text, tone = SENTENCES[found.state]
    return QCoreApplication.translate("PhoneBox", text).replace("{address}", found.address), tone
