"""Templates of letters: a few named places, nothing that could be run, read or loop."""

import time

import pytest

from shopphone.domain.errors import Refused
from shopphone.domain.letter_texts import (
    EVERY,
    LETTERS,
    MOST,
    PLACES,
    OwnText,
    Part,
    check,
    chosen,
    filled,
    parts_of,
)

FACTS = {"customer_name": "Annemarie Löffler", "order_number": "AB-2026-00042", "clerk": ""}
HOSTILE = [
    ("{x.__class__}", "{x.__class__}"),
    ("{customer_name.__class__.__mro__}", "{customer_name.__class__.__mro__}"),
    ("{customer_name!r}", "{customer_name!r}"),
    ("{customer_name:>99999999}", "{customer_name:>99999999}"),
    ("{0}", "{0}"),
    ("{}", "{}"),
    ("{{% import os %}}", "{% import os %}"),
    ("{% for x in range(10**9) %}", "{% for x in range(10**9) %}"),
    ("{{ config }}", "{ config }"),
    ("{/etc/passwd}", "{/etc/passwd}"),
    ("{CUSTOMER_NAME}", "{CUSTOMER_NAME}"),
    ("{ customer_name }", "{ customer_name }"),
    ("{customer\nname}", "{customer\nname}"),
]


@pytest.mark.parametrize(("text", "place"), HOSTILE)
def test_a_place_that_is_not_known_is_refused_by_name_with_those_there_are(
    text: str, place: str
) -> None:
    with pytest.raises(Refused) as refused:
        check(Part.OPENING, f"Guten Tag {text}")
    assert refused.value.rule == "letter_text_place"
    assert refused.value.facts["place"] == place.strip("{}")
    for known in PLACES:
        assert f"{{{known}}}" in str(refused.value.facts["known"])


@pytest.mark.parametrize(("text", "place"), HOSTILE)
def test_what_is_not_known_stays_as_it_is_written(text: str, place: str) -> None:
    assert filled(text, FACTS) == text


@pytest.mark.parametrize("part", list(Part))
def test_a_text_may_be_as_long_as_its_part_and_not_a_character_longer(part: Part) -> None:
    check(part, "x" * MOST[part])
    for length in (MOST[part] + 1, 10_000, 5_000_000):
        with pytest.raises(Refused) as refused:
            check(part, "x" * length)
        assert refused.value.rule == "letter_text_too_long"
        assert refused.value.facts["limit"] == str(MOST[part])


def test_a_fact_that_looks_like_a_place_is_text() -> None:
    assert filled("{customer_name}", {"customer_name": "{clerk}", "clerk": "X"}) == "{clerk}"


def test_thousands_of_braces_take_no_time() -> None:
    begun = time.perf_counter()
    for text in ("{" * 100_000, "{" * 50_000 + "}" * 50_000, "{customer_name" * 9_000):
        filled(text, FACTS)
    assert time.perf_counter() - begun < 1


def test_a_line_without_its_only_fact_is_left_out_and_an_empty_line_stays() -> None:
    assert filled("{clerk}\nKüchenhaus", FACTS) == "Küchenhaus"
    assert filled("Hallo {customer_name},\n\nzu {order_number}", FACTS) == (
        "Hallo Annemarie Löffler,\n\nzu AB-2026-00042"
    )


@pytest.mark.parametrize("text", ["مرحبا {customer_name}", "<b>{customer_name}</b>", "{", "a } b"])
def test_text_is_only_text(text: str) -> None:
    check(Part.OPENING, text)
    assert filled(text, FACTS) == text.replace("{customer_name}", "Annemarie Löffler")


def test_a_letters_own_text_goes_before_the_one_for_every_letter() -> None:
    texts = [
        OwnText(letter=EVERY, part=Part.CLOSING, content="alle"),
        OwnText(letter="offer", part=Part.CLOSING, content="Angebot"),
    ]
    assert chosen(texts, "offer", Part.CLOSING) == "Angebot"
    assert chosen(texts, "defect", Part.CLOSING) == "alle"
    assert chosen(texts, "offer", Part.GREETING) is None


def test_letters_that_begin_with_what_they_are_there_to_say_have_no_opening() -> None:
    with_opening = {letter for letter in LETTERS if Part.OPENING in parts_of(letter)}
    confirmed = {"confirmation", "agreed", "changed", "changed_unsent", "extension"}
    assert with_opening == confirmed | {"offer", "pending"}
