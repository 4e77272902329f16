"""A small business (§ 19 UStG) shows and says nothing of VAT, from the moment it is switched on."""

from collections.abc import Callable
from decimal import Decimal

import shopphone.services.products as products
import shopphone.services.settings as settings
from shopphone.domain.events import CallEventKind
from tests.ui.driving import Shop, texts_in

OpenShop = Callable[..., Shop]


def test_vat_goes_from_the_sums_and_from_what_is_read_out(open_shop: OpenShop) -> None:
    shop = open_shop()
    desk = shop.telephone()
    shop.ring("089 99998-123", "k1")
    shop.ring("089 99998-123", "k1", kind=CallEventKind.ANSWERED)
    desk.form.add_product(products.find(shop.desk, "GP-28")[0], Decimal(1))
    shop.settle()
    said = desk.form.read_back.texts["P3"]
    assert "Umsatzsteuer" in said
    assert any("19 % USt" in text for text in texts_in(desk.form))
    total = desk.form.sums.total.text()

    settings.save(shop.desk, {"policy.small_business": "1"})
    shop.settle()
    desk.form.add_product(products.find(shop.desk, "PS-250")[0], Decimal(1))
    shop.settle()
    assert not [text for text in texts_in(desk.form) if "USt" in text or "Umsatz" in text]
    assert "Umsatzsteuer" not in desk.form.read_back.texts["P3"]
    assert desk.form.sums.total.text() != total
    assert desk.form.sums.total.accessibleName() == "Gesamt"
