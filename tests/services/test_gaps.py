"""Gaps: alike questions together, with where they came from, until an article answers them."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.calls as calls
import shopphone.services.gap_stories as gap_stories
import shopphone.services.gaps as gaps
import shopphone.services.orders as orders
from shopphone.domain.calls import WrapUp
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_finding import titles, write
from tests.services.test_orders import draft_with


def test_alike_questions_are_one_gap_and_are_counted(desk: Desk) -> None:
    for words in (
        "Passt der Deckel auf die Eisenpfanne?",
        "passt  der deckel auf die eisenpfanne",
        "Passt der Dekel auf Eisenpfannen 28 cm",
        "",
        "  ",
    ):
        gaps.note(desk, words)
    gaps.note(desk, "passt der deckel auf den teekessel")
    gaps.note(desk, "passt der deckel auf die eisenpfanne", "en")
    first, *others = gaps.open_gaps(desk)
    assert (first.words, first.times) == ("Passt der Deckel auf die Eisenpfanne?", 3)
    assert sorted((gap.language, gap.times) for gap in others) == [("de", 1), ("en", 1)]


def test_a_gap_knows_its_calls_and_goods(goods: Desk, clock: Clock) -> None:
    draft = draft_with(goods, ("Gusspfanne", "9.90"), ("Pflegeöl", "5"))
    draft.lines[0].option = "28 cm"
    orders.place(goods, draft, {})
    clock.now += timedelta(days=2)
    call = calls.start(goods, "")
    calls.finish(goods, WrapUp(call_id=call.call_id, customer_id=draft.customer_id))
    gaps.note(goods, "passt der deckel", "de", call.call_id)
    clock.now += timedelta(days=1)
    gaps.note(goods, "passt der deckel?")
    (gap,) = gaps.open_gaps(goods)
    newest, first = gap_stories.questions(goods, gap.gap_id)
    day = orders.page(goods)[0].placed_at.date()
    assert (first.words, first.call_id, first.caller) == (
        "passt der deckel",
        call.call_id,
        "Löffler",
    )
    assert first.goods == (("Gusspfanne 28 cm", day), ("Pflegeöl", day))
    assert (newest.call_id, newest.caller, newest.goods) == (None, "", ())


def test_an_article_written_for_a_gap_is_found_by_its_questions(desk: Desk) -> None:
    gaps.note(desk, "geht der rooibos kalt")
    gaps.note(desk, "geht rooibos auch kalt")
    (gap,) = gaps.open_gaps(desk)
    assert gap.times == 2
    article = write(desk, "Eistee zubereiten", answers_gap=gap.gap_id)
    assert gaps.open_gaps(desk) == ()
    assert titles(desk, "rooibos kalt") == ["Eistee zubereiten"]
    assert set(articles.read(desk, article).wordings) == {
        "geht der rooibos kalt", "geht rooibos auch kalt",
    }  # fmt: skip


def test_a_gap_stays_open_until_its_article_is_in_force(desk: Desk) -> None:
    gaps.note(desk, "geht der rooibos kalt")
    (gap,) = gaps.open_gaps(desk)
    article = write(desk, "Eistee zubereiten", state="draft", answers_gap=gap.gap_id)
    (waiting,) = gaps.open_gaps(desk)
    assert (waiting.gap_id, waiting.article_id) == (gap.gap_id, article)
    assert articles.read(desk, article).wordings == ()
    articles.move(desk, article, "in_force", 1)
    assert gaps.open_gaps(desk) == ()
    assert titles(desk, "rooibos kalt") == ["Eistee zubereiten"]
    (closed,) = gap_stories.closed(desk)
    assert (closed.article_id, closed.closed_how) == (article, "written")


def test_an_article_that_is_refused_closes_no_gap(desk: Desk) -> None:
    gaps.note(desk, "geht der rooibos kalt")
    before = gaps.open_gaps(desk)
    with pytest.raises(Refused):
        write(desk, "Eistee", skus=["gibt-es-nicht"], answers_gap=before[0].gap_id)
    assert gaps.open_gaps(desk) == before


def test_a_large_gap_takes_few_places_and_gives_them_back(desk: Desk, clock: Clock) -> None:
    article = write(desk, "Deckel")
    for n in range(30):
        clock.now += timedelta(minutes=1)
        answers.used(desk, article, None, "helped", f"frage wort{chr(97 + n)}x")
    before = sorted(articles.read(desk, article).wordings)
    clock.now += timedelta(minutes=1)
    for n in range(40):
        gaps.note(desk, f"passt der glasdeckel {chr(97 + n % 20)}{chr(98 + n // 20)}")
    gaps.note(desk, "passt glasdeckel auf den schmortopf")
    gap = gaps.open_gaps(desk)[0]
    assert gap.times == 41
    closing = gaps.assign(desk, gap.gap_id, article)
    after = set(articles.read(desk, article).wordings)
    assert len(after) == 30
    assert len(after & set(before)) >= 20
    assert {gap.words, "passt glasdeckel auf den schmortopf"} <= after
    gaps.reopen(desk, closing)
    assert sorted(articles.read(desk, article).wordings) == before


def test_the_newest_gaps_are_compared_and_the_same_words_once(desk: Desk, clock: Clock) -> None:
    with desk.db.writing() as tx:
        old = {"words": "passt der glasdeckel", "asked_at": clock.now}
        key = tx.insert(insert(t.gap), old | {"language": "de", "times": 600})
        tx.execute(insert(t.gap_question), [old | {"gap_id": key}] * 600)
    clock.now += timedelta(days=1)
    for _ in range(2):
        gaps.note(desk, "wie lange haelt das leinoel")
    gaps.note(desk, "passt der glasdeckel")
    found = {gap.words: gap.times for gap in gaps.open_gaps(desk)}
    assert found == {"passt der glasdeckel": 601, "wie lange haelt das leinoel": 2}


def test_a_gap_is_assigned_to_an_article_that_has_wordings_already(desk: Desk) -> None:
    article = write(desk, "Eistee zubereiten")
    answers.used(desk, article, None, "helped", "geht rooibos kalt")
    gaps.note(desk, "geht rooibos kalt")
    gaps.note(desk, "rooibos kalt aufgiessen")
    for gap in gaps.open_gaps(desk):
        closing = gaps.assign(desk, gap.gap_id, article)
        gaps.reopen(desk, closing)
    assert articles.read(desk, article).wordings == ("geht rooibos kalt",)


def test_closing_a_gap_shows_how_the_next_callers_fared(desk: Desk, clock: Clock) -> None:
    article = write(desk, "Eistee zubereiten")
    answers.used(desk, article, None, "helped")
    gaps.note(desk, "geht rooibos kalt")
    (gap,) = gaps.open_gaps(desk)
    clock.now += timedelta(hours=1)
    gaps.assign(desk, gap.gap_id, article)
    clock.now += timedelta(hours=1)
    for verdict in ("helped", "helped", "not_helped", "opened"):
        answers.used(desk, article, None, verdict)
    gaps.note(desk, "Geht Rooibos auch kalt?")
    gaps.note(desk, "etwas ganz anderes")
    (closed,) = gap_stories.closed(desk)
    assert (closed.article, closed.closed_how) == ("Eistee zubereiten", "assigned")
    assert (closed.helped, closed.not_helped, closed.asked_again) == (2, 1, 1)
    assert len(gaps.open_gaps(desk)) == 2  # asked again is a new gap


def test_a_gap_nobody_needs_is_closed_and_can_come_back(desk: Desk) -> None:
    gaps.note(desk, "passt der deckel")
    (gap,) = gaps.open_gaps(desk)
    closing = gaps.close(desk, gap.gap_id)
    assert gaps.open_gaps(desk) == ()
    (closed,) = gap_stories.closed(desk)
    assert (closed.closed_how, closed.article, closed.article_id) == ("not_needed", "", None)
    gaps.reopen(desk, closing)
    assert gaps.open_gaps(desk) == (gap,)
    assert gap_stories.closed(desk) == ()
