from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Thread

import pytest
from sqlalchemy import insert

import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.move_back as move_back
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.customers import Address, CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock

HOME = Address(street="Am Weg 1", postcode="80331", town="München")
SHOP = {
    "shop.name": "Laden", "shop.street": "Gasse 2", "shop.postcode": "80331", "shop.town": "München",
    "shop.phone": "089 99998-100", "shop.email": "laden@example.org",
    "shop.iban": "DE89370400440532013000",
}  # fmt: skip


def draft_with(desk: Desk, *lines: tuple[str, str], told: tuple[str, ...] = POINTS) -> OrderDraft:
    customer = customers.save(desk, CustomerDraft(last_name="Löffler", billing=HOME))
    with desk.db.writing() as tx:
        tx.execute(t.shipping_method.delete())
        content = {"name_de": "Paket", "name_en": "Parcel", "price": "4.90", "free_from": None}
        tx.execute(insert(t.shipping_method), {"code": "dhl", "content": content, "position": 0})
    moment = datetime(2026, 11, 24, 8, 55, tzinfo=UTC).isoformat()
    return OrderDraft(
        customer_id=customer,
        customer_name="Löffler",
        billing=HOME,
        lines=[LineDraft(name=name, unit_price=Decimal(price)) for name, price in lines],
        shipping_code="dhl",
        shipping_gross=Decimal("4.90"),
        told=dict.fromkeys(told, moment),
    )


