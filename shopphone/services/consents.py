"""The consent ledger: what was agreed, refused, taken back and used, only ever added to."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import insert, select

import shopphone.services.cards as cards
import shopphone.services.counters as counters
import shopphone.services.do_not_call as do_not_call
from shopphone.domain import consent_ledger
from shopphone.domain.consent_ledger import (
    CHANNELS,
    Act,
    ConsentDraft,
    ConsentEntry,
    LedgerFault,
    LedgerState,
    Standing,
    Wording,
    standing,
    topics_of,
)
from shopphone.domain.errors import Refused
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.services.merged import theirs
from shopphone.store import tables as t
from shopphone.store.db import Asked, Writing
from shopphone.store.text import storable
from shopphone.store.types import Record, from_ms, to_ms

_MOST_EVIDENCE_MB = 10
_ENTRIES = select(t.consent)
_HEAD = select(t.consent.c.hash).order_by(t.consent.c.entry_no.desc()).limit(1)
_EVIDENCE = select(t.consent_evidence.c.content)
# the counter is the last number that was given: an entry missing at the end is noticed too
_LAST = select(t.counter.c.last).where(t.counter.c.name == "consent")


def entries(desk: Desk, customer_id: int) -> tuple[ConsentEntry, ...]:
    """The ledger of this customer, oldest first."""
    with desk.db.reading() as connection:
        return of(connection, customer_id)


def of(asked: Asked, customer_id: int) -> tuple[ConsentEntry, ...]:
    query = _ENTRIES.where(theirs(t.consent.c.customer_id, customer_id))
    rows = asked.execute(query.order_by(t.consent.c.at, t.consent.c.entry_no))
    return tuple(map(entry_of, rows))


def now_standing(desk: Desk, customer_id: int, channel: str = "phone") -> Standing:
    return standing(entries(desk, customer_id), channel)


def wording(desk: Desk, customer_id: int, topics: str, number: str = "") -> Wording:
    """What is read out to ask for consent, in the customer's language."""
    from shopphone.letters import texts

    with desk.db.reading() as connection:
        query = select(t.customer.c.language).where(t.customer.c.id == customer_id)
        language = connection.execute(query).scalar_one() or "de"
    found = texts.text_of("asking", language, desk.today())
    version = f"{language}/asking-{found['valid_from']}"
    named = ", ".join(topics_of(topics))
    text = found["asking"]["phone"].format(
        shop=desk.setting("shop.name"), topics=named or "…", number=number or "…"
    )
    return Wording(text=text, version=version, topics=named, number=number)


def give(desk: Desk, draft: ConsentDraft) -> ConsentEntry:
    """Record a consent, with the proof when there is one.

    Raises Refused: consent_topics_missing, consent_wording_missing, consent_number_missing,
    day_in_future, evidence_too_big.
    """
    if not topics_of(draft.topics):
        raise Refused("consent_topics_missing", field="topics")
    if not draft.wording.strip():
        raise Refused("consent_wording_missing", field="wording")
    number = normalised(desk, draft.number).e164 or ""
    if draft.channel == "phone" and not number:
        raise Refused("consent_number_missing", field="number")
    now = desk.now()
    if draft.at is not None and draft.at > now:
        raise Refused("day_in_future", field="at")
    if len(draft.evidence) > _MOST_EVIDENCE_MB * 1_000_000:
        raise Refused("evidence_too_big", limit=_MOST_EVIDENCE_MB)
    with desk.db.writing() as tx:
        entry = _begun(desk, tx, draft.customer_id, draft.channel, Act.GIVEN)
        at = draft.at or now
        made = append(
            tx,
            replace(
                entry,
                scope=", ".join(topics_of(draft.topics)),
                wording=draft.wording.strip(),
                wording_version=draft.wording_version,
                source=draft.source,
                number=number,
                at=at,
                late=desk.day_of(at) < desk.day_of(now),
                evidence_name=draft.evidence_name,
                evidence_sha256=_kept_evidence(desk, tx, draft.evidence),
                call_id=draft.call_id,
            ),
        )
        if draft.channel == "phone":
            do_not_call.forget(tx, number)
    return made


def refuse(desk: Desk, draft: ConsentDraft) -> ConsentEntry:
    """They were asked and said no; that is kept, so that nobody asks again and again."""
    with desk.db.writing() as tx:
        entry = _begun(desk, tx, draft.customer_id, draft.channel, Act.REFUSED)
        number = normalised(desk, draft.number).e164 or ""
        scope = ", ".join(topics_of(draft.topics))
        return append(
            tx,
            replace(
                entry, scope=scope, wording=draft.wording, number=number,
                wording_version=draft.wording_version, source=draft.source, call_id=draft.call_id,
            ),
        )  # fmt: skip


def withdraw(
    desk: Desk,
    customer_id: int,
    channels: Sequence[str] = CHANNELS,
    words: str = "",
    call_id: int | None = None,
) -> None:
    """No more advertising, on these channels: at once (Art. 7 (3), Art. 21 (2) GDPR).

    What stands as withdrawn already gets no second entry.
    """
    with desk.db.writing() as tx:
        put_withdrawal(desk, tx, customer_id, channels, words, call_id)


