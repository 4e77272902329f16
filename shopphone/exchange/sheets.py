"""A table of any shop, row by row: CSV in any encoding and with any separator, packed or not, and XLSX.

`open_sheet` looks at the file once; `Sheet.records` reads it, as often as wanted, and never holds
more than a row. Excel's guards (`'0049…`, `="0049…"`) are taken off each cell.
"""

import csv
import gzip
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.exchange.decoding import encoding_of, is_binary

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

MOST_BYTES = 2_000_000_000  # unpacked
_HEAD_CHARS = 200_000
_TRIED_RECORDS = 20
_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 10_000_000
_EQUALS = re.compile(r'="(.*)"', re.S)
_HINT = re.compile(r"sep=(.)\r?\n?", re.I)
_ZIP, _GZIP, _OLD_EXCEL = b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"
# a row of the file: the line it begins in, and its cells
Record = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table that can be read. encoding "xlsx": no text, its cells are numbers and days already."""

    path: Path
    encoding: str
    separator: str
    head: tuple[str, ...]
    head_line: int

    def records(self) -> Iterator[Record]:
        """The rows below the head, without empty ones. Raises Refused("import_table", line=…)."""
        for line, cells in _records(self.path, self.encoding, self.separator):
            if line > self.head_line and any(cells):
                yield line, cells


def open_sheet(path: Path) -> Sheet:
    """Raises Refused: import_kind_unknown, import_too_big, import_binary, import_old_excel,
    import_empty, import_table, import_packed; Unavailable("file_unread").
    """
    csv.field_size_limit(_LONGEST_FIELD)
    encoding = _encoding(path)
    separator = "" if encoding == "xlsx" else _separator(path, encoding)
    for line, cells in _records(path, encoding, separator):
        if any(cells):
            return Sheet(
                path=path, encoding=encoding, separator=separator, head=cells, head_line=line
            )
    raise Refused("import_empty")


def unguarded(cell: str) -> str:
    """A cell without blanks around it and without what keeps Excel from reckoning with it."""
    text = cell.strip(" \t\r\n\ufeff")
    if text.startswith("="):
        found = _EQUALS.fullmatch(text)
        return found[1].replace('""', '"').strip() if found else text
    if text.startswith("'") and len(text) > 1 and (text[1].isdigit() or text[1] in "+-=@("):
        return text[1:]
    return text


def _encoding(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused("import_kind_unknown")  # a pipe would be waited for without end
        with _unpacked(path) as file:
            head = file.read(4096)
            if head.startswith(_OLD_EXCEL):
                raise Refused("import_old_excel")
            if head.startswith(_ZIP):
                return _spreadsheet(path)
            if is_binary(head):
                raise Refused("import_binary")
            return encoding_of(_counted(chain([head], iter(lambda: file.read(1 << 20), b""))))
    except (zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise Refused("import_packed") from error
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error


def _counted(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """A small packed file may unpack to more than any disk holds."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > MOST_BYTES:
            raise Refused("import_too_big", most=f"{MOST_BYTES // 1_000_000} MB")
        yield chunk


def _spreadsheet(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            names = {each.filename for each in packed.infolist()}
            total = sum(each.file_size for each in packed.infolist())
    except zipfile.BadZipFile as error:
        raise Refused("import_packed") from error
    if "xl/workbook.xml" not in names:
        raise Refused("import_kind_unknown")
    if total > MOST_BYTES:
        raise Refused("import_too_big", most=f"{MOST_BYTES // 1_000_000} MB")
    return "xlsx"


def _unpacked(path: Path) -> IO[bytes]:
    """The file's own bytes; whoever reads it closes it."""
    with path.open("rb") as file:
        is_packed = file.read(2) == _GZIP
    return cast(IO[bytes], gzip.open(path, "rb")) if is_packed else path.open("rb")


def _text(path: Path, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(_unpacked(path), encoding, errors="replace", newline="")


def _separator(path: Path, encoding: str) -> str:
    """What parts the first records most evenly: a comma within a quoted text does not count."""
    with _text(path, encoding) as file:
        text = file.read(_HEAD_CHARS)
    hint = _HINT.match(text)
    if hint is not None:
        return hint[1]
    return max(_SEPARATORS, key=lambda tried: _evenness(text, tried))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [row for row in islice(reader, _TRIED_RECORDS) if any(row)]
    except csv.Error:
        return (0.0, 0)
    width = len(rows[0]) if rows else 0
    if width < 2:
        return (0.0, width)
    # rows may end early; longer ones than the head are cut in the wrong places
    return (sum(1 < len(row) <= width + 1 for row in rows) / len(rows), width)


def _records(path: Path, encoding: str, separator: str) -> Iterator[Record]:
    return _from_excel(path) if encoding == "xlsx" else _from_text(path, encoding, separator)


def _from_text(path: Path, encoding: str, separator: str) -> Iterator[Record]:
    with _text(path, encoding) as text:
        reader = csv.reader(text, delimiter=separator)
        line = 1
        try:
            for row in reader:
                if not (line == 1 and _HINT.fullmatch(separator.join(row))):
                    yield line, tuple([unguarded(cell) for cell in row])
                line = reader.line_num + 1
        except csv.Error as error:
            raise Refused("import_table", line=line) from error
        except (zlib.error, EOFError, gzip.BadGzipFile) as error:
            raise Refused("import_packed") from error


def _from_excel(path: Path) -> Iterator[Record]:
    """The first sheet that has anything in it."""
    import openpyxl  # heavy, and only here

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (ValueError, KeyError, zipfile.BadZipFile, SyntaxError) as error:
        raise Refused("import_table", line=1) from error
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what programs write there is often wrong
            rows = _excel_rows(sheet.iter_rows())
            first = next((record for record in rows if any(record[1])), None)
            if first is not None:
                yield first
                yield from rows
                return
    finally:
        book.close()


def _excel_rows(rows: "Iterator[Sequence[Cell]]") -> Iterator[Record]:
    for line, row in enumerate(rows, 1):
        yield line, tuple([_written(cell.value) for cell in row])


def _written(value: object) -> str:
    """What stands in a cell, so that no number can be read in two ways."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        if value.is_integer():
            return str(int(value))
        text = f"{value:.10f}".rstrip("0")
        return f"{text}0" if len(text.partition(".")[2]) == 3 else text  # 1.234 may be thousands
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return unguarded(str(value))
