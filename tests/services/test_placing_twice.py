"""A draft becomes one order, however often it is placed: the desk may die before it forgets it."""

from threading import Thread

import shopphone.services.calls as calls
import shopphone.services.drafts as drafts
import shopphone.services.orders as orders
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.services.desk import Desk
from tests.services.test_orders import draft_with
from tests.support.telling import tell


def test_a_draft_that_outlived_its_order_gives_the_same_order_back(desk: Desk) -> None:
    draft = tell(desk, draft_with(desk, ("Pfanne", "54.90")))
    drafts.keep_order(desk, "7", draft)
    first = orders.place(desk, draft, {})
    restored = drafts.order(desk, "7")
    assert restored is not None
    assert orders.place(desk, restored, {}) == first
    assert len(orders.page(desk)) == 1


def test_a_second_yes_takes_no_number(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    assert orders.place(desk, draft, {}) == orders.place(desk, draft, {})
    assert orders.place(desk, draft_with(desk, ("Öl", "9.80")), {}).number == "AB-2026-00002"


def test_one_draft_placed_from_many_sides_at_once_is_one_order(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "54.90"))
    placed: list[Placed] = []
    sides = [Thread(target=lambda: placed.append(orders.place(desk, draft, {}))) for _ in range(6)]
    for each in sides:
        each.start()
    for each in sides:
        each.join()
    assert len(placed) == 6
    assert len({each.number for each in placed}) == len(orders.page(desk)) == 1


def test_two_drafts_never_share_a_key() -> None:
    assert OrderDraft().key != OrderDraft().key


def test_a_call_names_the_orders_placed_in_it(desk: Desk) -> None:
    call = calls.start(desk, "089 99998-123")
    assert orders.placed_of(desk, call.call_id) == ()
    first, second = draft_with(desk, ("Pfanne", "54.90")), draft_with(desk, ("Öl", "9.80"))
    first.call_id = second.call_id = call.call_id
    placed = (orders.place(desk, first, {}), orders.place(desk, second, {}))
    orders.place(desk, draft_with(desk, ("Seife", "3.00")), {})
    assert orders.placed_of(desk, call.call_id) == placed
