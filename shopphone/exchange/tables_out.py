"""Tables as CSV, XLSX or JSON: written beside their place first, and never a formula in them."""

import csv
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.domain.exports import Cell, Shape, plain

# what a table program would reckon with, or a sheet cannot hold
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MOST_IN_CELL = 32_767
_MOST_ROWS = 1_048_575


def guarded(text: str) -> str:
    """A text that no table program takes for a formula; our own import takes the mark off again."""
    return f"'{text}" if text.startswith(_ACTIVE) else text


def write(path: Path, shape: Shape, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Raises Unavailable("file") and Refused("export_too_long") for a sheet."""
    {Shape.CSV: _csv, Shape.XLSX: _xlsx, Shape.JSON: _json}[shape](path, columns, rows)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file that takes its place whole or not at all, readable by its owner only."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.unlink(missing_ok=True)
        yield beside
        os.replace(beside, path)
    except OSError as error:
        raise Unavailable("file", why(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def write_separated(
    path: Path,
    rows: Iterable[Sequence[str]],
    *,
    encoding: str = "utf-8",
    separator: str = ";",
    quoting: bool = True,
) -> None:
    """Rows of texts for another program; those that cannot be quoted have no separators in them."""
    with (
        replacing(path) as beside,
        beside.open("w", encoding=encoding, newline="", errors="replace") as file,
    ):
        if quoting:
            csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
            return
        for row in rows:
            file.write(separator.join(row) + "\r\n")


def _csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    # the mark at the beginning tells Excel that this is UTF-8
    with replacing(path) as beside, beside.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([_csv_cell(cell) for cell in row] for row in rows)


def _csv_cell(cell: Cell) -> str:
    return guarded(cell) if isinstance(cell, str) else plain(cell)


def _json(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    write_json(path, (dict(zip(columns, row, strict=True)) for row in rows))


def write_json(path: Path, things: Iterable[dict[str, Any]]) -> None:
    """A list of objects, one a line, so that any number of them can be written and compared."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8") as file:
        file.write("[")
        for n, thing in enumerate(things):
            file.write(",\n" if n else "\n")
            file.write(json.dumps(thing, ensure_ascii=False, default=_json_cell))
        file.write("\n]\n")


def _json_cell(value: object) -> str:
    if isinstance(value, Decimal | datetime) or hasattr(value, "isoformat"):
        return plain(value)  # type: ignore[arg-type]  # what has isoformat is a date
    raise TypeError(type(value).__name__)


def _xlsx(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    import openpyxl  # heavy, and only here
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("shopphone")

    def text(value: str) -> Any:
        cell = WriteOnlyCell(sheet, value=_CONTROL.sub("", value)[:_MOST_IN_CELL])
        cell.data_type = "s"  # a text, whatever it begins with
        return cell

    sheet.append([text(name) for name in columns])
    sheet.freeze_panes = "A2"
    for n, row in enumerate(rows):
        if n == _MOST_ROWS:
            raise Refused("export_too_long", most=str(_MOST_ROWS))
        sheet.append([_sheet_cell(cell, text) for cell in row])
    with replacing(path) as beside:
        book.save(beside)


def _sheet_cell(cell: Cell, text: Callable[[str], Any]) -> Any:
    if isinstance(cell, datetime):
        return text(plain(cell))  # sheets know no time zones
    return text(cell) if isinstance(cell, str) else cell
