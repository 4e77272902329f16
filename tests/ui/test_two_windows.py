"""Two windows on one shop: on PostgreSQL, and on one file; each sees what the other does."""

from collections.abc import Callable
from pathlib import Path

import pytest

import shopphone.services.customers as customers
import shopphone.services.orders as orders
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import upgrade
from shopphone.store.local import Local
from shopphone.ui.screens.callbacks import CallbacksScreen
from shopphone.ui.screens.customers import CustomersScreen
from shopphone.ui.screens.orders import OrdersScreen
from tests.ui.driving import NOW, Shop, press, texts_in

OpenShop = Callable[..., Shop]


def names(screen: CustomersScreen) -> list[str]:
    return [row.name for row in screen.list.model.rows]


@pytest.fixture
def desks(open_shop: OpenShop, postgres_url: str, tmp_path: Path) -> tuple[Shop, Shop]:
    """Two desks at the same PostgreSQL demo shop; the first start filled it."""
    first = open_shop(database=postgres_url, folder=tmp_path / "first")
    second = open_shop(database=postgres_url, folder=tmp_path / "second")
    return first, second


def test_the_demo_shop_opens_on_postgresql_on_every_screen(desks: tuple[Shop, Shop]) -> None:
    from shopphone.ui import menu

    shop, second = desks
    for entry in menu.ENTRIES:
        shop.window.open_screen(entry.code, None)
        shop.settle()
        table = getattr(getattr(shop.window.current, "list", None), "table", None)
        if table is not None:
            assert table.model().rowCount() > 0, entry.code
            table.selectRow(0)
            shop.settle()
    assert shop.said == ""
    assert len(customers.page(second.desk, limit=500)) == 60  # filled once


def test_a_change_at_one_desk_is_seen_at_the_other_at_once(desks: tuple[Shop, Shop]) -> None:
    first, second = desks
    here, there = first.at("customers", CustomersScreen), second.at("customers", CustomersScreen)
    here.list.search.setText("Neuhinzugekommen")
    there.list.search.setText("Neuhinzugekommen")
    second.settle()
    first.settle()
    assert names(there) == []
    press(first, here, "Neuer Kunde")
    here.editor.fields["last_name"].setText("Neuhinzugekommen")
    press(first, here.editor, "Speichern")
    assert names(here) == ["Neuhinzugekommen"]
    second.until(lambda: names(there) == ["Neuhinzugekommen"])


def test_a_step_of_an_order_and_a_kept_promise_reach_the_other_desk(
    desks: tuple[Shop, Shop],
) -> None:
    first, second = desks
    order = orders.page(first.desk, "confirmed")[0]
    there = second.at("orders", OrdersScreen)
    there.open(order.order_id)
    second.settle()
    here = first.at("orders", OrdersScreen)
    here.open(order.order_id)
    first.settle()
    press(first, here.detail, "Versandt")
    second.until(lambda: "unterwegs" in texts_in(there.detail))
    promises = second.at("callbacks", CallbacksScreen)
    row = promises.list.model.row_at(0)
    screen = first.at("callbacks", CallbacksScreen)
    screen.list.table.selectRow(0)
    press(first, screen, "Erledigt")
    second.until(lambda: row not in promises.list.model.rows)


def test_two_windows_on_one_file_see_each_others_changes(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    """As two processes do: the second desk writes through connections of its own."""
    shop = open_shop(folder=tmp_path / "one")
    screen = shop.at("customers", CustomersScreen)
    screen.list.search.setText("Hinzugekommen")
    shop.settle()
    other = Desk(
        db=upgrade.open_file(tmp_path / "one" / "shop.db", NOW),
        local=Local(tmp_path / "other.db"),
        now=lambda: NOW,
    )
    customers.save(other, CustomerDraft(last_name="Hinzugekommen"))
    other.db.close()
    other.local.close()
    shop.until(lambda: names(screen) == ["Hinzugekommen"])


def test_the_demo_is_never_opened_over_a_real_shop(
    open_shop: OpenShop, postgres_url: str, tmp_path: Path
) -> None:
    real = open_shop(demo=False, database=postgres_url, folder=tmp_path / "real")
    customers.save(real.desk, CustomerDraft(last_name="Echt"))
    real.desk.staff_id()
    shop = open_shop(demo=True, database=postgres_url, folder=tmp_path / "demo")
    assert "echtes Geschäft" in shop.said
    assert [row.name for row in customers.page(real.desk)] == ["Echt"]
    with pytest.raises(Refused, match="not_a_demo_shop"):
        shop.program.jobs._desk.result(1)
