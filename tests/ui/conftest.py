"""A program on a real shop, offscreen: demo or empty, in German or English, on either database."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import translations  # the installer's: pytest has its folder on the path
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import shopphone.services.demo as demo
from shopphone.paths import resources
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
from tests.ui.driving import NOW, Shop
from tests.ui.opening import Shops
from tests.ui.walk import Seen, walk

OpenShop = Callable[..., Shop]


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
        now=lambda: NOW,
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
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, demo_file: Path
) -> Iterator[OpenShop]:
    """open_shop(…) as in Shops.open; a crash report that was not meant fails the test."""
    with Shops(qapp, demo_file, tmp_path) as shops:
        yield shops.open


@pytest.fixture(scope="session")
def walked(
    qapp: QApplication, demo_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[bool, str], list[Seen]]:
    """What was seen on a walk through every situation; each shop and language is walked once."""
    known: dict[tuple[bool, str], list[Seen]] = {}

    def walked(demo: bool, language: str) -> list[Seen]:
        if (demo, language) not in known:
            with Shops(qapp, demo_file, tmp_path_factory.mktemp("walk")) as shops:
                known[demo, language] = walk(shops.open(demo=demo, language=language))
        return known[demo, language]

    return walked
