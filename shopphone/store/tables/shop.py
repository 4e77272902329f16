"""What belongs to the shop itself: settings, counters, staff."""

from sqlalchemy import Boolean, Column, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Text

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)

staff = Table(
    "staff",
    metadata,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    text_column("role"),
    Column("active", Boolean, nullable=False, server_default="1"),
)
