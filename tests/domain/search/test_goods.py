import pytest

from shopphone.domain.search.goods import Good, GoodsIndex
from tests.domain.search.samples import LISTS

GOODS = (
    Good(key=1, sku="GP-28", codes=("4006381333931",), name="Gusspfanne", option="28 cm"),
    Good(key=2, sku="GP-24", codes=("4006381333948", "alt/77"), name="Gusspfanne", option="24 cm"),
    Good(key=3, sku="KM-20", name="Kochmesser Olivenholz", option="20 cm", category="Messer"),
    Good(key=4, sku="TK-10", name="Teekanne aus Glas", option="1,0 l", category="Tee"),
    Good(key=5, sku="SB-1", name="Schneidebrett Eiche", category="Holz"),
    Good(key=6, sku="DK-28", name="Deckel zur Gusspfanne", option="28 cm"),
)


@pytest.fixture(name="index")
def _index() -> GoodsIndex:
    index = GoodsIndex(LISTS)
    index.put(GOODS)
    return index


def keys(index: GoodsIndex, query: str) -> list[int]:
    return [hit.key for hit in index.find(query)]


@pytest.mark.parametrize(
    "query", ["GP-24", "gp24", "gp 24", "4006381333948", "400638 1333948", "ALT/77", "Pfanne gp-24"]
)
def test_a_number_finds_its_good_first(index: GoodsIndex, query: str) -> None:
    assert keys(index, query)[0] == 2


def test_the_beginning_of_a_number_finds_all_that_begin_so(index: GoodsIndex) -> None:
    assert set(keys(index, "40063813339")[:2]) == {1, 2}


@pytest.mark.parametrize(
    ("query", "key"),
    [("pfanne 28", 1), ("gusspf", 1), ("gussfanne", 1), ("messer", 3), ("kochm", 3), ("kanne", 4),
     ("brett eich", 5), ("schneidbrett", 5), ("deckel", 6), ("olivenhloz", 3)],
)  # fmt: skip
def test_names_are_found_by_parts_beginnings_and_mistyped(
    index: GoodsIndex, query: str, key: int
) -> None:
    assert keys(index, query)[0] == key


def test_a_removed_good_is_gone_and_a_changed_one_has_its_new_number(index: GoodsIndex) -> None:
    index.remove([2])
    index.put([Good(key=1, sku="GP-29", name="Gusspfanne", option="29 cm")])
    assert 2 not in keys(index, "GP-24")
    assert keys(index, "gp29")[0] == 1
    assert len(index) == 5


def test_kept_goods_are_found_again(index: GoodsIndex) -> None:
    again = GoodsIndex.from_bytes(index.to_bytes(), GOODS, LISTS)
    assert again.find("gusspfanne 28") == index.find("gusspfanne 28")
    assert keys(again, "alt77")[0] == 2
    with pytest.raises(ValueError, match="index"):
        GoodsIndex.from_bytes(b"", GOODS, LISTS)


@pytest.mark.parametrize("query", ["", "  ", "-", "\0", "🍳", "9" * 10_000])
def test_nothing_to_look_for_finds_nothing(index: GoodsIndex, query: str) -> None:
    assert keys(index, query) == []
