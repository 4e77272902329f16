"""What can go wrong with a file: said in our words, nothing lost, and the next try works."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import tables as t
from shopphone.store import upgrade
from shopphone.store.db import Database
from shopphone.store.local import Local
from shopphone.store.prepared import Prepared
from tests.support.parts import need_program, need_root

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def file(tmp_path: Path) -> Path:
    upgrade.open_file(tmp_path / "shop.db", NOW).close()
    return tmp_path / "shop.db"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes that is really full when it is full."""
    need_root()
    folder = tmp_path / "small"
    folder.mkdir()
    mount = need_program("mount", "mount")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False
    )
    if made.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    # lazily: what a failed test left open must not keep the disk
    subprocess.run([need_program("umount", "mount"), "-l", str(folder)], check=True)


def words(db: Database) -> list[str]:
    with db.reading() as connection:
        return list(connection.execute(select(t.gap.c.words).order_by(t.gap.c.id)).scalars())


def put(db: Database, *texts: str) -> None:
    with db.writing() as tx:
        for text in texts:
            tx.execute(insert(t.gap), {"words": text, "language": "de", "asked_at": NOW})


def fill_up(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as out, suppress(OSError):
        while out.write(bytes(65536)) == 65536:
            continue
    return filler


def run(program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_a_full_disk_is_said_and_nothing_written_before_is_lost(small_disk: Path) -> None:
    db = upgrade.open_file(small_disk / "shop.db", NOW)
    put(db, "vorher")
    filler = fill_up(small_disk)
    for _ in range(2):
        with pytest.raises(Unavailable) as trouble:
            put(db, "x" * 200_000)
        assert trouble.value.what == "disk_full"
    assert words(db) == ["vorher"]
    filler.unlink()
    put(db, "nachher")
    assert words(db) == ["vorher", "nachher"]
    db.close()
    check = sqlite3.connect(small_disk / "shop.db")
    assert check.execute("pragma integrity_check").fetchone() == ("ok",)
    check.close()


def test_a_full_disk_leaves_no_half_shop(small_disk: Path) -> None:
    filler = fill_up(small_disk)
    with pytest.raises(Unavailable) as trouble:
        upgrade.open_file(small_disk / "shop.db", NOW)
    assert trouble.value.what in ("disk_full", "database")
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
    filler.unlink()
    upgrade.open_file(small_disk / "shop.db", NOW).close()


def test_a_full_disk_stops_no_draft_for_ever(small_disk: Path) -> None:
    local = Local(small_disk / "desk.db")
    local.keep("lane/1", {"note": "vorher"})
    filler = fill_up(small_disk)
    with pytest.raises(Unavailable, match="desk_file"):
        local.keep("lane/2", {"note": "x" * 500_000})
    assert local.kept("lane/1") == {"note": "vorher"}
    filler.unlink()
    local.keep("lane/2", {"note": "nachher"})
    assert local.kept("lane/2") == {"note": "nachher"}
    local.close()


_LIMITED = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import insert
from shopphone.domain.errors import Unavailable
from shopphone.store import tables as t, upgrade
now = datetime.now(UTC)
db = upgrade.open_file(Path(sys.argv[1]), now)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
def put(text):
    with db.writing() as tx:
        tx.execute(insert(t.gap), {"words": text, "language": "de", "asked_at": now})
put("klein")
try:
    put("x" * 3_000_000)
except Unavailable as trouble:
    print(trouble.what)
put("wieder klein")
db.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are a matter of Unix")
def test_a_file_that_may_not_grow_loses_only_what_does_not_fit(file: Path) -> None:
    done = run(_LIMITED, str(file), "1500000")
    assert (done.stdout.split(), done.returncode) == (["database"], 0), done.stderr
    db = upgrade.open_file(file, NOW)
    assert words(db) == ["klein", "wieder klein"]
    db.close()


def test_a_file_cut_short_says_so_and_stays_as_it_is(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 3 * 2])
    cut = file.read_bytes()
    with pytest.raises(Unavailable) as trouble:
        open_and_read_everything(file)
    assert trouble.value.what == "shop_file_damaged"
    assert file.read_bytes() == cut


def open_and_read_everything(file: Path) -> None:
    db = upgrade.open_file(file, NOW)
    try:
        for table in t.metadata.sorted_tables:
            with db.reading() as connection:
                connection.execute(select(table)).all()
    finally:
        db.close()


def test_a_page_of_nonsense_is_damage_not_a_bug(file: Path) -> None:
    db = upgrade.open_file(file, NOW)
    put(db, *("x" * 3000 for _ in range(300)))
    db.checkpoint()
    db.close()
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 40960] = os.urandom(40960)
    file.write_bytes(content)
    db = upgrade.open_file(file, NOW)
    with pytest.raises(Unavailable) as trouble:
        words(db)
    assert trouble.value.what == "shop_file_damaged"
    db.close()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    connection = sqlite3.connect(file)
    connection.executescript("create table alembic_version (version_num); pragma application_id=7;")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(Refused, match="shop_file_foreign"):
        upgrade.open_file(file, NOW)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["shop.db"]


def test_a_folder_in_place_of_the_file_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "shop.db").mkdir()
    with pytest.raises(Unavailable) as trouble:
        upgrade.open_file(tmp_path / "shop.db", NOW)
    assert trouble.value.what == "database"


