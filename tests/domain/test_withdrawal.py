"""The right of withdrawal of an order: what is known of its end, and each line's own rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain import workdays
from shopphone.domain.withdrawal import Mark, Paper, Period, Receipt, period, with_receipts
from shopphone.domain.withdrawal_rule import EXCEPTIONS, Right, WithdrawalRule

D = date.fromisoformat
days = st.dates(date(2026, 1, 1), date(2033, 12, 31))
somewhere = st.sampled_from([("BY",), ("BY", "SN"), ("NW", "AT"), ("-",), ("BE", "CH-ZH")])


def reckoned(
    *, goods: date | None, confirmed: date | None, sent: date, months: int, at: tuple[str, ...]
) -> Period:
    receipts = [
        Receipt(mark=mark, day=day)
        for mark, day in ((Mark.GOODS_LAST, goods), (Mark.CONFIRMED, confirmed))
        if day is not None
    ]
    papers = with_receipts([Paper(version=1, sent_on=sent, received_on=None)], receipts)
    found = period(receipts, papers, months=months, places=at)
    assert found is not None
    return found


@given(days, st.none() | days, st.integers(0, 12), somewhere)
def test_an_unknown_receipt_gives_no_date(
    sent: date, confirmed: date | None, months: int, at: tuple[str, ...]
) -> None:
    found = reckoned(goods=None, confirmed=confirmed, sent=sent, months=months, at=at)
    assert found.until is None
    assert found.not_before is not None
    assert found.not_before >= (confirmed or sent) + timedelta(days=14)
    assert not found.is_late(date(2099, 1, 1))  # the shop would have to prove the beginning


@given(days, days, st.integers(0, 12), somewhere)
def test_goods_without_a_known_receipt_of_the_instruction_give_no_date(
    received: date, sent: date, months: int, at: tuple[str, ...]
) -> None:
    """The period does not begin before the written instruction came (§ 356 (3) BGB)."""
    found = reckoned(goods=received, confirmed=None, sent=sent, months=months, at=at)
    assert found.until is None
    assert found.not_before is not None
    extinct = workdays.months_after(received, 12)  # § 356 (4) BGB
    assert found.not_before >= min(max(received, sent), extinct) + timedelta(days=14)


@given(days, days, st.integers(0, 12), somewhere)
def test_known_days_give_a_date_that_no_later_knowledge_moves_forward(
    received: date, confirmed: date, months: int, at: tuple[str, ...]
) -> None:
    known = reckoned(goods=received, confirmed=confirmed, sent=confirmed, months=months, at=at)
    sent = min(received, confirmed)
    guess = reckoned(goods=None, confirmed=None, sent=sent, months=months, at=at)
    assert known.until is not None
    assert guess.not_before is not None
    assert guess.not_before <= known.until
    assert not known.is_late(known.until)
    assert known.is_late(known.until + timedelta(days=1))


@given(days, st.integers(0, 60))
def test_months_keep_the_day_or_take_the_months_last(day: date, months: int) -> None:
    found = workdays.months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(days=1)).day == 1
    assert found.day <= day.day


@pytest.mark.parametrize("unknown", ["Bavaria", "by", "XX", "AT-ZZ", "FR", "", "Ä"])
def test_a_place_nobody_knows_still_has_its_sundays(unknown: str) -> None:
    """A mistyped setting must not stop the desk; the country's own holidays still count."""
    assert workdays.next_working_day(D("2026-11-28"), [unknown]) == D("2026-11-30")


@pytest.mark.parametrize("number", EXCEPTIONS)
def test_each_of_the_thirteen_exceptions_excludes_or_ends_the_right(number: int) -> None:
    rule = WithdrawalRule.by_number(number)
    assert rule.number == number
    assert WithdrawalRule.of(str(rule)) == rule
    if number in (3, 4, 6):  # Art. 246a § 1 (3) Nr. 2 EGBGB: an existing right that can end
        assert (rule.has_right, rule.may_be_lost, rule.needs_reason) == (True, True, False)
    elif number == 12:  # bets declared by telephone keep the right
        assert (rule.has_right, rule.may_be_lost, rule.needs_reason) == (True, False, True)
    else:
        assert (rule.has_right, rule.may_be_lost, rule.needs_reason) == (False, False, True)


@pytest.mark.parametrize(
    ("stored", "right", "number"),
    [
        ("normal", Right.NORMAL, 0), ("", Right.NORMAL, 0), ("nonsense", Right.NORMAL, 0),
        ("never", Right.EXCLUDED, 0), ("never:99", Right.EXCLUDED, 0), ("never:x", Right.EXCLUDED, 0),
        ("lost:3", Right.LOST, 3), ("lost:²", Right.LOST, 0), ("never:0", Right.EXCLUDED, 0),
    ],
)  # fmt: skip
def test_a_stored_rule_is_read(stored: str, right: Right, number: int) -> None:
    assert WithdrawalRule.of(stored) == WithdrawalRule(right, number)


def test_no_exception_is_the_plain_right() -> None:
    assert str(WithdrawalRule.by_number(0)) == "normal"
    assert str(WithdrawalRule.by_number(14)) == "normal"
