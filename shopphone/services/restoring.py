"""A backup back into the shop: first a checked new file and what would change, then in one step.

What is replaced is kept beside the shop: nothing that was there before a restore is thrown away.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import shopphone.services.backups as backups
from shopphone.domain import backups as b
from shopphone.domain.backups import Newest, RestorePreview, TableChange
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.paths import private_folder
from shopphone.services.desk import Desk
from shopphone.store import dumps, moving, sealing, snapshot, upgrade
from shopphone.store import tables as t
from shopphone.store.rows import PostgresSource, SqliteSource
from shopphone.store.types import from_ms

_FOLDER = "restore"
# what a person knows a shop's newest state by: kind, table, its name or number, its moment
_KINDS = (
    ("order", "sale_order", "number", "placed_at"),
    ("call", "call", "raw_number", "rang_at"),
    ("letter", "letter", "kind", "created_at"),
    ("customer", "customer", "name", "created_at"),
)


def preview(desk: Desk, file: Path, phrase: str = "") -> RestorePreview:
    """Make a new file of a backup, look through all of it, compare it with the shop.

    Raises Refused: backup_phrase_needed, backup_phrase_wrong, backup_unreadable, shop_file_newer,
    shop_file_foreign, backup_no_folder; Unavailable: backup_not_whole, backup_full, file_unread.
    """
    if desk.folder is None:
        raise Refused("backup_no_folder")
    folder = private_folder(desk.folder / _FOLDER)
    for left in folder.iterdir():
        left.unlink()
    try:
        with backups.target_trouble():
            new = _new_file(file, folder, phrase or _kept_phrase(desk, file))
    except BaseException:
        for left in folder.iterdir():
            left.unlink()
        raise
    named = b.read_name(file.name)
    return _compared(desk, new, named.made_at if named else None, file.name)


def into_new_folder(wanted: RestorePreview, folder: Path) -> Path:
    """Only a shop of its own, to look into. Raises Refused: move_target_full."""
    file = private_folder(folder) / "shop.db"
    if file.exists():
        raise Refused("move_target_full")
    shutil.move(wanted.file, file)
    return file


def discard(desk: Desk) -> None:
    """Nobody wants it: the new file goes."""
    if desk.folder is not None:
        shutil.rmtree(desk.folder / _FOLDER, ignore_errors=True)


def put_in_place(desk: Desk, wanted: RestorePreview) -> Path | None:
    """Make the shop what the new file is; gives the copy of what was there before.

    Other windows see it at once. Raises Refused: shop_open_elsewhere (only where the present file is
    damaged and a window has it open); Unavailable: database_locked, disk_full, database.
    """
    new = Path(wanted.file)
    before = _beside(desk, "before-restore" if wanted.now_is_readable else "damaged")
    if not desk.db.is_sqlite:
        kept: Path | None = _replace_server(desk, new, before)
    else:
        kept = _replace_file(backups.file_of(desk), new, before, wanted.now_is_readable)
    discard(desk)
    desk.db.announce_everything()
    return kept


def _replace_file(shop: Path, new: Path, before: Path, readable: bool) -> Path | None:
    if not shop.exists():
        upgrade.put_in_place(new, shop)
        return None
    if readable:
        snapshot.copy(shop, before, lambda _done, _all: None)
        before.chmod(0o600)
        snapshot.put_into(new, shop)
        return before
    replace_damaged(shop, new, before)
    return before


def replace_damaged(shop: Path, new: Path, before: Path) -> None:
    """Put a damaged file aside and the new one in its place. Raises Refused: shop_open_elsewhere."""
    with suppress(Unavailable), moving.alone(shop):
        pass  # a file that cannot even be locked is in nobody's use
    for ending in ("", "-wal"):
        part = shop.with_name(shop.name + ending)
        if part.exists():
            part.replace(before.with_name(before.name + ending))
    shop.with_name(f"{shop.name}-shm").unlink(missing_ok=True)
    upgrade.put_in_place(new, shop)
    new.unlink(missing_ok=True)


def _replace_server(desk: Desk, new: Path, before: Path) -> Path:
    url = backups.url_of(desk)
    with closing(PostgresSource(url)) as source:
        moving.to_new_file(source, before, lambda _table, _done, _all: None)
    with closing(snapshot.connect_copy(new)) as connection:
        moving.replace_server(SqliteSource(connection), url, lambda _table, _done, _all: None)
    return before


def _beside(desk: Desk, why_kept: str) -> Path:
    assert desk.folder is not None
    return desk.folder / f"shop-{why_kept}-{desk.now():%Y%m%d-%H%M%S}.db"


def _kept_phrase(desk: Desk, file: Path) -> str:
    """What this computer keeps, for a backup that needs one."""
    with suppress(Refused, Unavailable, OSError):
        if sealing.is_sealed(file):
            return backups.phrase_of(desk)
    return ""


def _new_file(file: Path, folder: Path, phrase: str) -> Path:
    plain, new = folder / "plain", folder / "shop.db"
    if not file.is_file():
        raise Unavailable("file_unread", "os_gone")
    if sealing.is_sealed(file):
        if not phrase:
            raise Refused("backup_phrase_needed")
        sealing.unseal(file, plain, phrase)
    else:
        shutil.copyfile(file, plain)
        log = file.with_name(f"{file.name}-wal")
        if log.exists():  # a shop's file as it was found, not one of our backups
            shutil.copyfile(log, folder / "plain-wal")
            _settle(plain)
    if _begins_as_gzip(plain):
        dumps.to_file(plain, new)
        plain.unlink()
    else:
        plain.rename(new)
    snapshot.prove(new, None)
    version = upgrade.file_version(new)
    if version not in upgrade.known():
        raise Refused("shop_file_newer", file=file.name, version=version)
    if version != upgrade.newest():
        upgrade.migrate(f"sqlite:///{new}")
        with closing(sqlite3.connect(new)) as connection:
            connection.execute("pragma journal_mode = delete")
    return new


def _settle(file: Path) -> None:
    """What stands in the log goes into the file."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("pragma journal_mode = delete")


