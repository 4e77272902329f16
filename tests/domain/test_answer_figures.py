"""Few cases promise little: the intervals, and which articles are said to hurt."""

import pytest

from shopphone.domain.answer_figures import Counts, Satisfaction


@pytest.mark.parametrize(
    ("helped", "not_helped", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (1, 0, 0.2065, 1.0),
        (0, 1, 0.0, 0.7935),
        (
            9,
            1,
            0.5958,
            0.9821,
        ),
        (90, 10, 0.8256, 0.9448),
    ],
)
def test_the_share_helped_has_wilsons_interval(
    helped: int, not_helped: int, low: float, high: float
) -> None:
    counts = Counts(helped=helped, not_helped=not_helped)
    assert counts.interval == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize(
    ("helped", "not_helped", "hurts"),
    [(0, 1, False), (0, 2, True), (1, 3, True), (5, 5, False), (50, 50, True), (95, 5, False)],
)
def test_an_article_hurts_when_even_a_kind_reading_says_so(
    helped: int, not_helped: int, hurts: bool
) -> None:
    assert Counts(helped=helped, not_helped=not_helped).hurts is hurts


def test_the_mean_mark_of_few_callers_is_not_certain_even_if_they_agree() -> None:
    two = Satisfaction(marks=(0, 0, 0, 0, 2))
    assert two.mean == 5.0
    low, high = two.interval
    assert low < 3
    assert high == 5.0
    many = Satisfaction(marks=(0, 0, 0, 0, 400))
    assert many.interval[0] > 4.9
    assert Satisfaction(not_asked=7).mean is None
    assert Satisfaction(not_asked=7).interval == (1.0, 5.0)


def test_the_mean_lies_in_its_interval() -> None:
    mixed = Satisfaction(marks=(1, 0, 2, 5, 9), not_asked=3)
    low, high = mixed.interval
    assert mixed.mean == pytest.approx((1 + 6 + 20 + 45) / 17)
    assert mixed.mean is not None
    assert 1 <= low < mixed.mean < high <= 5
