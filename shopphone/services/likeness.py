"""Who may be meant already while a new customer is typed; two are never made one by themselves."""

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from shopphone.domain.addresses import Likeness, same_name
from shopphone.domain.customers import CustomerDraft, display_name, fold
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_MOST = 5
_c, _a, _p = t.customer.c, t.customer_address.c, t.customer_phone.c


def alike(desk: Desk, draft: CustomerDraft) -> tuple[Likeness, ...]:
    """Customers with the same number or e-mail, or almost the same name at the same postcode."""
    numbers = [e164 for each in draft.phones if (e164 := normalised(desk, each.raw).e164)]
    mail = draft.email.strip().lower()
    found: dict[int, Likeness] = {}
    with desk.db.reading() as connection:
        if numbers:
            having = select(_p.customer_id).where(_p.e164.in_(numbers))
            for row in connection.execute(_people().where(_c.id.in_(having)).limit(_MOST)):
                found.setdefault(row.id, _likeness(row, "phone"))
        if mail:
            for row in connection.execute(_people().where(_c.email.ilike(mail)).limit(_MOST)):
                found.setdefault(row.id, _likeness(row, "email"))
        name = display_name(draft.first_name.strip(), draft.last_name.strip(), draft.company)
        if name and draft.billing.postcode:
            for row in connection.execute(_people().where(_lives_at(draft)).limit(200)):
                if same_name(name, row.name):
                    found.setdefault(row.id, _likeness(row, "name"))
    found.pop(draft.customer_id or 0, None)
    return tuple(found.values())[:_MOST]


def _people() -> Select[Any]:
    place = (
        select(_a.postcode + " " + _a.town)
        .where(_a.customer_id == _c.id)
        .order_by(_a.id)
        .limit(1)
        .scalar_subquery()
    )
    return select(_c.id, _c.number, _c.name, place.label("place"))


def _lives_at(draft: CustomerDraft) -> ColumnElement[bool]:
    here = select(_a.customer_id).where(_a.postcode == draft.billing.postcode.strip())
    return or_(_c.id.in_(here), _c.sort_name == fold(draft.last_name))


def _likeness(row: Record, why: str) -> Likeness:
    return Likeness(
        customer_id=row.id, number=row.number, name=row.name, place=row.place or "", why=why
    )
