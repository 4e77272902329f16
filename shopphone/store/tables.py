"""The tables of the shop, as SQLAlchemy Core; the migrations must give exactly these."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
)

from shopphone.store.types import (
    BasisPoints,
    Cents,
    Day,
    FoldedText,
    Fraction,
    Json,
    Key,
    Moment,
    Quantity,
    Text,
    UnitPrice,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


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
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("role"),
    Column("active", Boolean, nullable=False, server_default="1"),
)

customer = Table(
    "customer",
    metadata,
    _id(),
    Column("number", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    _text("salutation"),
    _text("first_name"),
    _text("last_name"),
    _text("company"),
    Column("name", Text, nullable=False),
    Column("sort_name", FoldedText, nullable=False, index=True),
    _text("language"),
    _text("email"),
    _text("note"),
    Column("created_at", Moment, nullable=False),
)

customer_phone = Table(
    "customer_phone",
    metadata,
    _id(),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("raw", Text, nullable=False),
    Column("e164", Text),
    Column("label", Text, nullable=False),
    Index("ix_customer_phone_e164", "e164"),
)

customer_address = Table(
    "customer_address",
    metadata,
    _id(),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    _text("name"),
    _text("extra"),
    _text("street"),
    _text("postcode"),
    _text("town"),
    _text("country"),
)

consent = Table(
    "consent",
    metadata,
    _id(),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("state", Text, nullable=False),
    _text("scope"),
    _text("wording"),
    _text("source"),
    Column("at", Moment, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    _text("recorded_by"),
)

product = Table(
    "product",
    metadata,
    _id(),
    Column("sku", Text, nullable=False, unique=True),
    _text("ean"),
    Column("name", Text, nullable=False),
    _text("name_en"),
    _text("option"),
    _text("group"),
    _text("category"),
    _text("description"),
    _text("description_en"),
    Column("price", UnitPrice, nullable=False),
    Column("vat", BasisPoints, nullable=False),
    Column("stock", Quantity),
    Column("next_supply_on", Day),
    Column("content", Quantity),
    _text("content_unit"),
    Column("weight_g", Integer),
    Column("withdrawal_rule", Text, nullable=False, server_default="normal"),
    _text("warning"),
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

article = Table(
    "article",
    metadata,
    _id(),
    Column("pair", Text, nullable=False, server_default="", index=True),
    Column("language", Text, nullable=False),
    Column("title", Text, nullable=False),
    _text("say"),
    _text("details"),
    _text("letter_paragraph"),
    _text("internal_note"),
    _text("category"),
    _text("owner"),
    Column("review_on", Day),
    Column("version", Integer, nullable=False),
    Column("helped", Integer, nullable=False, server_default="0"),
    Column("not_helped", Integer, nullable=False, server_default="0"),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, nullable=False, server_default=""),
)

article_version = Table(
    "article_version",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", Json, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, nullable=False, server_default=""),
)

article_product = Table(
    "article_product",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("product_id", Key, ForeignKey("product.id"), primary_key=True),
    Index("ix_article_product_product_id", "product_id"),
)

wording = Table(
    "wording",
    metadata,
    _id(),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

gap = Table(
    "gap",
    metadata,
    _id(),
    Column("words", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("times", Integer, nullable=False, server_default="1"),
    Column("closed_at", Moment),
)

outcome = Table(
    "outcome",
    metadata,
    _id(),
    Column("key", Text, nullable=False, unique=True),
    Column("name_de", Text, nullable=False),
    _text("name_en"),
    *(
        Column(flag, Boolean, nullable=False, server_default="0")
        for flag in ("reached", "sale", "answered", "complaint", "callback", "no_advertising")
    ),
    Column("position", Integer, nullable=False, server_default="0"),
)

call = Table(
    "call",
    metadata,
    _id(),
    Column("call_key", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("state", Text, nullable=False),
    _text("raw_number"),
    Column("e164", Text),
    _text("own_number"),
    Column("rang_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("ended_at", Moment),
    Column("seconds", Integer),
    _text("ended_by"),
    Column("by_machine", Boolean, nullable=False, server_default="0"),
    Column("customer_id", Key, ForeignKey("customer.id")),
    Column("staff_id", Key, ForeignKey("staff.id")),
    _text("purpose"),
    Column("outcome_id", Key, ForeignKey("outcome.id")),
    Column("satisfaction", Integer),
    _text("note"),
    Index("ix_call_rang_at", "rang_at", "id"),
    Index("ix_call_e164", "e164", "rang_at"),
    Index("ix_call_customer_id", "customer_id", "rang_at"),
    Index("ix_call_state", "state", "rang_at"),
    Index("ix_call_outcome_id", "outcome_id", "rang_at"),
)

article_use = Table(
    "article_use",
    metadata,
    _id(),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("call_id", Key, ForeignKey("call.id"), index=True),
    Column("verdict", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

callback = Table(
    "callback",
    metadata,
    _id(),
    Column("customer_id", Key, ForeignKey("customer.id"), index=True),
    Column("call_id", Key, ForeignKey("call.id")),
    _text("raw_number"),
    Column("e164", Text, index=True),
    Column("asked_at", Moment, nullable=False),
    _text("words"),
    Column("due_at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("done_at", Moment),
    Index("ix_callback_done_at", "done_at", "due_at"),
)

sale_order = Table(
    "sale_order",
    metadata,
    _id(),
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
    _text("email"),
    _text("delivery_phone"),
    Column("delivery_e164", Text, index=True),
    _text("shipping_code"),
    _text("shipping_name"),
    Column("shipping_gross", Cents, nullable=False),
    Column("discount", Cents, nullable=False),
    Column("total", Cents, nullable=False),
    Column("line_count", Integer, nullable=False),
    _text("first_line"),
    Column("small_business", Boolean, nullable=False, server_default="0"),
    Column("extension_months", Integer, nullable=False, server_default="0"),
    _text("return_cost"),
    _text("payment_code"),
    Column("due_on", Day),
    Column("paid_on", Day),
    _text("carrier"),
    _text("tracking"),
    _text("tracking_url"),
    Column("shipped_on", Day),
    Column("delivered_on", Day),
    _text("remark"),
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
    _text("sku"),
    Column("name", Text, nullable=False),
    _text("option"),
    _text("description"),
    Column("quantity", Quantity, nullable=False),
    Column("unit_price", UnitPrice, nullable=False),
    Column("discount", Fraction, nullable=False),
    Column("vat", BasisPoints, nullable=False),
    Column("gross", Cents, nullable=False),
    _text("price_source"),
    _text("price_note"),
    Column("content", Quantity),
    _text("content_unit"),
    Column("withdrawal_rule", Text, nullable=False, server_default="normal"),
    Index("ix_order_line_product_id", "product_id"),
)

order_move = Table(
    "order_move",
    metadata,
    _id(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    _text("source"),
    Column("target", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    _text("reason"),
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

shipping_method = Table(
    "shipping_method",
    metadata,
    Column("code", Text, primary_key=True),
    Column("content", Json, nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
)

letter = Table(
    "letter",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("order_id", Key, ForeignKey("sale_order.id"), index=True),
    Column("order_version", Integer),
    Column("customer_id", Key, ForeignKey("customer.id"), index=True),
    Column("language", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Index("ix_letter_state", "state", "created_at"),
)

letter_event = Table(
    "letter_event",
    metadata,
    _id(),
    Column("letter_id", Key, ForeignKey("letter.id"), nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("at", Moment, nullable=False),
    _text("printer"),
    _text("job"),
    _text("error"),
)
