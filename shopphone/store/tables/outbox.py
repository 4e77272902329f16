"""Messages on their way out, each built once, and what became of them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Key, Moment, Text

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("letter_id", Key, ForeignKey("letter.id"), index=True),
    # the draft the information went ahead of; its order does not exist yet
    text_column("draft_key"),
    Column("message_id", Text, nullable=False, unique=True),
    Column("recipient", Text, nullable=False),
    text_column("customer"),
    text_column("subject"),
    Column("raw", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("due_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    # which desk sends it, and since when
    text_column("claimed_by"),
    Column("claimed_at", Moment),
    # set when only the end of the message was missing: from then on it may have arrived
    Column("handed_at", Moment),
    Column("done_at", Moment),
    text_column("reason"),
    text_column("said"),
    Index("ix_outbox_state", "state", "due_at"),
)
