"""Backups of the shop: made while others write, proved, put where Settings say, the old ones thinned out."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from shopphone.domain import backups as b
from shopphone.domain.backups import Backup, BackupState
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.paths import private_folder
from shopphone.services.desk import Desk
from shopphone.store import dumps, moving, sealing, snapshot
from shopphone.store.rows import PostgresSource

Progress = Callable[[int, int], None]
PHRASE = "backup"  # the name of the pass phrase in the keyring
_LAST, _TROUBLE, _DETAIL = "backup.last", "backup.trouble", "backup.detail"
_STALE_S = 3_600
_MARGIN = 1_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def state(desk: Desk) -> BackupState:
    """When the last good one was made, what went wrong since, and which ones lie in the folder."""
    own = desk.local.settings()
    folder = folder_of(desk)
    return BackupState(
        folder=str(folder or ""),
        last=datetime.fromisoformat(own[_LAST]) if own.get(_LAST) else None,
        trouble=own.get(_TROUBLE, ""),
        detail=own.get(_DETAIL, ""),
        is_sealed=desk.setting("backup.sealed") == "1",
        backups=tuple(sorted(_found(folder), key=lambda each: each.made_at, reverse=True)),
    )


def make(desk: Desk, progress: Progress | None = None, into: Path | None = None) -> Backup:
    """Make one, prove it, then thin out the old ones. into: another folder than Settings name.

    Raises Refused: backup_no_folder, backup_phrase_missing, backup_in_demo; Unavailable: backup_gone,
    backup_full, backup_read_only, backup_not_whole, shop_file_damaged, database_locked, keyring. The old ones
    stay as they are then, and the trouble is kept for whoever looks.
    """
    if desk.demo:
        raise Refused("backup_in_demo")
    try:
        with target_trouble():
            made = _made(desk, progress or _silent, into)
    except Unavailable as error:
        _note(desk, {_TROUBLE: error.what, _DETAIL: error.detail})
        raise
    except Refused as error:
        _note(desk, {_TROUBLE: error.rule, _DETAIL: ""})
        raise
    _note(desk, {_LAST: made.made_at.isoformat(), _TROUBLE: "", _DETAIL: ""})
    return made


def make_if_due(desk: Desk) -> Backup | None:
    """Today's, unless there is one or nobody wants it."""
    wanted = desk.setting("backup.daily") == "1" and not desk.demo
    return make(desk) if wanted and b.is_due(state(desk).last, desk.now()) else None


def make_on_leaving(desk: Desk) -> Backup | None:
    """When the program has been closed, if anything was written since the last one."""
    wanted = desk.setting("backup.leaving") == "1" and not desk.demo
    return make(desk) if wanted and _changed_since(desk, state(desk).last) else None


def keep_phrase(desk: Desk, phrase: str) -> None:
    """The pass phrase in this computer's keyring. Raises Refused: backup_phrase_short; Unavailable: keyring."""
    if len(phrase) < b.SHORTEST_PHRASE:
        raise Refused("backup_phrase_short", limit=b.SHORTEST_PHRASE)
    if desk.secrets is None:
        raise Unavailable("keyring_none")
    desk.secrets.keep(PHRASE, phrase)


def phrase_of(desk: Desk) -> str:
    """Raises Refused: backup_phrase_missing; Unavailable: keyring, keyring_none."""
    if desk.secrets is None:
        raise Unavailable("keyring_none")
    phrase = desk.secrets.read(PHRASE)
    if not phrase:
        raise Refused("backup_phrase_missing")
    return phrase


def folder_of(desk: Desk) -> Path | None:
    """Where backups go: what Settings say, else a folder beside the shop."""
    named = desk.setting("backup.folder").strip()
    if named:
        return Path(named).expanduser()
    return desk.folder / "backups" if desk.folder is not None else None


def is_same_disk(desk: Desk) -> bool:
    """Whether the backups would be lost together with the shop."""
    folder = folder_of(desk)
    try:
        return (
            folder is not None
            and desk.folder is not None
            and (folder.stat().st_dev == desk.folder.stat().st_dev)
        )
    except OSError:
        return False


def file_of(desk: Desk) -> Path:
    """The shop's file; only SQLite has one."""
    return Path(str(desk.db.engine.url.database))


def url_of(desk: Desk) -> str:
    return desk.db.engine.url.render_as_string(hide_password=False)


