"""Consent to advertising and the gate every outbound call passes (§§ 7, 7a UWG)."""

from dataclasses import dataclass
from datetime import datetime

from shopphone.domain.calls import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEntry:
    """One entry of the append-only ledger; a withdrawal is an entry of its own.

    state: given or withdrawn. wording: what was read or shown, word for word.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """Leave to dial this number, and what it rests on; a phone system takes nothing else."""

    number: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """Why a call must not be made."""

    reason: str


def may_call(
    number: str,
    purpose: Purpose,
    *,
    consumer: bool,
    advertising_consent: bool,
    callback_requested: bool,
) -> Permit | Denied:
    """Decide an outbound call: advertising to a consumer needs prior express consent.

    § 7 (2) Nr. 1 UWG. A satisfaction survey counts as advertising (OLG Köln, 6 U 222/12);
    a callback is only one that the customer asked for.
    """
    if not number:
        return Denied(reason="no_number")
    if purpose is Purpose.ADVERTISING:
        if consumer and not advertising_consent:
            return Denied(reason="no_consent")
        return Permit(number=number, basis="consent" if advertising_consent else "presumed")
    if purpose is Purpose.REQUESTED_CALLBACK and not callback_requested:
        return Denied(reason="no_request")
    return Permit(number=number, basis=purpose.value)
