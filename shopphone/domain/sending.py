"""How an order is sent: what it costs by country, weight and value, and what cannot go together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from shopphone.domain.customers import Address
from shopphone.domain.orders import OrderDraft, goods_of
from shopphone.domain.payment import Payment


class Obstacle(StrEnum):
    """Why a way of sending or paying is not possible; the window says it in words."""

    COUNTRY = "country"
    TOO_HEAVY = "too_heavy"
    TOO_VALUABLE = "too_valuable"
    BULKY = "bulky"
    AGE = "age"
    PACKSTATION = "packstation"
    ONLY_AT_COLLECTION = "only_at_collection"
    ONLY_AT_THE_DOOR = "only_at_the_door"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippingMethod:
    """A way to send: gross price, free from a goods value, countries it serves, days it takes.

    weight_prices: (from g, price), the heaviest that fits counts. max_weight_g and max_value None:
    no bound. age_check: handed over only after a look at the papers. packstation: goes there.
    """

    code: str
    name_de: str
    name_en: str
    price: Decimal
    free_from: Decimal | None
    countries: tuple[str, ...]
    days_de: str
    days_en: str
    max_days: int
    carrier: str
    tracking_url: str
    weight_prices: tuple[tuple[int, Decimal], ...] = ()
    max_weight_g: int | None = None
    max_value: Decimal | None = None
    takes_bulky: bool = True
    age_check: bool = False
    packstation: bool = True
    collection: bool = False

    def name(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_de

    def cost(self, goods: Decimal, weight_g: Decimal = Decimal(0)) -> Decimal:
        """Heavier parcels cost more, whatever the goods are worth."""
        heavier = [price for start, price in sorted(self.weight_prices) if weight_g >= start]
        if heavier:
            return heavier[-1]
        if self.free_from is not None and goods >= self.free_from:
            return Decimal(0)
        return self.price


def agreed_way(draft: OrderDraft) -> ShippingMethod:
    """How the order that is changed is sent, though the shop offers that no more."""
    code, name, days = draft.agreed_way
    return ShippingMethod(
        code=code,
        name_de=name,
        name_en=name,
        price=draft.agreed_shipping or Decimal(0),
        free_from=None,
        countries=(),
        days_de=days,
        days_en=days,
        max_days=0,
        carrier="",
        tracking_url="",
    )


def weight_of(draft: OrderDraft) -> Decimal:
    """In g, as far as the products say."""
    return sum((line.quantity * (line.weight_g or 0) for line in draft.lines), Decimal(0))


def minimum_age(draft: OrderDraft) -> int:
    return max((line.minimum_age for line in draft.lines), default=0)


def shipping_cost(draft: OrderDraft, method: ShippingMethod | None) -> Decimal:
    """What sending this draft costs at home, gross EUR; nothing while it is empty."""
    if method is None or draft.is_empty:
        return Decimal(0)
    at_home = [
        replace(line, unit_price=line.gross_price)
        for line in draft.lines
        if line.gross_price is not None
    ]
    others = [line for line in draft.lines if line.gross_price is None]
    return method.cost(goods_of(replace(draft, lines=at_home + others)), weight_of(draft))


def standard_cost(
    draft: OrderDraft, methods: Sequence[ShippingMethod], home: str = "DE"
) -> Decimal | None:
    """What the cheapest delivery offered for this draft costs at home, gross EUR; None without any.

    What costs nothing whatever the goods is a collection, which delivers nothing.
    """
    offered = [
        shipping_cost(draft, method)
        for method in methods
        if method.price and not method.collection and obstacle(method, draft, home) is None
    ]
    return min(offered, default=None)


def destination(draft: OrderDraft) -> Address:
    return draft.deliver_to or draft.billing


def is_packstation(address: Address) -> bool:
    """A parcel locker: nobody is there to show papers to, or to pay."""
    return any("packstation" in text.casefold() for text in (address.street, address.extra))


def obstacle(method: ShippingMethod, draft: OrderDraft, home: str = "DE") -> Obstacle | None:
    """Why this draft cannot be sent this way; None if it can."""
    to = destination(draft)
    locker = not method.collection and is_packstation(to)
    bulky = any(line.bulky for line in draft.lines)
    of_age_only = minimum_age(draft) > 0
    forbidden = (
        (Obstacle.COUNTRY, (to.country or home) not in method.countries),
        # § 9 (3), § 10 (3) JuSchG: handed only to whoever is old enough
        (Obstacle.AGE, of_age_only and not (method.age_check or method.collection)),
        (Obstacle.BULKY, bulky and not method.takes_bulky),
        (Obstacle.PACKSTATION, locker and (not method.packstation or bulky or of_age_only)),
        (
            Obstacle.TOO_HEAVY,
            method.max_weight_g is not None and weight_of(draft) > method.max_weight_g,
        ),
        (
            Obstacle.TOO_VALUABLE,
            method.max_value is not None and goods_of(draft) > method.max_value,
        ),
    )
    return next((why for why, so in forbidden if so), None)


def payment_obstacle(payment: str, method: ShippingMethod, draft: OrderDraft) -> Obstacle | None:
    """Why this way of paying does not go with that way of sending; None if it does."""
    if payment == Payment.CASH_ON_COLLECTION and not method.collection:
        return Obstacle.ONLY_AT_COLLECTION
    if payment == Payment.CASH_ON_DELIVERY and (
        method.collection or is_packstation(destination(draft))
    ):
        return Obstacle.ONLY_AT_THE_DOOR
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A way of sending, and what is in its way, if anything."""

    method: ShippingMethod
    obstacle: Obstacle | None
