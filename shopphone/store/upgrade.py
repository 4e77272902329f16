"""Making, checking and upgrading the shop's database; a newer file is refused, never recreated."""

import os
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import disks
from shopphone.store.db import APPLICATION_ID, Database, sqlite_url, unavailable

MIGRATIONS = Path(__file__).parent / "migrations"
_NEEDED_BYTES = 5_000_000
_TROUBLES = {
    sqlite3.SQLITE_BUSY: "database_locked",
    sqlite3.SQLITE_LOCKED: "database_locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "database",
    sqlite3.SQLITE_CANTOPEN: "database",
    sqlite3.SQLITE_READONLY: "shop_read_only",
    sqlite3.SQLITE_PERM: "shop_read_only",
}


def newest() -> str:
    """The number of the newest migration this program knows."""
    return known()[-1]


def known() -> tuple[str, ...]:
    return tuple(sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def open_file(path: Path, now: datetime) -> Database:
    """Open the shop's file, making or upgrading it first. `now` names the copy before an upgrade.

    Raises Refused("shop_file_newer" | "shop_file_foreign" | "shop_file_on_network") and Unavailable("shop_file_damaged" |
    "database" | "database_locked" | "disk_full" | "shop_read_only").
    """
    if disks.is_remote(path.parent):
        raise Refused("shop_file_on_network")
    if path.exists() and path.stat().st_size:
        version = file_version(path)
        if version not in known():
            raise Refused("shop_file_newer", file=path.name, version=version)
        if version != newest():
            copy_before_upgrade(path, version, now)
            migrate(sqlite_url(path))
    else:
        _make(path)
    return Database(sqlite_url(path))


def open_url(url: str) -> Database:
    """Open a PostgreSQL shop, making or upgrading its tables first."""
    database = Database(url)
    try:
        if not _is_newest(database):
            _upgrade_server(database)
    except BaseException:
        database.close()
        raise
    return database


def server_version(url: str) -> str | None:
    """The migration a server's shop stands at; None where there is no shop yet."""
    database = Database(url)
    try:
        return _server_version(database)
    finally:
        database.close()


def _upgrade_server(database: Database) -> None:
    """One desk at a time: whoever waited finds the work done."""
    from sqlalchemy import text

    with database.writing() as tx:
        tx.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": APPLICATION_ID})
        if not _is_newest(database):
            migrate(str(database.engine.url.render_as_string(hide_password=False)))


def _is_newest(database: Database) -> bool:
    version = _server_version(database)
    if version is not None and version not in known():
        raise Refused("shop_file_newer", file="PostgreSQL", version=version)
    return version == newest()


def file_version(path: Path) -> str:
    """The migration a file stands at, read with plain sqlite3."""
    try:
        connection = sqlite3.connect(path)
        try:
            if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
                raise Refused("shop_file_foreign", file=path.name)
            row = connection.execute("select version_num from alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise file_trouble(error, path) from error
    if row is None:
        raise Refused("shop_file_foreign", file=path.name)
    return str(row[0])


def copy_before_upgrade(path: Path, version: str, now: datetime) -> Path:
    """A whole copy beside the file, so going back is possible."""
    if shutil.disk_usage(path.parent).free < path.stat().st_size + _NEEDED_BYTES:
        raise Unavailable("disk_full", path.parent.name)
    copy = path.with_name(f"{path.stem}-before-{newest()}-from-{version}-{now:%Y%m%d-%H%M%S}.db")
    half = copy.with_suffix(".new")
    half.unlink(missing_ok=True)
    source, target = sqlite3.connect(path), sqlite3.connect(half)
    try:
        source.backup(target)
    except sqlite3.DatabaseError as error:
        half.unlink(missing_ok=True)
        raise file_trouble(error, path) from error
    finally:
        source.close()
        target.close()
    half.chmod(0o600)
    half.replace(copy)
    return copy


def _make(path: Path) -> None:
    """Build the new file beside its place and move it there whole, so half a shop never exists.

    A command may start beside a window: each builds its own file, and the first one counts.
    """
    half = path.with_name(f"{path.name}.{os.getpid()}.new")
    half.unlink(missing_ok=True)
    try:
        build(half)
        half.chmod(0o600)
        put_in_place(half, path)
    except sqlite3.DatabaseError as error:
        raise file_trouble(error, path) from error
    finally:
        for left in path.parent.glob(f"{half.name}*"):
            left.unlink()


def build(file: Path, version: str = "head") -> None:
    """A new file with the tables of a version, marked as ours."""
    migrate(sqlite_url(file), version)
    connection = sqlite3.connect(file)
    try:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute("pragma wal_checkpoint(truncate)")
    finally:
        connection.close()


def put_in_place(half: Path, path: Path) -> None:
    if path.exists() and not path.stat().st_size:
        path.unlink()
    try:
        os.link(half, path)  # unlike a rename, never over the file of a process that was faster
    except FileExistsError:
        return
    except OSError:
        half.rename(path)  # a file system without links


def file_trouble(error: sqlite3.DatabaseError, path: Path) -> Unavailable:
    """What SQLite says in words of ours; only what it cannot read at all is damaged."""
    detail = f"{path.name}: {error}"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return Unavailable(_TROUBLES.get(code, "shop_file_damaged"), detail)


def _server_version(database: Database) -> str | None:
    from sqlalchemy import inspect, text

    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version = connection.execute(text("select version_num from alembic_version")).scalar()
    return None if version is None else str(version)


def migrate(url: str, version: str = "head") -> None:
    """Bring a database to a version, the newest unless said otherwise."""
    # Alembic costs a quarter of a second: only a new or older shop pays it
    from alembic import command
    from alembic.config import Config
    from sqlalchemy.exc import OperationalError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    try:
        command.upgrade(config, version)
    except OperationalError as error:
        raise unavailable(error) from error
