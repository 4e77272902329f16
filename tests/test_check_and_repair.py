"""`shopphone check` on older and damaged shops, in German, and what `--repair` mends and keeps."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

import shopphone.services.backups as backups
from shopphone.commands import run
from shopphone.store import damage, upgrade
from shopphone.store.local import Local
from tests.services.conftest import Clock, desk_on
from tests.store.test_damage import file, overwrite, page_of  # noqa: F401  # a fixture
from tests.test_migrations import ERAS, file_of


def look(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["--data", str(folder), *words])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("era", ERAS[:-1], ids=lambda path: path.stem)
def test_an_older_shop_is_looked_at_and_left_as_it_is(
    era: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = file_of(era, tmp_path)
    before = old.read_bytes()
    _, said = look(capsys, tmp_path, "check")
    assert f"of an older version ({upgrade.file_version(old)})" in said
    assert old.read_bytes() == before
    assert not list(tmp_path.glob("shop-before-*"))


def test_it_speaks_german(file: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    file.chmod(0o644)
    _, said = look(capsys, file.parent, "--lang", "de", "check")
    assert "[gut] Die Datei des Geschäfts ist heil." in said
    assert "[sollte] Andere können die Datei" in said
    assert "[sollte] Es gibt noch keine Sicherung." in said
    _, said = look(capsys, file.parent, "check", "--lang", "de")
    assert "[gut] Die Datei des Geschäfts ist heil." in said


def test_the_last_backup_and_what_went_wrong_since_are_said(
    file: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = Clock()
    desk = desk_on(upgrade.open_file(file, clock.now), file.parent, clock)
    desk.folder = file.parent
    made = backups.make(desk)
    desk.db.close()
    desk.local.close()
    assert "Last good backup:" in look(capsys, file.parent, "check")[1]
    file.write_bytes(b"x" * 9000)
    _, said = look(capsys, file.parent, "check")
    assert f"shopphone restore {file.parent}/backups/{made.name}" in said


def test_a_damaged_page_is_named_and_what_is_left_is_saved(
    file: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    overwrite(file, page_of(file, b"200 xxx"), os.urandom(4096))
    before = file.read_bytes()
    code, said = look(capsys, file.parent, "check")
    assert (code, "[MUST] Damaged: Gaps." in said) == (1, True)
    assert "Everything else can be read." in said
    assert file.read_bytes() == before
    code, said = look(capsys, file.parent, "check", "--repair")
    assert (code, "in a file of its own: shop-rescued-" in said) == (1, True)
    assert file.read_bytes() == before
    (rescued,) = file.parent.glob("shop-rescued-*.db")
    assert damage.look(rescued) == damage.Found()


def test_a_damaged_index_is_mended_and_the_damaged_file_kept(
    file: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    with closing(sqlite3.connect(file)) as connection:
        query = "select rootpage from sqlite_master where name = 'ix_gap_question_gap_id'"
        page = connection.execute(query).fetchone()[0]
    overwrite(file, (page - 1) * 4096, os.urandom(4096))
    before = file.read_bytes()
    assert "every row can be read" in look(capsys, file.parent, "check")[1]
    _, said = look(capsys, file.parent, "check", "--repair")
    assert "The shop's file is whole again" in said
    assert "[fine] The shop's file is whole." in said
    (kept,) = file.parent.glob("shop-damaged-*.db")
    assert kept.read_bytes() == before
    assert not list(file.parent.glob("shop-rescued-*"))


def test_a_damaged_desk_file_is_begun_anew_with_the_drafts_that_can_be_read(
    file: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = file.parent / "desk.db"
    with closing(Local(own)) as local:
        for n in range(60):
            local.keep(f"lane/{n:03}", {"note": f"Notiz {n:03} " + "x" * 1500})
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    overwrite(own, page_of(own, b"Notiz 050"), os.urandom(4096))
    assert "own file" in look(capsys, file.parent, "check")[1]
    _, said = look(capsys, file.parent, "check", "--repair")
    assert "the damaged one is kept: desk-damaged-" in said
    with closing(Local(own)) as local:
        assert local.kept("lane/000") is not None
        assert len(local.kept_names("lane/")) >= 40
    assert "own file" not in look(capsys, file.parent, "check")[1]


def test_only_what_is_old_and_half_made_is_removed(
    file: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = file.parent
    (folder / "backup-1.work").mkdir()
    (folder / "backup-1.work" / "copy").touch()
    for name in ("shop.db.77.new", "shop.db.78.new"):
        (folder / name).touch()
    old = time.time() - 7200
    os.utime(folder / "shop.db.77.new", (old, old))
    os.utime(folder / "backup-1.work", (old, old))
    look(capsys, folder, "check", "--repair")
    assert not (folder / "shop.db.77.new").exists()
    assert not (folder / "backup-1.work").exists()
    assert (folder / "shop.db.78.new").exists()
