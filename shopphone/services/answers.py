"""Answers: find the right article, say how it went, and let the articles learn from callers."""

import re
from datetime import date

from sqlalchemy import bindparam, delete, func, insert, select, update

import shopphone.services.finder as finder
from shopphone.domain.customers import fold
from shopphone.domain.knowledge import AnswerHit
from shopphone.domain.search.index import Found, highlight
from shopphone.services.articles import topics_of
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Moment, Record

_MOST_WORDINGS = 30
_LONGEST_WORDING = 200
_PRIVATE = re.compile(r"\d{5,}|\d[\d\s/().-]{5,}\d|@")
_BOUGHT_FIRST = 2.0
_EXCERPT = 160

_a = t.article.c
_HITS = select(
    _a.id, _a.title, _a.language, _a.helped, _a.say, _a.details
).where(_a.id.in_(bindparam("keys", expanding=True)))  # fmt: skip
_BOUGHT = (
    select(
        t.article_product.c.article_id,
        t.order_line.c.name,
        t.order_line.c.option,
        func.max(t.sale_order.c.placed_at, type_=Moment).label("placed_at"),
    )
    .select_from(t.sale_order)
    .join(t.order_line, t.order_line.c.order_id == t.sale_order.c.id)
    .join(t.article_product, t.article_product.c.product_id == t.order_line.c.product_id)
    .where(t.sale_order.c.customer_id == bindparam("customer"))
    .group_by(t.article_product.c.article_id, t.order_line.c.name, t.order_line.c.option)
)


def find(
    desk: Desk, text: str, language: str = "de", customer_id: int | None = None, limit: int = 12
) -> tuple[AnswerHit, ...]:
    """Articles for these words, best first; those about goods this caller bought before all others."""
    if not text.strip():
        return ()
    bought = _bought(desk, customer_id)
    index = finder.finder_of(desk).articles()
    boost = dict.fromkeys(bought, _BOUGHT_FIRST)
    found = index.find(text, language=language, limit=limit, boost=boost)
    with desk.db.reading() as connection:
        keys = [each.key for each in found]
        rows = {row.id: row for row in connection.execute(_HITS, {"keys": keys})}
        topics = topics_of(connection, keys)
    return tuple(
        _hit(each, rows[each.key], topics[each.key], text, language, bought.get(each.key))
        for each in found
        if each.key in rows
    )


def used(desk: Desk, article_id: int, call_id: int | None, verdict: str, words: str = "") -> None:
    """The article helped, did not help, or goes with the letter; what helped is learned from."""
    with desk.db.writing() as tx:
        tx.execute(
            insert(t.article_use),
            {"article_id": article_id, "call_id": call_id, "verdict": verdict, "at": desk.now()},
        )
        if verdict in ("helped", "not_helped"):
            column = _a.helped if verdict == "helped" else _a.not_helped
            tx.execute(
                update(t.article).where(_a.id == article_id).values({column.name: column + 1})
            )
        if verdict == "helped":
            _learn(desk, tx, article_id, words)


def _bought(desk: Desk, customer_id: int | None) -> dict[int, tuple[str, date]]:
    if customer_id is None:
        return {}
    with desk.db.reading() as connection:
        rows = connection.execute(_BOUGHT, {"customer": customer_id}).all()
    newest: dict[int, tuple[str, date]] = {}
    for row in sorted(rows, key=lambda row: row.placed_at):
        name = f"{row.name} {row.option}".strip()
        newest[row.article_id] = (name, row.placed_at.astimezone(SHOP_ZONE).date())
    return newest


def _hit(
    found: Found,
    row: Record,
    topics: tuple[str, ...],
    text: str,
    language: str,
    because: tuple[str, date] | None,
) -> AnswerHit:
    excerpt, marks = _excerpt(f"{row.say} {row.details}", text, row.language)
    return AnswerHit(
        article_id=found.key,
        title=row.title,
        language=row.language,
        foreign=row.language != language,
        topics=topics,
        helped=row.helped,
        excerpt=excerpt,
        title_marks=highlight(row.title, text, row.language),
        excerpt_marks=marks,
        because=because,
    )


def _excerpt(body: str, text: str, language: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The piece of the article where most of the typed words stand."""
    plain = " ".join(re.sub(r"[*#`_]+", "", body).split())
    marks = highlight(plain, text, language)
    if not marks:
        return plain[:_EXCERPT], ()
    best = max(marks, key=lambda mark: sum(mark[0] <= m[0] < mark[0] + _EXCERPT for m in marks))
    start = max(plain.rfind(". ", 0, best[0]) + 2, best[0] - 40, 0) if best[0] > 60 else 0
    start = plain.find(" ", start) + 1 if start and plain[start - 1 : start] != " " else start
    piece = plain[start : start + _EXCERPT]
    head = "… " if start else ""
    shift = len(head) - start
    inside = tuple(
        (low + shift, high + shift)
        for low, high in marks
        if low >= start and high <= start + len(piece)
    )
    return head + piece, inside


def _learn(desk: Desk, tx: Writing, article_id: int, words: str) -> None:
    """Keep what the caller's question was typed as; never a number, an address or a name's mail."""
    asked = " ".join(words.split())[:_LONGEST_WORDING]
    if not asked or _PRIVATE.search(asked):
        return
    w = t.wording.c
    known = tx.execute(select(w.id, w.words).where(w.article_id == article_id).order_by(w.id)).all()
    if any(fold(row.words) == fold(asked) for row in known):
        return
    if len(known) >= _MOST_WORDINGS:
        tx.execute(delete(t.wording).where(w.id == known[0].id))
    tx.execute(insert(t.wording), {"article_id": article_id, "words": asked, "at": desk.now()})
