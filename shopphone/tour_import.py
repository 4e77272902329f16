"""The tour's part about moving in: a table of articles with bad rows, taken in and taken back."""

from pathlib import Path

from shopphone.tour_writing import Walk

_TABLES = {
    "de": "Artikelnummer;Bezeichnung;Variante;Preis;Bestand;EAN;Lieferant\n"
    "EM-10;Emaillebecher;weiß;9,90;40;4006381333931;Email-Werk\n"
    "EM-11;Emaillebecher;blau;9,90;38;;Email-Werk\n"
    "EM-12;Emaillekrug;2 l;neunundzwanzig;12;;Email-Werk\n"
    "EM-13;Emailleschüssel;;24,50;9;4006381333932;Email-Werk\n"
    "EM-11;Emailleteller;;12,00;25;;Email-Werk\n",
    "en": "SKU;Name;Variant;Price;Stock;EAN;Supplier\n"
    "EM-10;Enamel mug;white;9.90;40;4006381333931;Enamel works\n"
    "EM-11;Enamel mug;blue;9.90;38;;Enamel works\n"
    "EM-12;Enamel jug;2 l;twenty-nine;12;;Enamel works\n"
    "EM-13;Enamel bowl;;24.50;9;4006381333932;Enamel works\n"
    "EM-11;Enamel plate;;12.00;25;;Enamel works\n",
}


def importing(walk: Walk, folder: Path, language: str) -> None:
    """Bad rows stay outside, good ones go in, and all of it can be taken back."""
    from shopphone.ui.screens.products import ProductsScreen

    file = folder / {"de": "emaille.csv", "en": "enamel.csv"}[language]
    file.write_text(_TABLES[language], encoding="utf-8")
    walk.program.window.open_screen("products", None)
    walk.settle()
    screen = walk.program.window.current
    assert isinstance(screen, ProductsScreen)
    dialog = screen.import_file(str(file))
    walk.until(lambda: bool(dialog.questions.boxes), "the table is recognised")
    walk.settle()
    walk.picture("import-products-asked", dialog)
    for code, answer in (("prices", 1), ("vat", 1)):
        dialog.questions.boxes[code].setCurrentIndex(answer)
    walk.until(dialog.take_in.isEnabled, "what comes is shown")
    dialog.list.table.selectRow(2)
    walk.settle()
    walk.picture("import-products-bad-rows", dialog)
    dialog.take_in.click()
    walk.until(lambda: dialog.undo.isEnabled(), "it is taken in")
    walk.settle()
    walk.picture("import-products-done", dialog)
    dialog.undo.click()
    walk.until(lambda: not dialog.undo.isEnabled(), "it is taken back")
    walk.settle()
    walk.picture("import-products-undone", dialog)
    dialog.reject()
    walk.settle()
