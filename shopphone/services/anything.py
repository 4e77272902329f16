"""Find anything: one line of words, and the place where what they mean is shown."""

import re
from typing import Any

from sqlalchemy import func, or_, select

import shopphone.services.answers as answers
import shopphone.services.callers as callers
import shopphone.services.customers as customers
import shopphone.services.products as products
from shopphone.domain.places import Place
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.text import storable
from shopphone.store.types import Text

_FEWEST_DIGITS = 5
_MOST = 2  # one is opened, two are a list
_NUMBER_LIKE = re.compile(r"[+(]?[\d\s()/.–-]+")


def find(desk: Desk, text: str) -> Place:
    """Codes and numbers first, then people, then what is asked (words) or sold (one word), then orders."""
    wanted = storable(text).strip()
    if not wanted:
        return Place(screen="customers", wanted="")
    return (
        _by_code(desk, wanted)
        or _by_phone(desk, wanted)
        or _people(desk, wanted)
        or _things(desk, wanted)
        or _orders(desk, wanted)
        or Place(screen="customers", wanted=wanted)
    )


def _by_code(desk: Desk, text: str) -> Place | None:
    """An order, customer, tracking or article number, typed whole."""
    o, c, p = t.sale_order.c, t.customer.c, t.product.c
    order = select(o.id).where(
        or_(_same(o.number, text), (o.tracking == text) & (o.tracking != ""))
    )
    with desk.db.reading() as connection:
        order_id: int | None = connection.execute(order.order_by(o.id.desc()).limit(1)).scalar()
        if order_id is not None:
            return Place(screen="orders", wanted=order_id)
        customer_id: int | None = connection.execute(
            select(c.id).where(_same(c.number, text))
        ).scalar()
        if customer_id is not None:
            return Place(screen="customers", wanted=customer_id)
        sku: str | None = connection.execute(
            select(p.sku).where(or_(_same(p.sku, text), p.ean == text)).limit(1)
        ).scalar()
    return None if sku is None else Place(screen="products", wanted=sku)


def _same(column: Any, text: str) -> Any:
    return func.lower(column, type_=Text) == text.lower()


def _by_phone(desk: Desk, text: str) -> Place | None:
    """A number in any spelling, whole or its beginning; else digits of an order number."""
    digits = sum(char.isdigit() for char in text)
    if not _NUMBER_LIKE.fullmatch(text) or digits < _FEWEST_DIGITS:
        return None
    found = callers.identify(desk, text).candidates
    if len(found) == 1:
        return Place(screen="customers", wanted=found[0].customer_id)
    return Place(screen="customers", wanted=text) if found else None


def _people(desk: Desk, text: str) -> Place | None:
    found = customers.search(desk, text, _MOST)
    if len(found) == 1:
        return Place(screen="customers", wanted=found[0].customer_id)
    return Place(screen="customers", wanted=text) if found else None


def _things(desk: Desk, text: str) -> Place | None:
    """Several words are a question, one word is more often an article's name."""
    asked = ("knowledge", lambda: answers.find(desk, text, limit=1))
    sold = ("products", lambda: products.find(desk, text, limit=1))
    for screen, look in (asked, sold) if " " in text else (sold, asked):
        if look():
            return Place(screen=screen, wanted=text)
    return None


def _orders(desk: Desk, text: str) -> Place | None:
    """Part of an order number."""
    o = t.sale_order.c
    with desk.db.reading() as connection:
        query = select(o.id).where(o.number.icontains(text, autoescape=True)).limit(_MOST)
        found = connection.execute(query).scalars().all()
    if len(found) == 1:
        return Place(screen="orders", wanted=int(found[0]))
    return Place(screen="orders", wanted=text) if found else None
