"""Orders of which something is withdrawn: changed, sent, paid back, and put right again."""

from datetime import date
from decimal import Decimal

import pytest

import shopphone.services.changes as changes
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.receipts as receipts
import shopphone.services.settings as settings
import shopphone.services.short_letters as short_letters
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.errors import Refused
from shopphone.domain.order_life import ratified_until
from shopphone.domain.withdrawal import Known
from shopphone.services.desk import Desk
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.services.test_withdrawals import TODAY, delivered, part, placed, whole
from tests.support.telling import tell

PARTS = ((1, "1"), (2, "2"))


def confirm(desk: Desk, order_id: int) -> None:
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")


def test_a_change_leaves_in_the_order_what_was_withdrawn(desk: Desk) -> None:
    order_id = placed(desk)
    withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    for quantity in ("0", "1"):
        draft = changes.begin(desk, order_id)
        if Decimal(quantity):
            draft.lines[1].quantity = Decimal(quantity)
        else:
            del draft.lines[1]
        with pytest.raises(Refused, match="line_withdrawn"):
            changes.place(desk, tell(desk, draft), {})
    assert orders.detail(desk, order_id).version == 1


def test_a_withdrawal_taken_back_is_still_read_once_its_line_is_cancelled(desk: Desk) -> None:
    order_id = placed(desk)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    withdrawals.take_back(desk, key, "verwechselt")
    other = withdrawals.declare(desk, part(desk, order_id, 1, "1"))
    draft = changes.begin(desk, order_id)
    del draft.lines[1]
    changes.place(desk, tell(desk, draft), {})
    mistaken, held = withdrawals.of_order(desk, order_id)
    assert mistaken.sheet.lines[0].name == "Öl"
    assert held.sheet.total == Decimal("59.80")  # with the delivery: nothing else is left
    assert {task.withdrawal_id for task in withdrawals.tasks(desk)} == {other}


def test_what_was_withdrawn_is_not_sent(desk: Desk) -> None:
    order_id = placed(desk)
    confirm(desk, order_id)
    withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    assert orders.detail(desk, order_id).withdrawn == ((2, Decimal(1)),)
    with pytest.raises(Refused, match="parcel_too_much"):
        orders.send_parcel(desk, order_id, "DHL", "1", {2: Decimal(2)})
    orders.send_parcel(desk, order_id, "DHL", "1", {1: Decimal(1), 2: Decimal(1)})
    assert orders.detail(desk, order_id).state == "shipped"


def test_a_change_leaves_in_the_order_what_was_sent(desk: Desk) -> None:
    order_id = placed(desk)
    confirm(desk, order_id)
    orders.send_parcel(desk, order_id, "DHL", "1", {1: Decimal(1)})
    draft = changes.begin(desk, order_id)
    del draft.lines[0]
    with pytest.raises(Refused, match="line_sent"):
        changes.place(desk, tell(desk, draft), {})
    assert orders.detail(desk, order_id).cancelled == ()


def test_a_change_begun_before_a_withdrawal_is_told_of_it(desk: Desk) -> None:
    order_id = placed(desk)
    draft = changes.begin(desk, order_id)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    draft.lines[0].quantity = Decimal(3)
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        changes.place(desk, tell(desk, draft), {})
    seen = orders.detail(desk, order_id).revision
    withdrawals.take_back(desk, key, "verwechselt")
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        orders.move(desk, order_id, "cancelled", "weg", seen)


def test_taking_back_the_first_of_two_puts_the_order_where_it_was_last(desk: Desk) -> None:
    order_id = placed(desk)
    first = withdrawals.declare(desk, part(desk, order_id, 1, "1"))
    confirm(desk, order_id)
    orders.move(desk, order_id, "shipped")
    withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    assert orders.detail(desk, order_id).state == "withdrawn"
    withdrawals.take_back(desk, first, "verwechselt")
    assert orders.detail(desk, order_id).state == "shipped"


def test_an_order_is_refunded_once_every_withdrawal_of_it_is(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    parts = [withdrawals.declare(desk, part(desk, order_id, at, many)) for at, many in PARTS]
    withdrawals.note(desk, parts[0], "refunded", TODAY)
    assert orders.detail(desk, order_id).payment_state == "paid"
    withdrawals.note(desk, parts[1], "refunded", TODAY)
    order = orders.detail(desk, order_id)
    assert (order.payment_state, order.refunded_on) == ("refunded", TODAY)
    (noted,) = withdrawals.read(desk, parts[0]).events
    withdrawals.forget_note(desk, noted.event_id)
    order = orders.detail(desk, order_id)
    assert (order.payment_state, order.refunded_on) == ("paid", None)


def test_what_was_never_paid_is_not_paid_back(desk: Desk) -> None:
    order_id = placed(desk)
    key = withdrawals.declare(desk, whole(desk, order_id))
    with pytest.raises(Refused, match="payment_move_not_allowed"):
        withdrawals.note(desk, key, "refunded", desk.today())
    assert orders.detail(desk, order_id).payment_state == "open"
    assert withdrawals.read(desk, key).events == ()


def test_a_service_has_a_last_day_once_its_confirmation_came(desk: Desk) -> None:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Reparatur", "54.90"))
    draft.matter = "service"
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    unsent = orders.detail(desk, order_id).withdrawal
    assert unsent is not None
    assert unsent.known is Known.AT_MOST
    confirm(desk, order_id)
    receipts.note(desk, order_id, "confirmed", desk.today(), "Mail")
    period = orders.detail(desk, order_id).withdrawal
    assert period is not None
    assert period.reckoning.steps[0].code in ("concluded", "confirmed")
    assert period.until is not None


def test_a_parents_two_weeks_do_not_end_on_a_holiday() -> None:
    assert ratified_until(date(2026, 12, 12), ("NW",)) == date(2026, 12, 28)


def test_a_letter_that_holds_no_longer_leaves_the_queue(desk: Desk) -> None:
    cancelled, withdrawn = placed(desk), placed(desk)
    for order_id in (cancelled, withdrawn):
        letters.write(desk, "confirmation", order_id)
    orders.move(desk, cancelled, "cancelled", "weg")
    key = withdrawals.declare(desk, whole(desk, withdrawn))
    assert letters.queue(desk) == ()
    acknowledged = short_letters.acknowledge(desk, key)
    assert [row.letter_id for row in letters.queue(desk)] == [acknowledged.row.letter_id]
    withdrawals.take_back(desk, key, "verwechselt")
    assert letters.queue(desk) == ()
