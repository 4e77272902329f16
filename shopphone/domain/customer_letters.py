"""Letters to a customer that are about no order, and the paper around letters."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shopphone.domain.consent_ledger import CHANNELS, Act, ConsentEntry
from shopphone.domain.short_letters import LetterHead


class CustomerLetterKind(StrEnum):
    """In the order of the menu."""

    ANSWER = "answer"
    MISSED = "missed"
    CONSENT = "consent"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    ENVELOPE_DL = "envelope_dl"
    ENVELOPE_C6 = "envelope_c6"
    LABEL = "label"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLetter:
    """What we know about what was asked. answers: title and paragraph of each article."""

    head: LetterHead
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedLetter:
    """We called and reached nobody. It says not why: others may open the letter.

    promised: the customer had asked for the call.
    """

    head: LetterHead
    called_on: date
    promised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLetter:
    """Advertising agreed to or no longer wanted, as the ledger has it (§ 7a UWG, Art. 7 (3) GDPR)."""

    head: LetterHead
    channel: str
    scope: str
    wording: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A sheet that only bears an address. size_mm: width and height."""

    size_mm: tuple[float, float]
    language: str
    title: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]


# DIN 678: without a window; C6/5 is what the post calls "Kompakt"; the label is common for parcels
SIZES = {
    CustomerLetterKind.ENVELOPE_DL: (220.0, 110.0),
    CustomerLetterKind.ENVELOPE_C6: (229.0, 114.0),
    CustomerLetterKind.LABEL: (100.0, 62.0),
}


def newest(entries: tuple[ConsentEntry, ...], state: str) -> ConsentEntry | None:
    """The newest entry of this state that still holds: nothing came after it on its channel."""
    last = {entry.channel: entry for entry in entries if entry.state != Act.USED}
    held = [entry for entry in last.values() if entry.state == state]
    return max(held, key=lambda entry: (entry.at, entry.consent_id), default=None)


def channel_of(entries: tuple[ConsentEntry, ...], entry: ConsentEntry) -> str:
    """The channel the letter names; "all" where this was said of every one at once."""
    same = {
        each.channel
        for each in entries
        if each.state == entry.state and each.at == entry.at and each.scope == entry.scope
    }
    return "all" if same == set(CHANNELS) else entry.channel


def fitting(
    entries: tuple[ConsentEntry, ...], *, has_address: bool
) -> tuple[CustomerLetterKind, ...]:
    """Without an address nothing can be sent; consent letters only say what the ledger has."""
    kind = CustomerLetterKind
    if not has_address:
        return ()
    lacking = {
        each
        for each, state in ((kind.CONSENT, "given"), (kind.CONSENT_WITHDRAWN, "withdrawn"))
        if newest(entries, state) is None
    }
    return tuple(each for each in kind if each not in lacking)
