"""Every format of orders, with the way its positions are written."""

import json
from collections.abc import Sequence
from decimal import Decimal

from shopphone.exchange.columns import Columns, Row
from shopphone.exchange.format import Format, layout_format, layouts
from shopphone.exchange.orders.lines import Line, line, scaled
from shopphone.exchange.orders.reading import questions, reader, row_lines

_MOST_ITEMS = 20


def order_formats() -> tuple[Format, ...]:
    lines = {"webtoffee": _blob_lines, "shopware6": _sum_lines}
    return tuple(
        layout_format(layout, questions, reader(lines.get(name, row_lines)))
        for name, layout in layouts("orders").items()
    )


def _blob_lines(_columns: Columns, rows: Sequence[Row], rate: int) -> list[Line]:
    """WebToffee: "name:Bräter|sku:B-1|quantity:2|total:99.80|sub_total:…" in a column for each."""
    found: list[Line] = []
    for row in rows:
        for n in range(1, _MOST_ITEMS + 1):
            text = row.text(f"line_item_{n}")
            if text:
                found.append(_blob_line(row, n, text, len(found) + 1, rate))
    return found


def _blob_line(row: Row, n: int, text: str, position: int, rate: int) -> Line:
    told = dict(part.partition(":")[::2] for part in text.split("|"))
    try:
        quantity = Decimal(told.get("quantity") or "1")
        amount = Decimal(told.get("total") or told.get("sub_total") or "")
        tax = Decimal(told.get("tax") or told.get("total_tax") or "0")
    except ArithmeticError as error:
        raise row.error(f"line_item_{n}", "no_number") from error
    price = (amount + tax) / quantity if quantity else amount
    if tax and amount:
        rate = _nearest_rate(tax / amount * 100, rate)
    return line(
        position=position,
        sku=told.get("sku", ""),
        name=told.get("name", "") or told.get("sku", "") or f"line_item_{n}",
        quantity=scaled(quantity, 3),
        price=scaled(price, 4),
        vat=rate,
    )


def _nearest_rate(found: Decimal, rate: int) -> int:
    """A share of rounded amounts is a rate only to half a percent."""
    whole = scaled(found.quantize(Decimal("0.1")), 2)
    return next((each for each in (rate, 1900, 700, 2000, 1000) if abs(each - whole) <= 50), whole)


def _sum_lines(columns: Columns, rows: Sequence[Row], rate: int) -> list[Line]:
    """Shopware's export names its positions, not what each cost: one line holds the sum."""
    total = rows[0].number("total") or Decimal(0)
    said = rows[0].text("line_items")
    return [
        line(
            position=1, sku="", name=_short(said) or columns.heading("line_items"),
            quantity=1000, price=scaled(total, 4), vat=rate,
        )
    ]  # fmt: skip


def _short(said: str) -> str:
    try:
        items = json.loads(said)
    except ValueError:
        return " ".join(said.split())[:200]
    if not isinstance(items, list):
        return ""
    names = [str(each.get("label", "")) for each in items if isinstance(each, dict)]
    return ", ".join(name for name in names if name)[:200]
