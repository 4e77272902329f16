"""What is sold: articles with variants, prices and what must be said about them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceOffer:
    """Another gross price: from a quantity on, for a customer group, or from a day to a day."""

    price: Decimal
    from_quantity: Decimal = Decimal(1)
    group: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    name: str = ""

    @property
    def is_promotion(self) -> bool:
        return bool(self.starts_on or self.ends_on or self.name)

    def holds(self, quantity: Decimal, group: str, on: date) -> bool:
        """Whether this customer may have it for this quantity on this day."""
        return (
            quantity >= self.from_quantity
            and self.group in ("", group)
            and (self.starts_on is None or on >= self.starts_on)
            and (self.ends_on is None or on <= self.ends_on)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One sellable article. Prices are gross in EUR, vat in percent, stock None: not counted.

    content: what one piece holds (250 of unit "g"), for the base price (§ 4 PAngV).
    withdrawal_rule: as WithdrawalRule.of reads it; withdrawal_reason: why it is excluded.
    deposit: gross EUR per piece. minimum_age: in years (§§ 9, 10 JuSchG), 0 for none. bulky: no
    ordinary parcel. variants: how many the product has, with this one.
    """

    product_id: int
    sku: str
    ean: str
    name: str
    name_en: str
    option: str
    group: str
    category: str
    description: str
    description_en: str
    price: Decimal
    vat: Decimal
    stock: Decimal | None
    next_supply_on: date | None
    content: Decimal | None
    content_unit: str
    weight_g: int | None
    withdrawal_rule: str
    warning: str
    withdrawal_reason: str = ""
    active: bool = True
    deposit: Decimal = Decimal(0)
    minimum_age: int = 0
    bulky: bool = False
    offers: tuple[PriceOffer, ...] = ()
    variants: int = 0

    def full_name(self, language: str = "de") -> str:
        name = self.name_en if language == "en" and self.name_en else self.name
        return f"{name} {self.option}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDetail:
    """A product with its variants and the articles that explain its care."""

    product: Product
    variants: tuple[Product, ...]
    old_skus: tuple[str, ...]
    articles: tuple[tuple[int, str], ...]