@contextmanager
def work_folder(desk: Desk, name: str) -> Iterator[Path]:
    """A folder of our own that is gone afterwards, with what a killed one left behind."""
    if desk.folder is None:
        raise Refused("backup_no_folder")
    for left in desk.folder.glob(f"{name}-*.work"):
        if time.time() - left.stat().st_mtime > _STALE_S:
            shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f"{name}-", suffix=".work", dir=desk.folder))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _made(desk: Desk, progress: Progress, into: Path | None) -> Backup:
    target = _target(desk, into)
    phrase = phrase_of(desk) if desk.setting("backup.sealed") == "1" else ""
    now = desk.now()
    with work_folder(desk, "backup") as work:
        # what is to be sealed is never plain on a stick or a share
        plain, ending = _copied(desk, work if phrase else target, progress)
        try:
            whole = _sealed(plain, target, work, phrase) if phrase else plain
        except BaseException:
            plain.unlink(missing_ok=True)
            raise
    name = b.name_of(desk.setting("shop.name"), now, ending + (".age" if phrase else ""))
    with suppress(OSError):  # a stick knows no rights
        whole.chmod(0o600)
    whole.replace(target / name)
    _fsync(target)
    made = b.read_name(name, (target / name).stat().st_size)
    assert made is not None
    _thin_out(target, made, now)
    return made


def _copied(desk: Desk, folder: Path, progress: Progress) -> tuple[Path, str]:
    """A proved copy under a name that is not a backup's yet, and what its name will end in."""
    half = folder / f"shopphone-{os.getpid()}-{time.monotonic_ns()}.new"
    try:
        if desk.db.is_sqlite:
            file = file_of(desk)
            _need_room(folder, file)
            snapshot.prove(half, snapshot.copy(file, half, progress))
            return half, ".db"
        counted = dumps.dump(url_of(desk), half)
        if counted is not None:
            dumps.prove(half, counted)
            return half, ".sql.gz"
        _export(desk, half)
        return half, ".db"
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _export(desk: Desk, file: Path) -> None:
    """Our own export of a server's shop is a file that opens like any other shop's."""
    with closing(PostgresSource(url_of(desk))) as source:
        moving.to_new_file(source, file, lambda _table, _done, _all: None)
    snapshot.prove(file, None)


def _sealed(plain: Path, target: Path, work: Path, phrase: str) -> Path:
    """Sealed into the target, opened again and compared."""
    _need_room(target, plain)
    half = target / plain.name
    try:
        sealing.seal(plain, half, phrase)
        sealing.unseal(half, work / "back", phrase)
        if not _same(plain, work / "back"):
            raise Unavailable("backup_not_whole", half.name)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return half


def _target(desk: Desk, into: Path | None) -> Path:
    """The folder; ours is made, another one must be there: a stick that is out is not made anew."""
    folder = into or folder_of(desk)
    if folder is None:
        raise Refused("backup_no_folder")
    if into is None and not desk.setting("backup.folder").strip():
        private_folder(folder)
    if not folder.is_dir():
        raise Unavailable("backup_gone", str(folder))
    for left in folder.glob("shopphone-*.new"):
        if time.time() - left.stat().st_mtime > _STALE_S:
            left.unlink()
    return folder


def _thin_out(target: Path, made: Backup, now: datetime) -> None:
    """Only backups of this shop, and never the one just made."""
    ours = [each for each in _found(target) if each.shop == made.shop]
    keep = b.kept(ours, max(now, made.made_at)) | {made.name}
    for each in ours:
        if each.name not in keep:
            (target / each.name).unlink(missing_ok=True)


def _found(folder: Path | None) -> list[Backup]:
    if folder is None:
        return []
    try:
        entries = [(each.name, each.stat().st_size) for each in folder.iterdir()]
    except OSError:
        return []  # a stick that is out
    named = (b.read_name(name, size) for name, size in entries)
    return [each for each in named if each is not None]


def _changed_since(desk: Desk, last: datetime | None) -> bool:
    if last is None or not desk.db.is_sqlite:
        return True
    file = file_of(desk)
    times = [
        each.stat().st_mtime
        for each in (file, file.with_name(f"{file.name}-wal"))
        if each.exists() and each.stat().st_size
    ]
    return not times or datetime.fromtimestamp(max(times), UTC) >= last


def _need_room(folder: Path, file: Path) -> None:
    log = file.with_name(f"{file.name}-wal")
    size = sum(each.stat().st_size for each in (file, log) if each.exists())
    if shutil.disk_usage(folder).free < size + _MARGIN:
        raise Unavailable("backup_full", str(folder))


@contextmanager
def target_trouble() -> Iterator[None]:
    """What the system says of the target, in words of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Unavailable("backup_full", why(error)) from error
        if error.errno in _READ_ONLY:
            raise Unavailable("backup_read_only", why(error)) from error
        raise Unavailable("backup_gone", why(error)) from error


def _note(desk: Desk, values: dict[str, str]) -> None:
    for key, value in values.items():
        desk.local.set(key, value)
    desk.db.announce(frozenset(("backup",)))


def _same(one: Path, other: Path) -> bool:
    size = 1 << 20
    with one.open("rb") as first, other.open("rb") as second:
        while True:
            piece = first.read(size)
            if piece != second.read(size):
                return False
            if not piece:
                return True


def _fsync(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows does not open folders
    handle = os.open(folder, os.O_RDONLY)
    with suppress(OSError):  # a share that cannot
        os.fsync(handle)
    os.close(handle)


def _silent(_done: int, _all: int) -> None:
    """Nobody watches."""
