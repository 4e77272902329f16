"""What a start needs before anything else: the folder, the clock, file rights, a healthy Qt."""

import argparse
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from shopphone.domain.errors import Unavailable

_DEADLY = "6.12.0"


def data_folder(options: argparse.Namespace) -> Path:
    """Where this shop's files are; the demo shop has a folder of its own."""
    from shopphone.paths import default_data, private_folder

    folder: Path = options.data or (default_data() / "demo" if options.demo else default_data())
    return private_folder(folder.expanduser().absolute())


def refuse_deadly_pair() -> None:
    """PySide6 6.12.0 kills Python before 3.12 after some thousand calls (reference counts)."""
    # importlib.metadata would cost a sixth of the start
    from PySide6 import __version__  # noqa: TID251  # its version is read, Qt is not used

    if sys.version_info < (3, 12) and __version__ == _DEADLY:
        raise Unavailable("pyside6", f"PySide6_Essentials {_DEADLY}")


def calm_sums() -> None:
    """numpy may have one core, never all of them: the window and the phone are on this machine too."""
    for name in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")


class Clock:
    """Now; in the demo shop of a given day, that day with the present time."""

    def __init__(self, day: date | None) -> None:
        self._day = day

    def __call__(self) -> datetime:
        now = datetime.now(UTC)
        if self._day is None:
            return now
        return now.replace(year=self._day.year, month=self._day.month, day=self._day.day)


def restrict_files() -> None:
    """Whatever this program writes is readable by its owner only."""
    if os.name == "posix":
        os.umask(0o077)


def own_settings(folder: Path) -> dict[str, str]:
    """This desk's language and theme, read with plain sqlite3 before the first paint."""
    import sqlite3
    from contextlib import closing

    file = folder / "desk.db"
    if not file.exists():
        return {}
    try:
        with closing(sqlite3.connect(file)) as connection:
            return dict(connection.execute("select key, value from setting"))
    except sqlite3.DatabaseError:
        return {}  # the worker opens the same file next and says what is wrong with it
