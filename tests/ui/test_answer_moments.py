"""The answer finder between two moments: no answer yet, other words by now, another call in front."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import shopphone.services.answers as answers
import shopphone.services.articles as articles
from shopphone.domain.events import CallEventKind
from shopphone.domain.knowledge import AnswerHit
from shopphone.ui.kit.jobs import local
from shopphone.ui.panels.answers import AnswerFinder
from tests.ui.driving import Shop, moment, texts_in
from tests.ui.situations import UNKNOWN
from tests.ui.test_answers import Typing, ask, finder_of, key, new_gaps, shop, uses
from tests.ui.test_gaps import at_gaps

__all__ = ["shop"]  # a fixture


@pytest.fixture
def gate(shop: Shop) -> Iterator[threading.Event]:
    """Until it is set, no read is answered once hold() was called."""
    opened = threading.Event()
    yield opened
    opened.set()


def hold(shop: Shop, gate: threading.Event) -> None:
    """All lanes that read are busy."""
    for _ in range(3):
        shop.program.jobs.ask_each(shop.window, local(gate.wait, 30), lambda _done: None)


def opened(finder: AnswerFinder) -> int | None:
    """The key of the article that is read."""
    return None if finder.article is None else finder.article.article_id


def live(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        moment()


def test_enter_never_takes_the_answer_to_the_question_before(
    shop: Shop, typing: Typing, gate: threading.Event
) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    before = finder.hits[0].article_id
    hold(shop, gate)
    finder.input.selectAll()
    typing(finder.input, "versandkosten")
    live(0.3)  # longer than the pause: now it is being searched
    QTest.keyClick(finder.input, Qt.Key.Key_Return)
    shop.window.act("helped")
    live(0.1)
    assert opened(finder) is None
    gate.set()
    shop.settle()
    wanted = answers.find(shop.desk, "versandkosten")[0].article_id
    assert opened(finder) == wanted != before
    assert "versandkosten" in articles.read(shop.desk, wanted).wordings
    assert "versandkosten" not in articles.read(shop.desk, before).wordings


def test_enter_is_forgotten_when_typing_goes_on(
    shop: Shop, typing: Typing, gate: threading.Event
) -> None:
    finder = ask(shop, typing, "pfanne")
    hold(shop, gate)
    typing(finder.input, " rostet")
    QTest.keyClick(finder.input, Qt.Key.Key_Return)
    typing(finder.input, " innen")
    gate.set()
    shop.settle()
    assert opened(finder) is None
    key(shop, finder, Qt.Key.Key_Return)
    shop.window.act("helped")
    shop.settle()
    assert uses(shop)["helped"] == 1


def test_choosing_for_a_gap_waits_for_its_answer_too(shop: Shop, gate: threading.Event) -> None:
    _, view = at_gaps(shop)
    view.assign.click()
    shop.settle()
    before = view.chooser.results.hits[0].article_id
    taken: list[AnswerHit] = []
    view.chooser.chosen.connect(taken.append)
    hold(shop, gate)
    view.chooser.input.setText("versandkosten")
    live(0.3)
    QTest.keyClick(view.chooser.input, Qt.Key.Key_Return)
    live(0.1)
    assert taken == []
    gate.set()
    shop.settle()
    assert [hit.article_id for hit in taken] == [
        answers.find(shop.desk, "versandkosten")[0].article_id
    ]
    assert taken[0].article_id != before


def test_other_words_leave_nothing_to_be_said_of_the_answer_before(
    shop: Shop, typing: Typing
) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.helped.isEnabled()
    finder.input.selectAll()
    typing(finder.input, "passt der deckel auf den dampfgarer")
    assert not finder.helped.isEnabled()
    assert any("Antwort auf die Wörter davor" in text for text in texts_in(finder))
    shop.settle()
    shop.window.act("helped")
    shop.settle()
    assert uses(shop).get("helped") is None
    assert "Wörter davor" in shop.said
    shop.window.act("not_helped")
    shop.settle()
    assert uses(shop).get("not_helped") is None
    assert new_gaps(shop) == ["passt der deckel auf den dampfgarer"]


def test_a_word_more_that_nothing_answers_is_a_gap_of_its_own(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    typing(finder.input, " im weltraum")
    shop.settle()
    shop.window.act("not_helped")
    shop.settle()
    assert new_gaps(shop) == ["pfanne rostet im weltraum"]
    assert uses(shop).get("not_helped") is None


def test_the_same_words_again_and_an_empty_line_ask_nothing_new(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    typing(finder.input, " ")
    assert finder.helped.isEnabled()
    finder.input.selectAll()
    key(shop, finder, Qt.Key.Key_Delete)
    assert finder.helped.isEnabled()


def call_in(shop: Shop, name: str) -> None:
    shop.ring(UNKNOWN, name)
    desk = shop.telephone()
    shop.until(lambda: bool(desk.lanes))
    shop.ring(UNKNOWN, name, CallEventKind.ANSWERED)


def test_the_answer_of_one_call_is_not_in_front_in_the_next(shop: Shop, typing: Typing) -> None:
    desk = shop.telephone()
    for n in range(2):
        shop.ring(UNKNOWN, str(n))
        shop.until(lambda n=n: len(desk.lanes) == n + 1)  # type: ignore[misc]  # bound at once
        shop.ring(UNKNOWN, str(n), CallEventKind.ANSWERED)
    first, second = (lane.row.call_id for lane in desk.lanes.values())
    desk.lane_bar.chosen.emit(first)
    shop.settle()
    desk.finder.open_article(1)
    shop.settle()
    assert opened(desk.finder) is not None
    desk.lane_bar.chosen.emit(second)
    shop.settle()
    assert opened(desk.finder) is None
    shop.window.act("helped")
    shop.settle()
    assert uses(shop) == {"opened": 1}


def test_words_typed_before_a_call_stay_and_the_answer_before_it_closes(
    shop: Shop, typing: Typing
) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    call_in(shop, "1")
    assert opened(finder) is None
    assert finder.input.text() == "pfanne rostet"
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.article is not None
    shop.window.act("helped")
    shop.settle()
    assert "pfanne rostet" in articles.read(shop.desk, finder.article.article_id).wordings


def test_nothing_goes_with_a_letter_without_a_call(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne rostet")
    key(shop, finder, Qt.Key.Key_Return)
    assert not finder.enclose.isEnabled()
    assert "Ohne Anruf" in finder.enclose.toolTip()
    shop.window.act("enclose")
    shop.settle()
    assert "Ohne Anruf" in shop.said
    assert uses(shop) == {"opened": 1}
    call_in(shop, "1")
    assert not finder.enclose.isEnabled()
    key(shop, finder, Qt.Key.Key_Return)
    assert finder.enclose.isEnabled()
    assert finder_of(shop).enclose.toolTip() == ""


def test_a_row_stays_under_a_resting_mouse_until_it_leaves(
    shop: Shop, typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = ask(shop, typing, "pfanne")
    under = finder.results.visualItemRect(finder.results.item(1)).center()
    pointed = finder.hits[1]
    QTest.mouseMove(finder.results.viewport(), under + QPoint(1, 1))
    QTest.mouseMove(finder.results.viewport(), under)
    late = time.monotonic() + 600
    with monkeypatch.context() as clock:
        clock.setattr(time, "monotonic", lambda: late)
        typing(finder.input, f" {pointed.title} {pointed.say[:60]}")
        for _ in range(20):
            time.sleep(0.03)
            moment()
    shop.settle()
    assert finder.hits[1].article_id == pointed.article_id
    assert answers.find(shop.desk, finder.input.text())[0].article_id == pointed.article_id
    QApplication.sendEvent(finder.results, QEvent(QEvent.Type.Leave))
    typing(finder.input, " rost")
    shop.settle()
    found = answers.find(shop.desk, finder.input.text())
    assert [hit.article_id for hit in finder.hits] == [hit.article_id for hit in found]
    assert finder.results.currentRow() == 0


def test_what_is_pointed_at_far_below_is_not_scrolled_away(shop: Shop, typing: Typing) -> None:
    finder = ask(shop, typing, "pfanne")
    bar = finder.results.verticalScrollBar()
    bar.setValue(bar.maximum())
    row = finder.results.count() - 1
    rect = finder.results.visualItemRect(finder.results.item(row))
    pointed = finder.hits[row]
    assert finder.results.visualItemRect(finder.results.item(0)).bottom() < 0
    QTest.mouseMove(finder.results.viewport(), rect.center() + QPoint(1, 1))
    QTest.mouseMove(finder.results.viewport(), rect.center())
    typing(finder.input, f" {pointed.title.split()[0]}")
    shop.settle()
    at = finder.results.indexAt(rect.center())
    assert at.data(Qt.ItemDataRole.UserRole).article_id == pointed.article_id


def test_a_long_question_leaves_room_for_what_is_said_of_it(shop: Shop, typing: Typing) -> None:
    ask(shop, typing, "passt der deckel " + "auf den dampfgarer im wohnmobil " * 6)
    shop.window.act("not_helped")
    shop.settle()
    assert shop.said.endswith("…“ steht bei den Wissenslücken.")
    assert len(shop.said) < 120
