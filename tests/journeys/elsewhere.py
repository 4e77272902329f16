"""A clerk in a process of its own: told what to do line by line, and killed without a word."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.processes import wait_until

ROOT = Path(__file__).resolve().parents[2]


class Elsewhere:
    """A clerk in another process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.sight: dict[str, Any] = {}
        self.seen: dict[str, str] = {}
        self.kept = 0.0

    def does(self, name: str, *values: object) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name, *values]) + "\n")
        self._process.stdin.flush()
        answer = self.hear()
        self.kept = answer["kept"]
        return answer["gave"]

    def begins(self, name: str) -> None:
        """Without waiting for what comes of it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name]) + "\n")
        self._process.stdin.flush()

    def types(self, until: int) -> list[dict[str, float]]:
        """The clerk types on and on; gives when each letter was typed."""
        self.begins("types_on_and_on")
        assert self._process.stdout is not None
        return [json.loads(self._process.stdout.readline()) for _ in range(until)]

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program has ended"
        answer: dict[str, Any] = json.loads(line)
        self.sight = answer["sight"]
        return answer

    def looks_until(self, happened: Callable[[], bool], what: str) -> None:
        """Look again and again; `seen` and `sight` are what there is to see."""

        def is_so() -> bool:
            self.seen = self.does("looks")
            return happened()

        wait_until(is_so, what)

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


Start = Callable[..., Elsewhere]


def start(folder: Path, seconds: float, environment: dict[str, str] | None) -> Elsewhere:
    """The program on this folder; its afternoon began so many seconds ago."""
    command = [sys.executable, "-m", "tests.journeys.driver", str(folder), str(seconds)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env=environment,
    )  # fmt: skip
    return Elsewhere(process)
