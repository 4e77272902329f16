"""Orders as a kind of import: whose they are, which goods they name, and what a file may change.

An order that was placed here is never changed by a file, nor one that somebody here has worked on.
Customers nobody knows yet come in with their orders, as an import of their own within the same
transaction, so that taking the orders back takes them back too.
"""

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

import shopphone.services.people_import as people_import
from shopphone.domain import phone
from shopphone.domain.imports import CellFault, Stored, Told
from shopphone.exchange.orders.reading import BUYER, buyer_told
from shopphone.services.desk import Desk
from shopphone.services.import_comparing import known_keys
from shopphone.services.import_kinds import Kind, Settle, part_of
from shopphone.services.import_wholes import Wholes
from shopphone.services.people_import import CUSTOMERS
from shopphone.store import bulk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_AT_ONCE = 500
Keyed = Sequence[tuple[Told, int | None]]
_OURS = frozenset(("number", "customer_id", "placed_at", "exported_at", "language", "remark",
                   "revision", "order_move"))  # fmt: skip


def find(connection: Connection, things: Sequence[Told]) -> list[int | None]:
    """By number: whatever else has it, it is no new order."""
    numbers = [str(thing.values["number"]) for thing in things]
    rows = bulk.rows_where(connection, t.sale_order, ("number", "id"), "number", numbers)
    known = {str(number): int(key or 0) for number, key in rows}
    return [known.get(number) for number in numbers]


def complete(
    desk: Desk, connection: Connection, source: str, pairs: Keyed
) -> list[Told | CellFault]:
    keys = [key for _, key in pairs if key is not None]
    columns = ("id", "draft_key", "revision")
    rows = bulk.rows_where(connection, t.sale_order, columns, "id", keys)
    came = _came_from_files(connection, keys)
    ours = {
        int(key or 0)
        for key, draft, revision in rows
        if draft or int(revision or 0) > 1 or key not in came
    }
    named = known_keys(connection, "orders", source, [thing for thing, _ in pairs])
    whose = iter(_customers(connection, source, [thing for thing, key in pairs if key is None]))
    goods = _goods(connection, [thing for thing, _ in pairs])
    made: list[Told | CellFault] = []
    for thing, key in pairs:
        customer = next(whose) if key is None else None
        if key in ours:
            made.append(replace(thing, values={}, children={}))
        elif key is not None and not any(named.get(code) == key for code in thing.codes):
            made.append(_taken(thing))
        else:
            made.append(_completed(desk, thing, customer, goods))
    return made


def _came_from_files(connection: Connection, keys: Sequence[int]) -> set[int]:
    """Those that any shop's file has brought; all others were placed here."""
    named, found = t.external_key.c, set[int]()
    for start in range(0, len(keys), _AT_ONCE):
        some = named.record_id.in_(keys[start : start + _AT_ONCE])
        rows = connection.execute(select(named.record_id).where(named.kind == "orders", some))
        found.update(rows.scalars())
    return found


def settling(desk: Desk, tx: Writing, run: int) -> Settle:
    """Customers come in before the first of their orders does."""
    return _Customers(desk, tx, run).settle


