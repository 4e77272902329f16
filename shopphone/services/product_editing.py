"""Articles for sale as they are typed: begun, kept on this desk, checked and saved."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import delete, func, insert, select, update

import shopphone.services.money as money
import shopphone.services.products as products
from shopphone.domain.errors import Refused
from shopphone.domain.product_form import (
    ProductDraft,
    ProductForm,
    checked,
    codes_of,
    draft_of,
)
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_p = t.product.c


def begin(desk: Desk, product_id: int | None) -> ProductForm:
    """The form of an article, or of a new one, with what this desk has typed and not saved."""
    kept = desk.local.kept(_name(product_id)) or {}
    begun = ProductDraft() if product_id is None else _shown(desk, product_id)
    rates = {rate.percent for rate in money.rates(desk) if rate.country == _home(desk)}
    return ProductForm(
        product_id=product_id,
        begun=_draft(kept["begun"]) if kept else begun,
        kept=_draft(kept["typed"]) if kept else None,
        rates=tuple(sorted(rates, reverse=True)),
        categories=products.categories(desk),
    )


def keep(desk: Desk, product_id: int | None, typed: ProductDraft, begun: ProductDraft) -> None:
    """Keep what is typed until it is saved; what says nothing new is forgotten."""
    work = {"typed": asdict(typed), "begun": asdict(begun)}
    desk.local.keep(_name(product_id), None if typed == begun else work)


def look_again(desk: Desk, product_id: int | None) -> ProductForm:
    """Forget what is typed and begin anew with what the shop has."""
    desk.local.keep(_name(product_id), None)
    return begin(desk, product_id)


def save(desk: Desk, product_id: int | None, typed: ProductDraft, begun: ProductDraft) -> int:
    """Save an article and give its key; a number it no longer has goes on finding it.

    Placed orders keep what they agreed. Raises Refused: what domain.product_form.checked raises,
    sku_taken, product_changed_meanwhile when somebody has saved it since begun.
    """
    values = checked(typed)
    codes = codes_of(typed)
    with desk.db.writing() as tx:
        _refuse_taken(tx, product_id, values.sku, codes)
        if product_id is None:
            key = tx.insert(insert(t.product), asdict(values))
        else:
            key = product_id
            # nobody else saves it between this look and our own saving
            tx.execute(select(_p.id).where(_p.id == key).with_for_update())
            if _shown(desk, key) != begun:
                raise Refused("product_changed_meanwhile")
            if begun.sku != values.sku and begun.sku not in codes:
                codes = (*codes, begun.sku)
            tx.execute(update(t.product).where(_p.id == key).values(**asdict(values)))
            tx.execute(delete(t.product_code).where(t.product_code.c.product_id == key))
        if codes:
            rows = [{"product_id": key, "code": code} for code in codes]
            tx.execute(insert(t.product_code), rows)
    desk.local.keep(_name(product_id), None)
    return key


def _refuse_taken(tx: Writing, product_id: int | None, sku: str, codes: Sequence[str]) -> None:
    """A number finds one article only: neither its number nor an old one belongs to another."""
    for field, wanted in (("sku", [sku]), ("old_skus", codes)):
        small = [code.lower() for code in wanted]
        now = select(_p.sku).where(func.lower(_p.sku).in_(small), _p.id != (product_id or 0))
        old = select(t.product_code.c.code).where(
            func.lower(t.product_code.c.code).in_(small),
            t.product_code.c.product_id != (product_id or 0),
        )
        taken = tx.execute(now.union_all(old)).scalars().first()
        if taken is not None:
            raise Refused("sku_taken", field=field, names=taken)


def _shown(desk: Desk, product_id: int) -> ProductDraft:
    found = products.detail(desk, product_id)
    return draft_of(found.product, tuple(sorted(found.old_skus)))


def _home(desk: Desk) -> str:
    return desk.setting("shop.country") or "DE"


def _name(product_id: int | None) -> str:
    return f"product/{product_id or 'new'}"


def _draft(kept: dict[str, Any]) -> ProductDraft:
    known = {each.name for each in fields(ProductDraft)}
    return ProductDraft(**{name: value for name, value in kept.items() if name in known})
