"""WooCommerce's product table in the languages it comes in: kinds, parents, tax classes, sale prices."""

from decimal import Decimal

from shopphone.domain.imports import VAT, Answers, CellFault, Passed, Question, Stored, Told
from shopphone.exchange.columns import CellError, Columns, Row
from shopphone.exchange.format import Read
from shopphone.exchange.products.cells import Cells, fault, joined, path_of
from shopphone.exchange.products.telling import told

_PASSED = {"variable": "parent", "variabel": "parent", "grouped": "bundle", "gruppiert": "bundle",
           "external": "external", "extern": "external"}  # fmt: skip
_ZERO = ("zero-rate", "null-satz", "nullsatz", "steuerfrei")


def questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    asked = Cells(columns, answers).questions(is_vat_open=True)
    classes = {row.text("tax_class").casefold() for row in columns.rows()}
    named = sorted(classes - {"", "parent", "standard", *_ZERO})
    return (*asked, *(Question(code=f"{VAT}:{name}", detail=name) for name in named))


def read(columns: Columns, answers: Answers) -> Read:
    cells = Cells(columns, answers)
    wanted = {row.text("parent") for row in columns.rows()} - {""}
    parents: dict[str, Row] = {}
    for row in columns.rows():
        for name in (f"id:{row.text('id')}", row.text("sku")):
            if name in wanted:
                parents.setdefault(name, row)
    for row in columns.rows():
        kinds = [kind.strip() for kind in row.text("type").casefold().split(",")]
        passed = next((_PASSED[kind] for kind in kinds if kind in _PASSED), "")
        if passed:
            yield Passed(line=row.line, code=passed)
        else:
            yield _told(cells, row, parents.get(row.text("parent")), answers)


def _told(cells: Cells, row: Row, parent: Row | None, answers: Answers) -> Told | CellFault:
    is_variant = bool(row.text("parent"))
    above = parent if is_variant else None
    option = ""
    if is_variant:
        option = joined(row.text(f"attribute{n}_value") for n in range(1, 11))
    try:
        vat = _vat(row, above, answers, cells)
        offers = _offers(cells, row, vat)
    except CellError as error:
        return fault(row, error, *([above] if above is not None else []))
    more: dict[str, Stored] = {"active": row.text("published") == "1"}
    if above is not None:
        more["name"] = above.text("name")  # the line's own repeats its options
    category = row.text("category") or ("" if above is None else above.text("category"))
    if category:
        more["category"] = path_of(category, ",", ">")
    if not row.text("sku"):
        more["sku"] = f"WC-{row.text('id')}"
    return told(
        cells,
        row,
        code=row.text("id"),
        parent=above,
        option=option,
        group=(above.text("sku") or above.text("name")) if above is not None else "",
        vat=vat,
        more=more,
        children={"product_price": offers},
        asides={"promotion": cells.columns.heading("sale_price")},
    )


def _vat(row: Row, parent: Row | None, answers: Answers, cells: Cells) -> Decimal | None:
    if row.text("tax_status").casefold() in ("none", "keine", "shipping", "versand"):
        return Decimal(0)
    name = row.text("tax_class").casefold()
    if name == "parent":
        name = "" if parent is None else parent.text("tax_class").casefold()
    if name in _ZERO:
        return Decimal(0)
    answer = answers.get(f"{VAT}:{name}", "") if name not in ("", "standard") else ""
    return Decimal(answer.replace(",", ".").rstrip("% ")) if answer else cells.vat


def _offers(cells: Cells, row: Row, vat: Decimal | None) -> tuple[dict[str, Stored], ...]:
    """The sale price as a promotion that is named as its column is."""
    amount = row.number("sale_price")
    if amount is None:
        return ()
    rate = vat if cells.meaning == "net" else Decimal(0)
    starts, ends = row.day("sale_from"), row.day("sale_until")
    return (
        {
            "price": cells.gross(row, "sale_price", amount, rate),
            "starts_on": None if starts is None else starts.isoformat(),
            "ends_on": None if ends is None else ends.isoformat(),
            "name": cells.columns.heading("sale_price"),
        },
    )
