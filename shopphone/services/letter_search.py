"""What the archive of letters is searched by: order number, customer, and the day of writing or leaving."""

from datetime import date, datetime, time

from sqlalchemy import ColumnElement, and_, or_, select

from shopphone.domain.customers import fold
from shopphone.domain.days import searched_days
from shopphone.services.desk import SHOP_ZONE
from shopphone.store import tables as t

_MOST_WORDS = 12  # of what was pasted; no number, name and day have more
_l, _e = t.letter.c, t.letter_event.c


def matching(text: str, today: date) -> ColumnElement[bool]:
    """Every word must be found, each in the number, the name or, if it is one, the day."""
    return and_(True, *(_has(word, today) for word in text.split()[:_MOST_WORDS]))


def _has(word: str, today: date) -> ColumnElement[bool]:
    name = t.customer.c.sort_name
    found = [
        t.sale_order.c.number.icontains(word, autoescape=True),
        name.startswith(fold(word), autoescape=True),
        name.contains(f" {fold(word)}", autoescape=True),
    ]
    days = searched_days(word, today)
    if days is not None:
        found.append(_between(*days))
    return or_(*found)


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
