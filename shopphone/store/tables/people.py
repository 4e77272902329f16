"""Customers, their numbers and addresses."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import FoldedText, Key, Moment, Text

customer = Table(
    "customer",
    metadata,
    id_column(),
    Column("number", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    text_column("salutation"),
    text_column("first_name"),
    text_column("last_name"),
    text_column("company"),
    text_column("group"),
    text_column("vat_id"),
    Column("name", Text, nullable=False),
    Column("sort_name", FoldedText, nullable=False, index=True),
    text_column("language"),
    text_column("email"),
    text_column("note"),
    Column("created_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("merged_into", Key, ForeignKey("customer.id"), index=True),
    Index("ix_customer_email", "email"),
)

customer_phone = Table(
    "customer_phone",
    metadata,
    id_column(),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("raw", Text, nullable=False),
    Column("e164", Text),
    Column("label", Text, nullable=False),
    Index("ix_customer_phone_e164", "e164"),
)

customer_address = Table(
    "customer_address",
    metadata,
    id_column(),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    text_column("name"),
    text_column("co"),
    text_column("extra"),
    text_column("post_number"),
    text_column("street"),
    text_column("postcode"),
    text_column("town"),
    text_column("country"),
)
