"""What every test lives in: an own home, a quiet log, a screen, and no dialog left waiting.

Real parts by name: `postgres_url` (a fresh database), `cups` (a print server with four printers),
`xscreen` (Xvfb with window manager and German keyboard), `testdata` (foreign files).
"""

import json
import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shopphone.start import calm_sums
from tests.support.cups import PrintServer, print_server
from tests.support.parts import folder_for_others
from tests.support.postgres import PostgresServer
from tests.support.xserver import Screen, screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

_SCREEN = {
    "screens": [
        {"name": "main", "x": 0, "y": 0, "width": 1920, "height": 1080,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    ]
}  # fmt: skip


calm_sums()  # as in the program, and before anything imports numpy


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("SHOPPHONE_TEST_SCREEN"):
        return
    # one file per process: workers of one run must not read what another is writing
    handle, screens = tempfile.mkstemp(prefix="shopphone-screens-", suffix=".json")
    with os.fdopen(handle, "w") as file:
        json.dump(_SCREEN, file)
    config.add_cleanup(lambda: Path(screens).unlink(missing_ok=True))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    # the offscreen screen has no window manager and says so at each window
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the files of the person who runs it, nor meets their programs."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    # Qt puts the socket of the running window here
    monkeypatch.setenv("TMPDIR", str(home))
    return home


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test, unless it is marked with expect_log("part of it")."""
    yield
    expected = [mark.args[0] for mark in request.node.iter_markers("expect_log")]
    loud = [
        record.getMessage()
        for when in ("setup", "call", "teardown")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    loud = [text for text in loud if not any(each in text for each in expected)]
    assert not loud, f"unexpected log lines: {loud}"


@pytest.fixture(autouse=True)
def no_stuck_dialog(request: pytest.FixtureRequest) -> Iterator[None]:
    """A modal dialog that nobody answers for two seconds is closed and fails the test."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog

    request.getfixturevalue("qapp")
    seen: dict[int, float] = {}
    stuck: list[str] = []

    def look() -> None:
        widget = QApplication.activeModalWidget()
        if widget is None:
            seen.clear()
            return
        if time.monotonic() - seen.setdefault(id(widget), time.monotonic()) > 2:
            stuck.append(f"{type(widget).__name__}: {widget.windowTitle()!r}")
            seen.clear()
            widget.reject() if isinstance(widget, QDialog) else widget.close()

    timer = QTimer()
    timer.setInterval(100)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert not stuck, f"unanswered modal dialog: {stuck}"


@pytest.fixture(scope="session")
def testdata() -> Path:
    """Foreign files from real systems, which are not part of the project."""
    named = os.environ.get("SHOPPHONE_TESTDATA", "")
    if named and Path(named).is_dir():
        return Path(named)
    if os.environ.get("SHOPPHONE_TESTDATA_REQUIRED"):
        pytest.fail("SHOPPHONE_TESTDATA does not name the folder with the foreign test data")
    pytest.skip("needs the foreign test data: set SHOPPHONE_TESTDATA to its folder")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    with folder_for_others("postgres") as folder, PostgresServer(folder) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """A fresh empty database on a real PostgreSQL that only this test run uses."""
    return postgres_server.fresh_database()


@pytest.fixture(scope="session")
def cups_server() -> Iterator[PrintServer]:
    with folder_for_others("cups") as folder, print_server(folder) as server:
        yield server


@pytest.fixture
def cups(cups_server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> PrintServer:
    """A real print server that lp and Qt find; printers Gut, Tot, Pause and Zu."""
    cups_server.printed.unlink(missing_ok=True)
    monkeypatch.setenv("CUPS_SERVER", cups_server.address)
    return cups_server


@pytest.fixture
def xscreen(tmp_path: Path) -> Iterator[Screen]:
    """A real screen for programs that the test starts with its environment."""
    with screen(tmp_path) as started:
        yield started


@pytest.fixture
def typing() -> "Callable[[QWidget, str], None]":
    """Typing that survives ö, é and €, which qtbot.keyClicks does not."""
    from tests.support.typing import type_text

    return type_text


@pytest.fixture
def until(qtbot: "QtBot") -> Callable[[Callable[[], bool]], None]:
    """Wait for a condition while the window lives on; never for a number of seconds."""

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=8000)

    return wait
