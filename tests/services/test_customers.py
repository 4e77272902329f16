"""Customers: found by whatever a caller says, kept whole, with consent that counts at once."""

from datetime import timedelta
from decimal import Decimal

import pytest

import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.callbacks as callbacks
import shopphone.services.callers as callers
import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.orders as orders
from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import CallFilter
from shopphone.domain.customers import Address, CustomerDraft, MatchReason, PhoneEntry
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_callers import RINGING, known, report
from tests.services.test_orders import draft_with

ANNA, BEN = "089 99998-123", "069 90009-777"


def names(desk: Desk, words: str) -> list[str]:
    return [row.name for row in customers.search(desk, words)]


@pytest.fixture
def people(desk: Desk) -> Desk:
    for first, last, company, town, phone in (
        ("Annemarie", "Löffler", "", "München", ANNA),
        ("Benno", "Loew", "", "Köln", BEN),
        ("", "", "Tannwirt GmbH", "Öhringen", "0221 4710-0"),
        ("Zoë", "Ünal", "Café Ünal", "Berlin", "030 23125-001"),
    ):
        customers.save(
            desk,
            CustomerDraft(
                first_name=first,
                last_name=last,
                company=company,
                email=f"{(first or company)[:3].lower()}@example.org",
                phones=[PhoneEntry(raw=phone, e164=None, label="home")],
                billing=Address(street="Weg 1", postcode="12345", town=town),
            ),
        )
    return desk


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lö", ["Annemarie Löffler", "Benno Loew"]),
        ("LOEF", ["Annemarie Löffler"]),
        ("löffler annemarie", ["Annemarie Löffler"]),
        ("annemarie löffler", ["Annemarie Löffler"]),
        ("tannwirt", ["Tannwirt GmbH"]),
        ("ünal", ["Zoë Ünal"]),
        ("öhringen", ["Tannwirt GmbH"]),
        ("ÖHRINGEN", ["Tannwirt GmbH"]),
        ("ann@", ["Annemarie Löffler"]),
        ("K-00002", ["Benno Loew"]),
        ("k-00002", ["Benno Loew"]),
        (BEN, ["Benno Loew"]),
        ("+49 69 90009 777", ["Benno Loew"]),
        ("0221 4710", ["Tannwirt GmbH"]),
        ("12345", ["Annemarie Löffler", "Benno Loew", "Tannwirt GmbH", "Zoë Ünal"]),
        ("%", []),
        ("_", []),
        ("nobody", []),
    ],
)
def test_people_are_found_by_what_callers_say(people: Desk, words: str, found: list[str]) -> None:
    assert names(people, words) == found


def test_no_words_list_everyone_by_name_page_by_page(people: Desk) -> None:
    everyone = [row.name for row in customers.page(people)]
    assert everyone == ["Annemarie Löffler", "Benno Loew", "Tannwirt GmbH", "Zoë Ünal"]
    assert names(people, "  ") == everyone
    first = customers.page(people, limit=3)
    rest = customers.page(people, after=(first[-1].sort_name, first[-1].customer_id))
    assert [row.name for row in (*first, *rest)] == everyone


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        (CustomerDraft(first_name=" "), "customer_name_missing"),
        (CustomerDraft(last_name="L", email="l@"), "email_invalid"),
        (CustomerDraft(last_name="L", billing=Address(street="Weg 1")), "address_incomplete"),
        (CustomerDraft(last_name="L", delivery=[Address(town="Köln")]), "address_incomplete"),
    ],
)
def test_half_a_customer_is_refused_and_takes_no_number(
    desk: Desk, draft: CustomerDraft, rule: str
) -> None:
    with pytest.raises(Refused, match=rule):
        customers.save(desk, draft)
    customer = customers.save(desk, CustomerDraft(last_name="Erste"))
    assert customers.detail(desk, customer).draft.number == "K-00001"


@pytest.mark.parametrize(
    ("label", "number", "reason", "detail"),
    [
        ("mobile", "0152 28817386", MatchReason.PHONE, "mobile"),
        ("home", "0152 28817386", MatchReason.PHONE, "home"),
        ("work", "0152 28817386", MatchReason.PHONE, "work"),
        ("old", "0152 28817386", MatchReason.OLD_PHONE, "old"),
    ],
)
def test_the_card_says_why_a_number_leads_to_someone(
    desk: Desk, label: str, number: str, reason: MatchReason, detail: str
) -> None:
    customer = known(desk, "Löffler", (number, label))
    (found,) = callers.identify(desk, "+49 152 28817386").candidates
    assert (found.customer_id, found.reason, found.detail) == (customer, reason, detail)
    card = customers.card(desk, customer, found.reason, found.detail)
    assert (card.reason, card.reason_detail) == (reason, detail)


@pytest.mark.parametrize(
    "extension", ["0221 4710-1", "0221 4710-14", "0221 4710-145", "0221 4710-0"]
)
@pytest.mark.parametrize("trunk", ["0221 4710-0", "0221 4710"])
def test_extensions_of_one_to_three_digits_lead_to_the_company(
    desk: Desk, trunk: str, extension: str
) -> None:
    company = known(desk, "Tannwirt", (trunk, "trunk"))
    assert [c.customer_id for c in callers.identify(desk, extension).candidates] == [company]
    assert callers.identify(desk, "0221 4720-14").candidates == ()


