"""The small letters around an order: which fit, what they say, and that they are kept once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

import shopphone.services.letters as letters
import shopphone.services.order_letters as order_letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from tests.letters import reading
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

Placing = Callable[[], int]


def placed(desk: Desk, to: Address | None = None, payment: str = "invoice") -> int:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"), ("Deckel", "19.90"))
    draft = replace(draft, deliver_to=to, payment_code=payment)
    return orders.place(desk, tell(desk, draft), {}).order_id


def said(desk: Desk, kind: str, order_id: int) -> str:
    return reading.flat(order_letters.write(desk, kind, order_id).pdf)


def test_a_receipt_accepts_nothing_and_asks_for_no_money(desk: Desk) -> None:
    order_id = placed(desk)
    assert order_letters.fitting(desk, order_id) == ("receipt",)
    text = said(desk, "receipt", order_id)
    assert "es nimmt sie nicht an" in text
    assert "Bitte zahlen Sie aufgrund dieses Schreibens noch nichts" in text
    assert "DE89" not in text
    letters.enclose(desk, order_id)
    assert "receipt" not in order_letters.fitting(desk, order_id)


def test_the_same_facts_give_the_kept_letter_and_a_waiting_one_is_replaced(
    desk: Desk, clock: Clock
) -> None:
    order_id = placed(desk)
    first = order_letters.write(desk, "receipt", order_id)
    assert order_letters.write(desk, "receipt", order_id) == first
    clock.now += timedelta(days=1)
    second = order_letters.write(desk, "receipt", order_id)
    assert second.row.letter_id != first.row.letter_id
    assert [row.letter_id for row in letters.queue(desk)] == [second.row.letter_id]
    letters.sent(desk, second.row.letter_id, "print")
    clock.now += timedelta(days=1)
    order_letters.write(desk, "receipt", order_id)
    assert letters.read(desk, second.row.letter_id).row.state == "printed"


def test_a_delivery_note_names_no_price_and_greets_whom_the_parcel_goes_to(desk: Desk) -> None:
    to = Address(name="Jonas Beispiel", street="Am Hang 3", postcode="80331", town="München")
    order_id = placed(desk, to)
    letters.enclose(desk, order_id)
    first = orders.detail(desk, order_id).lines[0].position
    orders.send_parcel(desk, order_id, "DHL", "4711", {first: Decimal(1)})
    text = said(desk, "delivery", order_id)
    assert "€" not in text
    assert "54,90" not in text
    assert "Am Hang 3" in text
    assert "Guten Tag Jonas Beispiel," in text
    assert "Sendungsnummer 4711" in text
    sent, rest = text.split("Folgt in einer weiteren Sendung")
    assert ("Pfanne" in sent, "Deckel" in sent) == (True, False)
    assert ("Pfanne" in rest, "Deckel" in rest) == (False, True)


def test_a_reminder_comes_only_when_the_day_has_passed_and_asks_for_no_fee(
    desk: Desk, clock: Clock
) -> None:
    order_id = placed(desk)
    letters.enclose(desk, order_id)
    with pytest.raises(Refused) as refused:
        order_letters.write(desk, "reminder", order_id)
    assert refused.value.rule == "letter_does_not_fit"
    clock.now += timedelta(days=30)
    letter = order_letters.write(desk, "reminder", order_id)
    order = orders.detail(desk, order_id)
    text = reading.flat(letter.pdf)
    assert "Weitere Kosten entstehen Ihnen durch dieses Schreiben nicht" in text
    (code,) = reading.codes(letter.pdf)
    assert f"EUR{order.totals.total}" in code.text
    assert f"{order.number} {order.customer_number}" in text
    orders.set_paid(desk, order_id, desk.today())
    assert "reminder" not in order_letters.fitting(desk, order_id)


def test_a_cancellation_says_what_becomes_of_the_money_and_the_refund_that_it_went(
    desk: Desk,
) -> None:
    order_id = placed(desk, payment="prepay")
    orders.set_paid(desk, order_id, desk.today())
    orders.move(desk, order_id, "cancelled", "doppelt bestellt")
    assert order_letters.fitting(desk, order_id) == ("cancellation",)
    text = said(desk, "cancellation", order_id)
    total = f"{orders.detail(desk, order_id).totals.total}".replace(".", ",")
    assert f"von {total} € zahlen wir zurück" in text
    assert "auf das Konto, von dem Sie überwiesen haben" in text
    assert "doppelt bestellt" not in text  # a note of the desk's
    orders.set_refunded(desk, order_id, desk.today())
    text = said(desk, "refund", order_id)
    assert f"24. November 2026 {total} € erstattet" in text


def test_an_unpaid_order_that_is_cancelled_owes_nothing(desk: Desk) -> None:
    order_id = placed(desk)
    orders.move(desk, order_id, "cancelled", "Irrtum")
    assert "Zu zahlen ist nichts mehr" in said(desk, "cancellation", order_id)
    assert order_letters.fitting(desk, order_id) == ("cancellation",)
