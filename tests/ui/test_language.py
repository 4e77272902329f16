"""German is complete, English is English: in the files of the translation and on every screen."""

import re
from collections.abc import Callable

import pytest

from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import Shop, line_of
from tests.ui.texts import SOURCE, bare_words, in_code, translations
from tests.ui.walk import Seen, texts_of

OpenShop = Callable[..., Shop]
Walked = Callable[[bool, str], list[Seen]]
_SAME_EVERYWHERE = {"shopphone", "SKU"}
# topics of the demo shop that are also words of the window
_SHOPS_OWN = {"Reklamation", "Versand", "Zahlung"}
_PLACE = re.compile(r"\{[^}]*\}|%n")
_KEY = re.compile(r"\s{3}(F\d+|⇧F\d+|Ctrl\+\S+|\d+)$")


def test_every_text_in_the_code_has_a_german_translation() -> None:
    known = {(each.context, each.source) for each in translations()}
    missing = sorted(in_code() - known)
    assert not missing, "\n".join(f"{context}: {text}" for context, text in missing)


def test_no_translation_is_left_over() -> None:
    code = in_code()
    known = [*translations(), *translations("en")]
    unused = [each for each in known if (each.context, each.source) not in code]
    assert not unused, "\n".join(f"{each.context}: {each.source}" for each in unused)


def test_every_translation_is_finished_and_keeps_the_places_for_names_and_numbers() -> None:
    wrong = [
        f"{each.context}: {each.source} -> {form!r}"
        for each in translations()
        for form in each.forms
        if each.state or not form.strip() or places(form) != places(each.source)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_text_is_translated_twice() -> None:
    seen = [(each.context, each.source) for each in translations()]
    assert len(seen) == len(set(seen)), {each for each in seen if seen.count(each) > 1}


def test_no_text_hides_an_alt_key() -> None:
    """Alt and AltGr letters type characters on German and Polish keyboards."""
    texts = [text for _, text in in_code()]
    texts += [form for each in translations() for form in each.forms]
    assert not [text for text in texts if "&" in text]


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_counts_has_a_form_for_one_and_one_for_many_in_both_languages(language: str) -> None:
    counting = {each.source: each.forms for each in translations(language) if each.counts}
    assert set(counting) == {text for _, text in in_code() if "%n" in text}
    for one, many in counting.values():
        assert one != many


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        (
            "de",
            "Noch nicht gespeichert: 1 Einstellung.",
            "Noch nicht gespeichert: 2 Einstellungen.",
        ),
        ("en", "Not saved yet: 1 setting.", "Not saved yet: 2 settings."),
    ],
)
def test_one_thing_and_two_things_are_said_rightly(
    open_shop: OpenShop, language: str, one: str, two: str
) -> None:
    screen = open_shop(language=language).at("settings", SettingsScreen)
    line_of(screen, "shop.name").setText("Anderer Name")
    assert one in texts_of(screen)
    line_of(screen, "shop.owner").setText("Andere Inhaberin")
    assert two in texts_of(screen)


@pytest.mark.parametrize("demo", [True, False], ids=["demo shop", "empty shop"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_screen_shows_a_text_of_the_other_language(
    walked: Walked, language: str, demo: bool
) -> None:
    foreign = of_the_other_language(language)
    found = {
        f"{seen.where}: {text}"
        for seen in walked(demo, language)
        for text in seen.texts - _SHOPS_OWN
        if foreign.fullmatch(_KEY.sub("", text))
    }
    assert not found, "\n".join(sorted(found))


def of_the_other_language(language: str) -> re.Pattern[str]:
    """Texts that are only right in the other language; places for names match anything."""
    pairs = [(each.source, form) for each in translations() for form in each.forms]
    german, english = {form for _, form in pairs}, {source for source, _ in pairs}
    wrong = english - german if language == "de" else german - english
    worded = [text for text in wrong if re.search(r"[^\W\d]{3}", _PLACE.sub("", text))]
    return re.compile("|".join(map(pattern_of, worded)), re.DOTALL)


def pattern_of(text: str) -> str:
    return ".*".join(re.escape(part) for part in _PLACE.split(text))


def places(text: str) -> list[str]:
    return sorted(_PLACE.findall(text))


def test_no_words_reach_the_screen_without_translation() -> None:
    """Letters that are a name or a sign are the same everywhere; anything else goes through tr."""
    bare = [
        f"{path.name}:{line}: {text}"
        for path in (SOURCE / "ui").rglob("*.py")
        for line, text in bare_words(path)
        if text not in _SAME_EVERYWHERE
    ]
    assert not bare, "\n".join(bare)
