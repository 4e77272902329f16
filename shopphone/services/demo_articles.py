"""The articles of the demo shop, each with its first version and what callers once asked."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select

from shopphone.domain.articles import TEXTS, as_texts
from shopphone.domain.knowledge import ArticleDraft
from shopphone.store import tables as t
from shopphone.store.db import Writing


def write(
    tx: Writing,
    told: Mapping[str, Any],
    *,
    changed_at: datetime,
    review_on: date,
    skus: list[str],
) -> int:
    """One article of resources/demo, linked to its groups and these goods; gives its key."""
    draft = ArticleDraft(
        **{name: told[name] for name in TEXTS},
        language=told["language"],
        topics=[told["category"]],
        skus=skus,
        groups=told["groups"],
        owner=told["owner"],
        review_on=review_on,
    )
    facts = ("language", *TEXTS, "owner", "review_on", "audience", "state")
    author = {"version": 1, "changed_at": changed_at, "changed_by": draft.owner}
    own = {
        "article_id": tx.insert(
            insert(t.article),
            {name: getattr(draft, name) for name in facts}
            | {"pair": told["pair"], "pair_version": 1, "helped": told["helped"], "not_helped": 0}
            | author,
        )
    }
    tx.execute(insert(t.article_version), own | author | {"content": as_texts(draft)})
    goods = tx.execute(select(t.product.c.id).where(t.product.c.sku.in_(skus))).scalars()
    for table, rows in (
        (t.article_topic, [{"topic": each} for each in draft.topics]),
        (t.article_group, [{"group": each} for each in draft.groups]),
        (t.article_product, [{"product_id": each} for each in goods]),
        (t.wording, [{"words": words, "at": changed_at} for words in told["wordings"]]),
    ):
        if rows:
            tx.execute(insert(table), [own | row for row in rows])
    return own["article_id"]
