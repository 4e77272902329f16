"""What is sold: articles with variants, prices and what must be said about them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One sellable article. Prices are gross in EUR, vat in percent, stock None: not counted.

    content: what one piece holds (250 of unit "g"), for the base price (§ 4 PAngV).
    withdrawal_rule: as WithdrawalRule.of reads it; withdrawal_reason: why it is excluded.
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
