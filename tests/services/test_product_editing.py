"""Articles typed by hand: saved whole, found at once, never over what somebody else has saved."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

import shopphone.services.product_editing as product_editing
import shopphone.services.products as products
from shopphone.domain.errors import Refused
from shopphone.domain.product_form import ProductDraft
from shopphone.services.desk import Desk

CUP = ProductDraft(sku="BE-1", name="Becher", price="12,90", weight_g="300")


def test_a_new_article_is_found_at_once(desk: Desk) -> None:
    key = product_editing.save(desk, None, replace(CUP, deposit="0,25", minimum_age="16"), CUP)
    (found,) = products.find(desk, "be-1")
    assert (found.product_id, found.deposit, found.minimum_age) == (key, D("0.25"), 16)
    assert [each.product_id for each in products.find(desk, "bech")] == [key]
    again = product_editing.begin(desk, key)
    assert (again.begun.price, again.begun.weight_g, again.kept) == ("12,90", "300", None)
    assert D(19) in again.rates


def test_its_earlier_number_still_finds_it(desk: Desk) -> None:
    key = product_editing.save(desk, None, CUP, ProductDraft())
    begun = product_editing.begin(desk, key).begun
    product_editing.save(desk, key, replace(begun, sku="BE-2"), begun)
    assert [each.sku for each in products.find(desk, "BE-1")] == ["BE-2"]
    for taken in ("be-2", "be-1"):
        with pytest.raises(Refused, match="sku_taken"):
            product_editing.save(desk, None, replace(CUP, sku=taken), ProductDraft())
    other = product_editing.save(desk, None, replace(CUP, sku="X"), ProductDraft())
    begun = product_editing.begin(desk, other).begun
    with pytest.raises(Refused, match="sku_taken") as refusal:
        product_editing.save(desk, other, replace(begun, old_skus="BE-1"), begun)
    assert refusal.value.facts["field"] == "old_skus"


def test_the_second_of_two_is_told_and_nothing_is_overwritten(desk: Desk) -> None:
    key = product_editing.save(desk, None, CUP, ProductDraft())
    mine = product_editing.begin(desk, key).begun
    product_editing.save(desk, key, replace(mine, price="13,90"), mine)
    with pytest.raises(Refused, match="product_changed_meanwhile"):
        product_editing.save(desk, key, replace(mine, stock="4"), mine)
    assert products.by_keys(desk, [key])[0].price == D("13.90")
    anew = product_editing.look_again(desk, key).begun
    product_editing.save(desk, key, replace(anew, stock="4"), anew)
    (found,) = products.by_keys(desk, [key])
    assert (found.price, found.stock) == (D("13.90"), D(4))


def test_what_was_typed_is_kept_until_it_is_saved(desk: Desk) -> None:
    empty = ProductDraft()
    product_editing.keep(desk, None, CUP, empty)
    assert product_editing.begin(desk, None).kept == CUP
    with pytest.raises(Refused):
        product_editing.save(desk, None, replace(CUP, price="viel"), empty)
    assert product_editing.begin(desk, None).kept == CUP
    product_editing.save(desk, None, CUP, empty)
    assert product_editing.begin(desk, None).kept is None


def test_every_article_of_the_demo_shop_is_saved_as_it_was(demo_desk: Desk) -> None:
    for each in products.page(demo_desk, limit=500):
        begun = product_editing.begin(demo_desk, each.product_id).begun
        assert product_editing.save(demo_desk, each.product_id, begun, begun) == each.product_id
        assert products.by_keys(demo_desk, [each.product_id]) == (each,)
