"""A shop moves from a file to a server and back: compared, whole or not at all, the original untouched."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import moving, upgrade
from shopphone.store.db import Database
from tests.services.conftest import Clock, demo_file  # noqa: F401  # a fixture
from tests.support.postgres import PostgresServer


@pytest.fixture
def file(demo_file: Path, tmp_path: Path) -> Path:  # noqa: F811
    return Path(shutil.copy(demo_file, tmp_path / "shop.db"))


def quiet(_table: str, _done: int, _all: int) -> None:
    """Nobody watches."""


def test_there_and_back_is_the_same_shop(file: Path, postgres_url: str, tmp_path: Path) -> None:
    before = file.read_bytes()
    told: list[tuple[str, int, int]] = []
    there = moving.file_to_server(file, postgres_url, lambda *each: told.append(each))
    assert file.read_bytes() == before
    assert there["sale_order"].rows > 50
    assert ("call", there["call"].rows, there["call"].rows) in told
    back = moving.server_to_file(postgres_url, tmp_path / "back.db", quiet)
    assert back == there
    with (
        closing(sqlite3.connect(file)) as one,
        closing(sqlite3.connect(tmp_path / "back.db")) as two,
    ):
        for (name,) in one.execute("select name from sqlite_master where type = 'table'"):
            rows = [
                sorted(each.execute(f'select * from "{name}"'), key=repr) for each in (one, two)
            ]
            assert rows[0] == rows[1], name


def test_the_next_row_on_the_server_gets_a_key_of_its_own(file: Path, postgres_url: str) -> None:
    moving.file_to_server(file, postgres_url, quiet)
    db = upgrade.open_url(postgres_url)
    with db.writing() as tx:
        last = tx.connection.exec_driver_sql("select max(id) from gap").scalar()
        new = tx.connection.exec_driver_sql(
            "insert into gap (words, language, asked_at) values ('neu', 'de', 0) returning id"
        ).scalar()
    db.close()
    assert new == (last or 0) + 1


def test_a_shop_is_never_moved_over_another(file: Path, postgres_url: str, tmp_path: Path) -> None:
    moving.file_to_server(file, postgres_url, quiet)
    with pytest.raises(Refused, match="move_target_full"):
        moving.file_to_server(file, postgres_url, quiet)
    with pytest.raises(Refused, match="move_target_full"):
        moving.server_to_file(postgres_url, file, quiet)


def test_an_open_shop_is_not_moved(
    file: Path, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    url = postgres_server.fresh_database()
    window = upgrade.open_file(file, Clock().now)
    with window.reading() as connection:
        connection.exec_driver_sql("select 1").all()
    with pytest.raises(Refused, match="shop_open_elsewhere"):
        moving.file_to_server(file, url, quiet)
    window.close()
    moving.file_to_server(file, url, quiet)
    desk = Database(url)
    with desk.reading() as connection:
        connection.exec_driver_sql("select 1").all()
    with pytest.raises(Refused, match="shop_open_elsewhere"):
        moving.server_to_file(url, tmp_path / "back.db", quiet)
    desk.close()
    assert not (tmp_path / "back.db").exists()


def test_rows_that_point_nowhere_stop_a_move(file: Path, postgres_url: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("pragma foreign_keys = off")
        connection.execute("update sale_order set customer_id = 999999 where id = 1")
        connection.commit()
    with pytest.raises(Unavailable):
        moving.file_to_server(file, postgres_url, quiet)
    db = upgrade.open_url(postgres_url)
    with db.reading() as connection_:
        assert connection_.exec_driver_sql("select count(*) from sale_order").scalar() == 0
    db.close()


def test_a_server_that_is_not_there_is_said(file: Path) -> None:
    with pytest.raises(Unavailable, match="database"):
        moving.file_to_server(file, "postgresql://shop@127.0.0.1:1/shop", quiet)
