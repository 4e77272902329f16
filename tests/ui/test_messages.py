"""Whatever is refused or missing anywhere in the program has its sentence, in both languages."""

import ast
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.settings import BY_KEY
from shopphone.ui.kit import messages
from shopphone.ui.kit.i18n import Words
from tests.ui.texts import SOURCE, translations

FACTS = dict.fromkeys(("line", "limit", "most", "columns", "names", "numbers"), "3")


def test_every_refusal_in_the_code_has_its_sentence() -> None:
    rules = set(codes("Refused"))
    assert rules - messages._RULES.keys() == set()
    assert len(rules) > 20


def test_everything_that_can_be_missing_has_its_sentence() -> None:
    things = set(codes("Unavailable"))
    assert things - messages._THINGS.keys() == set()
    assert len(things) > 5


def test_no_sentence_is_kept_for_what_nobody_refuses() -> None:
    assert messages._RULES.keys() - set(codes("Refused")) == set()
    assert messages._THINGS.keys() - set(codes("Unavailable")) == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_ends_and_says_what_to_do(qapp: QApplication, language: str) -> None:
    words = Words(language)
    words.install(qapp)
    errors: list[Exception] = [
        Refused(rule, missing=("P1", "shop.name"), **FACTS) for rule in messages._RULES
    ]
    errors += [Unavailable(what, "Toner leer.") for what in messages._THINGS]
    sentences = [messages.words_for(error) for error in errors]
    words.uninstall(qapp)
    for error, sentence in zip(errors, sentences, strict=True):
        assert sentence.endswith((".", "!", "?")), sentence
        for pattern in ("{nnnnn}", "{town}", "{number}"):  # so a pattern is written
            sentence = sentence.replace(pattern, "")
        assert "{" not in sentence, sentence
        assert len(sentence.split()) >= 3, (error, sentence)
    if language == "de":
        english = {each.source for each in translations() if each.context == "Messages"}
        assert not english & set(sentences)


def test_what_is_missing_is_named_in_words_not_in_codes() -> None:
    text = messages.words_for(Refused("duties_missing", missing=("shop.email", "shop.phone")))
    assert "E-mail, Phone" in text
    assert "shop." not in text
    text = messages.words_for(Refused("not_read_back", missing=("P1", "P4")))
    assert "goods, withdrawal" in text


def test_a_detail_that_looks_like_a_place_stays_as_it_is() -> None:
    text = messages.words_for(Unavailable("printer", "{detail} %s {missing} <b>&amp;"))
    assert "{detail} %s {missing} <b>&amp;" in text


def test_an_answer_kept_with_a_letter_is_said_in_words() -> None:
    assert messages.reason_words("printer_none") == messages.words_for(Unavailable("printer_none"))
    assert messages.reason_words("Toner leer") == "Toner leer"
    assert "shop.name" in BY_KEY


def codes(kind: str) -> Iterator[str]:
    """The first argument of every Refused(…) or Unavailable(…) in the program."""
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from chosen_codes(tree, kind)  # a function of the rules may be called elsewhere
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == kind:
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    yield str(code.value)
                else:
                    assert "_refusal" in ast.unparse(tree) or any(chosen_codes(tree, kind)), (
                        f"{path.name}:{node.lineno}"
                    )


def chosen_codes(tree: ast.Module, kind: str) -> Iterator[str]:
    """Where a code is chosen first: by functions named …_refusal, or in a table of troubles."""
    for node in ast.walk(tree):
        places: list[ast.AST] = []
        if kind == "Refused" and isinstance(node, ast.FunctionDef) and "_refusal" in node.name:
            places = [each for each in ast.walk(node) if isinstance(each, ast.Return)]
        elif kind == "Unavailable" and isinstance(node, ast.Assign):
            is_table = getattr(node.targets[0], "id", "") == "_TROUBLES"
            places = [node.value] if is_table else []
        for each in (inner for place in places for inner in ast.walk(place)):
            if isinstance(each, ast.Constant) and "_" in str(each.value):
                yield str(each.value)
