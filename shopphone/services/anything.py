"""Find anything: the things that one line of words may mean, the likeliest first.

Asked at every key: each question goes by an index of the database, or by the search engines.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, select

import shopphone.services.answers as answers
import shopphone.services.callers as callers
import shopphone.services.counters as counters
import shopphone.services.customers as customers
import shopphone.services.products as products
from shopphone.domain.places import Found, Place
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.text import storable

_FEWEST_DIGITS = 5
_MOST_DIGITS = 6  # of an order's number without its year
_YEARS = 10
_MOST_PEOPLE, _MOST_THINGS, _MOST_RECENT = 6, 4, 8
_LONGEST = 200
_NUMBER_LIKE = re.compile(r"[+(]?[\d\s()/.–-]+")
_RECENT = "recent"

_Keys = Sequence[int | str]


def find(desk: Desk, text: str, language: str = "de") -> tuple[Found, ...]:
    """A code typed whole alone; else people, orders, what is asked and what is sold.

    Without words what was opened last. Several people begin with a line for all of them.
    """
    wanted = storable(text).strip()[:_LONGEST]
    if not wanted:
        return recent(desk)
    return _named(desk, list(_by_code(desk, wanted)) or list(_alike(desk, wanted, language)))


def recent(desk: Desk) -> tuple[Found, ...]:
    """What was opened last at this desk, without what is gone since."""
    return _named(desk, _kept(desk))


def remember(desk: Desk, place: Place) -> None:
    """Keep the place of one thing for `recent`; a name is never kept, only its key."""
    places = [place, *(each for each in _kept(desk) if each != place)][:_MOST_RECENT]
    kept = [[each.screen, each.wanted] for each in places]
    desk.local.keep(_RECENT, {"places": kept})


def _kept(desk: Desk) -> list[Place]:
    kept = (desk.local.kept(_RECENT) or {}).get("places", [])
    return [Place(screen=screen, wanted=wanted) for screen, wanted in kept]


def _by_code(desk: Desk, text: str) -> Iterator[Place]:
    """An order, customer, tracking or article number, typed whole, in capitals or not."""
    o, c, parcel = t.sale_order.c, t.customer.c, t.order_parcel.c
    codes = {text, text.upper(), text.lower()}
    with desk.db.reading() as connection:
        for query in (
            select(o.id).where(o.number.in_(codes)),
            select(o.id).where(o.tracking.in_(codes)).order_by(o.id.desc()).limit(_MOST_THINGS),
            select(parcel.order_id).where(parcel.tracking.in_(codes)),
        ):
            for key in connection.execute(query).scalars():
                yield Place(screen="orders", wanted=key)
        for key in connection.execute(select(c.id).where(c.number.in_(codes))).scalars():
            yield Place(screen="customers", wanted=key)
    for each in products.by_code(desk, text):
        yield Place(screen="products", wanted=each.sku)


def _alike(desk: Desk, text: str, language: str) -> Iterator[Place]:
    people = _people(desk, text)
    if len(people) > 1:
        yield Place(screen="customers", wanted=text)
    for key in people[:_MOST_PEOPLE]:
        yield Place(screen="customers", wanted=key)
    for key in _orders(desk, text):
        yield Place(screen="orders", wanted=key)
    yield from _things(desk, text, language)


def _people(desk: Desk, text: str) -> Sequence[int]:
    """By a telephone number in any spelling, else by the beginning of a name."""
    digits = sum(char.isdigit() for char in text)
    if _NUMBER_LIKE.fullmatch(text) and digits >= _FEWEST_DIGITS:
        found = callers.identify(desk, text).candidates
        return [each.customer_id for each in found]
    return customers.named(desk, text, _MOST_PEOPLE + 1)


def _orders(desk: Desk, text: str) -> Sequence[int]:
    """The orders with this number in the last years: who calls reads out its last digits."""
    if not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
        return ()
    pattern, year, o = desk.setting("order.pattern"), desk.today().year, t.sale_order.c
    numbers = {
        counters.printed(pattern, int(text), each) for each in range(year - _YEARS, year + 1)
    }
    query = select(o.id).where(o.number.in_(numbers)).order_by(o.id.desc()).limit(_MOST_THINGS)
    with desk.db.reading() as connection:
        return connection.execute(query).scalars().all()


def _things(desk: Desk, text: str, language: str) -> Iterator[Place]:
    """Several words are a question, one word is more often an article's name."""
    asked = [
        Place(screen="knowledge", wanted=each.article_id)
        for each in answers.find(desk, text, language=language, limit=_MOST_THINGS)
    ]
    sold = [
        Place(screen="products", wanted=each.sku)
        for each in products.find(desk, text, limit=_MOST_THINGS)
    ]
    yield from (*asked, *sold) if " " in text else (*sold, *asked)


def _named(desk: Desk, places: Sequence[Place]) -> tuple[Found, ...]:
    """The places with what stands there; without those that are gone."""
    found: dict[Place, Found] = {}
    with desk.db.reading() as connection:
        for screen, name in _NAMING.items():
            keys = [each.wanted for each in places if each.screen == screen]
            if keys:
                found |= {each.place: each for each in name(connection, keys)}
    shown = ((each, found.get(each) or _everybody(each)) for each in dict.fromkeys(places))
    return tuple(each for _, each in shown if each is not None)


def _everybody(place: Place) -> Found | None:
    made = Found(place=place, title=str(place.wanted))
    return made if made.is_list else None


def _name_customers(connection: Connection, keys: _Keys) -> Iterator[Found]:
    c, a = t.customer.c, t.customer_address.c
    town = (
        select(a.town).where(a.customer_id == c.id).where(a.kind == "billing").limit(1)
    ).scalar_subquery()
    ids = [key for key in keys if isinstance(key, int)]
    query = select(c.id, c.name, c.number, town.label("town")).where(c.id.in_(ids))
    for row in connection.execute(query):
        detail = ", ".join(each for each in (row.number, row.town) if each)
        yield Found(place=Place(screen="customers", wanted=row.id), title=row.name, detail=detail)


def _name_orders(connection: Connection, keys: _Keys) -> Iterator[Found]:
    o = t.sale_order.c
    query = select(o.id, o.number, o.placed_at, t.customer.c.name).join_from(
        t.sale_order, t.customer
    )
    for row in connection.execute(query.where(o.id.in_(keys))):
        yield Found(
            place=Place(screen="orders", wanted=row.id),
            title=row.number,
            detail=row.name,
            on=row.placed_at.date(),
        )


def _name_articles(connection: Connection, keys: _Keys) -> Iterator[Found]:
    a = t.article.c
    for row in connection.execute(select(a.id, a.title, a.say).where(a.id.in_(keys))):
        place = Place(screen="knowledge", wanted=row.id)
        yield Found(place=place, title=row.title, detail=row.say)


def _name_products(connection: Connection, keys: _Keys) -> Iterator[Found]:
    p = t.product.c
    for row in connection.execute(select(p.sku, p.name, p.option).where(p.sku.in_(keys))):
        name = " ".join(each for each in (row.name, row.option) if each)
        yield Found(place=Place(screen="products", wanted=row.sku), title=name, detail=row.sku)


_NAMING: dict[str, Callable[[Connection, _Keys], Iterator[Found]]] = {
    "customers": _name_customers,
    "orders": _name_orders,
    "knowledge": _name_articles,
    "products": _name_products,
}
