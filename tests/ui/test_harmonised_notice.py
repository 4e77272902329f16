"""What is missing from letters is said where work begins and where a letter is looked at."""

from collections.abc import Callable
from pathlib import Path

import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.duties import NOTICE
from shopphone.ui.screens.letters import LettersScreen
from shopphone.ui.screens.settings import SettingsScreen
from tests.services.test_harmonised_notice import kept_in, notice
from tests.ui.driving import Shop, texts_in

OpenShop = Callable[..., Shop]
BOARD = "Letters go out without the harmonised notice"
LETTER = "Without the harmonised notice"


def said(shop: Shop, words: str, screen: object = None) -> bool:
    place = screen if isinstance(screen, LettersScreen) else shop.telephone()
    return any(text.startswith(words) for text in texts_in(place))


def test_the_start_page_warns_until_the_notice_is_chosen(
    open_shop: OpenShop, tmp_path: Path
) -> None:
    shop = open_shop(language="en")
    shop.telephone()
    shop.until(lambda: said(shop, BOARD))
    settings.save(shop.desk, {NOTICE: kept_in(tmp_path, notice())})
    shop.until(lambda: not said(shop, BOARD))
    settings.save(shop.desk, {NOTICE: ""})
    shop.until(lambda: said(shop, BOARD))


def test_the_letter_says_what_it_goes_without(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop(language="en")
    order_id = orders.page(shop.desk, "placed")[0].order_id
    screen = shop.at("letters", LettersScreen)
    screen.preview.show_letter(letters.write(shop.desk, "confirmation", order_id))
    assert said(shop, LETTER, screen)
    settings.save(shop.desk, {NOTICE: kept_in(tmp_path, notice())})
    screen.preview.show_letter(letters.write(shop.desk, "confirmation", order_id))
    shop.settle()
    assert not said(shop, LETTER, screen)


def test_a_wrong_file_is_refused_at_its_field(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop(language="en")
    screen = shop.at("settings", SettingsScreen)
    screen.open("policies")
    shop.until(lambda: NOTICE in screen.fields)
    path = kept_in(tmp_path, notice((420, 595)))
    screen.fields[NOTICE].control.setText(path)  # type: ignore[union-attr]  # a line of text
    screen.save()
    shop.until(lambda: screen.fields[NOTICE].refusal.isVisible())
    assert "148 × 210 mm" in screen.fields[NOTICE].refusal.text()
    assert screen.fields[NOTICE].text() == path
