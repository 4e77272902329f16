"""Foreign programs that a test starts: waited for by condition, ended surely."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class DidNotHappen(AssertionError):
    """What was waited for did not come in time."""


def wait_until(happened: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Ask again and again; a test fails with `what` when the time is over."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise DidNotHappen(f"after {seconds} seconds still not: {what}")
        time.sleep(0.02)  # between two questions, never instead of one


@contextmanager
def running(
    command: list[str], log: Path, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A program with its output in a file; terminated at the end, killed when it does not go."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment
        )
        try:
            yield process
        finally:
            end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
