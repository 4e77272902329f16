"""The tables of the shop, as SQLAlchemy Core; the migrations must give exactly these."""

from shopphone.store.tables.calls import (
    call,
    callback,
    outcome,
)
from shopphone.store.tables.columns import metadata
from shopphone.store.tables.goods import (
    coupon,
    product,
    product_code,
    product_price,
    shipping_method,
    vat_rate,
)
from shopphone.store.tables.knowledge import (
    article,
    article_attachment,
    article_editing,
    article_group,
    article_product,
    article_topic,
    article_use,
    article_vector,
    article_version,
    gap,
    gap_question,
    text_module,
    wording,
)
from shopphone.store.tables.letters import (
    letter,
    letter_event,
)
from shopphone.store.tables.order_life import (
    order_event,
    order_minor,
    order_parcel,
    order_version,
    order_yes,
)
from shopphone.store.tables.orders import (
    order_article,
    order_left_out,
    order_line,
    order_mandate,
    order_move,
    order_told,
    sale_order,
)
from shopphone.store.tables.people import (
    consent,
    customer,
    customer_address,
    customer_phone,
)
from shopphone.store.tables.shop import (
    counter,
    setting,
    shop_file,
    staff,
)
from shopphone.store.tables.withdrawals import (
    defect,
    order_receipt,
    withdrawal,
    withdrawal_event,
    withdrawal_line,
)

__all__ = [
    "article",
    "article_attachment",
    "article_editing",
    "article_group",
    "article_product",
    "article_topic",
    "article_use",
    "article_vector",
    "article_version",
    "call",
    "callback",
    "consent",
    "counter",
    "coupon",
    "customer",
    "customer_address",
    "customer_phone",
    "defect",
    "gap",
    "gap_question",
    "letter",
    "letter_event",
    "metadata",
    "order_article",
    "order_event",
    "order_left_out",
    "order_line",
    "order_mandate",
    "order_minor",
    "order_move",
    "order_parcel",
    "order_receipt",
    "order_told",
    "order_version",
    "order_yes",
    "outcome",
    "product",
    "product_code",
    "product_price",
    "sale_order",
    "setting",
    "shipping_method",
    "shop_file",
    "staff",
    "text_module",
    "vat_rate",
    "withdrawal",
    "withdrawal_event",
    "withdrawal_line",
    "wording",
]
