"""What happens to an order besides its states: versions, the customer's yes, parcels, events."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Day, Json, Key, Moment, Text

# an earlier version as it was agreed; sale_order and its lines hold the one that counts
order_version = Table(
    "order_version",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("agreed", Json, nullable=False),
    Column("kept", Json, nullable=False),
    Column("ended_at", Moment, nullable=False),
    Column("ended_by", Key, ForeignKey("staff.id")),
    Column("call_id", Key, ForeignKey("call.id")),
    text_column("words"),
)

order_yes = Table(
    "order_yes",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    Column("received_on", Day, nullable=False),
    # it came after the offer had ended: an offer of the customer's, which the shop took (§ 150 (1) BGB)
    Column("late", Boolean, nullable=False, server_default="0"),
    Column("recorded_at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    text_column("words"),
    text_column("evidence_name"),
    Column("evidence", LargeBinary),
    text_column("sha256"),
    Column("staff_id", Key, ForeignKey("staff.id")),
)

order_minor = Table(
    "order_minor",
    metadata,
    Column("order_id", Key, ForeignKey("sale_order.id"), primary_key=True),
    text_column("parent"),
    Column("asked_on", Day, nullable=False),
    # the day the parent had the request, from which the two weeks run (§ 108 (2) BGB)
    Column("received_on", Day),
    # since when nothing is owed for want of a yes: days to pay and to deliver wait as long
    Column("pending_from", Day),
    text_column("answer"),
    text_column("words"),
    Column("answered_at", Moment),
    Column("staff_id", Key, ForeignKey("staff.id")),
)

order_event = Table(
    "order_event",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    Column("code", Text, nullable=False),
    text_column("words"),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
)

order_parcel = Table(
    "order_parcel",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    text_column("carrier"),
    Column("tracking", Text, nullable=False, server_default="", index=True),
    text_column("tracking_url"),
    Column("content", Json, nullable=False),
    Column("sent_on", Day, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
)
