"""What an order is besides its positions: when, in which state, paid or not, for whom."""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from shopphone.domain.contacts import split_name
from shopphone.domain.countries import country_code
from shopphone.domain.customers import Address, display_name
from shopphone.domain.imports import Stored
from shopphone.domain.payment import Payment
from shopphone.exchange.columns import CellError, Row
from shopphone.exchange.people.telling import Person

ZONE = ZoneInfo("Europe/Berlin")  # a time without a zone is the shop's
NOBODY = "?"
_CANCELLED = frozenset((
    "cancelled", "canceled", "storniert", "abgebrochen", "refunded", "failed", "trash", "withdrawn",
    "voided", "erstattet",
))  # fmt: skip
_OPEN = frozenset((
    "processing", "pending", "on-hold", "open", "offen", "in progress", "in bearbeitung", "bestellt",
    "placed", "confirmed", "unfulfilled", "partial", "processed", "neu", "new",
))  # fmt: skip
_UNDERWAY = frozenset(("shipped", "versendet", "verschickt", "versandt", "sent"))
_DELIVERED = frozenset(("delivered", "geliefert", "zugestellt"))
_PAID = frozenset(("paid", "bezahlt", "partially_refunded", "completed"))
_UNPAID = frozenset(
    ("pending", "authorized", "unpaid", "open", "offen", "overdue", "partially_paid")
)
_PAYMENTS = (
    ("rechnung", Payment.INVOICE), ("invoice", Payment.INVOICE), ("paypal", Payment.PAYPAL_LINK),
    ("lastschrift", Payment.SEPA_DEBIT), ("sepa", Payment.SEPA_DEBIT),
    ("nachnahme", Payment.CASH_ON_DELIVERY), ("cod", Payment.CASH_ON_DELIVERY),
    ("abholung", Payment.CASH_ON_COLLECTION), ("card", Payment.CARD_LINK),
    ("kreditkarte", Payment.CARD_LINK), ("stripe", Payment.CARD_LINK),
    ("shopify_payments", Payment.CARD_LINK), ("shopify payments", Payment.CARD_LINK),
)  # fmt: skip
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+(\d{1,2}):(\d{2}))?.*")
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?.*")


def moment(row: Row, name: str, dates: str) -> datetime | None:
    """Raises CellError for what is no day, or one that could be two."""
    text = row.text(name)
    if not text:
        return None
    found = _moment(text, dates)
    if found is None:
        raise row.error(name, "no_day")
    return found


@lru_cache(maxsize=4096)  # every row of an order repeats it
def _moment(text: str, dates: str) -> datetime | None:
    try:
        plain = re.sub(r"\s+([+-]\d{2}:?\d{2}|UTC|Z)$", r"\1", text).replace("UTC", "Z")
        found = datetime.fromisoformat(plain)
        return found if found.tzinfo else found.replace(tzinfo=ZONE)
    except ValueError:
        pass
    american, german = _AMERICAN.fullmatch(text), _GERMAN.fullmatch(text)
    if german:
        day, month, year, hour, minute = (int(part or 0) for part in german.groups())
    elif american:
        month, day, year, hour, minute = (int(part or 0) for part in american.groups())
        if dates != "us":
            # 13/12 can only be a day first; 12/11 could be either
            if month <= 12 and day <= 12 and month != day:
                return None
            month, day = (day, month) if month > 12 else (month, day)
    else:
        return None
    try:
        return datetime(year, month, day, hour, minute, tzinfo=ZONE)
    except ValueError:
        return None


def state_of(row: Row) -> str:
    """What is over long since owes nobody anything: an order that says nothing is closed."""
    said = row.text("state").casefold().removeprefix("wc-")
    sent = row.text("fulfilment").casefold()
    if row.text("cancelled_at") or said in _CANCELLED or row.text("payment_state") == "voided":
        return "cancelled"
    if said in _UNDERWAY:
        return "shipped"
    if said in _DELIVERED:
        return "delivered"
    if said in _OPEN or sent in _OPEN or (not sent and row.text("payment_state") and not said):
        # the shop has confirmed it: nothing waits for our printer
        return "confirmed"
    return "closed"


def payment_of(row: Row, state: str, placed: datetime, dates: str) -> dict[str, Stored]:
    """Paid or open, and since when; what was refunded was paid before."""
    said = row.text("payment_state").casefold()
    try:
        paid_at = moment(row, "paid_at", dates)
    except CellError:
        paid_at = None
    is_paid = said in _PAID or paid_at is not None or (said not in _UNPAID and state == "closed")
    refunded = said in ("refunded", "erstattet")
    day = (paid_at or placed).astimezone(ZONE).date().isoformat()
    told: dict[str, Stored] = {"payment_state": "open", "payment_code": _payment(row)}
    if refunded:
        told |= {"payment_state": "refunded", "paid_on": day, "refunded_on": day}
    elif is_paid and state != "cancelled":
        told |= {"payment_state": "paid", "paid_on": day}
    return told


def _payment(row: Row) -> str:
    said = row.text("payment").casefold()
    if said in set(Payment):
        return said
    return next((str(code) for word, code in _PAYMENTS if word in said), str(Payment.PREPAY))


def buyer(row: Row, created_ms: int) -> Person:
    """Who ordered, as a customer the shop may not know yet; nobody's name is a "?"."""
    first, last = _line(row, "b_first_name"), _line(row, "b_last_name")
    company = _line(row, "b_company")
    if not (first or last):
        name = split_name(_line(row, "b_name") or _line(row, "d_name"))
        first, last = name.first_name, name.last_name
        if company and f"{first} {last}".strip() == company:
            first = last = ""
    code = row.text("customer").removesuffix(".0")
    if code == "0":
        code = ""  # WooCommerce's guests
    phones = [raw for raw in (row.text("b_phone"), row.text("phone")) if any(map(str.isdigit, raw))]
    person = Person(
        line=row.line,
        code=code,
        number=row.text("customer_number"),
        salutation=row.text("salutation"),
        first_name=first,
        last_name=last,
        company=company,
        email=row.text("email"),
        created_ms=created_ms,
        phones=[(raw, "home") for raw in dict.fromkeys(phones)],
        billing=place(row, "b_"),
        rows=(row.cells,),
    )
    if not (first or last or company or person.email or phones):
        person.last_name = code or person.number or NOBODY
        person.code = code or person.number or NOBODY
    return person


def place(row: Row, prefix: str) -> Address:
    said = row.text(f"{prefix}country")
    code = country_code(said)
    state = row.text(f"{prefix}state") if code == "US" else ""
    more = (_line(row, f"{prefix}extra"), state, "" if code else said)
    return Address(
        name=_line(row, f"{prefix}name") if prefix == "d_" else "",
        co=_line(row, f"{prefix}co"),
        extra=", ".join(part for part in more if part),
        post_number=row.text(f"{prefix}post_number"),
        street=_line(row, f"{prefix}street"),
        postcode=row.text(f"{prefix}postcode"),
        town=_line(row, f"{prefix}town"),
        country=code or "",
    )


def address_json(address: Address) -> str:
    """As the database keeps a snapshot."""
    return json.dumps(asdict(address), ensure_ascii=False, sort_keys=True)


def name_of(person: Person) -> str:
    return display_name(person.first_name, person.last_name, person.company)


def to_ms(found: datetime) -> int:
    return int(found.astimezone(UTC).timestamp() * 1000)


def _line(row: Row, name: str) -> str:
    return " ".join(row.text(name).split())
