"""Articles: read, listed, and saved as versions that nobody overwrites."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

import shopphone.services.finder as finder
import shopphone.services.gaps as gaps
from shopphone.domain import articles
from shopphone.domain.customers import fold
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import Article, ArticleDraft, ArticleRow
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_a = t.article.c
_MOST_LISTED = 2000
_LISTED = select(
    _a.id, _a.title, _a.language, _a.state, _a.audience, _a.owner, _a.review_on, _a.helped,
    _a.version, _a.changed_at,
)  # fmt: skip
_OTHERS = select(_a.id, _a.title).where(_a.pair != "").order_by(_a.id).limit(1)


def read(desk: Desk, article_id: int) -> Article:
    """Raises Refused: article_gone."""
    with desk.db.reading() as connection:
        row = connection.execute(select(t.article).where(_a.id == article_id)).first()
        if row is None:
            raise Refused("article_gone")
        skus = connection.execute(
            select(t.product.c.sku)
            .join_from(t.article_product, t.product)
            .where(t.article_product.c.article_id == article_id)
            .order_by(t.product.c.sku)
        ).scalars()
        groups = connection.execute(
            select(t.article_group.c.group)
            .where(t.article_group.c.article_id == article_id)
            .order_by(t.article_group.c.group)
        ).scalars()
        wordings = connection.execute(
            select(t.wording.c.words).where(t.wording.c.article_id == article_id)
        ).scalars()
        other = connection.execute(
            _OTHERS.where(_a.pair == row.pair).where(_a.id != article_id)
        ).first()
        return Article(
            article_id=row.id,
            language=row.language,
            title=row.title,
            say=row.say,
            details=row.details,
            letter_paragraph=row.letter_paragraph,
            internal_note=row.internal_note,
            topics=topics_of(connection, [article_id])[article_id],
            groups=tuple(groups),
            audience=row.audience,
            state=row.state,
            owner=row.owner,
            review_on=row.review_on,
            version=row.version,
            helped=row.helped,
            not_helped=row.not_helped,
            products=tuple(skus),
            wordings=tuple(wordings),
            other_language=None if other is None else (other.id, other.title),
            changed_at=row.changed_at,
            changed_by=row.changed_by,
        )


def page(desk: Desk, text: str = "", language: str = "", state: str = "") -> tuple[ArticleRow, ...]:
    """The knowledge list: by title, or best match first when words are given."""
    query = _LISTED
    if language:
        query = query.where(_a.language == language)
    if state:
        query = query.where(_a.state == state)
    ranks: dict[int, int] = {}
    if text.strip():
        ranks = _ranks(desk, text, language or desk.language)
        query = query.where(_a.id.in_(list(ranks)))
    with desk.db.reading() as connection:
        found = connection.execute(query.order_by(_a.title, _a.id).limit(_MOST_LISTED)).all()
        topics = topics_of(connection, [row.id for row in found])
    rows = [_row(row, topics[row.id]) for row in found]
    return tuple(sorted(rows, key=lambda row: ranks.get(row.article_id, 0)))


def topics_of(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The topics of each of these articles."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = connection.execute(
        select(t.article_topic.c.article_id, t.article_topic.c.topic)
        .where(t.article_topic.c.article_id.in_(keys))
        .order_by(t.article_topic.c.topic)
    )
    for row in rows:
        found[row.article_id] += (row.topic,)
    return found


def save(desk: Desk, draft: ArticleDraft) -> int:
    """Keep an article as its next version; gives its key.

    Raises Refused: article_changed_meanwhile, article_goods_unknown, pair_same_language,
    pair_taken, and what articles.check says.
    """
    articles.check(draft)
    with desk.db.writing() as tx:
        return write(desk, tx, draft)


def move(desk: Desk, article_id: int, state: str, version: int) -> int:
    """Retire an article, put it in force or make it a draft again, as its next version."""
    return save(desk, replace(read(desk, article_id).draft(), state=state, version=version))


def write(desk: Desk, tx: Writing, draft: ArticleDraft) -> int:
    """The next version of a draft that has been checked, within a transaction."""
    now, who = desk.now(), desk.staff_name
    values = values_of(draft) | {"changed_at": now, "changed_by": who}
    if draft.article_id is None:
        version = 1
        if draft.translates is not None:
            _check_free(tx, draft.translates, draft.language)
        article_id = tx.insert(insert(t.article), values | {"version": version})
        if draft.translates is not None:
            join(tx, article_id, draft.translates)
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
    if draft.same_as is not None:
        remember_same(tx, article_id, version, draft.same_as)
    _link(tx, article_id, draft)
    if draft.answers_gap is not None:
        gaps.write_for(tx, draft.answers_gap, article_id)
    if draft.state == articles.IN_FORCE:
        gaps.written(desk, tx, article_id)
    tx.execute(
        insert(t.article_version),
        {
            "article_id": article_id,
            "version": version,
            "content": articles.as_texts(draft),
            "changed_at": now,
            "changed_by": who,
        },
    )
    return article_id


def join(tx: Writing, article_id: int, other_id: int) -> None:
    """Make the two each other's translation; nothing is said about whether they are the same."""
    known = tx.execute(select(_a.pair).where(_a.id == other_id)).scalar()
    pair = known or f"article-{other_id}"
    tx.execute(update(t.article).where(_a.id.in_((article_id, other_id))).values(pair=pair))


