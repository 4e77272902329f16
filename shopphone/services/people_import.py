"""Customers and address books as kinds of import: who is known already, and what is added to them.

Found by the other shop's key, then number, e-mail and telephone. Somebody who only has the same
name and postcode is never taken for the same person: that is shown, and a person decides.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

import shopphone.services.counters as counters
from shopphone.domain import phone
from shopphone.domain.customers import display_name, sort_name
from shopphone.domain.imports import CellFault, Stored, Told
from shopphone.exchange.people.telling import COUNTRY, PHONES
from shopphone.services.customers import NUMBER_PATTERN
from shopphone.services.desk import Desk
from shopphone.services.import_kinds import Kind, Settle
from shopphone.store import bulk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import to_ms

Keyed = Sequence[tuple[Told, int | None]]
_NAMES = ("first_name", "last_name", "company")
_PHONE = ("raw", "e164", "label")
# what people here decided is not for a file to change
_OURS = frozenset(("number", "created_at", "kind", "language", "note"))
# an address book calls people as its owner does, and has none of their orders
_CALLED = frozenset(
    (*_OURS, *_NAMES, "salutation", "name", "sort_name", "email", "customer_address")
)


def find(connection: Connection, things: Sequence[Told]) -> list[int | None]:
    """By number, then e-mail, then a telephone of somebody who is called the same."""
    by_number = _keys(connection, "number", [_said(thing, "number") for thing in things])
    mails = [_said(thing, "email") for thing in things]
    by_mail = _named(connection, "email", [each for m in mails for each in (m, m.lower()) if m])
    by_phone = _callers(connection, things)
    found: list[int | None] = []
    for thing, mail in zip(things, mails, strict=True):
        key = by_number.get(_said(thing, "number"))
        if key is None and mail:
            key = _same(thing, [*by_mail.get(mail, ()), *by_mail.get(mail.lower(), ())], lone=True)
        if key is None:
            lines = (line for e164 in _e164(thing) for line in by_phone.get(e164, ()))
            key = _same(thing, list(lines), lone=False)
        found.append(key)
    return found


def complete(
    desk: Desk, connection: Connection, _source: str, pairs: Keyed
) -> list[Told | CellFault]:
    """Names to sort and search by, numbers as the shop reads them, who may be the same person."""
    keys = [key for _, key in pairs if key is not None]
    known = _people(connection, keys)
    lines = _phones_of(connection, keys)
    likely = _likely(connection, [thing for thing, key in pairs if key is None])
    made: list[Told | CellFault] = []
    for thing, key in pairs:
        before = {} if key is None else known.get(key, {})
        values = {**thing.values, **_called(before, thing.values)}
        if key is None:
            values.setdefault("created_at", to_ms(desk.now()))
        told = replace(thing, values=values, children=dict(thing.children))
        told = _with_phones(desk, told, lines.get(key or 0, []))
        made.append(told if key is not None else _doubted(told, likely))
    return made


def settling(_desk: Desk, tx: Writing, _run: int) -> Settle:
    """Customers without a number of their own get the shop's next ones."""
    place = CUSTOMERS.columns().index("number")

    def settle(roots: Sequence[tuple[Stored, ...]]) -> list[tuple[Stored, ...]]:
        lacking = [n for n, root in enumerate(roots) if not root[place]]
        settled = list(roots)
        for n, number in zip(lacking, _next_numbers(tx, len(lacking)), strict=True):
            settled[n] = (*roots[n][:place], number, *roots[n][place + 1 :])
        return settled

    return settle


def _next_numbers(tx: Writing, count: int) -> list[str]:
    """Numbers that no file has brought: those are passed over."""
    numbers: list[str] = []
    while len(numbers) < count:
        last = counters.step_by(tx, "customer", count - len(numbers))
        some = [
            counters.printed(NUMBER_PATTERN, last - n, 0)
            for n in reversed(range(count - len(numbers)))
        ]
        taken = _keys(tx.connection, "number", some)
        numbers += [number for number in some if number not in taken]
    return numbers


def _said(thing: Told, name: str) -> str:
    return str(thing.values.get(name) or "")


def _sorted_by(thing: Told) -> str:
    first, last, company = (_said(thing, name) for name in _NAMES)
    return sort_name(first, last, company)


def _is_called(name: str, thing: Told) -> bool:
    """Whether a sorted name is theirs; what company they work for does not matter."""
    first, last, company = (_said(thing, each) for each in _NAMES)
    person = sort_name(first, last, "" if first or last else company)
    return name == person or name.startswith(f"{person} ")


def _called(before: Mapping[str, Stored], told: Mapping[str, Stored]) -> dict[str, Stored]:
    """The names that follow from the others, where the file says any."""
    if before and not any(name in told for name in _NAMES):
        return {}
    first, last, company = (
        str(told.get(name, before.get(name, "")) or "") for name in _NAMES
    )  # fmt: skip
    return {
        "name": display_name(first, last, company),
        "sort_name": sort_name(first, last, company),
    }


def _same(thing: Told, candidates: Iterable[tuple[int, str]], *, lone: bool) -> int | None:
    """Whoever is called the same; lone: or the only one there is."""
    people = dict(candidates)
    alike = [key for key, name in people.items() if _is_called(name, thing)]
    if len(alike) == 1:
        return alike[0]
    return next(iter(people)) if lone and len(people) == 1 else None