def test_a_home_number_is_no_trunk(desk: Desk) -> None:
    known(desk, "Löffler", ("0221 4710-0", "home"))
    assert callers.identify(desk, "0221 4710-14").candidates == ()


def test_the_phone_of_a_delivery_leads_to_who_ordered(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "1"))
    draft.delivery_phone = BEN
    number = orders.place(desk, draft, {}).number
    (found,) = callers.identify(desk, "+496990009777").candidates
    assert (found.customer_id, found.reason) == (draft.customer_id, MatchReason.DELIVERY_PHONE)
    assert found.detail == number
    report(desk, RINGING, BEN)
    assert call_log.page(desk, CallFilter())[0].customer_id is None


def test_the_surest_reason_comes_first_and_each_person_once(desk: Desk, clock: Clock) -> None:
    former = known(desk, "Alt", (ANNA, "old"))
    recent = known(desk, "Neulich", (ANNA, "home"), (ANNA, "old"))
    never = known(desk, "Nie", (ANNA, "mobile"))
    call = calls.start(desk, "")
    callers.assign(desk, call.call_id, recent)
    found = callers.identify(desk, ANNA).candidates
    assert [each.customer_id for each in found] == [recent, never, former]
    assert found[0].last_contact_at == clock.now


def test_an_unknown_number_is_remembered_in_one_step_with_its_earlier_calls(desk: Desk) -> None:
    for key in ("k1", "k2"):
        report(desk, RINGING, BEN, key)
    callbacks.plan(desk, CallbackDraft(raw_number=BEN, due_at=desk.now()))
    assert callers.identify(desk, BEN).candidates == ()
    customer = known(desk, "Neu")
    assert callers.assign_number(desk, BEN, customer) == 2
    assert {row.customer_id for row in call_log.page(desk, CallFilter())} == {customer}
    assert callbacks.due(desk)[0].customer_id == customer
    assert callers.assign_number(desk, "+49 69 90009-777", customer) == 0
    assert [p.raw for p in customers.card(desk, customer).phones] == [BEN]


@pytest.mark.parametrize("raw", ["", "anonymous", "nachts", "62", "110"])
def test_what_nobody_could_call_is_not_remembered(desk: Desk, raw: str) -> None:
    report(desk, RINGING, raw)
    customer = known(desk, "Neu")
    assert callers.assign_number(desk, raw, customer) == 0
    assert customers.card(desk, customer).phones == ()
    assert call_log.page(desk, CallFilter())[0].customer_id is None


def test_a_shared_number_links_no_earlier_calls(desk: Desk) -> None:
    known(desk, "Söllner A", (ANNA, "home"))
    known(desk, "Söllner B", (ANNA, "home"))
    report(desk, RINGING, ANNA)
    third = known(desk, "Söllner C")
    assert callers.assign_number(desk, ANNA, third) == 0
    assert len(callers.identify(desk, ANNA).candidates) == 3
    assert call_log.page(desk, CallFilter())[0].customer_id is None


def test_a_number_typed_into_the_form_links_earlier_calls_too(desk: Desk) -> None:
    report(desk, RINGING, BEN)
    customer = known(desk, "Neu", (BEN, "mobile"))
    assert call_log.page(desk, CallFilter())[0].customer_id == customer


def test_choosing_someone_for_one_call_remembers_nothing_about_the_number(desk: Desk) -> None:
    report(desk, RINGING, BEN)
    customer = known(desk, "Neu")
    callers.assign(desk, call_log.page(desk, CallFilter())[0].call_id, customer)
    assert call_log.page(desk, CallFilter())[0].customer_id == customer
    assert callers.identify(desk, BEN).candidates == ()


def test_the_card_shows_open_orders_first_and_what_is_owed(desk: Desk, clock: Clock) -> None:
    with desk.db.writing() as tx:
        values = {"sku": "PF", "name": "Pfanne", "price": Decimal(1), "vat": Decimal(19)}
        product = tx.insert(t.product.insert(), values)
    articles.save(desk, ArticleDraft(title="Einbrennen", skus=["PF"]))
    draft = draft_with(desk, ("Pfanne", "1"))
    draft.lines[0].product_id = product
    assert draft.customer_id is not None
    for n in range(3):
        clock.now += timedelta(days=1)
        draft.key = f"draft {n}"
        orders.place(desk, draft, {})
    newest, middle, oldest = (row.order_id for row in orders.page(desk))
    orders.move(desk, newest, "cancelled", "doppelt")
    callbacks.plan(
        desk, CallbackDraft(customer_id=draft.customer_id, words="Deckel", due_at=clock.now)
    )
    card = customers.card(desk, draft.customer_id)
    assert [each.order_id for each in card.orders] == [middle, oldest, newest]
    assert (card.open_count, card.regular) == (2, True)
    assert [each.words for each in card.callbacks] == ["Deckel"]
    assert [(each.title, each.product) for each in card.answers] == [("Einbrennen", "Pfanne")]
    assert card.contacts == ()
    call = calls.start(desk, ANNA)
    callers.assign(desk, call.call_id, draft.customer_id)
    assert [each.call_id for each in customers.card(desk, draft.customer_id).contacts] == [
        call.call_id
    ]
