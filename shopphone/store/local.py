"""This desk's own small file, desk.db: drafts, notes in hand, lanes, window and desk settings.

Plain sqlite3 with its own lock, so typing never waits for the shop's database (ARCHITECTURE 4.18).
"""

import json
import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shopphone.domain.errors import Unavailable
from shopphone.store.text import storable

_SCHEMA = """
create table if not exists draft (name text primary key, content text not null);
create table if not exists setting (key text primary key, value text not null);
"""


class Local:
    """The desk's own file; every call is one short committed write or read."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._connection.execute("pragma journal_mode = wal")
            self._connection.execute("pragma synchronous = full")
            self._connection.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            raise Unavailable("desk_file", str(error)) from error

    def keep(self, name: str, content: Mapping[str, Any] | None) -> None:
        """Save a draft under its name; None forgets it."""
        with self._lock:
            if content is None:
                self._write("delete from draft where name = ?", (name,))
                return
            text = json.dumps(content)  # escaped: half a surrogate pair comes back as it was
            self._write("insert or replace into draft (name, content) values (?, ?)", (name, text))

    def keep_text(self, name: str, content: str) -> None:
        """Take in a draft as another file of this kind has it."""
        with self._lock:
            self._write(
                "insert or replace into draft (name, content) values (?, ?)", (name, content)
            )

    def kept(self, name: str) -> dict[str, Any] | None:
        rows = self._read("select content from draft where name = ?", (name,))
        return dict(json.loads(rows[0][0])) if rows else None

    def kept_names(self, prefix: str) -> tuple[str, ...]:
        rows = self._read(
            "select name from draft where substr(name, 1, ?) = ? order by name",
            (len(prefix), prefix),
        )
        return tuple(row[0] for row in rows)

    def settings(self) -> dict[str, str]:
        return dict(self._read("select key, value from setting", ()))

    def set(self, key: str, value: str) -> None:
        with self._lock:
            self._write(
                "insert or replace into setting (key, value) values (?, ?)", (key, storable(value))
            )

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _read(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise Unavailable("desk_file", str(error)) from error

    def _write(self, statement: str, values: tuple[str, ...]) -> None:
        try:
            self._connection.execute(statement, values)
        except sqlite3.DatabaseError as error:
            raise Unavailable("desk_file", str(error)) from error
