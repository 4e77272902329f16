"""Guided conversations: versions that never change, and what was read and ticked in a call."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, UniqueConstraint

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Json, Key, Moment, Text

script = Table(
    "script",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("retired", Boolean, nullable=False, server_default="0"),
)

script_version = Table(
    "script_version",
    metadata,
    id_column(),
    Column("script_id", Key, ForeignKey("script.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("steps", Json, nullable=False),
    Column("made_at", Moment, nullable=False),
    text_column("made_by"),
    UniqueConstraint("script_id", "number"),
)

script_run = Table(
    "script_run",
    metadata,
    id_column(),
    Column("call_id", Key, ForeignKey("call.id"), nullable=False, index=True),
    Column("version_id", Key, ForeignKey("script_version.id"), nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("ended_at", Moment),
    text_column("by"),
)

script_tick = Table(
    "script_tick",
    metadata,
    id_column(),
    Column("run_id", Key, ForeignKey("script_run.id"), nullable=False, index=True),
    Column("step", Text, nullable=False),
    text_column("read"),
    text_column("answer"),
    Column("at", Moment, nullable=False),
    Column("taken_back_at", Moment),
)
