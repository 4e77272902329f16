"""Imports that were done, and taking one back: exactly what was, unless somebody changed it since."""

import threading
from collections.abc import Sequence

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from shopphone.domain.errors import Refused
from shopphone.domain.imports import Run, TakenBack
from shopphone.services.desk import Desk
from shopphone.services.import_kinds import Kind, part_of
from shopphone.services.import_wholes import Whole, Wholes
from shopphone.services.imports import KINDS, Progress, quiet
from shopphone.store import bulk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_RUN, _ROW, _KEY = t.import_run.c, t.import_row.c, t.external_key.c
_AT_ONCE = 500
_UNNAME = delete(t.external_key).where(
    _KEY.run_id == bindparam("run"), _KEY.record_id == bindparam("record")
)


def runs(desk: Desk, kind: str, limit: int = 20) -> tuple[Run, ...]:
    """The newest imports of a kind, by any desk."""
    wanted = select(t.import_run).where(_RUN.kind == kind).order_by(_RUN.id.desc()).limit(limit)
    with desk.db.reading() as connection:
        return tuple(_run(row) for row in connection.execute(wanted))


def take_back(
    desk: Desk, run_id: int, stop: threading.Event | None = None, told: Progress = quiet
) -> TakenBack:
    """Undo an import in one transaction. What was changed or used since stays, and is named.

    Raises Refused: import_undone, import_stopped.
    """
    with desk.db.writing() as tx:
        run = tx.execute(select(t.import_run).where(_RUN.id == run_id).with_for_update()).first()
        if run is None or run.undone_at is not None:
            raise Refused("import_undone")
        named = [part_of(run_id, kind) for kind in KINDS]
        parts = tx.execute(select(t.import_run).where(_RUN.kind.in_(named))).all()
        undone = [_undo(tx, each, stop, told) for each in (run, *parts)]
        same = _RUN.id.in_([each.id for each in (run, *parts)])
        tx.execute(update(t.import_run).where(same).values(undone_at=desk.now()))
    return TakenBack(
        removed=sum(each.removed for each in undone),
        restored=sum(each.restored for each in undone),
        kept=tuple(kept for each in undone for kept in each.kept),
    )


def _undo(tx: Writing, run: Record, stop: threading.Event | None, told: Progress) -> "_Undoing":
    undoing = _Undoing(tx, KINDS[run.kind.partition("/")[0]], run.id)
    rows = tx.execute(select(t.import_row).where(_ROW.run_id == run.id)).all()
    for start in range(0, len(rows), _AT_ONCE):
        if stop is not None and stop.is_set():
            raise Refused("import_stopped")
        undoing.undo(rows[start : start + _AT_ONCE])
        told(min(start + _AT_ONCE, len(rows)), len(rows))
    return undoing


class _Undoing:
    def __init__(self, tx: Writing, kind: Kind, run_id: int) -> None:
        self.tx, self.kind, self.run_id = tx, kind, run_id
        self.wholes = Wholes(kind)
        self.removed = self.restored = 0
        self.kept: list[tuple[str, str]] = []

    def undo(self, rows: Sequence[Record]) -> None:
        keys = [row.record_id for row in rows]
        now = self.wholes.read(self.tx.connection, keys, is_locking=True)
        used = _used(self.tx.connection, self.kind, [r.record_id for r in rows if r.before is None])
        new, changed = [], []
        for row in rows:
            whole = now.get(row.record_id)
            if whole is None:
                continue  # somebody deleted it: nothing is left to take back
            if whole.digest() != row.digest:
                self._keep(whole, "changed")
            elif row.before is not None:
                changed.append(row)
            elif row.record_id in used:
                self._keep(whole, "used")
            else:
                new.append(row.record_id)
        self._restore(changed, now)
        self.wholes.delete(self.tx, new)
        self.removed += len(new)
        self.restored += len(changed)
        gone = [
            {"run": self.run_id, "record": key} for key in (*new, *(r.record_id for r in changed))
        ]
        if gone:
            self.tx.execute(_UNNAME, gone)

    def _restore(self, rows: Sequence[Record], now: dict[int, Whole]) -> None:
        if rows:
            before = [self.wholes.from_plain(row.before) for row in rows]
            self.wholes.update(self.tx, [row.record_id for row in rows], before, now)

    def _keep(self, whole: Whole, why: str) -> None:
        self.kept.append((self.wholes.title(whole), why))


def _used(connection: Connection, kind: Kind, keys: Sequence[int]) -> set[int]:
    """Those that something else of the shop names by now."""
    found: set[int] = set()
    for table, column in _users(kind):
        rows = bulk.rows_where(connection, table, (column,), column, keys)
        found.update(int(row[0] or 0) for row in rows)
    return found


def _users(kind: Kind) -> list[tuple[Table, str]]:
    own = {kind.root.name, *(table.name for table, _ in kind.children)}
    return [
        (table, key.parent.name)
        for table in t.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is kind.root and table.name not in own
    ]


def _run(row: Record) -> Run:
    return Run(
        run_id=row.id,
        kind=row.kind,
        format=row.format,
        name=row.name,
        at=row.at,
        new=row.new,
        changed=row.changed,
        undone_at=row.undone_at,
    )
