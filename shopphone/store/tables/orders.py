"""Orders with their lines, moves and what was told."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import (
    BasisPoints,
    Cents,
    Day,
    Fraction,
    Json,
    Key,
    Moment,
    Quantity,
    Text,
    UnitPrice,
)

sale_order = Table(
    "sale_order",
    metadata,
    id_column(),
    Column("number", Text, nullable=False, unique=True),
    Column("draft_key", Text, unique=True),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False),
    Column("call_id", Key, ForeignKey("call.id"), index=True),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("state", Text, nullable=False),
    Column("payment_state", Text, nullable=False, server_default="open"),
    Column("placed_at", Moment, nullable=False),
    Column("language", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("billing", Json, nullable=False),
    Column("deliver_to", Json),
    text_column("email"),
    text_column("delivery_phone"),
    Column("delivery_e164", Text, index=True),
    text_column("shipping_code"),
    text_column("shipping_name"),
    Column("shipping_gross", Cents, nullable=False),
    Column("discount", Cents, nullable=False),
    Column("total", Cents, nullable=False),
    Column("line_count", Integer, nullable=False),
    text_column("first_line"),
    Column("vat_mode", Text, nullable=False, server_default="gross"),
    text_column("vat_id"),
    text_column("coupon_code"),
    Column("coupon", Cents, nullable=False, server_default="0"),
    Column("shop_total", Cents),
    Column("extension_months", Integer, nullable=False, server_default="0"),
    text_column("return_cost"),
    text_column("payment_code"),
    Column("due_on", Day),
    Column("paid_on", Day),
    text_column("carrier"),
    text_column("tracking"),
    text_column("tracking_url"),
    Column("shipped_on", Day),
    Column("delivered_on", Day),
    text_column("remark"),
    Index("ix_sale_order_placed_at", "placed_at", "id"),
    Index("ix_sale_order_customer_id", "customer_id", "placed_at"),
    Index("ix_sale_order_state", "state", "placed_at"),
)

order_line = Table(
    "order_line",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("product_id", Key, ForeignKey("product.id")),
    text_column("sku"),
    Column("name", Text, nullable=False),
    text_column("option"),
    text_column("description"),
    Column("quantity", Quantity, nullable=False),
    Column("unit_price", UnitPrice, nullable=False),
    Column("discount", Fraction, nullable=False),
    Column("vat", BasisPoints, nullable=False),
    Column("gross", Cents, nullable=False),
    Column("deposit", UnitPrice, nullable=False, server_default="0"),
    Column("gross_price", UnitPrice),
    text_column("price_source"),
    text_column("price_note"),
    Column("content", Quantity),
    text_column("content_unit"),
    Column("withdrawal_rule", Text, nullable=False, server_default="normal"),
    Column("minimum_age", Integer, nullable=False, server_default="0"),
    Index("ix_order_line_product_id", "product_id"),
)

order_move = Table(
    "order_move",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    text_column("source"),
    Column("target", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    text_column("reason"),
)

order_told = Table(
    "order_told",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("point", Text, primary_key=True),
    Column("words", Text, nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
)

order_article = Table(
    "order_article",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
)

# care sheets the clerk does not want with this order's letters
order_left_out = Table(
    "order_left_out",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
)

order_mandate = Table(
    "order_mandate",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("iban", Text, nullable=False),
    Column("holder", Text, nullable=False),
    text_column("bank"),
    Column("returned_on", Day),
)
