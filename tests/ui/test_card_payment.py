"""What the caller card says of money: the same as the order list, with the amount."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from sqlalchemy import update

import shopphone.services.orders as orders
from shopphone.store import tables as t
from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import Shop

OpenShop = Callable[..., Shop]


@pytest.mark.parametrize(
    ("less", "words"), [("12.00", "offen 12,00"), ("-3.00", "zu erstatten 3,00")]
)
def test_the_caller_card_says_what_is_left_of_a_paid_order(
    open_shop: OpenShop, less: str, words: str
) -> None:
    shop = open_shop()
    row = next(each for each in orders.page(shop.desk) if each.payment_state == "paid")
    with shop.desk.db.writing() as tx:
        paid = {"paid_amount": row.total - Decimal(less)}
        tx.execute(update(t.sale_order).where(t.sale_order.c.id == row.order_id).values(**paid))
    screen = shop.at("customers", CustomersScreen)
    screen.open(row.customer_id)
    shop.settle()
    shown = [each.text().replace("\xa0", " ") for each in screen.card.findChildren(QLabel)]
    assert f"{words} €" in shown
