"""A desk on a copy of the big shop, and beside it the connection an expert would open by hand."""

import sqlite3
from pathlib import Path

from shopphone.paths import private_folder
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
from tests.bench.bigshop_days import NOW


def desk_on(folder: Path) -> Desk:
    return Desk(
        db=upgrade.open_file(folder / "shop.db", NOW),
        local=Local(folder / "desk.db"),
        now=lambda: NOW,
        cache=private_folder(folder / "cache"),
        staff_name="Anna Berger",
    )


def raw(folder: Path) -> sqlite3.Connection:
    """The same pragmas as the program's own connections."""
    connection = sqlite3.connect(folder / "shop.db", isolation_level=None)
    for pragma in (
        "journal_mode = wal",
        "synchronous = full",
        "foreign_keys = on",
        "busy_timeout = 5000",
        "wal_autocheckpoint = 0",
        "cache_size = -2000",
    ):
        connection.execute(f"pragma {pragma}")
    return connection