def _keys(connection: Connection, column: str, wanted: Iterable[str]) -> dict[str, int]:
    asked = [each for each in dict.fromkeys(wanted) if each]
    rows = bulk.rows_where(connection, t.customer, (column, "id"), column, asked)
    return {str(row[0]): int(row[1] or 0) for row in rows}


def _named(
    connection: Connection, column: str, wanted: Iterable[str]
) -> dict[str, list[tuple[int, str]]]:
    """(key, sorted name) of those with this value."""
    asked = list(dict.fromkeys(wanted))
    found: dict[str, list[tuple[int, str]]] = {}
    for row in bulk.rows_where(connection, t.customer, (column, "id", "sort_name"), column, asked):
        found.setdefault(str(row[0]), []).append((int(row[1] or 0), str(row[2])))
    return found


def _raw_phones(thing: Told) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = json.loads(thing.asides.get(PHONES, "[]"))
    return [(raw, label) for raw, label in told]


def _e164(thing: Told) -> list[str]:
    """Read as if dialled where they live."""
    country = thing.asides.get(COUNTRY) or "DE"
    numbers = (phone.normalise(raw, country=country).e164 for raw, _ in _raw_phones(thing))
    return [each for each in numbers if each]


def _callers(connection: Connection, things: Sequence[Told]) -> dict[str, list[tuple[int, str]]]:
    asked = list(dict.fromkeys(e164 for thing in things for e164 in _e164(thing)))
    columns = ("e164", "customer_id")
    rows = list(bulk.rows_where(connection, t.customer_phone, columns, "e164", asked))
    keys = [int(row[1] or 0) for row in rows]
    names = {
        int(row[0] or 0): str(row[1])
        for row in bulk.rows_where(connection, t.customer, ("id", "sort_name"), "id", keys)
    }
    found: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        key = int(row[1] or 0)
        found.setdefault(str(row[0]), []).append((key, names.get(key, "")))
    return found


def _people(connection: Connection, keys: Sequence[int]) -> dict[int, dict[str, Stored]]:
    rows = bulk.rows_where(connection, t.customer, ("id", *_NAMES), "id", keys)
    return {int(row[0] or 0): dict(zip(_NAMES, row[1:], strict=True)) for row in rows}


def _phones_of(connection: Connection, keys: Sequence[int]) -> dict[int, list[tuple[Stored, ...]]]:
    columns = ("id", "customer_id", *_PHONE)
    found: dict[int, list[tuple[Stored, ...]]] = {}
    rows = list(bulk.rows_where(connection, t.customer_phone, columns, "customer_id", keys))
    for row in sorted(rows, key=lambda row: int(row[0] or 0)):  # the first is shown
        found.setdefault(int(row[1] or 0), []).append(row[2:])
    return found


def _with_phones(desk: Desk, thing: Told, there: Sequence[tuple[Stored, ...]]) -> Told:
    """Numbers are only ever added: those of people who called are the shop's own knowledge."""
    told = _raw_phones(thing)
    if not told:
        return thing
    rows = list(there)
    known = {row[0] for row in rows} | {row[1] for row in rows if row[1]}
    home = desk.setting("shop.country")
    country = thing.asides.get(COUNTRY) or home
    area = desk.setting("phone.area_code") if country == home else ""
    for raw, label in told:
        e164 = phone.normalise(raw, country=country, area_code=area).e164
        if raw not in known and e164 not in known:
            rows.append((raw, e164, label))
            known |= {raw, *([e164] if e164 else [])}
    phones = tuple(dict(zip(_PHONE, row, strict=True)) for row in rows)
    return replace(thing, children={**thing.children, "customer_phone": phones})


def _likely(connection: Connection, things: Sequence[Told]) -> dict[tuple[str, str], str]:
    """Numbers and names of customers, by their sorted name and postcode."""
    wanted = [_sorted_by(thing) for thing in things if _postcode(thing)]
    columns = ("sort_name", "id", "number", "name")
    rows = list(bulk.rows_where(connection, t.customer, columns, "sort_name", wanted))
    people = {int(key or 0): (str(name), f"{number} {shown}") for name, key, number, shown in rows}
    places = bulk.rows_where(
        connection, t.customer_address, ("customer_id", "postcode"), "customer_id", list(people)
    )
    found = {}
    for key, code in places:
        name, shown = people[int(key or 0)]
        found[name, str(code)] = shown
    return found


def _postcode(thing: Told) -> str:
    places = thing.children.get("customer_address", ())
    return str(places[0]["postcode"]) if places else ""


def _doubted(thing: Told, likely: Mapping[tuple[str, str], str]) -> Told:
    """Somebody of this name lives there already: that is said, and nothing is put together."""
    same = likely.get((_sorted_by(thing), _postcode(thing)))
    if same is None:
        return thing
    doubt = CellFault(line=thing.line, column="", value=thing.title, code="may_be", detail=same)
    return replace(thing, left_out=(*thing.left_out, doubt))


def _kind(name: str, ours: frozenset[str]) -> Kind:
    return Kind(
        name=name,
        root=t.customer,
        find=find,
        complete=complete,
        settling=settling,
        title=("number", "name"),
        children=((t.customer_phone, "customer_id"), (t.customer_address, "customer_id")),
        ours=ours,
    )


CUSTOMERS = _kind("customers", _OURS)
CONTACTS = _kind("contacts", _CALLED)
PHONEBOOK = _kind("phonebook", _CALLED)
