"""Tables of customers: a person a row, or an address a row with its customer's e-mail."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time

from shopphone.domain.contacts import split_name
from shopphone.domain.countries import country_code
from shopphone.domain.customers import Address
from shopphone.domain.imports import Answers, CellFault, Question, Told
from shopphone.exchange.columns import CellError, Columns, Row
from shopphone.exchange.format import Format, Read, layout_format, layouts
from shopphone.exchange.people.telling import Person, full_name, told

_BUSINESS = frozenset(("business", "company", "b2b", "firma", "geschäftskunde", "gewerblich"))
_CONSUMER = frozenset(("private", "consumer", "b2c", "privat", "privatkunde", "guest"))
_OWN_PHONES = re.compile(r"\s*\|\s*")
_NOBODY = frozenset(("not_specified", "diverse", "-"))


def formats() -> tuple[Format, ...]:
    readers = {"prestashop_addresses": _read_addresses}
    return tuple(
        layout_format(layout, _questions, readers.get(name, _read))
        for name, layout in layouts("customers").items()
    )


def _questions(_columns: Columns, _answers: Answers) -> tuple[Question, ...]:
    return ()


def _read(columns: Columns, _answers: Answers) -> Read:
    for row in columns.rows():
        try:
            yield told(person(columns, row))
        except CellError as error:
            yield _fault(row, error)


def _read_addresses(columns: Columns, _answers: Answers) -> Read:
    """All addresses of a customer together: the first is where bills go."""
    families: dict[str, list[Row]] = {}
    for row in columns.rows():
        families.setdefault(row.text("email").casefold() or f"line {row.line}", []).append(row)
    for rows in families.values():
        try:
            yield _household(columns, rows)
        except CellError as error:
            yield _fault(rows[0], error)


def _household(columns: Columns, rows: list[Row]) -> Told | CellFault:
    first = person(columns, rows[0])
    first.rows = tuple(row.cells for row in rows)
    for row in rows[1:]:
        other = person(columns, row)
        if other.billing is not None:
            first.delivery.append(other.billing)
        first.phones += other.phones
    return told(first)


def person(columns: Columns, row: Row) -> Person:
    """What a row of any layout says. Raises CellError."""
    made = Person(
        line=row.line,
        code=row.text("id"),
        number=row.text("number"),
        kind=_kind(row.text("kind")),
        salutation=_salutation(columns, row),
        company=_line(row, "company"),
        group=_line(row, "group"),
        vat_id=_line(row, "vat_id"),
        language=row.text("language"),
        email=row.text("email"),
        note=row.text("note"),
        created_ms=_moment(row),
        rows=(row.cells,),
    )
    _name(made, row)
    made.billing = _billing(made, row)
    delivery = _delivery(made, row)
    if delivery is not None:
        made.delivery.append(delivery)
    made.phones = _phones(row)
    return made


def _name(made: Person, row: Row) -> None:
    first = _line(row, "first_name") or _line(row, "billing_first_name")
    last = _line(row, "last_name") or _line(row, "billing_last_name")
    whole = _line(row, "name")
    if not (first or last) and whole and whole != made.company:
        contact = _line(row, "contact")
        if contact:  # the name is the company's, somebody there is named beside it
            made.company, whole = made.company or whole, contact
        split = split_name(whole)
        first, last = split.first_name, split.last_name
        made.salutation = made.salutation or split.salutation
    title = _line(row, "title")
    made.first_name = full_name((title if last else "", first))
    made.last_name = last


def _salutation(columns: Columns, row: Row) -> str:
    said = row.text("salutation")
    words = columns.layout.facts.get("salutations", "").split(" ")
    if said in words[::2]:
        return (*words, "")[words.index(said) + 1]
    return "" if said.casefold() in _NOBODY else said


def _kind(text: str) -> str:
    said = text.casefold()
    return "business" if said in _BUSINESS else "consumer" if said in _CONSUMER else ""


def _billing(made: Person, row: Row) -> Address:
    return _address(
        row,
        "",
        extra=[_line(row, "extra")],
        street=full_name((_line(row, "street"), _line(row, "house"))),
        postcode=row.text("postcode") or row.text("zipcode"),
    )


def _delivery(made: Person, row: Row) -> Address | None:
    """Where goods go, if it is not where the bill goes."""
    somebody = full_name((_line(row, "d_first_name"), _line(row, "d_last_name")))
    name = _line(row, "d_name") or somebody
    company = _line(row, "d_company")
    known = full_name((made.first_name, made.last_name))
    address = _address(
        row,
        "d_",
        name=name if name != known else "",
        extra=[company if company != made.company else "", _line(row, "d_extra")],
        street=_line(row, "d_street"),
        postcode=row.text("d_postcode"),
    )
    return None if address.is_empty or address == made.billing else address


def _address(
    row: Row, prefix: str, *, extra: Iterable[str], street: str, postcode: str, name: str = ""
) -> Address:
    said = row.text(f"{prefix}country")
    code = country_code(said)
    state = row.text(f"{prefix}state")
    # what there is no field for is kept as it was written
    more = [*extra, state if code == "US" else "", "" if code else said]
    return Address(
        name=name,
        co=_line(row, f"{prefix}co"),
        extra=", ".join(part for part in more if part),
        post_number=row.text(f"{prefix}post_number"),
        street=street,
        postcode=postcode,
        town=_line(row, f"{prefix}town"),
        country=code or "",
    )


def _phones(row: Row) -> list[tuple[str, str]]:
    found = []
    for each in _OWN_PHONES.split(row.text("phones")):
        label, colon, raw = each.partition(": ")
        if colon:
            found.append((raw, label))
    for name, label in (
        ("mobile", "mobile"), ("phone", "home"), ("phone2", "work"), ("d_phone", "home"),
        ("fax", "fax"),
    ):  # fmt: skip
        raw = row.text(name)
        if raw and any(char.isdigit() for char in raw) and raw not in dict(found):
            found.append((raw, label))
    return found


def _moment(row: Row) -> int | None:
    """When they became a customer; a day nobody can read costs no customer."""
    text = row.text("created")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            day = row.day("created")
        except CellError:
            return None
        if day is None:
            return None
        moment = datetime.combine(day, time())
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(aware.timestamp() * 1000)


def _line(row: Row, name: str) -> str:
    return " ".join(row.text(name).split())


def _fault(row: Row, error: CellError) -> CellFault:
    return CellFault(
        line=row.line, column=error.column, value=error.value, code=error.code,
        detail=error.detail, rows=(row.cells,),
    )  # fmt: skip