def test_a_folder_that_is_not_there_is_no_crash(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as trouble:
        upgrade.open_file(tmp_path / "nowhere" / "shop.db", NOW)
    assert trouble.value.what == "database"


def test_an_empty_file_becomes_a_shop(tmp_path: Path) -> None:
    (tmp_path / "shop.db").touch()
    db = upgrade.open_file(tmp_path / "shop.db", NOW)
    put(db, "x")
    assert words(db) == ["x"]
    db.close()


def test_a_damaged_desk_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"no database at all" * 1000)
    with pytest.raises(Unavailable, match="desk_file"):
        Local(tmp_path / "desk.db")


def test_a_desk_file_that_is_damaged_while_open_says_so(tmp_path: Path) -> None:
    local = Local(tmp_path / "desk.db")
    for n in range(200):
        local.keep(f"lane/{n}", {"note": "x" * 4000})
    raw = sqlite3.connect(tmp_path / "desk.db")
    raw.execute("pragma wal_checkpoint(truncate)")
    raw.close()
    local.close()
    with (tmp_path / "desk.db").open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 40)
    local = Local(tmp_path / "desk.db")
    with pytest.raises(Unavailable, match="desk_file"):
        [local.kept(f"lane/{n}") for n in range(200)]
    local.close()


_STARTER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import insert
from shopphone.store import tables as t, upgrade
from shopphone.store.db import Database
now = datetime.now(UTC)
sys.stdin.readline()
place = sys.argv[1]
db = upgrade.open_url(place) if "://" in place else upgrade.open_file(Path(place), now)
for n in range(int(sys.argv[3])):
    with db.writing() as tx:
        tx.execute(insert(t.gap), {"words": f"{sys.argv[2]}-{n}", "language": "de", "asked_at": now})
db.close()
"""


def started_together(place: str, count: int, rows: int) -> list[str]:
    """Run several programs that open the same shop at the same moment; their complaints."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _STARTER, place, str(n), str(rows)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for n in range(count)
    ]
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    complaints = [each.communicate(timeout=60)[1] for each in running]
    return [text for text in complaints if text]


def test_programs_that_start_together_make_one_shop_and_lose_nothing(tmp_path: Path) -> None:
    assert started_together(str(tmp_path / "shop.db"), 3, 15) == []
    db = upgrade.open_file(tmp_path / "shop.db", NOW)
    assert sorted(words(db)) == sorted(f"{n}-{i}" for n in range(3) for i in range(15))
    db.close()
    assert sorted(path.name for path in tmp_path.glob("*.new*")) == []


def test_desks_that_start_together_make_one_shop_on_postgresql(postgres_url: str) -> None:
    assert started_together(postgres_url, 3, 5) == []
    db = upgrade.open_url(postgres_url)
    assert len(words(db)) == 15
    db.close()


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(Unavailable) as trouble:
        upgrade.open_url("postgresql://shop@127.0.0.1:1/shop")
    assert trouble.value.what == "database"


def test_a_newer_shop_on_a_server_is_refused(postgres_url: str) -> None:
    db = upgrade.open_url(postgres_url)
    with db.engine.begin() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    db.close()
    with pytest.raises(Refused, match="shop_file_newer"):
        upgrade.open_url(postgres_url)


def cut_all(url: str) -> None:
    """Every other connection to this database ends, as when its server restarts."""
    other = Database(url)
    with other.engine.begin() as connection:
        connection.exec_driver_sql(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
            " and datname = current_database()"
        )
    other.close()


@pytest.mark.parametrize("use", ["reading", "writing"])
def test_a_cut_connection_is_unavailable_once_and_then_made_again(
    postgres_url: str, use: str
) -> None:
    db = upgrade.open_url(postgres_url)
    put(db, "vorher")
    assert words(db) == ["vorher"]
    cut_all(postgres_url)
    with pytest.raises(Unavailable, match="database"):
        put(db, "verloren") if use == "writing" else words(db)
    if use == "reading":
        with pytest.raises(Unavailable):
            put(db, "verloren")
    else:
        with pytest.raises(Unavailable):
            words(db)
    put(db, "nachher")
    assert words(db) == ["vorher", "nachher"]
    db.close()


def test_questions_put_to_the_driver_itself_notice_a_cut_connection_too(postgres_url: str) -> None:
    db = upgrade.open_url(postgres_url)
    asked = Prepared(select(t.gap.c.id).where(t.gap.c.words == bindparam("words")))

    def rows() -> list[tuple[object, ...]]:
        with db.reading() as connection:
            return asked.rows(connection, {"words": "vorher"})

    put(db, "vorher")
    assert rows() == [(1,)]
    cut_all(postgres_url)
    with pytest.raises(Unavailable, match="database"):
        rows()
    assert rows() == [(1,)]
    db.close()


def test_a_copy_before_an_upgrade_needs_room(small_disk: Path, file: Path) -> None:
    shutil.copy(file, small_disk / "shop.db")
    fill_up(small_disk)
    with pytest.raises(Unavailable, match="disk_full"):
        upgrade.copy_before_upgrade(small_disk / "shop.db", "0001", NOW)
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "shop.db"]
