"""A list too long to hold: what is chosen and in view stays while rows change and come in above."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from shopphone.ui.kit.table import BLOCK, Column, PagedRows, Table

Row = tuple[int, str]


def rows(first: int, count: int) -> list[Row]:
    """Newest first, as the log gives them: number and a word that may change."""
    return [(number, "old") for number in range(first, first - count, -1)]


def number(row: Row) -> object:
    return row[0]


@pytest.fixture
def model(qapp: object) -> PagedRows[Row]:
    """950 rows, numbered 949 … 0, with blocks 0, 3 and 4 at hand."""
    made = PagedRows[Row]((Column[Row]("Number", lambda row: str(row[0])),))
    made.begin(BLOCK, rows(949, BLOCK))
    made.set_count(950)
    for block in (3, 4):
        made.put(block, rows(949 - block * BLOCK, BLOCK))
    return made


def test_a_row_that_changed_is_taken_in_its_place(model: PagedRows[Row]) -> None:
    changed = rows(949, BLOCK)
    changed[7] = (942, "new")
    assert model.renew(changed, number)
    assert model.row_at(7) == (942, "new")
    assert model.rowCount() == 950


def test_rows_that_came_in_above_move_the_rest_down(model: PagedRows[Row]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.renew(rows(952, BLOCK), number)
    assert model.rowCount() == 953
    assert [model.row_at(n) for n in (0, 3, 99)] == [(952, "old"), (949, "old"), (853, "old")]
    assert model.row_at(4 * BLOCK) == (552, "old")  # of block 4, filled up from block 3
    assert model.row_at(3 * BLOCK) is None  # the rows before it are not at hand


def test_a_block_that_could_not_be_read_is_asked_for_again_once_counted(
    model: PagedRows[Row], qtbot: QtBot
) -> None:
    model.renew(rows(950, BLOCK), number)
    with qtbot.waitSignal(model.wanted):
        model.row_at(3 * BLOCK)
    with qtbot.assertNotEmitted(model.wanted):
        model.row_at(3 * BLOCK)
    model.set_count(951)
    with qtbot.waitSignal(model.wanted):
        model.row_at(3 * BLOCK)


def test_a_list_that_changed_otherwise_begins_anew(model: PagedRows[Row]) -> None:
    without_one = [row for row in rows(949, BLOCK + 1) if row[0] != 940]
    assert not model.renew(without_one, number)
    assert not model.renew(rows(2000, BLOCK), number)
    assert not model.renew([], number)


def test_a_short_list_is_compared_to_its_end(qapp: object) -> None:
    model = PagedRows[Row]((Column[Row]("Number", lambda row: str(row[0])),))
    model.begin(3, rows(3, 3))
    assert not model.renew(rows(3, 2), number)
    assert model.renew(rows(4, 4), number)
    assert model.rowCount() == 4


def test_what_is_chosen_and_in_view_stays_when_a_row_comes_in(
    model: PagedRows[Row], qtbot: QtBot
) -> None:
    table = Table(model, "Calls")
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    table.selectRow(3)
    model.renew(rows(950, BLOCK), number)
    assert table.current_row() == 4
    assert table.verticalScrollBar().value() == 0
    table.verticalScrollBar().setValue(100 * 30)
    in_view = model.row_at(table.rowAt(5))
    model.renew(rows(952, BLOCK), number)
    assert model.row_at(table.rowAt(5)) == in_view
