"""Orders as our own table: a row for each line, every column documented, a sum that notices changes.

The columns and the sum are described in the manual (resources/manual, "export").
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from shopphone.domain.customers import Address
from shopphone.domain.exports import Cell, OutLine, OutOrder, Shape, plain
from shopphone.exchange import tables_out

_PLACE = ("name", "co", "extra", "post_number", "street", "postcode", "town", "country")
_HEAD = (
    "order_number", "placed_at", "state", "payment_state", "payment_method", "customer_number",
    "salutation", "first_name", "last_name", "company", "email", "phone",
    *(f"billing_{part}" for part in _PLACE), *(f"delivery_{part}" for part in _PLACE),
    "shipping_code", "shipping_name", "shipping", "discount", "coupon_code", "coupon",
    "vat_mode", "standard_vat_percent", "total", "remark",
)  # fmt: skip
_LINE = (
    "line_position", "line_sku", "line_name", "line_option", "line_quantity", "line_unit_price",
    "line_discount_percent", "line_vat_percent", "line_amount", "line_deposit",
)  # fmt: skip
CHECKSUM = "checksum"
COLUMNS = (*_HEAD, *_LINE, CHECKSUM)


def write(path: Path, shape: Shape, orders: Iterable[OutOrder]) -> None:
    if shape is Shape.JSON:
        tables_out.write_json(path, map(_object, orders))
        return
    tables_out.write(path, shape, COLUMNS, (row for order in orders for row in _rows(order)))


def checksum(rows: Iterable[Sequence[str]]) -> str:
    """Of all rows of an order without this column, as they stand in the file, blanks around cells off."""
    told = "\x1e".join("\x1f".join(cell.strip() for cell in row) for row in rows)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _rows(order: OutOrder) -> Iterator[tuple[Cell, ...]]:
    head = _head(order)
    # one whose lines are all cancelled still is an order
    rows = [(*head, *_line(line)) for line in order.lines] or [(*head, *[None] * len(_LINE))]
    seal = checksum([[plain(cell) for cell in row] for row in rows])
    for row in rows:
        yield (*row, seal)


def _object(order: OutOrder) -> dict[str, Any]:
    head = _head(order)
    rows = [(*head, *_line(line)) for line in order.lines]
    return {
        **dict(zip(_HEAD, head, strict=True)),
        "lines": [
            {
                name.removeprefix("line_"): cell
                for name, cell in zip(_LINE, _line(line), strict=True)
            }
            for line in order.lines
        ],
        CHECKSUM: checksum([[plain(cell) for cell in row] for row in rows]),
    }


def _head(order: OutOrder) -> tuple[Cell, ...]:
    return (
        order.number, order.placed_at, order.state, order.payment_state, order.payment_code,
        order.customer_number, order.salutation, order.first_name, order.last_name, order.company,
        order.email, order.phone, *_place(order.billing), *_place(order.deliver_to),
        order.shipping_code, order.shipping_name, order.shipping, order.discount,
        order.coupon_code, order.coupon, order.vat_mode, order.standard_vat, order.total,
        order.remark,
    )  # fmt: skip


def _place(address: Address) -> tuple[str, ...]:
    return tuple(getattr(address, each.name) for each in fields(Address))


def _line(line: OutLine) -> tuple[Cell, ...]:
    return (
        line.position, line.sku, line.name, line.option, line.quantity, line.unit_price,
        line.discount * 100, line.vat, line.amount, line.deposit,
    )  # fmt: skip
