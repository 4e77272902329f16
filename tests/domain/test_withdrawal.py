"""The end of the right of withdrawal, against worked examples of the law and its arithmetic."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain import withdrawal
from shopphone.domain.withdrawal import NotBefore

D = date.fromisoformat
# received (or concluded), Land or Länder, last day: §§ 187 (1), 188 (1), 193, 355 (2), 356 (2) BGB
FOURTEEN_DAYS = [
    ("2026-11-10", "NW", "2026-11-24", "a Tuesday ends on a Tuesday, not a day later"),
    ("2026-11-14", "NW", "2026-11-30", "Saturday moves over Sunday to Monday"),
    ("2026-11-04", "BY SN", "2026-11-19", "a holiday at either place moves it (Buß- und Bettag)"),
    ("2026-11-04", "BY", "2026-11-18", "no holiday in Bavaria"),
    ("2026-12-23", "BW", "2027-01-07", "Heilige Drei Könige"),
    ("2027-02-22", "BE", "2027-03-09", "Frauentag in Berlin"),
    ("2027-02-22", "HH", "2027-03-08", "no Frauentag in Hamburg"),
    ("2027-03-12", "HE", "2027-03-30", "Good Friday, then Easter"),
    ("2027-03-15", "NI", "2027-03-30", "Easter Monday"),
    ("2027-05-03", "SH", "2027-05-18", "Whit Monday"),
    ("2027-05-13", "NW", "2027-05-28", "Fronleichnam"),
    ("2027-05-13", "NI", "2027-05-27", "no Fronleichnam in Lower Saxony"),
    ("2027-07-26", "BY", "2027-08-09", "a Monday"),
    ("2027-08-01", "SL", "2027-08-16", "Mariä Himmelfahrt on a Sunday"),
    ("2028-08-01", "BY", "2028-08-16", "Mariä Himmelfahrt on a Tuesday"),
    ("2028-07-25", "Augsburg", "2028-08-09", "a town's own holiday"),
    ("2028-07-25", "BY", "2028-08-08", "which the rest of Bavaria has not"),
    ("2027-09-06", "TH", "2027-09-21", "Weltkindertag"),
    ("2028-09-19", "BW", "2028-10-04", "Tag der Deutschen Einheit"),
    ("2028-10-17", "NI", "2028-11-01", "Reformationstag"),
    ("2028-10-17", "NW", "2028-10-31", "no Reformationstag in NW"),
    ("2028-06-03", "BE", "2028-06-19", "Berlin's holiday of 2028 only, on a Saturday"),
    ("2026-12-01", "NW", "2026-12-15", "the last of several parcels"),
    ("2026-11-21", "NW", "2026-12-07", "handed over by the neighbour"),
    ("2026-12-10", "NW", "2026-12-24", "Christmas Eve is a working day"),
    ("2026-12-17", "NW", "2026-12-31", "so is New Year's Eve"),
    ("2026-11-24", "AT", "2026-12-09", "Mariä Empfängnis in Austria"),
    ("2026-12-12", "AT", "2026-12-28", "Stefanitag and a Sunday in Austria"),
    ("2026-11-10", "CH-ZH", "2026-11-24", "Zürich"),
    ("2026-12-12", "CH-ZH", "2026-12-28", "Stephanstag in Zürich"),
    ("2028-02-15", "-", "2028-02-29", "a leap day, no holidays counted"),
]


@pytest.mark.parametrize(
    ("received", "lands", "last"),
    [row[:3] for row in FOURTEEN_DAYS],
    ids=[f"{row[0]} {row[1]} {row[3]}" for row in FOURTEEN_DAYS],
)
def test_fourteen_days_end_on_this_day(received: str, lands: str, last: str) -> None:
    assert withdrawal.last_day(D(received), lands=lands.split()) == D(last)


def test_the_period_never_begins_before_the_written_instruction() -> None:
    late = withdrawal.last_day(D("2026-11-24"), lands=["SN"], instructed_on=D("2026-11-30"))
    assert late == D("2026-12-14")
    early = withdrawal.last_day(D("2026-11-24"), lands=["SN"], instructed_on=D("2026-11-20"))
    assert early == withdrawal.last_day(D("2026-11-24"), lands=["SN"])


@pytest.mark.parametrize(
    ("received", "land", "last"),
    [("2028-02-29", "NW", "2029-03-14"), ("2026-12-12", "BE", "2027-12-27")],
)
def test_without_instruction_it_ends_after_a_year_and_fourteen_days(
    received: str, land: str, last: str
) -> None:
    never = withdrawal.last_day(D(received), lands=[land], never_instructed=True)
    very_late = withdrawal.last_day(
        D(received), lands=[land], instructed_on=D(received) + timedelta(days=900)
    )
    assert never == very_late == D(last)


@pytest.mark.parametrize(
    ("confirmed", "months", "last"),
    [
        ("2027-01-31", 1, "2027-03-01"),  # 28 February is a Sunday
        ("2028-01-30", 1, "2028-02-29"),
        ("2026-12-01", 1, "2027-01-04"),
        ("2026-11-30", 3, "2027-03-01"),
        ("2026-08-31", 6, "2027-03-01"),
        ("2026-11-24", 0, None),
    ],
)
def test_the_extension_counts_months_from_the_confirmation(
    confirmed: str, months: int, last: str | None
) -> None:
    found = withdrawal.extension_ends(D(confirmed), months, ["BY"])
    assert found == (D(last) if last else None)


@pytest.mark.parametrize(
    ("received", "confirmed", "last"),
    [
        ("2027-01-20", "2026-12-01", "2027-02-03"),  # goods came late: the law is later
        ("2026-12-03", "2026-12-01", "2027-01-04"),  # the month is later
    ],
)
def test_the_later_of_law_and_extension_counts(received: str, confirmed: str, last: str) -> None:
    found = withdrawal.ends(
        received_on=D(received),
        confirmed_on=D(confirmed),
        sent_on=D(confirmed),
        months=1,
        lands=["NW"],
    )
    assert found == D(last)


days = st.dates(date(2026, 1, 1), date(2033, 12, 31))
places = st.lists(
    st.sampled_from(
        [
            "BB",
            "BE",
            "BW",
            "BY",
            "HB",
            "HE",
            "HH",
            "MV",
            "NI",
            "NW",
            "RP",
            "SH",
            "SL",
            "SN",
            "ST",
            "TH",
            "Augsburg",
            "AT",
            "CH-ZH",
            "-",
        ]
    ),
    min_size=1,
    max_size=2,
)


@given(days, places)
def test_the_last_day_is_a_working_day_and_never_early(received: date, lands: list[str]) -> None:
    last = withdrawal.last_day(received, lands=lands)
    assert received + timedelta(days=14) <= last <= received + timedelta(days=21)
    assert last.weekday() < 5
    assert withdrawal.next_working_day(last, lands) == last


@given(days, places, st.integers(0, 400))
def test_a_later_receipt_never_ends_earlier(received: date, lands: list[str], later: int) -> None:
    first = withdrawal.last_day(received, lands=lands)
    assert withdrawal.last_day(received + timedelta(days=later), lands=lands) >= first


@given(days, st.none() | days, st.integers(0, 12), places)
def test_an_unknown_receipt_gives_no_date(
    sent: date, confirmed: date | None, months: int, lands: list[str]
) -> None:
    found = withdrawal.ends(
        received_on=None, confirmed_on=confirmed, sent_on=sent, months=months, lands=lands
    )
    assert isinstance(found, NotBefore)
    assert found.day >= sent + timedelta(days=14)


@given(days, days, st.integers(0, 12), places)
def test_goods_without_a_known_receipt_of_the_instruction_give_no_date(
    received: date, sent: date, months: int, lands: list[str]
) -> None:
    """The period does not begin before the written instruction came (§ 356 (3) BGB)."""
    found = withdrawal.ends(
        received_on=received, confirmed_on=None, sent_on=sent, months=months, lands=lands
    )
    assert isinstance(found, NotBefore)
    extinct = withdrawal.months_after(received, 12)  # § 356 (4) BGB
    assert found.day >= min(max(received, sent), extinct) + timedelta(days=14)


@given(days, days, st.integers(0, 12), places)
def test_known_days_give_a_date_that_no_later_knowledge_moves_forward(
    received: date, confirmed: date, months: int, lands: list[str]
) -> None:
    known = withdrawal.ends(
        received_on=received, confirmed_on=confirmed, sent_on=confirmed, months=months, lands=lands
    )
    guess = withdrawal.ends(
        received_on=None,
        confirmed_on=None,
        sent_on=min(received, confirmed),
        months=months,
        lands=lands,
    )
    assert isinstance(known, date)
    assert isinstance(guess, NotBefore)
    assert guess.day <= known


@given(days, st.integers(0, 60))
def test_months_keep_the_day_or_take_the_months_last(day: date, months: int) -> None:
    found = withdrawal.months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(days=1)).day == 1
    assert found.day <= day.day


@pytest.mark.parametrize("unknown", ["Bavaria", "by", "XX", "AT-ZZ", "FR", "", "Ä"])
def test_a_place_nobody_knows_still_has_its_sundays(unknown: str) -> None:
    """A mistyped setting must not stop the desk; the country's own holidays still count."""
    assert withdrawal.last_day(D("2026-11-14"), lands=[unknown]) == D("2026-11-30")
