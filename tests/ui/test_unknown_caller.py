"""A caller nobody knows yet: typed faster than the search, Enter waits for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopphone.ui.panels.unknown_caller import UnknownCaller
from tests.ui.driving import Shop

OpenShop = Callable[..., Shop]
UNKNOWN = "069 90009-777"


def test_enter_takes_the_only_customer_as_soon_as_it_is_found(open_shop: OpenShop) -> None:
    shop = open_shop()
    desk = shop.telephone()
    shop.ring(UNKNOWN, "1")
    shop.until(lambda: desk.caller.findChild(UnknownCaller) is not None)
    unknown = desk.caller.findChild(UnknownCaller)
    assert unknown is not None
    unknown.search.setText("Ashworth")
    QTest.keyClick(unknown.search, Qt.Key.Key_Return)  # at once, the pause of typing is not over
    shop.until(lambda: desk.caller.card is not None)
    assert desk.caller.card is not None
    assert desk.caller.card.name == "Oliver Ashworth"
