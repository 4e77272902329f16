"""`shopphone backup`, `restore` and `move`: a shop kept safe without a window."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from shopphone.domain.errors import Refused
from shopphone.start import own_settings, restrict_files
from shopphone.ui.kit.i18n import Words, chosen, translate
from shopphone.ui.panels.backup_words import change_words, newest_words, table_words

if TYPE_CHECKING:
    from shopphone.domain.backups import RestorePreview
    from shopphone.services.desk import Desk

_SHOP = "shop.db"
_MOST_LINES = 12


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do what is asked and say what came of it."""
    restrict_files()
    if options.command == "move":
        return _move(options.database, folder, options.target)
    with _desk(folder, options.database) as desk:
        if options.command == "backup":
            return _backup(desk, options.path)
        words = Words(chosen(options.lang or own_settings(folder).get("desk.language", "system")))
        return _restore(desk, options, words)


def _backup(desk: "Desk", into: Path | None) -> int:
    import shopphone.services.backups as backups

    if desk.db.is_sqlite and not backups.file_of(desk).exists():
        raise Refused("shop_missing")
    made = backups.make(desk, _percent, into)
    folder = into or backups.folder_of(desk)
    print(translate("Commands", "The backup is whole: {file}").format(file=f"{folder}/{made.name}"))
    if into is None and backups.is_same_disk(desk):
        print(
            translate(
                "Commands",
                "It lies on the same disk as the shop. A stick or a share would outlive it.",
            )
        )
    return 0


def _restore(desk: "Desk", options: argparse.Namespace, words: Words) -> int:
    import shopphone.services.restoring as restoring

    preview = _preview(desk, options.path)
    try:
        if options.into is not None:
            file = restoring.into_new_folder(preview, options.into)
            print(
                translate("Commands", "The backup is a shop of its own now: {file}").format(
                    file=file
                )
            )
            return 0
        _show(preview, words)
        if not options.yes:
            print(
                translate(
                    "Commands",
                    "Nothing was changed. With --yes it is done; what is there now is kept.",
                )
            )
            return 0
        kept = restoring.put_in_place(desk, preview)
    finally:
        restoring.discard(desk)
    print(translate("Commands", "The shop is what the backup holds."))
    if kept is not None:
        print(translate("Commands", "What was there before is kept: {file}").format(file=kept))
    return 0


def _preview(desk: "Desk", file: Path) -> "RestorePreview":
    import shopphone.services.restoring as restoring

    try:
        return restoring.preview(desk, file)
    except Refused as refusal:
        if refusal.rule != "backup_phrase_needed" or not sys.stdin.isatty():
            raise
    return restoring.preview(
        desk, file, getpass(translate("Commands", "Pass phrase of the backup: "))
    )


def _show(preview: "RestorePreview", words: Words) -> None:
    if not preview.now_is_readable:
        print(translate("Commands", "The present shop cannot be read as a whole; the backup can."))
    changed = table_words(preview)
    for name, now, then in changed[:_MOST_LINES]:
        print(change_words(name, now, then))
    if not changed:
        print(translate("Commands", "The backup has as many rows of everything as the shop."))
    for line in newest_words(preview, words):
        print(line)


def _move(database: str, folder: Path, target: str) -> int:
    from shopphone.store import moving

    file = folder / _SHOP
    if database:
        if "://" in target and not target.startswith("sqlite:///"):
            raise Refused("move_same_kind")
        there = _file(target)
        there.parent.mkdir(parents=True, exist_ok=True)
        sums = moving.server_to_file(database, there, _rows)
        start = f"--data {there.parent}"
    else:
        if not target.startswith(("postgresql://", "postgres://")):
            raise Refused("move_same_kind")
        if not file.exists():
            raise Refused("shop_missing")
        sums = moving.file_to_server(file, target.replace("postgres://", "postgresql://", 1), _rows)
        start = "--database …"
    rows = sum(each.rows for each in sums.values())
    text = translate(
        "Commands",
        "Moved and compared: {rows} rows of {tables} tables. What was moved is untouched. From now "
        "on start every desk with {start}.",
    )
    print(text.format(rows=rows, tables=len(sums), start=start))
    return 0


def _file(target: str) -> Path:
    path = Path(target.removeprefix("sqlite:///")).expanduser()
    return path if path.suffix == ".db" else path / _SHOP


def _percent(done: int, all_: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == all_ else ""
        print(f"\r{100 * done // max(all_, 1):3} %", end=end, file=sys.stderr, flush=True)


def _rows(table: str, done: int, all_: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{table}  {done}/{all_}", end="", file=sys.stderr, flush=True)


@contextmanager
def _desk(folder: Path, database: str) -> "Iterator[Desk]":
    """The shop as it lies there: not made, not upgraded, damaged if it is."""
    from shopphone.secrets import Keyring
    from shopphone.services.desk import Desk
    from shopphone.store import upgrade
    from shopphone.store.db import Database, sqlite_url
    from shopphone.store.local import Local

    db = upgrade.open_url(database) if database else Database(sqlite_url(folder / _SHOP))
    try:
        with closing(Local(folder / "desk.db")) as local:
            yield Desk(
                db=db,
                local=local,
                now=lambda: datetime.now(UTC),
                folder=folder,
                secrets=Keyring(),
            )
    finally:
        db.close()
