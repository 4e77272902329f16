"""Who is calling? One query over phones, company trunks and delivery phones, with the reason."""

from sqlalchemy import bindparam, func, insert, literal, null, select, update

from shopphone.domain import phone
from shopphone.domain.customers import Candidate, Identified, MatchReason
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.prepared import Prepared, Rows
from shopphone.store.types import from_ms, to_ms

_ORDER = (
    MatchReason.PHONE,
    MatchReason.TRUNK,
    MatchReason.DELIVERY_PHONE,
    MatchReason.OLD_PHONE,
)
_TRUNKS = tuple(f"trunk_{n}" for n in range(phone.MOST_TRUNKS))
_last_contact = (
    select(func.max(t.call.c.rang_at))
    .where(t.call.c.customer_id == t.customer.c.id)
    .scalar_subquery()
)
_town = (
    select(t.customer_address.c.town)
    .where(t.customer_address.c.customer_id == t.customer.c.id)
    .where(t.customer_address.c.kind == "billing")
    .limit(1)
    .scalar_subquery()
)
_phones = (
    select(t.customer_phone.c.customer_id, t.customer_phone.c.label, null().label("order_number"))
    .where(t.customer_phone.c.e164 == bindparam("e164"))
    .union_all(
        select(t.customer_phone.c.customer_id, literal("trunk"), null())
        .where(t.customer_phone.c.e164.in_([bindparam(name) for name in _TRUNKS]))
        .where(t.customer_phone.c.label == "trunk"),
        select(t.sale_order.c.customer_id, literal("delivery"), t.sale_order.c.number).where(
            t.sale_order.c.delivery_e164 == bindparam("e164")
        ),
    )
    .subquery("found")
)
_IDENTIFY = Prepared(
    select(
        t.customer.c.id,
        t.customer.c.number,
        t.customer.c.name,
        _phones.c.label,
        _phones.c.order_number,
        func.coalesce(_town, ""),
        _last_contact.label("last_contact"),
    ).join_from(_phones, t.customer, t.customer.c.id == _phones.c.customer_id)
)

_KNOWN_TO = select(t.customer_phone.c.customer_id).where(
    t.customer_phone.c.e164 == bindparam("number")
)
_LINK_CALLS = (
    update(t.call)
    .where(t.call.c.e164 == bindparam("number"))
    .where(t.call.c.customer_id.is_(None))
    .values(customer_id=bindparam("customer"))
)
_LINK_CALLBACKS = (
    update(t.callback)
    .where(t.callback.c.e164 == bindparam("number"))
    .where(t.callback.c.customer_id.is_(None))
    .values(customer_id=bindparam("customer"))
)


def normalised(desk: Desk, raw_number: str) -> phone.Number:
    """The number as the shop's country and area code read it."""
    return phone.normalise(
        raw_number,
        country=desk.setting("shop.country"),
        area_code=desk.setting("phone.area_code"),
    )


def surely(found: Identified) -> int | None:
    """The one customer whose own number this is; anything less certain is for a person to decide."""
    sure = [each for each in found.candidates if each.reason is MatchReason.PHONE]
    return sure[0].customer_id if len(sure) == len(found.candidates) == 1 else None


def identify(desk: Desk, raw_number: str) -> Identified:
    """Everyone this number may belong to, best reason first; a withheld number matches nobody."""
    number = normalised(desk, raw_number)
    if number.e164 is None:
        return Identified(raw=raw_number, e164=None, withheld=number.kind == "withheld")
    trunks = dict.fromkeys(_TRUNKS, number.e164)
    trunks.update(zip(_TRUNKS, phone.trunk_prefixes(number.e164), strict=False))
    with desk.db.reading() as connection:
        rows = _IDENTIFY.rows(connection, {"e164": number.e164, **trunks})
    return Identified(
        raw=raw_number, e164=number.e164, withheld=False, candidates=_best_of_each(rows)
    )


def assign(desk: Desk, call_id: int, customer_id: int) -> None:
    """This call came from this customer; nothing is remembered about the number."""
    with desk.db.writing() as tx:
        tx.execute(update(t.call).where(t.call.c.id == call_id).values(customer_id=customer_id))


def assign_number(desk: Desk, raw_number: str, customer_id: int, label: str = "home") -> int:
    """Save the number with the customer and link earlier calls from it; says how many were linked.

    A withheld number, or one that nobody could call, is not remembered.
    """
    number = normalised(desk, raw_number)
    if number.e164 is None:
        return 0
    with desk.db.writing() as tx:
        known_to = tx.execute(_KNOWN_TO, {"number": number.e164}).scalars().all()
        if customer_id not in known_to:
            values = {"customer_id": customer_id, "raw": raw_number, "e164": number.e164}
            tx.execute(insert(t.customer_phone), {**values, "label": label})
        return link_earlier(tx, number.e164, customer_id)


def link_earlier(tx: Writing, e164: str, customer_id: int) -> int:
    """Give earlier nameless calls and callbacks from a number to the only customer who has it."""
    known_to = set(tx.execute(_KNOWN_TO, {"number": e164}).scalars())
    if known_to != {customer_id}:
        return 0  # several people share it: whose calls they were would be a guess
    linked = tx.execute(_LINK_CALLS, {"number": e164, "customer": customer_id})
    tx.execute(_LINK_CALLBACKS, {"number": e164, "customer": customer_id})
    return int(linked.rowcount)


def _best_of_each(rows: Rows) -> tuple[Candidate, ...]:
    best: dict[int, Candidate] = {}
    for row in rows:
        candidate = _candidate(*row)
        known = best.get(candidate.customer_id)
        if known is None or _rank(candidate) < _rank(known):
            best[candidate.customer_id] = candidate
    return tuple(sorted(best.values(), key=_rank))


def _candidate(
    customer_id: int,
    number: str,
    name: str,
    label: str,
    order_number: str | None,
    town: str,
    last_contact: int | None,
) -> Candidate:
    return Candidate(
        customer_id=customer_id,
        number=number,
        name=name,
        town=town,
        reason=_REASONS.get(label, MatchReason.PHONE),
        detail=order_number or label,
        last_contact_at=None if last_contact is None else from_ms(last_contact),
    )


_REASONS = {
    "trunk": MatchReason.TRUNK,
    "delivery": MatchReason.DELIVERY_PHONE,
    "old": MatchReason.OLD_PHONE,
}


def _rank(candidate: Candidate) -> tuple[int, int, str]:
    newest = -to_ms(candidate.last_contact_at) if candidate.last_contact_at else 0
    return (_ORDER.index(candidate.reason), newest, candidate.name)
