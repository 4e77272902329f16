"""The formats of products, and which function reads each."""

from shopphone.exchange.format import Format, layout_format, layouts
from shopphone.exchange.products import additions, flat, magento, shopify, woocommerce

_READERS = {
    "shopify": (shopify.questions, shopify.read),
    "woocommerce": (woocommerce.questions, woocommerce.read),
    "magento2": (magento.questions, magento.read),
    "prestashop-combinations": (additions.combination_questions, additions.read_combinations),
    "shopware6-prices": (additions.price_questions, additions.read_prices),
}


def product_formats() -> tuple[Format, ...]:
    plain = (flat.questions, flat.read)
    return tuple(
        layout_format(layout, *_READERS.get(name, plain))
        for name, layout in layouts("products").items()
    )
