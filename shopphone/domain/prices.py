"""Where a price comes from: list, quantity, customer group, promotion, or by hand with its reason.

The program proposes; a price that was agreed is never changed by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from shopphone.domain import vat
from shopphone.domain.card_numbers import masked
from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, parse_amount
from shopphone.domain.orders import MOST, PRICE_STEP, LineDraft, OrderDraft
from shopphone.domain.products import PriceOffer, Product
from shopphone.domain.vat import Buyer, VatMode, VatTerms


class Source(StrEnum):
    """What a line's price_source says. price_note: the quantity, the group, the promotion, the reason."""

    LIST = "list"
    TIER = "tier"
    GROUP = "group"
    PROMOTION = "promotion"
    MANUAL = "manual"
    FREE = "free"


BY_ITSELF = frozenset((Source.LIST, Source.TIER, Source.GROUP, Source.PROMOTION))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The gross price of home that holds now, and why."""

    price: Decimal
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricing:
    """For whom, where to and when an order is priced."""

    on: date
    terms: VatTerms = field(default_factory=VatTerms)
    buyer: Buyer = field(default_factory=Buyer)
    group: str = ""

    @property
    def mode(self) -> VatMode:
        return vat.mode_for(self.terms, self.buyer)

    @property
    def key(self) -> str:
        """What an agreed price was agreed for; while it holds, no setting changes that price."""
        return f"{self.mode}/{self.buyer.country}"


def offered(
    list_price: Decimal, offers: Sequence[PriceOffer], quantity: Decimal, group: str, on: date
) -> Offered:
    """The lowest price that this customer may have for this quantity today; the list's on a tie."""
    best = Offered(price=list_price, source=Source.LIST)
    for offer in offers:
        if offer.price < best.price and offer.holds(quantity, group, on):
            best = Offered(price=offer.price, source=_source(offer), note=_note(offer))
    return best


def line_of(product: Product, language: str, quantity: Decimal, pricing: Pricing) -> LineDraft:
    """A line with everything copied from the product, named in the order's language."""
    english = language == "en"
    line = LineDraft(
        sku=product.sku,
        product_id=product.product_id,
        name=product.name_en if english and product.name_en else product.name,
        option=product.option,
        description=(
            product.description_en if english and product.description_en else product.description
        ),
        quantity=quantity,
        home_vat=product.vat,
        listed_price=product.price,
        gross_deposit=product.deposit,
        content=product.content,
        content_unit=product.content_unit,
        withdrawal_rule=product.withdrawal_rule,
        minimum_age=product.minimum_age,
        weight_g=product.weight_g,
        bulky=product.bulky,
        warning=product.warning,
        stock=product.stock,
    )
    take_offer(line, product.offers, pricing)
    return line


def take_offer(line: LineDraft, offers: Sequence[PriceOffer], pricing: Pricing) -> None:
    """Give the line the price the shop has for it; what was typed by hand is gone."""
    if line.listed_price is None:
        return
    found = offered(line.listed_price, offers, line.quantity, pricing.group, pricing.on)
    line.gross_price, line.discount = found.price, Decimal(0)
    line.price_source, line.price_note = found.source, found.note
    show_in(line, pricing)


def follow(
    line: LineDraft, offers: Sequence[PriceOffer], before: Decimal, pricing: Pricing
) -> None:
    """After another quantity: the price of that quantity, unless the price agreed is another's.

    before: the quantity until now. A price by hand, or one that the list has left since, stays.
    """
    if line.price_source not in BY_ITSELF or line.listed_price is None:
        return
    was = offered(line.listed_price, offers, before, pricing.group, pricing.on)
    if was.price == home_price(line):
        discount = line.discount
        take_offer(line, offers, pricing)
        line.discount = discount


def show_in(line: LineDraft, pricing: Pricing) -> None:
    """Write price, deposit and rate of the line as the order's VAT mode means them."""
    mode, terms = pricing.mode, pricing.terms
    gross, home = home_price(line), line.vat if line.home_vat is None else line.home_vat
    percent = vat.percent_in(mode, terms, pricing.buyer.country, home, pricing.on)
    line.gross_price, line.home_vat, line.vat = gross, home, percent
    line.unit_price = vat.price_in(mode, terms, gross, home, percent)
    line.deposit = vat.price_in(mode, terms, line.gross_deposit, home, percent)
    line.agreed_in = ""


