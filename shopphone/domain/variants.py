"""Several options of one product among what was found: shown once, chosen in a small grid."""

from collections.abc import Sequence
from dataclasses import dataclass

from shopphone.domain.products import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A product with several options; first is the one that was found first."""

    first: Product
    count: int


def gathered(found: Sequence[Product], words: str) -> tuple[Product | Parent, ...]:
    """Options of one product as one entry, unless the words say which option is meant."""
    told = [word for word in words.casefold().split() if word]
    groups: dict[str, list[Product]] = {}
    for product in found:
        if product.group:
            groups.setdefault(product.group, []).append(product)
    shown: list[Product | Parent] = []
    begun: set[str] = set()
    for product in found:
        same = groups.get(product.group, [])
        if len(same) < 2 or any(_says_which(each, told) for each in same):
            shown.append(product)
        elif product.group not in begun:
            begun.add(product.group)
            shown.append(Parent(first=product, count=max(product.variants, len(same))))
    return tuple(shown)


def _says_which(product: Product, words: list[str]) -> bool:
    name = product.name.casefold().split()
    options = [word for word in product.option.casefold().split() if word not in name]
    own = [*options, product.sku.casefold(), product.ean]
    return any(each.startswith(word) for word in words for each in own if each)
