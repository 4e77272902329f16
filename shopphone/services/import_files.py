"""Files beside an import: the bad rows to be mended, and the saved names of columns."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.domain.imports import Asked, CellFault
from shopphone.services.desk import Desk
from shopphone.services.imports import Looked, bad_rows


def write_bad_rows(
    desk: Desk, looked: Looked, path: Path, words: Callable[[CellFault], str]
) -> int:
    """The rows that were not taken in, as they stood, each with what is wrong with it.

    Mended, the file is imported as it is: a column more does no harm. Lines that a row needs (its
    parent's) come with it. Raises Unavailable("file").
    """
    width = len(looked.head)
    written: set[tuple[str, ...]] = set()
    separator = looked.separator or ","
    try:
        # Excel knows UTF-8 by its mark only
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file, delimiter=separator)
            rows.writerow([*looked.head, "shopphone"])
            for fault in bad_rows(looked):
                for row in fault.rows:
                    if row not in written:
                        written.add(row)
                        told = words(fault) if row is fault.rows[-1] else ""
                        rows.writerow([*map(_guarded, row), *[""] * (width - len(row)), told])
    except OSError as error:
        raise Unavailable("file", why(error)) from error
    return len(written)


def read_map(path: Path, asked: Asked) -> Asked:
    """What a file of saved names says: {"format": …, "columns": {ours: theirs}, "answers": {…}}.

    Raises Refused("import_map_unreadable") and Unavailable("file_unread").
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        columns = {str(ours): str(theirs) for ours, theirs in told.get("columns", {}).items()}
        answers = {str(code): str(answer) for code, answer in told.get("answers", {}).items()}
        ours = frozenset(str(each) for each in told.get("ours", []))
        format_name = str(told.get("format", ""))
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error
    except (ValueError, AttributeError, TypeError) as error:
        raise Refused("import_map_unreadable") from error
    return Asked(
        kind=asked.kind,
        path=asked.path,
        format=asked.format or format_name,
        answers={**answers, **asked.answers},
        mapping={**columns, **asked.mapping},
        ours=asked.ours | ours,
    )


def _guarded(cell: str) -> str:
    """A cell that a table program would reckon with is kept from it; reading takes the guard off."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return all(each in "0123456789.,+- %€" for each in cell)
