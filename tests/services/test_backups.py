"""Backups: whole while others write, sealed if wished, and a full, missing or closed target harms no old one."""

import gzip
import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

import shopphone.services.backups as backups
import shopphone.services.customers as customers
import shopphone.services.settings as settings
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused, Unavailable
from shopphone.services.desk import Desk
from shopphone.store import dumps, sealing, snapshot
from tests.services.conftest import Clock
from tests.support.parts import need_program, need_root

PHRASE = "drei blaue Pfannen"


class OwnKeyring:
    """A keyring of this test's own, as shopphone.secrets speaks."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def read(self, name: str) -> str:
        return self._kept.get(name, "")

    def keep(self, name: str, password: str) -> None:
        self._kept[name] = password


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Desk:
    desk.folder = tmp_path
    settings.save(desk, {"shop.name": "Laden"})
    customers.save(desk, CustomerDraft(last_name="Löffler"))
    return desk


def lying(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_holds_everything_and_is_noted(shop: Desk, tmp_path: Path) -> None:
    made = backups.make(shop)
    ending = ".db" if shop.db.is_sqlite else ".sql.gz"
    assert made.name == f"shopphone-laden-20261124T090000Z{ending}"
    assert lying(tmp_path / "backups") == [made.name]
    file = tmp_path / "backups" / made.name
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    if shop.db.is_sqlite:
        assert snapshot.prove(file, None)["customer"] == 1
    else:
        assert "Löffler" in gzip.decompress(file.read_bytes()).decode()
        dumps.prove(file, None)
    state = backups.state(shop)
    assert (state.last, state.trouble, state.backups) == (shop.now(), "", (made,))
    assert not list(tmp_path.glob("*.work"))


def test_a_server_without_pg_dump_is_exported_by_ourselves(
    shop: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "program", lambda: None)
    made = backups.make(shop)
    assert made.name.endswith(".db")
    with closing(sqlite3.connect(tmp_path / "backups" / made.name)) as connection:
        assert connection.execute("select last_name from customer").fetchall() == [("Löffler",)]


def test_a_sealed_backup_is_plain_nowhere(shop: Desk, tmp_path: Path) -> None:
    shop.secrets = OwnKeyring()
    settings.save(shop, {"backup.sealed": "1"})
    with pytest.raises(Refused, match="backup_phrase_missing"):
        backups.make(shop)
    with pytest.raises(Refused, match="backup_phrase_short"):
        backups.keep_phrase(shop, "kurz")
    backups.keep_phrase(shop, PHRASE)
    made = backups.make(shop)
    file = tmp_path / "backups" / made.name
    assert made.sealed
    assert made.name.endswith(".age")
    assert "Löffler".encode() not in file.read_bytes()
    sealing.unseal(file, tmp_path / "plain", PHRASE)
    assert not list(tmp_path.glob("*.work"))


def test_others_write_while_it_is_made(shop: Desk, second_desk: Desk, tmp_path: Path) -> None:
    ended, written = threading.Event(), []

    def write() -> None:
        while not ended.is_set():
            written.append(customers.save(second_desk, CustomerDraft(last_name="Neu")))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backups.make(shop) for _ in range(3)]
    finally:
        ended.set()
        writer.join()
    assert made[-1].size > 0
    assert len(written) > 3


def test_only_so_many_are_kept_and_those_of_another_shop_all(
    shop: Desk, clock: Clock, tmp_path: Path
) -> None:
    backups.make(shop)
    other = tmp_path / "backups" / "shopphone-anderer-20200101T000000Z.db"
    other.touch()
    for _ in range(30):
        clock.now += timedelta(days=1)
        backups.make(shop)
    names = lying(tmp_path / "backups")
    assert other.name in names
    assert 7 + 2 <= len(names) - 1 <= 7 + 4 + 2


@pytest.mark.parametrize("shop_url", ["sqlite"], indirect=True)
def test_a_damaged_shop_is_not_taken_for_a_good_backup(shop: Desk, tmp_path: Path) -> None:
    good = backups.make(shop)
    shop.db.checkpoint()
    with (tmp_path / "shop.db").open("r+b") as file:
        file.seek(4096 * 9)
        file.write(os.urandom(4096 * 4))
    with pytest.raises(Unavailable, match=r"backup_not_whole|shop_file_damaged"):
        backups.make(shop)
    assert lying(tmp_path / "backups") == [good.name]
    state = backups.state(shop)
    assert state.trouble in ("backup_not_whole", "shop_file_damaged")
    assert state.last == good.made_at


def test_a_target_that_is_gone_is_said_and_not_made(shop: Desk, tmp_path: Path) -> None:
    settings.save(shop, {"backup.folder": str(tmp_path / "stick")})
    with pytest.raises(Unavailable, match="backup_gone"):
        backups.make(shop)
    assert not (tmp_path / "stick").exists()
    assert backups.state(shop).trouble == "backup_gone"
    (tmp_path / "stick").mkdir()
    backups.make(shop)
    assert backups.state(shop).trouble == ""


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    need_root()
    yield from mounted(tmp_path / "small", "-o", "size=3m")


def mounted(folder: Path, *options: str) -> Iterator[Path]:
    folder.mkdir()
    mount = need_program("mount", "mount")
    command = [mount, "-t", "tmpfs", *options, "tmpfs", str(folder)]
    if subprocess.run(command, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run([need_program("umount", "mount"), "-l", str(folder)], check=True)


def test_a_full_target_is_said_and_the_old_ones_stay(
    shop: Desk, clock: Clock, small_stick: Path
) -> None:
    settings.save(shop, {"backup.folder": str(small_stick)})
    good = backups.make(shop)
    before = (small_stick / good.name).read_bytes()
    room = os.statvfs(small_stick)
    (small_stick / "filler").write_bytes(bytes(room.f_bavail * room.f_frsize))
    clock.now += timedelta(days=1)
    with pytest.raises(Unavailable, match="backup_full"):
        backups.make(shop)
    assert lying(small_stick) == ["filler", good.name]
    assert (small_stick / good.name).read_bytes() == before


def test_a_target_that_cannot_be_written_is_said(
    shop: Desk, clock: Clock, small_stick: Path
) -> None:
    settings.save(shop, {"backup.folder": str(small_stick)})
    good = backups.make(shop)
    mount = need_program("mount", "mount")
    subprocess.run([mount, "-o", "remount,ro", str(small_stick)], check=True)
    clock.now += timedelta(days=1)
    with pytest.raises(Unavailable, match="backup_read_only"):
        backups.make(shop)
    assert lying(small_stick) == [good.name]
    subprocess.run([mount, "-o", "remount,rw", str(small_stick)], check=True)


def test_one_a_day_and_when_leaving_if_anything_was_written(shop: Desk, clock: Clock) -> None:
    assert backups.make_if_due(shop) is not None
    assert backups.make_if_due(shop) is None
    clock.now += timedelta(days=1)
    settings.save(shop, {"backup.daily": "0"})
    assert backups.make_if_due(shop) is None
    settings.save(shop, {"backup.leaving": "0"})
    assert backups.make_on_leaving(shop) is None
    settings.save(shop, {"backup.leaving": "1"})
    assert backups.make_on_leaving(shop) is not None


def test_a_demo_shop_is_not_backed_up(shop: Desk) -> None:
    shop.demo = True
    with pytest.raises(Refused, match="backup_in_demo"):
        backups.make(shop)
    assert backups.make_if_due(shop) is None
    assert backups.make_on_leaving(shop) is None
