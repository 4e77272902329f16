"""The demo shop's goods: articles with variants, tiers, promotions and deposits, from resources/demo."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import insert

from shopphone.store import tables as t
from shopphone.store.db import Writing

_PRODUCT_TEXTS = (
    "sku", "ean", "name", "name_en", "option", "group", "category", "description",
    "description_en", "weight_g", "withdrawal_rule", "warning",
)  # fmt: skip


def fill(tx: Writing, told: Iterable[Mapping[str, Any]], today: date) -> dict[str, dict[str, Any]]:
    """Write the goods; gives each by its SKU with its key."""
    made: dict[str, dict[str, Any]] = {}
    for each in told:
        supply = each.get("next_supply")
        values = {
            **{key: each[key] for key in _PRODUCT_TEXTS},
            "price": Decimal(each["price"]),
            "vat": Decimal(each["vat"]),
            "stock": None if each["stock"] is None else Decimal(each["stock"]),
            "next_supply_on": today + timedelta(days=supply) if supply else None,
            "content": Decimal(each["content"]) if "content" in each else None,
            "content_unit": each.get("content_unit", ""),
            "deposit": Decimal(each.get("deposit", 0)),
            "minimum_age": each.get("minimum_age", 0),
            "bulky": each.get("bulky", False),
            "active": True,
        }
        key = tx.insert(insert(t.product), values)
        made[each["sku"]] = {**values, "id": key}
        for code in each.get("old_skus", ()):
            tx.execute(insert(t.product_code), {"product_id": key, "code": code})
        for offer in each.get("offers", ()):
            tx.execute(insert(t.product_price), {"product_id": key, **_offer(offer, today)})
    return made


def _offer(told: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Days are told from today on, so that a promotion of the demo shop never runs out."""
    return {
        "price": Decimal(told["price"]),
        "from_quantity": Decimal(told.get("from", 1)),
        "customer_group": told.get("group", ""),
        "starts_on": today + timedelta(days=told["starts"]) if "starts" in told else None,
        "ends_on": today + timedelta(days=told["ends"]) if "ends" in told else None,
        "name": told.get("name", ""),
    }
