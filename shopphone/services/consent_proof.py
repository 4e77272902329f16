"""The proof of consents for one customer or all, as PDF and as a table (§ 7a (2) UWG)."""

import csv
import io
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from sqlalchemy import or_, select

import shopphone.services.cards as cards
import shopphone.services.consents as consents
from shopphone.domain import consent_ledger
from shopphone.domain.consent_ledger import ConsentEntry
from shopphone.domain.consent_proof import ConsentProof, PersonProof
from shopphone.domain.errors import Unavailable, why
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.services.merged import theirs
from shopphone.store import tables as t

_COLUMNS = (
    "entry", "customer", "name", "state", "channel", "at", "late", "topics", "wording",
    "wording_version", "source", "number", "recorded_at", "recorded_by", "person", "company",
    "evidence", "evidence_sha256", "keep_until", "previous", "hash",
)  # fmt: skip
_PEOPLE = select(t.customer.c.id, t.customer.c.number, t.customer.c.name)


def pdf(desk: Desk, customer_id: int | None = None) -> bytes:
    """customer_id None: everybody the ledger knows."""
    from shopphone.letters import consent_proof as layout

    return layout.write(content(desk, customer_id))


def table(desk: Desk, customer_id: int | None = None) -> str:
    """One line per entry, in the order of the ledger; semicolons, as table programs here read them."""
    proof = content(desk, customer_id)
    out = io.StringIO()
    written = csv.writer(out, delimiter=";", lineterminator="\r\n")
    written.writerow(_COLUMNS)
    lines = [(entry, person) for person in proof.people for entry in person.entries]
    for entry, person in sorted(lines, key=lambda each: each[0].entry_no):
        written.writerow(map(_cell, _line(entry, person)))
    return out.getvalue()


def export(desk: Desk, path: Path, customer_id: int | None = None) -> None:
    """As the file's ending says: .csv is the table, anything else the PDF. Raises Unavailable: file."""
    if path.suffix.casefold() == ".csv":
        content = table(desk, customer_id).encode("utf-8-sig")
    else:
        content = pdf(desk, customer_id)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Unavailable("file", why(error)) from error


def content(desk: Desk, customer_id: int | None = None) -> ConsentProof:
    """Moments are the shop's clock from here on."""
    query = _PEOPLE
    if customer_id is not None:
        ours = or_(t.customer.c.id == customer_id, t.customer.c.merged_into == customer_id)
        query = _PEOPLE.where(ours)
    entries = select(t.consent).order_by(
        t.consent.c.customer_id, t.consent.c.at, t.consent.c.entry_no
    )
    if customer_id is not None:
        entries = entries.where(theirs(t.consent.c.customer_id, customer_id))
    with desk.db.reading() as connection:
        known = {row.id: row for row in connection.execute(query)}
        rows = list(connection.execute(entries))
        people = []
        for key, group in groupby(map(consents.entry_of, rows), lambda each: each.customer_id):
            address = cards.billing(cards.addresses_of(connection, key))
            own = tuple(group)
            people.append(
                PersonProof(
                    number=known[key].number,
                    name=known[key].name,
                    address=_address(address.street, address.postcode, address.town),
                    entries=tuple(map(_at_home, own)),
                    keep_until=consent_ledger.keep_until(own),
                )
            )
    shop = [desk.setting(f"shop.{key}") for key in ("name", "owner")]
    place = _address(*(desk.setting(f"shop.{key}") for key in ("street", "postcode", "town")))
    return ConsentProof(
        language="en" if desk.language == "en" else "de",
        made_at=desk.now().astimezone(SHOP_ZONE),
        made_by=desk.staff_name or desk.setting("desk.staff"),
        shop=", ".join(part for part in (*shop, place) if part),
        people=tuple(people),
        state=consents.verify(desk),
    )


def _at_home(entry: ConsentEntry) -> ConsentEntry:
    return replace(
        entry,
        at=entry.at.astimezone(SHOP_ZONE),
        recorded_at=entry.recorded_at.astimezone(SHOP_ZONE),
    )


def _line(entry: ConsentEntry, person: PersonProof) -> tuple[str, ...]:
    return (
        str(entry.entry_no), person.number, person.name, entry.state, entry.channel,
        entry.at.isoformat(timespec="seconds"), "late" if entry.late else "", entry.scope,
        entry.wording, entry.wording_version, entry.source, entry.number,
        entry.recorded_at.isoformat(timespec="seconds"), entry.recorded_by,
        ", ".join((entry.person or {}).values()), ", ".join((entry.company or {}).values()),
        entry.evidence_name, entry.evidence_sha256,
        person.keep_until.isoformat() if person.keep_until else "", entry.previous, entry.hash,
    )  # fmt: skip


def _cell(text: str) -> str:
    """A table program must not take words for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _address(street: str, postcode: str, town: str) -> str:
    return ", ".join(part for part in (street, f"{postcode} {town}".strip()) if part)
