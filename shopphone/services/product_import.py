"""Products as a kind of import: found by their numbers, completed by what the shop knows."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import Connection, Table, select

from shopphone.domain.imports import CellFault, Stored, Told
from shopphone.domain.money import round2
from shopphone.services.desk import Desk
from shopphone.services.import_kinds import Kind
from shopphone.store import bulk
from shopphone.store import tables as t

_AT_ONCE = 500
_NEEDED = (("sku", "sku_missing"), ("name", "name_missing"), ("price", "price_missing"), ("vat", "vat_missing"))  # fmt: skip
Keyed = Sequence[tuple[Told, int | None]]


def find(connection: Connection, things: Sequence[Told]) -> list[int | None]:
    """By the number, as it is or was, however small or large it is written."""
    numbers = [str(thing.values.get("sku") or "") for thing in things]
    known = _by_number(connection, numbers)
    return [known.get(number.lower()) if number else None for number in numbers]


def complete(
    desk: Desk, connection: Connection, source: str, pairs: Keyed
) -> list[Told | CellFault]:
    pairs = _from_parents(connection, source, pairs)
    pairs = _with_promotions(connection, pairs)
    pairs = _with_codes(connection, pairs)
    return [_checked(thing, key) for thing, key in pairs]


def _checked(thing: Told, key: int | None) -> Told | CellFault:
    if thing.asides.get("parent") == "":
        return _fault(thing, "parent_unknown")
    if thing.asides.get("taken"):
        return _fault(thing, "sku_taken", thing.asides["taken"])
    if key is not None:
        return thing
    if thing.asides.get("only") == "known":
        return _fault(thing, "product_unknown")
    for column, code in _NEEDED:
        if thing.values.get(column) in (None, ""):
            return _fault(thing, code)
    return thing


def _fault(thing: Told, code: str, detail: str = "") -> CellFault:
    return CellFault(
        line=thing.line, column="", value=thing.title, code=code, detail=detail, rows=thing.rows
    )


def _by_number(connection: Connection, numbers: Sequence[str]) -> dict[str, int]:
    """Present numbers win over old ones; asked as typed, small and large: the index knows these."""
    asked = list(dict.fromkeys(each for n in numbers if n for each in (n, n.lower(), n.upper())))
    found: dict[str, int] = {}
    for code, key in _pairs(connection, t.product_code, "code", "product_id", asked):
        found[code.lower()] = key
    for code, key in _pairs(connection, t.product, "sku", "id", asked):
        found[code.lower()] = key
    return found


def _pairs(
    connection: Connection, table: Table, code: str, key: str, asked: Sequence[str]
) -> list[tuple[str, int]]:
    rows = bulk.rows_where(connection, table, (code, key), code, asked)
    return [(str(row[0]), int(row[1] or 0)) for row in rows]


def _with_codes(connection: Connection, pairs: Keyed) -> Keyed:
    """Numbers an article had before go on finding it; they are only ever added."""
    skus = {key: str(thing.values["sku"]) for thing, key in pairs if key and "sku" in thing.values}
    rows = bulk.rows_where(connection, t.product, ("id", "sku"), "id", list(skus))
    other = {int(key or 0): str(sku) for key, sku in rows if str(sku) != skus[int(key or 0)]}
    told = [key for thing, key in pairs if key and "product_code" in thing.children]
    if not other and not told:
        return pairs
    owners = _by_number(connection, [skus[key] for key in other])
    there: dict[int, set[Stored]] = {}
    columns = ("product_id", "code")
    for row in bulk.rows_where(
        connection, t.product_code, columns, "product_id", list({*other, *told})
    ):
        there.setdefault(int(row[0] or 0), set()).add(row[1])
    made: list[tuple[Told, int | None]] = []
    for thing, key in pairs:
        if key in other and owners.get(skus[key].lower(), key) != key:
            thing = replace(thing, asides={**thing.asides, "taken": skus[key]})
        elif key is not None and (key in other or "product_code" in thing.children):
            thing = _coded(thing, there.get(key, set()), other.get(key))
        made.append((thing, key))
    return made


def _coded(thing: Told, there: set[Stored], before: str | None) -> Told:
    codes = there | {row["code"] for row in thing.children.get("product_code", ())}
    codes |= set() if before is None else {before}
    codes.discard(thing.values.get("sku"))
    rows: tuple[dict[str, Stored], ...] = tuple({"code": code} for code in sorted(codes, key=str))
    return replace(thing, children={**thing.children, "product_code": rows})


def _with_promotions(connection: Connection, pairs: Keyed) -> Keyed:
    """A sale price replaces the one of an earlier import; prices that people entered stay."""
    keys = [key for thing, key in pairs if key is not None and "promotion" in thing.asides]
    if not keys:
        return pairs
    columns = [c.name for c in t.product_price.columns if c.name not in ("id", "product_id")]
    rows = bulk.rows_where(
        connection, t.product_price, ("product_id", *columns), "product_id", keys
    )
    there: dict[int, list[dict[str, Stored]]] = {}
    for row in rows:
        there.setdefault(int(row[0] or 0), []).append(dict(zip(columns, row[1:], strict=True)))
    return [
        (_promoted(thing, there.get(key, [])), key)
        if key is not None and "promotion" in thing.asides
        else (thing, key)
        for thing, key in pairs
    ]


def _promoted(thing: Told, there: Sequence[dict[str, Stored]]) -> Told:
    others = [row for row in there if row["name"] != thing.asides["promotion"]]
    rows = (*others, *thing.children.get("product_price", ()))
    return replace(thing, children={**thing.children, "product_price": rows})


def _from_parents(connection: Connection, source: str, pairs: Keyed) -> Keyed:
    """Combinations have name, VAT and price of a product that came with another table."""
    wanted = {thing.asides["parent"] for thing, _ in pairs if "parent" in thing.asides}
    if not wanted:
        return pairs
    parents = _parents(connection, source, sorted(wanted))
    return [
        (_combined(thing, parents.get(thing.asides["parent"])), key)
        if "parent" in thing.asides
        else (thing, key)
        for thing, key in pairs
    ]


def _parents(
    connection: Connection, source: str, codes: Sequence[str]
) -> dict[str, dict[str, Stored]]:
    named = t.external_key.c
    wanted = select(named.code, named.record_id).where(
        named.kind == "products", named.source == source, named.code.in_(codes)
    )
    keyed = {row.code: row.record_id for row in connection.execute(wanted)}
    by_number = _by_number(connection, [code for code in codes if code not in keyed])
    keyed |= {code: by_number[code.lower()] for code in codes if code.lower() in by_number}
    columns = (
        "id",
        "sku",
        "name",
        "name_en",
        "category",
        "description",
        "price",
        "vat",
        "weight_g",
    )
    rows = bulk.rows_where(connection, t.product, columns, "id", list(set(keyed.values())))
    values = {int(row[0] or 0): dict(zip(columns[1:], row[1:], strict=True)) for row in rows}
    return {code: values[key] for code, key in keyed.items() if key in values}


def _combined(thing: Told, parent: dict[str, Stored] | None) -> Told:
    if parent is None:
        return replace(thing, asides={**thing.asides, "parent": "", "only": "known"})
    values: dict[str, Stored] = {
        name: value for name, value in parent.items() if name != "sku" and value is not None
    }
    share = 1 + Decimal(int(parent["vat"] or 0)) / 10_000
    impact = round2(Decimal(thing.asides["impact"]) * share).scaleb(4)
    values["price"] = max(0, int(parent["price"] or 0) + int(impact))
    values["group"] = parent["sku"]
    values.update(thing.values)
    if not values.get("sku"):
        option = "-".join(str(values.get("option", "")).replace("/", " ").split())
        values["sku"] = f"{parent['sku']}-{option}"
    title = f"{values['name']} {values.get('option', '')}".strip()
    return replace(thing, values=values, title=title, own=(f"sku:{values['sku']}",))


PRODUCTS = Kind(
    name="products",
    root=t.product,
    find=find,
    complete=complete,
    title=("sku", "name", "option"),
    kept_as={
        "price_gross": "price",
        "price_net": "price",
        "weight": "weight_g",
        "short_description": "description",
        "sale_price": "product_price",
        "old_skus": "product_code",
        "published": "active",
        "status": "active",
        "online": "active",
    },
    children=((t.product_code, "product_id"), (t.product_price, "product_id")),
)
