"""Wordings: how callers asked for what an article answers; found at once, few, and nobody's name."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from shopphone.domain.customers import fold
from shopphone.domain.learning import MOST_WORDINGS, without_persons
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_w = t.wording.c
_c = t.customer.c


@dataclass(frozen=True, slots=True)
class Learned:
    """The new wording, and the oldest one if it had to make room."""

    wording_id: int
    lost: tuple[str, datetime] | None


def learn(
    desk: Desk, tx: Writing, article_id: int, words: str, names: tuple[str, ...]
) -> Learned | None:
    """Keep what the question was typed as; None if nothing is left of it or it is known."""
    asked = without_persons(words, names)
    if not asked:
        return None
    known = tx.execute(
        select(_w.id, _w.words, _w.at).where(_w.article_id == article_id).order_by(_w.at, _w.id)
    ).all()
    if any(fold(row.words) == fold(asked) for row in known):
        return None
    lost = None
    if len(known) >= MOST_WORDINGS:
        lost = (known[0].words, known[0].at)
        tx.execute(delete(t.wording).where(_w.id == known[0].id))
    row = {"article_id": article_id, "words": asked, "at": desk.now()}
    return Learned(tx.insert(insert(t.wording), row), lost)


def delete_wording(desk: Desk, article_id: int, words: str) -> datetime | None:
    """Take a wording out of the article; gives when it was learned, to put it back."""
    with desk.db.writing() as tx:
        found = select(_w.id, _w.at).where(_w.article_id == article_id).where(_w.words == words)
        row = tx.execute(found).first()
        if row is None:
            return None
        tx.execute(delete(t.wording).where(_w.id == row.id))
    at: datetime = row.at
    return at


def put_back(desk: Desk, article_id: int, words: str, at: datetime) -> None:
    with desk.db.writing() as tx:
        tx.execute(insert(t.wording), {"article_id": article_id, "words": words, "at": at})


def names_of(tx: Writing, call_id: int | None, customer_id: int | None) -> tuple[str, ...]:
    """What this caller is called: of the customer at the desk, and of the one the call is kept with."""
    of_call = select(t.call.c.customer_id).where(t.call.c.id == call_id).scalar_subquery()
    rows = tx.execute(
        select(_c.first_name, _c.last_name, _c.company).where(
            (_c.id == customer_id) | (_c.id == of_call)
        )
    )
    return tuple(name for row in rows for name in row if name)
