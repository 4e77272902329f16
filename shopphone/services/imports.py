"""An import of any kind: recognised, looked at without changing anything, then taken in all at once.

    found = recognise(desk, "products", path)            # format, columns, questions
    looked = look(desk, "products", path, found.format, answers)    # counts, preview, bad rows
    counts = take_in(desk, looked)                       # one transaction, journal, external keys
    taking_back.take_back(desk, run_id)                  # exactly what was, unless changed since

What differs between kinds is in their `Kind` (services.import_kinds) and formats (exchange.format).
`stop` and `told` come from whoever waits: the first cancels (Refused("import_stopped"), nothing is
changed), the second is called with (done, all), all 0 while nobody knows.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

import shopphone.services.product_import as product_import
from shopphone.domain.errors import Refused
from shopphone.domain.imports import (
    Answers,
    CellFault,
    Counts,
    Recognised,
    Seen,
)
from shopphone.services.desk import Desk
from shopphone.services.import_comparing import Comparing
from shopphone.services.import_kinds import Kind
from shopphone.services.import_staging import Staged
from shopphone.services.import_writing import Outdated, Writer
from shopphone.store import tables as t

if TYPE_CHECKING:
    from shopphone.exchange.format import Format, Opened

KINDS: Mapping[str, Kind] = {"products": product_import.PRODUCTS}
_BATCH = 500
_ATTEMPTS = 3
_OWN = "generic"  # a table of the shop's own making, whose columns may be mapped
_RUN = t.import_run.c
Progress = Callable[[int, int], None]


def quiet(_done: int, _all: int) -> None:
    """For whoever shows no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which file, as what, and what was answered. ours: columns the shop leads in, for this import."""

    kind: str
    path: Path
    format: str = ""
    answers: Answers = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What an import would do. rows: the first lines and faults; staged and faults: all of them."""

    asked: Asked
    head: tuple[str, ...]
    separator: str
    counts: Counts
    rows: tuple[Seen, ...]
    staged: Staged
    faults: Staged
    stamp: tuple[int, ...]


def recognise(desk: Desk, asked: Asked) -> Recognised:
    """What the file is and what must be asked; what was answered last time is not asked again.

    Raises Refused: as exchange.sheets does, import_format_unknown, import_format_wrong.
    """
    file, found, asked = _opened(desk, asked)
    questions = found.questions(file, asked.answers)
    return Recognised(
        kind=asked.kind,
        format=found.name,
        title=found.title,
        encoding="" if file.sheet is None else file.sheet.encoding,
        separator="" if file.sheet is None else file.sheet.separator,
        columns=found.columns(file),
        questions=tuple(each for each in questions if each.code not in asked.answers),
        answers=asked.answers,
    )


def look(
    desk: Desk, asked: Asked, stop: threading.Event | None = None, told: Progress = quiet
) -> Looked:
    """Read and compare everything; the shop is only read, in small pieces.

    Raises Refused as recognise does, and import_stopped, import_unanswered.
    """
    file, found, asked = _opened(desk, asked)
    open_ones = [
        q.code for q in found.questions(file, asked.answers) if q.code not in asked.answers
    ]
    if open_ones:
        raise Refused("import_unanswered", names=", ".join(open_ones))
    kind = KINDS[asked.kind]
    comparing = Comparing(desk, kind, found.source, asked.ours)
    with desk.db.reading() as connection:
        stamp = _stamp(connection, kind)
        things = found.read(file, asked.answers)
        while batch := list(islice(things, _BATCH)):
            if stop is not None and stop.is_set():
                raise Refused("import_stopped")
            comparing.compare(connection, batch)
            told(comparing.done, 0)
    return Looked(
        asked=asked,
        head=() if file.sheet is None else file.sheet.head,
        separator="," if file.sheet is None else file.sheet.separator or ",",
        counts=comparing.counts(),
        rows=tuple(sorted(comparing.seen, key=lambda seen: seen.line)),
        staged=comparing.staged,
        faults=comparing.faults,
        stamp=stamp,
    )


