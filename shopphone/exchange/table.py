"""A CSV file of any shop or helpdesk as rows by the names of their columns."""

import csv
import io
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from shopphone.domain.article_files import MOST_TABLE_BYTES
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.exchange.decoding import decode, is_binary

_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 10_000_000
Row = Mapping[str, str]


def content_of(path: Path) -> str:
    """Raises Refused("import_kind_unknown", "import_too_big", "import_binary") and Unavailable("file_unread")."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused("import_kind_unknown")  # a pipe would be waited for without end
        if found.st_size > MOST_TABLE_BYTES:
            raise Refused("import_too_big", most=f"{MOST_TABLE_BYTES // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error
    if is_binary(content):
        raise Refused("import_binary")
    return decode(content)


def rows(text: str, names: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with the line it begins in, by our names of the columns; empty rows are passed over.

    names: for each of our names those it goes by elsewhere, the best first.
    Raises Refused("import_columns") when none of our columns is there, ("import_table") for what
    is no table.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        places = {
            ours: place
            for ours, theirs in names.items()
            if (place := next((head.index(name) for name in theirs if name in head), None))
            is not None
        }
        if not places:
            raise Refused("import_columns", columns=", ".join(name[0] for name in names.values()))
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                cells = {ours: row[n] if n < len(row) else "" for ours, n in places.items()}
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refused("import_table", line=reader.line_num) from error


def _separator(text: str) -> str:
    """What stands most often in the first line, outside quotes."""
    outside = "".join(text.lstrip("\ufeff").partition("\n")[0].split('"')[::2])
    return max(_SEPARATORS, key=outside.count)
