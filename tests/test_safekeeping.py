"""`shopphone backup`, `restore` and `move` as they are typed, in both languages."""

import shutil
from pathlib import Path

import pytest

import shopphone.services.customers as customers
from shopphone.commands import run
from shopphone.domain.customers import CustomerDraft
from shopphone.store import upgrade
from tests.services.conftest import Clock, desk_on

Typed = tuple[int, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shop"
    made.mkdir(mode=0o700)
    add(made, "Löffler")
    return made


def add(folder: Path, name: str) -> None:
    desk = desk_on(upgrade.open_file(folder / "shop.db", Clock()()), folder, Clock())
    customers.save(desk, CustomerDraft(last_name=name))
    desk.db.close()
    desk.local.close()


def typed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> Typed:
    capsys.readouterr()
    code = run(["--data", str(folder), *words])
    told = capsys.readouterr()
    return code, told.out + told.err


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_a_backup_is_made_seen_and_put_in_place(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, said = typed(capsys, folder, "backup")
    assert (code, "The backup is whole:" in said, "on the same disk" in said) == (0, True, True)
    file = only(folder / "backups", "shopphone-*.db")
    add(folder, "Später")
    before = (folder / "shop.db").read_bytes()
    code, said = typed(capsys, folder, "restore", str(file))
    assert (code, "Customers: 2 now, 1 in the backup" in said, "--yes" in said) == (0, True, True)
    assert (folder / "shop.db").read_bytes() == before
    code, said = typed(capsys, folder, "restore", str(file), "--into", str(tmp_path / "look"))
    assert (code, (tmp_path / "look" / "shop.db").exists()) == (0, True)
    code, said = typed(capsys, folder, "restore", str(file), "--yes")
    assert (code, "is what the backup holds" in said) == (0, True)
    assert only(folder, "shop-before-restore-*.db").exists()
    assert "Customers" not in typed(capsys, folder, "restore", str(file))[1]


def test_troubles_are_said_in_the_desks_language(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    gone = str(tmp_path / "stick")
    assert "put the stick in" in typed(capsys, folder, "backup", gone)[1]
    code, said = typed(capsys, folder, "--lang", "de", "backup", gone)
    assert (code, "Stecken Sie den Stick ein" in said) == (1, True)
    code, said = typed(capsys, tmp_path / "empty", "--lang", "de", "backup")
    assert (code, "In diesem Ordner ist kein Geschäft" in said) == (1, True)
    assert not (tmp_path / "empty" / "shop.db").exists()
    code, said = typed(capsys, folder, "--lang", "de", "restore", str(tmp_path / "none.db"))
    assert (code, said.startswith("shopphone: Die Datei")) == (1, True)


def test_an_older_shop_is_backed_up_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.test_migrations import ERAS, file_of

    file_of(ERAS[0], tmp_path)
    version = upgrade.file_version(tmp_path / "shop.db")
    assert typed(capsys, tmp_path, "backup")[0] == 0
    assert upgrade.file_version(tmp_path / "shop.db") == version
    assert upgrade.file_version(only(tmp_path / "backups", "*.db")) == version


def test_a_shop_moves_there_and_back(
    folder: Path, capsys: pytest.CaptureFixture[str], postgres_url: str, tmp_path: Path
) -> None:
    code, said = typed(capsys, folder, "move", "--to", postgres_url)
    assert (code, "Moved and compared:" in said, "--database" in said) == (0, True, True)
    assert "already" in typed(capsys, folder, "move", "--to", postgres_url)[1]
    back = tmp_path / "back"
    code, said = typed(capsys, folder, "--database", postgres_url, "move", "--to", str(back))
    assert (code, f"--data {back}" in said) == (0, True)
    assert upgrade.file_version(back / "shop.db") == upgrade.newest()
    shutil.rmtree(back)
    code, said = typed(capsys, folder, "move", "--to", str(back))
    assert (code, "from a file to PostgreSQL" in said) == (1, True)
