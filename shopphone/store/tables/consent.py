"""The consent ledger, what proves its entries, who must not be called, and every attempt to call.

The ledger and its evidence are append-only: triggers of migration 0021 refuse UPDATE and DELETE. A
migration that builds the table `consent` anew must make the triggers anew.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Json, Key, Moment, Text

# no foreign key to calls: the ledger outlives what is deleted elsewhere, and cannot be changed then
consent = Table(
    "consent",
    metadata,
    id_column(),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("state", Text, nullable=False),
    text_column("scope"),
    text_column("wording"),
    text_column("source"),
    Column("at", Moment, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    text_column("recorded_by"),
    Column("entry_no", Integer, nullable=False, server_default="0"),
    text_column("number"),
    Column("person", Json),
    Column("company", Json),
    text_column("wording_version"),
    text_column("evidence_name"),
    text_column("evidence_sha256"),
    Column("late", Boolean, nullable=False, server_default="0"),
    Column("call_id", Key),
    text_column("previous"),
    text_column("hash"),
    Index("ix_consent_entry_no", "entry_no", unique=True),
)

consent_evidence = Table(
    "consent_evidence",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("kept_at", Moment, nullable=False),
)

# digests, no numbers: it holds when everything else about a person is erased
do_not_call = Table(
    "do_not_call",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("since", Moment, nullable=False),
)

dial_attempt = Table(
    "dial_attempt",
    metadata,
    id_column(),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    text_column("raw_number"),
    Column("e164", Text),
    Column("customer_id", Key, ForeignKey("customer.id")),
    Column("purpose", Text, nullable=False),
    text_column("topic"),
    text_column("given_reason"),
    Column("way", Text, nullable=False),
    Column("permitted", Boolean, nullable=False),
    text_column("basis"),
    text_column("denial"),
    text_column("dialler"),
    Column("callback_id", Key),
    Column("call_id", Key),
    Index("ix_dial_attempt_at", "at", "id"),
    Index("ix_dial_attempt_customer_id", "customer_id", "at"),
    Index("ix_dial_attempt_e164", "e164", "at"),
)
