"""Gaps: what callers asked in vain, alike questions together, until an article answers them."""

from sqlalchemy import delete, func, insert, select, update

import shopphone.services.finder as finder
import shopphone.services.wordings as wordings
from shopphone.domain.gaps import ASSIGNED, NOT_NEEDED, WRITTEN, Closing, Gap
from shopphone.domain.learning import is_question, without_persons
from shopphone.domain.likeness import ALIKE, heart, likeness
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_g, _q = t.gap.c, t.gap_question.c
_MOST = 500


def note(
    desk: Desk,
    words: str,
    language: str = "de",
    call_id: int | None = None,
    customer_id: int | None = None,
) -> int | None:
    """Nobody had an answer: the question joins the gap it is like, or begins one.

    Gives the question's key; None if nothing is left of it that may be stored.
    """
    with desk.db.writing() as tx:
        names = wordings.names_of(tx, call_id, customer_id)
        return add(desk, tx, without_persons(words, names), language, call_id)


def add(desk: Desk, tx: Writing, asked: str, language: str, call_id: int | None) -> int | None:
    """The same within a transaction, for words that have been freed of persons."""
    if not is_question(asked):
        return None
    now = desk.now()
    gap_id = _alike(tx, asked, language)
    if gap_id is None:
        row = {"words": asked, "language": language, "asked_at": now, "times": 1}
        gap_id = tx.insert(insert(t.gap), row)
    else:
        change = {"times": _g.times + 1, "asked_at": now}
        tx.execute(update(t.gap).where(_g.id == gap_id).values(change))
    row = {"gap_id": gap_id, "words": asked, "call_id": call_id, "asked_at": now}
    return tx.insert(insert(t.gap_question), row)


def take_back(desk: Desk, question_id: int) -> None:
    """The question was answered after all; a gap without questions goes."""
    with desk.db.writing() as tx:
        remove(tx, question_id)


def remove(tx: Writing, question_id: int) -> None:
    gap_id = tx.execute(select(_q.gap_id).where(_q.id == question_id)).scalar()
    tx.execute(delete(t.gap_question).where(_q.id == question_id))
    tx.execute(update(t.gap).where(_g.id == gap_id).values(times=_g.times - 1))
    tx.execute(delete(t.gap).where(_g.id == gap_id).where(_g.times <= 0))


def open_gaps(desk: Desk) -> tuple[Gap, ...]:
    """The most frequent first."""
    query = select(t.gap).where(_g.closed_at.is_(None))
    with desk.db.reading() as connection:
        rows = connection.execute(query.order_by(_g.times.desc(), _g.asked_at.desc(), _g.id))
        return tuple(
            Gap(
                gap_id=row.id,
                words=row.words,
                language=row.language,
                asked_at=row.asked_at,
                times=row.times,
            )
            for row in rows
        )


def written(desk: Desk, gap_id: int, article_id: int) -> Closing:
    """This article was written for the gap: its questions find it from now on."""
    return _close(desk, gap_id, WRITTEN, article_id)


def assign(desk: Desk, gap_id: int, article_id: int) -> Closing:
    """An article had the answer already: the gap's questions become its wordings."""
    return _close(desk, gap_id, ASSIGNED, article_id)


def close(desk: Desk, gap_id: int) -> Closing:
    """Nobody needs an article for this."""
    return _close(desk, gap_id, NOT_NEEDED, None)


def reopen(desk: Desk, closing: Closing) -> None:
    """As if it had not been closed; the wordings it added go again."""
    back = {"closed_at": None, "closed_how": "", "article_id": None}
    with desk.db.writing() as tx:
        tx.execute(update(t.gap).where(_g.id == closing.gap_id).values(back))
        if closing.wordings:
            tx.execute(delete(t.wording).where(t.wording.c.id.in_(closing.wordings)))


def heart_of(text: str, language: str) -> frozenset[str]:
    """What a question is about, to compare it by."""
    lists = finder.search_lists().get(language)
    return heart(text, language, lists.stops if lists is not None else {})


def _close(desk: Desk, gap_id: int, how: str, article_id: int | None) -> Closing:
    with desk.db.writing() as tx:
        values = {"closed_at": desk.now(), "closed_how": how, "article_id": article_id}
        tx.execute(update(t.gap).where(_g.id == gap_id).values(values))
        if article_id is None:
            return Closing(gap_id=gap_id)
        learned = [
            wordings.learn(desk, tx, article_id, words, ()) for words in _questions(tx, gap_id)
        ]
    return Closing(gap_id=gap_id, wordings=tuple(each.wording_id for each in learned if each))


def _questions(tx: Writing, gap_id: int) -> tuple[str, ...]:
    """The gap's own words and those of every question, the same ones once."""
    own = tx.execute(select(_g.words).where(_g.id == gap_id)).scalars().all()
    asked = tx.execute(select(_q.words).where(_q.gap_id == gap_id).order_by(_q.id)).scalars().all()
    return tuple(dict.fromkeys([*own, *asked]))


def _alike(tx: Writing, asked: str, language: str) -> int | None:
    """The open gap with the most similar question, if it is similar enough."""
    of_gap = (
        select(_g.id, func.coalesce(_q.words, _g.words).label("words"))
        .outerjoin_from(t.gap, t.gap_question)
        .where(_g.closed_at.is_(None))
        .where(_g.language == language)
        .order_by(_g.id, _q.id)
        .limit(_MOST)
    )
    rows = tx.execute(of_gap).all()
    wanted = heart_of(asked, language)
    best, found = ALIKE, None
    for row in rows:
        alike = likeness(wanted, heart_of(row.words, language))
        if alike >= best:
            best, found = alike, int(row.id)
    return found
