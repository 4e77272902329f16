"""The held article keeps its row whatever is found around it."""

from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.hits import in_place

KEYS = st.lists(st.integers(0, 30), unique=True, max_size=12)


@given(KEYS, st.integers(0, 30), st.integers(0, 12))
def test_the_held_one_keeps_its_row_and_the_others_their_order(
    found: list[int], held: int, row: int
) -> None:
    order = in_place(found, held, row)
    assert sorted(order) == sorted(found)
    assert [each for each in order if each != held] == [each for each in found if each != held]
    if held in found:
        assert order.index(held) == min(row, len(found) - 1)


def test_with_nothing_held_the_best_is_first() -> None:
    assert in_place([3, 1, 2], None, 2) == (3, 1, 2)
    assert in_place([3, 1, 2], 9, 0) == (3, 1, 2)
