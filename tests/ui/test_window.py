"""The window: ten screens, one table of keys, find anything, what is said at its foot."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import shopphone.services.customers as customers
import shopphone.services.orders as orders
import shopphone.services.products as products
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.events import CallEventKind, Link, LinkState
from shopphone.ui import menu
from shopphone.ui.kit import keys
from shopphone.ui.manual import Manual
from shopphone.ui.panels.letter_texts.panel import LetterTexts
from shopphone.ui.screens.customers import CustomersScreen
from shopphone.ui.screens.knowledge import KnowledgeScreen
from shopphone.ui.screens.orders import OrdersScreen
from shopphone.ui.screens.products import ProductsScreen
from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import NOW, Shop, texts_in

OpenShop = Callable[..., Shop]

# the table of the design, key by key
_TABLE = {
    "F1": "help", "F2": "call_now", "F3": "answers", "F4": "order", "F5": "tell", "F6": "caller",
    "F7": "note", "F8": "callback", "F9": "letter", "F10": "helped", "Shift+F10": "not_helped",
    "F12": "finish", "Ctrl+K": "find", "Esc": "escape",
}  # fmt: skip


def test_the_keys_are_those_of_the_design() -> None:
    bound = {key.key: key.code for key in keys.KEYS}
    assert bound.items() >= _TABLE.items()
    assert [entry.key for entry in menu.ENTRIES] == [
        *(f"Ctrl+{n}" for n in range(1, 10)),
        "Ctrl+0",
    ]


def test_no_key_is_bound_twice_and_none_types_a_character(open_shop: OpenShop) -> None:
    """Ctrl+Alt is AltGr: on German and Polish keyboards its letters type @, €, ą, ł …"""
    shop = open_shop()
    for entry in menu.ENTRIES:
        shop.window.screen(entry.code)
    bound = [each.key().toString() for each in shop.window.findChildren(QShortcut)]
    assert len(bound) == len(set(bound)) == len(keys.KEYS) + len(menu.ENTRIES)
    assert not [key for key in bound if "Alt" in key]


def test_the_key_list_names_every_key_that_is_bound(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.window.act("help")
    shop.settle()
    dialog = shop.dialogs()[0]
    assert isinstance(dialog, Manual)
    shown = texts_in(dialog.keys)
    for shortcut in shop.window.findChildren(QShortcut):
        assert keys.in_words(shortcut.key().toString()) in shown
    for key in keys.KEYS:
        assert keys.words(key.code) in shown
    assert "Strg+K" in shown
    shop.close_dialogs()


def test_every_screen_opens_with_its_key_and_takes_the_keyboard(open_shop: OpenShop) -> None:
    shop = open_shop()
    for entry in (*menu.ENTRIES[1:], menu.ENTRIES[0]):
        QTest.keySequence(shop.window, QKeySequence(entry.key))
        shop.settle()
        assert shop.window.current is shop.window.screen(entry.code)
        assert shop.window._buttons[entry.code].isChecked()
        focus = shop.window.focusWidget()
        assert focus is not None, entry.code
        assert focus.isVisible(), entry.code


def test_f1_opens_the_key_list_once(open_shop: OpenShop) -> None:
    shop = open_shop()
    QTest.keyClick(shop.window, Qt.Key.Key_F1)
    shop.settle()
    assert len(shop.dialogs()) == 1
    QTest.keyClick(shop.dialogs()[0], Qt.Key.Key_Escape)
    shop.settle()
    assert not shop.dialogs()


def test_a_key_of_the_desk_works_from_every_screen(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.window.open_screen("products", None)
    shop.settle()
    QTest.keyClick(shop.window, Qt.Key.Key_F2)
    shop.settle()
    desk = shop.telephone()
    assert desk.current is not None
    assert desk.current.row.state == "talking"


def test_every_key_does_or_says_something_on_an_idle_desk(open_shop: OpenShop) -> None:
    shop = open_shop()
    # after call now the desk is no longer idle
    for key in sorted(keys.KEYS, key=lambda key: key.code == "call_now"):
        if key.code == "escape":
            continue
        shop.window.open_screen("desk", None)
        shop.window._buttons["desk"].setFocus()
        shop.program.window._hush()
        shop.settle()
        before = _noticed(shop)
        QTest.keySequence(shop.window, QKeySequence(key.key))
        shop.settle()
        assert _noticed(shop) != before, key.key
        shop.close_dialogs()


def _noticed(shop: Shop) -> tuple[object, ...]:
    return shop.said, shop.window.focusWidget(), len(shop.dialogs()), texts_in(shop.window)


def test_a_key_that_means_nothing_on_a_screen_says_where_it_works(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.window.open_screen("products", None)
    shop.settle()
    QTest.keyClick(shop.window, Qt.Key.Key_F5)
    assert shop.said == "F5 wirkt am Telefonplatz und wo ein Brief offen ist."


def find(shop: Shop, text: str) -> None:
    QTest.keySequence(shop.window, QKeySequence("Ctrl+K"))
    field = shop.window.search
    assert shop.window.focusWidget() is field
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    shop.settle()


def shown_customer(shop: Shop) -> int:
    screen = shop.window.current
    assert isinstance(screen, CustomersScreen)
    assert screen.card.card is not None
    return screen.card.card.customer_id


@pytest.mark.parametrize(
    "spelling",
    ["089 99998-123", "+49 (0)89 99998123", "0049 89 99998 123", "089/99998123", "99998123"],
)
def test_a_phone_number_in_any_spelling_finds_its_customer(
    open_shop: OpenShop, spelling: str
) -> None:
    shop = open_shop()
    find(shop, spelling)
    card = customers.detail(shop.desk, shown_customer(shop)).draft
    assert "+498999998123" in {phone.e164 for phone in card.phones}


def test_a_number_several_people_share_lists_them_all(open_shop: OpenShop) -> None:
    shop = open_shop()
    find(shop, "0152 28817386")
    screen = shop.window.current
    assert isinstance(screen, CustomersScreen)
    assert screen.list.model.rowCount() == 2


def test_an_order_number_opens_the_order_whole_or_by_its_last_digits(open_shop: OpenShop) -> None:
    shop = open_shop()
    wanted = orders.page(shop.desk)[4]
    for text in (wanted.number, wanted.number.lower(), wanted.number[-5:]):
        shop.window.open_screen("desk", None)
        find(shop, text)
        screen = shop.window.current
        assert isinstance(screen, OrdersScreen), text
        assert wanted.number in texts_in(screen.detail)


def test_a_tracking_number_opens_its_order(open_shop: OpenShop) -> None:
    shop = open_shop()
    wanted = next(row for row in orders.page(shop.desk, limit=300) if row.tracking)
    find(shop, wanted.tracking)
    assert wanted.number in texts_in(shop.window.current)


def test_a_name_opens_the_customer_and_a_shared_name_lists_them(open_shop: OpenShop) -> None:
    shop = open_shop()
    find(shop, "löffler")
    assert customers.detail(shop.desk, shown_customer(shop)).draft.last_name == "Löffler"
    find(shop, "söllner")
    screen = shop.window.current
    assert isinstance(screen, CustomersScreen)
    assert screen.list.model.rowCount() == 2


def test_a_customer_number_an_article_number_and_a_question_find_their_place(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    wanted = customers.page(shop.desk)[2]
    find(shop, wanted.number)
    assert shown_customer(shop) == wanted.customer_id
    find(shop, "gp-28")
    screen = shop.window.current
    assert isinstance(screen, ProductsScreen)
    product = products.find(shop.desk, "GP-28")[0]
    assert any(product.name in text for text in texts_in(screen.detail))
    find(shop, "pfanne rostet nach dem spülen")
    reading = shop.window.current
    assert isinstance(reading, KnowledgeScreen)
    assert reading.articles.reader.article is not None


def found(shop: Shop) -> list[str]:
    finds = shop.window.search.finds
    assert finds is not None
    return [finds.item(row).text() for row in range(finds.count())] if finds.isVisible() else []


def look(shop: Shop, text: str) -> list[str]:
    QTest.keySequence(shop.window, QKeySequence("Ctrl+K"))
    QTest.keyClicks(shop.window.search, text)
    shop.settle()
    return found(shop)


def test_what_is_nowhere_says_so_and_leads_nowhere(open_shop: OpenShop) -> None:
    shop = open_shop()
    before = shop.window.current
    assert look(shop, "qqxyzzy") == ["Nichts gefunden zu „qqxyzzy“."]
    QTest.keyClick(shop.window.search, Qt.Key.Key_Return)
    shop.settle()
    assert shop.window.current is before


def test_esc_leaves_the_finds_and_gives_the_keyboard_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.window.open_screen("customers", None)
    shop.settle()
    before = shop.window.focusWidget()
    assert look(shop, "soell")
    QTest.keyClick(shop.window.search, Qt.Key.Key_Escape)
    shop.settle()
    assert shop.window.focusWidget() is before
    assert (found(shop), shop.window.search.text()) == ([], "")


def test_arrows_choose_and_what_was_opened_is_offered_again(open_shop: OpenShop) -> None:
    shop = open_shop()
    lines = look(shop, "soell")
    assert lines[0] == "Alle Kunden zu „soell“"
    QTest.keyClick(shop.window.search, Qt.Key.Key_Down)
    QTest.keyClick(shop.window.search, Qt.Key.Key_Down)
    QTest.keyClick(shop.window.search, Qt.Key.Key_Return)
    shop.settle()
    name = customers.detail(shop.desk, shown_customer(shop)).draft
    assert lines[2].startswith(f"{name.first_name} {name.last_name}")
    assert look(shop, "")[0] == lines[2]


def test_screens_settings_and_actions_are_found_by_their_words(open_shop: OpenShop) -> None:
    shop = open_shop()
    find(shop, "auswert")
    assert shop.window.current is shop.window.screen("reports")
    find(shop, "rechnung zahlungst")
    settings = shop.window.screen("settings")
    assert isinstance(settings, SettingsScreen)
    field = settings.fields["policy.invoice_days"].control
    assert shop.window.current is settings
    assert shop.window.focusWidget() is field
    find(shop, "texte der briefe")
    assert settings.findChildren(LetterTexts)[0].isVisible()
    find(shop, "anruferk")
    assert shop.window.current is shop.window.screen("desk")


def test_markup_and_line_breaks_in_a_name_stay_words(open_shop: OpenShop) -> None:
    shop = open_shop()
    draft = CustomerDraft(last_name="<b>Übel</b>\nZeile")
    customers.save(shop.desk, draft)
    assert any("<b>Übel</b>" in line for line in look(shop, "<b>ue"))


def test_a_refusal_and_a_missing_thing_are_said_at_the_foot(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.program.jobs.refused.emit(Refused("customer_name_missing"))
    assert "Ein Name oder eine Firma wird gebraucht" in shop.said
    shop.program.jobs.trouble.emit(Unavailable("database"))
    assert "Die Datenbank des Geschäfts antwortet nicht" in shop.said


@pytest.mark.parametrize("state", [s for s in Link if s is not Link.OFF])
def test_how_the_telephone_stands_is_a_word_in_the_top_bar(
    open_shop: OpenShop, state: Link
) -> None:
    shop = open_shop()
    link = shop.window._link
    assert not link.isVisible()
    shop.program.news.link.emit(LinkState(source="fritzbox", state=state, since=NOW))
    assert link.isVisible()
    assert link.text().startswith("FRITZ!Box")
    shop.program.news.link.emit(LinkState(source="fritzbox", state=Link.OFF, since=NOW))
    assert not link.isVisible()


def test_the_side_bar_counts_what_waits_and_rings(open_shop: OpenShop) -> None:
    shop = open_shop()
    shop.window.open_screen("orders", None)
    shop.settle()
    buttons = shop.window._buttons
    assert buttons["callbacks"].text().split()[-1].isdecimal()
    focus = QApplication.focusWidget()
    shop.ring("069 90009-777", "w1")
    shop.until(lambda: buttons["desk"].text().endswith("1"))
    assert shop.window.current is shop.window.screen("orders")
    assert QApplication.focusWidget() is focus
    shop.ring("069 90009-777", "w1", CallEventKind.ENDED)
    shop.until(lambda: buttons["desk"].text() == menu.BY_CODE["desk"].words())


def test_every_screen_of_an_empty_shop_says_what_to_do_first(open_shop: OpenShop) -> None:
    shop = open_shop(demo=False)
    expected = {
        "calls": "sobald das Telefon klingelt oder F2 gedrückt wird",
        "callbacks": "F8 in einem Gespräch sagt einen zu",
        "orders": "Bestellungen werden am Telefonplatz aufgenommen",
        "customers": "Neue Kunden werden hier oder im Gespräch angelegt",
        "knowledge": "Schreiben Sie den ersten",
        "products": "freie Zeilen",
        "letters": "F9 bei einer Bestellung",
        "reports": "F10 bei einer Antwort",
        "desk": "F2 beginnt ein Gespräch von Hand",
    }
    for code, words in expected.items():
        shop.window.open_screen(code, None)
        shop.settle()
        shown = "\n".join(texts_in(shop.window.current))
        assert words in shown, (code, shown)
