"""Every row of a shop, read and written as it is stored: for moves and for copies of a server.

A table's rows are compared by their number and by the sum of their hashes: databases sort texts
differently, and a sum asks for no order.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Table

from shopphone.domain.errors import Unavailable
from shopphone.store.tables import metadata

Row = tuple[Any, ...]
Told = Callable[[str, int, int], None]  # table, rows done of it, rows of it
_BATCH = 2_000
_MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows a table has, and the sum of their hashes."""

    rows: int
    digest: int


class Summing:
    """Adds up rows as they pass."""

    def __init__(self) -> None:
        self._rows = 0
        self._digest = 0

    def through(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            plain = tuple(_plain(value) for value in row)
            hashed = hashlib.sha256(repr(plain).encode("utf-8", "surrogatepass")).digest()
            self._digest = (self._digest + int.from_bytes(hashed, "big")) % _MODULUS
            self._rows += 1
            yield plain

    def sum(self) -> Sum:
        return Sum(self._rows, self._digest)


class Source(Protocol):
    """A shop at one moment."""

    def count(self, table: Table) -> int: ...

    def rows(self, table: Table) -> Iterator[Row]: ...


class Target(Protocol):
    """A shop that is being filled in one transaction."""

    def fill(self, table: Table, rows: Iterator[Row]) -> None: ...

    def rows(self, table: Table) -> Iterator[Row]: ...


def carry(source: Source, target: Target, told: Told) -> dict[str, Sum]:
    """Every table from one to the other, each read back and compared.

    Raises Unavailable("move_differs") with the table's name; nothing is committed then.
    """
    sums = {}
    for table in metadata.sorted_tables:
        all_ = source.count(table)
        summing = Summing()
        passed = _telling(summing.through(source.rows(table)), table.name, all_, told)
        target.fill(table, passed)
        sums[table.name] = summing.sum()
        if sums[table.name] != summed(target.rows(table)) or summing.sum().rows != all_:
            raise Unavailable("move_differs", table.name)
    return sums


def summed(rows: Iterable[Row]) -> Sum:
    summing = Summing()
    for _ in summing.through(rows):
        pass
    return summing.sum()


def names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


class SqliteSource:
    """A file, read by a connection in a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def count(self, table: Table) -> int:
        found = self.connection.execute(f'select count(*) from "{table.name}"').fetchone()
        return int(found[0])

    def rows(self, table: Table) -> Iterator[Row]:
        yield from self.connection.execute(f'select {names(table)} from "{table.name}"')

    def one(self, query: str) -> Row | None:
        found: Row | None = self.connection.execute(query).fetchone()
        return found


class SqliteTarget:
    """A new file whose tables are there; committed by close(), or nothing of it."""

    def __init__(self, file: Path) -> None:
        self.connection = sqlite3.connect(file, isolation_level=None)
        self.connection.execute("pragma foreign_keys = off")
        self.connection.execute("begin immediate")
        for table in reversed(metadata.sorted_tables):
            self.connection.execute(f'delete from "{table.name}"')

    def fill(self, table: Table, rows: Iterator[Row]) -> None:
        places = ", ".join("?" * len(table.columns))
        insert = f'insert into "{table.name}" ({names(table)}) values ({places})'
        self.connection.executemany(insert, rows)

    def rows(self, table: Table) -> Iterator[Row]:
        yield from self.connection.execute(f'select {names(table)} from "{table.name}"')

    def commit(self) -> None:
        lost = self.connection.execute("pragma foreign_key_check").fetchone()
        if lost is not None:
            raise Unavailable("move_differs", str(lost[0]))
        self.connection.execute("commit")

    def close(self) -> None:
        self.connection.close()


class PostgresSource:
    """A server's shop, read in one transaction that sees one moment."""

    def __init__(self, url: str) -> None:
        import psycopg

        self.connection = psycopg.connect(_plain_url(url))
        self.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        self.connection.read_only = True

    def count(self, table: Table) -> int:
        found = self.connection.execute(_sql(f'select count(*) from "{table.name}"')).fetchone()
        return int(found[0]) if found else 0

    def rows(self, table: Table) -> Iterator[Row]:
        with self.connection.cursor(f"all_{table.name}") as cursor:
            cursor.itersize = _BATCH
            cursor.execute(_sql(f'select {names(table)} from "{table.name}"'))
            yield from cursor

    def one(self, query: str) -> Row | None:
        return self.connection.execute(_sql(query)).fetchone()

    def snapshot(self) -> str:
        """A name by which another program sees this same moment."""
        found = self.connection.execute("select pg_export_snapshot()").fetchone()
        return str(found[0]) if found else ""

    def others(self) -> int:
        """How many others are connected to this shop."""
        query = (
            "select count(*) from pg_stat_activity where datname = current_database()"
            " and pid <> pg_backend_pid() and backend_type = 'client backend'"
        )
        found = self.connection.execute(_sql(query)).fetchone()
        return int(found[0]) if found else 0

    def close(self) -> None:
        self.connection.close()


class PostgresTarget:
    """A server's shop that is being replaced in one transaction; others see the old one until commit."""

    def __init__(self, url: str, lock: int) -> None:
        import psycopg

        self.connection = psycopg.connect(_plain_url(url))
        self._run(f"select pg_advisory_xact_lock({lock})")
        # rows may name rows that come later: the rules are taken off and put back, which tests them
        query = (
            "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
            " from pg_constraint where contype = 'f'"
            " and connamespace = current_schema()::regnamespace"
        )
        self._rules: Sequence[Row] = self.connection.execute(_sql(query)).fetchall()
        for table, name, _ in self._rules:
            self._run(f"alter table {table} drop constraint {name}")
        for each in metadata.sorted_tables:
            # what is only ever added to in a shop is replaced as a whole here
            self._run(f'alter table "{each.name}" disable trigger user')
            self._run(f'delete from "{each.name}"')

    def fill(self, table: Table, rows: Iterator[Row]) -> None:
        with (
            self.connection.cursor() as cursor,
            cursor.copy(_sql(f'copy "{table.name}" ({names(table)}) from stdin')) as copy,
        ):
            for row in rows:
                copy.write_row(row)
        if "id" in table.c:
            self._run(
                f"select setval(pg_get_serial_sequence('\"{table.name}\"', 'id'),"
                f' coalesce(max(id), 0) + 1, false) from "{table.name}"'
            )

    def rows(self, table: Table) -> Iterator[Row]:
        with self.connection.cursor(f"back_{table.name}") as cursor:
            cursor.itersize = _BATCH
            cursor.execute(_sql(f'select {names(table)} from "{table.name}"'))
            yield from cursor

    def commit(self, channel: str, tables: str) -> None:
        """Put the rules back, which tests them, and tell the other desks."""
        for table, name, rule in self._rules:
            self._run(f"alter table {table} add constraint {name} {rule}")
        for each in metadata.sorted_tables:
            self._run(f'alter table "{each.name}" enable trigger user')
        self.connection.execute("select pg_notify(%s, %s)", (channel, tables))
        self.connection.commit()

    def close(self) -> None:
        self.connection.close()

    def _run(self, statement: str) -> None:
        self.connection.execute(_sql(statement))


def _sql(statement: str) -> bytes:
    return statement.encode()  # psycopg takes texts that were put together only as bytes


def _plain_url(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return bytes(value) if isinstance(value, memoryview) else value


def _telling(rows: Iterator[Row], table: str, all_: int, told: Told) -> Iterator[Row]:
    told(table, 0, all_)
    for n, row in enumerate(rows, 1):
        yield row
        if not n % _BATCH or n == all_:
            told(table, n, all_)
