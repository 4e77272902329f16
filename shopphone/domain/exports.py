"""Orders and lists on their way out: what a file tells, in which shapes, and what has left already."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from shopphone.domain.customers import Address
from shopphone.domain.money import ZERO, round2

Cell: TypeAlias = str | int | Decimal | date | datetime | None


class Shape(StrEnum):
    """How a table is written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class OrderFormat(StrEnum):
    """Who is to read the file."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JTL = "jtl"
    KIVITENDO = "kivitendo"
    DHL = "dhl"
    INTERNETMARKE = "internetmarke"


class Table(StrEnum):
    """A list of the shop that leaves whole."""

    CUSTOMERS = "customers"
    PRODUCTS = "products"
    ARTICLES = "articles"
    CALLS = "calls"


# a label is printed once for a parcel; only what a shop system books makes an order "exported"
LABELS = frozenset((OrderFormat.DHL, OrderFormat.INTERNETMARKE))
SUFFIXES = {
    OrderFormat.XLSX: ".xlsx",
    OrderFormat.JSON: ".json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutLine:
    """A line as it was agreed; unit_price and amount as the order's VAT mode means them."""

    position: int
    sku: str
    name: str
    option: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    vat: Decimal
    amount: Decimal
    deposit: Decimal
    weight_g: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOrder:
    """An order as it leaves: its snapshot, never what customer or goods are today."""

    order_id: int
    number: str
    placed_at: datetime
    placed_on: date
    state: str
    payment_state: str
    payment_code: str
    customer_number: str
    salutation: str
    first_name: str
    last_name: str
    company: str
    email: str
    phone: str
    billing: Address
    deliver_to: Address
    shipping_code: str
    shipping_name: str
    shipping: Decimal
    discount: Decimal
    coupon_code: str
    coupon: Decimal
    total: Decimal
    vat_mode: str
    standard_vat: Decimal
    remark: str
    lines: tuple[OutLine, ...]

    @property
    def weight_g(self) -> int | None:
        """What the goods weigh; None if nobody knows of one of them."""
        weights = [line.weight_g for line in self.lines]
        if not weights or None in weights:
            return None
        grams = sum((line.quantity * (line.weight_g or 0) for line in self.lines), ZERO)
        return int(round2(grams))

    @property
    def recipient(self) -> str:
        """Who stands above the street of the parcel."""
        person = f"{self.first_name} {self.last_name}".strip()
        return self.deliver_to.name or person or self.company


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRun:
    """A file of orders that was written. went_through_at: the other program has taken them."""

    run_id: int
    at: datetime
    format: str
    name: str
    orders: int
    staff: str
    went_through_at: datetime | None
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A street and its number, as carriers want them."""

    name: str
    number: str


# "12 Leipziger Platz" and "Straße des 17. Juni 135 a": the number stands behind, or else before
_BEHIND = re.compile(r"(.*?\D[.\s,]*?)\s*(\d+(?:\s?[a-zA-Z])?(?:\s?[-–/+]\s?\d+(?:\s?[a-zA-Z])?)*)")
_BEFORE = re.compile(r"(\d+(?:\s?[a-zA-Z](?=[\s,]))?(?:\s?[-–/]\s?\d+)?)[\s,]+(\D.*)")


def split_street(text: str) -> Street:
    """Street and house number; the number "" where there is none to be seen."""
    whole = " ".join(text.split())
    behind = _BEHIND.fullmatch(whole)
    if behind:
        return Street(name=behind[1].rstrip(" ,"), number=behind[2])
    before = _BEFORE.fullmatch(whole)
    if before:
        return Street(name=before[2], number=before[1])
    return Street(name=whole, number="")


def plain(value: Cell) -> str:
    """A value as our own files write it: a point for decimals, days and moments as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
