"""Customers taken in from the window: the menu of sources, the assistant, and who is there then."""

from collections.abc import Callable
from pathlib import Path

import shopphone.services.customers as customers
from shopphone.ui.panels.importing.assistant import ImportAssistant
from shopphone.ui.screens.customers import CustomersScreen
from tests.ui.driving import Shop

VCARD = "BEGIN:VCARD\nVERSION:3.0\nN:Sommerfeld;Marlene;;;\nFN:Marlene Sommerfeld\nTEL;TYPE=CELL:089 99998-187\nEND:VCARD\n"


def test_an_address_book_comes_in_by_the_menu(
    open_shop: Callable[..., Shop], tmp_path: Path
) -> None:
    shop = open_shop(demo=False)
    screen = shop.at("customers", CustomersScreen)
    screen._import("contacts", "Adressbuch")
    shop.settle()
    (assistant,) = (each for each in shop.dialogs() if isinstance(each, ImportAssistant))
    file = tmp_path / "adressen.vcf"
    file.write_text(VCARD, encoding="utf-8")
    assistant.look_at(str(file))
    shop.settle()
    assistant.take_in.click()
    shop.settle()
    assert [row.name for row in customers.search(shop.desk, "sommerfeld")] == ["Marlene Sommerfeld"]
    assistant.reject()
    shop.settle()
