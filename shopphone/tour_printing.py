"""The tour's part about the print queue: letters that wait, and the question how they came out."""

from shopphone.tour_writing import Walk

_LETTERS = 6


def printing(walk: Walk) -> None:
    """Write letters of placed orders, hand some to a printer of the tour's own words, be asked."""
    from shopphone.domain.paper import Paper, Sheets
    from shopphone.services import call, letters, orders, print_runs
    from shopphone.ui.screens.letters import LettersScreen

    window, jobs = walk.program.window, walk.program.jobs
    window.open_screen("letters", None)
    screen = window.current
    assert isinstance(screen, LettersScreen)
    found: list[int] = []
    jobs.ask(
        screen,
        call(orders.page, "placed", limit=_LETTERS),
        lambda rows: found.extend(row.order_id for row in rows),
    )
    walk.settle()
    for order_id in found:
        jobs.do(screen, call(letters.write, "confirmation", order_id))
    walk.settle()
    screen.refresh()
    walk.settle()
    screen.queue.table.setFocus()
    screen.queue.table.selectRow(0)
    walk.settle()
    walk.picture("print-queue")
    ids = [row.letter_id for row in screen.queue.model.rows][:4]
    paper = Paper(printer="Büro", sheets=Sheets())
    run: list[int] = []
    jobs.do(screen, call(print_runs.begin, ids, paper), lambda begun: run.append(begun[0]))
    walk.settle()
    jobs.do(screen, call(print_runs.handed, run[0], "Büro-81"))
    walk.settle()
    screen.refresh()
    walk.settle()
    screen.check.list.setFocus()
    walk.picture("print-check")
    screen.check.none.click()
    walk.settle()
