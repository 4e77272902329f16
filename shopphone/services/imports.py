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
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

import shopphone.services.money as money
import shopphone.services.order_import as order_import
import shopphone.services.people_import as people_import
import shopphone.services.product_import as product_import
from shopphone.domain.errors import Refused
from shopphone.domain.imports import (
    VAT,
    Asked,
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

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        product_import.PRODUCTS,
        people_import.CUSTOMERS,
        people_import.CONTACTS,
        people_import.PHONEBOOK,
        order_import.ORDERS,
    )
}
_BATCH = 500
_ATTEMPTS = 3
_OWN = "generic"  # a table of the shop's own making, whose columns may be mapped
_RUN = t.import_run.c
Progress = Callable[[int, int], None]


def quiet(_done: int, _all: int) -> None:
    """For whoever shows no progress."""


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
    from shopphone.exchange import formats

    file, found, asked = _opened(desk, asked)
    rates = _rates(desk)
    return Recognised(
        kind=asked.kind,
        format=found.name,
        title=found.title,
        encoding="" if file.sheet is None else file.sheet.encoding,
        separator="" if file.sheet is None else file.sheet.separator,
        columns=found.columns(file),
        questions=tuple(
            replace(each, choices=rates) if each.code.startswith(VAT) else each
            for each in found.questions(file, asked.answers)
        ),
        answers=asked.answers,
        fields=formats.fields(asked.kind),
    )


def headings(desk: Desk, path: Path, kind: str) -> Recognised:
    """The columns of a table that nobody knows, to be named by hand."""
    from shopphone.exchange import formats
    from shopphone.exchange.sheets import open_sheet

    sheet = open_sheet(path)
    return Recognised(
        kind=kind,
        format="",
        title="",
        encoding=sheet.encoding,
        separator=sheet.separator,
        columns=tuple((heading, "") for heading in sheet.head),
        questions=(),
        answers={},
        fields=formats.fields(kind),
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
        ours=_led(KINDS[asked.kind], asked.ours, last),
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
        writer, done = Writer(desk, tx, kind, source, run, asked.ours), 0
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


def _led(kind: Kind, ours: frozenset[str], last: Mapping[str, Any]) -> frozenset[str]:
    """The columns the shop leads in; named as a format names them, or as the shop keeps them."""
    named = ours or frozenset(last.get("ours", ()))
    return kind.ours | {kind.kept_as.get(name, name) for name in named}


def _rates(desk: Desk) -> tuple[str, ...]:
    """The VAT rates of the shop's country, the highest first."""
    home = desk.setting("shop.country") or "DE"
    found = {rate.percent for rate in money.rates(desk) if rate.country == home}
    return tuple(f"{rate.normalize():f}" for rate in sorted(found, reverse=True))


def _last_told(desk: Desk, kind: str, format_name: str) -> dict[str, Any]:
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
