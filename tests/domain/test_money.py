"""Amounts as people type them; what could mean two things is refused."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount, round2
from shopphone.domain.quantities import split_quantity


@pytest.mark.parametrize(
    ("typed", "value", "meaning"),
    [
        ("12,90", "12.90", Typed.PLAIN),
        ("12.90", "12.90", Typed.PLAIN),
        ("12", "12", Typed.PLAIN),
        ("0,5", "0.5", Typed.PLAIN),
        ("1.234,50", "1234.50", Typed.PLAIN),
        ("1,234.50", "1234.50", Typed.PLAIN),
        ("1'234.50", "1234.50", Typed.PLAIN),
        ("1 234,50", "1234.50", Typed.PLAIN),
        ("1\u00a0234,50 €", "1234.50", Typed.PLAIN),
        ("1.234.567", "1234567", Typed.PLAIN),
        ("12,90 EUR", "12.90", Typed.PLAIN),
        ("7,00 netto", "7.00", Typed.NET),
        ("7.00 net", "7.00", Typed.NET),
        ("7,00 brutto", "7.00", Typed.GROSS),
        ("-10%", "-10", Typed.PERCENT),
        ("\u221210 %", "-10", Typed.PERCENT),
        ("2,5%", "2.5", Typed.PERCENT),
        ("+3", "3", Typed.PLAIN),
    ],
)
def test_amounts_are_read_as_meant(typed: str, value: str, meaning: Typed) -> None:
    found = parse_amount(typed)
    assert (found.value, found.meaning) == (D(value), meaning)


@pytest.mark.parametrize("typed", ["1.234", "-1.234", "12.345 €"])
def test_an_amount_that_means_two_things_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="amount_ambiguous"):
        parse_amount(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "zwölf",
        "12,90,5x",
        "1e5",
        "0x10",
        "€",
        "%",
        "--3",
        "3 3 netto brutto",
        "²",
        "1,2,3",
        "12 90",
        "1.2,3",
        "1,23.45.6",
        "1.234 567,00",
    ],
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        parse_amount(typed)


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_refused(typed: str) -> None:
    try:
        found = parse_amount(typed)
    except Refused:
        return
    assert found.value.is_finite()


@given(st.decimals(-(10**7), 10**7, places=2))
def test_amounts_written_the_german_way_come_back(amount: D) -> None:
    text = f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert parse_amount(text).value == amount


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("0.005", "0.01"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("2.665", "2.67"),
        ("1.004999", "1.00"),
    ],
)
def test_half_a_cent_is_rounded_away_from_zero(amount: str, rounded: str) -> None:
    assert round2(D(amount)) == D(rounded)


@pytest.mark.parametrize(
    ("typed", "quantity", "words"),
    [
        ("3x Pfanne", "3", "Pfanne"),
        ("3 x Pfanne", "3", "Pfanne"),
        ("3* GP-28", "3", "GP-28"),
        ("2,5 × Stoff", "2.5", "Stoff"),
        ("GP-28 x 2", "2", "GP-28"),
        ("12000x Korken", "12000", "Korken"),
        ("Pfanne", "1", "Pfanne"),
        ("4004", "1", "4004"),
        ("4x4 Schraube", "4", "4 Schraube"),
        ("", "1", ""),
        ("3x", "3", ""),
    ],
)
def test_a_quantity_may_stand_before_the_article(typed: str, quantity: str, words: str) -> None:
    assert split_quantity(typed) == (D(quantity), words)


@pytest.mark.parametrize("typed", ["0x Pfanne", "-2x Pfanne", "999999999x Pfanne", "GP-28 x 0"])
def test_a_quantity_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="quantity_wrong"):
        split_quantity(typed)
