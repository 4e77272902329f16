"""Quantities and prices typed into a line are kept exactly as they are shown."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, typed_quantity
from shopphone.domain.prices import Pricing, set_typed_price

HOME = Pricing(on=date(2026, 11, 24))


def priced(text: str, **fields: object) -> LineDraft:
    line = LineDraft(name="Pfanne", unit_price=Decimal(50), **fields)  # type: ignore[arg-type]  # of the test
    set_typed_price(line, text, HOME)
    return line


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [("3", "3"), ("100", "100"), ("2,5", "2.5"), ("1,2345", "1.235"), ("0,001", "0.001")],
)
def test_quantities_are_kept_in_thousandths(typed: str, quantity: str) -> None:
    found = typed_quantity(typed)
    assert (found, str(found)) == (Decimal(quantity), quantity)


@pytest.mark.parametrize("typed", ["0", "-1", "0,0004", "1000001", "9" * 60, "viel", ""])
def test_what_nobody_can_order_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        typed_quantity(typed)


@pytest.mark.parametrize(
    ("typed", "price", "discount"),
    [
        ("12,90", "12.90", "0"),
        ("-12,90", "12.90", "0"),
        ("10,00 netto", "11.90", "0"),
        ("1,23456", "1.2346", "0"),
        ("-10%", "50", "0.1"),
        ("12,345 %", "50", "0.1235"),
        ("250 %", "50", "1"),
    ],
)
def test_prices_are_typed_gross_net_or_as_a_discount(typed: str, price: str, discount: str) -> None:
    line = priced(typed)
    assert (line.unit_price, line.discount) == (Decimal(price), Decimal(discount))
    assert line.is_complete


def test_a_typed_price_says_where_it_comes_from() -> None:
    assert priced("1", product_id=3).price_source == "manual"
    assert priced("1").price_source == "free"
    assert priced("-5%", product_id=3).price_source == "manual"
    assert priced("12,90 Kratzer am Rand", product_id=3).price_note == "Kratzer am Rand"
    assert priced("-10% Treue", product_id=3).price_note == "Treue"
    assert priced("7,00 netto Messe", product_id=3).price_note == "Messe"
    assert priced("7,00 netto", product_id=3).price_note == ""


@pytest.mark.parametrize(
    "typed", ["9" * 60, "1000001", "9" * 40 + " netto", "9" * 40 + " %", "940000 netto"]
)
def test_a_price_beyond_any_till_is_refused_and_changes_nothing(typed: str) -> None:
    line = LineDraft(name="Pfanne", vat=Decimal(7), unit_price=Decimal(50))
    with pytest.raises(Refused):
        set_typed_price(line, typed, HOME)
    assert line == LineDraft(name="Pfanne", vat=Decimal(7), unit_price=Decimal(50))


@given(
    st.text(max_size=20)
    | st.from_regex(r"[0-9]{1,30}([.,][0-9]{1,9})?( ?%| netto)?", fullmatch=True)
)
def test_whatever_is_typed_is_kept_exactly_or_refused(typed: str) -> None:
    line = LineDraft(name="Pfanne", vat=Decimal(7))
    try:
        line.quantity = typed_quantity(typed)
        set_typed_price(line, typed, HOME)
    except Refused:
        return
    assert line.is_complete
