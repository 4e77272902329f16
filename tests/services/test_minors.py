"""A buyer under age: what a parent's yes covers, until when it counts, and what it starts."""

from datetime import timedelta
from decimal import Decimal

import pytest

import shopphone.services.changes as changes
import shopphone.services.letter_archive as letter_archive
import shopphone.services.letters as letters
import shopphone.services.minors as minors
import shopphone.services.offers as offers
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.domain.order_life import Minor
from shopphone.domain.orders import OrderDraft
from shopphone.services.desk import Desk
from tests.services.conftest import Clock
from tests.services.test_contracts import changed, confirmed, placed, price
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

DAY = timedelta(days=1)
WEEKS = timedelta(weeks=1)


def young(desk: Desk) -> OrderDraft:
    draft = draft_with(desk, ("Pfanne", "30.80"))
    draft.of_age, draft.parent, draft.payment_code = "no", "Frau Löffler", "invoice"
    return draft


def minor_of(desk: Desk, order_id: int) -> Minor:
    found = orders.detail(desk, order_id).minor
    assert found is not None
    return found


def send(desk: Desk, order_id: int) -> str:
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    return letter.row.kind


def test_a_changed_order_needs_a_new_yes(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk, young(desk))
    minors.answer(desk, order_id, yes=True, words="Ja.")
    send(desk, order_id)
    clock.now += 3 * DAY
    changed(desk, order_id, price("42.80"))
    minor = minor_of(desk, order_id)
    assert (minor.answer, minor.asked_on) == ("", desk.today())
    with pytest.raises(Refused, match="parent_pending"):
        orders.move(desk, order_id, "shipped")
    assert [each.order_id for each in minors.waiting(desk)] == [order_id]
    assert send(desk, order_id) == "pending"
    history = [(code, words) for code, words, *_ in orders.detail(desk, order_id).events]
    assert ("parent_again", "Ja.") in history
    minors.answer(desk, order_id, yes=True, words="Auch das.")
    assert send(desk, order_id) == "confirmation"
    orders.move(desk, order_id, "shipped")


def test_a_corrected_address_needs_no_new_yes(desk: Desk) -> None:
    order_id = placed(desk, young(desk))
    minors.answer(desk, order_id, yes=True, words="Ja.")
    draft = changes.begin(desk, order_id)
    draft.remark = "Bitte klingeln"
    changes.place(desk, tell(desk, draft), {})
    assert minor_of(desk, order_id).answer == "yes"


def test_a_buyer_found_to_be_under_age_later_waits_for_a_parent(desk: Desk) -> None:
    order_id = confirmed(desk, draft_with(desk, ("Pfanne", "30.80")))
    with pytest.raises(Refused, match="parent_missing"):
        minors.found(desk, order_id, " ")
    minors.found(desk, order_id, "Frau Löffler")
    order = orders.detail(desk, order_id)
    assert (order.of_age, order.minor is not None) == ("no", True)
    with pytest.raises(Refused, match="parent_pending"):
        orders.move(desk, order_id, "shipped")
    with pytest.raises(Refused, match="minor_known"):
        minors.found(desk, order_id, "Herr Löffler")


def test_the_form_of_a_change_can_say_so_too(desk: Desk) -> None:
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    draft = changes.begin(desk, order_id)
    draft.of_age, draft.parent = "no", "Frau Löffler"
    changes.place(desk, tell(desk, draft), {})
    assert minor_of(desk, order_id).is_pending
    assert orders.detail(desk, order_id).of_age == "no"


def test_two_weeks_count_from_the_receipt_of_the_request(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk, young(desk))
    asked_on = desk.today()
    assert minor_of(desk, order_id).received_on is None
    clock.now += 5 * DAY
    minors.request_received(desk, order_id, desk.today())
    assert minor_of(desk, order_id).ratified_until == asked_on + 5 * DAY + 2 * WEEKS + DAY  # Sunday
    with pytest.raises(Refused, match="day_before_order"):
        minors.request_received(desk, order_id, asked_on - DAY)


