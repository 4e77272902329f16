"""The table of the articles' vectors, and the order that comes of it."""

import numpy as np
import pytest

from shopphone.meaning.model import DIMENSIONS, Floats
from shopphone.meaning.order import BOUGHT, ranked
from shopphone.meaning.vectors import Meanings


def towards(place: int, share: float = 1.0) -> Floats:
    found = np.zeros(DIMENSIONS, np.float32)
    found[place], found[-1] = share, (1 - share**2) ** 0.5
    return found


def content(titled: bool, passages: int, *rows: Floats) -> bytes:
    asked = len(rows) - titled - 1 - passages
    return bytes((titled, passages, asked)) + np.concatenate(rows).astype("<f2").tobytes()


def test_title_whole_and_best_passage_count() -> None:
    meanings = Meanings()
    none, half, all_ = towards(1), towards(0, 0.5), towards(0)
    rows = [
        (5, content(True, 2, half, none, none, all_)),
        (3, content(False, 0, half)),
        (9, content(True, 0, half, half)),
    ]
    assert meanings.put(rows) == []
    near = meanings.closeness(towards(0))
    assert near == pytest.approx({3: 0.5, 5: (0.125 + 0 + 0.5) / 1.75, 9: 0.5}, abs=1e-3)
    meanings.put([], gone=[5])
    assert set(meanings.closeness(towards(0))) == {3, 9}


def test_wordings_raise_their_article_and_bury_no_other() -> None:
    """Articles 1 to 6 say 1 to 6; callers ask for them with 11 to 16."""
    said = [(n, content(False, 0, towards(n, 0.9), *[towards(10 + n)] * 4)) for n in range(1, 7)]
    meanings = Meanings()
    meanings.put(said)
    for n in range(1, 7):
        near = meanings.closeness(towards(10 + n))
        assert max(near, key=lambda key: near[key]) == n
    alone = [(n, content(False, 0, towards(n, 0.9))) for n in range(1, 7)]
    meanings.put([*alone[1:], (1, content(False, 0, towards(1, 0.9), *[towards(11)] * 30))])
    for n in range(2, 7):
        near = meanings.closeness(towards(n))
        assert max(near, key=lambda key: near[key]) == n


def test_damaged_vectors_are_named_and_left_out() -> None:
    meanings = Meanings()
    good = content(False, 0, towards(0))
    assert meanings.put([(1, good), (2, good[:-1]), (3, b""), (4, b"\1\0\0")]) == [2, 3, 4]
    assert set(meanings.closeness(towards(0))) == {1}


def order(covered: dict[int, float], near: dict[int, float], **more: float) -> list[int]:
    languages = {1: "de", 2: "de", 3: "en", 4: "de"}
    boost = {int(key[1:]): value for key, value in more.items()}
    found = ranked(covered, near, languages, language="de", limit=9, boost=boost)
    return [each.key for each in found]


def test_meaning_leads_words_decide_among_equals_other_languages_come_later() -> None:
    assert order({}, {1: 0.80, 2: 0.83, 3: 0.84, 4: 0.7}) == [2, 1, 3]
    assert order({1: 0.6}, {1: 0.80, 2: 0.83, 4: 0.7}) == [1, 2]
    assert order({4: 0.1}, {1: 0.80, 2: 0.83}) == [2, 4, 1]


def test_articles_of_the_callers_goods_come_first_if_a_word_meets() -> None:
    near = {1: 0.80, 2: 0.86, 3: 0.84, 4: 0.80}
    assert order({1: 0.1}, near, _1=BOUGHT)[0] == 1
    assert order({}, near, _1=BOUGHT)[0] == 2
