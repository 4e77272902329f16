"""What belongs to the shop itself: settings, counters, staff."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Moment, Text

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

# files the owner has chosen in Settings: every desk has them, wherever they came from
shop_file = Table(
    "shop_file",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
)
