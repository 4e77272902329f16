"""Whole lists of the shop as one table: customers, goods, articles, the call log.

The columns are described in the manual (resources/manual, "export"); they are those our own import knows.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Select, func, select

import shopphone.services.article_files as article_files
import shopphone.services.cards as cards
from shopphone.domain.customers import Address
from shopphone.domain.exports import Cell, Shape, Table
from shopphone.exchange import tables_out
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_AT_ONCE = 500
_PLACE = ("co", "extra", "post_number", "street", "postcode", "town", "country")
_CUSTOMER = (
    "customer_number", "kind", "salutation", "first_name", "last_name", "company", "group",
    "vat_id", "language", "email", "phones", *(f"billing_{part}" for part in _PLACE),
    "delivery_name", *(f"delivery_{part}" for part in _PLACE), "note", "created_at",
)  # fmt: skip
_PRODUCT = (
    "sku", "ean", "name", "name_en", "option", "group", "category", "description",
    "description_en", "price", "vat", "stock", "next_supply_on", "content", "content_unit",
    "weight_g", "deposit", "minimum_age", "bulky", "active", "warning", "withdrawal_rule",
    "withdrawal_reason",
)  # fmt: skip
_ARTICLE = (
    "title", "body", "lang", "tags", "say", "letter", "internal", "goods", "state", "audience",
    "owner", "review_on", "wordings",
)  # fmt: skip
_CALL = (
    "rang_at", "direction", "state", "number", "e164", "own_number", "answered_at", "ended_at",
    "seconds", "customer_number", "customer", "staff", "purpose", "outcome", "satisfaction", "note",
)  # fmt: skip
Rows = Iterator[tuple[Cell, ...]]


def write(desk: Desk, table: str, path: Path, shape: str) -> int:
    """Write a list whole; says how many rows.

    Raises Refused("export_too_long") and Unavailable("file").
    """
    columns, rows = {
        Table.CUSTOMERS: (_CUSTOMER, _customers),
        Table.PRODUCTS: (_PRODUCT, _products),
        Table.ARTICLES: (_ARTICLE, _articles),
        Table.CALLS: (_CALL, _calls),
    }[Table(table)]
    count = 0

    def counted() -> Rows:
        nonlocal count
        for row in rows(desk):
            count += 1
            yield row

    tables_out.write(path, Shape(shape), columns, counted())
    return count


def _paged(
    desk: Desk, query: Select[tuple[object, ...]], more: Callable[[Connection, list[Record]], Rows]
) -> Rows:
    """A few hundred rows at a time, by key: the desk goes on meanwhile."""
    last = 0
    key = query.selected_columns["id"]
    while True:
        with desk.db.reading() as connection:
            some = query.where(key > last).order_by(key).limit(_AT_ONCE)
            rows = list(connection.execute(some))
            if not rows:
                return
            found = list(more(connection, rows))
        yield from found
        last = rows[-1].id


def _customers(desk: Desk) -> Rows:
    def more(connection: Connection, rows: list[Record]) -> Rows:
        for row in rows:
            places = cards.addresses_of(connection, row.id)
            phones = cards.phones_of(connection, row.id)
            delivery = (*cards.delivery(places), Address(country=""))[0]
            yield (
                row.number, row.kind, row.salutation, row.first_name, row.last_name, row.company,
                row.group, row.vat_id, row.language, row.email,
                " | ".join(f"{entry.label}: {entry.raw}" for entry in phones),
                *_place(cards.billing(places)), delivery.name, *_place(delivery), row.note,
                row.created_at,
            )  # fmt: skip

    return _paged(desk, select(t.customer), more)


def _place(address: Address) -> tuple[str, ...]:
    if address.is_empty:
        return ("",) * len(_PLACE)
    return tuple(getattr(address, part) for part in _PLACE)


def _products(desk: Desk) -> Rows:
    def more(_connection: Connection, rows: list[Record]) -> Rows:
        for row in rows:
            cells = (getattr(row, name) for name in _PRODUCT)
            yield tuple(int(cell) if isinstance(cell, bool) else cell for cell in cells)

    return _paged(desk, select(t.product), more)


def _articles(desk: Desk) -> Rows:
    """As article tables are read again: topics and goods in one cell each."""
    with desk.db.reading() as connection:
        known = article_files.known(connection)
    for _version, each in known.values():
        yield (
            each.title, each.details, each.language, ", ".join(each.topics or ()), each.say,
            each.letter_paragraph, each.internal_note, ", ".join(each.skus or ()), each.state,
            each.audience, each.owner, each.review_on, "\n".join(each.wordings or ()),
        )  # fmt: skip


def _calls(desk: Desk) -> Rows:
    c = t.call.c
    query = (
        select(
            c.id, c.rang_at, c.direction, c.state, c.raw_number, c.e164, c.own_number,
            c.answered_at, c.ended_at, c.seconds, t.customer.c.number.label("customer_number"),
            func.coalesce(t.customer.c.name, "").label("customer"),
            func.coalesce(t.staff.c.name, "").label("staff"), c.purpose,
            func.coalesce(t.outcome.c.key, "").label("outcome"), c.satisfaction, c.note,
        )
        .select_from(t.call)
        .outerjoin(t.customer, t.customer.c.id == c.customer_id)
        .outerjoin(t.staff, t.staff.c.id == c.staff_id)
        .outerjoin(t.outcome, t.outcome.c.id == c.outcome_id)
    )  # fmt: skip

    def more(_connection: Connection, rows: list[Record]) -> Rows:
        return (tuple(row)[1:] for row in rows)

    return _paged(desk, query, more)
