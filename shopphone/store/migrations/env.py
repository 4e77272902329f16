"""Alembic's entry: runs the numbered migrations on the database it is given."""

from alembic import context
from sqlalchemy import create_engine

from shopphone.store.tables import metadata

engine = create_engine(context.config.attributes["url"])
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
engine.dispose()
