"""Letters from a customer's card: what fits, what they say, and paper that bears only an address."""

from dataclasses import replace

import pytest
from sqlalchemy import select

import shopphone.services.articles as articles
import shopphone.services.customer_letters as customer_letters
import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.sample_letters as sample_letters
from shopphone.domain.customers import Address, CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters import reading

HOME = Address(street="Am Hang 3", postcode="80331", town="München")


def somebody(desk: Desk, billing: Address = HOME) -> int:
    draft = CustomerDraft(salutation="Frau", first_name="Erika", last_name="Beispiel")
    return customers.save(desk, replace(draft, billing=billing))


def test_without_an_address_nothing_is_offered(desk: Desk) -> None:
    customer_id = somebody(desk, Address())
    assert customer_letters.fitting(desk, customer_id) == ()
    with pytest.raises(Refused) as refused:
        customer_letters.write(desk, "label", customer_id)
    assert refused.value.rule == "letter_does_not_fit"


def test_consent_letters_say_what_the_ledger_has_and_nothing_else(desk: Desk) -> None:
    customer_id = somebody(desk)
    assert customer_letters.fitting(desk, customer_id) == (
        "answer",
        "missed",
        "envelope_dl",
        "envelope_c6",
        "label",
    )
    customers.no_advertising(desk, customer_id)
    assert "consent_withdrawn" in customer_letters.fitting(desk, customer_id)
    assert "consent" not in customer_letters.fitting(desk, customer_id)
    letter = customer_letters.write(desk, "consent_withdrawn", customer_id)
    assert "dass Sie von uns keine Werbung auf irgendeinem Weg wünschen" in reading.flat(letter.pdf)
    assert letter in [letters.read(desk, row.letter_id) for row in letters.queue(desk)]
    assert customer_letters.write(desk, "consent_withdrawn", customer_id) == letter


def test_a_given_consent_is_confirmed_in_its_own_words(demo_desk: Desk) -> None:
    text = reading.flat(sample_letters.LETTERS["consent"](demo_desk, "de"))
    assert "Ja, bitte rufen Sie mich an, wenn es Neues gibt." in text
    assert "jederzeit ohne Angabe von Gründen mit Wirkung für die Zukunft widerrufen" in text


def test_a_call_that_reached_nobody_says_not_what_it_was_about(desk: Desk) -> None:
    text = reading.flat(customer_letters.write(desk, "missed", somebody(desk)).pdf)
    assert "wir haben versucht, Sie anzurufen" in text
    assert "um unseren Rückruf gebeten" not in text  # nobody had asked


def test_an_answer_is_the_letter_paragraphs_in_the_order_chosen(demo_desk: Desk) -> None:
    a = t.article.c
    with demo_desk.db.reading() as connection:
        query = select(a.id).where(a.language == "de").where(a.letter_paragraph != "")
        first, second = connection.execute(query.order_by(a.id).limit(2)).scalars()
    customer_id = customers.page(demo_desk)[0].customer_id
    text = reading.flat(
        customer_letters.answer(demo_desk, customer_id, [second, first, second]).pdf
    )
    titles = [articles.read(demo_desk, key).title for key in (second, first)]
    assert text.index(titles[0]) < text.index(titles[1])
    assert text.count(titles[0]) == 1
    beginning = " ".join(articles.read(demo_desk, first).letter_paragraph.split()[:4])
    assert beginning in text


def test_an_article_without_a_paragraph_for_letters_is_named(demo_desk: Desk) -> None:
    a = t.article.c
    with demo_desk.db.reading() as connection:
        key = connection.execute(select(a.id).where(a.language == "de").limit(1)).scalar_one()
    draft = replace(articles.read(demo_desk, key).draft(), letter_paragraph=" ")
    articles.save(demo_desk, draft)
    customer_id = customers.page(demo_desk)[0].customer_id
    with pytest.raises(Refused) as refused:
        customer_letters.answer(demo_desk, customer_id, [key])
    assert refused.value.rule == "no_letter_paragraph"
    assert refused.value.facts["title"] == draft.title
