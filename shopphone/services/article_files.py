"""The shop's articles as files say them: compared with an import, and written by the export."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from shopphone.domain import articles
from shopphone.domain.article_files import AttachedFile, FiledArticle
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_f = t.article_attachment.c
_TEXTS = ("language", "title", "details", "say", "letter_paragraph", "internal_note", "owner",
          "state", "audience", "pair")  # fmt: skip
_LISTS = ("topics", "skus", "groups")


def export(desk: Desk, folder: Path) -> int:
    """Every article as a Markdown file, its attachments beside; says how many.

    Raises Refused("export_folder_full"), Unavailable("file").
    """
    from shopphone.exchange import article_folder

    with desk.db.reading() as connection:
        return article_folder.write(folder, _with_contents(connection))


def known(connection: Connection) -> dict[int, tuple[int, FiledArticle]]:
    """Every article with its version; attachments by their sums only."""
    topics = _lists(connection, t.article_topic.c.article_id, t.article_topic.c.topic)
    groups = _lists(connection, t.article_group.c.article_id, t.article_group.c.group)
    skus = _lists(
        connection,
        t.article_product.c.article_id,
        t.product.c.sku,
        t.article_product.join(t.product),
    )
    words = select(t.wording.c.article_id, t.wording.c.words).order_by(t.wording.c.id)
    wordings = _grouped(connection.execute(words).all())
    files: defaultdict[int, list[AttachedFile]] = defaultdict(list)
    for row in connection.execute(select(_f.article_id, _f.name, _f.media_type, _f.sha256)):
        files[row.article_id].append(
            AttachedFile(name=row.name, media_type=row.media_type, sha256=row.sha256)
        )
    return {
        row.id: (
            row.version,
            replace(
                _filed(row),
                topics=topics[row.id],
                groups=groups[row.id],
                skus=skus[row.id],
                wordings=tuple(dict.fromkeys(wordings[row.id])),
                attachments=tuple(sorted(files[row.id], key=lambda file: (file.name, file.sha256))),
            ),
        )
        for row in connection.execute(select(t.article).order_by(t.article.c.id))
    }


def draft_of(article: FiledArticle, key: int | None, version: int) -> ArticleDraft:
    return ArticleDraft(
        article_id=key,
        version=version,
        language=article.language,
        title=article.title,
        say=article.say or "",
        details=article.details or "",
        letter_paragraph=article.letter_paragraph or "",
        internal_note=article.internal_note or "",
        topics=list(article.topics or ()),
        skus=list(article.skus or ()),
        groups=list(article.groups or ()),
        audience=article.audience or "everyone",
        state=article.state or articles.IN_FORCE,
        owner=article.owner or "",
        review_on=article.review_on,
    )


def put_file(desk: Desk, tx: Writing, key: int, file: AttachedFile) -> None:
    tx.execute(
        insert(t.article_attachment),
        {
            "article_id": key,
            "name": file.name,
            "media_type": file.media_type,
            "content": file.content,
            "sha256": file.sha256,
            "added_at": desk.now(),
        },
    )


def plain(article: FiledArticle) -> dict[str, Any]:
    """An article as the desk's own file keeps it, to take an import back."""
    review_on = article.review_on
    return {
        **{name: getattr(article, name) for name in _TEXTS},
        **{name: list(getattr(article, name) or ()) for name in _LISTS},
        "review_on": None if review_on is None else review_on.isoformat(),
    }


def from_plain(kept: Mapping[str, Any]) -> FiledArticle:
    review_on = kept["review_on"]
    told: dict[str, Any] = {name: kept[name] for name in _TEXTS}
    told |= {name: tuple(kept[name]) for name in _LISTS}
    if review_on is not None:
        told["review_on"] = date.fromisoformat(review_on)
    return FiledArticle(source="", **told)


def _with_contents(connection: Connection) -> Iterator[FiledArticle]:
    """One after the other, so that only one article's files are in memory."""
    for key, (_, article) in known(connection).items():
        rows = connection.execute(
            select(_f.name, _f.media_type, _f.sha256, _f.content)
            .where(_f.article_id == key)
            .order_by(_f.name, _f.id)
        )
        files = tuple(
            AttachedFile(name=name, media_type=kind, sha256=sha256, content=bytes(content))
            for name, kind, sha256, content in rows
        )
        yield replace(article, attachments=files)


def _filed(row: Record) -> FiledArticle:
    return FiledArticle(
        source="",
        language=row.language,
        title=row.title,
        details=row.details,
        say=row.say,
        letter_paragraph=row.letter_paragraph,
        internal_note=row.internal_note,
        owner=row.owner,
        review_on=row.review_on,
        state=row.state,
        audience=row.audience,
        pair=row.pair,
    )


def _lists(
    connection: Connection, key: Any, value: Any, source: Any = None
) -> defaultdict[int, tuple[str, ...]]:
    query = select(key, value)
    if source is not None:
        query = query.select_from(source)
    rows = sorted(connection.execute(query).all(), key=lambda row: str(row[1]))
    return _grouped(rows)


def _grouped(rows: Any) -> defaultdict[int, tuple[str, ...]]:
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for key, value in rows:
        found[key] += (value,)
    return found
