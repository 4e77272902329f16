"""The screen of the letters' texts: typed by keyboard, seen at once, undone, kept, never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

import shopphone.services.letter_texts as letter_texts
from shopphone.domain.letter_texts import EVERY, LETTERS, PLACES, Part, parts_of
from shopphone.ui.panels.letter_texts.panel import LetterTexts
from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def opened(shop: Shop, letter: str = "confirmation", language: str = "de") -> LetterTexts:
    screen = shop.at("settings", SettingsScreen)
    screen.open("letters")
    shop.settle()
    (panel,) = screen.findChildren(LetterTexts)
    panel.letter.setCurrentIndex(panel.letter.findData(letter))
    panel.language.setCurrentIndex(panel.language.findData(language))
    shop.settle()
    return panel


def menu_of(panel: LetterTexts) -> QMenu:
    return next(each for each in panel.findChildren(QMenu) if each.isVisible())


def saved(shop: Shop, letter: str, part: Part, language: str = "de") -> str:
    texts = letter_texts.of_letter(shop.desk, letter, language)
    return next(each.text for each in texts if each.part is part)


@pytest.mark.parametrize("letter", [EVERY, *LETTERS])
def test_every_letter_shows_its_paragraphs_and_itself(open_shop: OpenShop, letter: str) -> None:
    shop = open_shop()
    for language in ("de", "en"):
        panel = opened(shop, letter, language)
        assert tuple(panel.fields) == parts_of(letter)
        assert panel.pages.page_count > 0
        for part, field in panel.fields.items():
            assert field.text == saved(shop, letter, part, language)


def test_a_text_is_typed_with_a_place_by_keyboard_and_saved(open_shop: OpenShop) -> None:
    shop = open_shop()
    panel = opened(shop, "offer")
    area = panel.fields[Part.OPENING].area
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(area, "fuer ")
    QTest.keyClick(area, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    menu = menu_of(panel)
    assert len(menu.actions()) == len(PLACES)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    shop.settle()
    assert panel.fields[Part.OPENING].text == f"fuer {{{PLACES[1]}}}"
    assert "noch nicht gespeichert" in texts_in(panel)
    press(shop, panel, "Speichern")
    assert saved(shop, "offer", Part.OPENING) == "fuer {customer_name}"
    assert "eigener Text" in texts_in(panel)
    assert "noch nicht gespeichert" not in texts_in(panel)


def test_an_unknown_place_is_named_with_those_there_are_and_nothing_is_saved(
    open_shop: OpenShop,
) -> None:
    shop = open_shop()
    panel = opened(shop)
    before = saved(shop, "confirmation", Part.CLOSING)
    field = panel.fields[Part.CLOSING]
    field.area.setPlainText("Gruß {x.__class__}")
    shop.settle()
    assert "„x.__class__“" in field.refusal.text()
    for place in PLACES:
        assert f"{{{place}}}" in field.refusal.text()
    press(shop, panel, "Speichern")
    assert field.refusal.isVisible()
    assert field.text == "Gruß {x.__class__}"
    assert shop.window.focusWidget() is field.area
    assert saved(shop, "confirmation", Part.CLOSING) == before


def test_ours_comes_back_and_is_undone(open_shop: OpenShop) -> None:
    shop = open_shop()
    ours = saved(shop, "confirmation", Part.OPENING)
    letter_texts.save(shop.desk, "confirmation", "de", {"opening": "Eigenes."})
    panel = opened(shop)
    field = panel.fields[Part.OPENING]
    field.area.setFocus()
    press(shop, panel, "Unser Text")
    assert field.text == ours
    press(shop, panel, "Rückgängig")
    assert field.text == "Eigenes."
    press(shop, panel, "Unser Text")
    press(shop, panel, "Speichern")
    assert letter_texts.own(shop.desk, "de") == ()
    press(shop, panel, "Frühere Texte")
    menu_of(panel).actions()[1].trigger()
    shop.settle()
    assert field.text == "Eigenes."


def test_what_is_typed_survives_another_letter_and_a_new_start(open_shop: OpenShop) -> None:
    shop = open_shop()
    panel = opened(shop)
    panel.fields[Part.ENDING].area.setPlainText("Halb getippt")
    panel.letter.setCurrentIndex(panel.letter.findData("offer"))
    shop.settle()
    assert panel.fields[Part.ENDING].text == ""
    shop.program.close()
    again = opened(open_shop())
    assert again.fields[Part.ENDING].text == "Halb getippt"


def test_what_is_typed_stays_when_another_desk_saves(open_shop: OpenShop) -> None:
    shop = open_shop()
    panel = opened(shop)
    panel.fields[Part.ENDING].area.setPlainText("Meins")
    letter_texts.save(shop.desk, "confirmation", "de", {"ending": "Ihrs", "closing": "Gruß"})
    shop.settle()
    assert panel.fields[Part.ENDING].text == "Meins"
    assert panel.fields[Part.CLOSING].text == "Gruß"
    assert panel.fields[Part.ENDING].saved.versions[0].content == "Ihrs"


def test_the_preview_follows_the_paragraph_and_stays_there(open_shop: OpenShop) -> None:
    shop = open_shop()
    panel = opened(shop)
    assert panel.pages.place == 0
    panel.fields[Part.CLOSING].area.setFocus()
    shop.settle()
    below = panel.pages.place
    assert below > 0
    panel.fields[Part.GREETING].area.setFocus()
    shop.settle()
    assert panel.pages.place == 0


def test_a_far_too_long_text_is_refused_while_it_is_typed(open_shop: OpenShop) -> None:
    shop = open_shop()
    panel = opened(shop)
    field = panel.fields[Part.ENDING]
    field.area.setPlainText("x" * 10_000)
    shop.settle()
    assert "höchstens 2000 Zeichen" in field.refusal.text()
    press(shop, panel, "Speichern")
    assert len(field.text) == 10_000
    assert saved(shop, "confirmation", Part.ENDING) == ""


def test_a_shop_that_says_not_who_it_is_reads_why_there_is_no_picture(
    open_shop: OpenShop,
) -> None:
    panel = opened(open_shop(demo=False))
    assert any("Pflichtangaben" in text or "Öffnen Sie" in text for text in texts_in(panel))
