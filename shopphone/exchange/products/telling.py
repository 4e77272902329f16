"""A line of a product table as a thing told to the shop, with what it has from its parent."""

from collections.abc import Sequence
from decimal import Decimal

from shopphone.domain.imports import CellFault, Stored, Told
from shopphone.exchange.columns import CellError, Row
from shopphone.exchange.products.cells import Cells, Values, fault

_FROM_PARENT = (
    "name",
    "name_en",
    "description",
    "description_en",
    "category",
    "weight_g",
    "warning",
)


def told(
    cells: Cells,
    row: Row,
    *,
    code: str = "",
    parent: Row | None = None,
    option: str = "",
    group: str = "",
    vat: Decimal | None = None,
    more: dict[str, Stored] | None = None,
    children: dict[str, tuple[dict[str, Stored], ...]] | None = None,
    asides: dict[str, str] | None = None,
) -> Told | CellFault:
    """The article of this line. vat: where the line says none; more: columns the format knows better."""
    try:
        values = cells.read(row)
        inherited = _inherited(cells, parent, values)
        rate = _rate(cells, row, parent, vat)
        price = cells.price(row, rate)
        if price is None and parent is not None:
            price = cells.price(parent, rate)
        told_columns = {**inherited, **values.columns}
        if price is not None:
            told_columns["price"] = price
        if rate is not None:
            told_columns["vat"] = int(rate.scaleb(2))
    except CellError as error:
        return fault(row, error, *([] if parent is None else [parent]))
    if option:
        told_columns["option"] = option
    if group:
        told_columns["group"] = group
    told_columns.update(more or {})
    return thing(row, code, told_columns, values.left_out, parent, children, asides)


def thing(
    row: Row,
    code: str,
    columns: dict[str, Stored],
    left_out: Sequence[CellFault] = (),
    parent: Row | None = None,
    children: dict[str, tuple[dict[str, Stored], ...]] | None = None,
    asides: dict[str, str] | None = None,
) -> Told:
    sku = str(columns.get("sku") or "")
    title = f"{columns.get('name') or sku or code} {columns.get('option') or ''}".strip()
    rows = (row.cells,) if parent is None else (parent.cells, row.cells)
    return Told(
        line=row.line,
        title=title,
        values=columns,
        codes=(code,) if code else (),
        own=(f"sku:{sku}",) if sku else (),
        children=children or {},
        asides=asides or {},
        left_out=tuple(left_out),
        rows=rows,
    )


def _inherited(cells: Cells, parent: Row | None, values: Values) -> dict[str, Stored]:
    """A variant is called and described as its parent is, unless its line says otherwise."""
    if parent is None:
        return {}
    try:
        above = cells.read(parent).columns
    except CellError:  # told at the parent's own line
        return {}
    return {name: above[name] for name in _FROM_PARENT if name in above}


def _rate(cells: Cells, row: Row, parent: Row | None, vat: Decimal | None) -> Decimal | None:
    if row.text("vat") or parent is None or not parent.text("vat"):
        return cells.rate(row) if vat is None else vat
    return cells.rate(parent)
