"""The call log pages by key: every call once, in order, whatever is filtered and however deep."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert

import shopphone.services.call_log as call_log
import shopphone.services.customers as customers
from shopphone.domain.calls import CallFilter, CallRow
from shopphone.domain.customers import CustomerDraft
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t

COUNT = 157
from_stretches = pytest.mark.parametrize("stretch", [7, 50, 1000])
STATES = ("closed", "missed", "wrap_up")
PURPOSES = ("order", "advice", "")


@pytest.fixture
def log(desk: Desk) -> Desk:
    """A log with many calls of equal time, some of everything a filter asks for."""
    dice = Random(7)
    people = [customers.save(desk, CustomerDraft(last_name=n)) for n in ("Löffler", "Ünal")]
    with desk.db.writing() as tx:
        staff = [tx.insert(insert(t.staff), {"name": f"s{n}"}) for n in range(2)]
        outcomes = [
            tx.insert(insert(t.outcome), {"key": f"o{n}", "name_de": f"O{n}"}) for n in range(2)
        ]
        rows = [call_of(dice, n, people, staff, outcomes) for n in range(COUNT)]
        tx.execute(insert(t.call), rows)
    return desk


def call_of(
    dice: Random, n: int, people: list[int], staff: list[int], outcomes: list[int]
) -> dict[str, Any]:
    moment = datetime(2026, 11, 20, 22, 50, tzinfo=UTC) + timedelta(minutes=dice.randrange(30) * 10)
    return {
        "call_key": f"k{n}",
        "source": "test",
        "direction": dice.choice(("in", "out")),
        "state": dice.choice(STATES),
        "raw_number": f"089 99998-{n:03d}",
        "e164": f"+498999998{n:03d}",
        "rang_at": moment,
        "customer_id": dice.choice((*people, None)),
        "staff_id": dice.choice((*staff, None)),
        "outcome_id": dice.choice((*outcomes, None)),
        "purpose": dice.choice(PURPOSES),
        "note": dice.choice(("Öl nachbestellt", "100 % zufrieden", "")),
    }


def whole(desk: Desk, filter: CallFilter) -> tuple[CallRow, ...]:
    return call_log.page(desk, filter, limit=COUNT + 1)


def matches(row: CallRow, filter: CallFilter, names: Sequence[str] = ()) -> bool:
    """The filter said again, plainly, in Python."""
    day = row.rang_at.astimezone(SHOP_ZONE).date()
    text = filter.text.lower()
    digits = "".join(c for c in filter.text if c.isdigit()).lstrip("0")
    return (
        (not filter.direction or row.direction == filter.direction)
        and (not filter.state or row.state == filter.state)
        and (not filter.purpose or row.purpose == filter.purpose)
        and (not filter.customer_id or row.customer_id == filter.customer_id)
        and (not filter.outcome_id or row.outcome == f"O{filter.outcome_id - 1}")
        and (not filter.staff_id or row.staff == f"s{filter.staff_id - 1}")
        and (not filter.from_day or day >= filter.from_day)
        and (not filter.to_day or day <= filter.to_day)
        and (
            not text
            or text in row.note.lower()
            or text in row.customer.lower()
            or (text[:1].isdigit() and "%" not in text and digits in str(row.e164))
        )
        and (
            not filter.number
            or filter.number in row.raw_number
            or "".join(c for c in filter.number if c.isdigit()).lstrip("0") in str(row.e164)
        )
    )


FILTERS = {
    "nothing": CallFilter(),
    "direction": CallFilter(direction="out"),
    "state": CallFilter(state="missed"),
    "purpose": CallFilter(purpose="advice"),
    "outcome_id": CallFilter(outcome_id=1),
    "staff_id": CallFilter(staff_id=2),
    "customer_id": CallFilter(customer_id=1),
    "from_day": CallFilter(from_day=date(2026, 11, 21)),
    "to_day": CallFilter(to_day=date(2026, 11, 20)),
    "text": CallFilter(text="öl"),
    "text, percent": CallFilter(text="100 %"),
    "text, name": CallFilter(text="ÜNAL"),
    "text, number": CallFilter(text="089 99998-15"),
    "number": CallFilter(number="089 / 99998-0"),
    "text, capitals": CallFilter(text="ÖL NACH"),
    "two": CallFilter(direction="out", purpose="advice"),
    "several": CallFilter(direction="in", state="closed", text="öl", from_day=date(2026, 11, 21)),
    "one day": CallFilter(from_day=date(2026, 11, 21), to_day=date(2026, 11, 21)),
}
every_filter = pytest.mark.parametrize("filter", FILTERS.values(), ids=FILTERS)


def test_every_filter_is_tried_here() -> None:
    assert {field.name for field in fields(CallFilter)} <= FILTERS.keys()


@every_filter
def test_a_filter_gives_exactly_what_it_says(log: Desk, filter: CallFilter) -> None:
    everything = whole(log, CallFilter())
    assert len(everything) == COUNT
    expected = [row.call_id for row in everything if matches(row, filter)]
    assert [row.call_id for row in whole(log, filter)] == expected
    assert 0 < len(expected) <= COUNT


@every_filter
def test_pages_down_and_up_give_every_call_once_in_order(log: Desk, filter: CallFilter) -> None:
    expected = [row.key for row in whole(log, filter)]
    assert expected == sorted(expected, reverse=True)
    down: list[tuple[int, int]] = []
    before = None
    while rows := call_log.page(log, filter, before, 7):
        down += [row.key for row in rows]
        before = rows[-1].key
    assert down == expected
    up: list[tuple[int, int]] = [expected[-1]]
    while found := call_log.page_up(log, filter, up[0], 7):
        up = [row.key for row in found] + up
    assert up == expected


@every_filter
def test_anchors_lead_to_every_nth_call(log: Desk, filter: CallFilter) -> None:
    expected = [row.key for row in whole(log, filter)]
    count, anchors = call_log.anchors(log, filter, 10)
    assert count == len(expected)
    assert list(anchors) == expected[::10]
    for n, anchor in enumerate(anchors):
        rest = call_log.page(log, filter, anchor, 4)
        assert [row.key for row in rest] == expected[n * 10 + 1 : n * 10 + 5]


def test_a_day_is_a_day_at_the_shop(log: Desk) -> None:
    """00:10 in Berlin on the 21st is 23:10 UTC on the 20th."""
    days = {row.rang_at.astimezone(SHOP_ZONE).date() for row in whole(log, FILTERS["one day"])}
    assert days == {date(2026, 11, 21)}


@every_filter
@from_stretches
def test_a_log_counted_in_stretches_gives_the_same_jumps(
    log: Desk, filter: CallFilter, stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_count, whole_anchors = call_log.anchors(log, filter, 10)
    monkeypatch.setattr(call_log, "_STRETCH", stretch)
    assert call_log.anchors(log, filter, 10) == (whole_count, whole_anchors)
    first = call_log.look_on(log, filter, 10, None, 0)
    assert 0 < first.share <= 1
    assert first.rows == whole(log, filter)[: min(first.count, 10)]
    assert (first.reached is None) == (stretch > COUNT)


SIGNS = ("é^a", "ö*", "ß?", "ä[b]", "ü]", "100_%", "a\\b", "ÉÀ", "ΚΑΛ")


@pytest.mark.parametrize("text", SIGNS)
def test_every_sign_and_letter_is_found_as_it_is(desk: Desk, text: str) -> None:
    notes = (f"vor {text} nach", f"vor {text.lower()} nach", "vor nach", "xxxxxxxxxxxxxxxxxxxx")
    with desk.db.writing() as tx:
        rows = [{**call_of(Random(n), n, [], [], []), "note": note} for n, note in enumerate(notes)]
        tx.execute(insert(t.call), rows)
    assert len(call_log.page(desk, CallFilter(text=text))) == 2
