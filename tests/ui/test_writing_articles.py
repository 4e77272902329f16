"""Writing on the screen: preview, versions, merging, translations, files, reviews, and bad input."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from sqlalchemy import update

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.attachments as attachments
import shopphone.services.editing as editing
import shopphone.services.reviews as reviews
import shopphone.services.translations as translations
import shopphone.services.versions as versions
from shopphone.domain.knowledge import Article, ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.local import Local
from shopphone.ui.panels.knowledge.articles import ArticlesView
from shopphone.ui.panels.knowledge.editor import ArticleEditor
from shopphone.ui.panels.knowledge.review import ReviewView
from shopphone.ui.screens.knowledge import KnowledgeScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def read(shop: Shop, article_id: int) -> tuple[ArticlesView, Article]:
    screen = shop.at("knowledge", KnowledgeScreen)
    screen.open(article_id)
    shop.settle()
    return screen.articles, articles.read(shop.desk, article_id)


def edited(shop: Shop, article_id: int = 1) -> tuple[ArticleEditor, Article]:
    view, article = read(shop, article_id)
    press(shop, view.reader, "Bearbeiten")
    return view.editor, article


def changed(desk: Desk, article_id: int, **values: object) -> None:
    before = articles.read(desk, article_id).draft()
    articles.save(desk, replace(before, **values))  # type: ignore[arg-type]


def seen(top: QWidget) -> str:
    """All that is written where someone looks, without its markup."""
    return "\n".join(texts_in(top))


@pytest.fixture
def other(tmp_path: Path) -> Callable[[Shop], Desk]:
    """Another desk of the same shop, with a file and a person of its own."""

    def there(shop: Shop) -> Desk:
        local = Local(tmp_path / "other.db")
        return Desk(db=shop.desk.db, local=local, now=shop.desk.now, staff_name="Jonas Weber")

    return there


def test_the_preview_shows_what_the_clerk_will_see(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, _ = edited(shop)
    editor.texts["say"].setPlainText("Ein neuer Satz.")
    editor.texts["details"].setPlainText("1. **Erst** dies")
    shop.settle()
    assert "Ein neuer Satz." in texts_in(editor.side.phone)
    assert "1. <b>Erst</b> dies" in texts_in(editor.side.phone)


def test_the_preview_shows_the_care_sheet_on_paper(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, _ = edited(shop)
    press(shop, editor.side, "Im Brief")
    shop.until(lambda: editor.side.letter.page_count == 1)
    editor.texts["letter_paragraph"].setPlainText("Bitte einölen.")
    editor.texts["details"].setPlainText("\n".join(f"{n}. Schritt" for n in range(90)))
    shop.settle()
    assert "Bitte einölen." in texts_in(editor.side.letter)
    shop.until(lambda: editor.side.letter.page_count >= 2)
    editor.texts["details"].setPlainText("")
    shop.settle()
    assert editor.side.letter.page_count == 0


def test_every_field_is_typed_and_saved(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, before = edited(shop)
    form = editor.form
    form.lines["topics"].setText("Pflege, Rost ,Pflege")
    form.lines["groups"].setText("gusspfanne")
    form.lines["owner"].setText("Jonas Weber")
    form.choices["audience"].setCurrentIndex(2)
    form.choices["state"].setCurrentIndex(1)
    form.review_on.show_kept("2027-03-01")
    press(shop, editor, "Speichern")
    after = articles.read(shop.desk, before.article_id)
    assert after.topics == ("Pflege", "Rost")
    assert (after.groups, after.owner) == (("gusspfanne",), "Jonas Weber")
    assert (after.audience, after.state) == ("expert", "draft")
    assert str(after.review_on) == "2027-03-01"
    reader = shop.at("knowledge", KnowledgeScreen).articles.reader
    assert {"Entwurf", "nur Fachleute", "Pflege", "Rost"} <= set(texts_in(reader))


def test_ctrl_enter_saves_and_escape_leaves(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, before = edited(shop)
    editor.texts["say"].setPlainText("Kurz.")
    shop.window.act("place")
    shop.settle()
    assert articles.read(shop.desk, before.article_id).say == "Kurz."
    editor, _ = edited(shop)
    shop.window.act("escape")
    shop.settle()
    assert not editor.isVisible()


def test_a_number_no_goods_have_is_said_in_the_form(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, before = edited(shop)
    editor.form.lines["skus"].setText("GP-28, GP-99")
    press(shop, editor, "Speichern")
    assert "Kein Artikel hat diese Nummer: GP-99" in seen(editor)
    assert articles.read(shop.desk, before.article_id).version == before.version


def test_versions_are_listed_compared_and_restored(open_shop: OpenShop) -> None:
    shop = open_shop()
    view, before = read(shop, 1)
    changed(shop.desk, 1, say="Ganz anders.", details=before.details.replace("Salz", "Sand"))
    view.read(1)
    shop.settle()
    press(shop, view.reader, "Versionen")
    assert [row.version for row in view.history.model.rows] == [2, 1]
    assert "line-through" in seen(view.history)
    assert "Ganz anders." in seen(view.history)
    assert not view.history.restore_button.isEnabled()
    view.history.table.selectRow(1)
    shop.settle()
    press(shop, view.history, "Heute anders")
    assert "Sand" in seen(view.history)
    press(shop, view.history, "Diese Version wiederherstellen")
    after = articles.read(shop.desk, 1)
    assert (after.say, after.details, after.version) == (before.say, before.details, 3)
    assert before.say in texts_in(view.reader)


def test_a_retired_article_leaves_the_finder_and_comes_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    view, article = read(shop, 1)
    press(shop, view.reader, "Zurückziehen")
    assert answers.find(shop.desk, article.title)[0].article_id != 1
    assert "zurückgezogen" in texts_in(view.reader)
    assert "In Kraft setzen“ holt ihn zurück" in shop.said
    press(shop, view.reader, "In Kraft setzen")
    assert answers.find(shop.desk, article.title)[0].article_id == 1


def test_the_list_shows_drafts_and_retired_ones_by_state(open_shop: OpenShop) -> None:
    shop = open_shop()
    articles.save(shop.desk, ArticleDraft(title="Noch nicht fertig", state="draft"))
    view = shop.at("knowledge", KnowledgeScreen).articles
    view.state.setCurrentIndex(2)
    shop.settle()
    assert [row.title for row in view.list.model.rows] == ["Noch nicht fertig"]


def test_the_second_desk_sees_who_is_writing(
    open_shop: OpenShop, other: Callable[[Shop], Desk]
) -> None:
    shop = open_shop()
    there = other(shop)
    editing.begin(there, 1)
    editor, _ = edited(shop)
    assert "Jonas Weber hat diesen Beitrag ebenfalls offen." in texts_in(editor)
    assert [each.name for each in editing.others(there, 1)] == [shop.desk.staff_name]
    editing.end(there, 1)
    shop.settle()
    assert "ebenfalls offen" not in seen(editor)
    press(shop, editor, "Zurück")
    assert editing.others(there, 1) == ()
    there.local.close()


def test_two_writers_meet_in_the_merge_view(
    open_shop: OpenShop, other: Callable[[Shop], Desk]
) -> None:
    shop = open_shop()
    there = other(shop)
    editor, before = edited(shop)
    editor.texts["say"].setPlainText("Mein Satz.")
    editor.texts["internal_note"].setPlainText("Meine Notiz.")
    changed(there, 1, say="Ihr Satz.", letter_paragraph="Ihr Absatz.")
    shop.settle()
    assert "Jonas Weber hat diesen Beitrag inzwischen gespeichert" in seen(editor)
    assert editor.texts["say"].toPlainText() == "Mein Satz."
    shop.window.act("place")
    shop.settle()
    merge = shop.at("knowledge", KnowledgeScreen).articles.merge
    assert merge.isVisible()
    assert set(merge.choices) == {"say", "letter_paragraph", "internal_note"}
    assert merge.choices["letter_paragraph"].text() == "Ihr Absatz."
    assert merge.choices["internal_note"].text() == "Meine Notiz."
    assert {"beide haben geändert", "nur dort geändert"} <= set(texts_in(merge))
    area = merge.choices["say"].area
    assert area is not None
    area.setPlainText("Unser Satz.")
    changed(there, 1, title=f"{before.title}!")  # and once more while I am deciding
    press(shop, merge, "So speichern")
    assert merge.isVisible()
    assert merge.choices["title"].text() == f"{before.title}!"
    assert merge.choices["say"].text() == "Unser Satz."
    press(shop, merge, "So speichern")
    after = articles.read(shop.desk, 1)
    assert after.title == f"{before.title}!"
    assert (after.say, after.letter_paragraph) == ("Unser Satz.", "Ihr Absatz.")
    assert after.internal_note == "Meine Notiz."
    assert [each.by for each in versions.history(shop.desk, 1)][1:3] == ["Jonas Weber"] * 2
    there.local.close()


def test_both_writing_the_same_is_no_conflict(
    open_shop: OpenShop, other: Callable[[Shop], Desk]
) -> None:
    shop = open_shop()
    there = other(shop)
    editor, _ = edited(shop)
    editor.texts["say"].setPlainText("Derselbe Satz.")
    changed(there, 1, say="Derselbe Satz.")
    press(shop, editor, "Speichern")
    assert not editor.isVisible()
    assert articles.read(shop.desk, 1).version == 2
    there.local.close()


def test_an_article_retired_while_it_is_written_is_said(
    open_shop: OpenShop, other: Callable[[Shop], Desk]
) -> None:
    shop = open_shop()
    there = other(shop)
    editor, _ = edited(shop)
    editor.texts["say"].setPlainText("Mein Satz.")
    articles.move(there, 1, "retired", 1)
    shop.settle()
    assert "Jonas Weber hat diesen Beitrag zurückgezogen" in seen(editor)
    assert editor.texts["say"].toPlainText() == "Mein Satz."
    there.local.close()


def test_a_translation_is_written_beside_its_original(open_shop: OpenShop) -> None:
    shop = open_shop()
    original = articles.save(
        shop.desk, ArticleDraft(title="Wok einbrennen", say="Mit Öl erhitzen.", topics=["Pflege"])
    )
    view, _ = read(shop, original)
    press(shop, view.reader, "Übersetzen")
    assert "Mit Öl erhitzen." in texts_in(view.editor.side.other)
    view.editor.title.setText("Seasoning a wok")
    view.editor.texts["say"].setPlainText("Heat it with oil.")
    press(shop, view.editor, "Speichern")
    made = articles.read(shop.desk, original).other_language
    assert made is not None
    assert made[1] == "Seasoning a wok"
    changed(shop.desk, original, say="Mit Öl stark erhitzen.")
    editor, _ = edited(shop, made[0])
    press(shop, editor.side, "Andere Sprache")
    assert "geändert, seit dieser entstand" in texts_in(editor.side.other)
    assert "underline" in seen(editor.side.other)
    editor.texts["say"].setPlainText("Heat it well with oil.")
    press(shop, editor.side, "Nach dem Speichern gleicher Inhalt")
    press(shop, editor, "Speichern")
    beside = translations.beside(shop.desk, made[0])
    assert beside is not None
    assert (beside.made_like, beside.changes) == (2, ())


def test_articles_written_apart_become_a_pair_and_part_again(open_shop: OpenShop) -> None:
    shop = open_shop()
    german = articles.save(shop.desk, ArticleDraft(title="Wok einbrennen"))
    english = articles.save(shop.desk, ArticleDraft(title="Aa wok", say="Heat.", language="en"))
    editor, _ = edited(shop, german)
    other = editor.side.other
    press(shop, editor.side, "Andere Sprache")
    other.choices.setCurrentIndex(other.choices.findData(english))
    press(shop, other, "Ist die Übersetzung")
    assert articles.read(shop.desk, german).other_language == (english, "Aa wok")
    assert {"Heat.", "noch nie verglichen"} <= set(texts_in(other))
    press(shop, other, "Nicht die Übersetzung")
    assert articles.read(shop.desk, german).other_language is None
    assert other.choices.findData(english) >= 0


def test_a_file_is_attached_refused_and_taken_away_with_a_way_back(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    from shopphone.ui.panels.knowledge.attachments import Attachments

    shop = open_shop()
    view, _ = read(shop, 1)
    panel = view.reader.findChild(Attachments)
    assert panel is not None
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF-1.7 rest")
    with (tmp_path / "big.pdf").open("wb") as big:
        big.truncate(50 * 1024 * 1024)
    panel.add(str(tmp_path / "big.pdf"))
    shop.settle()
    assert "höchstens 10 MB" in seen(panel)
    panel.add(str(tmp_path / "sheet.pdf"))
    shop.settle()
    assert "höchstens" not in seen(panel)
    assert "sheet.pdf (1 KB)" in texts_in(panel)
    press(shop, panel, "Wegnehmen")
    assert attachments.of_article(shop.desk, 1) == ()
    press(shop, panel, "Rückgängig")
    assert [each.name for each in attachments.of_article(shop.desk, 1)] == ["sheet.pdf"]


def test_one_key_says_that_an_article_is_still_right(open_shop: OpenShop) -> None:
    shop = open_shop()
    with shop.desk.db.writing() as tx:
        tx.execute(update(t.article).values(review_on=None))
    first, second = (row.article_id for row in reviews.oldest(shop.desk)[:2])
    for key in (first, second):
        changed(shop.desk, key, review_on=shop.desk.today())
    screen = shop.at("knowledge", KnowledgeScreen)
    view = screen.show_view("review")
    assert isinstance(view, ReviewView)
    shop.settle()
    assert [row.article_id for row in view.list.model.rows] == [first, second]
    view.list.table.selectRow(0)
    shop.settle()
    assert view.reader.article is not None
    shop.window.act("helped")
    shop.settle()
    assert "am 24.11.2027 wieder" in shop.said
    assert [row.article_id for row in view.list.model.rows] == [second]
    shop.window.act("helped")
    shop.settle()
    assert view.list.model.rows == []
    view.order.setCurrentIndex(1)
    shop.settle()
    assert len(view.list.model.rows) > 10
    press(shop, view.reader, "Bearbeiten")
    assert screen.articles.editor.isVisible()


BOMBS = {
    "brackets": "[" * 1_000_000,
    "quotes": "> " * 500_000,
    "nesting": "\n".join("  " * n + "- x" for n in range(1400)),
    "stars": "**" * 500_000,
    "right to left": "שלום \u202e" * 200_000,
    "emoji": "👩‍🍳" * 200_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_megabyte_that_is_pasted_ends_at_the_limit_and_freezes_nothing(
    open_shop: OpenShop, name: str
) -> None:
    shop = open_shop()
    editor, _ = edited(shop)
    area = editor.form.texts["details"]
    area.clear()
    pasted = QMimeData()
    pasted.setText(BOMBS[name])
    begun = time.thread_time()
    area.insertFromMimeData(pasted)
    shop.settle()
    assert time.thread_time() - begun < 3  # of the window's own work, on a slow machine
    assert 0 < len(area.toPlainText()) <= 20_000
    assert "endet bei 20 000 Zeichen" in seen(editor)
    press(shop, editor, "Speichern")
    assert len(articles.read(shop.desk, 1).details) <= 20_000


def test_ten_thousand_characters_are_a_normal_text(open_shop: OpenShop) -> None:
    shop = open_shop()
    editor, _ = edited(shop)
    pasted = QMimeData()
    pasted.setText("Donaudampfschiff " * 590)
    editor.form.texts["details"].clear()
    editor.form.texts["details"].insertFromMimeData(pasted)
    press(shop, editor, "Speichern")
    assert articles.read(shop.desk, 1).details == pasted.text()


def test_markup_in_a_difference_stays_text(open_shop: OpenShop) -> None:
    shop = open_shop()
    view, _ = read(shop, 1)
    changed(shop.desk, 1, say="<b>x</b> <img src=x>")
    view.read(1)
    shop.settle()
    press(shop, view.reader, "Versionen")
    labels = [each.text() for each in view.history.findChildren(QLabel)]
    assert any("&lt;b&gt;x&lt;/b&gt;" in text for text in labels)
    assert not any("<img" in text for text in labels)


def test_the_views_are_changed_with_the_keyboard(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("knowledge", KnowledgeScreen)
    screen.tabs["articles"].setFocus()
    QTest.keyClick(screen.tabs["articles"], Qt.Key.Key_Right)
    shop.settle()
    assert screen.view("review").isVisible() or screen.tabs["review"].hasFocus()
    QTest.keyClick(screen.tabs["review"], Qt.Key.Key_Space)
    shop.settle()
    assert screen.view("review").isVisible()
