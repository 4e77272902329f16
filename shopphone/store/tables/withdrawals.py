"""What came when, withdrawals with their lines and what happened to them, and defects."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Cents, Day, Fraction, Key, Moment, Quantity, Text

order_receipt = Table(
    "order_receipt",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    Column("mark", Text, nullable=False),
    Column("day", Day, nullable=False),
    text_column("words"),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("taken_back_at", Moment),
)

withdrawal = Table(
    "withdrawal",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    Column("call_id", Key, ForeignKey("call.id")),
    Column("declared_on", Day, nullable=False),
    # null: noted before it was asked for, so the day it was noted
    Column("received_on", Day),
    Column("received_at", Moment, nullable=False),
    Column("channel", Text, nullable=False),
    text_column("declared_by"),
    text_column("words"),
    Column("decision", Text, nullable=False),
    text_column("decision_words"),
    Column("decided_at", Moment),
    Column("decided_by", Key, ForeignKey("staff.id")),
    Column("goods_out", Boolean, nullable=False),
    Column("pickup", Boolean, nullable=False, server_default="0"),
    Column("order_state", Text, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("taken_back_at", Moment),
    Column("taken_back_by", Key, ForeignKey("staff.id")),
    text_column("taken_back_words"),
    Column("letter_id", Key, ForeignKey("letter.id")),
    Column("named_surcharge", Cents),
    text_column("surcharge_reason"),
    # as reckoned last; once it is paid back it stays
    Column("shipping", Cents),
    Column("surcharge", Cents),
    Column("surplus", Cents),
    Column("refund", Cents),
    Index("ix_withdrawal_decision", "decision"),
)

withdrawal_line = Table(
    "withdrawal_line",
    metadata,
    Column("withdrawal_id", Key, ForeignKey("withdrawal.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("quantity", Quantity, nullable=False),
    # what it cost as agreed when it was withdrawn; null: not reckoned since
    Column("amount", Cents),
    Column("unsealed", Boolean, nullable=False, server_default="0"),
    Column("loss", Cents, nullable=False, server_default="0"),
    text_column("loss_reason"),
    # the part of a service that was done by then
    Column("done", Fraction, nullable=False, server_default="0"),
    text_column("done_reason"),
)

withdrawal_event = Table(
    "withdrawal_event",
    metadata,
    id_column(),
    Column("withdrawal_id", Key, ForeignKey("withdrawal.id"), nullable=False, index=True),
    Column("code", Text, nullable=False),
    Column("day", Day, nullable=False),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("taken_back_at", Moment),
)

defect = Table(
    "defect",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("sale_order.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("call_id", Key, ForeignKey("call.id")),
    Column("shown_on", Day, nullable=False),
    Column("reported_at", Moment, nullable=False),
    text_column("reported_by"),
    Column("words", Text, nullable=False),
    Column("told_at", Moment, nullable=False),
    text_column("remedy"),
    Column("returned_on", Day),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("letter_id", Key, ForeignKey("letter.id")),
)