def put_withdrawal(
    desk: Desk,
    tx: Writing,
    customer_id: int,
    channels: Sequence[str],
    words: str = "",
    call_id: int | None = None,
) -> None:
    """The same inside a transaction, for what else the clerk is noting."""
    known = of(tx.connection, customer_id)
    for channel in channels:
        if standing(known, channel).state != "withdrawn":
            entry = _begun(desk, tx, customer_id, channel, Act.WITHDRAWN)
            append(tx, replace(entry, wording=words.strip(), call_id=call_id))
    if "phone" in channels:
        do_not_call.remember(tx, customer_id, desk.now())


def put_use(
    desk: Desk, tx: Writing, customer_id: int, number: str, topic: str, call_id: int | None = None
) -> None:
    """An advertising call rests on the consent: a use of its own, from which five years count."""
    entry = _begun(desk, tx, customer_id, "phone", Act.USED)
    append(tx, replace(entry, number=number, scope=topic, call_id=call_id))


def append(tx: Writing, entry: ConsentEntry) -> ConsentEntry:
    """Add an entry to the end of the chain; nobody else can between its number and its hash."""
    number = counters.step(tx, "consent")
    previous = tx.execute(_HEAD).scalar() or ""
    clean = replace(
        _storable(entry),
        entry_no=number,
        previous=previous,
        at=from_ms(to_ms(entry.at)),
        recorded_at=from_ms(to_ms(entry.recorded_at)),
    )
    made = replace(clean, hash=consent_ledger.hash_of(clean))
    values = {name: getattr(made, name) for name in _COLUMNS}
    return replace(made, consent_id=tx.insert(insert(t.consent), values))


def evidence(desk: Desk, sha256: str) -> bytes | None:
    """The file that proves an entry."""
    with desk.db.reading() as connection:
        query = _EVIDENCE.where(t.consent_evidence.c.sha256 == sha256)
        found = connection.execute(query).scalar()
    return None if found is None else bytes(found)


def verify(desk: Desk) -> LedgerState:
    """Reckon the whole chain again, and the evidence with it."""
    with desk.db.reading() as connection:
        rows = connection.execute(_ENTRIES.order_by(t.consent.c.entry_no))
        known = tuple(map(entry_of, rows))
        last = int(connection.execute(_LAST).scalar() or 0)
        files = connection.execute(select(t.consent_evidence)).all()
    whole = {row.sha256 for row in files if _sha(bytes(row.content)) == row.sha256}
    found = [*consent_ledger.faults(known, last), *_without_evidence(known, whole)]
    head = known[-1].hash if known else ""
    return LedgerState(entries=len(known), head=head, faults=tuple(found))


def entry_of(row: Record) -> ConsentEntry:
    values = {name: getattr(row, name) for name in _COLUMNS}
    return ConsentEntry(consent_id=row.id, **values)


def _without_evidence(known: Iterable[ConsentEntry], whole: set[str]) -> list[LedgerFault]:
    return [
        LedgerFault(entry_no=each.entry_no, kind="evidence")
        for each in known
        if each.evidence_sha256 and each.evidence_sha256 not in whole
    ]


def _begun(desk: Desk, tx: Writing, customer_id: int, channel: str, state: Act) -> ConsentEntry:
    """An entry of now, with who and where both sides were."""
    now = desk.now()
    return ConsentEntry(
        consent_id=0,
        customer_id=customer_id,
        channel=channel,
        state=state,
        scope="",
        wording="",
        source="phone",
        at=now,
        recorded_at=now,
        recorded_by=desk.staff_name or desk.setting("desk.staff"),
        person=_person(tx, customer_id),
        company=_company(desk),
    )


def _person(tx: Writing, customer_id: int) -> dict[str, str]:
    query = select(t.customer).where(t.customer.c.id == customer_id)
    row = tx.execute(query).one()
    address = cards.billing(cards.addresses_of(tx.connection, customer_id))
    found = {
        "number": row.number, "first_name": row.first_name, "last_name": row.last_name,
        "company": row.company, "street": address.street, "postcode": address.postcode,
        "town": address.town, "country": address.country, "email": row.email,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value}


def _company(desk: Desk) -> dict[str, str]:
    keys = ("name", "owner", "street", "postcode", "town", "country")
    found = {key: desk.setting(f"shop.{key}") for key in keys}
    return {key: value for key, value in found.items() if value}


def _kept_evidence(desk: Desk, tx: Writing, content: bytes) -> str:
    if not content:
        return ""
    sha256 = _sha(content)
    query = _EVIDENCE.where(t.consent_evidence.c.sha256 == sha256)
    if tx.execute(query).first() is None:
        values = {"sha256": sha256, "content": content, "kept_at": desk.now()}
        tx.execute(insert(t.consent_evidence), values)
    return sha256


def _storable(entry: ConsentEntry) -> ConsentEntry:
    """As the database keeps it, so that what is hashed is what is read again."""
    texts = {name: storable(str(getattr(entry, name))) for name in _TEXTS}
    return replace(entry, **texts, person=_clean(entry.person), company=_clean(entry.company))  # type: ignore[arg-type]  # texts are texts


def _clean(snapshot: dict[str, str] | None) -> dict[str, str] | None:
    return snapshot and {key: storable(value) for key, value in snapshot.items()}


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_TEXTS = (
    "channel", "state", "scope", "wording", "source", "recorded_by", "number", "wording_version",
    "evidence_name", "evidence_sha256",
)  # fmt: skip
_COLUMNS = (
    *_TEXTS, "customer_id", "at", "recorded_at", "entry_no", "person", "company", "late", "call_id",
    "previous", "hash",
)  # fmt: skip
