"""A program on a real shop, offscreen: demo or empty, in German or English, on either database."""

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import translations  # the installer's: pytest has its folder on the path
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import shopphone.services.demo as demo
from shopphone.app import Program
from shopphone.options import parse
from shopphone.paths import resources
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
from tests.ui.driving import NOW, Shop

OpenShop = Callable[..., Shop]


def _now() -> datetime:
    return NOW


@pytest.fixture(scope="session", autouse=True)
def compiled_texts() -> None:
    """The translations as they stand in the sources, not as they were when last compiled."""
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert lrelease is not None
    translations.compile_all(resources() / "i18n", lrelease)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo shop's file of the fixed day, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("demo")
    made = Desk(
        db=upgrade.open_file(folder / "shop.db", NOW),
        local=Local(folder / "desk.db"),
        now=_now,
        cache=folder,
        staff_name="Anna Berger",
    )
    demo.fill(made, NOW.date())
    made.db.checkpoint()
    made.db.close()
    made.local.close()
    return folder / "shop.db"


@pytest.fixture
def open_shop(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    demo_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenShop]:
    """open_shop(…) opens a window and waits until it is filled; a crash report fails the test.

    demo: the demo shop, else a shop on its first day. folder: where its files are, to open the
    same shop twice. reports: how many crash reports the test means to make.
    """
    opened: list[Program] = []
    expected = 0
    # the program puts its own hooks there
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)

    def open_shop(
        *,
        demo: bool = True,
        language: str = "de",
        theme: str = "light",
        database: str = "",
        folder: Path | None = None,
        size: tuple[int, int] = (1280, 720),
        now: Callable[[], datetime] = _now,
        reports: int = 0,
    ) -> Shop:
        nonlocal expected
        expected += reports
        place = folder or tmp_path / "shop"
        place.mkdir(exist_ok=True)
        if demo and not database and not (place / "shop.db").exists():
            shutil.copy(demo_file, place / "shop.db")
        arguments = ["--lang", language] if language else []
        arguments += ["--theme", theme] if theme else []
        arguments += ["--demo"] if demo else []
        arguments += ["--database", database] if database else []
        program = Program(qapp, parse(arguments), place, now)
        opened.append(program)
        shop = Shop(qtbot, program)
        program.window.resize(*size)
        program.show()
        shop.settle()
        return shop

    yield open_shop
    for program in opened:
        program.close()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        program.words.uninstall(qapp)
    QLocale.setDefault(QLocale.c())
    qapp.setStyleSheet("")
    QApplication.processEvents()
    reports_made = sorted(tmp_path.glob("*/reports/*"))
    texts = [each.read_text(encoding="utf-8") for each in reports_made]
    assert len(texts) == expected, "\n".join(texts)
