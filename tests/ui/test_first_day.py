"""A shop's first day in the window: what to do first, and nothing that stops the first order."""

from collections.abc import Callable

import shopphone.services.settings as settings
from tests.services.test_orders import SHOP
from tests.ui.driving import Shop, texts_in

OpenShop = Callable[..., Shop]
FIRST = "First of all: your shop"


def test_an_empty_shop_says_to_enter_the_shop_until_it_is_done(open_shop: OpenShop) -> None:
    shop = open_shop(demo=False, language="en")
    desk = shop.telephone()
    shop.until(lambda: FIRST in visible(shop))
    settings.save(shop.desk, SHOP)
    shop.until(lambda: FIRST not in visible(shop))
    assert desk.bar.outcome.count() > 1
    assert desk.form.terms.shipping.count() == 2


def test_a_new_way_of_sending_can_be_chosen_at_once(open_shop: OpenShop) -> None:
    shop = open_shop(demo=False, language="en")
    desk = shop.telephone()
    settings.save(shop.desk, {"shipping.methods": "Bote; Messenger; 3,00"})
    shop.until(lambda: desk.form.terms.shipping.itemText(0) == "Messenger")
    assert desk.form.terms.shipping.count() == 1


def test_a_demo_shop_needs_no_first_step(open_shop: OpenShop) -> None:
    shop = open_shop(demo=True, language="en")
    shop.telephone()
    shop.settle()
    assert FIRST not in visible(shop)


def visible(shop: Shop) -> set[str]:
    return set(texts_in(shop.telephone()))
