"""What came in the demo shop: each confirmation with the post, two days after its order."""

from datetime import date, timedelta

from sqlalchemy import insert, select

from shopphone.domain.withdrawal import Mark
from shopphone.services.desk import SHOP_ZONE
from shopphone.store import tables as t
from shopphone.store.db import Writing

_LEFT = ("confirmed", "shipped", "delivered", "closed", "withdrawn")
_BY_POST = timedelta(days=2)


def fill(tx: Writing, today: date) -> None:
    """Without them no demo order would show a last day of its right of withdrawal."""
    o = t.sale_order.c
    orders = tx.execute(select(o.id, o.placed_at, o.staff_id).where(o.state.in_(_LEFT))).all()
    tx.execute(
        insert(t.order_receipt),
        [
            {
                "order_id": row.id,
                "mark": Mark.CONFIRMED,
                "day": min(row.placed_at.astimezone(SHOP_ZONE).date() + _BY_POST, today),
                "at": row.placed_at + _BY_POST,
                "staff_id": row.staff_id,
            }
            for row in orders
        ],
    )
