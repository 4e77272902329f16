"""What a telephone system said, written down line by line and played again.

A transcript is text: a head that names the kind of system, then lines of milliseconds and words.
Numbers are masked unless wished otherwise: the last digits become nines, so that a call is still
told from another by its beginning, and dates and counts stay.
"""

import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from shopphone.cti.dialogue import Dialogue
from shopphone.domain.events import CallEvent

_HEAD = "# shopphone transcript: "
_LONGEST_PAUSE = 5.0
_MOST_BYTES = 20_000_000
# a number of a telephone: five digits or more that are no part of a date, time or uniqueid
_NUMBER = re.compile(r"(?<![\d.:])(\+?\d{2,5})(\d{3,12})(?![\d.:])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line and how long after the beginning it came."""

    after: float
    line: str


class Recorder:
    """Writes what comes; ends by itself when the file has grown large."""

    def __init__(self, file: Path, kind: str, *, masked: bool) -> None:
        self._file: TextIO | None = file.open("w", encoding="utf-8", newline="\n")
        self._file.write(f"{_HEAD}{kind}\n")
        self._begun = time.monotonic()
        self._masked = masked
        self._written = 0
        self._lock = threading.Lock()

    def take(self, line: str) -> None:
        with self._lock:
            if self._file is None:
                return
            text = masked(line) if self._masked else line
            entry = f"{int((time.monotonic() - self._begun) * 1000)} {text}\n"
            self._written += len(entry)
            self._file.write(entry)
            self._file.flush()  # it is wanted most after a crash
            if self._written > _MOST_BYTES:
                self._close()

    def close(self) -> None:
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def masked(line: str) -> str:
    """The beginning of each number stays, and its length."""
    return _NUMBER.sub(lambda found: found[1] + "9" * len(found[2]), line)


def read(text: str) -> tuple[str, tuple[Said, ...]]:
    """The kind of system, and what it said. Raises ValueError for what is no transcript."""
    head, *lines = text.splitlines() or [""]
    if not head.startswith(_HEAD):
        raise ValueError("not a transcript")
    return head.removeprefix(_HEAD).strip(), tuple(_said(lines))


def _said(lines: Iterable[str]) -> Iterator[Said]:
    for line in lines:
        after, _, words = line.partition(" ")
        if after.isdecimal():
            yield Said(after=int(after) / 1000, line=words)


class Replay:
    """Plays a transcript once, on a thread of its own, in its own pace; long pauses are shortened."""

    def __init__(
        self,
        said: Iterable[Said],
        dialogue: Dialogue,
        on_event: Callable[[CallEvent], None],
        longest_pause: float = _LONGEST_PAUSE,
    ) -> None:
        self._said = tuple(said)
        self._dialogue = dialogue
        self._on_event = on_event
        self._longest_pause = longest_pause
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="replay", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def leave(self) -> None:
        self._stopping.set()

    def stop(self) -> None:
        self.leave()
        self._thread.join(timeout=0.9)

    def _run(self) -> None:
        before = 0.0
        self._dialogue.begin()
        for each in self._said:
            pause = min(max(each.after - before, 0.0), self._longest_pause)
            before = each.after
            if self._stopping.wait(pause):
                return
            for event in self._dialogue.take(each.line).events:
                self._on_event(event)


def as_today(said: Iterable[Said], now: datetime) -> Iterator[Said]:
    """A box's lines with today's date: a call of today is a new one in the log."""
    for n, each in enumerate(said):
        dated = re.sub(
            r"^\d\d\.\d\d\.\d\d \d\d:\d\d:\d\d", f"{now:%d.%m.%y %H:%M:}{n % 60:02d}", each.line
        )
        yield Said(after=each.after, line=dated)
