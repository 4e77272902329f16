"""Product tables with one article a line, variants pointing to their parent: most programs write so."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product as combinations

from shopphone.domain.imports import Answers, CellFault, Passed, Question, Stored, Told
from shopphone.exchange.columns import Columns, Row
from shopphone.exchange.format import Read
from shopphone.exchange.products.cells import Cells, joined, path_of
from shopphone.exchange.products.telling import told

_HEX_KEY = 32  # letters of a key that shops show to nobody


def questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    is_open = not columns.has("vat") or any(
        not row.text("vat") and not row.text("parent") for row in columns.rows()
    )
    return Cells(columns, answers).questions(is_vat_open=is_open)


def read(columns: Columns, answers: Answers) -> Read:
    cells = Cells(columns, answers)
    parents = _parents(columns)
    for row in columns.rows():
        if row.text("id") in parents or row.text("sku") in parents:
            yield Passed(line=row.line, code="parent")
            continue
        yield from _told(cells, row, parents)


def _parents(columns: Columns) -> dict[str, Row]:
    """The lines that others point to, by what they are pointed to with; two looks at the file."""
    if not columns.has("parent"):
        return {}
    wanted = {row.text("parent") for row in columns.rows()} - {""}
    found: dict[str, Row] = {}
    for row in columns.rows():
        for name in ("id", "sku"):
            if row.text(name) in wanted:
                found.setdefault(row.text(name), row)
    return found


def _told(cells: Cells, row: Row, parents: dict[str, Row]) -> Iterator[Told | CellFault]:
    wanted = row.text("parent")
    parent = parents.get(wanted)
    if wanted and parent is None and not row.text("name"):
        error = row.error("parent", "parent_missing")
        yield CellFault(
            line=row.line, column=error.column, value=error.value, code=error.code,
            rows=(row.cells,),
        )  # fmt: skip
        return
    option = _option(row, parent)
    group = "" if parent is None else parent.text("sku") or parent.text("name")
    before = [code.strip() for code in row.text("old_skus").replace(";", ",").split(",")]
    codes: tuple[dict[str, Stored], ...] = tuple(
        {"code": code} for code in dict.fromkeys(before) if code
    )
    made = told(
        cells, row, code=row.text("id"), parent=parent, option=option, group=group,
        children={"product_code": codes} if codes else None,
    )  # fmt: skip
    if isinstance(made, CellFault):
        yield made
        return
    if (made := _with_category(made, row, parent)) and row.text("variants"):
        yield from _expanded(made, row.text("variants"))
    else:
        yield _with_number(made, row)


def _option(row: Row, parent: Row | None) -> str:
    named = joined(row.text(f"option{n}_value") for n in range(1, 7))
    if named or row.text("option") or parent is None:
        return named
    number = row.text("sku")  # what tells it from its sisters, where the table names no option
    return number.removeprefix(parent.text("sku")).strip("-._ ") or number


def _with_number(made: Told, row: Row) -> Told:
    """An article without a number gets the other shop's key as its number."""
    if made.values.get("sku") or not row.text("id"):
        return made
    number = row.text("id")
    return replace(made, values={**made.values, "sku": number}, own=(f"sku:{number}",))


def _with_category(made: Told, row: Row, parent: Row | None) -> Told:
    text = row.text("category") or (parent.text("category") if parent is not None else "")
    if not text:
        return made
    for separator in ("|", ";"):
        text = text.partition(separator)[0]
    name = path_of(text, "\n", ">")
    values = {key: value for key, value in made.values.items() if key != "category"}
    if len(name) == _HEX_KEY and all(each in "0123456789abcdef" for each in name):
        return replace(made, values=values)
    return replace(made, values={**values, "category": name})


def _expanded(made: Told, variants: str) -> Iterator[Told]:
    """Shopware's "size: M, L | color: red, green": every combination is an article of its own."""
    axes = [
        [name.strip() for name in axis.partition(":")[2].split(",") if name.strip()]
        for axis in variants.split("|")
    ]
    number, code = str(made.values.get("sku", "")), made.codes[0] if made.codes else ""
    for names in combinations(*[axis for axis in axes if axis]):
        option, sku = joined(names), "-".join((number, *(name.replace(" ", "-") for name in names)))
        values = {**made.values, "sku": sku, "option": option, "group": number}
        yield replace(
            made,
            title=f"{made.values.get('name', number)} {option}",
            values=values,
            codes=(f"{code}/{option}",) if code else (),
            own=(f"sku:{sku}",),
        )
