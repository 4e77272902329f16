"""Letters as they left the house, and what became of them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Day, Key, Moment, Text

letter = Table(
    "letter",
    metadata,
    id_column(),
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
    # what should have been enclosed and was not there
    text_column("lacks"),
    # the newest of the shop's own texts when it was written; 0: it had none
    Column("text_edition", Key, nullable=False, server_default="0"),
    # the dated texts of law and letters it was written with; "": nobody noted them
    text_column("legal_texts"),
    # the day the customer had it, and how we know: carrier (its proof) or customer (their word)
    Column("received_on", Day),
    text_column("received_by"),
    Index("ix_letter_state", "state", "created_at"),
)

# what stands in a letter, folded, so that it is found by it; read in the background
letter_words = Table(
    "letter_words",
    metadata,
    Column("letter_id", Key, ForeignKey("letter.id"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
)

letter_event = Table(
    "letter_event",
    metadata,
    id_column(),
    Column("letter_id", Key, ForeignKey("letter.id"), nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("at", Moment, nullable=False),
    text_column("printer"),
    text_column("job"),
    text_column("error"),
    Column("staff_id", Key, ForeignKey("staff.id")),
)

# letters handed to a printer together; open until somebody has said how they came out
print_run = Table(
    "print_run",
    metadata,
    id_column(),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Column("printer", Text, nullable=False),
    text_column("job"),
    text_column("error"),
    Column("state", Text, nullable=False),
    Index("ix_print_run_state", "state"),
)

print_run_letter = Table(
    "print_run_letter",
    metadata,
    id_column(),
    Column("run_id", Key, ForeignKey("print_run.id"), nullable=False, index=True),
    Column("letter_id", Key, ForeignKey("letter.id"), nullable=False, index=True),
    # pages of the whole job, from 1
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
)

# a row for each time a text was saved, none ever changed; content null: ours again
letter_text = Table(
    "letter_text",
    metadata,
    id_column(),
    Column("letter", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("content", Text),
    Column("saved_at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    Index("ix_letter_text_place", "language", "letter", "part"),
)
