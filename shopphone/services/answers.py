"""Answers: find the right article, say how it went, and let the articles learn from callers."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Update, bindparam, delete, func, insert, select, update

import shopphone.services.finder as finder
import shopphone.services.gaps as gaps
import shopphone.services.meaning as meaning
import shopphone.services.wordings as wordings
from shopphone.domain.articles import IN_FORCE
from shopphone.domain.errors import Refused
from shopphone.domain.knowledge import AnswerHit
from shopphone.domain.learning import LONGEST_QUESTION, Searched, Used, without_persons
from shopphone.domain.search.analysis import stem, words
from shopphone.domain.search.index import highlight
from shopphone.meaning import order
from shopphone.services.articles import topics_of
from shopphone.services.cards import OPEN_STATES
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.types import Moment, Record

_ORDERED_FIRST = 2.0  # more than any score: before all others when a word meets at all
_BOUGHT_ONCE = 0.25
_EXCERPT = 160
_SAY = 150
_MARKS = 200
_READ = 20_000  # of a text's characters, for the matching place
_LEARNED_FROM = frozenset(("helped", "enclosed"))
_COUNTED = {"helped": "helped", "not_helped": "not_helped"}  # columns of the article

_a, _o, _l, _p, _u = (
    t.article.c, t.sale_order.c, t.order_line.c, t.product.c, t.article_use.c
)  # fmt: skip
_HITS = select(
    _a.id, _a.title, _a.language, _a.helped, _a.say, _a.details
).where(_a.id.in_(bindparam("keys", expanding=True))).where(_a.state == IN_FORCE)  # fmt: skip
_GOODS = (
    select(
        _l.product_id, _p.group, _p.category, _l.name, _l.option,
        _o.state.in_(OPEN_STATES).label("is_open"),
        func.max(_o.placed_at, type_=Moment).label("placed_at"),
    )
    .join_from(t.sale_order, t.order_line)
    .join(t.product)
    .where(_o.customer_id == bindparam("customer"))
    .where(_o.state.not_in(("cancelled", "withdrawn", "merged")))
    .group_by(_l.product_id, _p.group, _p.category, _l.name, _l.option, "is_open")
)  # fmt: skip
_OF_GOODS = select(t.article_product.c.article_id, t.article_product.c.product_id).where(
    t.article_product.c.product_id.in_(bindparam("products", expanding=True))
)
_OF_GROUPS = select(t.article_group.c.article_id, t.article_group.c.group).where(
    t.article_group.c.group.in_(bindparam("groups", expanding=True))
)


class _Ordered(NamedTuple):
    """Goods of this caller that an article belongs to."""

    is_open: bool
    placed_on: date
    name: str

    @property
    def because(self) -> tuple[str, date]:
        return (self.name, self.placed_on)


def find(
    desk: Desk, text: str, language: str = "de", customer_id: int | None = None, limit: int = 12
) -> tuple[AnswerHit, ...]:
    """Articles in force for these words, best first; without words those of the caller's goods.

    What belongs to goods in an open order of this caller comes before all others that match.
    """
    text = text[:LONGEST_QUESTION]
    ordered = _ordered(desk, customer_id)
    if not text.strip():
        return _of_goods(desk, ordered, language)[:limit]
    boost = {key: _ORDERED_FIRST if each.is_open else _BOUGHT_ONCE for key, each in ordered.items()}
    index = finder.finder_of(desk).articles()
    found = [each.key for each in index.find(text, language=language, limit=limit, boost=boost)]
    return _hits(desk, found, text, language, ordered)


def find_by_meaning(
    desk: Desk, text: str, language: str = "de", customer_id: int | None = None, limit: int = 12
) -> tuple[AnswerHit, ...] | None:
    """The same with what the words mean; None where no model runs: the order of find() stays."""
    text = text[:LONGEST_QUESTION]
    closeness = meaning.understanding_of(desk).closeness(text) if text.strip() else None
    if closeness is None:
        return None
    ordered = _ordered(desk, customer_id)
    index = finder.finder_of(desk).articles()
    found = order.ranked(
        index.cover(text),
        closeness,
        index.languages(),
        language=language,
        limit=limit,
        boost={
            key: order.BOUGHT if each.is_open else _BOUGHT_ONCE for key, each in ordered.items()
        },
    )
    return _hits(desk, [each.key for each in found], text, language, ordered)


def used(
    desk: Desk,
    article_id: int,
    call_id: int | None,
    verdict: str,
    words: str = "",
    customer_id: int | None = None,
    language: str = "de",
) -> Used:
    """The article was opened, helped, did not help, or goes with the letter.

    words: the question it was found with. What helped learns it; what did not makes it a gap.
    Raises Refused: answer_gone, answer_retired.
    """
    with desk.db.writing() as tx:
        state = tx.execute(select(_a.state).where(_a.id == article_id)).scalar()
        if state is None:
            raise Refused("answer_gone")
        if state != IN_FORCE and verdict != "opened":
            raise Refused("answer_retired")
        row = {"article_id": article_id, "call_id": call_id, "verdict": verdict, "at": desk.now()}
        use_id = tx.insert(insert(t.article_use), row)
        if verdict in _COUNTED:
            tx.count(_count(article_id, verdict, 1))
        learned = question_id = None
        if words and verdict in _LEARNED_FROM:
            names = wordings.names_of(tx, call_id, customer_id)
            learned = wordings.learn(desk, tx, article_id, words, names)
        elif words and verdict == "not_helped":
            names = wordings.names_of(tx, call_id, customer_id)
            asked = without_persons(words, names)
            question_id = gaps.add(desk, tx, asked, language, call_id)
    return Used(
        use_id=use_id,
        article_id=article_id,
        verdict=verdict,
        wording_id=learned.wording_id if learned else None,
        lost=learned.lost if learned else None,
        question_id=question_id,
    )


def take_back(desk: Desk, use: Used) -> None:
    """As if it had not been said."""
    with desk.db.writing() as tx:
        if not tx.execute(delete(t.article_use).where(_u.id == use.use_id)).rowcount:
            return
        if use.verdict in _COUNTED:
            tx.count(_count(use.article_id, use.verdict, -1))
        if use.wording_id is not None:
            tx.execute(delete(t.wording).where(t.wording.c.id == use.wording_id))
        if use.lost is not None:
            words, at = use.lost
            row = {"article_id": use.article_id, "words": words, "at": at}
            tx.execute(insert(t.wording), row)
        if use.question_id is not None:
            gaps.remove(tx, use.question_id)


def ended(desk: Desk, searched: Searched) -> int | None:
    """A search is over: what stood in view is counted, and a fruitless one becomes a gap.

    Gives the key of the gap's question, if one was noted.
    """
    now, call_id = desk.now(), searched.call_id
    with desk.db.writing() as tx:
        there = tx.execute(select(_a.id).where(_a.id.in_(searched.shown))).scalars().all()
        rows = [
            {"article_id": each, "call_id": call_id, "verdict": "shown", "at": now}
            for each in there
        ]
        if rows:
            tx.execute(insert(t.article_use), rows)
        if not searched.is_fruitless:
            return None
        names = wordings.names_of(tx, call_id, searched.customer_id)
        asked = without_persons(searched.words, names)
        return gaps.add(desk, tx, asked, searched.language, call_id)


def _count(article_id: int, verdict: str, step: int) -> Update:
    column = _a[_COUNTED[verdict]]
    return update(t.article).where(_a.id == article_id).values({column.name: column + step})


def _ordered(desk: Desk, customer_id: int | None) -> dict[int, _Ordered]:
    """By article: the goods of this caller it belongs to; open orders first, then the newest."""
    if customer_id is None:
        return {}
    by_product: dict[int, list[_Ordered]] = {}
    by_group: dict[str, list[_Ordered]] = {}
    with desk.db.reading() as connection:
        for row in connection.execute(_GOODS, {"customer": customer_id}):
            on = row.placed_at.astimezone(SHOP_ZONE).date()
            goods = _Ordered(bool(row.is_open), on, f"{row.name} {row.option}".strip())
            by_product.setdefault(row.product_id, []).append(goods)
            for group in {row.group, row.category} - {""}:
                by_group.setdefault(group, []).append(goods)
        if not by_product:
            return {}
        products = connection.execute(_OF_GOODS, {"products": list(by_product)}).all()
        groups = connection.execute(_OF_GROUPS, {"groups": list(by_group)}).all()
    best: dict[int, _Ordered] = {}
    linked = [(key, each) for key, product in products for each in by_product[product]]
    linked += [(key, each) for key, group in groups for each in by_group[group]]
    for key, each in linked:
        if key not in best or each > best[key]:
            best[key] = each
    return best


def _of_goods(desk: Desk, ordered: dict[int, _Ordered], language: str) -> tuple[AnswerHit, ...]:
    """The caller's language first; in another one only what theirs does not have."""
    of = select(_a.id, _a.pair, _a.language).where(_a.id.in_(ordered))
    with desk.db.reading() as connection:
        rows = connection.execute(of).all()
    own = {row.id for row in rows if row.language == language}
    pairs = {row.pair for row in rows if row.id in own and row.pair}
    keys = [row.id for row in rows if row.id in own or row.pair not in pairs]
    keys.sort(key=lambda key: (key in own, ordered[key]), reverse=True)
    return _hits(desk, keys, "", language, ordered)


