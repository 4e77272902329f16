"""Copies of a server's shop: by pg_dump where it is there, and read back into a file of our own."""

import gzip
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from sqlalchemy.engine import make_url

from shopphone.domain.errors import Refused, Unavailable
from shopphone.store import upgrade
from shopphone.store.rows import PostgresSource, Row
from shopphone.store.snapshot import Counts
from shopphone.store.tables import metadata

_COPY = re.compile(r'COPY (?:\w+\.)?"?(\w+)"? \((.*)\) FROM stdin;')
_END = "-- PostgreSQL database dump complete"
_VERSION = "alembic_version"
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_BATCH = 2_000


def program() -> str | None:
    """Where pg_dump is, also where only the server's own folder has it."""
    found = shutil.which("pg_dump")
    others = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))
    return found or (str(others[-1]) if others else None)


def dump(url: str, target: Path) -> Counts | None:
    """Write all of a server's shop as SQL, compressed; rows by table.

    None where pg_dump is missing or does not suit the server: then our own export has to do.
    Raises OSError for the target.
    """
    command = program()
    if command is None:
        return None
    with closing(PostgresSource(url)) as source:
        counted = {name: source.count(table) for name, table in metadata.tables.items()}
        snapshot = source.snapshot()
        with subprocess.Popen(
            [command, "--no-password", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"],
            env=os.environ | _connection(url),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as running:
            assert running.stdout is not None
            try:
                with gzip.open(target, "xb", compresslevel=3) as out:
                    shutil.copyfileobj(running.stdout, out, 1 << 20)
            except OSError:
                running.kill()
                raise
    if running.returncode:
        target.unlink()
        return None
    return counted


def prove(dumped: Path, expected: Counts | None) -> str:
    """Read a dump to its end and compare its rows; gives the version of its tables.

    Raises Unavailable: backup_not_whole.
    """
    counted: Counts = {}
    version = ""
    for table, _, row in _rows(dumped):
        counted[table] = counted.get(table, 0) + (row is not None)
        if table == _VERSION and row is not None:
            version = str(row[0])
    counted.pop(_VERSION, None)
    if not version or (expected is not None and counted != expected):
        raise Unavailable("backup_not_whole", "rows")
    return version


def to_file(dumped: Path, file: Path) -> None:
    """A new file of ours with everything of a dump, at the version the dump has.

    Raises Refused: shop_file_newer; Unavailable: backup_not_whole.
    """
    version = prove(dumped, None)
    if version not in upgrade.known():
        raise Refused("shop_file_newer", file=dumped.name, version=version)
    upgrade.build(file, version)
    with closing(sqlite3.connect(file, isolation_level=None)) as out:
        out.execute("pragma foreign_keys = off")
        out.execute("begin immediate")
        for (name,) in out.execute(
            "select name from sqlite_master where type = 'table'"
        ).fetchall():
            if name not in (_VERSION, "sqlite_sequence"):
                out.execute(f'delete from "{name}"')
        for table, columns, rows in _tables(dumped):
            if table != _VERSION:
                _insert(out, table, columns, rows)
        out.execute("commit")
        out.execute("pragma journal_mode = delete")


def _insert(out: sqlite3.Connection, table: str, columns: list[str], rows: list[Row]) -> None:
    kinds = {row[1]: str(row[2]).upper() for row in out.execute(f'pragma table_info("{table}")')}
    wanted = [kinds[column] for column in columns]
    named = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join("?" * len(columns))
    values = ([_value(v, k) for v, k in zip(row, wanted, strict=True)] for row in rows)
    out.executemany(f'insert into "{table}" ({named}) values ({places})', values)


def _value(text: str | None, kind: str) -> object:
    if text is None:
        return None
    if kind == "BOOLEAN":
        return int(text == "t")
    if kind == "BLOB":
        return bytes.fromhex(text.removeprefix("\\x"))
    return int(text) if "INT" in kind else text


def _tables(dumped: Path) -> Iterator[tuple[str, list[str], list[Row]]]:
    """Rows in bunches of one table."""
    bunch: list[Row] = []
    of: tuple[str, list[str]] = ("", [])
    for table, columns, row in _rows(dumped):
        if bunch and (table != of[0] or len(bunch) == _BATCH):
            yield *of, bunch
            bunch = []
        of = (table, columns)
        if row is not None:
            bunch.append(row)
    if bunch:
        yield *of, bunch


def _rows(dumped: Path) -> Iterator[tuple[str, list[str], Row | None]]:
    """Every row of every table; None once for each table, so that empty ones are seen."""
    ended = False
    try:
        with gzip.open(dumped, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                found = _COPY.match(line)
                ended = ended or line.startswith(_END)
                if found is None:
                    continue
                columns = [each.strip().strip('"') for each in found[2].split(",")]
                yield found[1], columns, None
                for row in _block(lines):
                    yield found[1], columns, row
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise Unavailable("backup_not_whole", str(error)) from error
    if not ended:
        raise Unavailable("backup_not_whole", "end")


def _block(lines: IO[str]) -> Iterator[Row]:
    for line in lines:
        if line == "\\.\n":
            return
        yield tuple(_text(field) for field in line[:-1].split("\t"))


def _text(field: str) -> str | None:
    if field == "\\N":
        return None
    return _ESCAPE.sub(_unescaped, field) if "\\" in field else field


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] in "01234567":
        return chr(int(code, 8))
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPED.get(code, code)


def _connection(url: str) -> dict[str, str]:
    """Where to connect, as variables: what stands in a command everyone on this computer can read."""
    parts = make_url(url)
    named = {
        "PGHOST": parts.host,
        "PGPORT": str(parts.port or ""),
        "PGUSER": parts.username,
        "PGPASSWORD": parts.password,
        "PGDATABASE": parts.database,
        "PGCONNECT_TIMEOUT": "5",
    }
    return {key: str(value) for key, value in named.items() if value}
