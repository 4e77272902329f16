"""What an order costs as it stands: VAT mode, shipping and coupon brought up to date in the draft."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from shopphone.domain import vat
from shopphone.domain.coupons import Coupon, same_code
from shopphone.domain.customers import CustomerKind
from shopphone.domain.errors import Refused
from shopphone.domain.money import ZERO, round2
from shopphone.domain.order_kinds import Matter
from shopphone.domain.orders import OrderDraft, goods_of, line_value
from shopphone.domain.prices import Pricing, show_all_in
from shopphone.domain.sending import (
    ShippingMethod,
    destination,
    shipping_cost,
    standard_cost,
    weight_of,
)
from shopphone.domain.vat import Buyer, Supply, VatTerms

_SUPPLIES = {
    Matter.SERVICE: Supply.SERVICE,
    Matter.COURSE: Supply.SERVICE,
    Matter.DIGITAL: Supply.ELECTRONIC,
    Matter.TELECOM: Supply.ELECTRONIC,
    Matter.ENERGY: Supply.UTILITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopTerms:
    """What the order form must know of the shop before it can say a price."""

    vat: VatTerms = field(default_factory=VatTerms)
    methods: tuple[ShippingMethod, ...] = ()
    invoice_days: int = 14
    free_lines: bool = True
    text_yes: str = "none"


def pricing_of(
    draft: OrderDraft, terms: VatTerms, on: date, method: ShippingMethod | None
) -> Pricing:
    """Whom the order is priced for; goods that are collected never leave the country of the shop.

    What is no goods goes to where the buyer is, not to where something might be sent.
    """
    supply = _SUPPLIES.get(Matter(draft.matter), Supply.GOODS)
    collected = method is not None and method.collection and supply is Supply.GOODS
    to = destination(draft) if supply is Supply.GOODS else draft.billing
    return Pricing(
        on=on,
        terms=terms,
        buyer=Buyer(
            business=draft.customer_kind == CustomerKind.BUSINESS,
            country=terms.home if collected else to.country or terms.home,
            vat_id=draft.vat_id,
            supply=supply,
        ),
        group=draft.customer_group,
    )


def settle(
    draft: OrderDraft, pricing: Pricing, method: ShippingMethod | None, coupon: Coupon | None
) -> None:
    """Bring the draft's mode, lines, shipping and coupon up to date; agreed prices stay."""
    show_all_in(draft, pricing)
    if has_agreed_shipping(draft, method):
        draft.shipping_gross = draft.agreed_shipping or Decimal(0)
    else:
        draft.shipping_gross = in_mode(shipping_cost(draft, method), pricing)
    draft.coupon = coupon_off(draft, pricing, coupon)


def coupon_off(draft: OrderDraft, pricing: Pricing, coupon: Coupon | None) -> Decimal:
    """What the coupon takes off the goods as they stand.

    The rule: what was granted stays, in the proportion in which it was granted. Goods that stay in
    a changed order keep their share, whatever became of the coupon, its percentage or its minimum;
    what leaves takes its share along, by a change as by a withdrawal. What is new gets a percentage
    if the coupon still holds; a fixed amount was used up.
    """
    goods = goods_of(draft)
    if not draft.coupon_code:
        return ZERO
    if _has_agreed_coupon(draft):
        return min(_granted(draft, goods) + _on_top(draft, coupon, goods, pricing.on), goods)
    if coupon is None or coupon.refusal(goods, pricing.on) is not None:
        return ZERO
    return coupon.worth(goods) if coupon.percent else min(in_mode(coupon.amount, pricing), goods)


def _granted(draft: OrderDraft, goods: Decimal) -> Decimal:
    """The share of the goods that stay."""
    if not draft.agreed_goods:  # begun before the program kept what was granted
        return min(draft.coupon, goods)
    return round2(draft.agreed_off * _staying(draft) / draft.agreed_goods)


def _on_top(draft: OrderDraft, coupon: Coupon | None, goods: Decimal, on: date) -> Decimal:
    """The percentage on goods that are new in a changed order."""
    if coupon is None or not draft.agreed_goods or coupon.refusal(goods, on) is not None:
        return ZERO
    return round2((goods - _staying(draft)) * coupon.percent / 100)


def _staying(draft: OrderDraft) -> Decimal:
    """The value of what stays of the goods that were agreed, of no line more than it was."""
    return sum((min(line_value(line), line.agreed_amount) for line in draft.lines), ZERO)


def _has_agreed_coupon(draft: OrderDraft) -> bool:
    return bool(draft.agreed_coupon) and same_code(draft.coupon_code) == draft.agreed_coupon


def has_agreed_shipping(draft: OrderDraft, method: ShippingMethod | None) -> bool:
    """Whether the price of sending is still that of the contract that is changed."""
    return (
        draft.agreed_shipping is not None
        and shipping_basis(draft, method) == draft.agreed_shipping_for
    )


def standard_shipping(
    draft: OrderDraft,
    method: ShippingMethod | None,
    methods: Sequence[ShippingMethod],
    pricing: Pricing,
) -> Decimal | None:
    """What standard delivery costs at the time of the order, which a withdrawal gives back at most.

    § 357 (2) BGB looks at what the shop offered then: kept with the order, as the order's VAT mode
    means it. While the price of sending is still that of the contract, so is this.
    """
    if has_agreed_shipping(draft, method):
        return draft.agreed_standard
    cost = standard_cost(draft, methods, pricing.terms.home)
    return draft.shipping_gross if cost is None else in_mode(cost, pricing)


def shipping_basis(draft: OrderDraft, method: ShippingMethod | None) -> str:
    """What the price of sending depends on: the way, the country, VAT, and value and weight if asked."""
    parts = [draft.shipping_code, destination(draft).country, draft.vat_mode]
    if method is not None and method.free_from is not None:
        parts.append(f"{goods_of(draft).normalize():f}")
    if method is not None and method.weight_prices:
        parts.append(f"{weight_of(draft).normalize():f}")
    return "|".join(parts)


def coupon_refusal(draft: OrderDraft, coupon: Coupon | None, on: date) -> Refused | None:
    """Why the draft's coupon takes nothing off; one that is agreed was fine then, and stays."""
    if _has_agreed_coupon(draft):
        return None
    if coupon is None:
        return Refused("coupon_unknown", field="coupon")
    return coupon.refusal(goods_of(draft), on)


def in_mode(gross: Decimal, pricing: Pricing) -> Decimal:
    """An amount with the standard rate in it, such as shipping, as the order's mode means it."""
    home = vat.standard_at_home(pricing.terms, pricing.on)
    percent = vat.percent_in(pricing.mode, pricing.terms, pricing.buyer.country, home, pricing.on)
    amount = vat.price_in(pricing.mode, pricing.terms, gross, home, percent)
    return amount.quantize(Decimal("0.01"))
