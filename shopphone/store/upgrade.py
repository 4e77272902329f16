"""Making, checking and upgrading the shop's database; a newer file is refused, never recreated."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store.db import APPLICATION_ID, Database, sqlite_url

MIGRATIONS = Path(__file__).parent / "migrations"
_NEEDED_BYTES = 5_000_000


def newest() -> str:
    """The number of the newest migration this program knows."""
    return known()[-1]


def known() -> tuple[str, ...]:
    return tuple(sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def open_file(path: Path, now: datetime) -> Database:
    """Open the shop's file, making or upgrading it first. `now` names the copy before an upgrade.

    Raises Refused("shop_file_newer" | "shop_file_foreign") and Unavailable("database" | "disk_full").
    """
    if path.exists() and path.stat().st_size:
        version = file_version(path)
        if version not in known():
            raise Refused("shop_file_newer", file=path.name, version=version)
        if version != newest():
            copy_before_upgrade(path, version, now)
            _migrate(sqlite_url(path))
    else:
        _make(path)
    return Database(sqlite_url(path))


def open_url(url: str) -> Database:
    """Open a PostgreSQL shop, making or upgrading its tables first."""
    database = Database(url)
    version = _server_version(database)
    if version is not None and version not in known():
        database.close()
        raise Refused("shop_file_newer", file="PostgreSQL", version=version)
    if version != newest():
        _migrate(str(database.engine.url.render_as_string(hide_password=False)))
    return database


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
        raise Unavailable("shop_file_damaged", f"{path.name}: {error}") from error
    if row is None:
        raise Refused("shop_file_foreign", file=path.name)
    return str(row[0])


def copy_before_upgrade(path: Path, version: str, now: datetime) -> Path:
    """A whole copy beside the file, so going back is possible."""
    if shutil.disk_usage(path.parent).free < path.stat().st_size + _NEEDED_BYTES:
        raise Unavailable("disk_full", path.parent.name)
    copy = path.with_name(f"{path.stem}-before-{newest()}-from-{version}-{now:%Y%m%d-%H%M%S}.db")
    source, target = sqlite3.connect(path), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
    copy.chmod(0o600)
    return copy


def _make(path: Path) -> None:
    """Build the new file beside its place and move it there whole, so half a shop never exists."""
    half = path.with_suffix(".new")
    half.unlink(missing_ok=True)
    _migrate(sqlite_url(half))
    connection = sqlite3.connect(half)
    try:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute("pragma wal_checkpoint(truncate)")
    finally:
        connection.close()
    half.chmod(0o600)
    half.replace(path)


def _server_version(database: Database) -> str | None:
    from sqlalchemy import inspect, text

    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version = connection.execute(text("select version_num from alembic_version")).scalar()
    return None if version is None else str(version)


def _migrate(url: str) -> None:
    # Alembic costs a quarter of a second: only a new or older shop pays it
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    command.upgrade(config, "head")
