"""A desk in the demo shop with a box that rings and a printer that prints."""

import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import shopphone.services.demo as demo
import shopphone.services.phones as phones
import shopphone.services.settings as settings
from shopphone.domain.phones import PhoneSystem
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
from tests.journeys import elsewhere
from tests.journeys.seat import AFTERNOON, Seat
from tests.support.fritzbox_peer import FritzBoxPeer

# Python collects cycles on whichever thread it pleases, and a window whose timers are ended by a
# worker takes the process with it: windows that were closed stay in memory until the end
_SEATS: list[Seat] = []


def open_desk(folder: Path) -> Desk:
    """The same files, without a window."""
    return Desk(
        db=upgrade.open_file(folder / "shop.db", AFTERNOON),
        local=Local(folder / "desk.db"),
        now=lambda: AFTERNOON,
        staff_name="Anna Berger",
    )


def system_at(port: int) -> PhoneSystem:
    values = {"host": "127.0.0.1", "port": str(port)}
    return PhoneSystem(system_id="fritzbox", kind="fritzbox", values=values)


def close(desk: Desk) -> None:
    desk.db.checkpoint()
    desk.db.close()
    desk.local.close()


@pytest.fixture(scope="session")
def demo_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo-shop")
    desk = open_desk(folder)
    demo.fill(desk, desk.today())
    close(desk)
    return folder


@pytest.fixture
def box() -> Iterator[FritzBoxPeer]:
    with FritzBoxPeer() as peer:
        yield peer


@pytest.fixture
def shop(demo_shop: Path, tmp_path: Path, box: FritzBoxPeer) -> Path:
    """A folder of the demo shop whose desk listens to the box and prints on Gut."""
    folder = tmp_path / "shop"
    folder.mkdir()
    shutil.copy(demo_shop / "shop.db", folder)
    desk = open_desk(folder)
    settings.save(desk, {"print.printer": "Gut"})
    phones.keep(desk, system_at(box.port), None)
    close(desk)
    return folder


@pytest.fixture
def sit(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Seat]]:
    """Sit down at a program on this folder; at the end it is closed and must not have crashed."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program sets its own
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    first = len(_SEATS)
    reports: list[str] = []

    def seat(folder: Path, first: str = "desk") -> Seat:
        made = Seat(qapp, folder, first=first)
        made.program.crashed.connect(lambda file: reports.append(file.read_text()))
        _SEATS.append(made)
        return made

    yield seat
    for each in _SEATS[first:]:
        each.close()
    assert not reports, reports


@pytest.fixture
def clerk(shop: Path, sit: Callable[[Path], Seat]) -> Seat:
    made = sit(shop)
    made.is_connected()
    return made


@pytest.fixture
def started(shop: Path) -> Iterator[elsewhere.Start]:
    """Starts a clerk in a process of its own, on the same folder and afternoon each time."""
    begun = time.time()
    running: list[elsewhere.Elsewhere] = []

    def start(environment: dict[str, str] | None = None) -> elsewhere.Elsewhere:
        made = elsewhere.start(shop, time.time() - begun, environment)
        running.append(made)
        made.hear()
        return made

    yield start
    for each in running:
        each.end()
