"""Every rule of a deadline against worked examples of the law, and what must hold for any day."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.deadlines import SIMPLE, Events, MissingEvent, UnknownRule, reckon
from shopphone.domain.withdrawal import (
    Known,
    Mark,
    Paper,
    Receipt,
    goods_received,
    period,
    places,
    with_receipts,
)
from tests import check_deadlines

D = date.fromisoformat
# rule, place or places, goods, instructed, concluded, confirmed, event, last day
EXAMPLES = """
W14 NW 2026-11-10 . . . . 2026-11-24
W14 NW 2026-11-14 . . . . 2026-11-30
W14 NW 2026-11-15 . . . . 2026-11-30
W14 SN 2026-11-04 . . . . 2026-11-19
W14 BY 2026-11-04 . . . . 2026-11-18
W14 BY|SN 2026-11-04 . . . . 2026-11-19
W14 NW 2026-12-10 . . . . 2026-12-24
W14 NW 2026-12-11 . . . . 2026-12-28
W14 BE 2026-12-17 . . . . 2026-12-31
W14 BE 2026-12-18 . . . . 2027-01-04
W14 BW 2026-12-23 . . . . 2027-01-07
W14 HE 2026-12-23 . . . . 2027-01-06
W14 BE 2027-02-22 . . . . 2027-03-09
W14 MV 2027-02-22 . . . . 2027-03-09
W14 HH 2027-02-22 . . . . 2027-03-08
W14 HE 2027-03-12 . . . . 2027-03-30
W14 TH 2027-04-17 . . . . 2027-05-03
W14 RP . . 2027-04-22 . . 2027-05-07
W14 SH 2027-05-03 . . . . 2027-05-18
W14 NW 2027-05-13 . . . . 2027-05-28
W14 NI 2027-05-13 . . . . 2027-05-27
W14 SL 2028-08-01 . . . . 2028-08-16
W14 BY 2028-08-01 . . . . 2028-08-16
W14 Augsburg 2028-07-25 . . . . 2028-08-09
W14 BY 2028-07-25 . . . . 2028-08-08
W14 TH 2027-09-06 . . . . 2027-09-21
W14 NI 2028-10-17 . . . . 2028-11-01
W14 NW 2028-10-17 . . . . 2028-10-31
W14 BE 2028-06-03 . . . . 2028-06-19
W14 HB 2028-02-15 . . . . 2028-02-29
W14 AT 2026-11-24 . . . . 2026-12-09
W14 AT 2026-12-12 . . . . 2026-12-28
W14 - 2026-11-14 . . . . 2026-11-28
W14_LATE_INSTR SN 2026-11-24 2026-11-30 . . . 2026-12-14
W14_LATE_INSTR SN 2026-11-24 2026-11-20 . . . 2026-12-08
W14_LATE_INSTR NW 2026-11-10 never . . . 2027-11-24
W14_LATE_INSTR_CAP NW 2026-11-10 2027-11-20 . . . 2027-11-24
W_EXTINCT NW 2026-11-10 never . . . 2027-11-24
W_EXTINCT NW 2028-02-29 never . . . 2029-03-14
W_EXTINCT BE . never 2026-12-12 . . 2027-12-27
W_EXT_1M BY . . . 2027-01-31 . 2027-03-01
W_EXT_1M BY . . . 2028-01-31 . 2028-02-29
W_EXT_1M BY . . . 2026-11-30 . 2026-12-30
W_EXT_30D BY . . . 2027-01-31 . 2027-03-02
W_EXT_6M BY . . . 2026-08-31 . 2027-03-01
W_EXT_1M_LATER BY 2027-01-20 . . 2026-12-01 . 2027-02-22
W_EXT_1M_LATER BY 2026-11-20 . . 2026-12-01 . 2027-01-04
W_MAX NW 2027-01-20 . . 2026-12-01 . 2027-02-03
W_MAX NW 2026-12-03 . . 2026-12-01 . 2027-01-04
W_MAX NW 2026-12-03 never . 2026-12-01 . 2027-12-17
REFUND14 NW . . . . 2026-12-12 2026-12-28
RETURN14 BW . . . . 2026-12-23 2027-01-07
DELIVER30 NW . . . . 2026-12-02 2027-01-04
MINOR2W BY . . . . 2026-11-24 2026-12-08
DSR1M NW . . . . 2026-11-26 2026-12-28
DSR1M NW . . . . 2027-01-31 2027-03-01
CONSENT5Y - . . . . 2028-02-29 2033-02-28
CONSENT5Y NW . . . . 2028-02-29 2033-02-28
SEPA8W NW . . . . 2026-11-10 2027-01-05
SEPA13M NW . . . . 2027-01-31 2028-02-29
WARR2Y - . . . . 2026-11-10 2028-11-10
WARR2Y NW . . . . 2028-02-29 2030-02-28
RET_LETTER6Y - . . . . 2026-11-10 2032-12-31
RET_VOUCHER8Y - . . . . 2026-11-10 2034-12-31
RET_BOOKS10Y NW . . . . 2026-12-31 2036-12-31
AT_W14 AT . . . . 2026-11-24 2026-12-09
CH_W14 CH-ZH . . . . 2026-12-12 2026-12-28
"""


def row_of(example: str) -> dict[str, str]:
    names = ("rule", "land", "goods_on", "instructed_on", "concluded_on", "confirmed_on")
    values = ["" if each == "." else each for each in example.split()]
    return dict(zip((*names, "event_on", "last_day"), values, strict=True))


@pytest.mark.parametrize("example", EXAMPLES.strip().splitlines())
def test_a_worked_example_is_reckoned_alike(example: str) -> None:
    assert check_deadlines.difference(row_of(example)) == ""


def test_an_empty_land_counts_no_holidays() -> None:
    assert check_deadlines.difference(row_of("W14 . 2026-12-11 . . . . 2026-12-25")) == ""


def test_every_rule_has_a_worked_example() -> None:
    shown = {line.split()[0] for line in EXAMPLES.strip().splitlines()}
    assert shown >= SIMPLE.keys()


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("W14 NW 2026-11-10 . . . . 2026-11-25", "reckoned 2026-11-24"),
        ("W15 NW 2026-11-10 . . . . 2026-11-25", "no rule 'W15'"),
        ("W_EXT_0M BY . . . 2027-01-31 . 2027-03-01", "no rule 'W_EXT_0M'"),
        ("W14 NW . . . . 2026-11-10 2026-11-24", "goods_on, concluded_on is needed"),
        ("W_EXT_1M_LATER BY 2026-11-20 . . . . 2026-12-21", "confirmed_on is needed"),
        ("REFUND14 NW 2026-11-10 . . . . 2026-11-24", "event_on is needed"),
        ("W14 NW 2026-13-10 . . . . 2026-11-24", "'2026-13-10' is no date"),
        ("W14 XX 2026-11-10 . . . . 2026-11-24", "no holidays are known for XX"),
        ("W14 NW 2026-11-10 . . . . .", "last_day is empty"),
        ("WARR2Y - . . . . 9999-12-31 9999-12-31", "WARR2Y - 9999-12-31"),
    ],
)
def test_a_row_that_differs_or_cannot_be_reckoned_is_said(example: str, said: str) -> None:
    assert said in check_deadlines.difference(row_of(example))


def test_the_check_ends_with_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = ",".join(check_deadlines.COLUMNS)
    file = tmp_path / "rows.csv"
    file.write_text(f"{head}\nW14,NW,2026-11-10,,,,,2026-11-24\n", encoding="utf-8")
    assert check_deadlines.main([str(file)]) == 0
    assert "1 of 1 rows agree" in capsys.readouterr().out
    file.write_text(f"{head}\nW14,NW,2026-11-10,,,,,2026-11-25\nX,NW\n", encoding="utf-8")
    assert check_deadlines.main([str(file)]) == 1
    out = capsys.readouterr().out
    assert "line 2:" in out
    assert "line 3:" in out
    file.write_text("rule,land\n", encoding="utf-8")
    assert check_deadlines.main([str(file)]) == 2
    assert check_deadlines.main([str(tmp_path / "none.csv")]) == 2
    assert check_deadlines.main([]) == 2


@pytest.mark.skipif("SHOPPHONE_TESTDATA" not in os.environ, reason="needs the looked-up facts")
def test_the_looked_up_examples_agree() -> None:
    facts = Path(os.environ["SHOPPHONE_TESTDATA"]).parent / "facts" / "law" / "deadlines.csv"
    if not facts.exists():
        pytest.skip("the facts are not there")
    assert check_deadlines.main([str(facts)]) == 0


def test_an_unknown_rule_and_a_missing_event_are_told_apart() -> None:
    with pytest.raises(UnknownRule):
        reckon("W_NEVER", Events())
    with pytest.raises(MissingEvent, match="goods_on"):
        reckon("W_MAX", Events(confirmed_on=D("2026-11-10")))


def test_every_step_of_a_reckoning_is_shown() -> None:
    found = reckon("W14", Events(goods_on=D("2027-03-12"), places=("HE",)))
    assert [(step.code, step.day.isoformat(), step.name) for step in found.steps] == [
        ("goods", "2027-03-12", ""),
        ("days", "2027-03-26", ""),
        ("holiday", "2027-03-26", "Karfreitag"),
        ("saturday", "2027-03-27", ""),
        ("sunday", "2027-03-28", ""),
        ("holiday", "2027-03-29", "Ostermontag"),
        ("working_day", "2027-03-30", ""),
    ]
    assert found.steps[2].place == "HE"


def test_the_period_beside_is_shown_too() -> None:
    events = Events(goods_on=D("2027-01-20"), confirmed_on=D("2026-12-01"), places=("NW",))
    found = reckon("W_MAX", events)
    assert found.beside is not None
    assert (found.last_day, found.beside.last_day) == (D("2027-02-03"), D("2027-01-04"))


days = st.dates(date(2026, 1, 1), date(2035, 12, 31))
LANDS = ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH", "Augsburg", "AT", "CH-ZH", "-"]  # fmt: skip
somewhere = st.lists(st.sampled_from(LANDS), min_size=1, max_size=2).map(tuple)


@given(days, st.none() | days, days, st.integers(0, 12), somewhere)
def test_what_is_shown_is_never_shorter_than_the_law(
    goods: date, instructed: date | None, confirmed: date, months: int, at: tuple[str, ...]
) -> None:
    law = Events(goods_on=goods, instructed_on=instructed)
    by_law = reckon("W14", law).last_day  # without any holiday
    receipts = [
        Receipt(mark=Mark.GOODS_LAST, day=goods),
        Receipt(mark=Mark.CONFIRMED, day=confirmed),
    ]
    if instructed is None or instructed <= confirmed:
        papers = with_receipts([Paper(version=1, sent_on=confirmed, received_on=None)], receipts)
        shown = period(receipts, papers, months=months, places=at)
        assert shown is not None
        assert shown.until is not None
        assert shown.until >= by_law
        extended = reckon("W_EXT_1M", Events(confirmed_on=confirmed)).last_day
        if months:
            assert shown.until >= extended


@given(days, st.integers(0, 500), st.integers(0, 900), somewhere)
def test_a_later_event_never_ends_earlier(
    goods: date, later: int, instructed_after: int, at: tuple[str, ...]
) -> None:
    first = Events(
        goods_on=goods, instructed_on=goods + timedelta(days=instructed_after), places=at
    )
    second = Events(
        goods_on=goods + timedelta(days=later),
        instructed_on=goods + timedelta(days=instructed_after + later),
        places=at,
    )
    assert reckon("W14", second).last_day >= reckon("W14", first).last_day


@given(days, st.integers(0, 2000), somewhere)
def test_a_late_instruction_never_ends_after_the_cap(
    goods: date, after: int, at: tuple[str, ...]
) -> None:
    late = Events(goods_on=goods, instructed_on=goods + timedelta(days=after), places=at)
    cap = reckon("W_EXTINCT", Events(goods_on=goods, places=at)).last_day
    assert reckon("W14_LATE_INSTR_CAP", late).last_day <= cap


@given(days, st.sampled_from([*SIMPLE, "W14", "W_EXT_1M", "W_EXTINCT", "W_MAX"]), somewhere)
def test_another_place_never_shortens_and_the_end_is_a_working_day(
    day: date, rule: str, at: tuple[str, ...]
) -> None:
    events = Events(goods_on=day, confirmed_on=day, event_on=day)
    alone = reckon(rule, events).last_day
    here = reckon(rule, Events(goods_on=day, confirmed_on=day, event_on=day, places=at[:1]))
    both = reckon(rule, Events(goods_on=day, confirmed_on=day, event_on=day, places=at))
    assert alone <= here.last_day <= both.last_day
    assert here.steps[-1].day == here.last_day
    assert [step.day for step in here.steps] == sorted(step.day for step in here.steps)
    if at[0] != "-" and (rule not in SIMPLE or SIMPLE[rule].moved):
        assert here.last_day.weekday() < 5


@given(st.lists(st.builds(Receipt, mark=st.sampled_from(Mark), day=days), max_size=5))
def test_which_receipt_counts(receipts: list[Receipt]) -> None:
    """The first of regular deliveries, else the last piece, else none yet (§ 356 (2) Nr. 1)."""
    counts, part = goods_received(receipts)
    marks = {each.mark for each in receipts}
    goods = [each.day for each in receipts if each.mark in (Mark.GOODS_PART, Mark.GOODS_LAST)]
    if Mark.GOODS_FIRST in marks:
        assert counts == min(each.day for each in receipts if each.mark is Mark.GOODS_FIRST)
    elif Mark.GOODS_LAST in marks:
        assert counts == max(goods)
    else:
        assert counts is None
        assert part == max(goods, default=None)


def test_nothing_sent_and_nothing_received_runs_no_period() -> None:
    assert period([], (), months=1, places=("BY",)) is None


def test_goods_without_a_confirmation_give_only_the_latest_day() -> None:
    goods = [Receipt(mark=Mark.GOODS_LAST, day=D("2026-11-10"))]
    found = period(goods, (), months=1, places=("NW",))
    assert found is not None
    assert (found.known, found.reckoning.last_day) == (Known.AT_MOST, D("2027-11-24"))
    assert (found.until, found.not_before) == (None, None)
    assert not found.is_late(D("2027-11-24"))
    assert found.is_late(D("2027-11-25"))  # even without any instruction the right has ended


def test_a_part_of_the_goods_gives_no_day() -> None:
    part = [
        Receipt(mark=Mark.GOODS_PART, day=D("2026-12-21")),
        Receipt(mark=Mark.CONFIRMED, day=D("2026-11-25")),
    ]
    papers = with_receipts([Paper(version=1, sent_on=D("2026-11-24"), received_on=None)], part)
    found = period(part, papers, months=0, places=("NW",))
    assert found is not None
    assert found.until is None
    assert found.not_before == D("2027-01-04")


@pytest.mark.parametrize(
    ("country", "postcode", "expected"),
    [
        ("DE", "80331", ("BY",)),
        ("DE", "01067", ("BY", "SN", "BB")),
        ("", "10117", ("BY", "BE", "BB")),
        ("DE", "", ("BY",)),
        ("AT", "1010", ("BY", "AT")),
        ("FR", "75001", ("BY",)),
    ],
)
def test_holidays_count_at_the_shop_and_where_the_customer_can_be(
    country: str, postcode: str, expected: tuple[str, ...]
) -> None:
    assert places("DE", "BY", country, postcode) == expected