class _Customers:
    """Those of one import that were not in the shop before."""

    def __init__(self, desk: Desk, tx: Writing, run: int) -> None:
        self.desk, self.tx, self.run = desk, tx, run
        self.wholes = Wholes(CUSTOMERS)
        self._number = people_import.settling(desk, tx, run)
        self._made: dict[str, int] = {}
        self._own_run = 0
        self._source = ""

    def settle(self, roots: Sequence[tuple[Stored, ...]]) -> list[tuple[Stored, ...]]:
        place = ORDERS.columns().index("customer_id")
        asked = dict.fromkeys(str(root[place]) for root in roots if isinstance(root[place], str))
        self._make([text for text in asked if text not in self._made])
        return [
            (*root[:place], self._made[text], *root[place + 1 :])
            if isinstance(text := root[place], str)
            else root
            for root in roots
        ]

    def _make(self, texts: Sequence[str]) -> None:
        """Somebody may have come in since the file was looked at, or with an order before this one."""
        if not texts:
            return
        source = str(json.loads(texts[0])[0])
        people = [buyer_told(json.loads(text)[1]) for text in texts]
        found = _known(self.tx.connection, source, people)
        new: dict[str, tuple[Told, list[str]]] = {}
        for text, person, key in zip(texts, people, found, strict=True):
            if key is not None:
                self._made[text] = key
            else:
                new.setdefault(_same(person), (person, []))[1].append(text)
        if new:
            self._insert(
                source, [person for person, _ in new.values()], [t for _, t in new.values()]
            )

    def _insert(self, source: str, people: Sequence[Told], texts: Sequence[list[str]]) -> None:
        pairs = [(person, None) for person in people]
        told = people_import.complete(self.desk, self.tx.connection, source, pairs)
        kept = [thing for thing in told if isinstance(thing, Told)]
        wholes = [self.wholes.merged(None, k.values, k.children, frozenset()) for k in kept]
        roots = self._number([whole.root for whole in wholes])
        wholes = [replace(whole, root=root) for whole, root in zip(wholes, roots, strict=True)]
        keys = self.wholes.insert(self.tx, wholes)
        run = self._run(len(keys))
        journal = [
            (run, key, whole.digest(), None) for key, whole in zip(keys, wholes, strict=True)
        ]
        columns = ("run_id", "record_id", "digest", "before")
        bulk.insert_rows(self.tx, t.import_row, columns, journal)
        named = [
            ("customers", source, code, key, run)
            for key, person in zip(keys, kept, strict=True)
            for code in person.codes
        ]
        names = ("kind", "source", "code", "record_id", "run_id")
        bulk.put_rows(self.tx, t.external_key, names, names[:3], named)
        for key, each in zip(keys, texts, strict=True):
            self._made.update(dict.fromkeys(each, key))

    def _run(self, more: int) -> int:
        """The customers' own import, which belongs to that of the orders."""
        runs = t.import_run.c
        if not self._own_run:
            orders = self.tx.execute(t.import_run.select().where(runs.id == self.run)).one()
            values = {
                "kind": part_of(self.run, CUSTOMERS.name), "format": orders.format, "name": orders.name,
                "at": orders.at, "staff_id": orders.staff_id, "new": 0, "changed": 0,
            }  # fmt: skip
            self._own_run = self.tx.insert(insert(t.import_run), values)
        counted = update(t.import_run).where(runs.id == self._own_run)
        self.tx.execute(counted.values(new=runs.new + more))
        return self._own_run


def _same(person: Told) -> str:
    """What two orders of one new customer have in common."""
    email = str(person.values.get("email") or "").casefold()
    return email or str(person.values.get("number") or "") or person.codes[0]


def _customers(connection: Connection, source: str, things: Sequence[Told]) -> list[int | str]:
    """The key of each buyer, or all that is told of one nobody knows."""
    people = [buyer_told(thing.asides[BUYER]) for thing in things]
    found = _known(connection, source, people)
    return [
        json.dumps([source, thing.asides[BUYER]]) if key is None else key
        for thing, key in zip(things, found, strict=True)
    ]


def _known(connection: Connection, source: str, people: Sequence[Told]) -> list[int | None]:
    named = known_keys(connection, "customers", source, people)
    keys = [next((named[c] for c in one.codes if c in named), None) for one in people]
    open_ones = [n for n, key in enumerate(keys) if key is None]
    found = people_import.find(connection, [people[n] for n in open_ones]) if open_ones else []
    for n, key in zip(open_ones, found, strict=True):
        keys[n] = key
    return keys


def _goods(connection: Connection, things: Sequence[Told]) -> dict[str, int]:
    skus = {
        str(line["sku"]) for thing in things for line in thing.children["order_line"] if line["sku"]
    }
    rows = bulk.rows_where(connection, t.product, ("sku", "id"), "sku", sorted(skus))
    return {str(sku): int(key or 0) for sku, key in rows}


def _completed(desk: Desk, thing: Told, customer: int | str | None, goods: dict[str, int]) -> Told:
    values = dict(thing.values)
    if customer is not None:
        values["customer_id"] = customer
    raw = str(values.get("delivery_phone") or "")
    if raw:
        home = desk.setting("shop.country")
        area = desk.setting("phone.area_code")
        values["delivery_e164"] = phone.normalise(raw, country=home, area_code=area).e164
    lines = thing.children["order_line"]
    if goods:
        lines = tuple({**line, "product_id": goods.get(str(line["sku"]))} for line in lines)
    return replace(thing, values=values, children={**thing.children, "order_line": lines})


def _taken(thing: Told) -> CellFault:
    return CellFault(
        line=thing.line, column="", value=thing.title, code="number_taken",
        detail=str(thing.values["number"]), rows=thing.rows,
    )  # fmt: skip


ORDERS = Kind(
    name="orders",
    root=t.sale_order,
    find=find,
    complete=complete,
    settling=settling,
    title=("number", "name"),
    children=((t.order_line, "order_id"), (t.order_move, "order_id")),
    ours=_OURS,
)
