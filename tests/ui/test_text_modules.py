"""Text modules at the keyboard: called with two colons, filled, undone; managed and taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

import shopphone.services.text_modules as text_modules
from shopphone.domain.events import CallEventKind
from shopphone.domain.text_modules import ModuleDraft
from shopphone.ui.panels.knowledge.text_modules import TextModulesView
from shopphone.ui.panels.text_modules.chooser import ModuleTyping
from shopphone.ui.panels.text_modules.importing import ModuleImport
from shopphone.ui.panels.text_modules.questions import QuestionsDialog
from shopphone.ui.screens.desk import DeskScreen
from shopphone.ui.screens.knowledge import KnowledgeScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]
Typing = Callable[[QWidget, str], None]
KNOWN = "089 99998-123"


def in_a_call(shop: Shop) -> DeskScreen:
    desk = shop.telephone()
    shop.ring(KNOWN, "1")
    shop.until(lambda: bool(desk.lanes))
    shop.ring(KNOWN, "1", CallEventKind.ANSWERED)
    shop.until(lambda: desk.caller.card is not None)
    shop.settle()
    desk.focus_note()
    return desk


def chooser_of(widget: QWidget) -> ModuleTyping:
    found = widget.findChild(ModuleTyping)
    assert isinstance(found, ModuleTyping)
    return found


def names(chooser: ModuleTyping) -> list[str]:
    shown = chooser.list
    assert shown is not None
    return [shown.item(n).text().split()[0] for n in range(shown.count())]


def test_a_module_is_chosen_with_the_arrows_filled_and_undone_in_one_step(
    open_shop: OpenShop, typing: Typing
) -> None:
    shop = open_shop()
    desk = in_a_call(shop)
    note, chooser = desk.note, chooser_of(desk.note)
    typing(note, "Anruf: ::r")
    shop.until(lambda: chooser.is_open)
    assert names(chooser)[:2] == ["rost", "rueckruf"]
    QTest.keyClick(note, Qt.Key.Key_Down)
    QTest.keyClick(note, Qt.Key.Key_Up)
    typing(note, "ost")
    assert chooser.is_open
    QTest.keyClick(note, Qt.Key.Key_Return)
    shop.settle()
    assert desk.note.hasFocus()
    shop.until(lambda: not chooser.is_open)
    assert note.toPlainText().startswith("Anruf: ")
    assert "Rost auf Gusseisen reiben Sie" in note.toPlainText()
    lane = desk.current
    assert lane is not None
    assert lane.card is not None
    assert lane.card.name.split()[-1] in note.toPlainText()  # greeted by name
    assert note.hasFocus()
    assert lane.work.note == note.toPlainText()  # kept like anything typed
    note.undo()
    assert note.toPlainText() == "Anruf: ::rost"


def test_esc_closes_the_list_and_what_is_typed_stays(open_shop: OpenShop, typing: Typing) -> None:
    shop = open_shop()
    desk = in_a_call(shop)
    chooser = chooser_of(desk.note)
    typing(desk.note, "::ro")
    shop.until(lambda: chooser.is_open)
    QTest.keyClick(desk.note, Qt.Key.Key_Escape)
    assert not chooser.is_open
    assert desk.note.hasFocus()
    typing(desk.note, "s")
    shop.settle()
    assert not chooser.is_open
    assert desk.note.toPlainText() == "::ros"
    typing(desk.note, " ::gesch")
    shop.until(lambda: chooser.is_open)


def test_questions_are_asked_one_after_the_other(open_shop: OpenShop, typing: Typing) -> None:
    shop = open_shop()
    desk = in_a_call(shop)
    typing(desk.note, "::lieferung")
    shop.until(lambda: chooser_of(desk.note).is_open)
    QTest.keyClick(desk.note, Qt.Key.Key_Return)
    dialog = shown(shop, QuestionsDialog)
    first, second = dialog.fields.values()
    typing(first, "Freitag")
    QTest.keyClick(first, Qt.Key.Key_Return)
    typing(second, "{order.total}")
    QTest.keyClick(second, Qt.Key.Key_Return)
    shop.settle()
    text = desk.note.toPlainText()
    assert "spätestens am Freitag hinaus. Grund: {order.total}." in text
    assert "{order.number}" not in text


def test_leaving_the_questions_leaves_what_was_typed(open_shop: OpenShop, typing: Typing) -> None:
    shop = open_shop()
    desk = in_a_call(shop)
    typing(desk.note, "::nachbar")
    shop.until(lambda: chooser_of(desk.note).is_open)
    QTest.keyClick(desk.note, Qt.Key.Key_Return)
    shown(shop, QuestionsDialog).reject()
    shop.settle()
    assert desk.note.toPlainText() == "::nachbar"


def test_a_place_without_a_fact_stays_and_is_said(open_shop: OpenShop, typing: Typing) -> None:
    shop = open_shop()
    module = ModuleDraft(abbreviation="xy", content="Stand: {no.such} {today}")
    text_modules.save(shop.desk, module)
    desk = in_a_call(shop)
    typing(desk.note, "::xy")
    shop.until(lambda: chooser_of(desk.note).is_open)
    QTest.keyClick(desk.note, Qt.Key.Key_Tab)
    shop.settle()
    assert desk.note.toPlainText() == "Stand: {no.such} 24. November 2026"
    assert "{no.such}" in shop.said


def test_the_remark_for_the_letter_takes_modules_on_one_line(
    open_shop: OpenShop, typing: Typing
) -> None:
    shop = open_shop()
    desk = in_a_call(shop)
    remark = desk.form.terms.remark
    remark.setFocus()
    typing(remark, "Danke! ::danke")
    shop.until(lambda: chooser_of(remark).is_open)
    QTest.keyClick(remark, Qt.Key.Key_Return)
    shop.settle()
    assert remark.text().startswith("Danke! Vielen Dank für Ihren Anruf.")
    assert "\n" not in remark.text()
    lane = desk.current
    assert lane is not None
    assert lane.draft.remark == remark.text()
    remark.undo()
    assert remark.text() == "Danke! ::danke"


def test_a_module_is_written_changed_deleted_and_brought_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    view = manager(shop)
    count = view.list.model.rowCount()
    press(shop, view, "Neuer Textbaustein")
    view.form.abbreviation.setText("::neu")
    view.form.content.setPlainText("Text {today}")
    press(shop, view.form, "Speichern")
    assert view.list.model.rowCount() == count + 1
    press(shop, view, "Neuer Textbaustein")
    view.form.abbreviation.setText("neu")
    view.form.content.setPlainText("Doppelt")
    press(shop, view.form, "Speichern")
    assert any("vergeben" in text for text in texts_in(view.form))
    assert view.form.content.toPlainText() == "Doppelt"
    view.list.seek("neu")
    shop.settle()
    view.list.table.selectRow(0)
    shop.settle()
    assert view.form.content.toPlainText() == "Text {today}"
    press(shop, view.form, "Löschen")
    assert "neu" not in {each.abbreviation for each in text_modules.every(shop.desk)}
    press(shop, view.form, "Speichern")
    assert "neu" in {each.abbreviation for each in text_modules.every(shop.desk)}


def test_what_is_not_saved_comes_back_with_its_module(open_shop: OpenShop) -> None:
    shop = open_shop()
    view = manager(shop)
    view.list.table.selectRow(0)
    shop.settle()
    saved = view.form.content.toPlainText()
    view.form.content.setPlainText("Halb fertig")
    assert "Noch nicht gespeichert" in texts_in(view.form)
    view.list.table.selectRow(1)
    shop.settle()
    assert view.form.content.toPlainText() not in ("Halb fertig", "")
    assert "Noch nicht gespeichert" not in texts_in(view.form)
    view.list.table.selectRow(0)
    shop.settle()
    assert view.form.content.toPlainText() == "Halb fertig"
    press(shop, view.form, "Speichern")
    assert "Noch nicht gespeichert" not in texts_in(view.form)
    assert {"Halb fertig"} == {
        each.content for each in text_modules.every(shop.desk) if each.content != saved
    } & {"Halb fertig"}


def test_a_table_is_previewed_and_taken_in(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    view = manager(shop)
    file = tmp_path / "zammad.csv"
    file.write_text(
        "name;keywords;content;note;active\nGruß;gruss;<p>Hallo #{ticket.title}</p>;;true\n;;x;;1\n"
    )
    before = len(text_modules.every(shop.desk))
    view.import_file(str(file))
    shop.settle()
    dialog = shown(shop, ModuleImport)
    assert dialog.counts.text() == "1 neu, 0 geändert, 0 unverändert; 1 nicht übernehmbar."
    said = [dialog.remarks.item(n).text() for n in range(dialog.remarks.count())]
    assert said[0].startswith("Zeile 3: Stichwort und Name fehlen")
    assert "„ticket.title“" in said[1]
    assert len(text_modules.every(shop.desk)) == before
    press(shop, dialog, "Übernehmen")
    assert len(text_modules.every(shop.desk)) == before + 1


def manager(shop: Shop) -> TextModulesView:
    screen = shop.at("knowledge", KnowledgeScreen)
    view = screen.show_view("modules")
    shop.settle()
    assert isinstance(view, TextModulesView)
    return view


D = TypeVar("D", bound=QDialog)


def shown(shop: Shop, kind: type[D]) -> D:
    """The dialog of this kind that is open."""
    shop.until(lambda: bool(shop.window.findChildren(kind)))
    return shop.window.findChildren(kind)[0]
