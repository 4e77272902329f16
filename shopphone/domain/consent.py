"""The gate every outbound call passes: who may be called for what (§§ 7, 7a UWG)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shopphone.domain.consent_ledger import ConsentEntry, Standing, standing, topics_of

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
# a click in a mail proves who owns the mail, not who owns the telephone (BGH I ZR 164/09)
_PROVES_NO_NUMBER = frozenset(("email", "double_opt_in"))
_KNOWN_LAW = frozenset(("DE", "AT", "CH"))


class DialPurpose(StrEnum):
    """Why we call. A satisfaction survey counts as advertising (OLG Köln, 6 U 222/12)."""

    ORDER = "order"
    REQUESTED_CALLBACK = "requested_callback"
    ADVERTISING = "advertising"
    SATISFACTION = "satisfaction"

    @property
    def is_advertising(self) -> bool:
        return self in (DialPurpose.ADVERTISING, DialPurpose.SATISFACTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Callee:
    """Whom a call would reach, as the shop knows them.

    number: "" if none can be called. known: a customer; strangers are taken for consumers.
    country: of the address, else of the number. blocked: the number is on the do-not-call list.
    requests: the words in which a callback was asked for and is owed. advertised_at: lately.
    """

    number: str
    consumer: bool = True
    known: bool = True
    country: str = "DE"
    restricted: bool = False
    blocked: bool = False
    has_orders: bool = False
    requests: tuple[str, ...] = ()
    advertised_at: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the clerk says about the call. offers: goods will be offered besides the topic.

    star_checked: the Swiss directory was looked at, the entry bears no star. suppressed: the
    caller's own number would be hidden.
    """

    topic: str = ""
    reason: str = ""
    offers: bool = False
    star_checked: bool = False
    suppressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How often one person is called with advertising at most."""

    per_day: int = 1
    per_week: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """Leave to dial this number, and what it rests on; a phone system takes nothing else.

    Made here alone. warnings: what to think of before dialling.
    """

    number: str
    basis: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """Why a call must not be made."""

    reason: str


NO_WISH = Wish()
USUAL = Limits()


def may_call(
    purpose: DialPurpose,
    customer: Callee,
    ledger: Sequence[ConsentEntry],
    now: datetime,
    *,
    wish: Wish = NO_WISH,
    limits: Limits = USUAL,
) -> Permit | Denied:
    """Decide an outbound call. Nobody's role changes the answer."""
    if not customer.number:
        return Denied(reason="no_number")
    if purpose.is_advertising:
        return _advertising(customer, standing(ledger, "phone"), now, wish, limits)
    if purpose is DialPurpose.REQUESTED_CALLBACK:
        if not customer.requests:
            return Denied(reason="no_request")
        return _service(customer, "requested_callback", ledger, wish)
    # Art. 18 (2) GDPR: what is restricted is used with the person's own wish only
    if customer.restricted:
        return Denied(reason="restricted")
    if not customer.has_orders and not wish.reason.strip():
        return Denied(reason="order_reason_missing")
    return _service(customer, "order", ledger, wish)


def _service(customer: Callee, basis: str, ledger: Sequence[ConsentEntry], wish: Wish) -> Permit:
    """A call about what is agreed or asked for; beyond it, it would turn into advertising."""
    warnings = []
    if wish.offers and not _covers(standing(ledger, "phone"), wish.topic):
        warnings.append("upsell_beyond_topic")
    if wish.suppressed:
        warnings.append("caller_id_shown")
    return Permit(number=customer.number, basis=basis, warnings=tuple(warnings))


def _advertising(
    customer: Callee, found: Standing, now: datetime, wish: Wish, limits: Limits
) -> Permit | Denied:
    """§ 7 (2) Nr. 1 UWG, Art. 21 (2), (3) GDPR, § 15 (2) TDDDG; § 174 TKG 2021 in Austria."""
    if wish.suppressed:
        return Denied(reason="caller_id_suppressed")
    if customer.restricted:
        return Denied(reason="restricted")
    if customer.blocked or found.state == "withdrawn":
        return Denied(reason="objected")
    if found.live:
        refusal = _undocumented(customer, found, wish)
    elif customer.consumer or not customer.known or customer.country == "AT":
        refusal = _without_consent(customer, found)
    else:
        refusal = _presumed(customer, found, wish)
    refusal = refusal or _too_often(customer, now, limits)
    if refusal:
        return Denied(reason=refusal)
    warnings = []
    if found.rests_long(now):
        warnings.append("consent_long_unused")
    if customer.country not in _KNOWN_LAW:
        warnings.append("other_land")
    basis = "consent" if found.live else "presumed"
    return Permit(number=customer.number, basis=basis, warnings=tuple(warnings))


def _undocumented(customer: Callee, found: Standing, wish: Wish) -> str:
    """Why the consent there is does not carry this call (§ 7a (1) UWG); "" when it does."""
    if not wish.topic.strip():
        return "topic_missing"
    proven = [
        each
        for each in found.live
        if each.wording and each.topics and each.source not in _PROVES_NO_NUMBER
    ]
    if not proven:
        return "not_documented"
    of_number = [each for each in proven if each.number in ("", customer.number)]
    if not of_number:
        return "other_number"
    covered = _covers(Standing(state="given", live=tuple(of_number)), wish.topic)
    return "" if covered else "out_of_scope"


def _covers(found: Standing, topic: str) -> bool:
    """Whether every topic of the call was agreed to (BGH I ZR 169/10: company and kind of goods)."""
    agreed = {each.casefold() for entry in found.live for each in entry.topics}
    wanted = [each.casefold() for each in topics_of(topic)]
    return bool(wanted) and all(each in agreed for each in wanted)


def _without_consent(customer: Callee, found: Standing) -> str:
    if found.state == "refused":
        return "asked_and_refused"
    return "not_asked" if customer.consumer or not customer.known else "consent_needed_at"


def _presumed(customer: Callee, found: Standing, wish: Wish) -> str:
    """A business may be called on presumed consent, for a reason that is written down.

    In Switzerland not against the star in the directory, except where one trades already
    (Art. 3 (1) u Swiss UWG).
    """
    if found.state == "refused":
        return "asked_and_refused"
    if not wish.reason.strip():
        return "presumed_reason_missing"
    if customer.country == "CH" and not customer.has_orders and not wish.star_checked:
        return "star_unchecked"
    return ""


def _too_often(customer: Callee, now: datetime, limits: Limits) -> str:
    """Once more would be harassment, agreed or not."""
    ago = [now - each for each in customer.advertised_at]
    if sum(each < _DAY for each in ago) >= limits.per_day:
        return "limit_day"
    if sum(each < _WEEK for each in ago) >= limits.per_week:
        return "limit_week"
    return ""
