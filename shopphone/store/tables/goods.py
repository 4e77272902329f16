"""What is sold, and how it is sent."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import BasisPoints, Day, Json, Key, Quantity, Text, UnitPrice

product = Table(
    "product",
    metadata,
    id_column(),
    Column("sku", Text, nullable=False, unique=True),
    text_column("ean"),
    Column("name", Text, nullable=False),
    text_column("name_en"),
    text_column("option"),
    text_column("group"),
    text_column("category"),
    text_column("description"),
    text_column("description_en"),
    Column("price", UnitPrice, nullable=False),
    Column("vat", BasisPoints, nullable=False),
    Column("stock", Quantity),
    Column("next_supply_on", Day),
    Column("content", Quantity),
    text_column("content_unit"),
    Column("weight_g", Integer),
    Column("withdrawal_rule", Text, nullable=False, server_default="normal"),
    text_column("withdrawal_reason"),
    text_column("warning"),
    Column("active", Boolean, nullable=False, server_default="1"),
    Index("ix_product_ean", "ean"),
    Index("ix_product_group", "group"),
)

product_code = Table(
    "product_code",
    metadata,
    Column("product_id", Key, ForeignKey("product.id"), primary_key=True),
    Column("code", Text, primary_key=True),
    Index("ix_product_code_code", "code"),
)

shipping_method = Table(
    "shipping_method",
    metadata,
    Column("code", Text, primary_key=True),
    Column("content", Json, nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
)
