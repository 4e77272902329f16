"""What a letter says: frozen content taken from an order's snapshot; layout comes after it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from shopphone.domain import duties
from shopphone.domain.base_price import BasePrice
from shopphone.domain.customers import Address
from shopphone.domain.letter_texts import OwnText
from shopphone.domain.order_kinds import WITHOUT_GOODS, CountryRule, Matter, Term, country_rule
from shopphone.domain.order_life import Change, Minor, Yes
from shopphone.domain.particulars import Particular
from shopphone.domain.payment import BY_TRANSFER, Mandate
from shopphone.domain.totals import Totals
from shopphone.domain.withdrawal_rule import WithdrawalRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """How the shop's sheet looks. form: A or B of DIN 5008; colour: #rrggbb of headings and lines.

    logo, signature: PNG or JPEG files. footer: a line of the shop's own below the legal ones.
    next_head: what stands at the right of the head from page 2 on: plain, name or logo.
    """

    form: str = "B"
    colour: str = "#0f6b5c"
    logo: bytes = b""
    signature: bytes = b""
    footer: str = ""
    next_head: str = "plain"

    @property
    def accent(self) -> tuple[float, float, float]:
        red, green, blue = (int(self.colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
        return red, green, blue


def colour_refusal(colour: str) -> str:
    """The rule a colour breaks, or nothing: on white it must be readable (WCAG 2, 4.5 to 1)."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        return "colour_invalid"
    parts = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
             for each in Stationery(colour=colour).accent)  # fmt: skip
    light = sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))
    return "" if 1.05 / (light + 0.05) >= _CONTRAST else "colour_too_light"


