"""`shopphone check --repair`: what can be mended without a loss; whatever it replaces is kept."""

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import damage, upgrade
from shopphone.store.local import Local
from shopphone.ui.kit.i18n import translate
from shopphone.ui.kit.messages import words_for

_STALE_S = 3_600


def repair(folder: Path, database: str) -> list[str]:
    """What was done, in sentences."""
    done = [*_leftovers(folder), *_desk_file(folder)]
    file = folder / "shop.db"
    if not database and file.exists() and file.stat().st_size:
        done += [*_rights(file), *_file(file)]
    return done


def _rights(file: Path) -> list[str]:
    if os.name != "posix" or not file.stat().st_mode & 0o077:
        return []
    file.chmod(0o600)
    return [translate("Check", "Only you can read the shop's file now.")]


def _leftovers(folder: Path) -> list[str]:
    """What a killed program left half made: it never was a shop or a backup."""
    done = []
    for pattern in ("shop.db.*.new*", "*.work", "backups/shopphone-*.new"):
        for left in folder.glob(pattern):
            if time.time() - left.stat().st_mtime < _STALE_S:
                continue  # somebody may be making it just now
            shutil.rmtree(left) if left.is_dir() else left.unlink()
            text = translate("Check", "Removed what was left half made: {name}")
            done.append(text.format(name=left.name))
    return done


def _desk_file(folder: Path) -> list[str]:
    """A new one with every draft that can be read; the old one stays beside it."""
    file = folder / "desk.db"
    if not file.exists() or _is_whole(file):
        return []
    kept = folder / f"desk-damaged-{_stamp()}.db"
    for ending in ("", "-wal"):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    file.with_name(f"{file.name}-shm").unlink(missing_ok=True)
    rows = _readable_drafts(kept)
    with closing(Local(file)) as new:
        for name, content in rows["draft"]:
            new.keep_text(name, content)
        for key, value in rows["setting"]:
            new.set(key, value)
    file.chmod(0o600)
    text = translate(
        "Check", "This desk's own file is new, with {count} drafts; the damaged one is kept: {file}"
    )
    return [text.format(count=len(rows["draft"]), file=kept.name)]


def _file(file: Path) -> list[str]:
    try:
        found = damage.look(file)
    except sqlite3.OperationalError as error:
        return [words_for(upgrade.file_trouble(error, file))]
    if not found.problem:
        return []
    new = file.with_name(f"shop-rescued-{_stamp()}.db")
    if found.rows_are_whole and damage.made_anew(file, new):
        return [_replaced(file, new)]
    with suppress(sqlite3.DatabaseError, Refused, Unavailable, OSError):
        saved = damage.save_rest(file, new)
        text = translate(
            "Check",
            "What can be read is in a file of its own: {file} ({rows} rows). The shop's file stays as it is; compare it with the newest backup.",
        )
        return [text.format(file=new.name, rows=sum(saved.values()))]
    new.unlink(missing_ok=True)
    return [translate("Check", "Nothing of the shop's file can be read. Take the newest backup.")]


def _replaced(file: Path, new: Path) -> str:
    from shopphone.services.restoring import replace_damaged

    kept = file.with_name(f"shop-damaged-{_stamp()}.db")
    try:
        replace_damaged(file, new, kept)
    except (Refused, Unavailable) as error:
        new.unlink()
        return words_for(error)
    text = translate("Check", "The shop's file is whole again; the damaged one is kept: {file}")
    return text.format(file=kept.name)


def _is_whole(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file)) as connection:
            return bool(connection.execute("pragma integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError:
        return True  # in use just now
    except sqlite3.DatabaseError:
        return False


def _readable_drafts(file: Path) -> dict[str, list[tuple[str, str]]]:
    rows: dict[str, list[tuple[str, str]]] = {"draft": [], "setting": []}
    for table, found in rows.items():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(file)) as connection:
            for row in connection.execute(f"select * from {table}"):
                found.append(
                    (str(row[0]), str(row[1]))
                )  # one by one: those before the damage count
    return rows


def _stamp() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
