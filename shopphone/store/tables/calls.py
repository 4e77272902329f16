"""Calls, their outcomes, the promises to call back, and what a call log is narrowed to."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Json, Key, Moment, Text

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
    *(
        Column(flag, Boolean, nullable=False, server_default="0")
        for flag in ("not_reached", "wrong_number", "retired")
    ),
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
    text_column("answered_by"),
    Index("ix_call_rang_at", "rang_at", "id"),
    Index("ix_call_e164", "e164", "rang_at"),
    Index("ix_call_customer_id", "customer_id", "rang_at"),
    Index("ix_call_state", "state", "rang_at"),
    Index("ix_call_outcome_id", "outcome_id", "rang_at"),
)

# all that the log is searched by, newest first, without touching the rows: a million in a tenth of a
# second. PostgreSQL refuses long notes in an index, and searches the table with several processes.
Index(
    "ix_call_words",
    *(call.c.rang_at, call.c.id, call.c.direction, call.c.state, call.c.purpose),
    *(call.c.outcome_id, call.c.staff_id, call.c.customer_id, call.c.e164),
    *(call.c.raw_number, call.c.note),
    info={"only": "sqlite"},
).ddl_if(dialect="sqlite")

call_filter = Table(
    "call_filter",
    metadata,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("wanted", Json, nullable=False),
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
