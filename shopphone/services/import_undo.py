"""Taking the last import of articles back, while nobody has changed what it brought."""

import base64
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

import shopphone.services.article_files as article_files
import shopphone.services.articles as shop_articles
from shopphone.domain import articles
from shopphone.domain.article_files import AttachedFile, FiledArticle, LastImport, Undone
from shopphone.services.article_import import JOURNAL
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_a, _f, _w = t.article.c, t.article_attachment.c, t.wording.c
# what is part of an article and goes with it; everything else that names one keeps it
OWN_TABLES = (
    t.article_version, t.article_product, t.article_topic, t.article_group, t.article_attachment,
    t.article_vector, t.article_editing, t.wording,
)  # fmt: skip
USING_TABLES = (t.article_use, t.gap, t.order_article, t.order_left_out)


def last_import(desk: Desk) -> LastImport | None:
    """The newest import of this desk that was not taken back."""
    kept = desk.local.kept(JOURNAL)
    if kept is None:
        return None
    at = datetime.fromisoformat(kept["at"])
    return LastImport(name=kept["name"], at=at, articles=len(kept["rows"]))


def undo(desk: Desk) -> Undone:
    """Take the last import back; what was changed since stays, what was used is retired."""
    kept = desk.local.kept(JOURNAL) or {"rows": []}
    done = {"removed": 0, "restored": 0, "retired": 0, "kept": 0}
    with desk.db.writing() as tx:
        now = article_files.known(tx.connection)
        for row in kept["rows"]:
            known = now.get(row["id"])
            if known is not None:
                done[_undo(desk, tx, row, known)] += 1
    desk.local.keep(JOURNAL, None)
    return Undone(**done)


def _undo(desk: Desk, tx: Writing, row: Mapping[str, Any], known: tuple[int, FiledArticle]) -> str:
    """Take one article back; says which way."""
    key, (version, now) = row["id"], known
    if version != row["version"]:
        return "kept"
    if row["before"] is not None:
        _restore(desk, tx, row, version)
        return "restored"
    if any(_uses(tx, table, key) for table in USING_TABLES):
        retired = replace(now, state=articles.RETIRED)
        shop_articles.write(desk, tx, article_files.draft_of(retired, key, version))
        return "retired"
    for table in OWN_TABLES:
        tx.execute(delete(table).where(table.c.article_id == key))
    tx.execute(delete(t.article).where(_a.id == key))
    return "removed"


def _uses(tx: Writing, table: Any, key: int) -> bool:
    found = select(table.c.article_id).where(table.c.article_id == key).limit(1)
    return tx.execute(found).first() is not None


def _restore(desk: Desk, tx: Writing, row: Mapping[str, Any], version: int) -> None:
    key, before = row["id"], article_files.from_plain(row["before"])
    sold = tx.execute(select(t.product.c.sku).where(t.product.c.sku.in_(before.skus or ())))
    before = replace(before, skus=tuple(sold.scalars()))  # goods may have gone since
    shop_articles.write(desk, tx, article_files.draft_of(before, key, version))
    tx.execute(update(t.article).where(_a.id == key).values(pair=before.pair))
    if row["wordings"]:
        added = (_w.article_id == key, _w.words.in_(row["wordings"]))
        tx.execute(delete(t.wording).where(*added))
    for each in row["files"]:
        same = (_f.article_id == key, _f.name == each["name"])
        tx.execute(delete(t.article_attachment).where(*same))
        if each["content"] is not None:
            content = base64.b64decode(each["content"])
            file = AttachedFile(
                name=each["name"],
                media_type=each["media_type"],
                sha256=each["sha256"],
                content=content,
            )
            article_files.put_file(desk, tx, key, file)
