"""Gaps: what callers asked in vain, alike questions together, until an article answers them."""

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, select, update

import shopphone.services.finder as finder
import shopphone.services.wordings as wordings
from shopphone.domain.gaps import ASSIGNED, NOT_NEEDED, WRITTEN, Closing, Gap
from shopphone.domain.learning import is_question, without_persons
from shopphone.domain.likeness import ALIKE, heart, likeness, most_different
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_g, _q = t.gap.c, t.gap_question.c
_MOST = 500
_MOST_LEARNED = 10  # of one gap's questions: an article's own wordings keep most of their places


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
                article_id=row.article_id,
            )
            for row in rows
        )


def write_for(tx: Writing, gap_id: int, article_id: int) -> None:
    """This article is being written for the gap, which stays open until it is in force."""
    of_gap = update(t.gap).where(_g.id == gap_id).where(_g.closed_at.is_(None))
    tx.execute(of_gap.values(article_id=article_id))


def written(desk: Desk, tx: Writing, article_id: int) -> None:
    """The article is in force: the questions of the gaps it was written for find it from now on."""
    waiting = select(_g.id).where(_g.article_id == article_id).where(_g.closed_at.is_(None))
    for gap_id in tx.execute(waiting).scalars().all():
        _close(desk, tx, gap_id, WRITTEN, article_id)


def assign(desk: Desk, gap_id: int, article_id: int) -> Closing:
    """An article had the answer already: the gap's questions become its wordings."""
    with desk.db.writing() as tx:
        return _close(desk, tx, gap_id, ASSIGNED, article_id)


def close(desk: Desk, gap_id: int) -> Closing:
    """Nobody needs an article for this."""
    with desk.db.writing() as tx:
        return _close(desk, tx, gap_id, NOT_NEEDED, None)


def reopen(desk: Desk, closing: Closing) -> None:
    """As if it had not been closed; the wordings it added go again, those it cost come back."""
    back = {"closed_at": None, "closed_how": "", "article_id": None}
    with desk.db.writing() as tx:
        tx.execute(update(t.gap).where(_g.id == closing.gap_id).values(back))
        if closing.wordings:
            tx.execute(delete(t.wording).where(t.wording.c.id.in_(closing.wordings)))
        if closing.lost:
            row = {"article_id": closing.article_id}
            lost = [row | {"words": words, "at": at} for words, at in closing.lost]
            tx.execute(insert(t.wording), lost)


def heart_of(text: str, language: str) -> frozenset[str]:
    """What a question is about, to compare it by."""
    lists = finder.search_lists().get(language)
    return heart(text, language, lists.stops if lists is not None else {})


def _close(desk: Desk, tx: Writing, gap_id: int, how: str, article_id: int | None) -> Closing:
    values = {"closed_at": desk.now(), "closed_how": how, "article_id": article_id}
    tx.execute(update(t.gap).where(_g.id == gap_id).values(values))
    if article_id is None:
        return Closing(gap_id=gap_id)
    asked = _most_different(_questions(tx, gap_id), _language(tx, gap_id))
    known = (wordings.learn(desk, tx, article_id, words, ()) for words in asked)
    learned = [each for each in known if each is not None]
    return Closing(
        gap_id=gap_id,
        article_id=article_id,
        wordings=tuple(each.wording_id for each in learned),
        lost=tuple(each.lost for each in learned if each.lost is not None),
    )


def _language(tx: Writing, gap_id: int) -> str:
    found = tx.execute(select(_g.language).where(_g.id == gap_id)).scalar()
    return str(found or "")


def _questions(tx: Writing, gap_id: int) -> tuple[str, ...]:
    """The gap's own words and those of every question, the same ones once."""
    own = tx.execute(select(_g.words).where(_g.id == gap_id)).scalars().all()
    asked = tx.execute(select(_q.words).where(_q.gap_id == gap_id).order_by(_q.id)).scalars().all()
    return tuple(dict.fromkeys([*own, *asked]))


def _most_different(asked: Sequence[str], language: str) -> list[str]:
    """Hundreds who asked the same teach no more than one: the places are for other words."""
    hearts = [heart_of(words, language) for words in asked[:_MOST]]
    return [asked[place] for place in most_different(hearts, _MOST_LEARNED)]


def _alike(tx: Writing, asked: str, language: str) -> int | None:
    """The open gap with the most similar question, if it is similar enough; the newest are compared."""
    words = func.coalesce(_q.words, _g.words)
    newest = func.max(func.coalesce(_q.asked_at, _g.asked_at))
    of_gap = (
        select(_g.id, words.label("words"))
        .outerjoin_from(t.gap, t.gap_question)
        .where(_g.closed_at.is_(None))
        .where(_g.language == language)
        .group_by(_g.id, words)
        .order_by(newest.desc(), _g.id)
        .limit(_MOST)
    )
    wanted = heart_of(asked, language)
    best, found = 0.0, None
    for row in tx.execute(of_gap).all():
        alike = likeness(wanted, heart_of(row.words, language))
        if alike >= ALIKE and alike > best:
            best, found = alike, int(row.id)
    return found
