"""Tables taken in on the screen: dropped or chosen, asked, looked at, taken in, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

import shopphone.services.products as products
from shopphone.ui.panels.importing.assistant import ImportAssistant
from shopphone.ui.panels.importing.columns import ColumnsDialog
from shopphone.ui.screens.products import ProductsScreen
from tests.ui.driving import Shop, press

OpenShop = Callable[..., Shop]
TABLE = (
    "Artikelnummer;Bezeichnung;Preis;Bestand;EAN\n"
    "ZN-1;Zinnbecher für Bräute;24,90;4;\nZN-2;Zinnteller;zehn;1;\nZN-3;Zinnkrug;59,00;;4006381333932\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "zinn.csv"
    made.write_text(TABLE, encoding="cp1252")
    return made


def shown(dialog: ImportAssistant) -> list[list[str]]:
    model = dialog.list.model
    return [
        [str(model.index(n, k).data()) for k in range(model.columnCount())]
        for n in range(model.rowCount())
    ]


def answer(shop: Shop, dialog: ImportAssistant, code: str, text: str) -> None:
    dialog.questions.boxes[code].setCurrentText(text)
    shop.settle()


def test_a_table_is_asked_about_taken_in_and_taken_back(open_shop: OpenShop, file: Path) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    press(shop, screen, "Übernehmen …")
    dialog = shop.dialogs()[0]
    assert isinstance(dialog, ImportAssistant)
    assert not dialog.take_in.isEnabled()
    assert not dialog.undo.isEnabled()
    dialog.look_at(str(file))
    shop.settle()
    assert dialog.found.text() == (
        "zinn.csv: Erkannt als eigene Tabelle, geschrieben in CP1252 mit „;“ zwischen den Spalten."
    )
    assert list(dialog.questions.boxes) == ["prices", "vat"]
    assert not dialog.take_in.isEnabled()
    answer(shop, dialog, "prices", "mit USt. (brutto)")
    answer(shop, dialog, "vat", "19")
    assert dialog.counts.text() == "2 neu, 0 geändert, 0 unverändert, 1 mit Fehlern, 0 übergangen"
    assert shown(dialog) == [
        ["2", "Zinnbecher für Bräute", "neu", ""],
        ["3", "Zinnteller", "nicht übernommen", "Preis: „zehn“ ist keine Zahl. Schreiben Sie sie wie 12,90."],
        ["4", "Zinnkrug", "neu", "EAN 4006381333932 bleibt weg: Die Prüfziffer ist falsch."],
    ]  # fmt: skip
    assert products.by_code(shop.desk, "ZN-1") == ()
    bad = file.with_name("bad.csv")
    dialog.save_bad(str(bad))
    shop.settle()
    assert "zehn" in bad.read_text(encoding="utf-8-sig")
    press(shop, dialog, "Übernehmen")
    assert products.by_code(shop.desk, "ZN-1")[0].name == "Zinnbecher für Bräute"
    assert dialog.counts.text() == "0 neu, 0 geändert, 2 unverändert, 1 mit Fehlern, 0 übergangen"
    assert not dialog.take_in.isEnabled()
    assert dialog.last.text() == "Letzte Übernahme: zinn.csv, heute 14:06: 2 neu, 0 geändert."
    press(shop, dialog, "Zurücknehmen")
    assert products.by_code(shop.desk, "ZN-1") == ()
    assert dialog.found.text() == "zinn.csv ist zurückgenommen: 2 entfernt, 0 wie zuvor."
    assert not dialog.undo.isEnabled()
    shop.close_dialogs()


def test_a_file_dropped_on_the_products_opens_the_assistant(
    open_shop: OpenShop, file: Path
) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    screen.dropEvent(drop)
    shop.settle()
    dialog = shop.dialogs()[0]
    assert isinstance(dialog, ImportAssistant)
    assert "zinn.csv" in dialog.found.text()
    shop.close_dialogs()


def test_columns_nobody_knows_are_named_by_hand(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    file = tmp_path / "x.csv"
    file.write_text("kennz,was,zahl\nZN-9,Topf,12.90\n")
    dialog = shop.at("products", ProductsScreen).import_file(str(file))
    shop.settle()
    assert dialog.found.text().startswith("Das ist keine Tabelle dieser Dinge.")
    press(shop, dialog, "Welche Spalte ist was?")
    columns = next(each for each in dialog.findChildren(QDialog) if isinstance(each, ColumnsDialog))
    for box, name in zip(columns.boxes, ("Artikelnummer", "Name", "Preis mit USt."), strict=True):
        box.setCurrentText(name)
    press(shop, columns, "So verwenden")
    answer(shop, dialog, "vat", "19")
    assert dialog.counts.text().startswith("1 neu")
    press(shop, dialog, "Übernehmen")
    assert products.by_code(shop.desk, "ZN-9")[0].name == "Topf"
    shop.close_dialogs()


def test_a_file_that_is_no_table_is_told_in_a_sentence(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"PK\x03\x04kaputt")
    dialog = shop.at("products", ProductsScreen).import_file(str(file))
    shop.settle()
    assert dialog.found.text().startswith("Diese Datei ist beschädigt")
    assert not dialog.take_in.isEnabled()
    shop.close_dialogs()
