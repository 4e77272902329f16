"""Text modules: found by abbreviation, filled once, hostile places do nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.errors import Refused
from shopphone.domain.text_modules import (
    MOST_CONTENT,
    PLACES,
    ModuleDraft,
    TextModule,
    check,
    filled,
    matching,
    questions,
    typed_at_end,
)


def module(abbreviation: str, language: str = "de", name: str = "", **more: bool) -> TextModule:
    return TextModule(
        module_id=1,
        abbreviation=abbreviation,
        language=language,
        name=name,
        content="x",
        note="",
        active=more.get("active", True),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("::", (0, "")),
        ("Notiz ::ro", (6, "ro")),
        ("(::ro", (1, "ro")),
        ("::grüße-kurz", (0, "grüße-kurz")),
        ("std::ro", None),
        (":::ro", None),
        ("::ro ", None),
        (":ro", None),
        ("", None),
        ("x" * 500 + " ::ro", (501, "ro")),
        ("::" + "x" * 31, None),
    ],
)
def test_two_colons_and_letters_call_a_module(text: str, found: tuple[int, str] | None) -> None:
    assert typed_at_end(text) == found


def test_facts_and_answers_are_put_in() -> None:
    content = "{customer.name}, {order.number}: {{ask:Was?}} und {{ask:Was?}} am {today}"
    assert questions(content) == ("Was?",)
    done = filled(
        content, {"customer.name": "Eva", "order.number": "AB-1", "today": "1.1."}, {"Was?": "Topf"}
    )
    assert done.text == "Eva, AB-1: Topf und Topf am 1.1."
    assert done.unknown == ()


def test_what_is_not_known_stays_visible_and_is_named_once() -> None:
    done = filled("{order.number} {nothing.such} {order.number} {today}", {"today": "heute"}, {})
    assert done.text == "{order.number} {nothing.such} {order.number} heute"
    assert done.unknown == ("order.number", "nothing.such")


@pytest.mark.parametrize(
    "hostile",
    [
        "{customer.__class__}",
        "{0.__init__.__globals__}",
        "{customer.name!r}",
        "{customer.name:>1000000000}",
        "%(customer.name)s",
        "${customer.name}",
        "{{customer.name}",
        "{{ask:",
        "{{ask:{customer.name}}}",
        "{{ask:\n}}",
        "{" * 10_000,
    ],
)
def test_hostile_places_do_nothing(hostile: str) -> None:
    done = filled(hostile, {"customer.name": "Eva"}, {})
    assert done.text in (hostile, hostile.replace("{customer.name}", "Eva"))


def test_a_fact_that_looks_like_a_place_is_text() -> None:
    facts = {"customer.name": "{order.total} {{ask:Passwort}}", "order.total": "12 €"}
    done = filled("{customer.name} {{ask:Was}}", facts, {"Was": "{order.total}"})
    assert done.text == "{order.total} {{ask:Passwort}} {order.total}"


@given(st.text(alphabet="{}ask: .customername\n", max_size=60), st.text(max_size=10))
def test_nothing_but_places_is_ever_changed(content: str, fact: str) -> None:
    done = filled(content, {}, {})
    assert done.text == content


def test_the_language_of_the_customer_comes_first_then_what_fits_best() -> None:
    known = [
        module("rost", "en"),
        module("trost"),
        module("rost"),
        module("guss", name="Über den Rost"),
        module("rosa", active=False),
        module("tee"),
    ]
    found = [(each.abbreviation, each.language) for each in matching(known, "ROS", "de")]
    assert found == [("rost", "de"), ("guss", "de"), ("trost", "de"), ("rost", "en")]
    assert matching(known, "ros", "en")[0].language == "en"
    assert matching(known, "zzz", "de") == ()
    assert [each.abbreviation for each in matching(known, "t", "de")] == ["tee", "trost"]
    assert len(matching([module(f"m{n}") for n in range(50)], "", "de")) == 8


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        (ModuleDraft(abbreviation="zwei Wörter", content="x"), "module_abbreviation"),
        (ModuleDraft(abbreviation="", content="x"), "module_abbreviation"),
        (ModuleDraft(abbreviation="a" * 31, content="x"), "module_abbreviation"),
        (ModuleDraft(abbreviation="leer", content=" \n"), "module_empty"),
        (ModuleDraft(abbreviation="lang", content="x" * (MOST_CONTENT + 1)), "module_too_long"),
        (ModuleDraft(abbreviation="fr", content="x", language="fr"), "choice_unknown"),
    ],
)
def test_a_module_that_cannot_be_called_or_read_is_refused(draft: ModuleDraft, rule: str) -> None:
    with pytest.raises(Refused, match=rule):
        check(draft)
    check(ModuleDraft(abbreviation="größe-2", content="x"))


def test_every_place_can_be_written_in_a_module() -> None:
    content = " ".join(f"{{{place}}}" for place in PLACES)
    assert filled(content, {}, {}).unknown == PLACES
