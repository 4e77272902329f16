"""Who has which article open in the editor, so that the second desk is told before it types.

A note in the shop, renewed while the editor is open; one that is not renewed has no meaning after
a while, so a desk that ended without a word stands in nobody's way.
"""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import delete, insert, select, update

from shopphone.domain.articles import Around, Writer
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t

RENEWED_EVERY = timedelta(seconds=60)
_FORGOTTEN_AFTER = 3 * RENEWED_EVERY
_e, _a = t.article_editing.c, t.article.c
_SAVED = select(_a.version, _a.state, _a.changed_by, _a.changed_at)


def begin(desk: Desk, article_id: int) -> None:
    """Say, or say again, that this desk is editing the article."""
    now, place = desk.now(), _place(desk)
    mine = {"staff": desk.staff_name, "at": now}
    with desk.db.writing() as tx:
        tx.execute(delete(t.article_editing).where(_e.at < now - _FORGOTTEN_AFTER))
        done = tx.execute(
            update(t.article_editing)
            .where(_e.article_id == article_id)
            .where(_e.place == place)
            .values(mine)
        )
        if not done.rowcount:
            key = {"article_id": article_id, "place": place}
            tx.execute(insert(t.article_editing), mine | key)


def others(desk: Desk, article_id: int) -> tuple[Writer, ...]:
    """Who else is editing it now."""
    oldest = desk.now() - _FORGOTTEN_AFTER
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(_e.staff, _e.at)
            .where(_e.article_id == article_id)
            .where(_e.place != _place(desk))
            .where(_e.at >= oldest)
            .order_by(_e.at)
        )
        return tuple(Writer(name=row.staff, seen_at=row.at) for row in rows)


def around(desk: Desk, article_id: int) -> Around:
    """Who else is editing it, and what was saved last. Raises Refused: article_gone."""
    with desk.db.reading() as connection:
        row = connection.execute(_SAVED.where(_a.id == article_id)).first()
    if row is None:
        raise Refused("article_gone")
    return Around(
        writers=others(desk, article_id),
        version=row.version,
        state=row.state,
        by=row.changed_by,
        at=row.changed_at,
    )


def end(desk: Desk, article_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(
            delete(t.article_editing)
            .where(_e.article_id == article_id)
            .where(_e.place == _place(desk))
        )


def _place(desk: Desk) -> str:
    """This desk's own key, kept in its own file: two desks may have the same person."""
    with desk.lock:
        kept = desk.local.kept("place")
        if kept is None:
            kept = {"key": uuid4().hex}
            desk.local.keep("place", kept)
    return str(kept["key"])
