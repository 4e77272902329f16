"""`shopphone check`: what it finds at a shop, what it says to do, and when it ends with 1."""

import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import shopphone.services.consents as consents
import shopphone.services.customers as customers
import shopphone.services.phones as phones
import shopphone.services.settings as settings
from shopphone.commands import run
from shopphone.domain.consent_ledger import ConsentDraft
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.phones import PhoneSystem
from shopphone.store import upgrade
from tests.services.conftest import Clock, desk_on
from tests.support.cups import PrintServer

Check = Callable[..., tuple[int, list[str]]]
WHOLE = {
    "shop.name": "Laden", "shop.street": "Gasse 2", "shop.postcode": "80331", "shop.town": "München",
    "shop.phone": "089 99998-100", "shop.email": "laden@example.org",
    "shop.iban": "DE89370400440532013000", "desk.staff": "Anna",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop with everything a letter must name."""
    made = tmp_path / "shop"
    made.mkdir(mode=0o700)
    change(made, WHOLE)
    (made / "shop.db").chmod(0o600)
    return made


def change(folder: Path, values: dict[str, str]) -> None:
    clock = Clock()
    desk = desk_on(upgrade.open_file(folder / "shop.db", clock()), folder, clock)
    settings.save(desk, values)
    desk.db.close()
    desk.local.close()


def listen_to(folder: Path, host: str, port: int) -> None:
    clock = Clock()
    desk = desk_on(upgrade.open_file(folder / "shop.db", clock()), folder, clock)
    values = {"host": host, "port": str(port)}
    phones.keep(desk, PhoneSystem(system_id="fritzbox", kind="fritzbox", values=values), None)
    desk.db.close()
    desk.local.close()


@pytest.fixture
def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Run the command as typed; the exit code and its lines."""

    def check(*arguments: str) -> tuple[int, list[str]]:
        capsys.readouterr()
        code = run(["--data", str(folder), *arguments, "check"])
        return code, capsys.readouterr().out.splitlines()

    return check


def musts(lines: list[str]) -> list[str]:
    return [line.removeprefix("[MUST] ") for line in lines if line.startswith("[MUST]")]


def test_a_whole_shop_needs_nothing(check: Check) -> None:
    code, lines = check()
    assert code == 0
    assert musts(lines) == []
    assert "[fine] The shop's file is whole." in lines
    assert "[fine] Everything a confirmation must name about the shop is entered." in lines
    assert all(line.startswith(("[fine]", "[should]")) and line.endswith(".") for line in lines)


def test_looking_changes_nothing(check: Check, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    before = (folder / "shop.db").read_bytes()
    check()
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    assert (folder / "shop.db").read_bytes() == before


def test_missing_duties_are_named_by_their_fields(check: Check, folder: Path) -> None:
    change(folder, {"shop.phone": "", "shop.iban": ""})
    code, lines = check()
    assert code == 1
    assert musts(lines) == ["Letters cannot be written before these are entered: Phone, IBAN."]


def test_the_missing_notice_of_rights_is_a_warning_only(check: Check) -> None:
    code, lines = check()
    assert code == 0
    assert any(line.startswith("[should] The harmonised notice") for line in lines)


def test_no_shop_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--data", str(tmp_path / "new"), "check"]) == 1
    assert "Start shopphone once to make it." in capsys.readouterr().out
    assert not (tmp_path / "new" / "shop.db").exists()


def test_an_empty_file_is_not_made_a_shop(check: Check, folder: Path) -> None:
    (folder / "shop.db").write_bytes(b"")
    code, lines = check()
    assert (code, musts(lines)) == (1, ["The shop's file is empty. Take the newest copy."])
    assert (folder / "shop.db").stat().st_size == 0


def test_a_damaged_file_sends_to_the_newest_copy(check: Check, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    content = bytearray((folder / "shop.db").read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    (folder / "shop.db").write_bytes(content)
    code, lines = check()
    assert code == 1
    assert musts(lines)[0].endswith("Take the newest copy.")


def test_something_that_is_no_database_is_called_damaged(check: Check, folder: Path) -> None:
    (folder / "shop.db").write_text("Das ist kein Geschäft. " * 100)
    code, lines = check()
    assert (code, len(musts(lines))) == (1, 1)


def test_a_foreign_database_is_not_taken_for_a_shop(check: Check, folder: Path) -> None:
    (folder / "shop.db").unlink()
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("create table something (x)")
        connection.commit()
    code, lines = check()
    assert code == 1
    assert "not a shop of shopphone" in musts(lines)[0]


def test_a_newer_shop_is_left_as_it_is(check: Check, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()
    code, lines = check()
    assert code == 1
    assert "newer version of shopphone" in musts(lines)[0]


def test_a_file_others_can_read_is_said(check: Check, folder: Path) -> None:
    (folder / "shop.db").chmod(0o644)
    code, lines = check()
    assert code == 0
    assert "[should] Others can read the shop's file. Set its rights to 600." in lines


def test_nobody_at_the_desk_is_said(check: Check, folder: Path) -> None:
    change(folder, {"desk.staff": ""})
    assert any("Nobody is named at this desk" in line for line in check()[1])


@pytest.mark.parametrize(
    ("printer", "said"),
    [
        ("Gut", None),
        ("Verschwunden", "does not exist any more"),
        ("Pause", "Pause:"),
        ("Zu", "Zu:"),
    ],
)
def test_a_printer_that_would_not_print_must_be_put_right(
    check: Check, folder: Path, cups: PrintServer, printer: str, said: str | None
) -> None:
    assert cups.address
    change(folder, {"print.printer": printer})
    code, lines = check()
    if said is None:
        assert (code, musts(lines)) == (0, [])
        assert f"[fine] Letters go to {printer}." in lines
    else:
        assert code == 1
        assert said in musts(lines)[0]


def test_a_telephone_that_answers_is_fine_and_a_dead_one_must_be_put_right(
    check: Check, folder: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        listen_to(folder, "127.0.0.1", port)
        code, lines = check()
        assert code == 0
        assert "[fine] fritzbox 127.0.0.1: it works." in lines
    code, lines = check()
    assert code == 1
    assert "dial #96*5*" in musts(lines)[0]
    listen_to(folder, "keine.box.invalid", port)
    code, lines = check()
    assert code == 1
    assert "keine.box.invalid: The telephone system is not reached" in musts(lines)[0]


def test_a_shop_on_postgresql_is_looked_at_too(check: Check, postgres_url: str) -> None:
    code, lines = check("--database", postgres_url)
    assert (code, musts(lines)[0].startswith("There is no shop")) == (1, True)
    assert upgrade.server_version(postgres_url) is None
    upgrade.open_url(postgres_url).close()
    code, lines = check("--database", postgres_url)
    assert code == 1
    assert "Letters cannot be written before these are entered" in musts(lines)[0]


def test_a_database_that_does_not_answer_is_said(check: Check) -> None:
    code, lines = check("--database", "postgresql://shop@127.0.0.1:9/shop")
    assert code == 1
    assert "does not answer" in musts(lines)[0]


def test_a_changed_byte_of_the_consent_ledger_is_named(check: Check, folder: Path) -> None:
    clock = Clock()
    desk = desk_on(upgrade.open_file(folder / "shop.db", clock()), folder, clock)
    customer = customers.save(desk, CustomerDraft(last_name="Löffler"))
    for words in ("Frage 1", "Frage 2"):
        draft = ConsentDraft(
            customer_id=customer, topics="Tee", wording=words, number="089 99998-123"
        )
        consents.give(desk, draft)
    desk.db.close()
    desk.local.close()
    code, lines = check()
    assert any("consent ledger is whole: 2 entries" in line for line in lines)
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("drop trigger consent_no_update")
        connection.execute("update consent set wording = 'Frage 3' where entry_no = 2")
        connection.commit()
    code, lines = check()
    assert code == 1
    assert musts(lines) == [
        "Entry 2 of the consent ledger was changed after it was written."
        " Compare with a copy of the shop."
    ]
