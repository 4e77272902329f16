"""Customers under age: the parent who must say yes, by when, and what they answered."""

from sqlalchemy import insert, select, update

import shopphone.services.order_writing as order_writing
import shopphone.services.receipts as receipts
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import PENDING
from shopphone.domain.order_kinds import LASTING, Matter
from shopphone.domain.order_life import ParentAsked, ratified_until
from shopphone.domain.orders import OrderDraft
from shopphone.domain.sending import minimum_age
from shopphone.services.desk import Desk
from shopphone.services.order_writing import claim, record_event
from shopphone.store import tables as t
from shopphone.store.db import Writing

_m = t.order_minor.c
ANSWERS = ("yes", "no")


def refuse_unready(draft: OrderDraft) -> None:
    """A minor needs a parent to ask (§ 107 BGB), and is bound to nothing that lasts.

    Goods of a minimum age are never for a minor: no parent's yes lifts §§ 9, 10, 12 JuSchG.
    """
    if draft.of_age != "no":
        return
    if Matter(draft.matter) in LASTING or draft.term_months:
        raise Refused("minor_bound", field="of_age")
    if minimum_age(draft):
        raise Refused("minor_goods", field="of_age")
    if not draft.parent.strip():
        raise Refused("parent_missing", field="parent")


def begin(desk: Desk, tx: Writing, order_id: int, parent: str) -> None:
    """The contract is pending: from today the parent has two weeks (§ 108 (2) BGB)."""
    tx.execute(
        insert(t.order_minor),
        {
            "order_id": order_id,
            "parent": parent.strip(),
            "asked_on": desk.today(),
            "answer": "",
            "words": "",
            "staff_id": desk.staff_id(),
        },
    )


def rename_parent(tx: Writing, order_id: int, parent: str) -> None:
    """Another parent is asked; who has answered already stays, as a proof."""
    tx.execute(
        update(t.order_minor)
        .where(_m.order_id == order_id)
        .where(_m.answer == "")
        .values(parent=parent.strip())
    )


def answer(desk: Desk, order_id: int, yes: bool, words: str, seen: int = 0) -> None:
    """What the parent said, in their words. Raises Refused: order_changed_meanwhile, words_missing."""
    if not words.strip():
        raise Refused("words_missing", field="words")
    now, staff_id = desk.now(), desk.staff_id()
    said = "yes" if yes else "no"
    with desk.db.writing() as tx:
        claim(tx, order_id, seen)
        tx.execute(
            update(t.order_minor)
            .where(_m.order_id == order_id)
            .values(answer=said, words=words.strip(), answered_at=now, staff_id=staff_id)
        )
        order_writing.unqueue(tx, order_id, PENDING)
        record_event(tx, order_id, f"parent_{said}", now, staff_id, words.strip())


def refuse_pending(tx: Writing, order_id: int) -> None:
    """Nothing is sent to a minor before a parent has said yes."""
    row = tx.execute(select(_m.answer).where(_m.order_id == order_id)).first()
    if row is not None and row.answer != "yes":
        raise Refused("parent_pending")


def waiting(desk: Desk) -> tuple[ParentAsked, ...]:
    """Orders that wait for a parent, the most urgent first."""
    query = (
        select(
            t.sale_order.c.id,
            t.sale_order.c.number,
            t.sale_order.c.name,
            t.sale_order.c.billing,
            t.order_minor,
        )
        .join_from(t.order_minor, t.sale_order)
        .where(_m.answer == "")
        .where(t.sale_order.c.state.in_(("placed", "confirmed")))
        .order_by(_m.asked_on, _m.order_id)
    )
    with desk.db.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        ParentAsked(
            order_id=row.id,
            number=row.number,
            customer=row.name,
            parent=row.parent,
            until=ratified_until(row.asked_on, receipts.places_of(desk, row.billing)),
        )
        for row in rows
    )
