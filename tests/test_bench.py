"""The measurements work: a small big shop is made, and every figure comes out of one run.

How fast anything is says nothing here; that is measured by hand on a quiet machine.
"""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shopphone.domain.phone import normalise
from tests.bench import __main__ as bench
from tests.bench import bigshop

CALLS = 20_000
_KEYS = {"name", "ours", "yardstick", "unit", "ratio", "bound", "runs", "control"}
_FIGURES = {
    "start": 2, "memory": 2, "lookup": 2, "find": 1, "ringing": 1, "log": 2, "filters": 2, "answers": 1, "index": 4,
    "writing": 2, "goods": 1, "sums": 1, "order": 1,
    "letters": 2, "printing": 2, "preview": 1,
}  # fmt: skip


@pytest.fixture(scope="session")
def big_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bigshop") / "shop.db"
    assert bigshop.main(["--out", str(file), "--calls", str(CALLS)]) == 0
    return file


def test_a_smaller_shop_has_less_of_everything(big_shop: Path) -> None:
    with closing(sqlite3.connect(big_shop)) as connection:
        counts = {
            table: connection.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("call", "customer", "sale_order", "article", "product")
        }
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert counts == {
        "call": CALLS, "customer": 2_000, "sale_order": 6_000, "article": 200, "product": 40,
    }  # fmt: skip


def test_the_same_calls_make_the_same_shop(tmp_path: Path) -> None:
    files = [tmp_path / "a.db", tmp_path / "b.db"]
    for file in files:
        bigshop.make(file, 2_000)
    one, two = (_rows(file) for file in files)
    assert one == two


def test_numbers_of_the_shop_are_read_as_they_are_stored(big_shop: Path) -> None:
    with closing(sqlite3.connect(big_shop)) as connection:
        rows = connection.execute("select raw, e164 from customer_phone").fetchall()
    assert len(rows) > 2_000
    for raw, e164 in rows[::20]:
        assert normalise(raw, country="DE", area_code="089").e164 == e164


def test_a_shop_that_is_there_is_not_overwritten(big_shop: Path) -> None:
    assert bigshop.main(["--out", str(big_shop)]) == 1


@pytest.mark.parametrize("topic", sorted({*bench.TOPICS}))
def test_every_topic_gives_its_figures(topic: str, big_shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert bench.main(["--shop", str(big_shop), "--runs", "1", "--json", str(out), topic]) == 0
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert len(rows) == _FIGURES[topic] if topic in _FIGURES else len(rows) > 20
    for row in rows:
        assert set(row) == _KEYS
        assert row["ours"] > 0
        assert row["yardstick"] > 0
        assert row["runs"] >= 1
        assert 0.5 <= row["bound"] <= 4
        assert abs(row["ratio"] - row["ours"] / row["yardstick"]) < 0.01


def _rows(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        # a migration writes a table's constraints in any order
        rows = [line for line in connection.iterdump() if line.startswith("INSERT")]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()
