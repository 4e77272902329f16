"""Articles: read, listed, and saved as versions that nobody overwrites."""

from typing import Any

from sqlalchemy import delete, insert, select, update

import shopphone.services.finder as finder
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import Article, ArticleDraft, ArticleRow
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_a = t.article.c


def read(desk: Desk, article_id: int) -> Article:
    with desk.db.reading() as connection:
        row = connection.execute(select(t.article).where(_a.id == article_id)).one()
        skus = connection.execute(
            select(t.product.c.sku)
            .join_from(t.article_product, t.product)
            .where(t.article_product.c.article_id == article_id)
            .order_by(t.product.c.sku)
        ).scalars()
        wordings = connection.execute(
            select(t.wording.c.words).where(t.wording.c.article_id == article_id)
        ).scalars()
        other = connection.execute(
            select(_a.id, _a.title)
            .where(_a.pair == row.pair)
            .where(_a.pair != "")
            .where(_a.id != article_id)
            .limit(1)
        ).first()
        return Article(
            article_id=row.id,
            language=row.language,
            title=row.title,
            say=row.say,
            details=row.details,
            letter_paragraph=row.letter_paragraph,
            internal_note=row.internal_note,
            category=row.category,
            owner=row.owner,
            review_on=row.review_on,
            version=row.version,
            helped=row.helped,
            not_helped=row.not_helped,
            products=tuple(skus),
            wordings=tuple(wordings),
            other_language=None if other is None else (other.id, other.title),
            changed_at=row.changed_at,
        )


def page(
    desk: Desk, text: str = "", language: str = "", category: str = ""
) -> tuple[ArticleRow, ...]:
    """The knowledge list: by title, or best match first when words are given."""
    query = select(t.article)
    if language:
        query = query.where(_a.language == language)
    if category:
        query = query.where(_a.category == category)
    ranks: dict[int, int] = {}
    if text.strip():
        found = finder.finder_of(desk).articles().find(text, language=language or "de", limit=100)
        ranks = {each.key: n for n, each in enumerate(found)}
        query = query.where(_a.id.in_(list(ranks)))
    with desk.db.reading() as connection:
        rows = [
            _row(row) for row in connection.execute(query.order_by(_a.title, _a.id).limit(2000))
        ]
    return tuple(sorted(rows, key=lambda row: ranks.get(row.article_id, 0)))


def categories(desk: Desk) -> tuple[str, ...]:
    with desk.db.reading() as connection:
        found = connection.execute(select(_a.category).distinct().order_by(_a.category)).scalars()
        return tuple(name for name in found if name)


def save(desk: Desk, draft: ArticleDraft) -> int:
    """Keep an article as its next version. Raises Refused: article_title_missing, article_changed_meanwhile."""
    if not draft.title.strip():
        raise Refused("article_title_missing", field="title")
    now, who = desk.now(), desk.staff_name
    values = _values(draft) | {"changed_at": now, "changed_by": who}
    with desk.db.writing() as tx:
        if draft.article_id is None:
            article_id = tx.insert(insert(t.article), values | {"version": 1})
            version = 1
        else:
            article_id, version = draft.article_id, draft.version + 1
            done = tx.execute(
                update(t.article)
                .where(_a.id == article_id)
                .where(_a.version == draft.version)
                .values(**values, version=version)
            )
            if not done.rowcount:
                raise Refused("article_changed_meanwhile")
        tx.execute(
            insert(t.article_version),
            {
                "article_id": article_id,
                "version": version,
                "content": {key: str(value or "") for key, value in _values(draft).items()},
                "changed_at": now,
                "changed_by": who,
            },
        )
        _link_goods(tx, article_id, draft.skus)
    return article_id


def _values(draft: ArticleDraft) -> dict[str, Any]:
    return {
        "language": draft.language,
        "title": draft.title.strip(),
        "say": draft.say,
        "details": draft.details,
        "letter_paragraph": draft.letter_paragraph,
        "internal_note": draft.internal_note,
        "category": draft.category,
        "owner": draft.owner,
        "review_on": draft.review_on,
    }


def _link_goods(tx: Writing, article_id: int, skus: list[str]) -> None:
    tx.execute(delete(t.article_product).where(t.article_product.c.article_id == article_id))
    found = tx.execute(select(t.product.c.id).where(t.product.c.sku.in_(skus))).scalars().all()
    if found:
        rows = [{"article_id": article_id, "product_id": each} for each in found]
        tx.execute(insert(t.article_product), rows)


def _row(row: Record) -> ArticleRow:
    return ArticleRow(
        article_id=row.id,
        title=row.title,
        language=row.language,
        category=row.category,
        owner=row.owner,
        review_on=row.review_on,
        helped=row.helped,
        version=row.version,
        changed_at=row.changed_at,
    )