def test_placing_is_refused_until_each_point_is_told(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"), told=("P1", "P2", "P4"))
    with pytest.raises(Refused) as refusal:
        orders.place(desk, draft, {})
    assert refusal.value.facts["missing"] == ("P3", "P5")
    assert orders.page(desk) == ()


def test_a_placed_order_keeps_what_was_agreed(desk: Desk) -> None:
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80")), {"P1": "x"})
    found = orders.detail(desk, placed.order_id)
    assert placed.number == "AB-2026-00001"
    assert found.totals.total == Decimal("69.60")
    assert [line.name for line in found.lines] == ["Pfanne", "Öl"]
    assert [point for point, *_ in found.told] == list(POINTS)
    assert found.state == "placed"


def test_two_desks_never_get_the_same_number(desk: Desk) -> None:
    drafts = [draft_with(desk, ("Pfanne", "1.00")) for _ in range(8)]
    numbers: list[str] = []

    def place(draft: OrderDraft) -> None:
        numbers.append(orders.place(desk, draft, {}).number)

    threads = [Thread(target=place, args=(draft,)) for draft in drafts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(numbers)) == 8


def test_nothing_is_shipped_before_its_confirmation(desk: Desk) -> None:
    settings.save(desk, SHOP)
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    with pytest.raises(Refused, match="move_not_allowed"):
        orders.move(desk, placed.order_id, "shipped")
    letter = letters.write(desk, "confirmation", placed.order_id)
    letters.sent(desk, letter.row.letter_id, "print", "Büro", "Büro-1")
    assert orders.detail(desk, placed.order_id).state == "confirmed"
    orders.move(desk, placed.order_id, "shipped")
    assert orders.detail(desk, placed.order_id).state == "shipped"


def test_cancelling_needs_a_reason(desk: Desk) -> None:
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    with pytest.raises(Refused, match="reason_missing"):
        orders.move(desk, placed.order_id, "cancelled")
    orders.move(desk, placed.order_id, "cancelled", "doppelt")
    assert orders.detail(desk, placed.order_id).moves[-1].reason == "doppelt"


def test_a_letter_without_the_shops_duties_is_refused_with_the_list(desk: Desk) -> None:
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    with pytest.raises(Refused) as refusal:
        letters.write(desk, "confirmation", placed.order_id)
    assert "shop.phone" in refusal.value.facts["missing"]  # type: ignore[operator]  # a tuple of codes


def test_the_same_order_gives_the_kept_letter(desk: Desk) -> None:
    settings.save(desk, SHOP)
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    first = letters.write(desk, "confirmation", placed.order_id)
    again = letters.write(desk, "confirmation", placed.order_id)
    assert first.pdf.startswith(b"%PDF-")
    assert (first.row.letter_id, first.pdf) == (again.row.letter_id, again.pdf)


def test_a_failing_printer_keeps_the_letter_in_the_queue(desk: Desk) -> None:
    settings.save(desk, SHOP)
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    letter = letters.write(desk, "confirmation", placed.order_id)
    assert letters.failed(desk, letter.row.letter_id, "Büro", "Toner leer").error == "Toner leer"
    assert [row.letter_id for row in letters.queue(desk)] == [letter.row.letter_id]


def test_an_unknown_receipt_gives_no_date(desk: Desk) -> None:
    settings.save(desk, SHOP)
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90")), {})
    letter = letters.write(desk, "confirmation", placed.order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    found = orders.detail(desk, placed.order_id).withdrawal
    assert found is not None
    assert found.until is None
    assert found.not_before is not None


def shipped(desk: Desk, clock: Clock) -> int:
    settings.save(desk, SHOP)
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80")), {})
    letter = letters.write(desk, "confirmation", placed.order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    orders.move(desk, placed.order_id, "shipped")
    clock.now += timedelta(days=4)
    return placed.order_id


def test_goods_arrive_on_the_day_that_is_typed(desk: Desk, clock: Clock) -> None:
    order_id = shipped(desk, clock)
    arrived = desk.today() - timedelta(days=2)
    for odd in (desk.today() + timedelta(days=1), desk.today() - timedelta(days=5)):
        with pytest.raises(Refused, match="day_"):
            orders.move(desk, order_id, "delivered", on=odd)
    orders.move(desk, order_id, "delivered", on=arrived)
    assert orders.detail(desk, order_id).delivered_on == arrived


def test_shipped_and_delivered_are_undone_with_a_trace(desk: Desk, clock: Clock) -> None:
    order_id = shipped(desk, clock)
    orders.move(desk, order_id, "delivered")
    with pytest.raises(Refused, match="reason_missing"):
        move_back.undo(desk, order_id, " ")
    move_back.undo(desk, order_id, "falsches Paket")
    order = orders.detail(desk, order_id)
    assert (order.state, order.delivered_on, order.shipped_on is None) == ("shipped", None, False)
    move_back.undo(desk, order_id, "liegt noch hier")
    order = orders.detail(desk, order_id)
    assert (order.state, order.shipped_on) == ("confirmed", None)
    assert [move.reason for move in order.moves if move.reason] == [
        "falsches Paket", "liegt noch hier",
    ]  # fmt: skip
    with pytest.raises(Refused, match="move_not_allowed"):
        move_back.undo(desk, order_id, "noch einmal")


def test_what_is_in_the_books_stays_shipped(desk: Desk, clock: Clock) -> None:
    order_id = shipped(desk, clock)
    with desk.db.writing() as tx:
        tx.execute(t.sale_order.update().values(exported_at=desk.now()))
    with pytest.raises(Refused, match="order_exported"):
        move_back.undo(desk, order_id, "falsches Paket")


def test_the_parcel_that_completed_an_order_is_undone_with_it(desk: Desk) -> None:
    settings.save(desk, SHOP)
    placed = orders.place(desk, draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80")), {})
    letter = letters.write(desk, "confirmation", placed.order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    orders.send_parcel(desk, placed.order_id, "DHL", "1", {1: Decimal(1)})
    orders.send_parcel(desk, placed.order_id, "GLS", "2", {2: Decimal(1)})
    move_back.undo(desk, placed.order_id, "nicht abgeholt")
    order = orders.detail(desk, placed.order_id)
    assert ([parcel.tracking for parcel in order.parcels], order.tracking) == (["1"], "1")
    assert ("parcel_undone", "GLS 2: 1 × Öl") in [(code, said) for code, said, *_ in order.events]
    orders.send_parcel(desk, placed.order_id, "GLS", "3", {2: Decimal(1)})
    assert orders.detail(desk, placed.order_id).state == "shipped"
