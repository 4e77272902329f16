"""Backups from the window: one by a button, one a day, one on leaving, and the pass phrase's length."""

from collections.abc import Callable
from pathlib import Path

import shopphone.services.backups as backups
from shopphone.app import back_up_on_leaving
from shopphone.domain.settings import PAGES
from shopphone.ui.panels.backup_panel import BackupPanel
from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import Shop

OpenShop = Callable[..., Shop]


def panel(shop: Shop) -> BackupPanel:
    screen = shop.at("settings", SettingsScreen)
    screen.pages.setCurrentRow(PAGES.index("backup"))
    shop.settle()
    return screen.findChildren(BackupPanel)[0]


def test_a_backup_is_made_by_a_button_and_its_age_is_told(open_shop: OpenShop) -> None:
    shop = open_shop(demo=True)
    asked = panel(shop)
    assert asked.said.text() == "Es gibt noch keine Sicherung."
    asked.now.click()
    shop.settle()
    assert "Vorführgeschäft" in asked.said.text()  # it can be made anew at any time
    assert asked.now.isEnabled()


def test_a_shop_of_its_own_is_backed_up_now_and_on_leaving(open_shop: OpenShop) -> None:
    shop = open_shop(demo=False)
    asked = panel(shop)
    asked.now.click()
    shop.settle()
    assert asked.said.text() == "Letzte gute Sicherung: heute."
    folder = backups.folder_of(shop.desk)
    assert folder is not None
    assert len(list(Path(folder).glob("*.db"))) == 1
    back_up_on_leaving(shop.desk)
    assert len(list(Path(folder).glob("*.db"))) >= 1


def test_a_short_pass_phrase_is_refused(open_shop: OpenShop) -> None:
    asked = panel(shop := open_shop(demo=False))
    asked.phrase.setText("kurz")
    asked.keep.click()
    shop.settle()
    assert "mindestens 10" in asked.said.text()
    assert asked.phrase.text() == "kurz"
