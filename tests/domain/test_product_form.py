"""The form of an article: what can be read is kept, what cannot is named by its field."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from shopphone.domain.errors import Refused
from shopphone.domain.product_form import ProductDraft, checked, codes_of

GOOD = ProductDraft(sku="BE-1", name="Becher", price="12,90")


def test_what_is_typed_becomes_the_article() -> None:
    typed = replace(
        GOOD, vat="8,1 %", deposit="0,25", stock="-2,5", next_supply_on="24.12.2026", weight_g="450",
        content="250", content_unit="ml", minimum_age="18", bulky=True, ean="4006381333931",
    )  # fmt: skip
    found = checked(typed)
    assert (found.price, found.vat, found.deposit) == (D("12.90"), D("8.1"), D("0.25"))
    assert (found.stock, found.weight_g, found.content) == (D("-2.5"), 450, D(250))
    assert (found.minimum_age, found.bulky, found.ean) == (18, True, "4006381333931")
    assert str(found.next_supply_on) == "2026-12-24"


def test_empty_fields_mean_nothing_known() -> None:
    found = checked(GOOD)
    assert (found.stock, found.weight_g, found.content, found.next_supply_on) == (None,) * 4
    assert (found.deposit, found.minimum_age, found.vat) == (D(0), 0, D(19))


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("sku", " ", "sku_missing"),
        ("name", "", "product_name_missing"),
        ("price", "", "amount_unreadable"),
        ("price", "viel", "amount_unreadable"),
        ("price", "1.234", "amount_ambiguous"),
        ("price", "-1", "number_out_of_range"),
        ("price", "1,23456", "too_many_decimals"),
        ("vat", "100", "number_out_of_range"),
        ("vat", "19,123", "too_many_decimals"),
        ("deposit", "x", "amount_unreadable"),
        ("weight_g", "1,5", "number_invalid"),
        ("weight_g", "²", "number_invalid"),
        ("minimum_age", "120", "number_out_of_range"),
        ("next_supply_on", "31.02.2026", "day_unreadable"),
        ("content", "250", "content_incomplete"),
        ("ean", "4006381333932", "ean_wrong"),
    ],
)
def test_each_mistake_is_named_by_its_field(field: str, text: str, rule: str) -> None:
    with pytest.raises(Refused, match=rule) as refusal:
        checked(replace(GOOD, **{field: text}))  # type: ignore[arg-type]  # all of these are texts
    assert refusal.value.facts["field"] == field


def test_earlier_numbers_count_once_and_never_the_present_one() -> None:
    assert codes_of(replace(GOOD, old_skus=" A-1, B-2; A-1, BE-1,")) == ("A-1", "B-2")
