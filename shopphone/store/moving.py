"""A whole shop from SQLite to PostgreSQL and back: one transaction, compared, the original untouched.

A move that is cut leaves nothing behind on a server, and beside a file at most one that ends in
`.new`, which the next move removes.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import upgrade
from shopphone.store.db import APPLICATION_ID, CHANGED_CHANNEL
from shopphone.store.rows import (
    PostgresSource,
    PostgresTarget,
    SqliteSource,
    SqliteTarget,
    Sum,
    Told,
    carry,
)
from shopphone.store.tables import metadata

Sums = dict[str, Sum]
# what only a shop that is used has: a server with any of these is not overwritten
_SIGNS = ("customer", "call", "sale_order", "product", "article", "letter", "staff", "setting")


def file_to_server(file: Path, url: str, told: Told) -> Sums:
    """Everything of a file into a server's empty shop, while nobody else has the file open.

    Raises Refused: shop_open_elsewhere, move_target_full, shop_file_older; Unavailable: move_differs.
    """
    _refuse_older(file)
    upgrade.open_url(url).close()
    with alone(file) as connection, _server_trouble():
        with closing(PostgresSource(url)) as there:
            if any(there.count(metadata.tables[name]) for name in _SIGNS):
                raise Refused("move_target_full")
        return replace_server(SqliteSource(connection), url, told)


def server_to_file(url: str, file: Path, told: Told) -> Sums:
    """Everything of a server's shop into a new file, while no other desk is at it.

    Raises as file_to_server does.
    """
    with _server_trouble(), closing(PostgresSource(url)) as source:
        if source.others():
            raise Refused("shop_open_elsewhere")
        return to_new_file(source, file, told)


def replace_server(source: SqliteSource, url: str, told: Told) -> Sums:
    """A server's shop becomes what a file of this version holds; other desks see it at once."""
    with _server_trouble(), closing(PostgresTarget(url, APPLICATION_ID)) as target:
        sums = carry(source, target, told)
        target.commit(CHANGED_CHANNEL, ",".join(sorted(sums)))
        return sums


def to_new_file(source: PostgresSource, file: Path, told: Told) -> Sums:
    """A shop's file that is there whole, or not at all."""
    if file.exists() and file.stat().st_size:
        raise Refused("move_target_full")
    for left in file.parent.glob(f"{file.name}.*.new"):
        left.unlink()
    half = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        upgrade.build(half)
        with closing(SqliteTarget(half)) as target:
            sums = carry(source, target, told)
            target.commit()
        half.chmod(0o600)
        upgrade.put_in_place(half, file)
    except sqlite3.DatabaseError as error:
        raise upgrade.file_trouble(error, file) from error
    finally:
        for left in file.parent.glob(f"{half.name}*"):
            left.unlink()
    return sums


@contextmanager
def alone(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection in a transaction: nobody else has this file open, and nobody can open it meanwhile.

    Raises Refused: shop_open_elsewhere.
    """
    with closing(sqlite3.connect(file, timeout=1.0, isolation_level=None)) as lock:
        try:
            # in this mode the lock is refused as long as anyone has the file open
            lock.execute("pragma locking_mode = exclusive")
            lock.execute("begin exclusive")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise Refused("shop_open_elsewhere") from error
            raise upgrade.file_trouble(error, file) from error
        yield lock


def _refuse_older(file: Path) -> None:
    version = upgrade.file_version(file)
    if version not in upgrade.known():
        raise Refused("shop_file_newer", file=file.name, version=version)
    if version != upgrade.newest():
        raise Refused("shop_file_older")


@contextmanager
def _server_trouble() -> Iterator[None]:
    """What the server's driver says, in words of ours."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise Unavailable("database", str(error)) from error
