"""A second start on the same folder hands its call over; another folder is another window."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from shopphone.ui.single_instance import SingleInstance
from tests.support.processes import end, wait_until

NUMBER = "+49 89 99998-123"
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program itself; whatever still runs at the end is ended."""
    # the socket's path may have only a hundred letters
    with tempfile.TemporaryDirectory(prefix="shopphone-", dir="/tmp") as short:
        monkeypatch.setenv("TMPDIR", short)
        running: list[subprocess.Popen[bytes]] = []

        def start(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
            command = [sys.executable, "-m", "shopphone", "--data", str(folder), *arguments]
            process = subprocess.Popen(command, stderr=subprocess.PIPE)
            running.append(process)
            return process

        yield start
        for process in running:
            end(process)
            assert process.stderr is not None
            process.stderr.close()


def calls(folder: Path) -> list[tuple[str, str]]:
    """Number and state of the calls this test made, oldest first; [] while there is no shop."""
    try:
        with closing(sqlite3.connect(f"file:{folder}/shop.db?mode=ro", uri=True)) as connection:
            return connection.execute(
                "select raw_number, state from call where source = 'command' order by id"
            ).fetchall()
    except sqlite3.OperationalError:
        return []


def listens(folder: Path) -> bool:
    """Whether a window of this folder answers."""
    socket = QLocalSocket()
    socket.connectToServer(SingleInstance(folder)._name)
    return socket.waitForConnected(50)


def test_a_ring_is_handed_over_answered_and_ended(start: Start, tmp_path: Path) -> None:
    window = start(tmp_path)
    wait_until(lambda: listens(tmp_path), "the window listens")
    for arguments, state in (
        (("--ring", NUMBER), "ringing"),
        (("--answer", "089/99998123"), "talking"),
        (("--hangup", "00498999998123"), "wrap_up"),
    ):
        assert start(tmp_path, *arguments).wait(20) == 0
        wait_until(lambda s=state: calls(tmp_path) == [(NUMBER, s)], state)  # type: ignore[misc]  # mypy reads the default as a parameter
    assert start(tmp_path, "--hangup", "069 90009-777").wait(20) == 0
    assert start(tmp_path).wait(20) == 0
    assert window.poll() is None
    assert calls(tmp_path) == [(NUMBER, "wrap_up")]


def test_a_ring_starts_the_window_if_none_is_open(start: Start, tmp_path: Path) -> None:
    window = start(tmp_path, "--ring", NUMBER)
    wait_until(lambda: calls(tmp_path) == [(NUMBER, "ringing")], "the ring is logged")
    assert window.poll() is None


def test_a_killed_window_does_not_block_the_next_and_its_call_goes_on(
    start: Start, tmp_path: Path
) -> None:
    killed = start(tmp_path, "--ring", NUMBER)
    wait_until(lambda: len(calls(tmp_path)) == 1, "the ring is logged")
    killed.send_signal(signal.SIGKILL)
    killed.wait(10)
    window = start(tmp_path)
    wait_until(lambda: listens(tmp_path), "the next window listens")
    assert start(tmp_path, "--hangup", NUMBER).wait(20) == 0
    wait_until(lambda: calls(tmp_path) == [(NUMBER, "missed")], "the call has ended")
    assert window.poll() is None


def test_two_folders_are_two_windows(start: Start, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    windows = [start(first, "--ring", NUMBER), start(second)]
    wait_until(lambda: listens(first) and listens(second), "both listen")
    wait_until(lambda: len(calls(first)) == 1, "the first rings")
    assert start(second, "--ring", "069 90009-777").wait(20) == 0
    wait_until(lambda: calls(second) == [("069 90009-777", "ringing")], "the second rings")
    assert calls(first) == [(NUMBER, "ringing")]
    assert [window.poll() for window in windows] == [None, None]


def test_five_starts_at_once_are_one_window_and_lose_no_ring(start: Start, tmp_path: Path) -> None:
    numbers = [f"089 99998-{n}" for n in range(101, 106)]
    started = [start(tmp_path, "--ring", number) for number in numbers]
    wait_until(lambda: sorted(n for n, _ in calls(tmp_path)) == numbers, "every ring is logged")
    wait_until(lambda: [p.poll() for p in started].count(None) == 1, "one of them is the window")


def test_a_start_that_meets_a_closing_window_takes_its_place(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    wait_until(lambda: listens(tmp_path), "the window listens")
    first.send_signal(signal.SIGSTOP)  # it holds the place and answers nobody
    second = start(tmp_path, "--ring", NUMBER)
    time_begun = time.monotonic()
    wait_until(lambda: waits(second), "the second waits for an answer")
    first.send_signal(signal.SIGKILL)
    first.wait(10)
    wait_until(lambda: calls(tmp_path) == [(NUMBER, "ringing")], "the ring is logged")
    assert second.poll() is None
    assert time.monotonic() - time_begun < 15


def waits(process: "subprocess.Popen[bytes]") -> bool:
    """Whether it is connected to the socket of the window (Linux tells)."""
    links = Path(f"/proc/{process.pid}/fd")
    return any("socket:" in os.readlink(each) for each in links.iterdir() if each.is_symlink())


def test_a_window_that_never_answers_is_told_of(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    wait_until(lambda: listens(tmp_path), "the window listens")
    first.send_signal(signal.SIGSTOP)
    second = start(tmp_path, "--ring", NUMBER)
    assert second.wait(30) == 1
    assert second.stderr is not None
    assert b"does not answer" in second.stderr.read()
    first.send_signal(signal.SIGCONT)


def test_nonsense_on_the_socket_leaves_the_window_open(start: Start, tmp_path: Path) -> None:
    window = start(tmp_path)
    wait_until(lambda: listens(tmp_path), "the window listens")
    for nonsense in (
        b"\xff\xfe\n", b"{}\n", json.dumps(["--from-the-future"]).encode() + b"\n", b"x" * 70000,
    ):  # fmt: skip
        socket = QLocalSocket()
        socket.connectToServer(SingleInstance(tmp_path)._name)
        assert socket.waitForConnected(2000)
        socket.write(nonsense)
        socket.waitForBytesWritten(2000)
        socket.waitForReadyRead(500)
        socket.disconnectFromServer()
    assert start(tmp_path, "--ring", NUMBER).wait(20) == 0
    wait_until(lambda: calls(tmp_path) == [(NUMBER, "ringing")], "the ring is logged")
    assert window.poll() is None
