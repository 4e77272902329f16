"""The meaning model itself: near texts are near, in two languages, and nothing odd ends it."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from shopphone.meaning.model import Model
from shopphone.meaning.pieces import Pieces
from tests.support.model import installed_model


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(installed_model())


def nothing() -> None:
    """Nobody is in a hurry."""


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Meine Pfanne ist braun angelaufen", "Rost von Gusseisen entfernen", "Versandkosten"),
        ("Wo bleibt mein Paket?", "Sendung verfolgen", "Teekanne entkalken"),
        ("I want my money back", "Refunds after a return", "Sharpening a knife"),
        ("Wie bekomme ich mein Geld zurück?", "Refunds after a return", "Sharpening a knife"),
    ],
)
def test_what_means_the_same_is_nearer(model: Model, question: str, right: str, wrong: str) -> None:
    near, far = model.texts([right, wrong], nothing) @ model.question(question, nothing)
    assert near > far


def test_texts_together_and_alone_have_the_same_vectors(model: Model) -> None:
    texts = ["Holz ölen", "Eine Kanne mit Essig entkalken. " * 60, "Tee"]
    together = model.texts(texts, nothing)
    alone = np.vstack([model.texts([text], nothing) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-3)


@pytest.mark.parametrize(
    "text", ["", " ", "😀", "שלום", "\ud800", "x" * 50_000, "ﬁ Ⅷ １２", "a\0b"]
)
def test_odd_questions_have_vectors_too(model: Model, text: str) -> None:
    assert np.isfinite(model.question(text, nothing)).all()


def test_a_long_text_can_be_left_in_the_middle(model: Model) -> None:
    asked: list[int] = []

    def enough() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        model.texts(["Ein langer Text. " * 100], enough)
    assert len(asked) == 3


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "some.bin"
    file.write_bytes(b"%PDF-1.7 and so on" * 10)
    with pytest.raises(ValueError, match="not a model"):
        Model(file)


def test_words_are_cut_into_their_likeliest_pieces() -> None:
    numbers = {"▁": 1, "▁tee": 2, "kanne": 3, "▁teekan": 4, "n": 5, "e": 6}
    pieces = Pieces(numbers, [0, -4, -3, -3, -5, -4, -4], {ord("T"): "t"}, 0)
    assert pieces.numbers("Teekanne", 10) == [2, 3]
    assert pieces.numbers("  teekan   tee ", 10) == [4, 2]
    assert pieces.numbers("tee tee tee", 2) == [2, 2]
    assert pieces.numbers("teeß", 10) == [2, 0]


def test_a_file_cut_short_while_it_is_in_use_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "model.bin"
    shutil.copyfile(installed_model(), file)
    model = Model(file)
    before = model.question("Wo bleibt mein Paket?", nothing)
    os.truncate(file, 100)
    np.testing.assert_array_equal(model.question("Wo bleibt mein Paket?", nothing), before)
    with pytest.raises(ValueError, match="ends too early"):
        Model(file)
