"""`shopphone import`, `export` and `letters export`: articles, text modules and letters without a window."""

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shopphone import taking_out, transfer_sheets
from shopphone.domain.errors import Refused, Unavailable
from shopphone.start import restrict_files
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.speech import speaking
from shopphone.ui.panels.import_words import remark_words

if TYPE_CHECKING:
    from shopphone.services.desk import Desk


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do what is asked and print it; 1 if files or rows could not be taken in."""
    restrict_files()
    with (
        _desk(folder, options.database) as desk,
        speaking(options.lang or desk.setting("desk.language")),
    ):
        try:
            return _run(desk, options)
        except (Refused, Unavailable) as error:
            print(f"shopphone: {words_for(error)}", file=sys.stderr)
            return 1


def _run(desk: "Desk", options: argparse.Namespace) -> int:
    if options.command == "import" and options.what not in ("articles", "modules"):
        return (transfer_sheets.undo if options.undo else transfer_sheets.take_in)(desk, options)
    if options.command == "letters":
        return _letters(desk, options.year, options.path)
    if options.command == "export":
        return taking_out.run(desk, options)
    if options.command == "exported":
        return taking_out.ended(desk, options)
    if options.undo:
        return _undo(desk)
    if options.what == "modules":
        return _modules(desk, options)
    return _articles(desk, options)


def _articles(desk: "Desk", options: argparse.Namespace) -> int:
    import shopphone.services.article_import as article_import
    from shopphone.domain.article_files import Verdict

    preview = article_import.preview(desk, options.path, options.text_lang)
    for row in preview.rows:
        words = " ".join(remark_words(code, detail) for code, detail in row.remarks)
        if words:
            print(f"[{row.verdict.value}] {row.source}: {words}")
    counts = ", ".join(f"{preview.count(each)} {each.value}" for each in Verdict)
    print(f"{options.path.name}: {counts}.")
    if options.dry_run:
        print("Nothing was changed.")
    else:
        done = article_import.take_in(desk, preview.filed, options.path.name)
        print(f"Taken in: {done.new} new, {done.changed} changed. --undo takes it back.")
    return 1 if preview.count(Verdict.FAULT) else 0


def _undo(desk: "Desk") -> int:
    import shopphone.services.import_undo as import_undo

    last = import_undo.last_import(desk)
    if last is None:
        print("There is no import to take back.")
        return 1
    done = import_undo.undo(desk)
    print(
        f"{last.name} is taken back: {done.removed} removed, {done.restored} restored, "
        f"{done.retired} retired because they were used, {done.kept} kept because they were changed."
    )
    return 0


def _modules(desk: "Desk", options: argparse.Namespace) -> int:
    import shopphone.services.text_modules as text_modules

    preview = text_modules.preview_import(desk, options.path, options.text_lang)
    for each in (*preview.faults, *preview.remarks):
        print(f"Line {each.line}: {remark_words(each.code, each.detail)}")
    print(
        f"{options.path.name}: {preview.new} new, {preview.changed} changed, "
        f"{preview.unchanged} unchanged, {len(preview.faults)} fault."
    )
    if options.dry_run:
        print("Nothing was changed.")
    else:
        text_modules.take_in(desk, preview)
    return 1 if preview.faults else 0


def _letters(desk: "Desk", year: int, folder: Path) -> int:
    import shopphone.services.letter_archive as letter_archive

    count = letter_archive.export(desk, year, folder, threading.Event(), _no_progress)
    print(f"{count} letters of {year} written to {folder}, with index.csv.")
    return 0


def _no_progress(_done: int, _all: int) -> None:
    """A command says what it did when it has done it."""


@contextmanager
def _desk(folder: Path, database: str) -> "Iterator[Desk]":
    """The shop beside a running window, which notices what was changed."""
    import shopphone.services.settings as settings
    from shopphone.services.desk import Desk
    from shopphone.store import upgrade
    from shopphone.store.local import Local

    now = datetime.now(UTC)
    db = upgrade.open_url(database) if database else upgrade.open_file(folder / "shop.db", now)
    desk = Desk(db=db, local=Local(folder / "desk.db"), now=lambda: datetime.now(UTC))
    desk.staff_name = settings.values(desk)["desk.staff"]
    try:
        yield desk
    finally:
        db.close()
        desk.local.close()
