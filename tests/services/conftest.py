"""A desk on SQLite and on a real PostgreSQL, and the demo shop."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert

import shopphone.services.demo as demo
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.db import Database, sqlite_url
from shopphone.store.local import Local
from tests.support.postgres import PostgresServer

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


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty shop's file, made once and copied for each test."""
    file = tmp_path_factory.mktemp("empty") / "shop.db"
    upgrade.open_file(file, Clock().now).close()
    return file


@pytest.fixture(scope="session")
def empty_url(postgres_server: PostgresServer) -> str:
    """An empty shop on PostgreSQL, made once and copied for each test."""
    url = postgres_server.fresh_database()
    upgrade.open_url(url).close()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def shop_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty shop lies, the same tests on both databases."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "shop.db")
        return sqlite_url(tmp_path / "shop.db")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server.copy_of(request.getfixturevalue("empty_url"))


@pytest.fixture
def desk(shop_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """An empty shop, the same tests on both databases."""
    made = desk_on(Database(shop_url), tmp_path, clock)
    yield made
    made.db.close()
    made.local.close()


@pytest.fixture
def goods(desk: Desk) -> Desk:
    """The same shop with four things to sell: 1 Gusspfanne 28 cm, 2 24 cm, 3 Pflegeöl, 4 Kochmesser."""
    rows = [
        ("GP-28", "2000000000039", "Gusspfanne", "Cast iron pan", "28 cm", "Pfannen"),
        ("GP-24", "2000000000022", "Gusspfanne", "Cast iron pan", "24 cm", "Pfannen"),
        ("OEL-1", "", "Pflegeöl Leinsaat", "Linseed care oil", "", "Pflege"),
        ("MESSER", "", "Kochmesser", "Chef's knife", "", "Messer"),
    ]
    with desk.db.writing() as tx:
        for sku, ean, name, name_en, option, category in rows:
            values = {
                "sku": sku, "ean": ean, "name": name, "name_en": name_en, "option": option,
                "category": category, "group": name, "price": Decimal("9.90"), "vat": Decimal(19),
            }  # fmt: skip
            tx.insert(insert(t.product), values)
        tx.execute(insert(t.product_code), {"product_id": 1, "code": "ALT-28"})
    return desk


@pytest.fixture
def second_desk(desk: Desk, shop_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Another workplace of the same shop, with its own file and connections."""
    folder = tmp_path / "second"
    folder.mkdir()
    made = desk_on(Database(shop_url), folder, clock)
    made.staff_name = "Jonas Weber"
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
