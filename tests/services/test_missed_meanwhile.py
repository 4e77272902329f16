"""What a box remembers fills the gaps of the log: nothing missing, nothing twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

import shopphone.services.call_log as call_log
import shopphone.services.calls as calls
import shopphone.services.missed_meanwhile as missed_meanwhile
from shopphone.domain.calls import CallFilter, CallRow, CallState
from shopphone.domain.phones import ListedCall
from shopphone.services.desk import SHOP_ZONE, Desk
from tests.services.conftest import Clock
from tests.services.test_callers import ANSWERED, ENDED, RINGING, report

ANNA, BEN = "08999998123", "08999998124"


def listed(desk: Desk, number: str = ANNA, **more: object) -> ListedCall:
    minute = desk.now().astimezone(SHOP_ZONE).replace(second=0, microsecond=0)
    call = ListedCall(
        list_id="7",
        direction="in",
        number=number,
        own_number="99998000",
        minute=minute,
        answered=False,
    )
    return replace(call, **more)  # type: ignore[arg-type]  # values of the test


def filled(desk: Desk, *found: ListedCall) -> int:
    return missed_meanwhile.fill(desk, "fritzbox", found)


def rows(desk: Desk) -> list[CallRow]:
    return list(call_log.page(desk, CallFilter()))


def test_a_call_nobody_heard_is_in_the_log_and_missed_and_only_once(desk: Desk) -> None:
    for times in range(3):
        assert filled(desk, listed(desk)) == (1 if times == 0 else 0)
    (row,) = rows(desk)
    assert (row.state, row.raw_number) == (CallState.MISSED, ANNA)
    assert len(call_log.missed(desk)) == 1


@pytest.mark.parametrize("seconds", [-59, 0, 59, 119])
def test_a_call_we_heard_is_the_same_within_a_minute_either_way(
    desk: Desk, clock: Clock, seconds: int
) -> None:
    entry = listed(desk)
    clock.now = entry.minute + timedelta(seconds=seconds)
    report(desk, RINGING, "089 99998-123", source="fritzbox")
    report(desk, ENDED, "089 99998-123", source="fritzbox", seconds=0)
    assert filled(desk, entry) == 0
    assert len(rows(desk)) == 1


@pytest.mark.parametrize("seconds", [-61, 121])
def test_further_away_it_is_another_call(desk: Desk, clock: Clock, seconds: int) -> None:
    entry = listed(desk)
    clock.now = entry.minute + timedelta(seconds=seconds)
    report(desk, RINGING, ANNA, source="fritzbox")
    report(desk, ENDED, ANNA, source="fritzbox", seconds=0)
    assert filled(desk, entry) == 1
    assert len(rows(desk)) == 2


def test_two_calls_in_one_minute_stay_two(desk: Desk) -> None:
    report(desk, RINGING, ANNA, source="fritzbox")
    report(desk, ENDED, ANNA, source="fritzbox", seconds=0)
    assert filled(desk, listed(desk), listed(desk, list_id="8")) == 1
    assert len(rows(desk)) == 2


def test_another_number_direction_or_withheld_caller_is_another_call(desk: Desk) -> None:
    report(desk, RINGING, ANNA, source="fritzbox")
    found = (
        listed(desk, number=BEN),
        listed(desk, number="", list_id="8"),
        listed(desk, direction="out", list_id="9"),
    )
    assert filled(desk, *found) == 3


def test_a_call_whose_end_was_lost_ends_as_the_list_says(desk: Desk, clock: Clock) -> None:
    report(desk, RINGING, ANNA, source="fritzbox")
    report(desk, ANSWERED, ANNA, source="fritzbox")
    entry = listed(desk, answered=True, seconds=180)
    clock.now += timedelta(minutes=10)
    assert filled(desk, entry) == 0
    (row,) = rows(desk)
    assert (row.state, row.seconds) == (CallState.WRAP_UP, 180)


def test_a_call_begun_by_hand_meanwhile_is_not_doubled_nor_ended(desk: Desk) -> None:
    calls.start(desk, ANNA)
    assert filled(desk, listed(desk, answered=True, seconds=60)) == 0
    (row,) = rows(desk)
    assert row.state == CallState.TALKING


def test_who_was_reached_meanwhile_is_no_longer_missed(desk: Desk, clock: Clock) -> None:
    filled(desk, listed(desk))
    clock.now += timedelta(minutes=20)
    filled(desk, listed(desk, direction="out", answered=True, seconds=60, list_id="8"))
    assert call_log.missed(desk) == ()
    assert {each.direction for each in rows(desk)} == {"in", "out"}


def test_a_caller_the_box_blocked_is_nobody_to_call_back(desk: Desk) -> None:
    report(desk, RINGING, BEN, "k2", source="fritzbox")
    report(desk, ENDED, BEN, "k2", source="fritzbox", seconds=0)
    filled(desk, listed(desk, blocked=True), listed(desk, number=BEN, list_id="8", blocked=True))
    assert call_log.missed(desk) == ()
    assert {each.state for each in rows(desk)} == {CallState.CLOSED}


def test_a_dialled_call_is_logged_as_one(desk: Desk) -> None:
    filled(desk, listed(desk, direction="out", answered=False))
    (row,) = rows(desk)
    assert row.direction == "out"
    assert row.rang_at <= desk.now()
