"""What kind of contract an order is, which of them need the customer's yes in text form, and terms."""

from dataclasses import dataclass
from enum import StrEnum

from shopphone.domain.errors import Refused
from shopphone.domain.vat import EU


class Kind(StrEnum):
    """A new contract or the extension of one; a change is a version of the order itself."""

    NEW = "new"
    EXTENSION = "extension"


class Matter(StrEnum):
    """What is owed: read-back, form of the yes and deadlines depend on it."""

    GOODS = "goods"
    SERVICE = "service"
    REGULAR = "regular"
    DIGITAL = "digital"
    ENERGY = "energy"
    TELECOM = "telecom"
    COURSE = "course"


class Direction(StrEnum):
    """Who called whom."""

    IN = "in"
    OUT = "out"


class CountryRule(StrEnum):
    """Whose rules the program has for a buyer; the window warns where it has not all of them."""

    DE = "DE"
    AT = "AT"
    CH = "CH"
    EU = "EU"
    ELSEWHERE = "elsewhere"


class YesReason(StrEnum):
    """Why the customer's yes is needed in text form; the window says it with its paragraph."""

    ENERGY = "energy"
    TELECOM = "telecom"
    COURSE = "course"
    AUSTRIAN_SERVICE = "austrian_service"
    SHOP_OUTBOUND = "shop_outbound"
    SHOP_ALL = "shop_all"


class Renewal(StrEnum):
    """What happens at the end of a term."""

    ENDS = ""
    INDEFINITE = "indefinite"
    SAME_TERM = "same_term"


# § 41b (1) EnWG, § 54 (3) TKG, § 3 (1) FernUSG
_BY_LAW = {
    Matter.ENERGY: YesReason.ENERGY,
    Matter.TELECOM: YesReason.TELECOM,
    Matter.COURSE: YesReason.COURSE,
}
SERVICES = frozenset((Matter.SERVICE, Matter.ENERGY, Matter.TELECOM, Matter.COURSE))
# nothing is handed over, so the right of withdrawal runs from the contract (§ 355 (2) BGB)
WITHOUT_GOODS = frozenset(Matter) - {Matter.GOODS, Matter.REGULAR}
LASTING = frozenset((*SERVICES, Matter.REGULAR))
# goes on until someone ends it; a service or a course may be a single one
ONGOING = frozenset((Matter.REGULAR, Matter.ENERGY, Matter.TELECOM))
_LONGEST_TERM = {Matter.TELECOM: 24}  # § 56 (1) TKG, also for businesses without a waiver
_MOST_TERM, _MOST_NOTICE_DAYS = 24, 31
_DAYS_OF_TWO_YEARS = 730


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long a contract binds, in months or in days; neither for a single purchase or an open term."""

    months: int = 0
    days: int = 0
    notice_days: int = 0
    renewal: str = Renewal.ENDS


def country_rule(country: str) -> CountryRule:
    """DE in full, AT with its own texts, CH flagged; other EU countries get the German rules."""
    if country in ("", "DE"):
        return CountryRule.DE
    if country in ("AT", "CH"):
        return CountryRule(country)
    return CountryRule.EU if country in EU else CountryRule.ELSEWHERE


def written_yes(
    matter: str, direction: str, country: str, *, shop_rule: str = "none", consumer: bool = True
) -> YesReason | None:
    """Why the contract needs the customer's yes in text form; None if the yes on the phone does.

    § 9 (2) FAGG: a service agreed in a call that the seller began binds an Austrian consumer only
    once they have accepted the confirmed offer on a durable medium. shop_rule: none, outbound or
    all, for a shop that wants the coming rule for phone contracts today.
    """
    by_law = _BY_LAW.get(Matter(matter))
    if by_law is not None and (consumer or by_law is not YesReason.COURSE):
        return by_law
    outbound = direction == Direction.OUT
    if consumer and country == "AT" and outbound and Matter(matter) in SERVICES:
        return YesReason.AUSTRIAN_SERVICE
    if shop_rule == "all":
        return YesReason.SHOP_ALL
    if shop_rule == "outbound" and outbound:
        return YesReason.SHOP_OUTBOUND
    return None


def billing_of(matter: str, months: int) -> int:
    """How many months a bill covers: what goes on until it is ended has a period, a month if none is named.

    Art. 246a § 1 (1) Nr. 8 EGBGB wants the costs of a period and of a month said. 0: paid once.
    """
    return months or (1 if Matter(matter) in ONGOING else 0)


def needs_terms_before(matter: str) -> bool:
    """§ 510 (1) BGB: regular deliveries without written form need the terms in hand at conclusion."""
    return Matter(matter) is Matter.REGULAR


def has_statutory_withdrawal(country: str, direction: str) -> bool:
    """Art. 40c OR: who wanted the negotiations himself has no Swiss right; the shop's own may stay."""
    return country != "CH" or direction == Direction.OUT


def is_without_right(*, consumer: bool, shop_grants: bool, agreed: bool) -> bool:
    """§ 312g (1), § 312 (1) BGB: only a consumer may withdraw; the shop may grant more, and keeps it.

    agreed: the contract that is changed has the right already.
    """
    return not (consumer or shop_grants or agreed)


def check_term(term: Term, matter: str, *, consumer: bool = True) -> None:
    """Refuse a term that § 309 Nr. 9 BGB does not let a shop's conditions set.

    a) at most two years at first; b) renewed only without a fixed term and ended with at most a
    month's notice; c) at most a month's notice before the first end. One in months and in days
    would be two terms.
    """
    if term.months and term.days:
        raise Refused("term_twice", field="term")
    most = _MOST_TERM if consumer else _LONGEST_TERM.get(Matter(matter))
    if most is not None and (term.months > most or term.days > _DAYS_OF_TWO_YEARS):
        raise Refused("term_too_long", field="term", limit=most)
    if not consumer:
        return
    if term.renewal == Renewal.SAME_TERM:
        raise Refused("renewal_too_long", field="renewal")
    if term.notice_days > _MOST_NOTICE_DAYS:
        raise Refused("notice_too_long", field="notice")
