"""What the telephone reports becomes one log entry per call, whatever order it comes in."""

from datetime import timedelta
from itertools import permutations
from threading import Barrier, Thread

import pytest

import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.calls as calls
from shopphone.domain.calls import CallFilter, CallRow, CallState, WrapUp
from shopphone.domain.events import CallEventKind
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_callers import ANSWERED, ENDED, RINGING, known, report

ANNA = "089 99998-123"
DIALLING = CallEventKind.DIALLING


def only_call(desk: Desk) -> CallRow:
    (row,) = call_log.page(desk, CallFilter())
    return row


def talked(desk: Desk, clock: Clock, key: str, number: str = ANNA, **more: object) -> None:
    kind = DIALLING if more.get("direction") == "out" else RINGING
    for each in (kind, ANSWERED, ENDED):
        clock.now += timedelta(seconds=20)
        report(desk, each, number, key, seconds=20 if each is ENDED else None, **more)


def test_desks_that_hear_one_call_at_once_log_it_once(desk: Desk) -> None:
    together = Barrier(3)

    def hear() -> None:
        for n in range(20):
            together.wait()
            report(desk, RINGING, ANNA, f"k{n}")

    desks = [Thread(target=hear) for _ in range(3)]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    assert len(call_log.page(desk, CallFilter())) == 20


@pytest.mark.parametrize("order", list(permutations((RINGING, ANSWERED, ENDED))))
def test_reports_in_any_order_and_twice_are_one_ended_call(
    desk: Desk, order: tuple[CallEventKind, ...]
) -> None:
    for kind in (*order, *order):
        report(desk, kind, ANNA, seconds=12)
    assert only_call(desk).state in (CallState.WRAP_UP, CallState.MISSED)
    assert len(call_log.waiting(desk).wrap_ups) + len(call_log.missed(desk)) == 1


def test_a_late_answer_never_brings_a_finished_call_back(desk: Desk, clock: Clock) -> None:
    talked(desk, clock, "k1")
    call = only_call(desk)
    with desk.db.writing() as tx:
        outcome = tx.insert(t.outcome.insert(), {"key": "sold", "name_de": "Verkauft"})
    calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=outcome))
    report(desk, ANSWERED, ANNA, "k1")
    report(desk, ENDED, ANNA, "k1", seconds=99)
    found = only_call(desk)
    assert (found.state, found.outcome, found.seconds) == (CallState.CLOSED, "Verkauft", 20)


def test_a_ring_shorter_than_any_popup_is_logged_as_missed(desk: Desk, clock: Clock) -> None:
    report(desk, RINGING, ANNA)
    clock.now += timedelta(milliseconds=40)
    report(desk, ENDED, ANNA, seconds=0)
    found = only_call(desk)
    assert (found.state, found.seconds) == (CallState.MISSED, 0)


def test_a_slot_used_again_gives_two_calls_and_an_unknown_end(desk: Desk) -> None:
    report(desk, RINGING, ANNA, "slot0-1")
    report(desk, ANSWERED, ANNA, "slot0-1")
    report(desk, ENDED, ANNA, "slot0-1", unknown_end=True)
    report(desk, RINGING, "069 90009-777", "slot0-2")
    second, first = call_log.page(desk, CallFilter())
    assert (first.state, second.state) == (CallState.WRAP_UP, CallState.RINGING)
    assert first.seconds is None
    assert call_log.detail(desk, first.call_id).ended_by == "unknown"


def test_joining_while_the_machine_answers_is_a_missed_call(desk: Desk) -> None:
    report(desk, ANSWERED, ANNA, by_machine=True)
    report(desk, ENDED, ANNA, seconds=31)
    assert only_call(desk).state == CallState.MISSED
    assert call_log.detail(desk, only_call(desk).call_id).by_machine


def test_someone_who_takes_over_from_the_machine_talks(desk: Desk) -> None:
    report(desk, RINGING, ANNA)
    report(desk, ANSWERED, ANNA, by_machine=True)
    report(desk, ANSWERED, ANNA)
    report(desk, ENDED, ANNA, seconds=31)
    assert only_call(desk).state == CallState.WRAP_UP
    assert call_log.missed(desk) == ()


def test_a_missed_call_is_closed_once_we_have_called_back(desk: Desk, clock: Clock) -> None:
    report(desk, RINGING, ANNA, "k1")
    report(desk, ENDED, ANNA, "k1", seconds=0)
    report(desk, RINGING, "069 90009-777", "other")
    report(desk, ENDED, "069 90009-777", "other", seconds=0)
    talked(desk, clock, "k2", "+49 89 99998123", direction="out")
    assert [each.raw_number for each in call_log.missed(desk)] == ["069 90009-777"]


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_call_finished_before_hanging_up_closes_the_missed_one(
    desk: Desk, clock: Clock, *, by_hand: bool
) -> None:
    report(desk, RINGING, ANNA, "k1")
    report(desk, ENDED, ANNA, "k1", seconds=0)
    clock.now += timedelta(minutes=5)
    if by_hand:
        call = calls.start(desk, ANNA)
    else:
        report(desk, RINGING, ANNA, "k2")
        report(desk, ANSWERED, ANNA, "k2")
        call = call_log.page(desk, CallFilter())[0]
    calls.finish(desk, WrapUp(call_id=call.call_id))
    assert call_log.page(desk, CallFilter())[1].state == CallState.CLOSED


