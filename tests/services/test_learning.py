"""Answers learn from callers, keep no person's name, and everything can be taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.gaps as gaps
import shopphone.services.wordings as wordings
from shopphone.domain.customers import CustomerDraft, PhoneEntry
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.learning import Searched
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_finding import titles, write


def searched(words: str, *shown: int, opened: bool = False, call: int | None = None) -> Searched:
    return Searched(
        words=words, language="de", call_id=call, customer_id=None, shown=shown, opened=opened
    )


def uses(desk: Desk, article: int) -> dict[str, int]:
    u = t.article_use.c
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(u.verdict, func.count()).where(u.article_id == article).group_by(u.verdict)
        )
        return {row[0]: row[1] for row in rows}


@pytest.mark.parametrize("verdict", ["helped", "enclosed"])
def test_that_was_it_is_found_at_once_by_the_words_of_the_question(
    desk: Desk, verdict: str
) -> None:
    article = write(desk, "Kalk lösen")
    assert titles(desk, "weisses zeug") == []
    answers.used(desk, article, None, verdict, "weisses zeug im kessel 12345")
    assert titles(desk, "weisses zeug") == ["Kalk lösen"]
    assert articles.read(desk, article).wordings == ("weisses zeug im kessel",)


@pytest.mark.parametrize("verdict", ["opened", "not_helped"])
def test_what_was_only_opened_or_did_not_help_is_not_learned(desk: Desk, verdict: str) -> None:
    article = write(desk, "Kalk lösen")
    answers.used(desk, article, None, verdict, "weisses zeug")
    found = articles.read(desk, article)
    assert (found.wordings, found.helped) == ((), 0)
    assert found.not_helped == (verdict == "not_helped")
    assert uses(desk, article) == {verdict: 1}


def test_the_callers_name_is_taken_out_whoever_they_are_known_as(desk: Desk) -> None:
    phone = PhoneEntry(raw="089 99998-123", e164=None, label="home")
    customer = customers.save(
        desk, CustomerDraft(first_name="Annemarie", last_name="Löffler", phones=[phone])
    )
    other = customers.save(desk, CustomerDraft(last_name="Weidenfeller", company="Seerose GmbH"))
    call = calls.start(desk, "089 99998-123")
    assert call.customer_id == customer
    article = write(desk, "Kalk lösen")
    asked = "Löfflers Kessel von Seerose und Weidenfeller hat weisse Flecken"
    answers.used(desk, article, call.call_id, "helped", asked, customer_id=other)
    assert articles.read(desk, article).wordings == ("Kessel von und hat weisse Flecken",)
    gaps.note(desk, "Frau Loeffler: passt der Deckel?", "de", call.call_id)
    assert [gap.words for gap in gaps.open_gaps(desk)] == ["passt der Deckel?"]


def test_the_same_words_are_learned_once_and_the_oldest_make_room(desk: Desk, clock: Clock) -> None:
    article = write(desk, "Kalk lösen")
    letters = [f"frage {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(32)]
    for words in letters:
        clock.now += timedelta(minutes=1)
        answers.used(desk, article, None, "helped", words)
        answers.used(desk, article, None, "helped", words.upper().replace(" ", "  "))
    assert set(articles.read(desk, article).wordings) == set(letters[2:])


def test_a_verdict_is_taken_back_with_all_it_has_done(desk: Desk, clock: Clock) -> None:
    article = write(desk, "Kalk lösen")
    for n in range(30):
        clock.now += timedelta(minutes=1)
        answers.used(desk, article, None, "helped", f"frage {chr(97 + n)}x")
    before = (set(articles.read(desk, article).wordings), uses(desk, article))
    clock.now += timedelta(minutes=1)
    use = answers.used(desk, article, None, "helped", "weisses zeug")
    assert "frage ax" not in articles.read(desk, article).wordings
    answers.take_back(desk, use)
    answers.take_back(desk, use)  # twice is once
    after = articles.read(desk, article)
    assert (set(after.wordings), uses(desk, article)) == before
    assert after.helped == 30
    assert titles(desk, "weisses zeug") == []
    failed = answers.used(desk, article, None, "not_helped", "passt der deckel")
    assert [gap.words for gap in gaps.open_gaps(desk)] == ["passt der deckel"]
    answers.take_back(desk, failed)
    assert gaps.open_gaps(desk) == ()
    assert articles.read(desk, article).not_helped == 0


def test_a_wording_is_deleted_and_put_back(desk: Desk) -> None:
    article = write(desk, "Kalk lösen")
    answers.used(desk, article, None, "helped", "weisses zeug")
    at = wordings.delete_wording(desk, article, "weisses zeug")
    assert at == desk.now()
    assert titles(desk, "weisses zeug") == []
    assert wordings.delete_wording(desk, article, "weisses zeug") is None
    wordings.put_back(desk, article, "weisses zeug", at)
    assert titles(desk, "weisses zeug") == ["Kalk lösen"]


def test_what_stood_in_view_is_counted_once_at_the_end_of_a_search(desk: Desk) -> None:
    first, second = write(desk, "Rost entfernen"), write(desk, "Rost vermeiden")
    answers.find(desk, "ro")
    answers.find(desk, "rost")
    assert uses(desk, first) == {}
    assert answers.ended(desk, searched("rost", first, second, 999_999, opened=True)) is None
    assert uses(desk, first) == uses(desk, second) == {"shown": 1}
    assert gaps.open_gaps(desk) == ()


def test_a_search_that_opened_nothing_becomes_a_gap_by_itself(desk: Desk) -> None:
    call = calls.start(desk, "")
    question = answers.ended(desk, searched("Passt der Deckel? 0221 4710 12", call=call.call_id))
    assert question is not None
    (gap,) = gaps.open_gaps(desk)
    assert (gap.words, gap.times) == ("Passt der Deckel?", 1)
    assert answers.ended(desk, searched("12345 a@example.org x")) is None
    gaps.take_back(desk, question)
    assert gaps.open_gaps(desk) == ()


def test_only_articles_in_force_are_found_and_marked(desk: Desk) -> None:
    draft = write(desk, "Rost: Entwurf", state="draft")
    article = write(desk, "Rost entfernen")
    assert titles(desk, "rost") == ["Rost entfernen"]
    articles.move(desk, article, "retired", 1)
    assert titles(desk, "rost") == []
    for gone in (article, draft):
        with pytest.raises(Refused, match="answer_retired"):
            answers.used(desk, gone, None, "helped", "rost")
    with pytest.raises(Refused, match="answer_gone"):
        answers.used(desk, 999_999, None, "helped", "rost")
    assert uses(desk, article) == {}


def test_two_desks_learn_the_same_article(desk: Desk, second_desk: Desk) -> None:
    article = articles.save(desk, ArticleDraft(title="Kalk lösen"))
    answers.used(desk, article, None, "helped", "weisses zeug")
    answers.used(second_desk, article, None, "helped", "WEISSES  zeug")
    found = articles.read(second_desk, article)
    assert (found.helped, found.wordings) == (2, ("weisses zeug",))


def test_a_call_that_is_taken_over_by_a_customer_later_still_hides_the_name(desk: Desk) -> None:
    customer = customers.save(desk, CustomerDraft(last_name="Löffler"))
    call = calls.start(desk, "")
    with desk.db.writing() as tx:
        tx.execute(update(t.call).where(t.call.c.id == call.call_id).values(customer_id=customer))
    gaps.note(desk, "löffler will wissen ob der deckel passt", "de", call.call_id)
    assert "ffler" not in gaps.open_gaps(desk)[0].words
