"""Articles with all that hangs on them, the questions without an answer, and text modules."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table

from shopphone.store.tables.columns import id_column, metadata, text_column
from shopphone.store.types import Day, Json, Key, Moment, Text

article = Table(
    "article",
    metadata,
    id_column(),
    Column("pair", Text, nullable=False, server_default="", index=True),
    Column("language", Text, nullable=False),
    Column("title", Text, nullable=False),
    text_column("say"),
    text_column("details"),
    text_column("letter_paragraph"),
    text_column("internal_note"),
    Column("state", Text, nullable=False, server_default="in_force"),
    Column("audience", Text, nullable=False, server_default="everyone"),
    text_column("owner"),
    Column("review_on", Day),
    Column("pair_version", Integer),  # of the other language, when this one was last made like it
    Column("version", Integer, nullable=False),
    Column("helped", Integer, nullable=False, server_default="0"),
    Column("not_helped", Integer, nullable=False, server_default="0"),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, nullable=False, server_default=""),
)

article_version = Table(
    "article_version",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", Json, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, nullable=False, server_default=""),
)

article_topic = Table(
    "article_topic",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("topic", Text, primary_key=True),
    Index("ix_article_topic_topic", "topic"),
)

# who has an article open in the editor; a desk that ended without a word is told by `at`
article_editing = Table(
    "article_editing",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("place", Text, primary_key=True),  # the desk, by its own key
    Column("staff", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

article_product = Table(
    "article_product",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("product_id", Key, ForeignKey("product.id"), primary_key=True),
    Index("ix_article_product_product_id", "product_id"),
)

article_group = Table(
    "article_group",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("group", Text, primary_key=True),
    Index("ix_article_group_group", "group"),
)

article_attachment = Table(
    "article_attachment",
    metadata,
    id_column(),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
)

article_vector = Table(
    "article_vector",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("model", Text, primary_key=True),
    Column("text_sha256", Text, nullable=False),  # of the text it was computed from
    Column("content", LargeBinary, nullable=False),
)

wording = Table(
    "wording",
    metadata,
    id_column(),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

gap = Table(
    "gap",
    metadata,
    id_column(),
    Column("words", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("times", Integer, nullable=False, server_default="1"),
    Column("closed_at", Moment),
    text_column("closed_how"),
    Column("article_id", Key, ForeignKey("article.id")),
)

gap_question = Table(
    "gap_question",
    metadata,
    id_column(),
    Column("gap_id", Key, ForeignKey("gap.id"), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("call_id", Key, ForeignKey("call.id"), index=True),
    Column("asked_at", Moment, nullable=False),
)

article_use = Table(
    "article_use",
    metadata,
    id_column(),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("call_id", Key, ForeignKey("call.id"), index=True),
    Column("verdict", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

text_module = Table(
    "text_module",
    metadata,
    id_column(),
    Column("abbreviation", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    text_column("note"),
    Column("active", Boolean, nullable=False, server_default="1"),
    Index("ix_text_module_abbreviation", "abbreviation", "language", unique=True),
)