_CONTRAST = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """The shop as every letter names it (Art. 246a § 1 (1) Nr. 2-4 EGBGB). texts: its own wording."""

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
    creditor_id: str = ""
    defect_rights: str = ""
    complaints: str = ""
    complaint_address: str = ""
    aftersales: str = ""
    codes_of_conduct: str = ""
    adr: str = ""
    defect_rights_digital: str = ""
    principal: str = ""
    channels: str = ""
    securities: str = ""
    eco_delivery: str = ""
    texts: tuple[OwnText, ...] = ()
    stationery: Stationery = Stationery()

    @property
    def place(self) -> str:
        return f"{self.street}, {self.postcode} {self.town}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateForm:
    """What a SEPA mandate says before it is signed. address: the debtor's, empty where unknown.

    recurring: debited again and again, as a contract that lasts is; else once.
    """

    seller: Seller
    mandate: Mandate
    address: tuple[str, ...]
    recurring: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One ordered line as printed; amounts in EUR, discount a fraction, vat in percent.

    Amounts are meant as the letter's totals mean them; deposit is per piece.
    """

    sku: str
    name: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    vat: Decimal
    gross: Decimal
    base_price: BasePrice | None
    withdrawal_rule: WithdrawalRule
    deposit: Decimal = Decimal(0)
    minimum_age: int = 0
    particulars: tuple[Particular, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CareSheet:
    """An article that goes with the letter. text is Markdown; pdfs are files put in unchanged."""

    title: str
    text: str
    pdfs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CareChoice:
    """A care sheet that may go with an order's letter, and whether the clerk wants it to.

    pdf_pages: pages of the article's PDF files. damaged: files that cannot be enclosed.
    """

    article_id: int
    title: str
    enclosed: bool
    pdf_pages: int
    damaged: tuple[str, ...]


class Start(StrEnum):
    """What starts the period of withdrawal (§ 355 (2), § 356 (2) BGB)."""

    CONTRACT = "contract"
    ONE = "one"
    SEVERAL = "several"
    PARTS = "parts"
    FIRST = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Everything a written confirmation says (§ 312f (2) BGB, facts of Art. 246a § 1, § 3).

    ordered_at is local time of the shop. told_at: when P1 to P5 were said, in that order.
    extension_months 0: extension_days instead, 0 for no voluntary extension. notes: lines above the address, such as
    "Einschreiben". country: where the goods go; vat_id: the buyer's.
    harmonised_notice: the official PDF. mandate_form: goes along until the signed one is back.
    billing_months: how often a contract that goes on is billed, 0 for once. return_amount: what a
    return costs the buyer at most, where ordinary post does not take it.
    replaces_on: the day of the letter of the version before, whose changes are named.
    offered_until: this is an offer, and until when it holds. based_on: number of the order this
    extends. residence: where the buyer lives, whose texts are used; called_by_us: the shop began
    the call, which Austrian and Swiss law ask. minor: the buyer is one, and a parent has not
    answered yet. said: what was told or confirmed beside the five points, and when. customer: the
    name. no_withdrawal: a business that bought without a right of withdrawal. amends: number of the
    order that this offer changes. changed_on: the day the newest change was agreed.
    yes: the acceptance in text form that made the contract, or its newest change. paid: what has
    come already, in EUR; less: what of the rest is not asked for, as it was withdrawn.
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
    shipping_name: str
    shipping_days: str
    latest_delivery: date
    payment_code: str
    due_on: date | None
    told_at: tuple[datetime, ...]
    remark: str
    extension_months: int
    return_cost: str
    vat_id: str = ""
    country: str = "DE"
    coupon_code: str = ""
    mandate: Mandate | None = None
    mandate_form: MandateForm | None = None
    billing_months: int = 0
    return_amount: Decimal | None = None
    paragraphs: tuple[str, ...] = ()
    care_sheets: tuple[CareSheet, ...] = ()
    harmonised_notice: bytes | None = None
    notes: tuple[str, ...] = ()
    matter: str = Matter.GOODS
    version: int = 1
    replaces_on: date | None = None
    changes: tuple[Change, ...] = ()
    offered_until: date | None = None
    based_on: str = ""
    term: Term = field(default_factory=Term)
    said: tuple[tuple[str, datetime], ...] = ()
    customer: str = ""
    no_withdrawal: bool = False
    amends: str = ""
    paid: Decimal = Decimal(0)
    less: Decimal = Decimal(0)
    minor: Minor | None = None
    residence: str = "DE"
    called_by_us: bool = False
    changed_on: date | None = None
    extension_days: int = 0
    yes: Yes | None = None

    @property
    def is_extended(self) -> bool:
        return self.extension_months > 0 or self.extension_days > 0

    @property
    def land(self) -> CountryRule:
        """Whose law the buyer is told of."""
        return country_rule(self.residence)

    @property
    def ordered_on(self) -> date:
        return self.ordered_at.date()

    @property
    def by_transfer(self) -> bool:
        """Decides bank data and payment code."""
        return self.payment_code in BY_TRANSFER

    @property
    def period_start(self) -> Start:
        """From when the model's days count: its completion note [1] a to e.

        An order of several articles may come in several parcels; so may one of several pieces.
        """
        if Matter(self.matter) in WITHOUT_GOODS:
            return Start.CONTRACT
        if self.matter == Matter.REGULAR:
            return Start.FIRST
        if len(self.lines) > 1:
            return Start.SEVERAL
        return Start.PARTS if any(line.quantity > 1 for line in self.lines) else Start.ONE

    @property
    def may_withdraw(self) -> bool:
        """Whether any line leaves a right of withdrawal; without lines the model is enclosed too."""
        if self.no_withdrawal:
            return False
        return not self.lines or any(line.withdrawal_rule.has_right for line in self.lines)


def missing_duties(content: Confirmation) -> tuple[str, ...]:
    """The seller's duties this letter could not say, as the keys of the settings to fill."""
    seller = content.seller
    said = {
        "shop.name": seller.name,
        "shop.street": seller.street,
        "shop.postcode": seller.postcode,
        "shop.town": seller.town,
        "shop.phone": seller.phone,
        "shop.email": seller.email,
        "shop.iban": seller.iban,
        "shop.creditor_id": seller.creditor_id,
        "policy.defect_rights": seller.defect_rights,
        "policy.complaints": seller.complaints,
    }
    return duties.missing_duties(
        said, by_transfer=content.by_transfer, by_debit=content.mandate_form is not None
    )