def _hits(
    desk: Desk, keys: Sequence[int], text: str, language: str, ordered: Mapping[int, _Ordered]
) -> tuple[AnswerHit, ...]:
    with desk.db.reading() as connection:
        rows = {row.id: row for row in connection.execute(_HITS, {"keys": keys})}
        topics = topics_of(connection, keys)
    return tuple(
        _hit(rows[key], topics[key], text, language, ordered.get(key))
        for key in keys
        if key in rows
    )


def _hit(
    row: Record,
    topics: tuple[str, ...],
    text: str,
    language: str,
    ordered: _Ordered | None,
) -> AnswerHit:
    text = _telling(text, row.language)
    say, say_marks = _excerpt(row.say, text, row.language, _SAY)
    # looking through long details takes most of the time, and the sentence to say has it already
    excerpt, marks = ("", ()) if say_marks else _excerpt(row.details, text, row.language, _EXCERPT)
    return AnswerHit(
        article_id=row.id,
        title=row.title,
        language=row.language,
        foreign=row.language != language,
        topics=topics,
        helped=row.helped,
        say=say,
        excerpt=excerpt if marks or not say else "",
        title_marks=highlight(row.title, text, row.language),
        say_marks=say_marks,
        excerpt_marks=marks,
        because=ordered.because if ordered else None,
    )


def _telling(text: str, language: str) -> str:
    """The words worth marking: not those of every question, unless there are no others."""
    lists = finder.search_lists().get(language)
    stops = lists.stops if lists is not None else {}
    telling = [word for word in words(text) if stem(word, language) not in stops]
    return " ".join(telling) or text


def _excerpt(
    body: str, text: str, language: str, most: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The piece of a text where most of the typed words stand."""
    plain = " ".join(re.sub(r"[*#`_|]+|-{3,}", "", body[:_READ]).split())
    marks = highlight(plain, text, language)
    if not marks:
        return plain[:most], ()
    first = marks[:_MARKS]
    best = max(first, key=lambda mark: sum(mark[0] <= m[0] < mark[0] + most for m in first))
    start = max(plain.rfind(". ", 0, best[0]) + 2, best[0] - 40, 0) if best[0] > 60 else 0
    start = plain.find(" ", start) + 1 if start and plain[start - 1 : start] != " " else start
    piece = plain[start : start + most]
    head = "… " if start else ""
    shift = len(head) - start
    inside = tuple(
        (low + shift, high + shift)
        for low, high in marks
        if low >= start and high <= start + len(piece)
    )
    return head + piece, inside
