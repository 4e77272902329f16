"""What a seller must name in a written confirmation (Art. 246a § 1 (1) EGBGB), and what is missing."""

from collections.abc import Mapping
from datetime import date

from shopphone.domain.order_kinds import Matter

# setting -> the duty of facts in the statute it fills
SELLER_DUTIES: dict[str, str] = {
    "shop.name": "Art. 246a § 1 (1) Nr. 2",
    "shop.street": "Art. 246a § 1 (1) Nr. 2",
    "shop.postcode": "Art. 246a § 1 (1) Nr. 2",
    "shop.town": "Art. 246a § 1 (1) Nr. 2",
    "shop.phone": "Art. 246a § 1 (1) Nr. 3",
    "shop.email": "Art. 246a § 1 (1) Nr. 3",
    "policy.defect_rights": "Art. 246a § 1 (1) Nr. 11",
    "policy.complaints": "Art. 246a § 1 (1) Nr. 10",
}
# without it the letter still prints, with a permanent warning (product decision 4)
NOTICE = "policy.harmonised_notice"
WARNED_DUTIES: dict[str, str] = {NOTICE: "Art. 246a § 1 (1) Nr. 11"}
NOTICE_SINCE = date(2026, 9, 27)


def missing_duties(
    settings: Mapping[str, str], *, by_transfer: bool = False, by_debit: bool = False
) -> tuple[str, ...]:
    """The settings that are empty and without which no confirmation may be written.

    by_debit: a SEPA mandate goes along, which names the creditor's identifier (Core Rulebook AT-02).
    """
    needed = [
        *SELLER_DUTIES,
        *(("shop.iban",) if by_transfer else ()),
        *(("shop.creditor_id",) if by_debit else ()),
    ]
    return tuple(key for key in needed if not settings.get(key, "").strip())


def missing_warnings(settings: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(key for key in WARNED_DUTIES if not settings.get(key, "").strip())


def needs_notice(matter: str, written_on: date, *, consumer: bool) -> bool:
    """Whether the harmonised notice goes with a letter (G v. 03.02.2026, BGBl. 2026 I Nr. 28, Art. 3).

    It tells consumers of the legal guarantee for goods; services and digital content have none of it.
    """
    goods = Matter(matter) in (Matter.GOODS, Matter.REGULAR)
    return goods and consumer and written_on >= NOTICE_SINCE
