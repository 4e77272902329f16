"""An article's history: its versions, what changed between them, going back, and merging two writers."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select

import shopphone.services.articles as articles
from shopphone.domain.articles import (
    FIELDS,
    FieldChange,
    FieldMerge,
    Merge,
    Version,
    as_texts,
    from_texts,
)
from shopphone.domain.differences import pieces
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_v = t.article_version.c


def history(desk: Desk, article_id: int) -> tuple[Version, ...]:
    """The newest first."""
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(t.article_version).where(_v.article_id == article_id).order_by(_v.version)
        ).all()
    found, before = [], dict.fromkeys(FIELDS, "")
    for row in rows:
        now = _texts(row.content)
        changed = tuple(name for name in FIELDS if now[name] != before[name])
        found.append(
            Version(version=row.version, at=row.changed_at, by=row.changed_by, changed=changed)
        )
        before = now
    return tuple(reversed(found))


def changes(desk: Desk, article_id: int, older: int, newer: int) -> tuple[FieldChange, ...]:
    """What differs between two versions, field by field; version 0 is the empty article."""
    empty = dict.fromkeys(FIELDS, "")
    before = texts_of(desk, article_id, older) or empty
    after = texts_of(desk, article_id, newer) or empty
    return tuple(
        FieldChange(
            name=name,
            older=before[name],
            newer=after[name],
            pieces=pieces(before[name], after[name]),
        )
        for name in FIELDS
        if before[name] != after[name]
    )


def restore(desk: Desk, article_id: int, wanted: int, version: int) -> int:
    """Make an old version the next one. version: the newest that whoever restores has seen.

    Its state stays as it is now; goods that are sold no more are left out.
    Raises Refused: article_gone, article_changed_meanwhile.
    """
    texts = texts_of(desk, article_id, wanted)
    if texts is None:
        raise Refused("article_gone")
    now = articles.read(desk, article_id).draft()
    values = from_texts(texts) | {"state": now.state}
    with desk.db.writing() as tx:
        values["skus"] = _sold(tx, values["skus"])
        return articles.write(desk, tx, replace(now, **values, version=version))


def merge(desk: Desk, mine: ArticleDraft) -> Merge:
    """What I have typed beside what was saved meanwhile. Raises Refused: article_gone."""
    if mine.article_id is None:
        raise Refused("article_gone")
    saved = articles.read(desk, mine.article_id)
    base = texts_of(desk, mine.article_id, mine.version)
    ours, theirs = as_texts(mine), as_texts(saved.draft())
    return Merge(
        article_id=saved.article_id,
        version=saved.version,
        by=saved.changed_by,
        at=saved.changed_at,
        fields=tuple(
            FieldMerge(
                name=name,
                base=None if base is None else base[name],
                mine=ours[name],
                theirs=theirs[name],
                pieces=pieces(theirs[name], ours[name]),
            )
            for name in FIELDS
            if ours[name] != theirs[name]
        ),
    )


def texts_of(desk: Desk, article_id: int, version: int) -> dict[str, str] | None:
    """The fields of a version, or None if it was not kept."""
    with desk.db.reading() as connection:
        content = connection.execute(
            select(_v.content).where(_v.article_id == article_id).where(_v.version == version)
        ).scalar()
    return None if content is None else _texts(content)


def _texts(content: dict[str, Any]) -> dict[str, str]:
    """Whatever program kept it, the fields of today."""
    return as_texts(ArticleDraft(**from_texts(content)))


def _sold(tx: Writing, skus: list[str]) -> list[str]:
    found = tx.execute(select(t.product.c.sku).where(t.product.c.sku.in_(skus))).scalars()
    known = set(found)
    return [sku for sku in skus if sku in known]
