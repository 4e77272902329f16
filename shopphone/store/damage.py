"""What is damaged in a shop's file, which rows can still be read, and what can be saved of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.store import snapshot, upgrade

_FAR = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """problem: SQLite's own words for the first thing wrong, or nothing.

    tables: those that cannot be read to their end, with the rows that can. rows_are_whole: every
    row can be read, so what is wrong can be made anew from them.
    """

    problem: str = ""
    tables: tuple[tuple[str, int], ...] = ()
    rows_are_whole: bool = True


def look(file: Path) -> Found:
    """Look at every page and row; changes nothing. Raises sqlite3.OperationalError if it is locked."""
    try:
        with closing(snapshot.connect(file)) as connection:
            problem = _problem(connection)
            if problem == "ok":
                return Found()
            tables = snapshot.tables(connection)
            broken = tuple(
                (t, n) for t in tables for n, whole in [_count(connection, t)] if not whole
            )
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return Found(problem=str(error), rows_are_whole=False)
    return Found(problem=problem, tables=broken, rows_are_whole=not broken)


def _problem(connection: sqlite3.Connection) -> str:
    try:
        return str(connection.execute("pragma integrity_check(1)").fetchone()[0])
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return str(error)


def made_anew(file: Path, new: Path) -> bool:
    """A new file with the same rows and indexes made from them; whether it is whole."""
    try:
        with closing(snapshot.connect(file)) as connection:
            expected = {t: _count(connection, t)[0] for t in snapshot.tables(connection)}
            connection.execute("vacuum into ?", (str(new),))
        snapshot.prove(new, expected)
    except (sqlite3.DatabaseError, Unavailable):
        new.unlink(missing_ok=True)
        return False
    return True


def save_rest(file: Path, rescued: Path) -> dict[str, int]:
    """A new file of ours with every row that can be read; rows by table.

    Rows whose customer or order is lost are there all the same: a person decides about them.
    """
    upgrade.build(rescued, upgrade.file_version(file))
    saved = {}
    with closing(snapshot.connect(file)) as source, closing(sqlite3.connect(rescued)) as out:
        out.execute("pragma foreign_keys = off")
        for table in snapshot.tables(out):
            if table == "alembic_version":
                continue
            columns = [row[1] for row in out.execute(f'pragma table_info("{table}")')]
            places = ", ".join("?" * len(columns))
            out.execute(f'delete from "{table}"')
            # a row that breaks a rule of its own table would stop the rest
            statement = f'insert or ignore into "{table}" values ({places})'
            rows = (row[1:] for row in _readable(source, table, columns))
            saved[table] = out.executemany(statement, rows).rowcount
        out.commit()
        out.execute("pragma journal_mode = delete")
    rescued.chmod(0o600)
    return {table: max(count, 0) for table, count in saved.items()}


def _count(connection: sqlite3.Connection, table: str) -> tuple[int, bool]:
    """How many rows can be read, and whether these are all."""
    rows = 0
    try:
        for _ in connection.execute(f'select * from "{table}" not indexed'):
            rows += 1
    except sqlite3.DatabaseError:
        return sum(1 for _ in _readable(connection, table, ["*"])), False
    return rows, True


def _readable(
    connection: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[tuple[Any, ...]]:
    """Every row that can be read with its place in front, in order, over the damaged pages."""
    named = ", ".join("*" if each == "*" else f'"{each}"' for each in columns)
    query = f'select rowid, {named} from "{table}" not indexed where rowid >= ? order by rowid'
    place = -_FAR
    while True:
        try:
            for row in connection.execute(query, (place,)):
                yield row
                place = row[0] + 1
        except sqlite3.DatabaseError:
            after = _next_readable(connection, query, place)
            if after is None:
                return
            place = after
        else:
            return


def _next_readable(connection: sqlite3.Connection, query: str, place: int) -> int | None:
    """The first place behind the damage from which rows come again."""
    step = 1
    start = max(place, 0)
    while not _answers(connection, query, start + step):
        step *= 2
        if step > _FAR:
            return None
    low, high = start + step // 2, start + step
    while high - low > 1:
        middle = (low + high) // 2
        if _answers(connection, query, middle):
            high = middle
        else:
            low = middle
    return high


def _answers(connection: sqlite3.Connection, query: str, place: int) -> bool:
    try:
        connection.execute(query, (place,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return True
