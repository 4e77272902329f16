import os
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.db import Database

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    upgrade.open_file(tmp_path / "shop.db", NOW).close()
    return tmp_path / "shop.db"


def count(db: Database) -> int:
    with db.reading() as connection:
        return len(connection.execute(select(t.setting)).all())


def test_leaving_the_transaction_commits_and_tells_what_changed(file: Path) -> None:
    db = upgrade.open_file(file, NOW)
    told: list[frozenset[str]] = []
    db.on_change(told.append)
    with db.writing() as tx:
        tx.execute(insert(t.setting), {"key": "a", "value": "1"})
    assert told == [frozenset(("setting",))]
    assert count(db) == 1
    db.close()


def test_an_exception_undoes_everything(file: Path) -> None:
    db = upgrade.open_file(file, NOW)
    with pytest.raises(KeyError):
        fail_after_writing(db)
    assert count(db) == 0
    db.close()


def fail_after_writing(db: Database) -> None:
    with db.writing() as tx:
        tx.execute(insert(t.setting), {"key": "a", "value": "1"})
        raise KeyError


def test_the_file_is_readable_by_its_owner_only(file: Path) -> None:
    assert file.stat().st_mode & 0o077 == 0


def test_a_newer_file_is_refused_and_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(Refused, match="shop_file_newer"):
        upgrade.open_file(file, NOW)
    assert file.read_bytes() == before


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    connection = sqlite3.connect(file)
    connection.execute("create table x (y)")
    connection.close()
    with pytest.raises(Refused, match="shop_file_foreign"):
        upgrade.open_file(file, NOW)


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(Unavailable, match="shop_file_damaged"):
        upgrade.open_file(file, NOW)


def test_a_locked_file_is_unavailable_not_a_bug(file: Path) -> None:
    db = upgrade.open_file(file, NOW)
    event.listen(db.engine, "connect", lambda each, _: each.execute("pragma busy_timeout = 50"))
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("begin immediate")
    outcome: list[BaseException] = []

    def write() -> None:
        try:
            with db.writing() as tx:
                tx.execute(insert(t.setting), {"key": "a", "value": "1"})
        except Unavailable as trouble:
            outcome.append(trouble)

    writer = threading.Thread(target=write)
    writer.start()
    writer.join(timeout=20)
    holder.execute("rollback")
    holder.close()
    db.close()
    assert [getattr(each, "what", "") for each in outcome] == ["database_locked"]


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import insert
from shopphone.store import tables as t, upgrade
db = upgrade.open_file(Path(sys.argv[1]), datetime.now(UTC))
n = 0
while True:
    with db.writing() as tx:
        tx.execute(insert(t.setting), {"key": f"k{n}", "value": "1"})
        tx.execute(insert(t.gap), {"words": f"k{n}", "language": "de", "asked_at": datetime.now(UTC)})
    print(n, flush=True)
    n += 1
"""


def test_kill_9_loses_nothing_that_was_committed(file: Path) -> None:
    root = Path(__file__).parent.parent.parent
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert writer.stdout is not None
    last = 0
    for line in writer.stdout:
        last = int(line)
        if last >= 40:
            break
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    db = upgrade.open_file(file, NOW)
    with db.reading() as connection:
        settings = connection.execute(select(t.setting)).all()
        gaps = connection.execute(select(t.gap)).all()
    db.close()
    assert len(settings) == len(gaps) >= last + 1
