"""What is said of single goods: as the owner writes it, and what a return costs."""

from decimal import Decimal

import pytest

from shopphone.domain.errors import Refused
from shopphone.domain.particulars import About, of_goods, read, return_amount


def test_a_line_names_goods_a_matter_and_texts_in_both_languages() -> None:
    (one, two) = read("ET-*; Reparatur; Griffe einzeln; Handles singly\n\n  UHR;updates;bis 2031  ")
    assert (one.about, one.said("de"), one.said("en")) == (
        About.REPAIR,
        "Griffe einzeln",
        "Handles singly",
    )
    assert (two.about, two.said("en")) == (About.UPDATES, "bis 2031")


@pytest.mark.parametrize(
    ("number", "sku", "holds"),
    [
        ("ET-2", "et-2", True), ("ET-2", "ET-20", False), ("ET-*", "ET-20", True),
        ("ET-*", "ET", False), ("ET-*", "", False), ("E", " E ", True),
    ],
)  # fmt: skip
def test_a_star_stands_for_any_rest(number: str, sku: str, holds: bool) -> None:
    assert bool(of_goods(read(f"{number}; Garantie; ja"), sku)) == holds


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ET; Reparatur; gut\nET; Farbe; rot", 2), ("; Garantie; ja", 1), ("*; Garantie; alles", 1),
        ("ET; Garantie", 1), ("ET; Garantie; ", 1), ("ET; Rücksendung; viel", 1),
        ("ET; Garantie; a; b; c", 1), ("ET; Garantie; " + "x" * 601, 1),
    ],
)  # fmt: skip
def test_what_cannot_be_read_names_its_line(text: str, line: int) -> None:
    with pytest.raises(Refused, match="particular_unreadable") as refusal:
        read(text)
    assert refusal.value.facts["line"] == line


def test_a_return_costs_what_each_piece_costs_and_nothing_where_post_takes_all() -> None:
    known = read("OFEN; Rücksendung; 89,00\nOFEN*; return; 12,50")
    one, two = Decimal(1), Decimal(2)
    assert return_amount(known, [("OFEN", two), ("TOPF", one)]) == Decimal("178.00")
    assert return_amount(known, [("OFEN-S", two)]) == Decimal("25.00")
    assert return_amount(known, [("TOPF", one)]) is None
    assert return_amount((), [("OFEN", one)]) is None
