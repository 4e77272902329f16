from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from shopphone.domain.opening_hours import is_open, read_hours
from shopphone.domain.phone_rules import PhoneRules, Treatment, treatment

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=BERLIN)


def treated(rules: PhoneRules, number: str, own: str = "99998000", direction: str = "in") -> str:
    return treatment(rules, number, own, direction, WEDNESDAY)


@pytest.mark.parametrize(
    ("listed", "number", "matches"),
    [
        ("089 99998-101", "08999998101", True),
        ("089 99998-101", "+498999998101", True),
        ("99998101", "08999998101", True),
        ("08999998*", "00498999998101", True),
        ("+4989*", "08999998101", True),
        ("0900*", "+49900123456", True),
        ("0900*", "08999998101", False),
        ("# Alarm\n089 99998-101", "08999998101", True),
        ("*", "08999998101", False),
        ("089 99998-101", "", False),
        ("**611", "**611", True),
    ],
)
def test_a_pattern_means_a_number_in_any_spelling(listed: str, number: str, matches: bool) -> None:
    rules = PhoneRules(blocked=listed, area_code="089")
    assert (treated(rules, number) == Treatment.QUIET) is matches


def test_a_left_out_number_counts_for_caller_called_and_own() -> None:
    rules = PhoneRules(left_out="089 99998-199\n99998007", area_code="089")
    assert treated(rules, "08999998199") == Treatment.LEFT_OUT
    assert treated(rules, "08999998199", direction="out") == Treatment.LEFT_OUT
    assert treated(rules, "08999998101", own="99998007") == Treatment.LEFT_OUT
    assert treated(rules, "08999998101") == Treatment.SHOWN


def test_after_hours_is_quiet_but_never_for_what_we_dial() -> None:
    rules = PhoneRules(hours="Mo-Fr 12-17")
    assert treated(rules, "08999998101") == Treatment.QUIET
    assert treated(rules, "08999998101", direction="out") == Treatment.SHOWN


@pytest.mark.parametrize(
    ("text", "open_now", "open_saturday"),
    [
        ("Mo-Fr 9-17", True, False),
        ("Montag bis Freitag: 9:00 – 17:00 Uhr, Samstag 9.30-13.00 Uhr", True, True),
        ("Mon-Sat 8-10", False, False),
        ("Mo, Mi, Fr 9-12", True, False),
        ("Sa-Mo 10-11", False, True),
        ("nach Vereinbarung", True, True),
        ("", True, True),
        ("Mo-Fr 17-9", True, True),
    ],
)
def test_opening_hours_are_read_as_shops_write_them(
    text: str, open_now: bool, open_saturday: bool
) -> None:
    saturday = datetime(2026, 11, 28, 10, 30, tzinfo=BERLIN)
    assert is_open(text, WEDNESDAY) is open_now
    assert is_open(text, saturday) is open_saturday


def test_hours_end_at_their_end() -> None:
    (hours,) = read_hours("Mi 9-17")
    assert hours.days == {2}
    assert is_open("Mi 9-17", WEDNESDAY.replace(hour=16, minute=59))
    assert not is_open("Mi 9-17", WEDNESDAY.replace(hour=17))
