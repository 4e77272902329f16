"""The help of F1: every page in both languages, found by its words, opened at the screen's page."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from shopphone.ui import menu
from shopphone.ui.manual import Manual, pages
from tests.ui.driving import Shop

OpenShop = Callable[..., Shop]


def test_both_languages_have_the_same_pages_with_a_title_each() -> None:
    german, english = pages("de"), pages("en")
    assert [page.code for page in german] == [page.code for page in english]
    assert len(german) >= 10
    for page in (*german, *english):
        assert page.text.startswith(f"# {page.title}\n")
        assert page.text.count("\n") > 10


def test_every_page_a_screen_leads_to_is_there_or_is_the_list_of_keys() -> None:
    written = {page.code for page in pages("de")} | {""}
    assert {entry.page for entry in menu.ENTRIES} <= written


@pytest.fixture
def manual(open_shop: OpenShop) -> Manual:
    shop = open_shop()
    shop.window.act("help")
    shop.settle()
    found = shop.dialogs()[0]
    assert isinstance(found, Manual)
    return found


def test_f1_opens_at_the_page_of_the_screen(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.window.open_screen("orders", None)
    shop.settle()
    shop.window.act("help")
    shop.settle()
    found = shop.dialogs()[0]
    assert isinstance(found, Manual)
    assert found.list.currentItem().text() == "Bestellungen aufnehmen"
    assert "Vorlesen" in found.text.toPlainText()
    shop.close_dialogs()


def test_words_leave_only_the_pages_in_which_they_stand(manual: Manual) -> None:
    QTest.keyClicks(manual.search, "Kopie")
    assert manual.list.item(0).isHidden()
    manual.search.clear()
    manual.search.setText("Schlüsselbund")
    shown = [
        manual.list.item(n).text()
        for n in range(manual.list.count())
        if not manual.list.item(n).isHidden()
    ]
    assert shown == ["Briefe per E-Mail"]
    assert manual.text.textCursor().selectedText() == "Schlüsselbund"
    manual.search.clear()
    assert not any(manual.list.item(n).isHidden() for n in range(manual.list.count()))
    manual.reject()
