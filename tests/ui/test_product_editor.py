"""The form of an article in the window: typed, refused by its field, kept, saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit

import shopphone.services.products as products
from shopphone.ui.panels.product_editor import ProductEditor
from shopphone.ui.screens.products import ProductsScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def form_of(shop: Shop) -> ProductEditor:
    found = [each for each in shop.window.findChildren(ProductEditor) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def type_in(form: ProductEditor, name: str, text: str) -> None:
    made = form.inputs[name]
    assert isinstance(made, QLineEdit)
    made.setText(text)


def test_a_new_article_is_typed_corrected_and_saved(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    press(shop, screen, "Neuer Artikel …")
    form = form_of(shop)
    for name, text in (("sku", "NEU-1"), ("name", "Teedose"), ("price", "viel")):
        type_in(form, name, text)
    press(shop, form, "Speichern")
    assert form.isVisible()
    said = [each.text() for each in form.findChildren(QLabel)]
    assert any(text.startswith("Preis mit USt, EUR: ") for text in said)
    type_in(form, "price", "9,90")
    press(shop, form, "Speichern")
    (found,) = products.by_code(shop.desk, "NEU-1")
    assert found.name == "Teedose"
    assert "Teedose" in "\n".join(texts_in(screen.detail))


def test_an_article_is_changed_and_what_is_typed_waits(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    wanted = next(p for p in screen.list.model.rows if p.sku == "GP-28")
    screen.list.table.selectRow(screen.list.model.rows.index(wanted))
    shop.settle()
    press(shop, screen.detail, "Bearbeiten …")
    type_in(form_of(shop), "weight_g", "3150")
    form_of(shop).bulky.setChecked(True)
    form_of(shop).reject()
    shop.settle()
    assert products.by_code(shop.desk, "GP-28")[0] == wanted
    press(shop, screen.detail, "Bearbeiten …")
    form = form_of(shop)
    assert "Früher getippt und noch nicht gespeichert." in texts_in(form)
    press(shop, form, "Speichern")
    (found,) = products.by_code(shop.desk, "GP-28")
    assert (found.weight_g, found.bulky) == (3150, True)
    assert (found.price, found.description) == (wanted.price, wanted.description)


def test_begin_anew_shows_what_the_shop_has(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("products", ProductsScreen)
    press(shop, screen, "Neuer Artikel …")
    form = form_of(shop)
    type_in(form, "name", "Versehen")
    form._keep()
    shop.settle()
    press(shop, form, "Neu beginnen")
    made = form.inputs["name"]
    assert isinstance(made, QLineEdit)
    assert made.text() == ""
