"""A shop of its own, from nothing to the first letter."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.first_day as first_day
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.outcomes as outcomes
import shopphone.services.settings as settings
from shopphone.domain.calls import WrapUp
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from tests.services.test_orders import HOME, SHOP


def test_a_new_shop_takes_its_first_order_prints_and_finishes_the_call(desk: Desk) -> None:
    first_day.begin(desk)
    settings.save(desk, SHOP)
    call = calls.start(desk)
    customer = customers.save(desk, CustomerDraft(last_name="Löffler", billing=HOME))
    parcel = orders.shipping_methods(desk)[0]
    draft = OrderDraft(
        customer_id=customer,
        customer_name="Löffler",
        billing=HOME,
        lines=[LineDraft(name="Pfanne", unit_price=Decimal("39.00"), price_source="free")],
        shipping_code=parcel.code,
        shipping_gross=parcel.cost(Decimal("39.00")),
        told=dict.fromkeys(POINTS, datetime(2026, 11, 24, 8, 55, tzinfo=UTC).isoformat()),
        call_id=call.call_id,
    )
    placed = orders.place(desk, draft, {})
    assert placed.total == Decimal("43.90")
    assert letters.write(desk, "confirmation", placed.order_id).pdf.startswith(b"%PDF-")
    ordered = next(each for each in outcomes.every(desk) if "sale" in each.flags)
    done = calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=ordered.outcome_id))
    assert (done.state, done.outcome) == ("closed", "Bestellt")


def test_a_shop_that_has_outcomes_keeps_its_own(desk: Desk) -> None:
    first_day.begin(desk)
    known = outcomes.every(desk)
    first_day.begin(desk)
    assert outcomes.every(desk) == known


def test_ways_of_sending_are_checked_when_they_are_saved(desk: Desk) -> None:
    settings.save(desk, {"shipping.methods": "Bote; Messenger; 3,00; ; AT"})
    assert [each.name("de") for each in orders.shipping_methods(desk)] == ["Bote"]
    with pytest.raises(Refused, match="shipping_unreadable") as refusal:
        settings.save(desk, {"shipping.methods": "Bote; Messenger; viel"})
    assert refusal.value.facts == {"field": "shipping.methods", "line": 1}
    assert [each.price for each in orders.shipping_methods(desk)] == [Decimal(3)]
