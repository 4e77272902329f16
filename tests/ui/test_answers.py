"""The answer finder: nothing jumps, keys suffice, what is said is counted, learned and taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import func, select

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.gaps as gaps
from shopphone.domain.events import CallEventKind
from shopphone.domain.knowledge import ArticleDraft
from shopphone.store import tables as t
from shopphone.ui.panels.answers import AnswerFinder
from tests.ui.driving import Shop, texts_in
from tests.ui.situations import KNOWN, UNKNOWN

OpenShop = Callable[..., Shop]
Typing = Callable[[QWidget, str], None]


@pytest.fixture
def shop(open_shop: OpenShop) -> Shop:
    shop = open_shop()
    shop.telephone()
    shop.window.activateWindow()
    return shop


def finder_of(shop: Shop) -> AnswerFinder:
    return shop.telephone().finder


def ask(shop: Shop, typing: Typing, words: str) -> AnswerFinder:
    """F3 and the words, as a person types them."""
    finder = finder_of(shop)
    shop.window.act("answers")
    typing(finder.input, words)
    shop.settle()
    return finder


def key(shop: Shop, finder: AnswerFinder, key: Qt.Key, modifier: Any = None) -> None:
    QTest.keyClick(finder.input, key, modifier or Qt.KeyboardModifier.NoModifier)
    shop.settle()


def uses(shop: Shop) -> dict[str, int]:
    """What the test has added: the demo shop has uses of its own."""
    u = t.article_use.c
    with shop.desk.db.reading() as connection:
        rows = connection.execute(
            select(u.verdict, func.count()).where(u.at >= shop.desk.now()).group_by(u.verdict)
        )
        return {row[0]: row[1] for row in rows}


def new_gaps(shop: Shop) -> list[str]:
    return [gap.words for gap in gaps.open_gaps(shop.desk) if gap.asked_at == shop.desk.now()]


def test_enter_opens_the_first_and_f10_learns_the_words(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    first = finder.hits[0]
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.article is not None
    assert finder.article.article_id == first.article_id
    assert finder.article.say in texts_in(finder)
    shop.window.act("helped")
    shop.settle()
    assert "pfanne rostet" in articles.read(shop.desk, first.article_id).wordings
    assert uses(shop) == {"opened": 1, "helped": 1}
    shop.window.act("helped")  # again changes nothing
    shop.settle()
    assert uses(shop) == {"opened": 1, "helped": 1}


def test_f10_pressed_before_the_article_stands_there_is_not_lost(
    shop: Shop, typing: Typing
) -> None:
    finder = finder_of(shop)
    shop.window.act("answers")
    typing(finder.input, "pfanne rostet")
    QTest.keyClick(finder.input, Qt.Key.Key_Return)
    shop.window.act("helped")
    shop.settle()
    assert uses(shop) == {"opened": 1, "helped": 1}


def test_ctrl_z_takes_the_verdict_back_and_later_undoes_typing(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "weisses zeug kessel")
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.article is not None
    before = articles.read(shop.desk, finder.article.article_id)
    shop.window.act("helped")
    shop.settle()
    assert finder.undo.isVisible()
    key(shop, finder, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    after = articles.read(shop.desk, before.article_id)
    assert (after.helped, after.wordings) == (before.helped, before.wordings)
    assert not finder.undo.isVisible()
    assert finder.input.text() == "weisses zeug kessel"
    key(shop, finder, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert finder.input.text() != "weisses zeug kessel"


def test_arrows_choose_another_and_typing_on_does_not_move_it(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne")
    assert len(finder.hits) > 3
    key(shop, finder, Qt.Key.Key_Down)
    key(shop, finder, Qt.Key.Key_Down)
    chosen = finder.hits[2].article_id
    top = finder.results.visualItemRect(finder.results.item(2)).top()
    words = [word for word in finder.hits[2].title.split() if len(word) > 4]
    for typed in (f" {words[0]}", f" {words[-1]}", " versand", " tee"):
        typing(finder.input, typed)
        shop.settle()
        assert finder.hits[2].article_id == chosen
        assert finder.results.currentRow() == 2
        assert finder.results.visualItemRect(finder.results.item(2)).top() == top
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.article is not None
    assert finder.article.article_id == chosen


def test_what_the_mouse_points_at_stays_under_it(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne")
    under = finder.results.visualItemRect(finder.results.item(1)).center()
    pointed = finder.hits[1]
    QTest.mouseMove(finder.results.viewport(), under + QPoint(1, 1))
    QTest.mouseMove(finder.results.viewport(), under)
    typing(finder.input, f" {pointed.title} {pointed.say[:60]}")
    shop.settle()
    found = answers.find(shop.desk, finder.input.text())
    assert found[0].article_id == pointed.article_id, "else nothing would have moved"
    assert finder.results.indexAt(under).row() == 1
    assert finder.hits[1].article_id == pointed.article_id
    assert finder.results.currentRow() == 1, "Enter takes the best one, wherever it stands"


def test_another_question_begins_with_the_first_row(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne")
    key(shop, finder, Qt.Key.Key_Down)
    shop.window.act("answers")
    typing(finder.input, "versandkosten")
    shop.settle()
    assert finder.results.currentRow() == 0
    assert finder.hits[0].article_id == answers.find(shop.desk, "versandkosten")[0].article_id


def test_a_search_that_opened_nothing_is_a_gap_once_the_next_question_comes(
    shop: Shop, typing: Typing
) -> None:
    finder = ask(shop, typing, "passt der deckel auf den dampfgarer 089 99998-123")
    assert new_gaps(shop) == []
    shown = len(finder.results.in_view)
    finder.input.selectAll()
    typing(finder.input, "versand")
    shop.settle()
    assert new_gaps(shop) == ["passt der deckel auf den dampfgarer"]
    assert uses(shop) == ({"shown": shown} if shown else {})
    assert "dampfgarer" in shop.said
    finder.take_back()
    shop.settle()
    assert new_gaps(shop) == []


def test_did_not_help_is_a_gap_until_another_answer_helps(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne rostet am griff")
    key(shop, finder, Qt.Key.Key_Return)
    shop.window.act("not_helped")
    shop.settle()
    assert new_gaps(shop) == ["pfanne rostet am griff"]
    key(shop, finder, Qt.Key.Key_Down)
    key(shop, finder, Qt.Key.Key_Return)
    shop.window.act("helped")
    shop.settle()
    assert new_gaps(shop) == []
    assert uses(shop) == {"opened": 2, "not_helped": 1, "helped": 1}


def test_who_says_the_opposite_means_it_instead(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    shop.window.act("helped")
    shop.settle()
    shop.window.act("not_helped")
    shop.settle()
    assert uses(shop) == {"opened": 1, "not_helped": 1}
    assert finder.article is not None
    assert "pfanne rostet" not in articles.read(shop.desk, finder.article.article_id).wordings


def test_nothing_that_fits_is_a_gap_with_one_key(shop: Shop, typing: Typing) -> None:
    ask(shop, typing, "passt der deckel auf den dampfgarer")
    shop.window.act("not_helped")
    shop.settle()
    assert new_gaps(shop) == ["passt der deckel auf den dampfgarer"]


def test_a_finished_call_ends_its_search(shop: Shop, typing: Typing) -> None:
    desk = shop.telephone()
    shop.ring(UNKNOWN, "1")
    shop.until(lambda: bool(desk.lanes))
    shop.ring(UNKNOWN, "1", CallEventKind.ANSWERED)
    ask(shop, typing, "rostet die pfanne im weltraum")
    shop.window.act("finish")
    shop.settle()
    assert new_gaps(shop) == ["rostet die pfanne im weltraum"]
    with shop.desk.db.reading() as connection:
        call_id = connection.execute(select(func.max(t.gap_question.c.call_id))).scalar()
    assert call_id is not None


def test_words_that_come_back_with_a_lane_are_no_new_question(shop: Shop, typing: Typing) -> None:
    desk = shop.telephone()
    for n, number in enumerate((KNOWN, UNKNOWN)):
        shop.ring(number, str(n))
        shop.until(lambda n=n: len(desk.lanes) == n + 1)  # type: ignore[misc]  # bound at once
        shop.ring(number, str(n), CallEventKind.ANSWERED)
    first, second = (lane.row.call_id for lane in desk.lanes.values())
    desk.lane_bar.chosen.emit(first)
    shop.settle()
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    for call_id in (second, first):
        desk.lane_bar.chosen.emit(call_id)
        shop.settle()
    assert finder.input.text() == "pfanne rostet"
    shop.window.act("finish")
    shop.settle()
    assert new_gaps(shop) == []


def test_an_idle_line_shows_what_belongs_to_the_callers_open_orders(shop: Shop) -> None:
    desk = shop.telephone()
    shop.ring(KNOWN, "1")
    shop.until(lambda: desk.caller.card is not None)
    shop.settle()
    assert desk.caller.card is not None
    wanted = answers.find(shop.desk, "", "de", desk.caller.card.customer_id)
    assert [hit.article_id for hit in desk.finder.hits] == [hit.article_id for hit in wanted]
    assert all(hit.because is not None for hit in wanted)
    assert wanted


def test_an_article_retired_while_it_is_open_says_so_in_one_sentence(
    shop: Shop, typing: Typing
) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.article is not None
    opened = finder.article
    articles.move(shop.desk, opened.article_id, "retired", opened.version)
    shop.settle()
    assert any("außer Kraft" in text for text in texts_in(finder))
    assert opened.say in texts_in(finder)
    shop.window.act("helped")
    shop.settle()
    assert "außer Kraft" in shop.said
    assert "helped" not in uses(shop)


def test_an_article_deleted_while_it_is_open_says_so(shop: Shop, typing: Typing) -> None:
    article = articles.save(shop.desk, ArticleDraft(title="Quarkspeise", say="Kalt rühren."))
    shop.settle()
    finder = ask(shop, typing, "quarkspeise")
    shown = finder.results.item(0)
    with shop.desk.db.writing() as tx:
        for table in (t.article_version, t.article_use):
            tx.execute(table.delete().where(table.c.article_id == article))
        tx.execute(t.article.delete().where(t.article.c.id == article))
    finder.results.itemClicked.emit(shown)
    shop.settle()
    assert any("gelöscht" in text for text in texts_in(finder))
    assert finder.article is None


@pytest.mark.parametrize("text", ["rost " * 2000, "🍳" * 300, "مقلاة صدأ", "‮tsor"])
def test_long_and_strange_questions_are_taken(shop: Shop, text: str) -> None:
    finder = finder_of(shop)
    finder.input.setText(text)
    shop.settle()
    assert len(finder.input.text()) <= 500
    assert finder.isVisible()


def test_esc_returns_to_the_note(shop: Shop, typing: Typing) -> None:
    desk = shop.telephone()
    desk.act("call_now")
    shop.settle()
    finder = ask(shop, typing, "pfanne")
    key(shop, finder, Qt.Key.Key_Escape)
    assert desk.note.hasFocus()
    assert finder.input.text() == "pfanne"
