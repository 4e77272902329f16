import pytest

from shopphone.options import parse


@pytest.mark.parametrize(
    "words",
    [
        ["--lang", "en", "--theme", "dark", "tour", "--out", "pictures"],
        ["tour", "--out", "pictures", "--lang", "en", "--theme", "dark"],
    ],
)
def test_a_tour_is_in_the_language_asked_for_wherever_it_was_said(words: list[str]) -> None:
    options = parse(words)
    assert (options.lang, options.theme) == ("en", "dark")
