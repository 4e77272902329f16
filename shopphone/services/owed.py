"""What is owed for an order, from its row: the order list and the caller card say the same."""

from datetime import date

from shopphone.domain.owed import Owed
from shopphone.store.types import Record


def of(row: Record, mandate_on: date | None, parent: str | None) -> Owed:
    """row: a sale_order; parent: the answer for a customer under age."""
    return Owed(
        state=row.state,
        stored=row.payment_state,
        payment_code=row.payment_code,
        due_on=row.due_on,
        mandate_on=mandate_on,
        total=row.total,
        paid=row.paid_amount,
        parent=parent,
        taken_off=row.taken_off,
        given_back=row.given_back,
    )
