"""What the archive of letters is searched by: order number, customer, day of writing or leaving, its words."""

from datetime import date, datetime, time

from sqlalchemy import ColumnElement, and_, insert, or_, select

from shopphone.domain.customers import fold
from shopphone.domain.days import searched_days
from shopphone.pdfium import words
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t

_MOST_WORDS = 12  # of what was pasted; no number, name and day have more
_AT_ONCE = 20
_PAGES = 3  # the legal pages behind them say the same in every letter
_MOST = 8000  # characters
_l, _e, _w = t.letter.c, t.letter_event.c, t.letter_words.c
Unread = tuple[int, str]  # a letter's key and its words, folded


def matching(text: str, today: date) -> ColumnElement[bool]:
    """Every word must be found: in the number, the name, the letter or, if it is one, the day."""
    return and_(True, *(_has(word, today) for word in text.split()[:_MOST_WORDS]))


def _has(word: str, today: date) -> ColumnElement[bool]:
    name = t.customer.c.sort_name
    found = [
        t.sale_order.c.number.icontains(word, autoescape=True),
        name.startswith(fold(word), autoescape=True),
        name.contains(f" {fold(word)}", autoescape=True),
        _stands_in_it(word),
    ]
    days = searched_days(word, today)
    if days is not None:
        found.append(_between(*days))
    return or_(*found)


def _stands_in_it(word: str) -> ColumnElement[bool]:
    return (
        select(_w.letter_id)
        .where(_w.letter_id == _l.id)
        .where(_w.words.contains(fold(word), autoescape=True))
        .correlate(t.letter)
        .exists()
    )


def unread(desk: Desk) -> tuple[Unread, ...]:
    """What stands in some letters nobody has read the words of yet, the newest first."""
    query = (
        select(_l.id, _l.pdf)
        .outerjoin(t.letter_words, _w.letter_id == _l.id)
        .where(_w.letter_id.is_(None))
        .order_by(_l.id.desc())
        .limit(_AT_ONCE)
    )
    with desk.db.reading() as connection:
        rows = connection.execute(query).all()
    return tuple((row.id, fold(words(bytes(row.pdf), _PAGES))[:_MOST]) for row in rows)


def keep(desk: Desk, read: tuple[Unread, ...]) -> bool:
    """Whether there may be more; a letter another desk has read meanwhile stays as it is."""
    with desk.db.writing() as tx:
        ids = [letter_id for letter_id, _ in read]
        known = set(tx.execute(select(_w.letter_id).where(_w.letter_id.in_(ids))).scalars())
        for letter_id, text in read:
            if letter_id not in known:
                tx.execute(insert(t.letter_words), {"letter_id": letter_id, "words": text})
    return len(read) == _AT_ONCE


def _between(first: date, after: date) -> ColumnElement[bool]:
    begin, end = (datetime.combine(each, time(), SHOP_ZONE) for each in (first, after))
    left = (
        select(_e.id)
        .where(_e.letter_id == _l.id)
        .where(_e.error == "")
        .where(_e.at >= begin)
        .where(_e.at < end)
        .correlate(t.letter)
        .exists()
    )
    written = and_(_l.created_at >= begin, _l.created_at < end)
    return or_(written, left)
