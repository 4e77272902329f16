"""The measurement of letters measures letters: both sides write the same pages, none twice."""

from shopphone.letters import confirmation
from tests.bench import letter_contents, letter_speed, letter_yardstick
from tests.letters import reading


def test_both_sides_say_the_same_on_the_same_pages() -> None:
    for content in letter_contents.letters(3):
        ours, theirs = confirmation.write(content), letter_yardstick.write(content)
        assert len(reading.pages(ours)) == len(reading.pages(theirs))
        assert sorted(_words(ours)) == sorted(_words(theirs))


def _words(pdf: bytes) -> list[str]:
    return reading.flat(pdf).split()


def test_no_letter_comes_twice() -> None:
    contents = letter_contents.letters(200)
    assert len({content.number for content in contents}) == 200
    assert len({(each.recipient, each.lines, each.totals.total) for each in contents}) == 200


def test_a_figure_names_itself_and_its_bound() -> None:
    row = letter_speed.warm(rounds=1).row()
    assert row["name"] == "letter, warm"
    assert row["bound"] == 0.5
    assert 0 < row["ours"] < row["yardstick"]
    assert abs(row["ratio"] - row["ours"] / row["yardstick"]) < 0.01
