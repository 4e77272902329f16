"""Every state a window can be in that shows controls of its own: walked by the tests about all controls."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QPushButton,
    QScrollBar,
    QTabBar,
    QWidget,
)

import shopphone.services.articles as articles
import shopphone.services.versions as versions
from shopphone.domain.events import CallEventKind
from shopphone.domain.knowledge import Writing
from shopphone.ui import menu
from shopphone.ui.manual import Manual
from shopphone.ui.panels.withdrawal_case import WithdrawalCase
from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog
from shopphone.ui.screens.customers import CustomersScreen
from shopphone.ui.screens.desk import DeskScreen
from shopphone.ui.screens.knowledge import KnowledgeScreen
from shopphone.ui.screens.letters import LettersScreen
from shopphone.ui.screens.orders import OrdersScreen
from shopphone.ui.screens.products import ProductsScreen
from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import Shop

KNOWN, SHARED, UNKNOWN = "089 99998-123", "0152 28817386", "069 90009-777"


def situations(shop: Shop) -> Iterator[str]:
    """Lead the window through its states; the name of each is given once it is on the screen."""
    yield from every_screen(shop)
    yield from editors(shop)
    yield from settings(shop)
    yield from dialogs(shop)
    yield from telephone(shop)


def every_screen(shop: Shop) -> Iterator[str]:
    """Each screen as it opens, then with its first row chosen."""
    for entry in menu.ENTRIES:
        shop.window.open_screen(entry.code, None)
        shop.settle()
        yield entry.code
        table = getattr(getattr(shop.window.current, "list", None), "table", None)
        if table is not None and table.model().rowCount():
            table.selectRow(0)
            shop.settle()
            yield f"{entry.code}: the first row chosen"


def editors(shop: Shop) -> Iterator[str]:
    press(shop, shop.at("customers", CustomersScreen), "_new")
    yield "customers: a new one"
    yield from knowledge(shop)


def knowledge(shop: Shop) -> Iterator[str]:
    """Every view, then the editor empty and with unsaved text."""
    screen = shop.at("knowledge", KnowledgeScreen)
    for code in screen.tabs:
        screen.show_view(code)
        shop.settle()
        yield f"knowledge: {code}"
    screen.show_view("articles")
    yield from written_articles(shop, screen)
    press(shop, screen.articles, "begin_new")
    yield "knowledge: a new article"
    screen.articles.editor.texts["say"].setPlainText("half a sentence")
    shop.settle()
    press(shop, screen.articles, "leave")
    press(shop, screen.articles, "begin_new")
    yield "knowledge: unsaved text"


def written_articles(shop: Shop, screen: KnowledgeScreen) -> Iterator[str]:
    """Versions, the three looks beside the editor, and two writers' texts; nothing is saved."""
    view = screen.articles
    if not view.list.model.rows:
        return
    article = articles.read(shop.desk, view.list.model.rows[0].article_id)
    view.show_history(article)
    shop.settle()
    yield "knowledge: versions"
    view.write(Writing(draft=article.draft()))
    for n in range(3):
        view.editor.side.show_pane(n)
        shop.settle()
        yield f"knowledge: editor, look {n}"
    view.show_merge(versions.merge(shop.desk, replace(article.draft(), say="Anders.")))
    shop.settle()
    yield "knowledge: two writers"
    press(shop, view, "leave")


def settings(shop: Shop) -> Iterator[str]:
    screen = shop.at("settings", SettingsScreen)
    for n in range(screen.pages.count()):
        screen.pages.setCurrentRow(n)
        shop.settle()
        yield f"settings: page {n}"


def dialogs(shop: Shop) -> Iterator[str]:
    shop.window.act("help")
    shop.settle()
    yield "the list of keys"
    manual = next(each for each in shop.dialogs() if isinstance(each, Manual))
    for n in range(1, manual.list.count()):
        manual.list.setCurrentRow(n)
        shop.settle()
        yield f"the manual, page {n}"
    for each in reversed(shop.dialogs()):
        each.reject()
    shop.close_dialogs()
    orders = shop.at("orders", OrdersScreen)
    if orders.list.model.rowCount():
        orders.list.table.selectRow(0)
        shop.settle()
        shop.window.act("letter")
        shop.settle()
        yield "orders: a letter"
        shop.close_dialogs()
        yield from withdrawals(shop, orders)
    letters = shop.at("letters", LettersScreen)
    if letters.archive.model.rowCount():
        letters.archive.table.selectRow(0)
        shop.settle()
        yield "letters: one of the archive"


def withdrawals(shop: Shop, orders: OrdersScreen) -> Iterator[str]:
    """A withdrawal of the order in front, from its dialog to its undoing; then a defect."""
    orders.withdrawal.explain()
    shop.settle()
    yield "orders: how a day is reached"
    shop.close_dialogs()
    press(shop, orders.withdrawal, "_ask_receipt")
    yield "orders: something came"
    shop.close_dialogs()
    press(shop, orders.withdrawal, "ask_withdrawal")
    yield "orders: a withdrawal"
    dialog = next(each for each in shop.dialogs() if isinstance(each, WithdrawalDialog))
    dialog.note()
    shop.settle()
    yield "orders: withdrawn"
    case = orders.withdrawal.findChild(WithdrawalCase)
    assert case is not None
    for slot in ("_loss", "_take_back"):
        press(shop, case, slot)
        yield f"orders: withdrawn {slot}"
        shop.close_dialogs()
    press(shop, orders.defects, "ask_defect")
    yield "orders: a defect"
    shop.close_dialogs()
    products = shop.at("products", ProductsScreen)
    products.list.table.selectRow(0)
    shop.settle()
    for each in products.detail.findChildren(QPushButton):
        if each.property("right"):
            each.click()
    shop.settle()
    yield "products: the right of withdrawal"
    shop.close_dialogs()


def telephone(shop: Shop) -> Iterator[str]:
    """The desk through a call: known, shared, unknown, with an order, a callback, a new customer."""
    desk = shop.telephone()
    shop.ring(KNOWN, "1")
    shop.until(lambda: bool(desk.lanes))
    shop.ring(KNOWN, "1", CallEventKind.ANSWERED)
    yield "desk: a call"
    desk.finder.input.setText("rost pfanne")
    desk.form.input.setText("GP-28")
    shop.settle()
    desk.form.input.taken.emit()
    shop.settle()
    yield "desk: an answer and an article"
    desk.act("callback")
    shop.settle()
    yield "desk: a callback"
    shop.close_dialogs()
    for key, number in (("2", SHARED), ("3", UNKNOWN)):
        shop.ring(number, key)
        shop.until(lambda number=number: _lane(desk, number) is not None)  # type: ignore[misc]  # bound at once
        desk.lane_bar.chosen.emit(_lane(desk, number))
        shop.settle()
        yield f"desk: {number}"
    press(shop, desk.caller, "_new_wanted")
    yield "desk: a new customer"


def press(shop: Shop, owner: QWidget, slot: str) -> None:
    """Do what a button of the owner does."""
    getattr(owner, slot)()
    shop.settle()


def controls(top: QWidget) -> list[QWidget]:
    """What a person can reach with the keyboard or press, as it is on the screen now."""
    return [each for each in top.findChildren(QWidget) if each.isVisible() and not _is_inner(each)]


def _is_inner(widget: QWidget) -> bool:
    """Qt's own parts inside a control: they speak through it."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QTabBar)
    return inside or widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)


def _lane(desk: DeskScreen, number: str) -> int | None:
    found = (lane.row for lane in desk.lanes.values() if lane.row.raw_number == number)
    return next((row.call_id for row in found), None)
