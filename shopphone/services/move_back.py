"""A move that was noted by mistake: the order goes back where it came from, and both are kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

import shopphone.services.order_writing as order_writing
from shopphone.domain import order_states
from shopphone.domain.errors import Refused
from shopphone.domain.order_states import OrderState
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_UNDONE: dict[str, dict[str, Any]] = {
    OrderState.SHIPPED: {"shipped_on": None},
    OrderState.DELIVERED: {"delivered_on": None},
}


def undo(desk: Desk, order_id: int, reason: str, seen: int = 0) -> None:
    """Cancelled, shipped, delivered or closed by mistake, until the books have it.

    Raises Refused: order_changed_meanwhile, move_not_allowed, reason_missing, order_exported.
    """
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        order = order_writing.claim(tx, order_id, seen)
        if order.state not in order_states.BACK_BY_HAND:
            raise Refused("move_not_allowed", source=order.state, target=order.state)
        before = order_states.TAKEN_BACK[OrderState(order.state)]
        # only what has several ways into it asks the history, where moves back stand too
        one = len(before) == 1
        source = before[0] if one else order_writing.came_from(tx, order_id, order.state)
        order_states.check_back(order.state, source)
        if not reason.strip():
            raise Refused("reason_missing", field="reason")
        if order.exported_at is not None:
            raise Refused("order_exported")
        if order.state == OrderState.SHIPPED:
            _unpack(tx, order_id, now, staff_id)
        values = {"state": source, **_UNDONE.get(order.state, {})}
        tx.execute(update(t.sale_order).where(t.sale_order.c.id == order_id).values(**values))
        order_writing.record_move(tx, order_id, order.state, source, now, staff_id, reason)


def _unpack(tx: Writing, order_id: int, now: datetime, staff_id: int) -> None:
    """The parcel that made the order shipped has not left either; the ones before it have."""
    moved, event, parcel = t.order_move.c, t.order_event.c, t.order_parcel.c
    shipped_at = tx.execute(
        select(moved.at)
        .where(moved.order_id == order_id)
        .where(moved.target == OrderState.SHIPPED)
        .order_by(moved.id.desc())
        .limit(1)
    ).scalar_one()
    packed = tx.execute(
        select(event.words)
        .where(event.order_id == order_id)
        .where(event.code == "parcel")
        .where(event.at == shipped_at)
        .order_by(event.id.desc())
    ).scalar()
    if packed is None:
        return
    parcels = tx.execute(
        select(t.order_parcel).where(parcel.order_id == order_id).order_by(parcel.id.desc())
    ).all()
    tx.execute(delete(t.order_parcel).where(parcel.id == parcels[0].id))
    before = parcels[1] if len(parcels) > 1 else None
    names = ("carrier", "tracking", "tracking_url")
    values = {name: "" if before is None else getattr(before, name) for name in names}
    tx.execute(update(t.sale_order).where(t.sale_order.c.id == order_id).values(**values))
    order_writing.record_event(tx, order_id, "parcel_undone", now, staff_id, packed)
