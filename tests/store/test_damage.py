"""Damaged files: found, named, and every row that can be read is saved."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from shopphone.store import damage, upgrade
from shopphone.store import tables as t

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROWS = 400


@pytest.fixture
def file(tmp_path: Path) -> Path:
    db = upgrade.open_file(tmp_path / "shop.db", NOW)
    with db.writing() as tx:
        for n in range(ROWS):
            values = {"words": f"{n} " + "x" * 900, "language": "de", "asked_at": NOW}
            tx.execute(insert(t.gap), values)
    db.checkpoint()
    db.close()
    return tmp_path / "shop.db"


def page_of(file: Path, text: bytes) -> int:
    """Where the page begins that holds this text."""
    return file.read_bytes().index(text) // 4096 * 4096


def overwrite(file: Path, at: int, content: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(at)
        stream.write(content)


def test_a_whole_file_is_whole(file: Path) -> None:
    assert damage.look(file) == damage.Found()


@pytest.mark.parametrize("nonsense", [os.urandom(4096), bytes(4096), b"\xff" * 4096])
def test_a_page_of_nonsense_is_named_and_the_rest_is_saved(
    file: Path, tmp_path: Path, nonsense: bytes
) -> None:
    overwrite(file, page_of(file, b"200 xxx"), nonsense)
    before = file.read_bytes()
    found = damage.look(file)
    assert found.problem
    assert not found.rows_are_whole
    assert [table for table, _ in found.tables] == ["gap"]
    saved = damage.save_rest(file, tmp_path / "rescued.db")
    assert saved["gap"] == dict(found.tables)["gap"]
    assert ROWS - 5 <= saved["gap"] < ROWS
    with closing(sqlite3.connect(tmp_path / "rescued.db")) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        words = [row[0].split()[0] for row in connection.execute("select words from gap")]
    assert {"0", "399"} <= set(words)
    assert file.read_bytes() == before
    upgrade.open_file(tmp_path / "rescued.db", NOW).close()


def test_a_damaged_index_is_made_anew(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        query = "select rootpage from sqlite_master where name = 'ix_gap_question_gap_id'"
        page = connection.execute(query).fetchone()[0]
    overwrite(file, (page - 1) * 4096, os.urandom(4096))
    found = damage.look(file)
    assert found.problem
    assert found.rows_are_whole
    assert damage.made_anew(file, tmp_path / "new.db")
    assert damage.look(tmp_path / "new.db") == damage.Found()
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        assert connection.execute("select count(*) from gap").fetchone() == (ROWS,)


def test_a_file_that_is_no_database_has_nothing_to_read(file: Path) -> None:
    overwrite(file, 0, b"Das ist kein Geschaeft." * 20)
    found = damage.look(file)
    assert found.problem
    assert found.tables == ()
