"""Transactions of the shop's database: `reading()` for answers, `writing()` for what a person does.

SQLite and PostgreSQL behave alike here: leaving `writing()` commits, an exception undoes it, and
the tables it changed are told to whoever listens, after the commit.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool
from sqlalchemy.sql import Delete, Executable, Insert, Update

from shopphone.domain.errors import Unavailable
from shopphone.store.tables import metadata

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]
CHANGED_CHANNEL = "shopphone_changed"
APPLICATION_ID = 0x73686F70  # "shop": a file of ours, not any SQLite file


class Writing:
    """One transaction that is changing the shop; remembers which tables it touched.

    connection: to read within the transaction by what reads elsewhere as well.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.changed: set[str] = set()

    def execute(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> CursorResult[Any]:
        if isinstance(statement, Insert | Update | Delete):
            self.changed.add(statement.table.name)  # type: ignore[union-attr]  # Core DML names a Table
        return self.connection.execute(statement, parameters)

    def count(self, statement: Update) -> None:
        """Change only what is counted; told as "<table>.counts", for whoever shows it.

        What is made from the texts of a row (indexes, vectors) stays as it is.
        """
        self.changed.add(f"{statement.table.name}.counts")  # type: ignore[union-attr]  # as above
        self.connection.execute(statement)

    def insert(self, statement: Insert, values: Mapping[str, Any]) -> int:
        """Insert one row and give its new key."""
        key = self.execute(statement, values).inserted_primary_key
        if key is None:
            raise RuntimeError("this table has no key")
        return int(key[0])


# whatever a question can be put to, inside a transaction or outside
Asked = Connection | Writing


class Database:
    """The shop's database; one kept connection per thread and kind of use."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._kept = threading.local()
        self._all: list[Connection] = []
        self._lock = threading.Lock()
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._backends: dict[Connection, int] = {}

    def on_change(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call `listener` with the names of the changed tables after each commit, on its thread."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A kept connection without a transaction; a begin per read would cost three times more."""
        connection = self._connection("reading", "AUTOCOMMIT")
        try:
            yield connection
        except DBAPIError as error:
            raise self._translated(error, "reading") from error

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction; what it changed is announced once it is safe on the disk."""
        connection = self._connection("writing", None)
        try:
            with connection.begin():
                tx = Writing(connection)
                yield tx
                if tx.changed and not self.is_sqlite:
                    connection.execute(
                        text("select pg_notify(:channel, :tables)"),
                        {"channel": CHANGED_CHANNEL, "tables": ",".join(sorted(tx.changed))},
                    )
        except DBAPIError as error:
            raise self._translated(error, "writing") from error
        if tx.changed:
            self.announce(frozenset(tx.changed))

    def is_own(self, backend: int) -> bool:
        """Whether PostgreSQL's process `backend` serves a connection of ours."""
        with self._lock:
            return backend in self._backends.values()

    def announce(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(tables)

    def announce_everything(self) -> None:
        """Something was committed elsewhere, and nobody can say what."""
        self.announce(frozenset(metadata.tables))

    def data_version(self) -> int:
        """A number that differs once someone else has written (SQLite only).

        The number belongs to one connection, and only that connection's own commits leave it as it
        is: always ask on the thread that writes, and compare with what it said before.
        """
        driver: Any = self._connection("writing", None).connection.driver_connection
        try:
            return int(driver.execute("pragma data_version").fetchone()[0])
        except sqlite3.OperationalError as error:
            raise Unavailable("database", str(error)) from error

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file; kept off the path of a person's commit."""
        if self.is_sqlite:
            with self.reading() as connection:
                connection.exec_driver_sql("pragma wal_checkpoint(passive)").all()

    def close(self) -> None:
        with self._lock:
            for connection in self._all:
                connection.detach()
                connection.close()
            self._all.clear()
        self._kept = threading.local()
        self.engine.dispose()

    def _connection(self, use: str, isolation: str | None) -> Connection:
        connection: Connection | None = getattr(self._kept, use, None)
        if connection is not None and not connection.closed and not connection.invalidated:
            return connection
        try:
            connection = self.engine.connect()
            if isolation is not None:
                connection = connection.execution_options(isolation_level=isolation)
        except OperationalError as error:
            raise unavailable(error) from error
        with self._lock:
            self._all.append(connection)
            if not self.is_sqlite:
                self._backends[connection] = _backend(connection)
        setattr(self._kept, use, connection)
        return connection

    def _translated(self, error: DBAPIError, use: str) -> Exception:
        if error.connection_invalidated:
            self._forget(use)
        if isinstance(error, OperationalError):
            return unavailable(error)
        if type(error) is DatabaseError:  # SQLite's words for a file that is none any more
            return Unavailable("shop_file_damaged", str(error.orig))
        return error

    def _forget(self, use: str) -> None:
        connection: Connection | None = getattr(self._kept, use, None)
        if connection is not None:
            with self._lock:
                self._all.remove(connection)
                self._backends.pop(connection, None)
            if not connection.invalidated:
                connection.invalidate()  # a question put to the driver itself left it as it was
            connection.close()
            delattr(self._kept, use)


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def _engine(url: str) -> Engine:
    if url.startswith("postgresql"):
        driver_url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        return create_engine(
            driver_url,
            poolclass=NullPool,
            hide_parameters=True,  # what an error says must not name customers
            connect_args={"connect_timeout": 5},
        )
    # each thread keeps its own connections, so there is nothing to pool
    engine = create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 5.0},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _backend(connection: Connection) -> int:
    driver: Any = connection.connection.driver_connection
    return int(driver.info.backend_pid)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # pysqlite would begin by itself, and only before DML: transactions are ours (begin event)
    connection.isolation_level = None
    for pragma in (
        "journal_mode = wal",
        "synchronous = full",
        "foreign_keys = on",
        "busy_timeout = 5000",
        "wal_autocheckpoint = 0",
        # the system keeps the file's pages once for all connections: caches and maps of our own
        # would only add to each of them
        "cache_size = -2000",
    ):
        connection.execute(f"pragma {pragma}")
    # SQLite's own knows A to Z only: "öl" would not find "Öl"
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _begin_sqlite(connection: Connection) -> None:
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("begin immediate")


def unavailable(error: OperationalError) -> Unavailable:
    """What the database's driver says, as something of the world that a person can act on."""
    detail = str(error.orig)
    if "locked" in detail:
        return Unavailable("database_locked", detail)
    if "disk is full" in detail:
        return Unavailable("disk_full", detail)
    if "readonly" in detail:
        return Unavailable("shop_read_only", detail)
    return Unavailable("database", detail)
