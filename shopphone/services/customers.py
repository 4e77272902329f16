"""Customers: find them, keep their numbers and addresses, take back consent in one step."""

import re
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, or_, select, tuple_, update

import shopphone.services.cards as cards
import shopphone.services.consents as ledger
import shopphone.services.counters as counters
from shopphone.domain import addresses
from shopphone.domain.consent_ledger import ConsentEntry
from shopphone.domain.customers import (
    Address,
    CallerCard,
    CustomerDetail,
    CustomerDraft,
    CustomerRow,
    MatchReason,
    display_name,
    fold,
    sort_name,
)
from shopphone.domain.errors import Refused
from shopphone.services.callers import identify, link_earlier, normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Moment, Record, Text

NUMBER_PATTERN = "K-{nnnnn}"
_AFTER_Z = "\U0010ffff"
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")

_c = t.customer.c
_town = (
    select(t.customer_address.c.postcode + " " + t.customer_address.c.town)
    .where(t.customer_address.c.customer_id == _c.id)
    .where(t.customer_address.c.kind == "billing")
    .limit(1)
    .scalar_subquery()
)
_phone = (
    select(t.customer_phone.c.raw)
    .where(t.customer_phone.c.customer_id == _c.id)
    .order_by(t.customer_phone.c.id)
    .limit(1)
    .scalar_subquery()
)
_orders = (
    select(func.count())
    .select_from(t.sale_order)
    .where(t.sale_order.c.customer_id == _c.id)
    .scalar_subquery()
)
_contact = (
    select(func.max(t.call.c.rang_at, type_=Moment))
    .where(t.call.c.customer_id == _c.id)
    .scalar_subquery()
)
_ROWS = select(
    _c.id, _c.number, _c.name, _c.sort_name, _c.company, _c.email, _c.kind,
    _town.label("place"), _phone.label("phone"),
    _orders.label("orders"), _contact.label("contact"),
)  # fmt: skip
_BY_NAME = (
    _ROWS.where(_c.sort_name >= bindparam("prefix"))
    .where(_c.sort_name < bindparam("beyond"))
    .order_by(_c.sort_name, _c.id)
    .limit(bindparam("rows"))
)


def card(
    desk: Desk, customer_id: int, reason: MatchReason | None = None, detail: str = ""
) -> CallerCard:
    """The caller card of this customer, with the reason the number led here."""
    return cards.card(desk, customer_id, reason, detail)


def caller_card(desk: Desk, raw_number: str, customer_id: int) -> CallerCard:
    """The card of whoever this call is with, with the reason: by the number, or chosen by hand."""
    candidates = identify(desk, raw_number).candidates
    known = next((each for each in candidates if each.customer_id == customer_id), None)
    if known is None:
        return card(desk, customer_id, MatchReason.CHOSEN)
    return card(desk, customer_id, known.reason, known.detail)


def search(desk: Desk, text: str, limit: int = 50) -> tuple[CustomerRow, ...]:
    """By folded name prefix first; then any spelling of a number, customer number, mail, place."""
    words = fold(text)
    if not words:
        return page(desk, limit=limit)
    named = {"prefix": words, "beyond": words + _AFTER_Z, "rows": limit}
    with desk.db.reading() as connection:
        rows = list(connection.execute(_BY_NAME, named))
        if len(rows) < limit:
            more = _ROWS.where(_elsewhere(desk, text)).order_by(_c.sort_name, _c.id)
            known = {row.id for row in rows}
            rows += [r for r in connection.execute(more.limit(limit)) if r.id not in known]
    return tuple(map(_row, rows[:limit]))


def named(desk: Desk, text: str, limit: int) -> tuple[int, ...]:
    """The keys of those whose name begins so, "anna löff" like "löffler anna", or with this mail address.

    Narrower than `search`: only what an index answers, for questions at every key.
    """
    words = fold(text)
    if not words:
        return ()
    *firsts, last = words.split()
    begins = (_c.sort_name >= words) & (_c.sort_name < words + _AFTER_Z)
    turned = (_c.sort_name >= last) & (_c.sort_name < last + _AFTER_Z)
    beside = _c.sort_name.contains(f" {' '.join(firsts)}", autoescape=True)
    wanted: list[ColumnElement[bool]] = [begins, turned & beside] if firsts else [begins]
    if "@" in text:
        wanted.append(_c.email.in_({text.strip(), text.strip().lower()}))
    found: dict[int, None] = {}
    with desk.db.reading() as connection:
        for each in wanted:
            query = select(_c.id).where(each).order_by(_c.sort_name, _c.id).limit(limit)
            found |= dict.fromkeys(connection.execute(query).scalars())
    return tuple(found)[:limit]


