"""The archive of letters on the screen: what was received, what is found, a year as a folder."""

import csv
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog

import shopphone.services.letter_archive as letter_archive
import shopphone.services.letters as letters
from shopphone.domain.letters_log import CARRIER, CUSTOMER, LetterRow
from shopphone.services.desk import SHOP_ZONE
from shopphone.ui.kit.jobs import local
from shopphone.ui.panels.year_export import YearExport
from shopphone.ui.screens.letters import LettersScreen
from tests.ui.driving import Shop, texts_in

OpenShop = Callable[..., Shop]


def with_letter(shop: Shop) -> tuple[LettersScreen, int]:
    """The newest letter of the archive, in front."""
    screen = shop.at("letters", LettersScreen)
    screen.archive.table.selectRow(0)
    shop.settle()
    row = screen.archive.model.row_at(0)
    assert row is not None
    return screen, row.letter_id


def ask_received(shop: Shop, screen: LettersScreen) -> tuple[QDialog, QComboBox, QDateEdit]:
    """The dialog, opened by the keyboard."""
    screen.preview.received.change.setFocus()
    QTest.keyClick(screen.preview.received.change, Qt.Key.Key_Space)
    shop.settle()
    (dialog,) = shop.dialogs()
    (known,) = dialog.findChildren(QComboBox)
    (day,) = dialog.findChildren(QDateEdit)
    return dialog, known, day


def kept(shop: Shop, letter_id: int) -> LetterRow:
    return letters.read(shop.desk, letter_id).row


def remark(screen: LettersScreen) -> str:
    model = screen.archive.model
    return str(model.index(0, model.columnCount() - 1).data())


def test_a_letter_is_received_by_the_customers_word_and_taken_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, letter_id = with_letter(shop)
    assert "Angekommen: nicht bekannt" in texts_in(screen.preview)
    _dialog, known, day = ask_received(shop, screen)
    assert (known.accessibleName(), day.accessibleName()) == (
        "Woher wissen wir es?",
        "Angekommen am",
    )
    QTest.keyClick(known, Qt.Key.Key_Return)  # today, by the customer's word
    shop.settle()
    assert (kept(shop, letter_id).received_on, kept(shop, letter_id).received_by) == (
        date(2026, 11, 24),
        CUSTOMER,
    )
    assert "Angekommen 24.11.2026, laut Kunde" in texts_in(screen.preview)
    assert remark(screen) == "angekommen 24.11."
    _dialog, known, day = ask_received(shop, screen)
    QTest.keyClick(known, Qt.Key.Key_End)  # not known
    assert not day.isEnabled()
    QTest.keyClick(known, Qt.Key.Key_Return)
    shop.settle()
    assert kept(shop, letter_id).received_on is None
    assert "Angekommen: nicht bekannt" in texts_in(screen.preview)
    assert not remark(screen).startswith("angekommen")


def test_a_day_before_the_letter_is_refused_and_what_was_chosen_stays(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, letter_id = with_letter(shop)
    dialog, known, day = ask_received(shop, screen)
    QTest.keyClick(known, Qt.Key.Key_Down)
    day.setDate(QDate(2020, 1, 2))
    QTest.keyClick(known, Qt.Key.Key_Return)
    shop.settle()
    assert dialog.isVisible()
    assert any(text.startswith("Dieser Tag liegt vor dem Brief") for text in texts_in(dialog))
    assert (known.currentData(), day.date()) == (CARRIER, QDate(2020, 1, 2))
    assert kept(shop, letter_id).received_on is None
    shop.close_dialogs()


def test_the_archive_is_searched_by_day_month_and_name(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, letter_id = with_letter(shop)
    newest = kept(shop, letter_id)
    assert newest.sent_at is not None
    on = newest.sent_at.astimezone(SHOP_ZONE).date()
    turned = " ".join(reversed(newest.customer.split()))
    short = f"{on:%d.%m.}"
    for words in (short, f"{on:%d.%m.%Y}", on.isoformat(), f"{newest.customer} {short}", turned):
        rows = found(shop, screen, words)
        assert letter_id in {row.letter_id for row in rows}, words
        assert len(rows) < len(letters.archive(shop.desk)), words
    for row in found(shop, screen, short):
        assert row.sent_at is not None
        assert on in {at.astimezone(SHOP_ZONE).date() for at in (row.sent_at, row.created_at)}
    months = {f"{row.created_at:%Y-%m}" for row in found(shop, screen, "2026-11")}
    assert "2026-11" in months
    assert found(shop, screen, "2019-11") == []
    assert found(shop, screen, f"{newest.customer} 01.01.2019") == []
    assert "Kein hinausgegangener Brief" in " ".join(texts_in(screen.archive))


def found(shop: Shop, screen: LettersScreen, words: str) -> list[LetterRow]:
    screen.archive.search.setText(words)
    shop.settle()
    return list(screen.archive.model.rows)


def open_export(shop: Shop, screen: LettersScreen) -> YearExport:
    screen.export.setFocus()
    QTest.keyClick(screen.export, Qt.Key.Key_Space)
    shop.settle()
    (dialog,) = shop.dialogs()
    assert isinstance(dialog, YearExport)
    return dialog


def test_a_year_is_written_to_a_new_folder_with_its_index(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    shop = open_shop()
    screen, letter_id = with_letter(shop)
    letter_archive.received(shop.desk, letter_id, date(2026, 11, 24), CARRIER)
    dialog = open_export(shop, screen)
    assert dialog.year.currentData() == 2026
    dialog.write_below(str(tmp_path))
    assert not dialog.write.isEnabled()
    shop.settle()
    (folder,) = tmp_path.glob("briefe-2026-*")
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == len(list(folder.glob("*.pdf"))) > 10
    (row,) = (each for each in rows if each["received_on"])
    assert (folder / row["file"]).read_bytes() == letters.read(shop.desk, letter_id).pdf
    assert dialog.bar.maximum() == len(rows)
    told = dialog.status.text().replace("\u200b", "")
    assert told == f"{len(rows)} Briefe und das Verzeichnis liegen in {folder}"
    assert dialog.write.isEnabled()
    shop.close_dialogs()


def test_a_stopped_export_says_that_the_folder_is_not_whole(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    shop = open_shop()
    screen, _letter_id = with_letter(shop)
    dialog = open_export(shop, screen)
    gate = threading.Event()
    for _ in range(3):  # as many as read side by side: the export waits until it is stopped
        shop.program.jobs.ask_each(dialog, local(gate.wait), bool)
    dialog.write_below(str(tmp_path))
    QTest.keyClick(dialog.stop, Qt.Key.Key_Space)
    assert dialog.status.text() == "Wird angehalten …"
    gate.set()
    shop.settle()
    (folder,) = tmp_path.glob("briefe-2026-*")
    assert not (folder / "index.csv").exists()
    assert dialog.status.text().startswith("Angehalten.")
    dialog.write_below(str(tmp_path / ("x" * 300)))
    shop.settle()
    assert dialog.status.text().startswith("Die Datei konnte nicht")
    assert dialog.write.isEnabled()
    shop.close_dialogs()


def test_a_shop_without_letters_has_no_year_to_write(open_shop: OpenShop) -> None:
    shop = open_shop(demo=False)
    dialog = open_export(shop, shop.at("letters", LettersScreen))
    assert not dialog.write.isEnabled()
    assert dialog.status.text() == "Noch kein Brief ist hinausgegangen."
    shop.close_dialogs()
