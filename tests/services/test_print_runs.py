"""Letters printed together: nothing leaves before somebody said that it came out in order."""

from datetime import date

import pytest

import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.print_runs as print_runs
import shopphone.services.settings as settings
from shopphone.domain.paper import Paper, Sheets
from shopphone.domain.print_runs import Wanted, page_ranges
from shopphone.services.desk import Desk
from tests.services.test_letters import change
from tests.services.test_orders import SHOP, draft_with

PAPER = Paper(printer="Gut", sheets=Sheets())


@pytest.fixture
def waiting(desk: Desk) -> list[int]:
    """Three letters in the queue."""
    settings.save(desk, SHOP)
    for price in ("54.90", "12.50", "7.00"):
        order_id = orders.place(desk, draft_with(desk, ("Pfanne", price)), {}).order_id
        letters.write(desk, "confirmation", order_id)
    return [row.letter_id for row in letters.queue(desk)]


def states(desk: Desk, letter_ids: list[int]) -> list[str]:
    return [letters.read(desk, each).row.state for each in letter_ids]


def test_what_is_at_the_printer_is_neither_printed_nor_offered_again(
    desk: Desk, waiting: list[int]
) -> None:
    run_id, chosen = print_runs.begin(desk, waiting[:2], PAPER)
    print_runs.handed(desk, run_id, "Gut-7")
    assert [each.row.letter_id for each in chosen] == waiting[:2]
    assert [row.letter_id for row in letters.queue(desk)] == waiting[2:]
    assert states(desk, waiting) == ["queued"] * 3
    (run,) = print_runs.waiting(desk)
    assert (run.run_id, run.job, run.error) == (run_id, "Gut-7", "")
    pages = [each.row.pages for each in chosen]
    assert [(each.first_page, each.last_page) for each in run.letters] == [
        (1, pages[0]),
        (pages[0] + 1, sum(pages)),
    ]
    assert print_runs.begin(desk, waiting[:2], PAPER) == (0, ())


def test_only_what_came_out_in_order_has_left(desk: Desk, waiting: list[int]) -> None:
    run_id, _ = print_runs.begin(desk, waiting, PAPER)
    print_runs.handed(desk, run_id, "Gut-7")
    assert print_runs.answer(desk, run_id, [waiting[0], waiting[2]]) == 2
    assert states(desk, waiting) == ["printed", "queued", "printed"]
    assert [row.letter_id for row in letters.queue(desk)] == [waiting[1]]
    assert print_runs.waiting(desk) == ()
    first = letters.read(desk, waiting[0]).row
    assert first.order_id is not None
    assert orders.detail(desk, first.order_id).state == "confirmed"
    assert print_runs.answer(desk, run_id, waiting) == 0  # another desk was quicker
    assert states(desk, waiting) == ["printed", "queued", "printed"]


def test_what_the_printer_did_not_take_waits_with_the_reason(
    desk: Desk, waiting: list[int]
) -> None:
    run_id, _ = print_runs.begin(desk, waiting, PAPER)
    print_runs.not_taken(desk, run_id, "printer_rejects")
    assert print_runs.waiting(desk) == ()
    assert [row.error for row in letters.queue(desk)] == ["printer_rejects"] * 3


def test_what_broke_off_is_asked_about_with_the_reason(desk: Desk, waiting: list[int]) -> None:
    run_id, _ = print_runs.begin(desk, waiting, PAPER)
    print_runs.broke_off(desk, run_id, "printer_paper")
    (run,) = print_runs.waiting(desk)
    assert (run.job, run.error) == ("", "printer_paper")
    assert print_runs.answer(desk, run_id, []) == 0
    assert [row.letter_id for row in letters.queue(desk)] == waiting


def test_a_letter_whose_order_changed_does_not_go_along(desk: Desk, waiting: list[int]) -> None:
    order_id = letters.read(desk, waiting[1]).row.order_id
    assert order_id is not None
    change(desk, order_id)
    _, chosen = print_runs.begin(desk, waiting, PAPER)
    assert [each.row.letter_id for each in chosen] == [waiting[0], waiting[2]]


def test_on_both_sides_each_letter_begins_at_an_odd_page() -> None:
    both = Paper(printer="Gut", sheets=Sheets(sides="both"))
    assert page_ranges([(n, both) for n in (3, 1, 2)]) == ((1, 3), (5, 5), (7, 8))
    assert page_ranges([(n, PAPER) for n in (3, 1, 2)]) == ((1, 3), (4, 4), (5, 6))
    envelope = both.of_size((220, 110))
    assert page_ranges([(3, both), (1, envelope), (1, both)]) == ((1, 3), (5, 5), (6, 6))


def test_the_queue_is_narrowed_by_day_clerk_and_channel(desk: Desk, waiting: list[int]) -> None:
    run_id, _ = print_runs.begin(desk, waiting[:1], PAPER)
    print_runs.not_taken(desk, run_id, "printer_silent")
    rows = letters.queue(desk)
    day = desk.day_of(rows[0].created_at)
    clerk = rows[0].clerk
    assert clerk

    def left(wanted: Wanted) -> list[int]:
        return [row.letter_id for row in rows if wanted.has(row, desk.day_of(row.created_at))]

    assert left(Wanted()) == waiting
    assert left(Wanted(channel="print")) == waiting[:1]
    assert left(Wanted(channel="")) == waiting[1:]
    assert left(Wanted(day=day, clerk=clerk)) == waiting
    assert left(Wanted(clerk="Jemand anderes")) == []
    assert left(Wanted(day=date(2020, 1, 1))) == []