def page(
    desk: Desk, text: str = "", after: tuple[str, int] | None = None, limit: int = 60
) -> tuple[CustomerRow, ...]:
    """The customer list by name, the next rows after the key (sort_name, id)."""
    if text.strip():
        return search(desk, text, limit=200) if after is None else ()
    query = _ROWS.order_by(_c.sort_name, _c.id).limit(limit)
    if after is not None:
        query = query.where(tuple_(_c.sort_name, _c.id) > tuple_(*after))
    with desk.db.reading() as connection:
        return tuple(map(_row, connection.execute(query)))


def detail(desk: Desk, customer_id: int) -> CustomerDetail:
    """One customer whole, with a draft for the form."""
    with desk.db.reading() as connection:
        row = connection.execute(select(t.customer).where(_c.id == customer_id)).one()
        letters = connection.execute(
            select(t.letter.c.id, t.letter.c.kind, t.letter.c.created_at)
            .where(t.letter.c.customer_id == customer_id)
            .order_by(t.letter.c.created_at.desc())
            .limit(50)
        ).all()
        places = cards.addresses_of(connection, customer_id)
        draft = CustomerDraft(
            customer_id=customer_id,
            number=row.number,
            kind=row.kind,
            salutation=row.salutation,
            first_name=row.first_name,
            last_name=row.last_name,
            company=row.company,
            group=row.group,
            vat_id=row.vat_id,
            language=row.language or "de",
            email=row.email,
            note=row.note,
            phones=list(cards.phones_of(connection, customer_id)),
            billing=cards.billing(places),
            delivery=list(cards.delivery(places)),
            revision=row.revision,
        )
    return CustomerDetail(
        draft=draft,
        card=card(desk, customer_id),
        letters=tuple((each.id, each.kind, each.created_at) for each in letters),
    )


def save(desk: Desk, draft: CustomerDraft, call_id: int | None = None) -> int:
    """Keep a new or changed customer; orders already placed keep what they copied.

    call_id: the call it is with; both are kept or none, so the customer is not made again.
    Raises Refused: customer_name_missing, email_invalid, address_incomplete, postcode_invalid,
    locker_without_number, post_number_invalid, customer_changed_meanwhile.
    """
    _refuse_incomplete(draft)
    _refuse_wrong_places(desk, draft)
    values: dict[str, Any] = {
        "kind": draft.kind,
        "salutation": draft.salutation,
        "first_name": draft.first_name.strip(),
        "last_name": draft.last_name.strip(),
        "company": draft.company.strip(),
        "group": draft.group.strip(),
        "vat_id": draft.vat_id.strip(),
        "name": display_name(draft.first_name.strip(), draft.last_name.strip(), draft.company),
        "sort_name": sort_name(draft.first_name, draft.last_name, draft.company),
        "language": draft.language,
        "email": draft.email.strip(),
        "note": draft.note,
    }
    with desk.db.writing() as tx:
        customer_id = draft.customer_id
        if customer_id is None:
            number = counters.printed(NUMBER_PATTERN, counters.step(tx, "customer"), 0)
            values |= {"number": number, "created_at": desk.now()}
            customer_id = tx.insert(insert(t.customer), values)
        else:
            _save_known(tx, customer_id, draft.revision, values)
        _save_phones(desk, tx, customer_id, draft)
        _save_addresses(tx, customer_id, draft)
        if call_id is not None:
            tx.execute(update(t.call).where(t.call.c.id == call_id).values(customer_id=customer_id))
    return customer_id


def _save_known(tx: Writing, customer_id: int, seen: int, values: dict[str, Any]) -> None:
    """Nobody's words are written over: who saves second is told, and looks or decides."""
    row = tx.execute(select(_c.revision).where(_c.id == customer_id).with_for_update()).one()
    if seen and row.revision != seen:
        raise Refused("customer_changed_meanwhile", field="last_name")
    values = {**values, "revision": row.revision + 1}
    tx.execute(update(t.customer).where(_c.id == customer_id).values(**values))