def test_a_letter_that_was_received_is_the_request(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk, young(desk))
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    clock.now += 2 * DAY
    letter_archive.received(desk, letter.row.letter_id, desk.today(), "carrier")
    minor = minor_of(desk, order_id)
    assert (minor.received_on, minor.ratified_until) == (desk.today(), desk.today() + 2 * WEEKS)
    (asked,) = minors.waiting(desk)
    assert (asked.until, asked.is_known) == (minor.ratified_until, True)


def test_a_yes_after_two_weeks_does_not_count(desk: Desk, clock: Clock) -> None:
    """§ 108 (2) S. 2 BGB: what is not approved in time counts as refused."""
    order_id = placed(desk, young(desk))
    minors.request_received(desk, order_id, desk.today())
    last = minor_of(desk, order_id).ratified_until
    clock.now += 3 * WEEKS
    with pytest.raises(Refused, match="parent_too_late"):
        minors.answer(desk, order_id, yes=True, words="Doch, ja.")
    assert minor_of(desk, order_id).is_pending
    with pytest.raises(Refused, match="parent_refused"):
        letters.write(desk, "confirmation", order_id)
    minors.answer(desk, order_id, yes=True, words="Kam am letzten Tag.", on=last)
    assert minor_of(desk, order_id).answer == "yes"


def test_while_nobody_knows_when_the_request_came_a_yes_counts(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk, young(desk))
    clock.now += 3 * WEEKS
    minors.answer(desk, order_id, yes=True, words="Ja.")
    assert minor_of(desk, order_id).answer == "yes"


def test_an_answer_does_not_flip_silently(desk: Desk) -> None:
    order_id = placed(desk, young(desk))
    minors.answer(desk, order_id, yes=False, words="Nein.")
    with pytest.raises(Refused, match="parent_answered"):
        minors.answer(desk, order_id, yes=True, words="Ja.")
    with pytest.raises(Refused, match="reason_missing"):
        minors.take_back(desk, order_id, " ")
    minors.take_back(desk, order_id, "falscher Auftrag")
    assert minor_of(desk, order_id).is_pending
    minors.answer(desk, order_id, yes=True, words="Ja.")
    said = [(code, words) for code, words, *_ in orders.detail(desk, order_id).events]
    assert said == [
        ("parent_no", "Nein."), ("parent_undone", "falscher Auftrag"), ("parent_yes", "Ja."),
    ]  # fmt: skip


def test_days_to_pay_and_to_deliver_begin_with_the_yes(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk, young(desk))
    before = orders.detail(desk, order_id)
    assert before.due_on is not None
    assert before.latest_delivery is not None
    clock.now += 9 * DAY
    minors.answer(desk, order_id, yes=True, words="Ja.")
    after = orders.detail(desk, order_id)
    assert after.due_on == before.due_on + 9 * DAY
    assert after.latest_delivery == before.latest_delivery + 9 * DAY


def test_an_offer_asks_no_parent_before_it_is_a_contract(desk: Desk, clock: Clock) -> None:
    settings.save(desk, {**SHOP, "order.text_yes": "all"})
    draft = young(desk)
    draft.told.clear()
    offer_id = offers.offer(desk, tell(desk, draft), {}).order_id
    letters.sent(desk, letters.write(desk, "offer", offer_id).row.letter_id, "print")
    clock.now += 6 * DAY
    offers.accept(desk, offer_id, desk.today(), "email", "Ja.")
    order_id = offers.conclude(desk, offer_id).order_id
    minor = minor_of(desk, order_id)
    assert (minor.asked_on, minor.ratified_until) == (desk.today(), desk.today() + 2 * WEEKS)
    due = orders.detail(desk, order_id).due_on
    minors.answer(desk, order_id, yes=True, words="Ja.")
    assert orders.detail(desk, order_id).due_on == due  # nothing was waited for twice
    assert orders.detail(desk, order_id).totals.total == Decimal("35.70")
