"""A desk on SQLite and on a real PostgreSQL, and the demo shop."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import shopphone.services.demo as demo
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.db import Database
from shopphone.store.local import Local

TODAY = date(2026, 11, 24)


class Clock:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def desk_on(db: Database, folder: Path, clock: Clock) -> Desk:
    return Desk(
        db=db, local=Local(folder / "desk.db"), now=clock, cache=folder, staff_name="Anna Berger"
    )


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """An empty shop, the same tests on both databases."""
    if request.param == "sqlite":
        db = upgrade.open_file(tmp_path / "shop.db", clock())
    else:
        db = upgrade.open_url(str(request.getfixturevalue("postgres_url")))
    made = desk_on(db, tmp_path, clock)
    yield made
    made.db.close()
    made.local.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo shop's file, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("demo")
    clock = Clock()
    made = desk_on(upgrade.open_file(folder / "shop.db", clock()), folder, clock)
    demo.fill(made, TODAY)
    made.db.checkpoint()
    made.db.close()
    made.local.close()
    return folder / "shop.db"


@pytest.fixture
def demo_desk(demo_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    shutil.copy(demo_file, tmp_path / "shop.db")
    made = desk_on(upgrade.open_file(tmp_path / "shop.db", clock()), tmp_path, clock)
    yield made
    made.db.close()
    made.local.close()
