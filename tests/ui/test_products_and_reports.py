"""Products and the report of the week: read only, and right."""

from collections.abc import Callable

import shopphone.services.products as products
import shopphone.services.reports as reports
from shopphone.ui.screens.products import ProductsScreen
from shopphone.ui.screens.reports import ReportsScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def test_products_are_listed_with_price_and_stock(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    assert screen.list.model.rowCount() == len(products.page(shop.desk, limit=500)) > 80
    first = screen.list.model.row_at(0)
    assert first is not None
    shown = [screen.list.model.index(0, n).data() for n in range(6)]
    assert first.sku in shown
    assert shop.program.words.money(first.price) in shown


def test_a_product_is_found_by_sku_ean_and_name(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    wanted = next(p for p in products.page(shop.desk, limit=500) if p.sku == "GP-28")
    for text in ("gp-28", wanted.ean, "gusspfanne 28"):
        screen.list.search.setText(text)
        shop.settle()
        assert wanted in screen.list.model.rows, text


def test_a_category_narrows_the_list(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    screen._category.setCurrentIndex(2)
    shop.settle()
    found = {row.category for row in screen.list.model.rows}
    assert found == {screen._category.currentText()}


def test_a_product_shows_variants_and_opens_its_care_article(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    wanted = next(p for p in screen.list.model.rows if p.sku == "GP-28")
    screen.list.table.selectRow(screen.list.model.rows.index(wanted))
    shop.settle()
    detail = products.detail(shop.desk, wanted.product_id)
    shown = "\n".join(texts_in(screen.detail))
    for variant in detail.variants:
        assert variant.sku in shown
    _, title = detail.articles[0]
    press(shop, screen.detail, title)
    assert title in texts_in(shop.window.current)


def test_the_report_counts_what_the_shop_has(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("reports", ReportsScreen)
    week = reports.week(shop.desk)
    shown = texts_in(screen)
    assert str(week.calls) in shown
    assert shop.program.words.money(week.turnover) in shown
    for name, count in week.outcomes:
        assert name in shown
        assert str(count) in shown