def test_a_call_back_nobody_takes_leaves_the_call_missed(desk: Desk, clock: Clock) -> None:
    report(desk, RINGING, ANNA, "k1")
    report(desk, ENDED, ANNA, "k1", seconds=0)
    report(desk, DIALLING, ANNA, "k2", direction="out")
    report(desk, ENDED, ANNA, "k2", seconds=0)
    assert [each.times for each in call_log.missed(desk)] == [1]


def test_withheld_callers_are_missed_one_by_one(desk: Desk, clock: Clock) -> None:
    for key in ("k1", "k2"):
        report(desk, RINGING, "", key)
        report(desk, ENDED, "", key, seconds=0)
    talked(desk, clock, "k3", "")
    assert [each.times for each in call_log.missed(desk)] == [1, 1]


def test_missed_calls_can_be_taken_off_by_hand(desk: Desk) -> None:
    for key in ("k1", "k2"):
        report(desk, RINGING, ANNA, key)
        report(desk, ENDED, ANNA, key, seconds=0)
    (group,) = call_log.missed(desk)
    calls.dismiss_missed(desk, group.call_ids)
    assert call_log.missed(desk) == ()
    assert {row.state for row in call_log.page(desk, CallFilter())} == {CallState.CLOSED}


def test_a_call_of_someone_with_an_own_number_is_theirs(desk: Desk) -> None:
    customer = known(desk, "Löffler", (ANNA, "mobile"))
    report(desk, RINGING, "+49 89 99998 123")
    assert only_call(desk).customer_id == customer


@pytest.mark.parametrize("label", ["trunk", "old"])
def test_a_guess_is_never_saved_with_the_call(desk: Desk, label: str) -> None:
    known(desk, "Tannwirt", ("0221 4710-0", label))
    report(desk, RINGING, "0221 4710-0" if label == "old" else "0221 4710-145")
    assert only_call(desk).customer_id is None


def test_of_several_people_none_is_saved(desk: Desk) -> None:
    known(desk, "Söllner A", (ANNA, "mobile"))
    known(desk, "Söllner B", (ANNA, "home"))
    report(desk, RINGING, ANNA)
    assert only_call(desk).customer_id is None


def test_two_calls_begun_by_hand_at_the_same_moment_are_two(desk: Desk) -> None:
    assert calls.start(desk).call_id != calls.start(desk).call_id


def test_the_length_of_a_call_begun_by_hand_is_counted(desk: Desk, clock: Clock) -> None:
    call = calls.start(desk, ANNA)
    clock.now += timedelta(seconds=95)
    wrapped = WrapUp(call_id=call.call_id, satisfaction=4, purpose="advice", note="gut")
    found = calls.finish(desk, wrapped)
    assert (found.seconds, found.satisfaction, found.purpose) == (95, 4, "advice")
    assert (found.state, found.staff) == (CallState.WRAP_UP, "Anna Berger")


def test_finishing_again_changes_the_outcome_and_keeps_the_length(desk: Desk, clock: Clock) -> None:
    call = calls.start(desk, ANNA)
    calls.finish(desk, WrapUp(call_id=call.call_id, note="a"))
    clock.now += timedelta(hours=2)
    assert calls.finish(desk, WrapUp(call_id=call.call_id, note="b")).seconds == 0


def test_one_call_opens_with_all_that_hangs_on_it(desk: Desk) -> None:
    import shopphone.services.answers as answers
    import shopphone.services.callbacks as callbacks
    import shopphone.services.orders as orders
    from shopphone.domain.callbacks import CallbackDraft
    from shopphone.domain.knowledge import ArticleDraft
    from tests.services.test_orders import draft_with

    call = calls.start(desk, ANNA)
    article = articles.save(desk, ArticleDraft(title="Rost"))
    answers.used(desk, article, call.call_id, "helped", "rost weg")
    draft = draft_with(desk, ("Pfanne", "54.90"))
    draft.call_id = call.call_id
    placed = orders.place(desk, draft, {})
    callbacks.plan(
        desk,
        CallbackDraft(raw_number=ANNA, call_id=call.call_id, words="Deckel", due_at=desk.now()),
    )
    found = call_log.detail(desk, call.call_id)
    assert found.order_numbers == (placed.number,)
    assert found.articles == (("Rost", "helped"),)
    assert found.callbacks == ("Deckel",)


def test_the_desk_shows_what_was_in_hand_and_nothing_older(desk: Desk, clock: Clock) -> None:
    old = calls.start(desk, ANNA)
    clock.now += timedelta(hours=13)
    new = calls.start(desk, ANNA)
    assert old.call_id != new.call_id
    assert [row.call_id for row in call_log.in_hand(desk, ())] == [new.call_id]


def test_a_call_that_another_phone_took_is_not_missed(desk: Desk) -> None:
    report(desk, RINGING, ANNA)
    report(desk, ENDED, ANNA, seconds=0, elsewhere=True)
    found = only_call(desk)
    assert found.state == CallState.CLOSED
    assert call_log.detail(desk, found.call_id).ended_by == "elsewhere"
    assert call_log.missed(desk) == ()


@pytest.mark.parametrize("answered_first", [True, False])
def test_the_desk_that_took_a_call_keeps_it_whatever_the_others_report(
    desk: Desk, answered_first: bool
) -> None:
    report(desk, RINGING, ANNA)
    reports = [(ANSWERED, False), (ENDED, True)]
    for kind, elsewhere in reports if answered_first else reports[::-1]:
        report(desk, kind, ANNA, elsewhere=elsewhere)
    assert only_call(desk).state == CallState.TALKING
    report(desk, ENDED, ANNA, seconds=20)
    found = only_call(desk)
    assert (found.state, found.seconds) == (CallState.WRAP_UP, 20)
    assert call_log.detail(desk, found.call_id).ended_by == ""
