import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.search.index import Document, SearchIndex
from shopphone.domain.search.query import GOODS
from tests.domain.search.samples import ARTICLES, LISTS, index_of, kept, keys, restored

_KEYS = [each.key for each in ARTICLES]
_WORDS = (
    "Pfanne", "Gusspfanne", "Gusspfannen", "Guss", "Kosten", "Versandkosten", "Versand", "Messer",
    "Brotmesser", "Brot", "Größe", "groesse", "und", "der", "Rücksendung", "wetzen",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join)
_DOCUMENTS = st.builds(
    Document,
    key=st.integers(0, 8),
    language=st.sampled_from(("de", "en")),
    title=_TEXTS,
    body=_TEXTS,
    asked=st.lists(_TEXTS, max_size=2).map(tuple),
)
_STEPS = st.lists(st.lists(_DOCUMENTS, max_size=4) | st.sets(st.integers(0, 8)), max_size=6)


@given(steps=_STEPS, query=_TEXTS)
def test_whatever_was_changed_it_answers_as_if_built_fresh(
    steps: list[list[Document] | set[int]], query: str
) -> None:
    changed = SearchIndex(LISTS)
    told: dict[int, Document] = {}
    for step in steps:
        if isinstance(step, set):
            changed.remove(step)
            told = {key: each for key, each in told.items() if key not in step}
        else:
            changed.put(step)
            told.update({each.key: each for each in step})
    fresh = SearchIndex(LISTS)
    fresh.put(told.values())
    again = restored(changed, told.values())
    expected = fresh.find(query, language="de")
    for index in (changed, again):
        found = index.find(query, language="de")
        assert {hit.key: hit.score for hit in found} == pytest.approx(
            {hit.key: hit.score for hit in expected}, rel=2e-3
        )


def test_a_kept_index_answers_the_same_and_goes_on_learning() -> None:
    index = index_of()
    again = restored(index)
    for query in ("kosten", "Pfannengröße", "rücks", "Messr "):
        assert again.find(query, language="de") == index.find(query, language="de")
    again.put([Document(key=5, language="de", title="Messer", body="", asked=("stumpf",))])
    assert keys(again, "stumpf")[0] == 5
    assert kept(again) != kept(index)


@pytest.mark.parametrize("cut", [0, 5, 20, 60, -1])
def test_half_a_file_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="index"):
        SearchIndex(LISTS).restore(kept(index_of())[:cut], _KEYS)


@given(place=st.integers(0, 2000), bit=st.integers(0, 7))
def test_a_single_wrong_bit_is_refused(place: int, bit: int) -> None:
    content = bytearray(kept(index_of()))
    content[place % len(content)] ^= 1 << bit
    with pytest.raises(ValueError, match="index"):
        SearchIndex(LISTS).restore(bytes(content), _KEYS)


def test_a_kept_index_of_other_articles_is_refused() -> None:
    index = index_of()
    with pytest.raises(ValueError, match="other documents"):
        SearchIndex(LISTS).restore(kept(index), _KEYS[1:])
    other = SearchIndex(LISTS)
    with pytest.raises(ValueError, match="other documents"):
        other.restore(kept(index), [*_KEYS, 99])
    other.put(ARTICLES)
    assert keys(other, "Messer")[0] == 5


def test_an_index_made_with_other_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="weighed otherwise"):
        SearchIndex(LISTS, GOODS).restore(kept(index_of()), _KEYS)


def test_an_opened_index_lets_go_of_the_files_bytes() -> None:
    content = bytearray(kept(index_of()))
    again = SearchIndex(LISTS)
    again.restore(memoryview(content), _KEYS)
    content.clear()  # raises as long as anything looks into them
    assert keys(again, "kosten")