def _check_free(tx: Writing, original_id: int, language: str) -> None:
    """An article has one translation, in the other language."""
    original = tx.execute(select(_a.pair, _a.language).where(_a.id == original_id)).first()
    if original is None:
        return
    if original.language == language:
        raise Refused("pair_same_language", field="language")
    others = select(_a.id).where(_a.pair == original.pair).where(_a.id != original_id)
    if original.pair and tx.execute(others).first() is not None:
        raise Refused("pair_taken")


def remember_same(tx: Writing, article_id: int, version: int, other_version: int) -> None:
    """Both sides remember the version of the other that they were made like."""
    pair = select(_a.pair).where(_a.id == article_id).where(_a.pair != "").scalar_subquery()
    tx.execute(
        update(t.article)
        .where(_a.pair == pair)
        .where(_a.id != article_id)
        .values(pair_version=version)
    )
    tx.execute(update(t.article).where(_a.id == article_id).values(pair_version=other_version))


def _ranks(desk: Desk, text: str, language: str) -> dict[int, int]:
    """Articles in force as the finder ranks them, then others whose title has the words."""
    found = finder.finder_of(desk).articles().find(text, language=language, limit=100)
    ranks = {each.key: n for n, each in enumerate(found)}
    words = fold(text).split()
    with desk.db.reading() as connection:
        others = connection.execute(
            select(_a.id, _a.title).where(_a.state != articles.IN_FORCE).order_by(_a.title)
        )
        for row in others:
            title = fold(row.title)
            if all(word in title for word in words):
                ranks[row.id] = len(ranks)
    return ranks


def values_of(draft: ArticleDraft) -> dict[str, Any]:
    """The columns of the article itself, without those of its version."""
    return {
        "language": draft.language,
        "title": draft.title.strip(),
        "say": draft.say,
        "details": draft.details,
        "letter_paragraph": draft.letter_paragraph,
        "internal_note": draft.internal_note,
        "audience": draft.audience,
        "state": draft.state,
        "owner": draft.owner,
        "review_on": draft.review_on,
    }


def _link(tx: Writing, article_id: int, draft: ArticleDraft) -> None:
    """Topics, groups and goods; a number that no goods have is a typing mistake to be told."""
    goods = tx.execute(
        select(t.product.c.id, t.product.c.sku).where(t.product.c.sku.in_(draft.skus))
    ).all()
    unknown = [sku for sku in draft.skus if sku not in {row.sku for row in goods}]
    if unknown:
        raise Refused("article_goods_unknown", field="skus", names=", ".join(unknown[:5]))
    own = {"article_id": article_id}
    _replace(tx, t.article_product, article_id, [own | {"product_id": row.id} for row in goods])
    _replace(tx, t.article_topic, article_id, [own | {"topic": each} for each in draft.topics])
    _replace(tx, t.article_group, article_id, [own | {"group": each} for each in draft.groups])


def _replace(tx: Writing, table: Any, article_id: int, rows: list[dict[str, Any]]) -> None:
    tx.execute(delete(table).where(table.c.article_id == article_id))
    if rows:
        tx.execute(insert(table), rows)


def _row(row: Record, topics: tuple[str, ...]) -> ArticleRow:
    return ArticleRow(
        article_id=row.id,
        title=row.title,
        language=row.language,
        topics=topics,
        state=row.state,
        audience=row.audience,
        owner=row.owner,
        review_on=row.review_on,
        helped=row.helped,
        version=row.version,
        changed_at=row.changed_at,
    )
