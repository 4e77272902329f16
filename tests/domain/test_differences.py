"""Word by word differences: whole, readable, and never slow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain.differences import Piece, pieces
from shopphone.domain.shares import wilson


def shown(older: str, newer: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in pieces(older, newer)]


def without(kind: str, found: tuple[Piece, ...]) -> str:
    return "".join(each.text for each in found if each.kind != kind)


def test_a_changed_word_is_all_that_is_marked() -> None:
    assert shown("Eine Stunde bei 200 Grad.", "Eine Stunde bei 180 Grad.") == [
        ("same", "Eine Stunde bei "),
        ("out", "200 "),
        ("in", "180 "),
        ("same", "Grad."),
    ]


def test_an_unchanged_line_between_changed_ones_stays() -> None:
    assert shown("1. a\n2. b\n3. c", "1. x\n2. b\n3. c\n4. d") == [
        ("same", "1. "),
        ("out", "a\n"),
        ("in", "x\n"),
        ("same", "2. b\n3. "),
        ("out", "c"),
        ("in", "c\n4. d"),
    ]


@given(st.text(alphabet="ab \nÄ😀", max_size=60), st.text(alphabet="ab \nÄ😀", max_size=60))
def test_both_texts_can_be_read_from_the_difference(older: str, newer: str) -> None:
    found = pieces(older, newer)
    assert without("in", found) == older
    assert without("out", found) == newer


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("a " * 20_000, "b " + "a " * 19_999),
        ("a\n" * 20_000, "b\n" + "a\n" * 19_000),
        ("[" * 40_000, "[" * 39_999 + "]"),
        ("x y\n" * 10_000, "y x\n" * 10_000),
    ],
)
def test_the_largest_texts_are_compared_at_once(older: str, newer: str) -> None:
    begun = time.thread_time()
    found = pieces(older, newer)
    assert time.thread_time() - begun < 1
    assert without("in", found) == older
    assert without("out", found) == newer


def test_an_interval_is_wide_where_there_are_few_cases() -> None:
    # Wilson score, checked against R's prop.test(…, correct = FALSE)
    assert wilson(1, 1) == pytest.approx((0.2065, 1.0), abs=1e-3)
    assert wilson(30, 70) == pytest.approx((0.3194, 0.5457), abs=1e-3)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-3)
    assert wilson(0, 0) == (0.0, 1.0)
