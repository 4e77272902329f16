"""Outcomes in the settings and on the bar; a window that closes over an open call."""

from collections.abc import Callable
from pathlib import Path

import shopphone.services.call_log as call_log
import shopphone.services.outcomes as outcomes
from shopphone.domain.calls import CallFilter
from shopphone.domain.events import CallEventKind
from shopphone.ui.panels.outcome_editor import OutcomeEditor
from shopphone.ui.screens.desk import DeskScreen
from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def editor(shop: Shop) -> OutcomeEditor:
    screen = shop.at("settings", SettingsScreen)
    screen.open("telephone")
    shop.settle()
    press(shop, screen, "Ergebnisse der Anrufe")
    (dialog,) = shop.dialogs()
    assert isinstance(dialog, OutcomeEditor)
    return dialog


def offered(desk: DeskScreen) -> list[str]:
    return [desk.bar.outcome.itemText(n) for n in range(1, desk.bar.outcome.count())]


def test_a_new_outcome_can_be_chosen_at_once(open_shop: OpenShop) -> None:
    shop = open_shop()
    dialog = editor(shop)
    press(shop, dialog, "Neu")
    dialog.german.setText("Rückgabe geklärt")
    dialog.flags["answered"].setChecked(True)
    press(shop, dialog, "Speichern")
    assert dialog.chosen is not None
    assert dialog.chosen.flags == {"answered"}
    shop.close_dialogs()
    assert "Rückgabe geklärt" in offered(shop.telephone())


def test_a_retired_outcome_is_not_offered_but_kept_where_it_was_chosen(open_shop: OpenShop) -> None:
    shop = open_shop()
    desk = shop.telephone()
    desk.act("call_now")
    shop.settle()
    desk.bar.outcome.setCurrentIndex(desk.bar.outcome.findText("Abgebrochen"))
    dialog = editor(shop)
    n = [each.name_de for each in outcomes.every(shop.desk)].index("Abgebrochen")
    dialog.list.setCurrentRow(n)
    press(shop, dialog, "Zurückziehen")
    assert dialog.list.item(n).text() == "Abgebrochen (zurückgezogen)"
    shop.close_dialogs()
    shop.telephone()
    assert desk.bar.outcome.currentText() == "Abgebrochen"
    desk.act("finish")
    shop.settle()
    desk.act("call_now")
    shop.settle()
    assert "Abgebrochen" not in offered(desk)
    assert call_log.waiting(shop.desk).newest[1].outcome == "Abgebrochen"


def test_a_refusal_leaves_what_was_typed(open_shop: OpenShop) -> None:
    shop = open_shop()
    dialog = editor(shop)
    press(shop, dialog, "Neu")
    dialog.german.setText("Bestellt")
    dialog.english.setText("Sold")
    press(shop, dialog, "Speichern")
    assert any("heißt schon so" in text for text in texts_in(dialog))
    assert dialog.english.text() == "Sold"
    shop.close_dialogs()


def test_the_window_closed_over_an_open_call_is_an_outcome_of_its_own(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    shop = open_shop(folder=folder)
    shop.telephone()
    shop.ring("089 99998-777", "k1")
    shop.ring("089 99998-777", "k1", CallEventKind.ANSWERED)
    shop.window.close()
    shop = open_shop(folder=folder)
    row = call_log.page(shop.desk, CallFilter(), limit=1)[0]
    assert row.outcome == "Fenster vorher geschlossen"
    desk = shop.telephone()
    assert desk.current is not None
    assert desk.current.row.call_id == row.call_id
    assert desk.bar.outcome_id is None
    desk.bar.outcome.setCurrentIndex(desk.bar.outcome.findText("Frage beantwortet"))
    desk.act("finish")
    shop.settle()
    assert call_log.row(shop.desk, row.call_id).outcome == "Frage beantwortet"