def consents(desk: Desk, customer_id: int) -> tuple[ConsentEntry, ...]:
    """The ledger of this customer, oldest first."""
    return ledger.entries(desk, customer_id)


def no_advertising(desk: Desk, customer_id: int) -> None:
    """The customer objects (Art. 21 (2) GDPR): at once and on every channel."""
    ledger.withdraw(desk, customer_id)


def _elsewhere(desk: Desk, text: str) -> Any:
    wanted = text.strip()
    found = [
        _c.number == wanted.upper(),
        _c.email.istartswith(wanted, autoescape=True),
        _c.id.in_(_living_at(wanted)),
    ]
    e164 = normalised(desk, wanted).e164
    digits = "".join(char for char in wanted if char.isdigit())
    if e164 is not None and len(digits) >= 4:
        beginning = t.customer_phone.c.e164.startswith(e164, autoescape=True)
        found.append(_c.id.in_(select(t.customer_phone.c.customer_id).where(beginning)))
    if " " in wanted:
        turned = " ".join(reversed(fold(wanted).split()))
        found.append(_c.sort_name.startswith(turned, autoescape=True))
    return or_(*found)


def _living_at(text: str) -> Any:
    a = t.customer_address.c
    at_place = (
        a.postcode == text if text.isdigit() else func.lower(a.town, type_=Text) == text.lower()
    )
    return select(a.customer_id).where(at_place)


def _refuse_incomplete(draft: CustomerDraft) -> None:
    if not display_name(draft.first_name.strip(), draft.last_name.strip(), draft.company.strip()):
        raise Refused("customer_name_missing", field="last_name")
    if draft.email.strip() and not _MAIL.fullmatch(draft.email.strip()):
        raise Refused("email_invalid", field="email")
    for address in (draft.billing, *draft.delivery):
        if not address.is_empty and not (address.street and address.postcode and address.town):
            raise Refused("address_incomplete", field="billing")


def _refuse_wrong_places(desk: Desk, draft: CustomerDraft) -> None:
    """Only what is typed now: an old address that is wrong must not hold up a note."""
    known: set[Address] = set()
    if draft.customer_id is not None:
        with desk.db.reading() as connection:
            rows = cards.addresses_of(connection, draft.customer_id)
        known = {cards.billing(rows), *cards.delivery(rows)}
    for address in (draft.billing, *draft.delivery):
        if not address.is_empty and address not in known:
            addresses.check(address, field="billing")


def _save_phones(desk: Desk, tx: Writing, customer_id: int, draft: CustomerDraft) -> None:
    tx.execute(delete(t.customer_phone).where(t.customer_phone.c.customer_id == customer_id))
    rows: list[dict[str, Any]] = [
        {
            "customer_id": customer_id,
            "raw": entry.raw,
            "e164": normalised(desk, entry.raw).e164,
            "label": entry.label,
        }
        for entry in draft.phones
        if entry.raw.strip()
    ]
    if rows:
        tx.execute(insert(t.customer_phone), rows)
    for e164 in {str(row["e164"]) for row in rows if row["e164"]}:
        link_earlier(tx, e164, customer_id)


def _save_addresses(tx: Writing, customer_id: int, draft: CustomerDraft) -> None:
    tx.execute(delete(t.customer_address).where(t.customer_address.c.customer_id == customer_id))
    kinds = [("billing", draft.billing), *(("delivery", each) for each in draft.delivery)]
    rows = [_address_values(customer_id, kind, a) for kind, a in kinds if not a.is_empty]
    if rows:
        tx.execute(insert(t.customer_address), rows)


def _address_values(customer_id: int, kind: str, address: Address) -> dict[str, Any]:
    return {
        "customer_id": customer_id,
        "kind": kind,
        "name": address.name,
        "co": address.co,
        "extra": address.extra,
        "post_number": address.post_number,
        "street": address.street,
        "postcode": address.postcode,
        "town": address.town,
        "country": address.country,
    }


def _row(row: Record) -> CustomerRow:
    postcode, _, town = (row.place or "").partition(" ")
    return CustomerRow(
        customer_id=row.id,
        number=row.number,
        name=row.name,
        sort_name=row.sort_name,
        company=row.company,
        postcode=postcode,
        town=town,
        phone=row.phone or "",
        email=row.email,
        kind=row.kind,
        order_count=row.orders,
        last_contact_at=row.contact,
    )
