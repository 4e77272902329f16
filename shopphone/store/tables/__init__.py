"""The tables of the shop, as SQLAlchemy Core; the migrations must give exactly these."""

from shopphone.store.tables.calls import (
    call,
    callback,
    outcome,
)
from shopphone.store.tables.columns import metadata
from shopphone.store.tables.consent import (
    consent,
    consent_evidence,
    dial_attempt,
    do_not_call,
)
from shopphone.store.tables.exports import order_export, order_export_order
from shopphone.store.tables.goods import (
    coupon,
    product,
    product_code,
    product_price,
    shipping_method,
    vat_rate,
)
from shopphone.store.tables.imports import external_key, import_row, import_run
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
    letter_text,
    letter_words,
    print_run,
    print_run_letter,
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
from shopphone.store.tables.outbox import outbox
from shopphone.store.tables.people import (
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
    "consent_evidence",
    "counter",
    "coupon",
    "customer",
    "customer_address",
    "customer_phone",
    "defect",
    "dial_attempt",
    "do_not_call",
    "external_key",
    "gap",
    "gap_question",
    "import_row",
    "import_run",
    "letter",
    "letter_event",
    "letter_text",
    "letter_words",
    "metadata",
    "order_article",
    "order_event",
    "order_export",
    "order_export_order",
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
    "outbox",
    "outcome",
    "print_run",
    "print_run_letter",
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
