"""The shop names its results of a call; reports read what they mean."""

import pytest

import shopphone.services.call_log as call_log
import shopphone.services.calls as calls
import shopphone.services.first_day as first_day
import shopphone.services.lanes as lanes
import shopphone.services.outcomes as outcomes
import shopphone.services.reports as reports
from shopphone.domain.calls import FLAGS, WINDOW_CLOSED, CallState, Outcome, OutcomeDraft, WrapUp
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk


@pytest.fixture
def shop(desk: Desk) -> Desk:
    first_day.begin(desk)
    return desk


def named(desk: Desk, name: str) -> Outcome:
    return next(each for each in outcomes.every(desk) if each.name_de == name)


def finished(desk: Desk, outcome_id: int | None) -> int:
    call = calls.start(desk, "089 99998-123")
    calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=outcome_id))
    return call.call_id


def test_a_first_day_has_an_outcome_for_everything_reports_read(shop: Desk) -> None:
    known = outcomes.every(shop)
    assert set(FLAGS) == {flag for each in known for flag in each.flags}
    assert [each.key for each in known if not each.is_offered] == [WINDOW_CLOSED]


def test_a_new_outcome_is_offered_behind_the_others(shop: Desk) -> None:
    draft = OutcomeDraft(name_de=" Rückgabe  geklärt ", name_en="Return", flags={"answered"})
    made = outcomes.save(shop, draft)
    last = outcomes.every(shop)[-1]
    assert (last.outcome_id, last.name_de, last.flags) == (
        made,
        "Rückgabe geklärt",
        frozenset({"answered"}),
    )
    assert last.is_offered


def test_renamed_it_is_the_same_to_reports(shop: Desk) -> None:
    sale = named(shop, "Bestellt")
    finished(shop, sale.outcome_id)
    outcomes.save(
        shop, OutcomeDraft(outcome_id=sale.outcome_id, name_de="Kauf", flags=set(sale.flags))
    )
    week = reports.week(shop)
    assert week.outcomes == (("Kauf", 1),)
    assert dict(week.by_flag)["sale"] == 1


def test_two_outcomes_with_one_flag_are_counted_together(shop: Desk) -> None:
    other = outcomes.save(shop, OutcomeDraft(name_de="Beschwerde", flags={"complaint"}))
    for each in (other, named(shop, "Reklamation aufgenommen").outcome_id, None):
        finished(shop, each)
    assert dict(reports.week(shop).by_flag)["complaint"] == 2


@pytest.mark.parametrize(
    ("name", "rule"), [(" ", "outcome_name"), ("BESTELLT", "outcome_name_taken")]
)
def test_a_name_must_be_there_and_its_own(shop: Desk, name: str, rule: str) -> None:
    with pytest.raises(Refused, match=rule):
        outcomes.save(shop, OutcomeDraft(name_de=name))


def test_its_own_name_may_be_written_anew(shop: Desk) -> None:
    sale = named(shop, "Bestellt")
    outcomes.save(shop, OutcomeDraft(outcome_id=sale.outcome_id, name_de="bestellt"))


def test_retired_it_stays_with_the_calls_that_have_it(shop: Desk) -> None:
    dropped = named(shop, "Abgebrochen")
    call_id = finished(shop, dropped.outcome_id)
    outcomes.retire(shop, dropped.outcome_id)
    assert not named(shop, "Abgebrochen").is_offered
    assert call_log.row(shop, call_id).outcome == "Abgebrochen"
    outcomes.offer_again(shop, dropped.outcome_id)
    assert named(shop, "Abgebrochen").is_offered


def test_the_last_one_cannot_be_retired(shop: Desk) -> None:
    *others, last = (each for each in outcomes.every(shop) if each.is_offered)
    for each in others:
        outcomes.retire(shop, each.outcome_id)
    with pytest.raises(Refused, match="outcome_last"):
        outcomes.retire(shop, last.outcome_id)


def test_a_window_closed_before_choosing_is_said_and_waits(shop: Desk) -> None:
    open_call, waiting = calls.start(shop, "089 99998-101").call_id, finished(shop, None)
    done = finished(shop, named(shop, "Bestellt").outcome_id)
    outcomes.window_closed(shop, (open_call, waiting, done))
    told = named(shop, "Fenster vorher geschlossen").name_de
    rows = {
        row.call_id: (row.outcome, row.state)
        for row in call_log.rows(shop, (open_call, waiting, done))
    }
    assert rows == {
        open_call: (told, CallState.TALKING),
        waiting: (told, CallState.WRAP_UP),
        done: ("Bestellt", CallState.CLOSED),
    }
    assert reports.week(shop).unchosen == 2
    assert lanes.reopened(shop, waiting).work.outcome_id is None
    assert [row.call_id for row in call_log.waiting(shop).wrap_ups] == [waiting]
    calls.finish(shop, WrapUp(call_id=waiting, outcome_id=named(shop, "Bestellt").outcome_id))
    assert call_log.row(shop, waiting).outcome == "Bestellt"
    assert reports.week(shop).unchosen == 1
