"""What callers say when they are asked when to call back; today is Tuesday, 24.11.2026, 14:06."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.spoken_time import spoken_time, usual_time

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 14, 6, 12, tzinfo=ZONE)
HOLIDAYS = {date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)}


def is_off(day: date) -> bool:
    return day.weekday() >= 5 or day in HOLIDAYS


def said(text: str) -> str:
    found = spoken_time(text, NOW, is_off)
    return f"{found:%d.%m.%y %H:%M}" if found else ""


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("in 20 min", "24.11.26 14:26"),
        ("in 20 Minuten bitte", "24.11.26 14:26"),
        ("in einer halben Stunde", "24.11.26 14:36"),
        ("in half an hour", "24.11.26 14:36"),
        ("in einer Viertelstunde", "24.11.26 14:21"),
        ("in 1,5 Stunden", "24.11.26 15:36"),
        ("in zwei Stunden", "24.11.26 16:06"),
        ("in an hour", "24.11.26 15:06"),
        ("morgen 14 Uhr", "25.11.26 14:00"),
        ("morgen", "25.11.26 09:00"),
        ("Morgen früh", "25.11.26 09:00"),
        ("morgen Nachmittag um 3", "25.11.26 15:00"),
        ("tomorrow at 2pm", "25.11.26 14:00"),
        ("tomorrow morning", "25.11.26 09:00"),
        ("übermorgen gegen 10", "26.11.26 10:00"),
        ("the day after tomorrow 10:30", "26.11.26 10:30"),
        ("heute Abend", "24.11.26 17:00"),
        ("heute 16:30 Uhr", "24.11.26 16:30"),
        ("tonight", "24.11.26 17:00"),
        ("Fr vormittag", "27.11.26 09:00"),
        ("Freitag morgen", "27.11.26 09:00"),
        ("am nächsten Montag um 11", "30.11.26 11:00"),
        ("Dienstag 15 Uhr", "01.12.26 15:00"),
        ("next week", "30.11.26 09:00"),
        ("nächste Woche Mittwoch mittag", "02.12.26 12:00"),
        ("monday 8:15", "30.11.26 08:15"),
        ("nach den Feiertagen", "28.12.26 09:00"),
        ("after the holidays, at 11", "28.12.26 11:00"),
        ("nach dem Wochenende", "30.11.26 09:00"),
        ("15 Uhr", "24.11.26 15:00"),
        ("um drei", "24.11.26 15:00"),
        ("um 9", "25.11.26 09:00"),
        ("halb fünf", "24.11.26 16:30"),
        ("Viertel vor vier", "24.11.26 15:45"),
        ("quarter past four", "24.11.26 16:15"),
        ("half past four", "24.11.26 16:30"),
        ("24.12. 10 Uhr", "24.12.26 10:00"),
        ("3.2.", "03.02.27 09:00"),
        ("am 3. Februar 2027 um 14.30 Uhr", "03.02.27 14:30"),
        ("Dec 3rd at 4 pm", "03.12.26 16:00"),
        ("2026-12-03 07:30", "03.12.26 07:30"),
        ("in 3 Tagen", "27.11.26 09:00"),
        ("in einer Woche, 16 Uhr", "01.12.26 16:00"),
        ("Do 14 uhr 30", "26.11.26 14:30"),
    ],
)
def test_what_people_say_is_understood(text: str, moment: str) -> None:
    assert said(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "", "bald", "heute 9 Uhr", "wenn die Pfanne da ist", "morgen 25 Uhr", "31.2.", "14",
        "morgen nicht", "in 20", "um", "1.1.2020", "99.99.", "😀", "in 999999999999 min", "24:61",
    ],
)  # fmt: skip
def test_what_is_not_understood_or_over_is_never_guessed(text: str) -> None:
    assert said(text) == ""


@given(st.text(alphabet="abcdefghimnorstuüä 0123456789.,:-", max_size=60))
def test_whatever_is_typed_it_is_a_later_moment_or_none(text: str) -> None:
    found = spoken_time(text, NOW, is_off)
    assert found is None or found > NOW


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ((2026, 11, 24, 10, 40), "24.11.26 12:00"),
        ((2026, 11, 24, 17, 10), "25.11.26 09:00"),
        ((2026, 11, 24, 23, 30), "25.11.26 09:00"),
        ((2026, 11, 25, 3, 0), "25.11.26 09:00"),
        ((2026, 11, 27, 17, 0), "30.11.26 09:00"),
    ],
)
def test_what_is_proposed_is_never_at_night(now: tuple[int, ...], moment: str) -> None:
    at = datetime(*now, tzinfo=ZONE)  # type: ignore[arg-type, misc]  # five numbers of a moment
    assert f"{usual_time(at):%d.%m.%y %H:%M}" == moment
