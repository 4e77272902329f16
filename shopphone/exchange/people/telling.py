"""A person as a thing told to the shop: the columns of a customer, numbers and addresses beside it."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from shopphone.domain.contacts import salutation_of
from shopphone.domain.customers import (
    Address,
    CustomerKind,
    display_name,
    sort_name,
)
from shopphone.domain.imports import CellFault, Stored, Told

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_GERMAN = frozenset(("DE", "AT", "CH", "LI", "LU"))
_SPOKEN = {"de": {"Mr": "Herr", "Ms": "Frau"}, "en": {"Herr": "Mr", "Frau": "Ms"}}
PHONES, COUNTRY = "phones", "country"


@dataclass(slots=True, kw_only=True)
class Person:
    """What a row or card says of somebody; "" and empty: it says nothing.

    phones: (as written, label). kind, language: "" where the file says none.
    """

    line: int
    code: str = ""
    number: str = ""
    kind: str = ""
    salutation: str = ""
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    group: str = ""
    vat_id: str = ""
    language: str = ""
    email: str = ""
    note: str = ""
    created_ms: int | None = None
    phones: list[tuple[str, str]] = field(default_factory=list)
    billing: Address | None = None
    delivery: list[Address] = field(default_factory=list)
    left_out: list[CellFault] = field(default_factory=list)
    rows: tuple[tuple[str, ...], ...] = ()


def told(person: Person) -> Told | CellFault:
    """Nobody without a name, a number or an address to write to can be found again."""
    email = person.email.strip()
    if email and not _MAIL.fullmatch(email):
        person.left_out.append(
            CellFault(line=person.line, column="email", value=email, code="email_invalid")
        )
        email = ""
    if not (person.first_name or person.last_name or person.company):
        # an address book often has no more: what is there is what they are called
        person.last_name = email or next((raw for raw, _ in person.phones), "")
    name = display_name(person.first_name, person.last_name, person.company)
    if not name:
        return CellFault(
            line=person.line, column="", value="", code="name_missing", rows=person.rows
        )
    values = _values(person, email)
    sorted_by = sort_name(person.first_name, person.last_name, person.company)
    code = person.code or _digest(person, email, sorted_by)
    own = [f"id:{code}", *([f"number:{person.number}"] if person.number else [])]
    own += [f"email:{email} {sorted_by}"] if email and not person.code else []
    return Told(
        line=person.line,
        title=name,
        values=values,
        codes=(code,),
        own=tuple(own),
        children=_places(person),
        asides=_asides(person),
        left_out=tuple(person.left_out),
        rows=person.rows,
    )


def _digest(person: Person, email: str, sorted_by: str) -> str:
    """Finds who has no key of their own again, as long as nothing is written otherwise."""
    said = (
        person.number,
        email,
        sorted_by,
        person.phones,
        person.billing and asdict(person.billing),
    )
    return f"#{hashlib.blake2b(json.dumps(said).encode(), digest_size=9).hexdigest()}"


def _asides(person: Person) -> dict[str, str]:
    """Numbers are read where they are compared: there the shop's own country and area are known."""
    if not person.phones:
        return {}
    country = "" if person.billing is None else person.billing.country
    return {PHONES: json.dumps(list(dict(person.phones).items())), COUNTRY: country}


def _values(person: Person, email: str) -> dict[str, Stored]:
    language = _language(person)
    salutation = salutation_of(person.salutation)
    values: dict[str, Stored] = {
        "number": person.number,
        "salutation": _SPOKEN[language].get(salutation, salutation),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "company": person.company,
        "group": person.group,
        "vat_id": person.vat_id,
        "email": email,
        "note": person.note,
        "created_at": person.created_ms,
    }
    told: dict[str, Stored] = {name: value for name, value in values.items() if value}
    # who is called a consumer can withdraw: only what says so, or nobody's name, makes a business
    is_business = person.vat_id or (person.company and not (person.first_name or person.last_name))
    business = CustomerKind.BUSINESS if is_business else CustomerKind.CONSUMER
    return {**told, "kind": str(person.kind or business), "language": language}


def _language(person: Person) -> str:
    """The two that letters are written in; who lives abroad and says nothing is written to in English."""
    said = person.language[:2].casefold()
    if said:
        return "de" if said == "de" else "en"
    country = "" if person.billing is None else person.billing.country
    return "de" if not country or country in _GERMAN else "en"


def _places(person: Person) -> dict[str, tuple[dict[str, Stored], ...]]:
    places: list[tuple[str, Address]] = []
    if person.billing is not None and not person.billing.is_empty:
        places.append(("billing", person.billing))
    places += [("delivery", each) for each in person.delivery if not each.is_empty]
    if not places:
        return {}
    rows: Iterable[dict[str, Stored]] = ({"kind": kind, **asdict(each)} for kind, each in places)
    return {"customer_address": tuple({json.dumps(row): row for row in rows}.values())}


def full_name(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part)
