"""What a file format of an import is: how it is recognised, what it asks, how it is read.

A table's format is mostly data: `resources/imports/<kind>.toml` names its columns in all their
spellings (`Layout`), and `layout_format` makes a `Format` of it with a function that reads rows.
A format that is no table (vCard, XML) makes a `Format` itself and reads `Opened.path`.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from shopphone.domain.errors import Refused
from shopphone.domain.imports import Answers, CellFault, Passed, Question, Told
from shopphone.exchange.columns import Columns
from shopphone.exchange.headers import Layout, layouts_of, matched
from shopphone.exchange.sheets import Sheet, open_sheet
from shopphone.paths import resources

Read = Iterator[Told | CellFault | Passed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file on its way in. sheet None: it is no table; mapping: our column -> the file's heading."""

    path: Path
    sheet: Sheet | None
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """source: whose codes the things carry; formats of one shop system share it.

    fits: 0 for a file of something else, more for a better fit. columns: (in the file, ours or "").
    """

    name: str
    title: str
    source: str
    fits: Callable[[Opened], int]
    columns: Callable[[Opened], tuple[tuple[str, str], ...]]
    questions: Callable[[Opened, Answers], tuple[Question, ...]]
    read: Callable[[Opened, Answers], Read]


def open_file(path: Path, mapping: Mapping[str, str]) -> Opened:
    """Raises Refused and Unavailable as open_sheet does, but not for what is no table."""
    if path.suffix.lower() in (".vcf", ".xml"):
        return Opened(path=path, sheet=None, mapping=mapping)
    return Opened(path=path, sheet=open_sheet(path), mapping=mapping)


def layout_format(
    layout: Layout,
    questions: Callable[[Columns, Answers], tuple[Question, ...]],
    read: Callable[[Columns, Answers], Read],
) -> Format:
    """A format of tables with these columns."""

    def columns_of(file: Opened, answers: Answers) -> Columns:
        if file.sheet is None:
            raise Refused("import_kind_unknown")
        return Columns(file.sheet, layout, file.mapping, answers)

    def fits(file: Opened) -> int:
        if file.sheet is None:
            return 0
        found = matched(layout, file.sheet.head, file.mapping)
        has_all = all(any(name in found for name in each.split("|")) for each in layout.needs)
        return len(found) if has_all else 0

    def columns(file: Opened) -> tuple[tuple[str, str], ...]:
        if file.sheet is None:
            return ()
        ours = {n: name for name, n in matched(layout, file.sheet.head, file.mapping).items()}
        return tuple((name, ours.get(n, "")) for n, name in enumerate(file.sheet.head))

    return Format(
        name=layout.name,
        title=layout.title,
        source=layout.source,
        fits=fits,
        columns=columns,
        questions=lambda file, answers: questions(columns_of(file, answers), answers),
        read=lambda file, answers: read(columns_of(file, answers), answers),
    )


@cache
def layouts(kind: str) -> Mapping[str, Layout]:
    """The layouts of resources/imports/<kind>.toml by their names, in their order; none for no tables."""
    file = resources() / "imports" / f"{kind}.toml"
    return layouts_of(tomllib.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}
