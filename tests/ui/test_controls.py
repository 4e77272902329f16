"""Every control of every screen: it speaks, in one language, the keyboard reaches it, it works and fits."""

import re
from collections.abc import Callable

import pytest

from tests.ui.texts import of_the_other_language
from tests.ui.walk import Seen

# topics of the demo shop that are also words of the window
_SHOPS_OWN = {"Reklamation", "Versand", "Zahlung", "Bestellung", "Shipping"}
_KEY = re.compile(r"\s{3}(F\d+|⇧F\d+|(Ctrl|Strg)\+\S+|\d+)$")
Walked = Callable[[bool, str], list[Seen]]

pytestmark = [
    pytest.mark.parametrize("demo", [True, False], ids=["demo shop", "empty shop"]),
    pytest.mark.parametrize("language", ["de", "en"]),
]


def found(seen: list[Seen], kind: str) -> set[str]:
    return {f"{each.where}: {control}" for each in seen for control in getattr(each, kind)}


def test_every_control_has_a_name_that_a_screen_reader_speaks(
    walked: Walked, demo: bool, language: str
) -> None:
    seen = walked(demo, language)
    assert sum(each.count for each in seen) > 300
    assert not found(seen, "silent")


def test_every_control_is_reached_with_the_tab_key(
    walked: Walked, demo: bool, language: str
) -> None:
    assert not found(walked(demo, language), "unreached")


def test_every_button_is_connected(walked: Walked, demo: bool, language: str) -> None:
    assert not found(walked(demo, language), "dead")


def test_no_button_has_a_key_besides_the_table(walked: Walked, demo: bool, language: str) -> None:
    """Above all none with Alt, which types characters on German and Polish keyboards."""
    assert not found(walked(demo, language), "keyed")


def test_the_window_fits_1280_by_720_on_every_screen(
    walked: Walked, demo: bool, language: str
) -> None:
    seen = walked(demo, language)
    assert not {e.where: e.least for e in seen if e.least[0] > 1280 or e.least[1] > 720}


def test_no_screen_shows_a_text_of_the_other_language(
    walked: Walked, demo: bool, language: str
) -> None:
    foreign = of_the_other_language(language)
    shown = {
        f"{seen.where}: {text}"
        for seen in walked(demo, language)
        for text in seen.texts - _SHOPS_OWN
        if foreign.fullmatch(_KEY.sub("", text))
    }
    assert not shown, "\n".join(sorted(shown))
