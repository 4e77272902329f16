"""What a letter says: frozen content taken from an order's snapshot; layout comes after it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from shopphone.domain.base_price import BasePrice
from shopphone.domain.customers import Address
from shopphone.domain.totals import Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """The shop as every letter names it (Art. 246a § 1 (1) Nr. 2-4 EGBGB)."""

    name: str
    owner: str = ""
    street: str
    postcode: str
    town: str
    country: str = "DE"
    phone: str
    email: str
    website: str = ""
    vat_id: str = ""
    tax_number: str = ""
    register: str = ""
    bank_name: str = ""
    iban: str = ""
    bic: str = ""
    defect_rights: str = ""
    complaints: str = ""
    adr: str = ""
    greeting: str = ""
    closing: str = ""

    @property
    def place(self) -> str:
        return f"{self.street}, {self.postcode} {self.town}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One ordered line as printed; amounts in EUR, discount a fraction, vat in percent."""

    sku: str
    name: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    vat: Decimal
    gross: Decimal
    base_price: BasePrice | None
    withdrawal_rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareSheet:
    """An article that goes with the letter, as a page of its own. text is Markdown."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Everything a written confirmation says (§ 312f (2) BGB, facts of Art. 246a § 1, § 3).

    ordered_at is local time of the shop. told_at: when the points were said, in order.
    extension_months 0: no voluntary extension. by_transfer decides bank data and payment code.
    """

    seller: Seller
    language: str
    number: str
    customer_number: str
    salutation: str
    last_name: str
    recipient: tuple[str, ...]
    deliver_to: Address | None
    written_on: date
    ordered_at: datetime
    clerk: str
    lines: tuple[LetterLine, ...]
    totals: Totals
    small_business: bool
    shipping_name: str
    shipping_days: str
    latest_delivery: date
    payment_code: str
    due_on: date | None
    told_at: tuple[datetime, ...]
    remark: str
    extension_months: int
    return_cost: str
    paragraphs: tuple[str, ...] = ()
    care_sheets: tuple[CareSheet, ...] = ()
    harmonised_notice: bytes | None = None
