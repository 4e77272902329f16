from decimal import Decimal

import pytest

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.callbacks as callbacks
import shopphone.services.drafts as drafts
import shopphone.services.gaps as gaps
import shopphone.services.products as products
import shopphone.services.reports as reports
import shopphone.services.settings as settings
from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.lanes import LaneWork
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.services.desk import Desk


def test_three_words_find_the_right_article_first(demo_desk: Desk) -> None:
    hits = answers.find(demo_desk, "rost pfanne reinigen", "de", 1)
    assert hits[0].title == "Gusseisen reinigen und Rost entfernen"
    assert hits[0].because is not None
    assert hits[0].title_marks


@pytest.mark.parametrize(
    "words", ["versandkosten", "versand kosten", "was kostet das porto", "versandksten"]
)
def test_words_of_callers_find_the_shipping_costs(demo_desk: Desk, words: str) -> None:
    titles = [hit.title for hit in answers.find(demo_desk, words, "de")[:3]]
    assert any(title.startswith("Versandkosten") for title in titles)


def test_an_english_caller_gets_english_articles_first(demo_desk: Desk) -> None:
    hits = answers.find(demo_desk, "rusty pan", "en")
    assert hits[0].language == "en"


def test_what_helped_is_learned(demo_desk: Desk) -> None:
    article = answers.find(demo_desk, "kalk im kessel")[0].article_id
    answers.used(demo_desk, article, None, "helped", "weisses zeug im wasserkocher")
    assert answers.find(demo_desk, "weisses zeug wasserkocher")[0].article_id == article


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("ruf mich an 089 99998123", {"ruf mich an"}),
        ("mail anna@example.org", {"mail"}),
        ("089 99998123 anna@example.org", set()),
    ],
)
def test_numbers_and_mails_are_never_learned(demo_desk: Desk, words: str, kept: set[str]) -> None:
    before = articles.read(demo_desk, 1).wordings
    answers.used(demo_desk, 1, None, "helped", words)
    assert set(articles.read(demo_desk, 1).wordings) - set(before) == kept


def test_the_same_gap_counts_up(desk: Desk) -> None:
    gaps.note(desk, "Passt der Deckel?")
    gaps.note(desk, "passt der  deckel?")
    assert [gap.times for gap in gaps.open_gaps(desk)] == [2]


def test_an_article_is_not_overwritten_by_an_older_draft(desk: Desk) -> None:
    article = articles.save(desk, ArticleDraft(title="Eins"))
    articles.save(desk, ArticleDraft(article_id=article, title="Zwei", version=1))
    with pytest.raises(Refused, match="article_changed_meanwhile"):
        articles.save(desk, ArticleDraft(article_id=article, title="Drei", version=1))
    assert articles.read(desk, article).title == "Zwei"


@pytest.mark.parametrize("code", ["GP-28", "gp-28", "2000000000039"])
def test_a_code_finds_its_article_alone(demo_desk: Desk, code: str) -> None:
    assert [p.sku for p in products.find(demo_desk, code)] == ["GP-28"]


def test_names_are_found_while_typing(demo_desk: Desk) -> None:
    assert products.find(demo_desk, "leinsaa")[0].name == "Pflegeöl Leinsaat"


def test_settings_are_checked_and_kept(desk: Desk) -> None:
    with pytest.raises(Refused, match="iban_invalid"):
        settings.save(desk, {"shop.iban": "DE89370400440532013001"})
    with pytest.raises(Refused, match="phone_invalid"):
        settings.save(desk, {"shop.phone": "nachts"})
    settings.save(desk, {"shop.name": " Laden ", "desk.theme": "dark"})
    values = settings.values(desk)
    assert (values["shop.name"], values["desk.theme"]) == ("Laden", "dark")


def test_a_callback_needs_a_time_and_can_be_taken_back(desk: Desk) -> None:
    with pytest.raises(Refused, match="callback_time_missing"):
        callbacks.plan(desk, CallbackDraft(raw_number="089 99998-123"))
    planned = callbacks.plan(desk, CallbackDraft(raw_number="089 99998-123", due_at=desk.now()))
    callbacks.done(desk, planned)
    assert callbacks.due(desk) == ()
    callbacks.undo_done(desk, planned)
    assert len(callbacks.due(desk)) == 1


def test_a_draft_comes_back_as_it_was(desk: Desk) -> None:
    draft = OrderDraft(
        customer_id=3,
        billing=Address(street="Weg 1"),
        deliver_to=Address(town="Köln"),
        lines=[LineDraft(name="Öl", quantity=Decimal("2.5"), unit_price=Decimal("9.80"))],
        told={"P1": "2026-11-24T09:00:00+00:00"},
        told_facts={"P1": "{}"},
    )
    drafts.keep_order(desk, "7", draft)
    work = LaneWork(note="n", newcomer={"town": "Köln"}, outcome_id=2)
    drafts.keep_lane(desk, "7", work)
    assert drafts.order(desk, "7") == draft
    assert drafts.lanes(desk) == {7: work}
    drafts.forget(desk, "7")
    assert drafts.order(desk, "7") is None
    assert drafts.lanes(desk) == {}


def test_the_week_counts(demo_desk: Desk) -> None:
    week = reports.week(demo_desk)
    assert week.calls > 20
    assert week.answered + week.missed == week.calls
    assert week.orders > 0
