"""Bytes of unknown origin as text: UTF-8, UTF-16, and what Windows, DOS and old Macs wrote."""

import codecs
import re
from collections.abc import Iterable
from itertools import chain

# measured on German sentences: charset-normalizer takes "Teekanne säubern" in cp1252 for cp775,
# and three of eight such samples for another alphabet, so the few that shops have are weighed here
_OLD = ("cp1252", "cp850", "mac_roman")
_LIKELY = frozenset("äöüÄÖÜßéèàçñ€„“”‚‘’–—…·§°®«»½²³×")
_FOREIGN = re.compile(rb"[\x80-\xff]")
_ENOUGH = 20_000  # foreign letters to weigh an encoding by
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes) -> str:
    """The text without NUL, with line ends as line feeds; what cannot be a letter anywhere becomes �."""
    return _text(content).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def encoding_of(chunks: Iterable[bytes]) -> str:
    """The encoding of a file of any size, read in pieces."""
    pieces = iter(chunks)
    first = next(pieces, b"")
    for mark, name in _MARKS:
        if first.startswith(mark):
            return name
    wide = _without_mark(first)
    if wide is not None:
        return wide
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, foreign = True, b""
    for piece in chain([first], pieces):
        if is_utf8:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                is_utf8 = False
        if len(foreign) < _ENOUGH:
            foreign += b"".join(_FOREIGN.findall(piece))[:_ENOUGH]
    if is_utf8:
        return "utf-8"
    return max(_OLD, key=lambda name: _likeness(foreign.decode(name, "replace")))


def is_binary(content: bytes) -> bool:
    """Whether this is no text at all: a picture or a program with a wrong name."""
    head = content[:4096]
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return False
    return b"\0" in head and _without_mark(content) is None


def _text(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    wide = _without_mark(content)
    if wide is not None:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return max((content.decode(name, "replace") for name in _OLD), key=_likeness)


def _without_mark(content: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of the beginning is nothing."""
    head = content[:2000]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > 0.8 * len(zeros) and not letters.count(0):
            return name
    return None


def _likeness(text: str) -> int:
    foreign = [char for char in text if ord(char) > 127]
    return sum(1 if char in _LIKELY else -1 for char in foreign)
