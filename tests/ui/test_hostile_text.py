"""Whatever people, imports and telephones write into a shop reaches the screen as it is and harms nothing."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import Shop, press
from tests.ui.situations import situations

OpenShop = Callable[..., Shop]

MARK = (
    "Ü<b>fett</b>&amp; & \"'%s {0} {name} <img src=x> =cmd()|'/C calc'!A0 "
    "\u202e\u05e9\u05dc\u05d5\u05dd 👩‍🍳🇩🇪 <script>alert(1)</script>"
)
LONG = "Donaudampfschiff" * 625  # 10,000 characters without a place to break
FREE = {
    "customer": ("salutation", "first_name", "last_name", "company", "name", "note", "email"),
    "customer_address": ("name", "extra", "street", "postcode", "town"),
    "customer_phone": ("raw",),
    "consent": ("scope", "wording", "source"),
    "product": ("name", "name_en", "option", "category", "description", "warning"),
    "article": ("title", "say", "details", "letter_paragraph", "internal_note"),
    "article_topic": ("topic",),
    "wording": ("words",),
    "gap": ("words",),
    "outcome": ("name_de", "name_en"),
    "call": ("raw_number", "note"),
    "callback": ("raw_number", "words"),
    "staff": ("name",),
    "sale_order": ("name", "email", "shipping_name", "first_line", "carrier", "tracking", "remark"),
    "order_line": ("name", "option", "description", "price_note"),
    "order_move": ("reason",),
    "order_told": ("words",),
    "letter_event": ("printer", "error"),
}


@pytest.fixture(params=[MARK, LONG], ids=["markup", "10,000 characters"])
def hostile(request: pytest.FixtureRequest, demo_file: Path, tmp_path: Path) -> tuple[Path, str]:
    """The demo shop with this text in every field that people fill."""
    text = str(request.param)
    folder = tmp_path / "hostile"
    folder.mkdir()
    shutil.copy(demo_file, folder / "shop.db")
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        connection.execute("drop trigger consent_no_update")  # else the ledger keeps its words
        for table, columns in FREE.items():
            changes = ", ".join(f"{column} = :text || rowid" for column in columns)
            connection.execute(f"update {table} set {changes}", {"text": text})
        address = "json_set(billing, '$.street', :text, '$.town', :text, '$.name', :text)"
        connection.execute(f"update sale_order set billing = {address}", {"text": text})
        connection.execute(
            "update setting set value = :text where key in ('shop.owner', 'shop.hours')",
            {"text": text},
        )
        connection.commit()
    return folder, text


def test_hostile_text_is_shown_as_it_is_and_moves_nothing(
    open_shop: OpenShop, hostile: tuple[Path, str]
) -> None:
    folder, text = hostile
    shop = open_shop(folder=folder)
    wrong: set[str] = set()
    seen: set[str] = set()
    for where in situations(shop):
        least = shop.window.minimumSizeHint()
        if least.width() > 1280 or least.height() > 720:
            wrong.add(f"{where}: the window wants {least.width()} x {least.height()}")
        if shop.window.width() > 1280:
            wrong.add(f"{where}: the window grew")
        for top in shop.tops():
            for each in top.findChildren(QWidget):
                wrong |= {f"{where}: {type(each).__name__} {fault}" for fault in faults(each, text)}
            if any(text in shown for shown in read(top)):
                seen.add(where.partition(":")[0])
    assert not wrong, "\n".join(sorted(wrong))
    assert seen >= {"calls", "callbacks", "orders", "customers", "knowledge", "products", "desk"}


def faults(widget: QWidget, text: str) -> Iterator[str]:
    """What would read the text as markup or as a key."""
    if isinstance(widget, QLabel) and text in widget.text():
        form = widget.textFormat()  # ours as markup: then it holds no "<" of theirs
        if form is Qt.TextFormat.AutoText or (form is Qt.TextFormat.RichText and "<" in text):
            yield f"reads its text as markup: {widget.text()[:40]!r}"
        if widget.buddy() is not None:
            yield "makes a key of an ampersand"
    if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
        yield f"has got the key {widget.shortcut().toString()}"
    tip = widget.toolTip()
    if "<" in tip and (not tip.startswith("<qt>") or text not in plain(tip)):
        yield f"has a tip that is read as markup: {tip[:40]!r}"


def read(top: QWidget) -> Iterator[str]:
    """Everything a person can read here, markup of ours turned back into text."""
    for each in top.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, QLabel):
            is_ours = each.textFormat() is Qt.TextFormat.RichText
            yield plain(each.text()) if is_ours else each.text()
        elif isinstance(each, QAbstractButton | QLineEdit):
            yield each.text()
        elif isinstance(each, QPlainTextEdit):
            yield each.toPlainText()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(n) for n in range(each.count()))
        elif isinstance(each, QAbstractItemView) and isinstance(each.model(), QAbstractTableModel):
            model = each.model()
            for n in range(min(model.rowCount(), 3)):
                yield from (str(model.index(n, c).data()) for c in range(model.columnCount()))


def plain(markup: str) -> str:
    document = QTextDocument()
    document.setHtml(markup)
    return document.toPlainText()


def test_hostile_text_is_edited_copied_and_saved_unharmed(
    open_shop: OpenShop, hostile: tuple[Path, str]
) -> None:
    folder, text = hostile
    shop = open_shop(folder=folder)
    screen = shop.at("customers", CustomersScreen)
    screen.list.table.selectRow(0)
    shop.settle()
    press(shop, screen, "Bearbeiten")
    before = screen.editor._begun
    line = screen.editor.fields["last_name"]
    line.selectAll()
    line.copy()
    assert QApplication.clipboard().text() == line.text() == before.last_name
    screen.editor.fields["email"].setText("gut@example.org")
    screen.editor.fields["first_name"].setText(f"{text}!")
    press(shop, screen.editor, "Speichern")
    import shopphone.services.customers as customers

    assert before.customer_id is not None
    after = customers.detail(shop.desk, before.customer_id).draft
    assert after.first_name == f"{text}!".strip()
    assert after.last_name == before.last_name
    assert after.note == before.note
    assert [phone.raw for phone in after.phones] == [phone.raw for phone in before.phones]
    assert after.billing == before.billing


def test_typing_hostile_text_into_every_search_line_breaks_nothing(open_shop: OpenShop) -> None:
    shop = open_shop()
    for code in ("calls", "callbacks", "orders", "customers", "knowledge", "products", "letters"):
        shop.window.open_screen(code, None)
        shop.settle()
        for text in (LONG, f"{MARK}%_\\*(\"'; drop table customer; --\x00"):
            for line in shop.window.current.findChildren(QLineEdit):
                if line.isVisible() and line.isEnabled():
                    line.setText(text)
            shop.settle()
    assert shop.said == ""
    with shop.desk.db.reading() as connection:
        assert connection.exec_driver_sql("select count(*) from customer").scalar() == 60
