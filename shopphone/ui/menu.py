"""The ten screens as data: code, title, icon, key, and where the screen is, imported when opened."""

from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from shopphone.ui.kit.screen import Parts, Screen


class Entry(NamedTuple):
    """One entry of the side bar; place is "module:Class" below shopphone.ui.screens.

    page: the manual's page that F1 opens there; "": the keys.
    """

    code: str
    title: str
    icon: str
    key: str
    place: str
    page: str

    def words(self) -> str:
        return QCoreApplication.translate("Menu", self.title)

    def build(self, parts: Parts) -> Screen:
        module, _, name = self.place.partition(":")
        made: Screen = getattr(import_module(f"shopphone.ui.screens.{module}"), name)(parts)
        return made


ENTRIES = (
    Entry(
        "desk",
        str(QT_TRANSLATE_NOOP("Menu", "Desk")),
        "phone",
        "Ctrl+1",
        "desk:DeskScreen",
        "",
    ),
    Entry(
        "calls",
        str(QT_TRANSLATE_NOOP("Menu", "Calls")),
        "calls",
        "Ctrl+2",
        "calls:CallsScreen",
        "call",
    ),
    Entry(
        "callbacks",
        str(QT_TRANSLATE_NOOP("Menu", "Callbacks")),
        "callback",
        "Ctrl+3",
        "callbacks:CallbacksScreen",
        "callbacks",
    ),
    Entry(
        "orders",
        str(QT_TRANSLATE_NOOP("Menu", "Orders")),
        "orders",
        "Ctrl+4",
        "orders:OrdersScreen",
        "orders",
    ),
    Entry(
        "customers",
        str(QT_TRANSLATE_NOOP("Menu", "Customers")),
        "customers",
        "Ctrl+5",
        "customers:CustomersScreen",
        "call",
    ),
    Entry(
        "knowledge",
        str(QT_TRANSLATE_NOOP("Menu", "Knowledge")),
        "knowledge",
        "Ctrl+6",
        "knowledge:KnowledgeScreen",
        "writing",
    ),
    Entry(
        "products",
        str(QT_TRANSLATE_NOOP("Menu", "Products")),
        "products",
        "Ctrl+7",
        "products:ProductsScreen",
        "orders",
    ),
    Entry(
        "letters",
        str(QT_TRANSLATE_NOOP("Menu", "Letters")),
        "letters",
        "Ctrl+8",
        "letters:LettersScreen",
        "letters",
    ),
    Entry(
        "reports",
        str(QT_TRANSLATE_NOOP("Menu", "Reports")),
        "reports",
        "Ctrl+9",
        "reports:ReportsScreen",
        "",
    ),
    Entry(
        "settings",
        str(QT_TRANSLATE_NOOP("Menu", "Settings")),
        "settings",
        "Ctrl+0",
        "settings:SettingsScreen",
        "first_day",
    ),
)
BY_CODE = {entry.code: entry for entry in ENTRIES}
