"""Looks for a FRITZ!Box in this network: by its name, at the default gateway, by SSDP."""

import re
import socket
import struct
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from shopphone.cti.fritzbox import DEFAULT_PORT
from shopphone.domain.phones import FoundBox

_NAMES = ("fritz.box", "192.168.178.1")  # its own name, and its address from the factory
_SECONDS = 2.0
_SSDP = ("239.255.255.250", 1900)
_ASKS = (
    b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n"
    b'MAN: "ssdp:discover"\r\nMX: 1\r\n'
    b"ST: urn:dslforum-org:device:InternetGatewayDevice:1\r\n\r\n"
)
_ROUTES = Path("/proc/net/route")


def find() -> tuple[FoundBox, ...]:
    """Everything that answers or refuses at the call monitor's port, best first."""
    with ThreadPoolExecutor(4) as at_once:
        named = at_once.submit(announced)
        addresses = [*_NAMES, *gateways()]
        looked = list(at_once.map(look, addresses))
        looked += at_once.map(look, [each for each in named.result() if each not in addresses])
    there = [each for each in looked if each.state != "silent"]
    return tuple(sorted(_once(there), key=lambda each: each.state != "answers"))


def look(address: str, port: int = DEFAULT_PORT) -> FoundBox:
    """Knock at the call monitor. A router that is no FRITZ!Box refuses too."""
    try:
        with socket.create_connection((address, port), timeout=_SECONDS) as connected:
            return FoundBox(address=address, state="answers", name=connected.getpeername()[0])
    except ConnectionRefusedError:
        return FoundBox(address=address, state="refuses")
    except (OSError, UnicodeError, OverflowError):
        return FoundBox(address=address, state="silent")


def gateways() -> tuple[str, ...]:
    """The default gateway, as far as the system says without a program of its own."""
    if sys.platform != "linux" or not _ROUTES.exists():
        return ()
    return tuple(routes_to_everywhere(_ROUTES.read_text(encoding="ascii")))


def routes_to_everywhere(table: str) -> Iterable[str]:
    """Linux writes addresses as hexadecimal numbers of the machine's own byte order."""
    for line in table.splitlines()[1:]:
        parts = line.split()
        if len(parts) > 2 and parts[1] == "00000000" and parts[2] != "00000000":
            yield socket.inet_ntoa(struct.pack("=I", int(parts[2], 16)))


def announced(to: tuple[str, int] = _SSDP, seconds: float = _SECONDS) -> tuple[str, ...]:
    """Routers that name themselves a FRITZ!Box when asked by SSDP."""
    found: dict[str, None] = {}
    until = time.monotonic() + seconds
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 2)
        asked.sendto(_ASKS, to)
        while (left := until - time.monotonic()) > 0:
            asked.settimeout(left)
            answer, sender = asked.recvfrom(2_048)
            if re.search(rb"(?i)fritz!?box", answer):
                found[str(sender[0])] = None
    return tuple(found)


def _once(boxes: Iterable[FoundBox]) -> list[FoundBox]:
    """The box's name and its address are the same box."""
    kept: dict[str, FoundBox] = {}
    for box in boxes:
        kept.setdefault(box.name or box.address, box)
    return list(kept.values())
