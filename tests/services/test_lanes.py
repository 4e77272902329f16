"""Calls in hand at a start: nothing typed is missing, nothing placed is offered again."""

from datetime import timedelta

import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.drafts as drafts
import shopphone.services.lanes as lanes
import shopphone.services.orders as orders
from shopphone.domain.calls import WrapUp
from shopphone.domain.customers import CustomerDraft, MatchReason, PhoneEntry
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.domain.lanes import LaneWork
from shopphone.services.desk import Desk
from tests.services.conftest import Clock
from tests.services.test_orders import draft_with
from tests.support.telling import tell


def missed_call(desk: Desk, number: str) -> int:
    for kind in (CallEventKind.RINGING, CallEventKind.ENDED):
        event = CallEvent(
            kind=kind, call_key=number, source="test", direction="in", number_raw=number,
            own_number="", at=desk.now(),
        )  # fmt: skip
        found = calls.happened(desk, event)
    assert found is not None
    return found.call_id


def test_the_orders_of_two_lanes_both_come_back(desk: Desk) -> None:
    begun = {}
    for goods in ("Pfanne", "Öl"):
        call = calls.start(desk)
        draft = tell(desk, draft_with(desk, (goods, "9.80")))
        draft.call_id = call.call_id
        drafts.keep_lane(desk, str(call.call_id), LaneWork(note=f"will {goods}"))
        drafts.keep_order(desk, str(call.call_id), draft)
        begun[call.call_id] = draft
    kept = lanes.in_hand(desk)
    assert {lane.row.call_id: lane.draft for lane in kept.lanes} == begun
    assert [lane.work.note for lane in kept.lanes] == ["will Pfanne", "will Öl"]


def test_a_missed_lane_stays_until_it_is_handled(desk: Desk) -> None:
    handled, open_ = missed_call(desk, "089 99998-101"), missed_call(desk, "089 99998-102")
    for call_id in (handled, open_):
        drafts.keep_lane(desk, str(call_id), LaneWork())
    calls.dismiss_missed(desk, (handled,))
    assert [lane.row.call_id for lane in lanes.in_hand(desk).lanes] == [open_]
    assert list(drafts.lanes(desk)) == [open_]


def test_a_missed_call_without_a_lane_gets_none(desk: Desk) -> None:
    missed_call(desk, "089 99998-101")
    assert lanes.in_hand(desk).lanes == ()


def test_a_lane_is_there_after_a_weekend(desk: Desk, clock: Clock) -> None:
    call = calls.start(desk)
    drafts.keep_lane(desk, str(call.call_id), LaneWork(note="Montag"))
    drafts.keep_current(desk, call.call_id)
    clock.now += timedelta(days=3)
    kept = lanes.in_hand(desk)
    assert [lane.work.note for lane in kept.lanes] == ["Montag"]
    assert kept.current == call.call_id


def test_a_placed_draft_is_not_offered_again(desk: Desk) -> None:
    call = calls.start(desk)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.call_id = call.call_id
    drafts.keep_order(desk, str(call.call_id), draft)
    placed = orders.place(desk, draft, {})
    lane = lanes.in_hand(desk).lanes[0]
    assert lane.placed == placed
    assert lane.draft.is_empty
    assert lane.draft.key != draft.key


def test_a_call_taken_up_again_has_the_order_that_was_begun(desk: Desk) -> None:
    call = calls.start(desk)
    draft = tell(desk, draft_with(desk, ("Pfanne", "54.90")))
    draft.call_id = call.call_id
    drafts.keep_order(desk, str(call.call_id), draft)
    drafts.keep_lane(desk, str(call.call_id), LaneWork(note="überlegt noch"))
    calls.finish(desk, WrapUp(call_id=call.call_id, note="überlegt noch"))
    drafts.forget_lane(desk, str(call.call_id))
    again = lanes.reopened(desk, call.call_id)
    assert (again.work.note, again.draft) == ("überlegt noch", draft)


def test_an_order_nobody_placed_does_not_stay_for_ever(desk: Desk, clock: Clock) -> None:
    call = calls.start(desk)
    draft = draft_with(desk, ("Pfanne", "54.90"))
    drafts.keep_order(desk, str(call.call_id), draft)
    calls.finish(desk, WrapUp(call_id=call.call_id))
    clock.now += timedelta(days=29)
    lanes.in_hand(desk)
    assert drafts.order(desk, str(call.call_id)) is not None
    clock.now += timedelta(days=2)
    lanes.in_hand(desk)
    assert drafts.order(desk, str(call.call_id)) is None


def test_a_customer_made_in_a_call_belongs_to_it_at_once(desk: Desk) -> None:
    call = calls.start(desk, "069 90009-777")
    draft = CustomerDraft(last_name="Neu", phones=[PhoneEntry(raw="069 90009-777", e164=None)])
    customer = customers.save(desk, draft, call.call_id)
    assert lanes.in_hand(desk).lanes[0].work.customer_id == customer


def test_the_card_says_why_it_is_shown(desk: Desk) -> None:
    draft = CustomerDraft(
        last_name="Neu", phones=[PhoneEntry(raw="069 90009-777", e164=None, label="mobile")]
    )
    customer = customers.save(desk, draft)
    by_number = customers.caller_card(desk, "069 90009-777", customer)
    assert (by_number.reason, by_number.reason_detail) == (MatchReason.PHONE, "mobile")
    assert customers.caller_card(desk, "", customer).reason is MatchReason.CHOSEN


def test_a_ring_taken_by_hand_is_answered(desk: Desk) -> None:
    event = CallEvent(
        kind=CallEventKind.RINGING, call_key="1", source="test", direction="in",
        number_raw="089 99998-101", own_number="", at=desk.now(),
    )  # fmt: skip
    ringing = calls.happened(desk, event)
    assert ringing is not None
    assert calls.take(desk, ringing.call_id).state == "talking"
