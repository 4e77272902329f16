"""Magento 2's product table: simple articles, and configurable ones that name their variants."""

from dataclasses import dataclass

from shopphone.domain.imports import Answers, Passed, Question, Stored
from shopphone.exchange.columns import Columns, Row
from shopphone.exchange.format import Read
from shopphone.exchange.products.cells import Cells, joined, path_of
from shopphone.exchange.products.telling import told

_SOLD = ("simple", "virtual", "downloadable", "")


@dataclass(frozen=True, slots=True)
class _Family:
    parent: Row
    option: str


def questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    return Cells(columns, answers).questions(is_vat_open=True)


def read(columns: Columns, answers: Answers) -> Read:
    cells = Cells(columns, answers)
    families = _families(columns)
    for row in columns.rows():
        kind = row.text("type").casefold()
        if row.text("view"):
            yield Passed(line=row.line, code="store_view")
        elif kind not in _SOLD:
            yield Passed(line=row.line, code="parent" if kind == "configurable" else "bundle")
        else:
            family = families.get(row.text("sku").casefold())
            yield told(
                cells,
                row,
                parent=None if family is None else family.parent,
                option="" if family is None else family.option,
                group="" if family is None else family.parent.text("sku"),
                more=_more(row, family),
            )


def _families(columns: Columns) -> dict[str, _Family]:
    """By the number of each variant; a configurable article may stand below its variants."""
    found: dict[str, _Family] = {}
    for row in columns.rows():
        for variation in filter(None, row.text("variations").split("|")):
            facts = dict(fact.partition("=")[::2] for fact in variation.split(","))
            sku = facts.pop("sku", "").strip()
            if sku:
                found.setdefault(sku.casefold(), _Family(row, joined(facts.values())))
    return found


def _more(row: Row, family: _Family | None) -> dict[str, Stored]:
    more: dict[str, Stored] = {}
    if row.text("online"):
        more["active"] = row.text("online") == "1"
    if family is not None:
        more["name"] = family.parent.text("name")  # the line's own repeats its options
    category = row.text("category") or ("" if family is None else family.parent.text("category"))
    if category:
        more["category"] = path_of(category, ",", "/")
    return more
