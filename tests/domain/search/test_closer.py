import numpy as np
import pytest

from shopphone.domain.search.closer import Meant, together
from shopphone.domain.search.entries import Document
from shopphone.domain.search.guesses import related
from shopphone.domain.search.library import Library
from shopphone.domain.search.segment import Segment, Weighing


def segment_of(*documents: Document) -> Segment:
    library = Library("de", Weighing())
    for each in documents:
        library.put(each)
    return library.segment()


def document(key: int, title: str, body: str = "", asked: tuple[str, ...] = ()) -> Document:
    return Document(key=key, language="de", title=title, body=body, asked=asked)


def looked_at(question: str, *documents: Document) -> tuple[list[float], list[float]]:
    segment = segment_of(*documents)
    words = question.split()
    meant = Meant(
        word_of={segment.vocabulary.stem_ids[word]: n for n, word in enumerate(words)},
        worth=np.ones(len(words), np.float32),
        light={},
    )
    nearness, likeness = together(segment, list(range(segment.size)), meant)
    return nearness.tolist(), likeness.tolist()


def test_words_beside_each_other_are_nearer_than_words_apart() -> None:
    (beside, between, far, lines), _ = looked_at(
        "topf rot",
        document(1, "", "der topf rot und das brett"),
        document(2, "", "der topf und das rot"),
        document(3, "", "topf und das brett und der rot"),
        document(4, "topf", "rot", ("brett",)),
    )
    assert beside > between > far == lines == 0


def test_a_title_that_asks_the_same_is_more_alike_than_one_that_asks_more() -> None:
    _, (same, more, other, none) = looked_at(
        "topf rot",
        document(1, "rot topf"),
        document(2, "topf rot brett messer"),
        document(3, "brett"),
        document(4, "", "topf rot"),
    )
    assert same > more > other == none == 0


def test_the_wording_most_alike_counts_and_the_others_do_not() -> None:
    _, (one, many) = looked_at(
        "topf rot",
        document(1, "brett", asked=("topf rot",)),
        document(2, "brett", asked=("topf brett", "rot messer", "topf rot", "rot")),
    )
    assert one == pytest.approx(many, rel=0.1)


def test_stems_that_begin_alike_are_related_and_others_are_not() -> None:
    words = ("gefaehrlich", "gefaehrdet", "gefallen", "gefaehrt", "fahrt")
    segment = segment_of(document(1, " ".join(words)))
    stems = segment.vocabulary.stems
    found = {stems[number] for number, _ in related(segment, "gefahr")}
    assert {"gefahrd", "gefahrt"} <= found
    assert not {"fahrt", "gefahr"} & found
