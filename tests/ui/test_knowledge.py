"""Knowledge on the screen: read, edit, gaps; what is typed is kept until it is saved."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import shopphone.services.articles as articles
import shopphone.services.drafts as drafts
from shopphone.domain.knowledge import Article, ArticleDraft
from shopphone.ui.screens.knowledge import KnowledgeScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def opened(shop: Shop) -> tuple[KnowledgeScreen, Article]:
    screen = shop.at("knowledge", KnowledgeScreen)
    screen.list.table.selectRow(0)
    shop.settle()
    row = screen.list.model.row_at(0)
    assert row is not None
    return screen, articles.read(shop.desk, row.article_id)


def test_an_article_is_found_as_callers_ask_and_read(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("knowledge", KnowledgeScreen)
    screen.list.search.setText("pfanne rostet")
    shop.settle()
    first = screen.list.model.row_at(0)
    assert first is not None
    screen.list.table.selectRow(0)
    shop.settle()
    article = articles.read(shop.desk, first.article_id)
    shown = texts_in(screen.articles.reader)
    assert article.title in shown
    assert article.say in shown


def test_an_edit_is_saved_as_the_next_version(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, before = opened(shop)
    press(shop, screen.articles.reader, "Bearbeiten")
    screen.articles.editor.texts["say"].setPlainText("Neuer Satz.\nZweite Zeile.")
    press(shop, screen.articles.editor, "Speichern")
    after = articles.read(shop.desk, before.article_id)
    assert (after.say, after.version) == ("Neuer Satz.\nZweite Zeile.", before.version + 1)
    assert (after.details, after.products) == (before.details, before.products)
    assert screen.articles.reader.isVisible()


def test_a_text_that_was_left_unsaved_comes_back_even_after_a_start(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, before = opened(shop)
    press(shop, screen.articles.reader, "Bearbeiten")
    screen.articles.editor.texts["say"].setPlainText("Halb fertig")
    shop.settle()
    shop.program.close()
    shop.window.close()
    again = open_shop()
    screen, _ = opened(again)
    press(again, screen.articles.reader, "Bearbeiten")
    assert screen.articles.editor.texts["say"].toPlainText() == "Halb fertig"
    assert "Ihr nicht gespeicherter Text." in texts_in(screen.articles.editor)
    press(again, screen.articles.editor, "Gespeicherten Text zeigen")
    assert screen.articles.editor.texts["say"].toPlainText() == before.say
    press(again, screen.articles.editor, "Meinen Text zeigen")
    assert screen.articles.editor.texts["say"].toPlainText() == "Halb fertig"
    press(again, screen.articles.editor, "Speichern")
    assert articles.read(again.desk, before.article_id).say == "Halb fertig"
    assert drafts.kept(again.desk, f"article/{before.article_id}") is None


def test_looking_at_an_article_in_the_editor_keeps_nothing(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, before = opened(shop)
    press(shop, screen.articles.reader, "Bearbeiten")
    screen.articles.editor.texts["say"].setPlainText("anders")
    screen.articles.editor.texts["say"].setPlainText(before.say)
    press(shop, screen.articles.editor, "Zurück")
    assert drafts.kept(shop.desk, f"article/{before.article_id}") is None


def test_typing_is_undone_with_ctrl_z(open_shop: OpenShop, typing: Callable[..., None]) -> None:
    shop = open_shop()
    screen, before = opened(shop)
    press(shop, screen.articles.reader, "Bearbeiten")
    area = screen.articles.editor.texts["details"]
    typing(area, "Übel")
    assert area.toPlainText() == f"Übel{before.details}"
    area.undo()
    assert area.toPlainText() == before.details


def test_an_article_changed_by_someone_else_is_not_overwritten(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, before = opened(shop)
    press(shop, screen.articles.reader, "Bearbeiten")
    screen.articles.editor.texts["say"].setPlainText("Mein Satz")
    elsewhere(shop, before, say="Satz der Kollegin")
    press(shop, screen.articles.editor, "Speichern")
    assert articles.read(shop.desk, before.article_id).say == "Satz der Kollegin"
    assert screen.articles.merge.isVisible()
    press(shop, screen.articles.merge, "Zurück zu meinem Text")
    press(shop, screen.articles.editor, "Zurück")
    screen.open(before.article_id)
    shop.settle()
    press(shop, screen.articles.reader, "Bearbeiten")
    assert screen.articles.editor.texts["say"].toPlainText() == "Mein Satz"
    assert any("seither geändert" in text for text in texts_in(screen.articles.editor))
    press(shop, screen.articles.editor, "Speichern")
    assert articles.read(shop.desk, before.article_id).say == "Satz der Kollegin"
    press(shop, screen.articles.merge, "Meins nehmen")
    press(shop, screen.articles.merge, "So speichern")
    assert articles.read(shop.desk, before.article_id).say == "Mein Satz"
    assert screen.articles.reader.isVisible()
    assert drafts.kept(shop.desk, f"article/{before.article_id}") is None


def test_an_article_without_a_title_is_refused_in_the_form(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("knowledge", KnowledgeScreen)
    press(shop, screen, "Neuer Beitrag")
    screen.articles.editor.texts["say"].setPlainText("Satz ohne Titel")
    press(shop, screen.articles.editor, "Speichern")
    assert any("braucht einen Titel" in text for text in texts_in(screen.articles.editor))
    assert screen.articles.editor.texts["say"].toPlainText() == "Satz ohne Titel"


def test_the_other_language_is_one_press_away(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("knowledge", KnowledgeScreen)
    pair = next(
        article
        for row in screen.list.model.rows
        if (article := articles.read(shop.desk, row.article_id)).other_language
    )
    assert pair.other_language is not None
    screen.open(pair.article_id)
    shop.settle()
    press(shop, screen.articles.reader, pair.other_language[1])
    assert pair.other_language[1] in texts_in(screen.articles.reader)


def elsewhere(shop: Shop, article: Article, **changed: object) -> None:
    """Another desk saves its version."""
    there = replace(shop.desk, staff_name="Jonas Weber")
    articles.save(there, replace(article.draft(), **changed))  # type: ignore[arg-type]
    shop.settle()


def test_a_click_on_the_chosen_row_brings_its_article_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, article = opened(shop)
    other = next(row for row in articles.page(shop.desk) if row.article_id != article.article_id)
    screen.articles.read(other.article_id)
    shop.settle()
    assert article.title not in texts_in(screen.articles.reader)
    table = screen.list.table
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shop.settle()
    assert article.title in texts_in(screen.articles.reader)


def test_long_topics_leave_the_titles_their_room(open_shop: OpenShop) -> None:
    shop = open_shop()
    key = articles.save(
        shop.desk,
        ArticleDraft(
            title="Aaa", say="Ja.", topics=["Gusseisen pflegen", "Rost entfernen", "Versand"]
        ),
    )
    screen = shop.at("knowledge", KnowledgeScreen)
    shop.window.resize(1280, 720)
    shop.settle()
    first = screen.list.model.row_at(0)
    assert first is not None
    assert first.article_id == key
    table = screen.list.table
    assert table.columnWidth(0) > table.columnWidth(2)
