"""German is complete, English is English: in the files of the translation and on every screen."""

from collections.abc import Callable

import pytest

from shopphone.ui.screens.settings import SettingsScreen
from tests.ui.driving import Shop, line_of
from tests.ui.texts import PLACE, SOURCE, bare_words, in_code, translations
from tests.ui.walk import texts_of

OpenShop = Callable[..., Shop]
_SAME_EVERYWHERE = {"shopphone", "SKU"}


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


def places(text: str) -> list[str]:
    return sorted(PLACE.findall(text))


def test_no_words_reach_the_screen_without_translation() -> None:
    """Letters that are a name or a sign are the same everywhere; anything else goes through tr."""
    bare = [
        f"{path.name}:{line}: {text}"
        for path in (SOURCE / "ui").rglob("*.py")
        for line, text in bare_words(path)
        if text not in _SAME_EVERYWHERE
    ]
    assert not bare, "\n".join(bare)
