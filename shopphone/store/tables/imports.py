"""What came into the shop from files: each import, what it changed, and the other shops' keys."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from shopphone.store.tables.columns import id_column, metadata
from shopphone.store.types import Json, Key, Moment, Text

import_run = Table(
    "import_run",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("staff_id", Key, ForeignKey("staff.id")),
    # what was asked and how columns were named, so that it is asked once
    Column("answers", Json),
    Column("new", Integer, nullable=False, server_default="0"),
    Column("changed", Integer, nullable=False, server_default="0"),
    Column("undone_at", Moment),
)

import_row = Table(
    "import_row",
    metadata,
    Column("run_id", Key, ForeignKey("import_run.id"), primary_key=True),
    Column("record_id", Key, primary_key=True),
    # of what the import wrote: another digest now means that somebody changed it since
    Column("digest", Text, nullable=False),
    # what was there before, none for what is new
    Column("before", Text),
)

# what another shop calls a thing of ours; found again by it when its file comes a second time
external_key = Table(
    "external_key",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("record_id", Key, nullable=False),
    Column("run_id", Key, ForeignKey("import_run.id")),
    Index("ix_external_key_record", "kind", "record_id"),
)
