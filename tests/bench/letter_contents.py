"""Two hundred letters that differ as a shop's letters do: people, goods, numbers, ways to pay."""

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from shopphone.domain.letters import Confirmation
from shopphone.paths import resources
from tests.letters import samples

_FIRST = ("Anna", "Bernd", "Çiğdem", "Dörte", "Emil", "Franziska", "Günter", "Hanna", "Ivo", "Jens")
_LAST = ("Albrecht", "Brandl", "Döring", "Ebert", "Fuchs", "Gruber", "Höfer", "Irmler", "Jäger")
_STREETS = ("Ahornweg", "Bahnhofstraße", "Dorfplatz", "Fraunhoferstraße", "Gärtnergasse")
_TOWNS = ("80469 München", "01067 Dresden", "50667 Köln", "20095 Hamburg", "70173 Stuttgart")


def letters(count: int, seed: int = 7) -> list[Confirmation]:
    """Confirmations of three to five lines from the demo catalogue, every one different."""
    dice = random.Random(seed)
    goods = _catalogue()
    return [_letter(n, dice, goods) for n in range(count)]


def _catalogue() -> list[dict[str, Any]]:
    content = json.loads((resources() / "demo" / "products.json").read_text(encoding="utf-8"))
    products: list[dict[str, Any]] = content["products"] if isinstance(content, dict) else content
    return products


def _letter(n: int, dice: random.Random, goods: list[dict[str, Any]]) -> Confirmation:
    last = dice.choice(_LAST)
    called = datetime(2026, 11, 2, 9, 0) + timedelta(minutes=7 * n)
    lines = tuple(
        samples.line(
            sku=str(each["sku"]),
            name=str(each["name"]),
            description=str(each.get("description", "")),
            price=str(each["price"]),
            vat=str(each.get("vat", "19")),
            quantity=str(dice.randint(1, 4)),
        )
        for each in dice.sample(goods, dice.randint(3, 5))
    )
    content = replace(
        samples.german(*lines),
        number=f"AB-2026-{n + 1:05}",
        customer_number=f"K-{1000 + dice.randint(0, 999)}",
        last_name=last,
        recipient=(
            "Frau",
            f"{dice.choice(_FIRST)} {last}",
            f"{dice.choice(_STREETS)} {dice.randint(1, 180)}",
            dice.choice(_TOWNS),
        ),
        written_on=called.date(),
        ordered_at=called,
        told_at=tuple(called - timedelta(minutes=minute) for minute in (5, 4, 3, 2, 1)),
        due_on=called.date() + timedelta(days=7),
        latest_delivery=date(2026, 12, 24),
        payment_code=dice.choice(("prepay", "invoice")),
        care_sheets=(),
    )
    return samples.with_lines(content, lines, shipping=str(Decimal("4.90")))
