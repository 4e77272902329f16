"""Orders with their lines, moves and what was told."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

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
    Column("kind", Text, nullable=False, server_default="new"),
    Column("matter", Text, nullable=False, server_default="goods"),
    Column("direction", Text, nullable=False, server_default="in"),
    text_column("based_on"),
    text_column("offer_number"),
    # the order this offer changes once it is accepted
    Column("amends", Key, ForeignKey("sale_order.id"), index=True),
    # counted up by everything a person does to the order: two clerks at once are told apart
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("state", Text, nullable=False),
    Column("payment_state", Text, nullable=False, server_default="open"),
    Column("placed_at", Moment, nullable=False),
    Column("language", Text, nullable=False),
    Column("name", Text, nullable=False),
    text_column("salutation"),
    text_column("last_name"),
    text_column("company"),
    text_column("of_age"),
    Column("billing", Json, nullable=False),
    Column("deliver_to", Json),
    text_column("email"),
    text_column("delivery_phone"),
    Column("delivery_e164", Text, index=True),
    text_column("shipping_code"),
    text_column("shipping_name"),
    text_column("shipping_days"),
    Column("latest_delivery", Day),
    Column("shipping_gross", Cents, nullable=False),
    # what the cheapest standard delivery cost when it was ordered (§ 357 (2) BGB); null: unknown
    Column("standard_shipping", Cents),
    Column("discount", Cents, nullable=False),
    Column("total", Cents, nullable=False),
    Column("line_count", Integer, nullable=False),
    text_column("first_line"),
    Column("vat_mode", Text, nullable=False, server_default="gross"),
    Column("standard_vat", BasisPoints, nullable=False, server_default="1900"),
    text_column("vat_id"),
    text_column("coupon_code"),
    Column("coupon", Cents, nullable=False, server_default="0"),
    Column("shop_total", Cents),
    Column("extension_months", Integer, nullable=False, server_default="0"),
    # the same in days, where the shop grants days
    Column("extension_days", Integer, nullable=False, server_default="0"),
    text_column("return_cost"),
    # a business that bought without the right a consumer has (§ 312g (1) BGB)
    Column("no_withdrawal", Boolean, nullable=False, server_default="0"),
    Column("early_start", Boolean, nullable=False, server_default="0"),
    Column("term_months", Integer, nullable=False, server_default="0"),
    Column("term_days", Integer, nullable=False, server_default="0"),
    Column("notice_days", Integer, nullable=False, server_default="0"),
    text_column("renewal"),
    Column("billing_months", Integer, nullable=False, server_default="0"),
    text_column("payment_code"),
    Column("due_on", Day),
    Column("paid_on", Day),
    # what has come so far: a change of a paid order makes it more or less than the total
    Column("paid_amount", Cents, nullable=False, server_default="0"),
    # how it was paid, where that is not how it was agreed
    text_column("paid_by"),
    # what its withdrawals take off the total, and what of the money goes back for them
    Column("taken_off", Cents, nullable=False, server_default="0"),
    Column("given_back", Cents, nullable=False, server_default="0"),
    Column("refunded_on", Day),
    text_column("carrier"),
    text_column("tracking"),
    text_column("tracking_url"),
    Column("shipped_on", Day),
    Column("delivered_on", Day),
    text_column("remark"),
    Column("exported_at", Moment),
    Index("ix_sale_order_placed_at", "placed_at", "id"),
    Index("ix_sale_order_customer_id", "customer_id", "placed_at"),
    Index("ix_sale_order_state", "state", "placed_at"),
    Index("ix_sale_order_tracking", "tracking"),
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
    # the version in which the line was cancelled; it stays, struck through
    Column("cancelled_in", Integer),
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
    text_column("facts"),
    text_column("wording"),
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
