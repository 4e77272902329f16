"""What a list marks is what is shown beside it, whatever the list does meanwhile."""

from collections.abc import Callable

import shopphone.services.orders as orders
from shopphone.ui.screens.customers import CustomersScreen
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import Shop

OpenShop = Callable[..., Shop]


def marked(screen: OrdersScreen) -> int | None:
    row = screen.list.model.row_at(screen.list.table.current_row())
    return None if row is None else int(row.order_id)


def shown(screen: OrdersScreen) -> int | None:
    return None if screen.order is None else screen.order.order_id


def test_a_link_to_an_order_shows_it_and_it_stays(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    shop.settle()
    first, *_, other = (row.order_id for row in orders.page(shop.desk, limit=50))
    screen.list.table.selectRow(0)
    shop.settle()
    assert shown(screen) == first
    screen.open(other)
    screen.refresh()
    shop.settle()
    assert (shown(screen), marked(screen)) == (other, other)
    screen.list.table.clearFocus()
    screen.list.table.setFocus()
    screen.list.search.setText("gibt es nicht")
    shop.settle()
    assert (shown(screen), marked(screen)) == (other, None)
    screen.list.search.setText("")
    shop.settle()
    assert (shown(screen), marked(screen)) == (other, other)


def test_an_order_that_changes_stays_marked_and_shown(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    shop.settle()
    rows = list(screen.list.model.rows)
    n = next(n for n, row in enumerate(rows) if n and row.state == "confirmed")
    screen.list.table.selectRow(n)
    shop.settle()
    screen._move("shipped", "")
    shop.settle()
    assert marked(screen) == shown(screen) == rows[n].order_id
    assert screen.list.model.rows[n].state == "shipped"


def test_coming_to_a_list_chooses_nothing(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("orders", OrdersScreen)
    shop.settle()
    screen.list.search.setFocus()
    screen.list.table.setFocus()
    shop.settle()
    assert shown(screen) is None


def test_a_customer_opened_by_a_link_is_marked(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("customers", CustomersScreen)
    shop.settle()
    screen.list.table.selectRow(0)
    key = screen.list.model.rows[2].customer_id
    screen.open(key)
    screen.refresh()
    shop.settle()
    assert screen.list.table.current_row() == 2
    assert screen._chosen_id == key
