"""The lines of a placed order as a draft has them: as agreed, with what only the product still says."""

from decimal import Decimal

from sqlalchemy import select

import shopphone.services.money as money
import shopphone.services.products as products
from shopphone.domain import vat
from shopphone.domain.money import round2
from shopphone.domain.orders import LineDraft, OrderDetail, OrderLine
from shopphone.domain.prices import BY_ITSELF, Source
from shopphone.domain.products import Product
from shopphone.domain.vat import VatMode, VatTerms
from shopphone.services.desk import Desk
from shopphone.store import tables as t


def lines_of(desk: Desk, order: OrderDetail) -> list[LineDraft]:
    """Each line as it is agreed, in the order's own VAT mode."""
    line = t.order_line.c
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(line.position, line.product_id).where(line.order_id == order.order_id)
        ).all()
    keys: dict[int, int | None] = {row.position: row.product_id for row in rows}
    wanted = [key for key in keys.values() if key is not None]
    known = {each.product_id: each for each in products.by_keys(desk, wanted)} if wanted else {}
    terms = money.vat_terms(desk)
    drafts = []
    for each in order.lines:
        key = keys[each.position]
        product = None if key is None else known.get(key)
        drafts.append(_draft(each, order, terms, key, product))
    return drafts


def _draft(
    line: OrderLine, order: OrderDetail, terms: VatTerms, key: int | None, product: Product | None
) -> LineDraft:
    mode = order.totals.mode
    home = vat.home_rate_of(
        mode,
        terms,
        (order.deliver_to or order.billing).country or terms.home,
        order.placed_at.date(),
        price=line.unit_price,
        percent=line.vat,
        gross=line.gross_price,
        likely=None if product is None else product.vat,
    )
    return LineDraft(
        position=line.position,
        sku=line.sku,
        product_id=key,
        name=line.name,
        option=line.option,
        description=line.description,
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        vat=line.vat,
        price_source=line.price_source,
        price_note=line.price_note,
        listed_price=_listed(line, key, product),
        gross_price=line.gross_price,
        home_vat=home,
        deposit=line.deposit,
        gross_deposit=_gross_deposit(line, mode, terms, home),
        content=line.content,
        content_unit=line.content_unit,
        withdrawal_rule=line.withdrawal_rule,
        minimum_age=max(line.minimum_age, 0 if product is None else product.minimum_age),
        weight_g=None if product is None else product.weight_g,
        bulky=product is not None and product.bulky,
    )


def _gross_deposit(line: OrderLine, mode: VatMode, terms: VatTerms, home: Decimal) -> Decimal:
    """The deposit at home, in whole cents where those come to what was agreed."""
    gross = vat.home_gross(mode, terms, line.deposit, home, line.vat)
    cents = round2(gross)
    fits = vat.price_in(mode, terms, cents, home, line.vat) == line.deposit
    return cents if fits else gross


def _listed(line: OrderLine, key: int | None, product: Product | None) -> Decimal | None:
    """The list's price of then, so that today's can be shown beside it.

    A price of a quantity, group or promotion hides it: then today's, from which it is reckoned.
    """
    if key is None or line.price_source not in BY_ITSELF:
        return None
    if line.price_source == Source.LIST or product is None:
        return line.gross_price
    return product.price
