"""Things with the rows that belong to them: read many at once, compared, told by a digest, written."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from shopphone.domain.imports import Stored
from shopphone.services.import_kinds import Kind, blank, child_columns
from shopphone.store import bulk
from shopphone.store.db import Writing
from shopphone.store.text import storable

Row = tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """The columns of a thing, and the rows of each child table; their order means nothing."""

    root: Row
    children: tuple[tuple[Row, ...], ...]

    def digest(self) -> str:
        """The same for the same content, on any desk."""
        told = json.dumps([self.root, [_ordered(rows) for rows in self.children]])
        return hashlib.blake2b(told.encode(), digest_size=9).hexdigest()

    def plain(self) -> str:
        return json.dumps([self.root, self.children])


class Wholes:
    """How the things of one kind are read and written."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.columns = kind.columns()
        self._places = {name: n for n, name in enumerate(self.columns)}
        self._blank = tuple(blank(kind.root, self.columns).values())
        self._children = [
            (table, owner, child_columns(table, owner)) for table, owner in kind.children
        ]
        self._child_blanks = [blank(table, names) for table, _, names in self._children]

    def read(
        self, connection: Connection, keys: Sequence[int], *, is_locking: bool = False
    ) -> dict[int, Whole]:
        rows = bulk.rows_where(
            connection, self.kind.root, ("id", *self.columns), "id", keys, is_locking=is_locking
        )
        roots = {int(row[0] or 0): row[1:] for row in rows}
        found: dict[int, list[list[Row]]] = {key: [[] for _ in self._children] for key in roots}
        for n, (table, owner, names) in enumerate(self._children):
            for row in bulk.rows_where(connection, table, (owner, *names), owner, list(roots)):
                found[int(row[0] or 0)][n].append(row[1:])
        return {
            key: Whole(root, tuple(tuple(rows) for rows in found[key]))
            for key, root in roots.items()
        }

    def merged(
        self,
        known: Whole | None,
        values: Mapping[str, Stored],
        children: Mapping[str, Sequence[Mapping[str, Stored]]],
        ours: frozenset[str],
    ) -> Whole:
        """What the shop has with what the file says; `ours` stays as it is where there is one."""
        root = list(self._blank if known is None else known.root)
        for name, value in values.items():
            if known is None or name not in ours:
                root[self._places[name]] = storable(value) if isinstance(value, str) else value
        rows = []
        for n, (table, _, names) in enumerate(self._children):
            told = children.get(table.name)
            if told is None or (known is not None and table.name in ours):
                rows.append(() if known is None else known.children[n])
            else:
                rows.append(tuple(self._child(n, names, each) for each in told))
        return Whole(tuple(root), tuple(rows))

    def revised(self, whole: Whole, known: Whole) -> Whole:
        """Counted as a change by a person would be: whoever has the old one open is told."""
        place = self._places.get("revision")
        if place is None or "revision" in self.kind.ours:
            return whole
        root = list(whole.root)
        root[place] = int(known.root[place] or 0) + 1
        return Whole(tuple(root), whole.children)

    def title(self, whole: Whole) -> str:
        parts = [str(whole.root[self._places[name]] or "") for name in self.kind.title]
        return " ".join(part for part in parts if part)

    def differing(self, known: Whole, wanted: Whole) -> tuple[str, ...]:
        """The columns and child tables that would be other than now."""
        roots = zip(self.columns, known.root, wanted.root, strict=True)
        rows = zip(self._children, known.children, wanted.children, strict=True)
        return (
            *(name for name, old, new in roots if old != new),
            *(table.name for (table, _, _), old, new in rows if _ordered(old) != _ordered(new)),
        )

    def insert(self, tx: Writing, wholes: Sequence[Whole]) -> list[int]:
        keys = bulk.next_ids(tx, self.kind.root, len(wholes))
        roots = [(key, *whole.root) for key, whole in zip(keys, wholes, strict=True)]
        bulk.insert_rows(tx, self.kind.root, ("id", *self.columns), roots)
        self._insert_children(tx, keys, wholes)
        return keys

    def update(
        self, tx: Writing, keys: Sequence[int], wholes: Sequence[Whole], known: Mapping[int, Whole]
    ) -> None:
        """known: what is there now."""
        roots = [(*whole.root, key) for key, whole in zip(keys, wholes, strict=True)]
        bulk.update_rows(tx, self.kind.root, self.columns, roots)
        for n, (table, owner, _) in enumerate(self._children):
            other = [
                (key, whole)
                for key, whole in zip(keys, wholes, strict=True)
                if known[key].children[n] != whole.children[n]
            ]
            bulk.delete_rows(tx, table, owner, [key for key, _ in other])
            self._insert_child(tx, n, [each[0] for each in other], [each[1] for each in other])

    def delete(self, tx: Writing, keys: Sequence[int]) -> None:
        for table, owner, _ in self._children:
            bulk.delete_rows(tx, table, owner, keys)
        bulk.delete_rows(tx, self.kind.root, "id", keys)

    def from_plain(self, plain: str) -> Whole:
        root, children = json.loads(plain)
        return Whole(tuple(root), tuple(tuple(tuple(row) for row in rows) for rows in children))

    def _child(self, n: int, names: Sequence[str], told: Mapping[str, Stored]) -> Row:
        row = {**self._child_blanks[n], **told}
        return tuple(
            storable(value) if isinstance(value := row[name], str) else value for name in names
        )

    def _insert_children(self, tx: Writing, keys: Sequence[int], wholes: Sequence[Whole]) -> None:
        for n in range(len(self._children)):
            self._insert_child(tx, n, keys, wholes)

    def _insert_child(
        self, tx: Writing, n: int, keys: Sequence[int], wholes: Sequence[Whole]
    ) -> None:
        table, owner, names = self._children[n]
        rows = [
            (key, *row)
            for key, whole in zip(keys, wholes, strict=True)
            for row in whole.children[n]
        ]
        bulk.insert_rows(tx, table, (owner, *names), rows)


def _ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=repr))
