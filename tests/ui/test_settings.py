"""Settings on the screen: drawn from the declarations, refused at the field, never lost."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox

import shopphone.services.settings as settings
from shopphone.domain.settings import PAGES, SETTINGS, Kind
from shopphone.ui.screens.settings import SettingsScreen
from tests.support.cups import PrintServer
from tests.ui.driving import Shop, line_of, press, texts_in

OpenShop = Callable[..., Shop]


def test_every_declared_setting_stands_on_its_page_with_one_sentence_of_help(
    open_shop: OpenShop,
) -> None:
    shop = open_shop(language="en")
    screen = shop.at("settings", SettingsScreen)
    for n, page in enumerate(PAGES):
        screen.pages.setCurrentRow(n)
        shop.settle()
        declared = [
            setting
            for setting in SETTINGS
            if setting.page == page and setting.kind is not Kind.SYSTEMS  # a list of its own
        ]
        assert list(screen.fields) == [setting.key for setting in declared]
        shown = texts_in(screen)
        for setting in declared:
            assert setting.label in shown
            assert setting.help in shown
            assert screen.fields[setting.key].text() == settings.values(shop.desk)[setting.key]


def test_what_is_typed_on_several_pages_is_saved_together(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("settings", SettingsScreen)
    line_of(screen, "shop.name").setText("Küchenhaus am Hang")
    screen.open("telephone")
    shop.settle()
    line_of(screen, "phone.area_code").setText("0221")
    screen.open("shop")
    shop.settle()
    assert line_of(screen, "shop.name").text() == "Küchenhaus am Hang"
    assert "Noch nicht gespeichert: 2 Einstellungen." in texts_in(screen)
    press(shop, screen, "Speichern")
    saved = settings.values(shop.desk)
    assert (saved["shop.name"], saved["phone.area_code"]) == ("Küchenhaus am Hang", "0221")
    assert not any("Noch nicht gespeichert" in text for text in texts_in(screen))


def test_what_is_typed_stays_when_another_desk_saves(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("settings", SettingsScreen)
    line_of(screen, "shop.name").setText("Halb getippt")
    settings.save(shop.desk, {"shop.owner": "Berta Beispiel"})
    shop.settle()
    assert line_of(screen, "shop.name").text() == "Halb getippt"
    assert line_of(screen, "shop.owner").text() == "Berta Beispiel"


@pytest.mark.parametrize(
    ("key", "wrong", "sentence"),
    [
        ("shop.email", "kein at", "keine E-Mail-Adresse"),
        ("shop.iban", "DE00 1234", "Prüfziffern passen nicht"),
        ("shop.phone", "12", "keine wählbare Telefonnummer"),
        ("policy.prepay_days", "sieben", "nur Ziffern"),
    ],
)
def test_a_bad_value_is_said_at_its_field_and_nothing_is_saved(
    open_shop: OpenShop, key: str, wrong: str, sentence: str
) -> None:
    shop = open_shop()
    before = settings.values(shop.desk)
    screen = shop.at("settings", SettingsScreen)
    screen.open(next(setting.page for setting in SETTINGS if setting.key == key))
    shop.settle()
    line_of(screen, key).setText(wrong)
    screen.open("desk")
    shop.settle()
    press(shop, screen, "Speichern")
    field = screen.fields[key]
    assert sentence in field.refusal.text()
    assert field.refusal.isVisible()
    assert line_of(screen, key).text() == wrong
    assert shop.window.focusWidget() is field.control
    assert settings.values(shop.desk) == before


def test_a_check_box_and_a_choice_are_saved_as_their_codes(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("settings", SettingsScreen)
    screen.open("policies")
    shop.settle()
    check = screen.fields["policy.small_business"].control
    cost = screen.fields["policy.return_cost"].control
    assert isinstance(check, QCheckBox)
    assert isinstance(cost, QComboBox)
    check.setChecked(True)
    cost.setCurrentIndex(cost.findData("shop"))
    press(shop, screen, "Speichern")
    saved = settings.values(shop.desk)
    assert (saved["policy.small_business"], saved["policy.return_cost"]) == ("1", "shop")


def test_the_theme_follows_its_setting_at_once(open_shop: OpenShop) -> None:
    shop = open_shop(theme="")
    assert not shop.program.theme.is_dark
    screen = shop.at("settings", SettingsScreen)
    screen.open("desk")
    shop.settle()
    choice = screen.fields["desk.theme"].control
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData("dark"))
    press(shop, screen, "Speichern")
    assert shop.program.theme.is_dark


def test_the_printers_of_the_system_are_offered(open_shop: OpenShop, cups: PrintServer) -> None:
    shop = open_shop()
    assert cups.address
    screen = shop.at("settings", SettingsScreen)
    screen.open("printer")
    shop.settle()
    choice = screen.fields["print.printer"].control
    assert isinstance(choice, QComboBox)
    offered = {choice.itemText(n) for n in range(choice.count())}
    assert offered == {"keiner gewählt", *cups.run("lpstat", "-e").split()} > {"Gut", "Tot"}
    choice.setCurrentIndex(choice.findData("Gut"))
    press(shop, screen, "Speichern")
    assert settings.values(shop.desk)["print.printer"] == "Gut"


def test_a_printer_that_is_gone_stays_visible_as_chosen(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    assert cups.address
    settings.save(shop.desk, {"print.printer": "Verschwunden"})
    screen = shop.at("settings", SettingsScreen)
    screen.open("printer")
    shop.settle()
    choice = screen.fields["print.printer"].control
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "Verschwunden"


@contextmanager
def box() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_every_kind_of_setting_has_its_control() -> None:
    assert {setting.kind for setting in SETTINGS} == set(Kind)


def test_a_colour_is_chosen_from_a_dialog_and_one_too_light_is_refused(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    screen = shop.at("settings", SettingsScreen)
    screen.open("texts")
    shop.settle()
    for colour in ("#990000", "#ffee00"):
        press(shop, screen, "Farbe wählen")
        (dialog,) = screen.findChildren(QColorDialog)
        dialog.setCurrentColor(QColor(colour))
        dialog.accept()
        shop.settle()
        dialog.deleteLater()
        shop.settle()
        assert line_of(screen, "letter.colour").text() == colour
        press(shop, screen, "Speichern")
    assert "schlecht zu lesen" in screen.fields["letter.colour"].refusal.text()
    assert settings.values(shop.desk)["letter.colour"] == "#990000"


def test_a_file_dialog_shows_the_files_its_setting_takes() -> None:
    shown = {setting.key: setting.files for setting in SETTINGS if setting.kind is Kind.FILE}
    assert "*.png" in shown["letter.logo"]
    assert "*.jpg" in shown["letter.signature"]
    assert "*.csv" in shown["shop.places"]
    assert "*.pdf" in shown["policy.harmonised_notice"]
