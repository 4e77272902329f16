"""Tables that add to articles which came before: PrestaShop's combinations, Shopware's graded prices."""

from decimal import ROUND_HALF_UP, Decimal

from shopphone.domain.imports import Answers, CellFault, Question, Stored, Told
from shopphone.exchange.columns import CellError, Columns, Row
from shopphone.exchange.format import Read
from shopphone.exchange.products.cells import Cells, fault, joined
from shopphone.exchange.products.telling import thing


def combination_questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    return Cells(columns, answers).questions(is_vat_open=False)


def read_combinations(columns: Columns, answers: Answers) -> Read:
    """Each adds to the price of its product, which the shop knows from the table of products."""
    cells = Cells(columns, answers)
    for row in columns.rows():
        try:
            yield _combination(cells, row)
        except CellError as error:
            yield fault(row, error)


def _combination(cells: Cells, row: Row) -> Told:
    values = cells.read(row)
    values.columns.pop("weight_g", None)
    product = row.text("product") or row.text("product_sku")
    names = [each.partition(":")[0] for each in row.text("attribute_values").split(",")]
    option = joined(names)
    if not product:
        raise row.error("product", "parent_missing")
    impact = row.number("impact") or Decimal(0)
    columns: dict[str, Stored] = {**values.columns, "option": option}
    return thing(
        row,
        f"{product}#{option}",
        columns,
        values.left_out,
        asides={"parent": product, "impact": str(impact)},
    )


def price_questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    return ()


def read_prices(columns: Columns, answers: Answers) -> Read:
    """All prices of a product together; rules are customer groups where there are several."""
    rules = {row.text("rule") for row in columns.rows()}
    families: dict[str, list[Row]] = {}
    for row in columns.rows():
        families.setdefault(row.text("product"), []).append(row)
    for product, rows in families.items():
        offers = []
        try:
            for row in rows:
                offers.append(_offer(row, row.text("rule") if len(rules) > 1 else ""))
        except CellError as error:
            yield CellFault(
                line=row.line, column=error.column, value=error.value, code=error.code,
                rows=tuple(each.cells for each in rows),
            )  # fmt: skip
            continue
        yield Told(
            line=rows[0].line,
            title=product,
            values={},
            codes=(product,),
            children={"product_price": tuple(offers)},
            asides={"only": "known"},
            rows=tuple(each.cells for each in rows),
        )


def _offer(row: Row, group: str) -> dict[str, Stored]:
    price, quantity = row.number("price_gross"), row.number("from_quantity") or Decimal(1)
    if price is None:
        raise row.error("price_gross", "price_missing")
    if not (0 <= price <= 1_000_000 and 0 < quantity <= 1_000_000):
        raise row.error("price_gross", "out_of_range")
    return {
        "price": int(price.scaleb(4).to_integral_value(ROUND_HALF_UP)),
        "from_quantity": int(quantity.scaleb(3)),
        "customer_group": group,
    }
