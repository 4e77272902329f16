"""F12 while the shop is away, and what must not go from one order to another."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import shopphone.services.customers as customers
import shopphone.services.lanes as lanes
from shopphone.domain.events import CallEventKind
from shopphone.domain.orders import LineDraft
from tests.ui.driving import Shop

OpenShop = Callable[..., Shop]
KNOWN, AUSTRIAN = "089 99998-123", "Monika Achleitner"


def in_a_call(open_shop: OpenShop) -> Shop:
    shop = open_shop()
    shop.ring(KNOWN, "1")
    shop.ring(KNOWN, "1", CallEventKind.ANSWERED)
    desk = shop.telephone()
    shop.until(lambda: desk.caller.card is not None)
    return shop


def test_a_call_that_cannot_be_finished_comes_back_with_its_note(open_shop: OpenShop) -> None:
    shop = in_a_call(open_shop)
    desk = shop.telephone()
    desk.note.setPlainText("Pfanne rostet")
    call_id = next(iter(desk.lanes))
    file = shop.desk.db.engine.url.database
    with closing(sqlite3.connect(str(file), isolation_level=None)) as another:
        another.execute("begin immediate")
        desk.act("finish")
        shop.until(lambda: True)
        another.execute("rollback")
    assert call_id in desk.lanes
    assert desk.lanes[call_id].work.note == "Pfanne rostet"
    kept = {each.row.call_id: each.work.note for each in lanes.in_hand(shop.desk).lanes}
    assert kept[call_id] == "Pfanne rostet"


def test_what_was_told_to_one_customer_is_told_again_to_another(open_shop: OpenShop) -> None:
    shop = in_a_call(open_shop)
    form = shop.telephone().form
    form.draft.lines.append(LineDraft(name="Pfanne"))
    form.lines.edited.emit()
    form.draft.told["P1"] = form.draft.told["P2"] = "2026-11-24T09:00:00+00:00"
    card = shop.telephone().caller.card
    assert card is not None
    form.set_customer(card)
    assert set(form.draft.told) == {"P1", "P2"}
    other = customers.search(shop.desk, AUSTRIAN, 1)[0].customer_id
    form.set_customer(customers.card(shop.desk, other))
    assert form.draft.told == {}


def test_a_removed_line_comes_back_to_its_own_order_only(open_shop: OpenShop) -> None:
    table = in_a_call(open_shop).telephone().form.lines
    mine, other = [LineDraft(name="Pfanne")], [LineDraft(name="Tee")]
    table.show_lines(mine)
    table._remove(0)
    table.show_lines(other)
    assert table._removed == []
    assert [line.name for line in other] == ["Tee"]