def _begins_as_gzip(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(2) == b"\x1f\x8b"


def _compared(desk: Desk, new: Path, made_at: datetime | None, name: str) -> RestorePreview:
    with closing(snapshot.connect_copy(new)) as connection:
        then = _Facts(SqliteSource(connection))
    now = None
    with suppress(Unavailable, sqlite3.DatabaseError), _present(desk) as source:
        now = _Facts(source)
    tables = tuple(
        TableChange(table=each, now=now.counts[each] if now else 0, then=then.counts[each])
        for each in t.metadata.tables
    )
    newest = tuple(_newest(kind, now, then) for kind, *_ in _KINDS)
    return RestorePreview(
        name=name,
        file=str(new),
        made_at=made_at,
        version=upgrade.newest(),
        tables=tables,
        newest=newest,
        now_is_readable=now is not None,
    )


class _Facts:
    """Rows by table and the newest of each kind."""

    def __init__(self, source: SqliteSource | PostgresSource) -> None:
        self.counts = {name: source.count(table) for name, table in t.metadata.tables.items()}
        self.newest: dict[str, tuple[str, datetime | None]] = {}
        for kind, table, named, at in _KINDS:
            query = f'select "{named}", "{at}" from "{table}" order by "{at}" desc, id desc limit 1'
            row = source.one(query)
            self.newest[kind] = (str(row[0] or ""), from_ms(row[1])) if row else ("", None)


def _newest(kind: str, now: _Facts | None, then: _Facts) -> Newest:
    present = now.newest[kind] if now else ("", None)
    return Newest(
        kind=kind,
        now=present[0],
        now_at=present[1],
        then=then.newest[kind][0],
        then_at=then.newest[kind][1],
    )


@contextmanager
def _present(desk: Desk) -> Iterator[SqliteSource | PostgresSource]:
    """The shop as it is, if every page of it can be read."""
    if not desk.db.is_sqlite:
        with closing(PostgresSource(backups.url_of(desk))) as source:
            yield source
        return
    file = backups.file_of(desk)
    if not file.exists():
        raise Unavailable("database", why(FileNotFoundError(2, "")))
    with closing(snapshot.connect(file)) as connection:
        connection.execute("begin")
        if connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise Unavailable("shop_file_damaged")
        yield SqliteSource(connection)
