"""Whose rows count as a customer's: their own, and of those who turned out to be the same person."""

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, or_, select

from shopphone.store import tables as t


def theirs(
    column: ColumnElement[int], customer_id: int | BindParameter[Any]
) -> ColumnElement[bool]:
    """For what is never moved when customers are merged, such as the consent ledger."""
    merged = select(t.customer.c.id).where(t.customer.c.merged_into == customer_id)
    return or_(column == customer_id, column.in_(merged))
