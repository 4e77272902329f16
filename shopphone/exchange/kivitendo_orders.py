"""Orders for kivitendo's CSV import: a line for the order, then one for each position.

Its form has to say "Order" and "OrderItem" as names of the two kinds of lines. Parts with the
numbers below must exist there; verify_amount lets kivitendo reckon the total again.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from shopphone.domain.exports import OutOrder
from shopphone.domain.vat import VatMode
from shopphone.exchange import tables_out

_ORDER = (
    "datatype", "ordnumber", "cusordnumber", "customernumber", "customer", "transdate",
    "taxincluded", "currency", "payment", "shipvia", "notes", "verify_amount",
)  # fmt: skip
_ITEM = ("datatype", "partnumber", "description", "qty", "sellprice")
SHIPPING, DISCOUNT, COUPON, DEPOSIT = "VERSAND", "RABATT", "GUTSCHEIN", "PFAND"


def write(path: Path, orders: Iterable[OutOrder]) -> None:
    rows = (row for order in orders for row in _rows(order))
    tables_out.write_separated(path, [_ORDER, _ITEM, *rows])


def _rows(order: OutOrder) -> Iterator[tuple[str, ...]]:
    person = f"{order.first_name} {order.last_name}".strip()
    texts = (order.number, order.number, order.customer_number, order.company or person)
    yield (
        "Order", *map(tables_out.guarded, texts), f"{order.placed_on:%d.%m.%Y}",
        "f" if VatMode(order.vat_mode) is VatMode.NET else "t", "EUR", order.payment_code,
        tables_out.guarded(order.shipping_name), tables_out.guarded(order.remark),
        _number(order.total),
    )  # fmt: skip
    for line in order.lines:
        name = f"{line.name} {line.option}".strip()
        # its own rounding of discounts differs: the price agreed is the one after the discount
        yield _item(line.sku, name, line.quantity, line.unit_price * (1 - line.discount))
        if line.deposit:
            yield _item(DEPOSIT, "", line.quantity, line.deposit)
    more = ((SHIPPING, order.shipping_name, order.shipping), (DISCOUNT, "", -order.discount),
            (COUPON, order.coupon_code, -order.coupon))  # fmt: skip
    for number, name, price in more:
        if price:
            yield _item(number, name, Decimal(1), price)


def _item(number: str, name: str, quantity: Decimal, price: Decimal) -> tuple[str, ...]:
    return (
        "OrderItem", tables_out.guarded(number), tables_out.guarded(name), _number(quantity),
        _number(price),
    )  # fmt: skip


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
