"""An article in two languages: who belongs to whom, and what changed in one since the other was made."""

from sqlalchemy import or_, select, update

import shopphone.services.articles as articles
import shopphone.services.versions as versions
from shopphone.domain.articles import RETIRED, TEXTS, Beside
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_a = t.article.c
_MOST = 500


def beside(desk: Desk, article_id: int) -> Beside | None:
    """The translation of this article and what changed there since this one was made like it."""
    other_language = articles.read(desk, article_id).other_language
    if other_language is None:
        return None
    other = articles.read(desk, other_language[0])
    with desk.db.reading() as connection:
        made_like: int | None = connection.execute(
            select(_a.pair_version).where(_a.id == article_id)
        ).scalar()
    if made_like is None or made_like == other.version:
        return Beside(other=other, made_like=made_like, changes=())
    found = versions.changes(desk, other.article_id, made_like, other.version)
    told = tuple(each for each in found if each.name in TEXTS)
    return Beside(other=other, made_like=made_like, changes=told)


def candidates(desk: Desk, article_id: int) -> tuple[tuple[int, str], ...]:
    """Articles of the other language that have no translation yet, by title."""
    other = t.article.alias()
    taken = select(other.c.id).where(other.c.pair == _a.pair).where(other.c.id != _a.id)
    language = select(other.c.language).where(other.c.id == article_id).scalar_subquery()
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(_a.id, _a.title)
            .where(_a.language != language)
            .where(_a.state != RETIRED)
            .where(or_(_a.pair == "", ~taken.exists()))
            .order_by(_a.title)
            .limit(_MOST)
        )
        return tuple((row.id, row.title) for row in rows)


def pair(desk: Desk, article_id: int, other_id: int) -> None:
    """Say that two articles are the same in two languages. Raises Refused: pair_same_language, pair_taken."""
    mine, other = articles.read(desk, article_id), articles.read(desk, other_id)
    if mine.language == other.language:
        raise Refused("pair_same_language")
    if mine.other_language is not None or other.other_language is not None:
        raise Refused("pair_taken")
    with desk.db.writing() as tx:
        articles.join(tx, article_id, other_id)


def part(desk: Desk, article_id: int) -> None:
    """The article is nobody's translation any more."""
    with desk.db.writing() as tx:
        pair = select(_a.pair).where(_a.id == article_id).where(_a.pair != "").scalar_subquery()
        tx.execute(update(t.article).where(_a.pair == pair).values(pair_version=None))
        tx.execute(update(t.article).where(_a.id == article_id).values(pair=""))


def mark_same(desk: Desk, article_id: int) -> None:
    """Both say the same now, as someone who has compared them says."""
    mine = articles.read(desk, article_id)
    if mine.other_language is None:
        raise Refused("article_gone")
    other = articles.read(desk, mine.other_language[0])
    with desk.db.writing() as tx:
        articles.remember_same(tx, article_id, mine.version, other.version)
