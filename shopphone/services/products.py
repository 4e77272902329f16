"""Products: exact codes first, then ranked names; the catalogue list; one product whole."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

import shopphone.services.finder as finder
from shopphone.domain import offers
from shopphone.domain.errors import Refused
from shopphone.domain.products import PriceOffer, Product, ProductDetail
from shopphone.domain.quantities import bare_quantity, split_quantity
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_p = t.product.c
SCOPES = ("product", "variants", "category")
_ROWS = select(t.product)
_CODES: BindParameter[str] = bindparam("codes", expanding=True)
_BY_CODE = _ROWS.where(
    or_(
        _p.sku.in_(_CODES),
        _p.ean.in_(_CODES),
        _p.id.in_(select(t.product_code.c.product_id).where(t.product_code.c.code.in_(_CODES))),
    )
).where(_p.active)
_OFFERS = select(t.product_price).order_by(t.product_price.c.id)
_OFFERS_OF = _OFFERS.where(t.product_price.c.product_id.in_(bindparam("keys", expanding=True)))
_SIZES = (
    select(_p.group, func.count())
    .where(_p.group.in_(bindparam("groups", expanding=True)))
    .where(_p.active)
    .group_by(_p.group)
)
_BY_KEYS = _ROWS.where(_p.id.in_(bindparam("keys", expanding=True)))


def find(desk: Desk, text: str, language: str = "de", limit: int = 12) -> tuple[Product, ...]:
    """What the input row offers: an exact SKU, EAN or old SKU alone, else names by rank."""
    wanted = text.strip()
    if not wanted:
        return ()
    with desk.db.reading() as connection:
        exact = _by_code(connection, wanted)
    if exact:
        return exact
    found = finder.finder_of(desk).goods().find(text.lstrip(), language="de", limit=limit)
    goods = by_keys(desk, [each.key for each in found])
    return tuple(each for each in goods if each.sku.lower() == wanted.lower()) or goods


def find_counted(desk: Desk, text: str) -> tuple[Decimal, str, tuple[Product, ...]]:
    """Quantity, words and what they find; an exact code wins over a number that starts it.

    Raises Refused: quantity_wrong.
    """
    with desk.db.reading() as connection:
        for quantity, code in ((Decimal(1), text.strip()), bare_quantity(text) or (Decimal(1), "")):
            exact = _by_code(connection, code) if code else ()
            if exact:
                return quantity, code, exact
    quantity, words = split_quantity(text)
    return quantity, words, find(desk, words)


def by_code(desk: Desk, code: str) -> tuple[Product, ...]:
    """The goods with this number, EAN or old number, typed whole."""
    with desk.db.reading() as connection:
        return _by_code(connection, code)


def by_keys(desk: Desk, keys: Sequence[int]) -> tuple[Product, ...]:
    """These products in this order, without those that are gone."""
    with desk.db.reading() as connection:
        rows = {row.id: row for row in connection.execute(_BY_KEYS, {"keys": keys})}
        return _products(connection, [rows[key] for key in keys if key in rows])


def page(
    desk: Desk,
    text: str = "",
    category: str = "",
    after: tuple[str, int] | None = None,
    limit: int = 60,
) -> tuple[Product, ...]:
    """The catalogue by name, the next rows after the key (name, id)."""
    if text.strip():
        found = find(desk, text, limit=100) if after is None else ()
        return tuple(each for each in found if not category or each.category == category)
    query = _ROWS.order_by(_p.name, _p.id).limit(limit)
    if category:
        query = query.where(_p.category == category)
    if after is not None:
        query = query.where(tuple_(_p.name, _p.id) > tuple_(*after))
    return _all(desk, query)


def variants(desk: Desk, product_id: int) -> tuple[Product, ...]:
    """The other options of the same product, by their order in the catalogue."""
    group = select(_p.group).where(_p.id == product_id).scalar_subquery()
    sold = _ROWS.where(_p.group == group).where(_p.group != "").where(_p.active)
    return _all(desk, sold.order_by(_p.id))


def set_offers(desk: Desk, product_id: int, text: str) -> None:
    """Keep the other prices of a product, as domain.offers reads them: all of them, or none.

    Raises Refused("offer_unreadable", line=…).
    """
    read = offers.read_offers(text)
    with desk.db.writing() as tx:
        tx.execute(delete(t.product_price).where(t.product_price.c.product_id == product_id))
        rows = [
            {
                "product_id": product_id,
                "price": each.price,
                "from_quantity": each.from_quantity,
                "customer_group": each.group,
                "starts_on": each.starts_on,
                "ends_on": each.ends_on,
                "name": each.name,
            }
            for each in read
        ]
        if rows:
            tx.execute(insert(t.product_price), rows)


def detail(desk: Desk, product_id: int) -> ProductDetail:
    with desk.db.reading() as connection:
        row = connection.execute(_ROWS.where(_p.id == product_id)).one()
        codes = connection.execute(
            select(t.product_code.c.code).where(t.product_code.c.product_id == product_id)
        ).scalars()
        articles = connection.execute(
            select(t.article.c.id, t.article.c.title)
            .join_from(t.article_product, t.article)
            .where(t.article_product.c.product_id == product_id)
            .order_by(t.article.c.title)
        ).all()
        return ProductDetail(
            product=_products(connection, [row])[0],
            variants=variants(desk, product_id),
            old_skus=tuple(codes),
            articles=tuple((each.id, each.title) for each in articles),
        )


def categories(desk: Desk) -> tuple[str, ...]:
    with desk.db.reading() as connection:
        found = connection.execute(select(_p.category).distinct().order_by(_p.category)).scalars()
        return tuple(name for name in found if name)


def set_withdrawal_rule(
    desk: Desk, product_id: int, number: int, reason: str, scope: str = "product"
) -> int:
    """Give a product, its variants or its whole category a rule of § 312g (2) BGB; 0: the plain right.

    scope: product, variants, category. Gives how many products it is for now. Placed orders keep
    theirs. Raises Refused: reason_missing for "no right", choice_unknown.
    """
    rule = WithdrawalRule.by_number(number)
    if number != rule.number or scope not in SCOPES:
        raise Refused("choice_unknown", field="rule")
    if rule.needs_reason and not reason.strip():
        raise Refused("reason_missing", field="reason")
    with desk.db.writing() as tx:
        one = tx.execute(select(_p.group, _p.category).where(_p.id == product_id)).one()
        meant = _p.id == product_id
        if scope == "variants" and one.group:
            meant = _p.group == one.group
        elif scope == "category" and one.category:
            meant = _p.category == one.category
        done = tx.execute(
            update(t.product)
            .where(meant)
            .values(withdrawal_rule=str(rule), withdrawal_reason=reason.strip())
        )
    return int(done.rowcount)


def _by_code(connection: Connection, code: str) -> tuple[Product, ...]:
    """The goods with this number, EAN or old number, however small or large it was typed.

    Asked as typed, small and large, the database looks into its indexes, not at all goods.
    """
    codes = list({code, code.lower(), code.upper()})
    return _products(connection, connection.execute(_BY_CODE, {"codes": codes}).all())


def _all(desk: Desk, query: Select[Any]) -> tuple[Product, ...]:
    with desk.db.reading() as connection:
        return _products(connection, connection.execute(query).all())


def _products(connection: Connection, rows: Sequence[Record]) -> tuple[Product, ...]:
    """The rows with their other prices and the number of their variants, asked once for all."""
    keys = {"keys": [row.id for row in rows]}
    others: dict[int, list[PriceOffer]] = {}
    for row in connection.execute(_OFFERS_OF, keys) if rows else ():
        others.setdefault(row.product_id, []).append(_offer(row))
    groups = {row.group for row in rows if row.group}
    sizes: dict[str, int] = {}
    if groups:
        sizes = {row[0]: row[1] for row in connection.execute(_SIZES, {"groups": groups})}
    return tuple(
        _product(row, tuple(others.get(row.id, ())), sizes.get(row.group, 0)) for row in rows
    )


def _offer(row: Record) -> PriceOffer:
    return PriceOffer(
        price=row.price,
        from_quantity=row.from_quantity,
        group=row.customer_group,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        name=row.name,
    )


def _product(row: Record, others: tuple[PriceOffer, ...], variant_count: int) -> Product:
    return Product(
        product_id=row.id,
        sku=row.sku,
        ean=row.ean,
        name=row.name,
        name_en=row.name_en,
        option=row.option,
        group=row.group,
        category=row.category,
        description=row.description,
        description_en=row.description_en,
        price=row.price,
        vat=row.vat,
        stock=row.stock,
        next_supply_on=row.next_supply_on,
        content=row.content,
        content_unit=row.content_unit,
        weight_g=row.weight_g,
        withdrawal_rule=row.withdrawal_rule,
        withdrawal_reason=row.withdrawal_reason,
        warning=row.warning,
        active=row.active,
        deposit=row.deposit,
        minimum_age=row.minimum_age,
        bulky=row.bulky,
        offers=others,
        variants=variant_count,
    )
