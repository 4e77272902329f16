"""Which stamp a letter needs: by its sheets and the price list of the day."""

from datetime import date
from decimal import Decimal as D

import pytest

from shopphone.domain.errors import Refused
from shopphone.domain.postage import DEFAULT, postage, read_rates

RATES = read_rates(DEFAULT)
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("sheets", "kind", "price", "weight"),
    [
        (1, "Standardbrief", "0.95", 10),
        (3, "Standardbrief", "0.95", 20),
        (4, "Kompaktbrief", "1.10", 25),
        (8, "Kompaktbrief", "1.10", 45),
        (9, "Großbrief", "1.80", 50),
    ],
)
def test_the_smallest_kind_that_takes_the_sheets(
    sheets: int, kind: str, price: str, weight: int
) -> None:
    found = postage(RATES, sheets, DAY)
    assert found.rate is not None
    assert (found.rate.name, found.rate.price, found.weight_g) == (kind, D(price), weight)


def test_what_no_kind_takes_is_not_guessed() -> None:
    assert postage(RATES, 96, DAY).rate is None
    assert postage(RATES, 1, date(2024, 12, 31)).rate is None
    assert postage((), 1, DAY).rate is None


def test_a_new_price_counts_from_its_day() -> None:
    rates = read_rates(f"Standardbrief; 3; 1,00; 01.01.2027\n{DEFAULT}")
    prices = [postage(rates, 2, date(year, 1, 1)).rate for year in (2026, 2027)]
    assert [each.price for each in prices if each] == [D("0.95"), D("1.00")]


@pytest.mark.parametrize(
    "line", ["Brief; 3; 0,95", "; 3; 0,95; 01.01.2025", "Brief; drei; 0,95; 01.01.2025",
             "Brief; 3; viel; 01.01.2025", "Brief; 3; 0,95; 31.02.2025", "Brief; 3; -1; 01.01.2025"]
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Refused, match="postage_unreadable") as refusal:
        read_rates(f"{DEFAULT}\n{line}")
    assert refusal.value.facts["line"] == 4
