"""Any text in any field goes through the services and comes back unharmed, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import insert

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.callbacks as callbacks
import shopphone.services.callers as callers
import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.drafts as drafts
import shopphone.services.gaps as gaps
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.products as products
import shopphone.services.settings as settings
from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import CallFilter, WrapUp
from shopphone.domain.customers import Address, CustomerDraft, PhoneEntry
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.lanes import LaneWork
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.hostile import EVERY, HOSTILE
from tests.services.test_orders import SHOP

NOW = datetime(2026, 11, 24, 8, 55, tzinfo=UTC)
every_text = pytest.mark.parametrize(
    ("text", "kept"), list(EVERY.items()), ids=[*HOSTILE, "NUL", "surrogate", "lone byte"]
)


def address(text: str) -> Address:
    return Address(name=text, extra=text, street=text, postcode="80469", town=text, country="DE")


def hostile_customer(desk: Desk, text: str) -> int:
    return customers.save(
        desk,
        CustomerDraft(
            salutation=text,
            first_name=text,
            last_name=text,
            company=text,
            note=text,
            phones=[PhoneEntry(raw=text, e164=None, label="home")],
            billing=address(text),
            delivery=[address(text)],
        ),
    )


def hostile_order(customer: int, text: str) -> OrderDraft:
    line = LineDraft(
        sku=text, name=text, option=text, description=text, unit_price=Decimal(1),
        price_note=text, content_unit=text, warning=text,
    )  # fmt: skip
    return OrderDraft(
        customer_id=customer,
        customer_name=text,
        billing=address(text),
        deliver_to=address(text),
        delivery_phone=text,
        email=text,
        lines=[line],
        shipping_code="pickup",
        told=dict.fromkeys(POINTS, NOW.isoformat()),
        remark=text,
    )


@every_text
def test_a_customer_is_kept_and_found(desk: Desk, text: str, kept: str) -> None:
    customer = hostile_customer(desk, text)
    found = customers.detail(desk, customer).draft
    clean = kept.strip()
    assert (found.first_name, found.last_name, found.company) == (clean, clean, clean)
    assert (found.salutation, found.note) == (kept, kept)
    assert [each.raw for each in found.phones] == [kept]
    assert found.billing == found.delivery[0] == address(kept)
    assert customer in [row.customer_id for row in customers.search(desk, text)]
    assert customers.page(desk, text) == customers.search(desk, text, limit=200)


@every_text
def test_a_call_is_kept_and_found(desk: Desk, text: str, kept: str) -> None:
    call = calls.start(desk, text)
    assert callers.identify(desk, text).candidates == ()
    calls.save_note(desk, call.call_id, text)
    assert call_log.row(desk, call.call_id).note == kept
    calls.finish(desk, WrapUp(call_id=call.call_id, purpose=text, note=text))
    row = call_log.row(desk, call.call_id)
    assert (row.raw_number, row.note, row.purpose) == (kept, kept, kept)
    found = call_log.page(desk, CallFilter(text=text[:300]))
    assert [each.call_id for each in found] == [call.call_id]
    callbacks.plan(desk, CallbackDraft(raw_number=text, words=text, due_at=desk.now()))
    assert [(each.raw_number, each.words) for each in callbacks.due(desk)] == [(kept, kept)]


@every_text
def test_an_order_is_kept_and_found(desk: Desk, text: str, kept: str) -> None:
    placed = orders.place(
        desk, hostile_order(hostile_customer(desk, "Löffler"), text), {"P1": text}
    )
    found = orders.detail(desk, placed.order_id)
    line = found.lines[0]
    assert (line.sku, line.name, line.option) == (kept, kept, kept)
    assert (line.description, line.price_note, line.content_unit) == (kept, kept, kept)
    assert (found.customer, found.email, found.remark) == (kept, kept, kept)
    assert found.billing == found.deliver_to == address(kept)
    assert found.told[0][1] == kept
    orders.set_tracking(desk, placed.order_id, text, text)
    orders.move(desk, placed.order_id, "cancelled", f"r {text}")
    moved = orders.detail(desk, placed.order_id)
    assert (moved.carrier, moved.tracking) == (kept, kept.strip())
    assert moved.moves[-1].reason == f"r {kept}"
    assert [row.order_id for row in orders.page(desk, text=text[:300])] == [placed.order_id]
    assert orders.by_number(desk, text) is None


@every_text
def test_an_article_is_kept_and_searched(desk: Desk, text: str, kept: str) -> None:
    draft = ArticleDraft(
        title=f"t {text}"[:100], say=text[:100], details=text, letter_paragraph=text,
        internal_note=text, topics=[text[:100]], groups=[text[:100]], owner=text[:100],
    )  # fmt: skip
    article = articles.save(desk, draft)
    found = articles.read(desk, article)
    short = kept[:100]
    assert found.title == f"t {kept}"[:100].strip()
    assert (found.say, found.topics, found.groups, found.owner) == (
        short,
        (short,),
        (short,),
        short,
    )
    assert (found.details, found.letter_paragraph, found.internal_note) == (kept, kept, kept)
    answers.find(desk, text)
    articles.page(desk, text)
    answers.used(desk, article, None, "helped", text[:150])
    gaps.note(desk, f"Frage {text}")
    assert gaps.open_gaps(desk)
    with desk.db.writing() as tx:
        values = {"sku": text, "name": text, "price": Decimal(1), "vat": Decimal(19)}
        product = tx.insert(insert(t.product), values)
    assert products.detail(desk, product).product.name == kept
    products.find(desk, text)


@every_text
def test_settings_and_work_in_hand_are_kept(desk: Desk, text: str, kept: str) -> None:
    settings.save(desk, {"shop.owner": text, "desk.staff": text, "letter.footer": text})
    values = settings.values(desk)
    assert values["shop.owner"] == values["letter.footer"] == kept.strip()
    assert values["desk.staff"] == kept.strip()
    draft = hostile_order(1, text)
    draft.told_facts = dict.fromkeys(POINTS, text)
    drafts.keep_order(desk, "7", draft)
    work = LaneWork(note=text, words=text, caller_words=text, newcomer={"town": text})
    drafts.keep_lane(desk, "7", work)
    assert drafts.order(desk, "7") == draft
    assert drafts.lanes(desk) == {7: work}


@every_text
def test_a_letter_can_be_written_of_it(desk: Desk, text: str, kept: str) -> None:
    settings.save(desk, {**SHOP, "policy.harmonised_notice": ""})
    short = text[:200]
    draft = hostile_order(hostile_customer(desk, short), short)
    draft.lines[0] = replace(draft.lines[0], content_unit="")
    placed = orders.place(desk, draft, {})
    letter = letters.write(desk, "confirmation", placed.order_id)
    assert letter.pdf.startswith(b"%PDF-")
    failed = letters.failed(desk, letter.row.letter_id, short, text)
    assert failed.error == (kept or "?")
    assert [row.letter_id for row in letters.queue(desk)] == [letter.row.letter_id]
    letters.sent(desk, letter.row.letter_id, "print", text, text)
    assert letters.archive(desk, placed.number)[0].letter_id == letter.row.letter_id
    assert letters.archive(desk, text[:300]) is not None
