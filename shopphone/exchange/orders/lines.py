"""The positions of an order in stored form: pieces in thousandths, prices in ten-thousandths of EUR."""

from decimal import ROUND_HALF_UP, Decimal

from shopphone.domain.imports import Stored
from shopphone.exchange.columns import Row

Line = dict[str, Stored]
_MOST = Decimal(10_000_000)
_HALF = 50_000  # of a cent, in thousandths of pieces by ten-thousandths of EUR


def line_of(row: Row, position: int, rate: int) -> Line | None:
    """What a row says of a position; None: it has none. rate: where the row names no VAT.

    Raises CellError.
    """
    sku, name = row.text("line_sku"), " ".join(row.text("line_name").split())
    quantity = row.number("line_quantity")
    if not (sku or name) and quantity is None:
        return None
    if quantity is None:
        quantity = Decimal(1)
    price = row.number("line_price")
    if price is None:
        amount = row.number("line_amount")
        if amount is None:
            raise row.error("line_price", "price_missing")
        price = amount / quantity if quantity else amount
    if not (abs(quantity) <= _MOST and abs(price) <= _MOST):
        raise row.error("line_price", "out_of_range")
    off = row.number("line_discount_percent") or Decimal(0)
    deposit = row.number("line_deposit") or Decimal(0)
    return line(
        position=position,
        sku=sku,
        name=name or sku,
        option=" ".join(row.text("line_option").split()),
        quantity=scaled(quantity, 3),
        price=scaled(price, 4),
        discount=scaled(off, 2),
        vat=_rate(row, rate),
        deposit=scaled(deposit, 4),
    )


def line(
    *,
    position: int,
    sku: str,
    name: str,
    quantity: int,
    price: int,
    vat: int,
    option: str = "",
    discount: int = 0,
    deposit: int = 0,
) -> Line:
    """discount in basis points, as fractions are kept."""
    return {
        "position": position,
        "product_id": None,
        "sku": sku,
        "name": name,
        "option": option,
        "quantity": quantity,
        "unit_price": price,
        "discount": discount,
        "vat": vat,
        "gross": cents(quantity, price, discount),
        "deposit": deposit,
        "price_source": "import",
    }


def cents(quantity: int, price: int, discount: int = 0) -> int:
    """Rounded half away from zero, as money.round2 does it."""
    exact = quantity * price
    if discount:
        exact = (exact * (10_000 - discount) + (5_000 if exact >= 0 else -5_000)) // 10_000
    return (exact + _HALF) // 100_000 if exact >= 0 else -((_HALF - exact) // 100_000)


def scaled(value: Decimal, places: int) -> int:
    return int(value.scaleb(places).to_integral_value(ROUND_HALF_UP))


def _rate(row: Row, rate: int) -> int:
    text = row.text("line_vat")
    if not text:
        return rate
    found = row.number("line_vat")
    if found is None or not 0 <= found < 100:
        raise row.error("line_vat", "out_of_range")
    return scaled(found * 100 if 0 < found < 1 else found, 2)
