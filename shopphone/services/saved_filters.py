"""Filters of the call log by name, the same at every desk of the shop."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select, update

from shopphone.domain.customers import fold
from shopphone.domain.errors import Refused
from shopphone.domain.log_filters import SavedFilter
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_LONGEST_NAME = 60
_f = t.call_filter.c


def every(desk: Desk) -> tuple[SavedFilter, ...]:
    with desk.db.reading() as connection:
        rows = connection.execute(select(t.call_filter)).all()
    found = [SavedFilter(filter_id=r.id, name=r.name, choices=dict(r.wanted)) for r in rows]
    return tuple(sorted(found, key=lambda each: (fold(each.name), each.name)))


def save(desk: Desk, name: str, choices: Mapping[str, str]) -> int:
    """Under a name of its own; the one that has the name is replaced. Raises Refused: filter_name."""
    called = " ".join(name.split())[:_LONGEST_NAME]
    if not called:
        raise Refused("filter_name", field="name")
    values = {"name": called, "wanted": dict(choices)}
    with desk.db.writing() as tx:
        known = tx.execute(select(_f.id).where(_f.name == called)).scalar()
        if known is None:
            return tx.insert(insert(t.call_filter), values)
        tx.execute(update(t.call_filter).where(_f.id == known).values(**values))
        return int(known)


def forget(desk: Desk, filter_id: int) -> None:
    with desk.db.writing() as tx:
        tx.execute(delete(t.call_filter).where(_f.id == filter_id))
