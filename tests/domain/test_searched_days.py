"""Days and months as somebody types them into a search."""

from datetime import date

import pytest

from shopphone.domain.days import searched_days

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "first", "after"),
    [
        ("24.11.", date(2026, 11, 24), date(2026, 11, 25)),
        ("24.11", date(2026, 11, 24), date(2026, 11, 25)),
        ("25.11.", date(2025, 11, 25), date(2025, 11, 26)),  # has not come yet this year
        ("24.11.2024", date(2024, 11, 24), date(2024, 11, 25)),
        ("2026-11-24", date(2026, 11, 24), date(2026, 11, 25)),
        ("2026-11", date(2026, 11, 1), date(2026, 12, 1)),
        ("12.2025", date(2025, 12, 1), date(2026, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
    ],
)
def test_a_day_or_a_month_is_understood(words: str, first: date, after: date) -> None:
    assert searched_days(words, TODAY) == (first, after)


@pytest.mark.parametrize(
    "words",
    [
        "0001-01",
        "01.01.0001",
        "31.02.",
        "2026-13",
        "99.99.2026",
        "00001",
        "Löffler",
        "",
        "9999-12",
        "31.12.9999",
    ],
)
def test_what_is_no_day_narrows_nothing(words: str) -> None:
    assert searched_days(words, TODAY) is None
