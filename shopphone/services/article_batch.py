"""Many articles saved at once: one statement for each table, so that other desks wait shortly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import bindparam, delete, insert, select, update

from shopphone.domain import articles
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import ArticleDraft
from shopphone.services.articles import values_of
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_a = t.article.c
_AT_ONCE = 500  # keys in one statement
_LINKS = (t.article_product, t.article_topic, t.article_group)
E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """An article that has been checked, and the pair it belongs to."""

    draft: ArticleDraft
    pair: str


def write_all(desk: Desk, tx: Writing, wholes: Sequence[Whole]) -> list[int]:
    """The next version of each; gives their keys in this order.

    Raises Refused: article_changed_meanwhile, article_goods_unknown.
    """
    told = {"changed_at": desk.now(), "changed_by": desk.staff_name}
    new = _insert(tx, [each for each in wholes if each.draft.article_id is None], told)
    _update(tx, [each for each in wholes if each.draft.article_id is not None], told)
    fresh = iter(new)
    keys = [
        next(fresh) if each.draft.article_id is None else each.draft.article_id for each in wholes
    ]
    drafts = [(key, each.draft) for key, each in zip(keys, wholes, strict=True)]
    _link(tx, drafts)
    versions = [
        {
            "article_id": key,
            "version": _next_version(draft),
            "content": articles.as_texts(draft),
            **told,
        }
        for key, draft in drafts
    ]
    insert_all(tx, t.article_version, versions)
    return keys


def insert_all(tx: Writing, table: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        tx.execute(insert(table), rows)


def _insert(tx: Writing, wholes: Sequence[Whole], told: dict[str, Any]) -> list[int]:
    if not wholes:
        return []
    rows = [values_of(each.draft) | told | {"version": 1, "pair": each.pair} for each in wholes]
    ordered = insert(t.article).returning(_a.id, sort_by_parameter_order=True)
    return list(tx.execute(ordered, rows).scalars())


def _update(tx: Writing, wholes: Sequence[Whole], told: dict[str, Any]) -> None:
    if not wholes:
        return
    changed = update(t.article).where(
        _a.id == bindparam("known_id"), _a.version == bindparam("known_version")
    )
    rows = [
        values_of(each.draft)
        | told
        | {
            "pair": each.pair,
            "version": _next_version(each.draft),
            "known_id": each.draft.article_id,
            "known_version": each.draft.version,
        }
        for each in wholes
    ]
    if tx.execute(changed, rows).rowcount != len(rows):
        raise Refused("article_changed_meanwhile")


def _next_version(draft: ArticleDraft) -> int:
    return 1 if draft.article_id is None else draft.version + 1


def _link(tx: Writing, drafts: Sequence[tuple[int, ArticleDraft]]) -> None:
    known = [key for key, draft in drafts if draft.article_id is not None]
    for keys in _chunks(known):
        for table in _LINKS:
            tx.execute(delete(table).where(table.c.article_id.in_(keys)))
    goods = _goods(tx, dict.fromkeys(sku for _, draft in drafts for sku in draft.skus))
    insert_all(
        tx,
        t.article_product,
        [{"article_id": key, "product_id": goods[sku]} for key, d in drafts for sku in d.skus],
    )
    insert_all(
        tx,
        t.article_topic,
        [{"article_id": key, "topic": topic} for key, d in drafts for topic in d.topics],
    )
    insert_all(
        tx,
        t.article_group,
        [{"article_id": key, "group": group} for key, d in drafts for group in d.groups],
    )


def _goods(tx: Writing, skus: Iterable[str]) -> dict[str, int]:
    wanted, found = list(skus), {}
    for some in _chunks(wanted):
        rows = tx.execute(select(t.product.c.sku, t.product.c.id).where(t.product.c.sku.in_(some)))
        found.update({row.sku: row.id for row in rows})
    unknown = [sku for sku in wanted if sku not in found]
    if unknown:
        raise Refused("article_goods_unknown", field="skus", names=", ".join(unknown[:5]))
    return found


def _chunks(items: Sequence[E]) -> Iterator[Sequence[E]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
