"""What an import must know of a kind of thing: its tables, how it is found, what is missing in it.

A kind is a value, not a class to inherit from. `services.imports` does everything else: reading,
comparing, writing all at once, the journal, and taking an import back. To add a kind:

1. formats in `shopphone.exchange`: a reader that yields `Told`, `CellFault` and `Passed`;
2. a `Kind` here or beside its services, put into `services.imports.KINDS`.

Values travel in stored form (domain.imports.Stored): money as integers, days as ISO texts, so that
nothing is converted while the shop's file is held.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Boolean, Connection, Table

from shopphone.domain.imports import CellFault, Stored, Told
from shopphone.services.desk import Desk
from shopphone.store.db import Writing

# (connection, things nobody knew by their codes) -> the key of each, None for what is new
Find = Callable[[Connection, Sequence[Told]], list[int | None]]
# (desk, connection, source, things with their keys) -> each with what the file leaves to the shop
# to know, or why it cannot be taken. New things must get every column that must not be empty.
Complete = Callable[
    [Desk, Connection, str, Sequence[tuple[Told, int | None]]], list[Told | CellFault]
]
# (root rows of new things, in the order of Kind.columns) -> the same with what is still missing
Settle = Callable[[Sequence[tuple[Stored, ...]]], list[tuple[Stored, ...]]]
# (desk, transaction, run): made once for each import, as numbers are given in its transaction
Settling = Callable[[Desk, Writing, int], Settle]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of thing that can be imported.

    children: tables of rows that belong to one thing, each with the column that names it; they
    are written whole. title: the columns that name it to people. ours: columns and tables that a file may fill in new things only, whatever
    it says ("we lead"); more can be named with each import. kept_as: which column or table a
    format's column ends in, where its name is another. settling: what of new things only the
    transaction knows, such as their numbers.
    """

    name: str
    root: Table
    find: Find
    complete: Complete
    title: tuple[str, ...]
    children: tuple[tuple[Table, str], ...] = ()
    ours: frozenset[str] = frozenset()
    kept_as: Mapping[str, str] = field(default_factory=dict)
    settling: Settling | None = None

    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.root.columns if column.name != "id")


def part_of(run: int, kind: str) -> str:
    """The kind of an import that belongs to another: only taken back with it, and listed nowhere."""
    return f"{kind}/{run}"


def child_columns(table: Table, owner: str) -> tuple[str, ...]:
    """What a row of a child says: neither its own key nor whom it belongs to."""
    return tuple(each.name for each in table.columns if each.name not in ("id", owner))


def blank(table: Table, columns: Sequence[str]) -> dict[str, Stored]:
    """What the database would put where nothing is said."""
    return {name: _default(table, name) for name in columns}


def _default(table: Table, name: str) -> Stored:
    column = table.c[name]
    default = getattr(column.server_default, "arg", None)
    if default is None:
        return None
    text = str(default)
    if isinstance(column.type, Boolean):
        return text not in ("0", "false")
    is_number = column.type.compile().upper() in ("INTEGER", "BIGINT")
    return int(text) if is_number else text
