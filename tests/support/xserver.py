"""A real screen for a few tests: Xvfb, a window manager, a German keyboard, a session bus.

Without a window manager no window becomes active and the keyboard goes nowhere.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.parts import need_program
from tests.support.processes import running, wait_until

_PROGRAMS = {"openbox": "openbox", "setxkbmap": "x11-xkb-utils", "xdotool": "xdotool"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The environment that brings a program onto this screen, and a person's hands on it."""

    environment: dict[str, str] = field(repr=False)

    def xdotool(self, *arguments: str) -> str:
        """Do something with the keyboard or the windows; gives what xdotool says."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        )
        return done.stdout.strip()

    def keys(self, *names: str) -> None:
        """Press keys as xdotool names them: F3, ctrl+k, Return."""
        self.xdotool("key", "--delay", "12", *names)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "12", text)

    def activate(self, title: str) -> str:
        """Wait for the window with this title and give it the keyboard."""
        window = self.xdotool("search", "--sync", "--onlyvisible", "--name", title)
        first = window.splitlines()[0]
        self.xdotool("windowactivate", "--sync", first)
        return first


@contextmanager
def screen(folder: Path, size: str = "1280x1024") -> Iterator[Screen]:
    """Everything is started on a free display number and ended with the test."""
    xvfb = need_program("Xvfb", "xvfb")
    bus = need_program("dbus-daemon", "dbus")
    for name, package in _PROGRAMS.items():
        need_program(name, package)
    with _display(xvfb, folder, size) as display:
        environment = _plain_environment() | {"DISPLAY": display}
        subprocess.run(["setxkbmap", "de"], env=environment, check=True, capture_output=True)
        with _session_bus(bus, folder, environment) as address:
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            with running(["openbox"], folder / "openbox.log", environment):
                _wait_for_window_manager(environment)
                yield Screen(environment=environment)


@contextmanager
def _display(xvfb: str, folder: Path, size: str) -> Iterator[str]:
    reader, writer = os.pipe()
    # without -noreset the server forgets the keyboard when setxkbmap, its only guest, has left
    command = [xvfb, "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-noreset"]
    with (folder / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "-nolisten", "tcp"],
            pass_fds=[writer],
            stdout=log,
            stderr=log,
        )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        assert number, (folder / "xvfb.log").read_text()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _session_bus(bus: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    log = folder / "dbus.log"
    with running([bus, "--session", "--print-address=1", "--nofork"], log, environment):
        wait_until(lambda: "\n" in log.read_text(), "the session bus tells its address")
        yield log.read_text().splitlines()[0]


def _wait_for_window_manager(environment: dict[str, str]) -> None:
    """openbox is ready when it answers xdotool's question for the active desktop."""
    ask = ["xdotool", "get_desktop"]

    def answers() -> bool:
        return subprocess.run(ask, env=environment, capture_output=True).returncode == 0

    wait_until(answers, "the window manager is ready")


def _plain_environment() -> dict[str, str]:
    """Ours, without what would bring the program onto another screen."""
    elsewhere = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XAUTHORITY", "QT_LOGGING_RULES")
    return {name: value for name, value in os.environ.items() if name not in elsewhere}
