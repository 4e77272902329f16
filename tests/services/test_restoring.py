"""A restore: seen before it is done, done as a whole, and what it replaced is kept."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

import shopphone.services.backups as backups
import shopphone.services.customers as customers
import shopphone.services.restoring as restoring
import shopphone.services.settings as settings
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused, Unavailable
from shopphone.services.desk import Desk
from shopphone.store import snapshot
from tests.services.conftest import Clock
from tests.services.test_backups import PHRASE, OwnKeyring, shop  # noqa: F401  # fixtures
from tests.test_migrations import ERAS, file_of

on_sqlite = pytest.mark.parametrize("shop_url", ["sqlite"], indirect=True)


def names(desk: Desk) -> list[str]:
    with desk.db.reading() as connection:
        query = "select last_name from customer order by id"
        return [row[0] for row in connection.exec_driver_sql(query)]


def newest_backup(desk: Desk) -> Path:
    state = backups.state(desk)
    return Path(state.folder) / state.backups[0].name


def test_it_is_seen_first_and_then_done(shop: Desk, clock: Clock, second_desk: Desk) -> None:  # noqa: F811
    backups.make(shop)
    clock.now += timedelta(hours=1)
    customers.save(second_desk, CustomerDraft(last_name="Später"))
    preview = restoring.preview(shop, newest_backup(shop))
    changed = {each.table: (each.now, each.then) for each in preview.changed}
    assert changed["customer"] == (2, 1)
    assert preview.now_is_readable
    newest = {each.kind: (each.now, each.then) for each in preview.newest}
    assert newest["customer"] == ("Später", "Löffler")
    assert names(shop) == ["Löffler", "Später"]
    kept = restoring.put_in_place(shop, preview)
    assert names(shop) == names(second_desk) == ["Löffler"]
    assert kept is not None
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("select count(*) from customer").fetchone() == (2,)
    customers.save(second_desk, CustomerDraft(last_name="Danach"))
    assert names(shop) == ["Löffler", "Danach"]
    assert shop.folder is not None
    assert not (shop.folder / "restore").exists()


def test_our_own_export_of_a_server_comes_back_too(
    shop: Desk,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from shopphone.store import dumps

    monkeypatch.setattr(dumps, "program", lambda: None)
    backups.make(shop)
    customers.save(shop, CustomerDraft(last_name="Später"))
    restoring.put_in_place(shop, restoring.preview(shop, newest_backup(shop)))
    assert names(shop) == ["Löffler"]


def test_a_sealed_one_asks_for_its_phrase(shop: Desk) -> None:  # noqa: F811
    shop.secrets = OwnKeyring()
    settings.save(shop, {"backup.sealed": "1"})
    backups.keep_phrase(shop, PHRASE)
    backups.make(shop)
    file = newest_backup(shop)
    assert restoring.preview(shop, file).changed == ()
    shop.secrets = None
    with pytest.raises(Refused, match="backup_phrase_needed"):
        restoring.preview(shop, file)
    with pytest.raises(Refused, match="backup_phrase_wrong"):
        restoring.preview(shop, file, "drei rote Pfannen")
    assert restoring.preview(shop, file, PHRASE).changed == ()


@on_sqlite
def test_what_is_no_backup_is_refused_and_leaves_nothing(shop: Desk, tmp_path: Path) -> None:  # noqa: F811
    backups.make(shop)
    good = newest_backup(shop)
    whole = good.read_bytes()
    for n, content in enumerate(
        (b"", b"nonsense" * 900, whole[: len(whole) // 2], b"\x1f\x8b\x08abc")
    ):
        file = tmp_path / f"other-{n}"
        file.write_bytes(content)
        with pytest.raises((Refused, Unavailable)):
            restoring.preview(shop, file)
        assert list((tmp_path / "restore").iterdir()) == []
    with pytest.raises(Unavailable, match="file_unread"):
        restoring.preview(shop, tmp_path / "nowhere")
    assert names(shop) == ["Löffler"]


@on_sqlite
@pytest.mark.parametrize("era", ERAS, ids=lambda path: path.stem)
def test_a_backup_of_an_older_version_is_upgraded_on_the_way(
    shop: Desk,  # noqa: F811
    tmp_path: Path,
    era: Path,
) -> None:
    (tmp_path / "old").mkdir()
    old = file_of(era, tmp_path / "old")
    before = old.read_bytes()
    preview = restoring.preview(shop, old)
    restoring.put_in_place(shop, preview)
    assert {each.table: each.then for each in preview.tables}["customer"] == len(names(shop)) > 0
    assert old.read_bytes() == before


@on_sqlite
def test_a_damaged_shop_is_put_aside_and_replaced(shop: Desk, tmp_path: Path) -> None:  # noqa: F811
    backups.make(shop)
    good = newest_backup(shop)
    shop.db.close()
    for damage in (b"\xff" * 4096 * 3, b"no database at all"):
        content = bytearray((tmp_path / "shop.db").read_bytes())
        at = 4096 * 9 if damage[0] == 255 else 0
        content[at : at + len(damage)] = damage
        (tmp_path / "shop.db").write_bytes(content)
        preview = restoring.preview(shop, good)
        assert not preview.now_is_readable
        kept = restoring.put_in_place(shop, preview)
        assert kept is not None
        assert kept.read_bytes() == bytes(content)
        kept.unlink()
        assert names(shop) == ["Löffler"]
        shop.db.close()


@on_sqlite
def test_a_shop_that_is_gone_comes_back(shop: Desk, tmp_path: Path) -> None:  # noqa: F811
    backups.make(shop)
    shop.db.close()
    os.unlink(tmp_path / "shop.db")
    assert restoring.put_in_place(shop, restoring.preview(shop, newest_backup(shop))) is None
    assert names(shop) == ["Löffler"]


@on_sqlite
def test_a_damaged_shop_that_is_open_is_left_alone(
    shop: Desk,  # noqa: F811
    tmp_path: Path,
) -> None:
    backups.make(shop)
    shop.db.checkpoint()
    with (tmp_path / "shop.db").open("r+b") as file:
        file.seek(4096 * 9)
        file.write(b"\xff" * 4096 * 3)
    preview = restoring.preview(shop, newest_backup(shop))
    with pytest.raises(Refused, match="shop_open_elsewhere"):
        restoring.put_in_place(shop, preview)
    assert (tmp_path / "restore" / "shop.db").exists()


@on_sqlite
def test_a_shops_file_with_its_log_is_a_backup_too(shop: Desk, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "found").mkdir()
    for each in ("shop.db", "shop.db-wal"):
        shutil.copy(tmp_path / each, tmp_path / "found" / each)
    customers.save(shop, CustomerDraft(last_name="Später"))
    preview = restoring.preview(shop, tmp_path / "found" / "shop.db")
    assert snapshot.prove(Path(preview.file), None)["customer"] == 1
