"""Saving an article takes its time: what is typed meanwhile stays, and nothing is saved twice."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtTest import QTest

import shopphone.services.articles as articles
import shopphone.services.drafts as drafts
from shopphone.domain.knowledge import Writing
from shopphone.ui.kit.jobs import local
from shopphone.ui.screens.knowledge import KnowledgeScreen
from tests.ui.driving import Shop, moment, press
from tests.ui.test_writing_articles import edited, read, seen

OpenShop = Callable[..., Shop]


@contextmanager
def slow_changes(shop: Shop) -> Iterator[None]:
    """Whatever is saved in here waits until the end."""
    gate = threading.Event()
    shop.program.jobs.do(shop.window, local(gate.wait, 20))
    try:
        yield
    finally:
        gate.set()
        shop.settle()


def test_what_is_typed_while_it_is_saved_is_kept_for_the_next_version(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, before = edited(shop)
    note = editor.texts["internal_note"]
    note.setPlainText("Eins")
    with slow_changes(shop):
        editor.save()
        QTest.keyClicks(note, " zwei")
        moment()
        typed = note.toPlainText()
    assert articles.read(shop.desk, before.article_id).internal_note == "Eins"
    assert editor.isVisible()
    assert note.toPlainText() == typed != "Eins"
    assert "noch nicht gespeichert" in seen(editor)
    kept = drafts.kept(shop.desk, f"article/{before.article_id}")
    assert kept is not None
    assert (kept["internal_note"], kept["version"]) == (typed, before.version + 1)
    press(shop, editor, "Speichern")
    after = articles.read(shop.desk, before.article_id)
    assert (after.internal_note, after.version) == (typed, before.version + 2)
    assert drafts.kept(shop.desk, f"article/{before.article_id}") is None


def test_a_new_article_saved_twice_at_once_is_one(open_shop: OpenShop) -> None:
    shop = open_shop()
    view = shop.at("knowledge", KnowledgeScreen).articles
    view.begin_new()
    shop.settle()
    view.editor.title.setText("Nur einmal")
    view.editor.texts["say"].setPlainText("Ja.")
    with slow_changes(shop):
        view.editor.save()
        view.editor.save()
    assert [row.title for row in articles.page(shop.desk)].count("Nur einmal") == 1
    assert drafts.kept(shop.desk, "article/new") is None


def test_an_article_left_while_it_is_saved_does_not_touch_the_next_one(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    editor, before = edited(shop)
    editor.texts["say"].setPlainText("Vom ersten.")
    view, other = read(shop, 2)
    with slow_changes(shop):
        editor.save()
        view.write(Writing(draft=other.draft()))
        moment()
        editor.texts["say"].setPlainText("Vom zweiten.")
        moment()
    assert articles.read(shop.desk, before.article_id).say == "Vom ersten."
    assert editor.isVisible()
    assert editor.article_id == other.article_id
    assert editor.texts["say"].toPlainText() == "Vom zweiten."
    assert drafts.kept(shop.desk, f"article/{before.article_id}") is None
    assert drafts.kept(shop.desk, f"article/{other.article_id}") is not None


def test_a_refusal_leaves_when_the_fault_is_corrected(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, _ = edited(shop)
    editor.form.lines["skus"].setText("GP-99")
    press(shop, editor, "Speichern")
    assert "GP-99" in seen(editor)
    editor.form.lines["skus"].setText("GP-28")
    shop.settle()
    assert "Kein Artikel hat diese Nummer" not in seen(editor)
