"""Text modules: kept per language, filled with the facts of the call that is in hand."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from shopphone.domain import phone, text_modules
from shopphone.domain.errors import Refused
from shopphone.domain.text_modules import (
    About,
    Filled,
    ModuleDraft,
    ModulePreview,
    TextModule,
)
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_m = t.text_module.c
_MOST_GOODS = 5
NBSP = "\u00a0"


def every(desk: Desk) -> tuple[TextModule, ...]:
    """All of the shop's, also those out of use, by abbreviation."""
    with desk.db.reading() as connection:
        rows = connection.execute(select(t.text_module).order_by(_m.abbreviation, _m.language))
        return tuple(_module(row) for row in rows)


def fill(desk: Desk, content: str, about: About, answers: Mapping[str, str]) -> Filled:
    """A module's text for the field it is typed in."""
    with desk.db.reading() as connection:
        told = _facts(desk, connection, about)
        # fixed blanks are for paper: in a note they would only break what someone searches for
        facts = {name: fact.replace(NBSP, " ") for name, fact in told}
    return text_modules.filled(content, facts, answers)


def save(desk: Desk, draft: ModuleDraft) -> int:
    """Raises Refused: module_abbreviation_taken, and what text_modules.check says."""
    text_modules.check(draft)
    with desk.db.writing() as tx:
        same = (
            select(_m.id)
            .where(_m.abbreviation == draft.abbreviation)
            .where(_m.language == draft.language)
        )
        taken = tx.execute(same).scalar()
        if taken is not None and taken != draft.module_id:
            raise Refused("module_abbreviation_taken", field="abbreviation")
        return _put(tx, draft)


def remove(desk: Desk, module_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(delete(t.text_module).where(_m.id == module_id))


def preview_import(desk: Desk, path: Path, language: str) -> ModulePreview:
    """What a table in Zammad's columns would bring. language: of its texts, which it does not say.

    Raises Refused and Unavailable as exchange.table does.
    """
    from shopphone.exchange import zammad

    drafts, faults, remarks = zammad.read_modules(path, language)
    known = {(each.abbreviation, each.language): each for each in every(desk)}
    counts = [_verdict(known.get((draft.abbreviation, draft.language)), draft) for draft in drafts]
    return ModulePreview(
        drafts=tuple(drafts),
        new=counts.count("new"),
        changed=counts.count("changed"),
        unchanged=counts.count("unchanged"),
        faults=tuple(faults),
        remarks=tuple(remarks),
    )


def take_in(desk: Desk, preview: ModulePreview) -> None:
    """Everything of the preview in one transaction; the same abbreviation takes the new text."""
    with desk.db.writing() as tx:
        known = {
            (row.abbreviation, row.language): row.id for row in tx.execute(select(t.text_module))
        }
        for draft in preview.drafts:
            draft.module_id = known.get((draft.abbreviation, draft.language))
            _put(tx, draft)


def _put(tx: Writing, draft: ModuleDraft) -> int:
    values = _values(draft)
    if draft.module_id is not None:
        done = tx.execute(update(t.text_module).where(_m.id == draft.module_id).values(**values))
        if done.rowcount:
            return draft.module_id
    return tx.insert(insert(t.text_module), values)  # new, or deleted elsewhere meanwhile


def _values(draft: ModuleDraft) -> dict[str, Any]:
    return {
        "abbreviation": draft.abbreviation,
        "language": draft.language,
        "name": draft.name.strip() or draft.abbreviation,
        "content": draft.content.strip(),
        "note": draft.note.strip(),
        "active": draft.active,
    }


def _verdict(known: TextModule | None, draft: ModuleDraft) -> str:
    if known is None:
        return "new"
    values = _values(draft)
    same = all(getattr(known, name) == value for name, value in values.items())
    return "unchanged" if same else "changed"


def _module(row: Record) -> TextModule:
    return TextModule(
        module_id=row.id,
        abbreviation=row.abbreviation,
        language=row.language,
        name=row.name,
        content=row.content,
        note=row.note,
        active=row.active,
    )


def _facts(desk: Desk, connection: Connection, about: About) -> Iterator[tuple[str, str]]:
    """What is known, by the names of text_modules.PLACES; nothing is guessed."""
    from shopphone.letters import amounts

    yield "today", amounts.day(desk.today(), about.language)
    yield "staff.name", desk.staff_name or desk.setting("desk.staff")
    for name in ("name", "phone", "email"):
        yield f"shop.{name}", desk.setting(f"shop.{name}")
    call = _one(connection, t.call, about.call_id)
    if call is not None:
        number = call.e164 or ""
        yield "call.number", phone.display(number) if number else call.raw_number
        yield "call.time", amounts.clock(call.rang_at.astimezone(SHOP_ZONE))
    customer = _one(connection, t.customer, about.customer_id)
    if customer is not None:
        yield from _of_customer(desk, customer, about.language)
    order = _order(connection, about)
    if order is not None:
        yield from _of_order(connection, order, about.language)


def _of_customer(desk: Desk, customer: Record, language: str) -> Iterator[tuple[str, str]]:
    from shopphone.letters import salutation, texts

    words = texts.text_of("confirmation", language, desk.today())["words"]
    greeting = salutation.of(customer.salutation, customer.last_name, customer.name, words)
    yield "customer.greeting", greeting
    for name in ("name", "first_name", "last_name", "company", "number", "email"):
        yield f"customer.{name}", getattr(customer, name)


def _of_order(connection: Connection, order: Record, language: str) -> Iterator[tuple[str, str]]:
    from shopphone.letters import amounts

    line = t.order_line.c
    goods = connection.execute(
        select(line.name, line.option).where(line.order_id == order.id).order_by(line.position)
    ).all()
    names = [f"{row.name} {row.option}".strip() for row in goods[:_MOST_GOODS]]
    yield "order.number", order.number
    yield "order.date", amounts.day(order.placed_at.astimezone(SHOP_ZONE).date(), language)
    yield "order.total", amounts.money(order.total, language)
    yield "order.goods", ", ".join([*names, *(["…"] if len(goods) > _MOST_GOODS else [])])
    yield "order.tracking", f"{order.carrier} {order.tracking}".strip()


def _order(connection: Connection, about: About) -> Record | None:
    """The one that is named, else the one of this call, else the customer's newest."""
    o = t.sale_order.c
    wanted = []
    if about.order_id is not None:
        wanted = [o.id == about.order_id]
    else:
        if about.call_id is not None:
            wanted.append(o.call_id == about.call_id)
        if about.customer_id is not None:
            wanted.append(o.customer_id == about.customer_id)
    for condition in wanted:
        found: Record | None = connection.execute(
            select(t.sale_order).where(condition).order_by(o.placed_at.desc(), o.id.desc()).limit(1)
        ).first()
        if found is not None:
            return found
    return None


def _one(connection: Connection, table: Any, key: int | None) -> Record | None:
    if key is None:
        return None
    found: Record | None = connection.execute(select(table).where(table.c.id == key)).first()
    return found
