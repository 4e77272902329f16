"""Many rows at once, in the form the database keeps: written and read past the types of the columns.

An import moves ten thousands of rows within one transaction that everybody waits for: what each
value becomes is reckoned before it begins.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Boolean, Connection, Table

from shopphone.domain.imports import Stored
from shopphone.store.db import Writing

_AT_ONCE = 2_000  # rows in one call of the driver
_KEYS_AT_ONCE = 500


def insert_rows(
    tx: Writing, table: Table, columns: Sequence[str], rows: Sequence[tuple[Stored, ...]]
) -> None:
    names = ", ".join(_quoted(tx.connection, name) for name in columns)
    marks = ", ".join([_mark(tx.connection)] * len(columns))
    _many(tx, table, f"insert into {_name(tx.connection, table)} ({names}) values ({marks})", rows)


def put_rows(
    tx: Writing,
    table: Table,
    columns: Sequence[str],
    key: Sequence[str],
    rows: Sequence[tuple[Stored, ...]],
) -> None:
    """Insert them, in place of those with the same key."""
    quoted = [_quoted(tx.connection, name) for name in columns]
    marks = ", ".join([_mark(tx.connection)] * len(columns))
    sets = ", ".join(
        f"{name} = excluded.{name}"
        for name, plain in zip(quoted, columns, strict=True)
        if plain not in key
    )
    keys = ", ".join(_quoted(tx.connection, name) for name in key)
    statement = (
        f"insert into {_name(tx.connection, table)} ({', '.join(quoted)}) values ({marks}) "
        f"on conflict ({keys}) do update set {sets}"
    )
    _many(tx, table, statement, rows)


def update_rows(
    tx: Writing, table: Table, columns: Sequence[str], rows: Sequence[tuple[Stored, ...]]
) -> None:
    """rows: the values of the columns, then the id."""
    mark = _mark(tx.connection)
    sets = ", ".join(f"{_quoted(tx.connection, name)} = {mark}" for name in columns)
    _many(tx, table, f"update {_name(tx.connection, table)} set {sets} where id = {mark}", rows)


def delete_rows(tx: Writing, table: Table, column: str, keys: Sequence[int]) -> None:
    where = f"{_quoted(tx.connection, column)} = {_mark(tx.connection)}"
    statement = f"delete from {_name(tx.connection, table)} where {where}"
    _many(tx, table, statement, [(key,) for key in keys])


def rows_where(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    column: str,
    wanted: Sequence[Stored],
    *,
    is_locking: bool = False,
) -> Iterator[tuple[Stored, ...]]:
    """These columns of the rows whose `column` is one of the wanted values, older rows first.

    is_locking: nobody else changes them before the transaction ends.
    """
    names = ", ".join(_quoted(connection, name) for name in columns)
    bools = [n for n, name in enumerate(columns) if isinstance(table.c[name].type, Boolean)]
    head = f"select {names} from {_name(connection, table)} where {_quoted(connection, column)} in"
    tail = "order by id" if "id" in table.c else ""
    if is_locking and connection.dialect.name != "sqlite":
        tail += " for update"
    for start in range(0, len(wanted), _KEYS_AT_ONCE):
        some = tuple(wanted[start : start + _KEYS_AT_ONCE])
        marks = ", ".join([_mark(connection)] * len(some))
        for row in connection.exec_driver_sql(f"{head} ({marks}) {tail}", some):
            yield _with_bools(tuple(row), bools)


def next_ids(tx: Writing, table: Table, count: int) -> list[int]:
    """Keys for this many new rows; nobody else gets them."""
    name = _name(tx.connection, table)
    if tx.connection.dialect.name == "sqlite":  # nobody else writes before we have ended
        newest = tx.connection.exec_driver_sql(f"select coalesce(max(id), 0) from {name}")
        first = int(newest.scalar_one()) + 1
        return list(range(first, first + count))
    found = tx.connection.exec_driver_sql(
        "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)",
        (name, count),
    )
    return [int(row[0]) for row in found]


def _many(tx: Writing, table: Table, statement: str, rows: Sequence[tuple[Stored, ...]]) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        tx.connection.exec_driver_sql(statement, list(rows[start : start + _AT_ONCE]))
    if rows:
        tx.changed.add(table.name)


def _with_bools(row: tuple[Stored, ...], bools: Sequence[int]) -> tuple[Stored, ...]:
    """SQLite gives 0 and 1."""
    if not bools:
        return row
    values = list(row)
    for n in bools:
        values[n] = None if values[n] is None else bool(values[n])
    return tuple(values)


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)


def _name(connection: Connection, table: Table) -> str:
    return _quoted(connection, table.name)


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.name == "sqlite" else "%s"
