"""What is sold at which price and VAT, the coupons, and how goods are sent."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import BasisPoints, Cents, Day, Json, Key, Quantity, Text, UnitPrice

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
    Column("deposit", UnitPrice, nullable=False, server_default="0"),
    Column("minimum_age", Integer, nullable=False, server_default="0"),
    Column("bulky", Boolean, nullable=False, server_default="0"),
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

product_price = Table(
    "product_price",
    metadata,
    id_column(),
    Column("product_id", Key, ForeignKey("product.id"), nullable=False, index=True),
    Column("price", UnitPrice, nullable=False),
    Column("from_quantity", Quantity, nullable=False, server_default="1000"),
    text_column("customer_group"),
    Column("starts_on", Day),
    Column("ends_on", Day),
    text_column("name"),
)

shipping_method = Table(
    "shipping_method",
    metadata,
    Column("code", Text, primary_key=True),
    Column("content", Json, nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
)

vat_rate = Table(
    "vat_rate",
    metadata,
    Column("country", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("starts_on", Day, primary_key=True),
    Column("percent", BasisPoints, nullable=False),
    text_column("source"),
)

coupon = Table(
    "coupon",
    metadata,
    Column("code", Text, primary_key=True),
    Column("percent", BasisPoints, nullable=False, server_default="0"),
    Column("amount", Cents, nullable=False, server_default="0"),
    Column("starts_on", Day),
    Column("ends_on", Day),
    Column("minimum", Cents, nullable=False, server_default="0"),
    Column("position", Integer, nullable=False, server_default="0"),
)
