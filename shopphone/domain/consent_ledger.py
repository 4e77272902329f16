"""The consent ledger: entries that are only ever added, each chained to the one before (§ 7a UWG)."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from shopphone.domain.deadlines import Events, reckon

CHANNELS = ("phone", "email", "sms", "post")
# a consent does not lapse by time alone (BGH III ZR 196/17), but nobody remembers it for ever
REMIND_AFTER = timedelta(days=2 * 365)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_BETWEEN_TOPICS = re.compile(r"[,;\n]|\s(?:und|and|&)\s")


class Act(StrEnum):
    """What an entry says. Never asked is no entry at all, and no refusal."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    USED = "used"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEntry:
    """One entry of the append-only ledger; a withdrawal and a use are entries of their own.

    scope: the topics. wording: what was read or shown, word for word, and which version of it.
    person, company: name and address of both as they were then. late: recorded on a later day.
    """

    consent_id: int
    customer_id: int
    channel: str
    state: str
    scope: str
    wording: str
    source: str
    at: datetime
    recorded_at: datetime
    recorded_by: str
    entry_no: int = 0
    number: str = ""
    person: dict[str, str] | None = None
    company: dict[str, str] | None = None
    wording_version: str = ""
    evidence_name: str = ""
    evidence_sha256: str = ""
    late: bool = False
    call_id: int | None = None
    previous: str = ""
    hash: str = ""

    @property
    def topics(self) -> tuple[str, ...]:
        return topics_of(self.scope)


@dataclass(slots=True, kw_only=True)
class ConsentDraft:
    """A consent while it is being recorded. at None: now, in this call."""

    customer_id: int
    channel: str = "phone"
    topics: str = ""
    wording: str = ""
    wording_version: str = ""
    source: str = "phone"
    number: str = ""
    at: datetime | None = None
    evidence_name: str = ""
    evidence: bytes = b""
    call_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is read out to ask for consent, with the version of the text it comes from."""

    text: str
    version: str
    topics: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one channel stands. live: what was given and not taken back since."""

    state: str = "not_asked"
    live: tuple[ConsentEntry, ...] = ()
    since: datetime | None = None
    last_used_at: datetime | None = None

    def rests_long(self, now: datetime) -> bool:
        """Whether it was neither given nor used for so long that one should look at the proof."""
        known = [each.at for each in self.live]
        known += [self.last_used_at] if self.last_used_at else []
        return bool(self.live) and now - max(known) > REMIND_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFault:
    """What is wrong with an entry. kind: changed, order, missing, evidence."""

    entry_no: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerState:
    """The whole ledger, verified: how many entries, the hash of the newest, what is wrong."""

    entries: int
    head: str
    faults: tuple[LedgerFault, ...]


def topics_of(scope: str) -> tuple[str, ...]:
    return tuple(part for each in _BETWEEN_TOPICS.split(scope) if (part := each.strip()))


def standing(entries: Iterable[ConsentEntry], channel: str) -> Standing:
    """Where the channel stands after these entries, in any order.

    Saying no to one question takes nothing back that was given before.
    """
    found = Standing()
    for each in sorted(entries, key=lambda entry: (entry.at, entry.entry_no, entry.consent_id)):
        if each.channel == channel:
            found = _after(found, each)
    return found


def _after(before: Standing, entry: ConsentEntry) -> Standing:
    match entry.state:
        case Act.GIVEN:
            live = (*before.live, entry)
            return replace(before, state="given", live=live, since=entry.at)
        case Act.WITHDRAWN:
            return Standing(state="withdrawn", since=entry.at)
        case Act.REFUSED if not before.live and before.state != "withdrawn":
            return replace(before, state="refused", since=entry.at)
        case Act.USED:
            return replace(before, last_used_at=entry.at)
    return before


def keep_until(entries: Sequence[ConsentEntry]) -> date | None:
    """The last day the proof must be kept: five years from each grant and each use.

    § 7a (2) UWG. A withdrawal does not shorten it. None where nothing was ever given.
    """
    counted = [each.at for each in entries if each.state in (Act.GIVEN, Act.USED)]
    if not counted:
        return None
    return reckon("CONSENT5Y", Events(event_on=max(counted).date())).last_day


def hash_of(entry: ConsentEntry) -> str:
    """SHA-256 over the entry in one fixed spelling, the hash before it included."""
    facts: dict[str, Any] = {
        "customer_id": entry.customer_id,
        "channel": entry.channel,
        "state": str(entry.state),
        "scope": entry.scope,
        "wording": entry.wording,
        "source": entry.source,
        "at": (entry.at - _EPOCH) // _MS,
        "recorded_at": (entry.recorded_at - _EPOCH) // _MS,
        "recorded_by": entry.recorded_by,
        "entry_no": entry.entry_no,
        "number": entry.number,
        "person": entry.person,
        "company": entry.company,
        "wording_version": entry.wording_version,
        "evidence_name": entry.evidence_name,
        "evidence_sha256": entry.evidence_sha256,
        "late": entry.late,
        "call_id": entry.call_id,
        "previous": entry.previous,
    }
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def faults(entries: Iterable[ConsentEntry], last: int) -> Iterator[LedgerFault]:
    """What does not fit, in the order of the ledger. last: how many entries the shop counted."""
    previous, expected = "", 1
    for each in entries:
        for missing in range(expected, each.entry_no):
            yield LedgerFault(entry_no=missing, kind="missing")
        if hash_of(each) != each.hash:
            yield LedgerFault(entry_no=each.entry_no, kind="changed")
        if each.entry_no == expected and each.previous != previous:
            yield LedgerFault(entry_no=each.entry_no, kind="order")
        previous, expected = each.hash, each.entry_no + 1
    for missing in range(expected, last + 1):
        yield LedgerFault(entry_no=missing, kind="missing")
