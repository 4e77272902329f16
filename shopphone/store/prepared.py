"""The few questions asked at every ring and every page: compiled once, put to the driver itself.

Core would cost twice what the database needs for them. Rows come as they are stored: a moment is
its milliseconds, an amount its cents.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError

Rows = list[tuple[Any, ...]]


class Prepared:
    """One select, asked again and again."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, dict[str, Any]]] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> Rows:
        """Raises what Core raises. values: every open parameter of the statement, as stored."""
        text, constants = self._text(connection)
        driver: Any = connection.connection.driver_connection
        try:
            found: Rows = driver.execute(text, {**constants, **values}).fetchall()
        except connection.dialect.loaded_dbapi.Error as error:
            raise _translated(connection, text, error) from error
        return found

    def _text(self, connection: Connection) -> tuple[str, dict[str, Any]]:
        dialect = connection.dialect
        known = self._compiled.get(dialect.name)
        if known is None:
            by_name: Any = type(dialect)  # of every dialect, but declared of none
            style = "named" if dialect.name == "sqlite" else "pyformat"
            compiled = self._statement.compile(dialect=by_name(paramstyle=style))
            known = self._compiled[dialect.name] = (str(compiled), dict(compiled.params))
        return known


def _translated(connection: Connection, text: str, error: Exception) -> BaseException:
    dialect = connection.dialect
    return DBAPIError.instance(
        text,
        None,
        error,
        dialect.loaded_dbapi.Error,
        connection_invalidated=dialect.is_disconnect(
            error,  # type: ignore[arg-type]  # the driver's own error
            connection.connection.driver_connection,
            None,
        ),
        dialect=dialect,
    )
