"""Alembic's entry: runs the numbered migrations on the database it is given, all or nothing."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, NullPool, create_engine, event

from shopphone.store.tables import metadata


def _own_transactions(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("pragma busy_timeout = 30000")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("begin immediate")


engine = create_engine(context.config.attributes["url"], poolclass=NullPool)
if engine.dialect.name == "sqlite":
    # pysqlite commits every CREATE TABLE by itself: half an upgrade would stay after a crash
    event.listen(engine, "connect", _own_transactions)
    event.listen(engine, "begin", _begin)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
