"""Gaps: questions nobody could answer from the articles, each a to-do for whoever writes them."""

from sqlalchemy import insert, select, update

from shopphone.domain.customers import fold
from shopphone.domain.knowledge import Gap
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_LONGEST_WORDING = 200


def note(desk: Desk, words: str, language: str = "de") -> None:
    """Nobody had an answer: the question becomes a to-do; the same question counts up."""
    asked = " ".join(words.split())[:_LONGEST_WORDING]
    if not asked:
        return
    with desk.db.writing() as tx:
        known = tx.execute(select(t.gap.c.id, t.gap.c.words).where(t.gap.c.closed_at.is_(None)))
        same = next((row.id for row in known if fold(row.words) == fold(asked)), None)
        if same is not None:
            tx.execute(update(t.gap).where(t.gap.c.id == same).values(times=t.gap.c.times + 1))
            return
        tx.execute(
            insert(t.gap),
            {"words": asked, "language": language, "asked_at": desk.now(), "times": 1},
        )


def open_gaps(desk: Desk) -> tuple[Gap, ...]:
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(t.gap)
            .where(t.gap.c.closed_at.is_(None))
            .order_by(t.gap.c.times.desc(), t.gap.c.asked_at.desc())
        )
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


def close(desk: Desk, gap_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.gap).where(t.gap.c.id == gap_id).values(closed_at=desk.now()))