def _opened(desk: Desk, asked: Asked) -> "tuple[Opened, Format, Asked]":
    """The file, its format, and the question completed by what was answered and mapped before."""
    from shopphone.exchange import formats

    wanted = asked.format or (_OWN if asked.mapping else "")
    mapping = asked.mapping or _last_told(desk, asked.kind, _OWN)["mapping"]
    try:
        file, found = formats.recognise(asked.kind, asked.path, wanted, asked.mapping)
    except Refused:
        if asked.mapping or not mapping or wanted not in ("", _OWN):
            raise
        wanted = _OWN
    if wanted == _OWN or found.name == _OWN:
        file, found = formats.recognise(asked.kind, asked.path, _OWN, mapping)
    last = _last_told(desk, asked.kind, found.name)
    whole = Asked(
        kind=asked.kind,
        path=asked.path,
        format=found.name,
        answers={**last["answers"], **asked.answers},
        mapping=mapping if found.name == _OWN else asked.mapping,
        ours=asked.ours | KINDS[asked.kind].ours,
    )
    return file, found, whole


def take_in(
    desk: Desk, looked: Looked, stop: threading.Event | None = None, told: Progress = quiet
) -> Counts:
    """Everything of a preview in one transaction; good rows go in without the bad ones.

    Raises Refused: import_stopped, import_changed_meanwhile.
    """
    desk.staff_id()  # may add its name, which is a transaction of its own
    for _ in range(_ATTEMPTS):
        try:
            _write(desk, looked, stop, told)
        except Outdated:
            looked = look(desk, looked.asked, stop)
        except IntegrityError as error:
            raise Refused("import_changed_meanwhile") from error
        else:
            return looked.counts
    raise Refused("import_changed_meanwhile")


def _write(desk: Desk, looked: Looked, stop: threading.Event | None, told: Progress) -> None:
    from shopphone.exchange import formats

    asked, kind = looked.asked, KINDS[looked.asked.kind]
    source = formats.by_name(asked.kind, asked.format).source
    total = looked.counts.new + looked.counts.changed
    with desk.db.writing() as tx:
        if _stamp(tx.connection, kind) != looked.stamp:
            raise Outdated
        run = tx.insert(insert(t.import_run), _run_values(desk, looked))
        writer, done = Writer(tx, kind, source, run, asked.ours), 0
        for steps in looked.staged:
            if stop is not None and stop.is_set():
                raise Refused("import_stopped")
            writer.write(steps)
            done += len(steps)
            told(min(done, total), total)


def _stamp(connection: Connection, kind: Kind) -> tuple[int, ...]:
    """Other numbers mean that something was added or taken away since."""
    row = connection.execute(select(func.count(), func.max(kind.root.c.id)).select_from(kind.root))
    count, newest = row.one()
    return (int(count), int(newest or 0))


def _run_values(desk: Desk, looked: Looked) -> dict[str, Any]:
    asked = looked.asked
    return {
        "kind": asked.kind,
        "format": asked.format,
        "name": asked.path.name,
        "at": desk.now(),
        "staff_id": desk.staff_id(),
        "answers": {
            "answers": dict(asked.answers),
            "mapping": dict(asked.mapping),
            "ours": sorted(asked.ours),
        },
        "new": looked.counts.new,
        "changed": looked.counts.changed,
    }


def _last_told(desk: Desk, kind: str, format_name: str) -> dict[str, dict[str, str]]:
    """What was answered and mapped for the newest import of this format."""
    wanted = (
        select(_RUN.answers)
        .where(_RUN.kind == kind, _RUN.format == format_name)
        .order_by(_RUN.id.desc())
        .limit(1)
    )
    with desk.db.reading() as connection:
        found = connection.execute(wanted).scalar()
    return found or {"answers": {}, "mapping": {}}


def bad_rows(looked: Looked) -> Iterator[CellFault]:
    """Every row that cannot be taken in."""
    for batch in looked.faults:
        for line, column, value, code, detail, rows in batch:
            yield CellFault(
                line=line, column=column, value=value, code=code, detail=detail, rows=rows
            )
