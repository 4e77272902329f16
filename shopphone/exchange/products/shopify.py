"""Shopify's product table: one line a variant, lines of one product share its handle."""

import re
from decimal import Decimal

from shopphone.domain.imports import Answers, Passed, Question, Stored
from shopphone.exchange.columns import Columns, Row
from shopphone.exchange.format import Read
from shopphone.exchange.products.cells import Cells, joined
from shopphone.exchange.products.telling import told

_ONE_ONLY = "default title"
_UNFIT = re.compile(r"[^\w.]+")


def questions(columns: Columns, answers: Answers) -> tuple[Question, ...]:
    return Cells(columns, answers).questions(is_vat_open=True)


def read(columns: Columns, answers: Answers) -> Read:
    cells = Cells(columns, answers)
    firsts: dict[str, Row] = {}
    for row in columns.rows():
        handle = row.text("handle")
        if row.text("name"):
            firsts[handle] = row
        options = [row.text(f"option{n}_value") for n in range(1, 4)]
        if not any(options) and not row.text("price"):
            yield Passed(line=row.line, code="picture")
            continue
        first = firsts.get(handle)
        option = "" if options[0].casefold() == _ONE_ONLY else joined(options)
        yield told(
            cells,
            row,
            code="/".join(each for each in (handle, option) if each),
            parent=first if first is not row else None,
            option=option,
            group=handle if option else "",
            vat=Decimal(0) if row.yes("taxable") is False else None,
            more=_more(row, first or row, handle, option),
        )


def _more(row: Row, first: Row, handle: str, option: str) -> dict[str, Stored]:
    more: dict[str, Stored] = {}
    if not row.text("sku"):
        more["sku"] = "-".join(
            _UNFIT.sub("-", each).strip("-") for each in (handle, option) if each
        )
    if not row.text("tracker") and row.text("stock"):
        more["stock"] = None  # Shopify counts nothing without a tracker
    status, published = first.text("status").casefold(), first.yes("published")
    if status or published is not None:
        more["active"] = status in ("", "active") and published is not False
    return more
