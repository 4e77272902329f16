"""A whole copy of a shop's file while others write in it, and how a copy is proved to be whole."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store.db import APPLICATION_ID

Counts = dict[str, int]
Progress = Callable[[int, int], None]
_PAGES = 4_096  # 16 MB between two looks at the progress
_BUSY_S = 30.0
_TROUBLES = {  # of the target
    sqlite3.SQLITE_FULL: "backup_full",
    sqlite3.SQLITE_READONLY: "backup_read_only",
    sqlite3.SQLITE_PERM: "backup_read_only",
    sqlite3.SQLITE_CANTOPEN: "backup_gone",
}


def copy(source: Path, target: Path, progress: Progress) -> Counts:
    """Write a new file that holds the shop as it is at one moment; rows by table.

    One read transaction is kept while the pages are copied: others go on writing, and the copy
    neither sees half of it nor begins anew. Raises Unavailable: shop_file_damaged, database_locked,
    backup_full, backup_read_only, backup_gone; OSError: what the target's disk says.
    """
    if not source.exists():
        raise Unavailable("database", source.name)
    try:
        with closing(connect(source)) as shop, closing(sqlite3.connect(target)) as out:
            shop.execute("begin")
            counted = counts(shop)
            shop.backup(
                out, pages=_PAGES, progress=lambda _, left, all_: progress(all_ - left, all_)
            )
            shop.execute("rollback")
            # a copy is one file, also for who reads it from a medium that cannot be written
            out.execute("pragma journal_mode = delete")
    except sqlite3.DatabaseError as error:
        raise _trouble(error) from error
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())
    return counted


def connect(file: Path) -> sqlite3.Connection:
    """Read a shop's file that others may have open, without changing anything in it."""
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_S)
    connection.isolation_level = None
    return connection


def counts(connection: sqlite3.Connection) -> Counts:
    return {name: _count(connection, name) for name in tables(connection)}


def tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    query = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    return tuple(row[0] for row in connection.execute(query + " order by name"))


def prove(copied: Path, expected: Counts | None) -> Counts:
    """Open a copy, look at every page, compare its rows with what they must be; gives them.

    Raises Refused: shop_file_foreign; Unavailable: backup_not_whole.
    """
    try:
        with closing(connect_copy(copied)) as connection:
            if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
                raise Refused("shop_file_foreign", file=copied.name)
            found = connection.execute("pragma integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise Unavailable("backup_not_whole", str(found))
            counted = counts(connection)
    except sqlite3.DatabaseError as error:
        raise Unavailable("backup_not_whole", str(error)) from error
    if expected is not None and counted != expected:
        raise Unavailable("backup_not_whole", "rows")
    return counted


def connect_copy(copied: Path) -> sqlite3.Connection:
    """A file nobody else writes: nothing is made beside it, also on a medium that cannot be written."""
    uri = f"{copied.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True)


def put_into(source: Path, shop: Path) -> None:
    """Make a shop's file hold what `source` holds, in one transaction, also while windows have it open.

    Whoever reads meanwhile sees the shop as it was; a power cut leaves it as it was.
    """
    try:
        with (
            closing(connect_copy(source)) as new,
            closing(sqlite3.connect(shop, timeout=_BUSY_S)) as out,
        ):
            out.execute("pragma journal_mode = wal")
            out.execute("pragma synchronous = full")
            new.backup(out, pages=-1)
            with suppress(sqlite3.OperationalError):  # a reader of the old pages: done later
                out.execute("pragma wal_checkpoint(truncate)")
    except sqlite3.DatabaseError as error:
        trouble = _trouble(error)
        raise (Unavailable("disk_full") if trouble.what == "backup_full" else trouble) from error


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'select count(*) from "{table}"').fetchone()[0])


def _trouble(error: sqlite3.DatabaseError) -> Unavailable:
    full_code = getattr(error, "sqlite_errorcode", 0)
    code = full_code & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Unavailable("database_locked", str(error))
    if code == sqlite3.SQLITE_IOERR and full_code != sqlite3.SQLITE_IOERR_READ:
        return Unavailable("backup_full", str(error))
    return Unavailable(_TROUBLES.get(code, "shop_file_damaged"), str(error))
