"""What is handed to an authority that asks for the proof of consents (§ 7a (2) UWG)."""

from dataclasses import dataclass
from datetime import date, datetime

from shopphone.domain.consent_ledger import ConsentEntry, LedgerState


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProof:
    """One person's entries, oldest first, and the last day they must be kept."""

    number: str
    name: str
    address: str
    entries: tuple[ConsentEntry, ...]
    keep_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentProof:
    """The ledger on paper. shop: name and summonable address. state: what the chain says."""

    language: str
    made_at: datetime
    made_by: str
    shop: str
    people: tuple[PersonProof, ...]
    state: LedgerState
