"""Placing an order: what refuses it, its number, and that nothing agreed ever changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as shop_settings
from shopphone.domain.customers import Address, CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_orders import HOME, SHOP, draft_with

TOLD = "2026-11-24T08:55:00+00:00"


def changed(**fields: Any) -> Callable[[OrderDraft], None]:
    def change(draft: OrderDraft) -> None:
        for name, value in fields.items():
            setattr(draft, name, value)

    return change


def line(**fields: Any) -> Callable[[OrderDraft], None]:
    def change(draft: OrderDraft) -> None:
        draft.lines[0] = replace(draft.lines[0], **fields)

    return change


REFUSALS = {
    "no lines": (changed(lines=[]), "order_empty"),
    "no name": (line(name="  "), "line_incomplete"),
    "no quantity": (line(quantity=Decimal(0)), "line_incomplete"),
    "less than nothing": (line(quantity=Decimal(-1)), "line_incomplete"),
    "a quantity finer than it is kept": (line(quantity=Decimal("1.2345")), "line_incomplete"),
    "a quantity beyond any shelf": (line(quantity=Decimal(10**9)), "line_incomplete"),
    "a price finer than it is kept": (line(unit_price=Decimal("1.23456")), "line_incomplete"),
    "a price beyond any till": (line(unit_price=Decimal(10**8)), "line_incomplete"),
    "a discount beyond the price": (line(discount=Decimal("1.1")), "line_incomplete"),
    "a discount below nothing": (line(discount=Decimal("-0.1")), "line_incomplete"),
    "nobody": (changed(customer_id=None), "customer_missing"),
    "no street": (changed(billing=replace(HOME, street="")), "address_missing"),
    "no postcode": (changed(billing=replace(HOME, postcode="")), "address_missing"),
    "no town": (changed(billing=replace(HOME, town="")), "address_missing"),
    "half a delivery address": (changed(deliver_to=Address(town="Köln")), "address_missing"),
    "no way to send": (changed(shipping_code=""), "shipping_missing"),
    "nothing read back": (changed(told={}), "not_read_back"),
}


@pytest.mark.parametrize(("change", "rule"), REFUSALS.values(), ids=REFUSALS)
def test_an_order_is_refused_and_takes_no_number(
    desk: Desk, change: Callable[[OrderDraft], None], rule: str
) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    change(draft)
    with pytest.raises(Refused, match=rule):
        orders.place(desk, draft, {})
    assert orders.page(desk) == ()
    assert orders.place(desk, draft_with(desk, ("Öl", "1.00")), {}).number == "AB-2026-00001"


@pytest.mark.parametrize("missing", POINTS)
def test_each_point_that_is_not_told_is_named(desk: Desk, missing: str) -> None:
    draft = draft_with(desk, ("Pfanne", "1"), told=tuple(p for p in POINTS if p != missing))
    with pytest.raises(Refused) as refusal:
        orders.place(desk, draft, {})
    assert refusal.value.facts["missing"] == (missing,)


def test_an_order_that_fails_half_way_leaves_no_gap_in_the_numbers(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.article_ids = [4711]  # no such article: the last statement of the transaction fails
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        orders.place(desk, draft, {})
    draft.article_ids = []
    assert orders.place(desk, draft, {}).number == "AB-2026-00001"
    with desk.db.reading() as connection:
        assert len(connection.execute(select(t.order_line)).all()) == 1


def test_two_desks_that_place_at_once_get_numbers_without_gap(
    desk: Desk, second_desk: Desk
) -> None:
    desks = [desk, second_desk]
    drafts = [draft_with(desk, ("Pfanne", "1.00")) for _ in range(12)]
    for each in desks:
        each.staff_id()
    ready = Barrier(len(drafts))
    numbers: list[str] = []

    def place(n: int) -> None:
        ready.wait(10)
        numbers.append(orders.place(desks[n % 2], drafts[n], {}).number)

    threads = [Thread(target=place, args=(n,)) for n in range(len(drafts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == [f"AB-2026-{n:05d}" for n in range(1, 13)]


def test_the_year_of_the_number_is_the_shops_year(desk: Desk, clock: Clock) -> None:
    clock.now = clock.now.replace(month=12, day=31, hour=23, minute=30)  # 00:30 in Berlin
    assert orders.place(desk, draft_with(desk, ("Öl", "1")), {}).number == "AB-2027-00001"


def test_a_changed_product_customer_or_address_changes_no_order(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    with desk.db.writing() as tx:
        values = {"sku": "PF", "name": "Pfanne", "price": Decimal("54.90"), "vat": Decimal(19)}
        draft.lines[0].product_id = tx.insert(t.product.insert(), values)
    placed = orders.place(desk, draft, {})
    before = orders.detail(desk, placed.order_id)
    with desk.db.writing() as tx:
        tx.execute(update(t.product).values(name="Topf", price=Decimal(99), vat=Decimal(7)))
        tx.execute(
            update(t.shipping_method).values(content={"name_de": "x", "name_en": "y", "price": "9"})
        )
    assert draft.customer_id is not None
    moved = CustomerDraft(
        customer_id=draft.customer_id,
        last_name="Neu",
        billing=Address(street="S", postcode="10115", town="T"),
    )
    customers.save(desk, moved)
    after = orders.detail(desk, placed.order_id)
    assert after.lines[0].price_today == Decimal(99)
    assert replace(after, lines=(replace(after.lines[0], price_today=Decimal("54.90")),)) == before


prices = st.decimals(0, 2000, places=2) | st.decimals(0, 5, places=4)
some_lines = st.lists(
    st.builds(
        LineDraft,
        name=st.just("Ware"),
        unit_price=prices,
        quantity=st.integers(1, 30).map(Decimal) | st.decimals("0.001", 50, places=3),
        discount=st.just(Decimal(0)) | st.decimals(0, 1, places=4),
        vat=st.sampled_from([Decimal(19), Decimal(7), Decimal(0)]),
    ),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some_lines, st.decimals(0, 50, places=2), st.decimals(0, 20, places=2), st.booleans())
def test_a_stored_order_sums_up_to_what_was_said(
    desk: Desk, lines: list[LineDraft], discount: Decimal, shipping: Decimal, small: bool
) -> None:
    shop_settings.save(desk, {"policy.small_business": "1" if small else "0"})
    draft = draft_with(desk, ("x", "1"))
    draft.lines, draft.discount, draft.shipping_gross = lines, discount, shipping
    said = orders.totals_of(desk, draft)
    placed = orders.place(desk, draft, {})
    assert placed.total == said.total
    assert orders.detail(desk, placed.order_id).totals == said
    assert orders.page(desk, limit=1)[0].total == said.total


@pytest.mark.parametrize(
    ("way", "due"),
    [("prepay", date(2026, 11, 29)), ("invoice", date(2026, 12, 8)), ("card_link", None)],
)
def test_payment_is_due_overdue_paid_and_open_again(
    desk: Desk, clock: Clock, way: str, due: date | None
) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.payment_code = way
    order_id = orders.place(desk, draft, {}).order_id

    def state() -> str:
        assert orders.page(desk)[0].payment_state == orders.detail(desk, order_id).payment_state
        return orders.detail(desk, order_id).payment_state

    assert (orders.detail(desk, order_id).due_on, state()) == (due, "open")
    clock.now = clock.now.replace(month=12, day=9)
    assert state() == ("overdue" if due else "open")
    orders.set_paid(desk, order_id, desk.today())
    assert (orders.detail(desk, order_id).paid_on, state()) == (date(2026, 12, 9), "paid")
    orders.set_paid(desk, order_id, None)
    assert state() == ("overdue" if due else "open")
    orders.move(desk, order_id, "cancelled", "doppelt")
    assert state() == "open"


def test_the_carriers_link_carries_the_number_and_nothing_else(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    with desk.db.writing() as tx:
        content = {
            "name_de": "P",
            "name_en": "P",
            "price": "1",
            "tracking_url": "https://example.org/?n={tracking}",
        }
        tx.execute(update(t.shipping_method).values(content=content))
    order_id = orders.place(desk, draft, {}).order_id
    orders.set_tracking(desk, order_id, "DHL", " 0034 0434 ")
    found = orders.detail(desk, order_id)
    assert (found.carrier, found.tracking) == ("DHL", "0034 0434")
    assert found.tracking_url == "https://example.org/?n=0034%200434"
    orders.set_tracking(desk, order_id, "DHL", '"><script>&x=1#')
    link = orders.detail(desk, order_id).tracking_url
    assert link == "https://example.org/?n=%22%3E%3Cscript%3E%26x%3D1%23"
    orders.set_tracking(desk, order_id, "", "  ")
    assert orders.detail(desk, order_id).tracking_url == ""


def test_every_move_is_kept_with_who_and_when(desk: Desk, second_desk: Desk, clock: Clock) -> None:
    shop_settings.save(desk, SHOP)
    order_id = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {}).order_id
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    for target in ("shipped", "delivered", "closed"):
        clock.now = clock.now.replace(day=clock.now.day + 1)
        assert target in orders.detail(desk, order_id).next_states
        orders.move(second_desk, order_id, target)
    found = orders.detail(desk, order_id)
    assert [move.target for move in found.moves] == [
        "placed", "confirmed", "shipped", "delivered", "closed",
    ]  # fmt: skip
    assert [move.staff for move in found.moves] == ["Anna Berger"] * 2 + ["Jonas Weber"] * 3
    assert (found.shipped_on, found.delivered_on) == (date(2026, 11, 25), date(2026, 11, 26))
    assert found.next_states == ()


def test_orders_are_found_by_state_words_and_page_by_page(desk: Desk, clock: Clock) -> None:
    for n in range(13):
        clock.now = clock.now.replace(minute=n // 4)
        orders.place(desk, draft_with(desk, (f"Ware {n}", "1")), {})
    orders.move(desk, orders.page(desk)[0].order_id, "cancelled", "doppelt")
    expected = [row.key for row in orders.page(desk)]
    assert expected == sorted(expected, reverse=True)
    seen: list[tuple[int, int]] = []
    before = None
    while rows := orders.page(desk, "", "", before, 3):
        seen += [row.key for row in rows]
        before = rows[-1].key
    assert seen == expected
    assert [row.first_line for row in orders.page(desk, "cancelled")] == ["Ware 12"]
    assert [row.first_line for row in orders.page(desk, text="ware 7")] == ["Ware 7"]
    assert len(orders.page(desk, text="löff")) == 13
    assert [row.number for row in orders.page(desk, text="00003")] == ["AB-2026-00003"]


def test_what_is_read_back_is_this_order(desk: Desk) -> None:
    shop_settings.save(desk, {**SHOP, "policy.extension_months": "3", "policy.return_cost": "shop"})
    draft = draft_with(desk, ("Pfanne", "54.90"), ("Gravur", "9.00"))
    draft.lines[1] = replace(draft.lines[1], withdrawal_rule="never:1", quantity=Decimal(2))
    p1, p2, p3, p4, _ = orders.read_back(desk, draft)
    assert [f"{line.quantity} {line.name}" for line in p1.lines] == ["1 Pfanne", "2 Gravur"]
    assert (p2.seller, p3.total, p3.shipping) == ("Laden", Decimal("77.80"), Decimal("4.90"))
    assert (p4.extension_months, p4.return_cost, p4.excluded) == (3, "shop", ("Gravur",))


def test_each_tick_keeps_its_time_its_words_and_who(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "1"))
    draft.told = {point: f"2026-11-24T08:5{n}:00+00:00" for n, point in enumerate(POINTS)}
    placed = orders.place(desk, draft, {point: f"Satz {point}" for point in POINTS})
    told = orders.detail(desk, placed.order_id).told
    assert [(p, w, at.minute, who) for p, w, at, who in told] == [
        (point, f"Satz {point}", 50 + n, "Anna Berger") for n, point in enumerate(POINTS)
    ]


def test_shipping_is_free_from_the_goods_value_the_shop_says(desk: Desk) -> None:
    draft_with(desk, ("x", "1"))
    with desk.db.writing() as tx:
        content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": "59.00"}
        tx.execute(update(t.shipping_method).values(content=content))
    (method,) = orders.shipping_methods(desk)
    assert (method.name("de"), method.name("en")) == ("Paket", "Parcel")
    assert [method.cost(Decimal(goods)) for goods in ("0", "58.99", "59", "90")] == [
        Decimal("4.90"), Decimal("4.90"), Decimal(0), Decimal(0),
    ]  # fmt: skip


def test_a_small_business_reads_out_no_vat(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    assert orders.read_back(desk, draft)[2].with_vat
    shop_settings.save(desk, {"policy.small_business": "1"})
    assert not orders.read_back(desk, draft)[2].with_vat
