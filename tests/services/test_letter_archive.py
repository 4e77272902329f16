"""The archive: whole bytes proved, a year in a folder with its index, the day a letter was received."""

import csv
import hashlib
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

import shopphone.services.letter_archive as letter_archive
import shopphone.services.letter_search as letter_search
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.letters_log import CARRIER, CUSTOMER
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.test_orders import SHOP, draft_with

NEVER = threading.Event()


@pytest.fixture
def letter_id(desk: Desk) -> int:
    settings.save(desk, SHOP)
    order_id = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {}).order_id
    written = letters.write(desk, "confirmation", order_id).row.letter_id
    letters.sent(desk, written, "print", "Gut", "7")
    return written


def ignore(_done: int, _all: int) -> None: ...


def test_a_year_is_a_folder_with_an_index(desk: Desk, letter_id: int, tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    told: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))

    assert letter_archive.export(desk, 2026, folder, NEVER, tell) == 1
    assert told == [(1, 1)]
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    kept = letters.read(desk, letter_id)
    assert (folder / row["file"]).read_bytes() == kept.pdf
    assert row["sha256"] == hashlib.sha256(kept.pdf).hexdigest()
    assert (row["order"], row["channel"]) == (kept.row.order_number, "print")
    assert (row["written_by"], row["sent_by"]) == ("Anna Berger", "Anna Berger")


def test_a_full_folder_and_an_empty_year_are_refused(
    desk: Desk, letter_id: int, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="letters_none"):
        letter_archive.export(desk, 2025, tmp_path / "2025", NEVER, ignore)
    (tmp_path / "da").mkdir()
    (tmp_path / "da" / "Notiz.txt").write_text("meins")
    with pytest.raises(Refused, match="export_folder_full"):
        letter_archive.export(desk, 2026, tmp_path / "da", NEVER, ignore)


def test_a_stopped_export_leaves_no_index(desk: Desk, letter_id: int, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    assert letter_archive.export(desk, 2026, tmp_path / "2026", stop, ignore) == 0
    assert not (tmp_path / "2026" / "index.csv").exists()


def test_a_damaged_letter_is_named_and_never_exported(
    desk: Desk, letter_id: int, tmp_path: Path
) -> None:
    assert letter_archive.damaged(desk) == ()
    with desk.db.writing() as tx:
        tx.execute(update(t.letter).where(t.letter.c.id == letter_id).values(pdf=b"%PDF-other"))
    number = letters.read(desk, letter_id).row.order_number
    (name,) = letter_archive.damaged(desk)
    assert number in name
    with pytest.raises(Unavailable, match="letter_damaged"):
        letter_archive.export(desk, 2026, tmp_path / "2026", NEVER, ignore)


def test_the_day_a_letter_was_received_is_kept(desk: Desk, letter_id: int) -> None:
    with pytest.raises(Refused, match="day_in_future"):
        letter_archive.received(desk, letter_id, date(2026, 12, 24), CUSTOMER)
    with pytest.raises(Refused, match="day_before_letter"):
        letter_archive.received(desk, letter_id, date(2026, 11, 23), CUSTOMER)
    letter_archive.received(desk, letter_id, desk.today(), CARRIER)
    row = letters.read(desk, letter_id).row
    assert (row.received_on, row.received_by) == (desk.today(), CARRIER)
    letter_archive.forget_received(desk, letter_id)
    row = letters.read(desk, letter_id).row
    assert (row.received_on, row.received_by) == (None, "")


def test_a_letter_is_found_by_its_day_and_the_years_are_known(desk: Desk, letter_id: int) -> None:
    today = desk.today()
    number = letters.read(desk, letter_id).row.order_number
    for words in (f"{today:%d.%m.}", f"{today:%Y-%m}", f"{number} {today:%d.%m.%Y}"):
        assert [row.letter_id for row in letters.archive(desk, words)] == [letter_id], words
    for words in ("01.01.2020", f"{number} 2020-01", "01.01.0001", "word " * 5000):
        assert letters.archive(desk, words) == (), words
    assert letter_archive.years(desk) == (today.year,)


def test_a_letter_is_found_by_the_words_that_stand_in_it(desk: Desk, letter_id: int) -> None:
    assert letters.archive(desk, "pfanne") == ()
    read = letter_search.unread(desk)
    assert [each for each, _ in read] == [letter_id]
    assert letter_search.keep(desk, read) is False
    assert letter_search.keep(desk, read) is False  # as another desk, which read it too
    assert letter_search.unread(desk) == ()
    for text in ("pfanne", "PFANNE 54,90", "Widerrufsrecht pfann"):
        assert [row.letter_id for row in letters.archive(desk, text)] == [letter_id], text
    for text in ("kaffeekanne", "pfanne 2025", "5%4", "pf_nne"):
        assert letters.archive(desk, text) == (), text


def test_bytes_that_are_no_letter_have_no_words(desk: Desk, letter_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.letter).values(pdf=b"broken"))
    assert letter_search.unread(desk) == ((letter_id, ""),)
