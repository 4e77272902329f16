"""Files of orders that left the shop, and which orders were in them."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from shopphone.store.tables.columns import id_column, metadata
from shopphone.store.types import Key, Moment, Text

order_export = Table(
    "order_export",
    metadata,
    id_column(),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("format", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("orders", Integer, nullable=False),
    # the other program has taken them; nothing is taken back then
    Column("went_through_at", Moment),
    Column("undone_at", Moment),
)

order_export_order = Table(
    "order_export_order",
    metadata,
    Column("export_id", Key, ForeignKey("order_export.id"), primary_key=True),
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True, index=True),
)
