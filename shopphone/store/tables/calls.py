"""Calls, their outcomes and the promises to call back."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Key, Moment, Text

outcome = Table(
    "outcome",
    metadata,
    id_column(),
    Column("key", Text, nullable=False, unique=True),
    Column("name_de", Text, nullable=False),
    text_column("name_en"),
    *(
        Column(flag, Boolean, nullable=False, server_default="0")
        for flag in ("reached", "sale", "answered", "complaint", "callback", "no_advertising")
    ),
    Column("position", Integer, nullable=False, server_default="0"),
)

call = Table(
    "call",
    metadata,
    id_column(),
    Column("call_key", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("state", Text, nullable=False),
    text_column("raw_number"),
    Column("e164", Text),
    text_column("own_number"),
    Column("rang_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("ended_at", Moment),
    Column("seconds", Integer),
    text_column("ended_by"),
    Column("by_machine", Boolean, nullable=False, server_default="0"),
    Column("customer_id", Key, ForeignKey("customer.id")),
    Column("staff_id", Key, ForeignKey("staff.id")),
    text_column("purpose"),
    Column("outcome_id", Key, ForeignKey("outcome.id")),
    Column("satisfaction", Integer),
    text_column("note"),
    Index("ix_call_rang_at", "rang_at", "id"),
    Index("ix_call_e164", "e164", "rang_at"),
    Index("ix_call_customer_id", "customer_id", "rang_at"),
    Index("ix_call_state", "state", "rang_at"),
    Index("ix_call_outcome_id", "outcome_id", "rang_at"),
)

callback = Table(
    "callback",
    metadata,
    id_column(),
    Column("customer_id", Key, ForeignKey("customer.id"), index=True),
    Column("call_id", Key, ForeignKey("call.id")),
    text_column("raw_number"),
    Column("e164", Text, index=True),
    Column("asked_at", Moment, nullable=False),
    text_column("words"),
    Column("due_at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("done_at", Moment),
    Index("ix_callback_done_at", "done_at", "due_at"),
)