def show_all_in(draft: OrderDraft, pricing: Pricing) -> bool:
    """Bring a draft into the mode that holds now; whether anything has changed.

    What is agreed for this mode and country stays as it is, whatever the rates are today.
    """
    before = [(line.unit_price, line.vat, line.deposit) for line in draft.lines]
    mode, draft.vat_mode = draft.vat_mode, pricing.mode
    if all(line.agreed_in != pricing.key for line in draft.lines):
        draft.standard_vat = vat.standard_in(
            pricing.mode, pricing.terms, pricing.buyer.country, pricing.on
        )
    for line in draft.lines:
        if line.agreed_in != pricing.key:
            show_in(line, pricing)
    after = [(line.unit_price, line.vat, line.deposit) for line in draft.lines]
    return before != after or mode != draft.vat_mode


def home_price(line: LineDraft) -> Decimal:
    return line.unit_price if line.gross_price is None else line.gross_price


def differs_from_list(line: LineDraft, listed: Decimal | None) -> bool:
    """Whether the list's price of today is another than the list's price when this was agreed."""
    return listed is not None and line.listed_price is not None and listed != line.listed_price


def needs_reason(line: LineDraft) -> bool:
    """A price by hand, or goods for nothing, is explained to whoever reads the order later."""
    by_hand = line.price_source == Source.MANUAL
    given_away = line.price_source == Source.FREE and not line.unit_price * (1 - line.discount)
    return (by_hand or given_away) and not line.price_note.strip()


_TYPED = re.compile(
    r"([+\-\u2212]?\s*\d[\d.,' \u00a0]*(?:%|(?:netto|net|brutto|gross|eur)\b|€)?)\s*(.*)",
    re.I | re.S,
)


def set_typed_price(line: LineDraft, text: str, pricing: Pricing) -> None:
    """ "12,90", "7,00 netto", "-10%" (off the price there is); words after it are the reason.

    Without a word for it an amount is meant as the order shows prices.
    """
    found = _TYPED.fullmatch(text.strip())
    typed = parse_amount(found[1] if found else text)
    amount = abs(typed.value)
    if amount > MOST:
        raise Refused("line_incomplete", field="lines")
    reason = masked(found[2].strip()) if found else ""
    if typed.meaning is Typed.PERCENT:
        line.discount = min((amount / 100).quantize(PRICE_STEP, ROUND_HALF_UP), Decimal(1))
    else:
        _set_amount(line, amount, typed.meaning, pricing)
    was = line.price_source
    line.price_source = Source.FREE if line.product_id is None else Source.MANUAL
    line.price_note = reason or (line.price_note if was == line.price_source else "")


def _set_amount(line: LineDraft, amount: Decimal, meaning: Typed, pricing: Pricing) -> None:
    mode, terms = pricing.mode, pricing.terms
    home = line.vat if line.home_vat is None else line.home_vat
    percent = vat.percent_in(mode, terms, pricing.buyer.country, home, pricing.on)
    shows_net = mode in (VatMode.NET, VatMode.INTRA, VatMode.REVERSE, VatMode.OUTSIDE) or (
        mode is VatMode.EXPORT and not terms.same_gross_abroad
    )
    if meaning is Typed.NET and not shows_net:
        amount = _cents(amount * (100 + percent) / 100)
    if meaning is Typed.GROSS and shows_net:
        amount = amount * 100 / (100 + (percent or home))
    price = amount.quantize(PRICE_STEP, ROUND_HALF_UP)
    if price > MOST:
        raise Refused("line_incomplete", field="lines")
    line.gross_price = vat.home_gross(mode, terms, price, home, percent)
    line.home_vat, line.vat, line.unit_price = home, percent, price
    line.agreed_in = ""


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _source(offer: PriceOffer) -> Source:
    if offer.group:
        return Source.GROUP
    return Source.PROMOTION if offer.is_promotion else Source.TIER


def _note(offer: PriceOffer) -> str:
    if offer.group:
        return offer.group
    if offer.is_promotion:
        return offer.name or str(offer.ends_on or "")
    return f"{offer.from_quantity.normalize():f}"
