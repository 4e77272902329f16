"""Printing many letters: what went to the printer together, and what came out in order.

A run is written down before the printer gets it: whatever ends the program, it is asked about.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, insert, select, update

import shopphone.services.letters as letters
from shopphone.domain.customer_letters import SIZES, CustomerLetterKind
from shopphone.domain.letters_log import Letter
from shopphone.domain.paper import Paper
from shopphone.domain.print_runs import PrintRun, RunLetter, page_ranges
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_run, _part = t.print_run.c, t.print_run_letter.c
_OPEN = select(_run.id, _run.at, _run.printer, _run.job, _run.error).where(_run.state == "open")
_PARTS = (
    select(_part.letter_id, _part.first_page, _part.last_page)
    .where(_part.run_id == bindparam("run_id"))
    .order_by(_part.first_page)
)


def begin(desk: Desk, letter_ids: Sequence[int], paper: Paper) -> tuple[int, tuple[Letter, ...]]:
    """Note that these letters go to the printer now; those that wait no longer are left out.

    Gives the run and its letters; run 0 without any.
    """
    fit = letters.waiting(desk, letter_ids)
    chosen = tuple(letters.read(desk, each) for each in letter_ids if each in fit)
    if not chosen:
        return 0, ()
    ranges = page_ranges([(each.row.pages, _paper_of(each, paper)) for each in chosen])
    values = {
        "at": desk.now(),
        "staff_id": desk.staff_id(),
        "printer": paper.printer,
        "state": "open",
    }
    with desk.db.writing() as tx:
        run_id = tx.insert(insert(t.print_run), values)
        for letter, (first, last) in zip(chosen, ranges, strict=True):
            part = {"run_id": run_id, "letter_id": letter.row.letter_id}
            tx.execute(insert(t.print_run_letter), {**part, "first_page": first, "last_page": last})
    return run_id, chosen


def _paper_of(letter: Letter, paper: Paper) -> Paper:
    if letter.row.kind not in SIZES:
        return paper
    width, height = SIZES[CustomerLetterKind(letter.row.kind)]
    return paper.of_size((round(width), round(height)))


def handed(desk: Desk, run_id: int, job: str) -> None:
    """The print system has it under these names."""
    with desk.db.writing() as tx:
        tx.execute(update(t.print_run).where(_run.id == run_id).values(job=job))


def broke_off(desk: Desk, run_id: int, reason: str) -> None:
    """Some sheets may have come out: the run stays open, to be asked about."""
    with desk.db.writing() as tx:
        tx.execute(update(t.print_run).where(_run.id == run_id).values(error=reason or "?"))


def not_taken(desk: Desk, run_id: int, reason: str) -> None:
    """The printer took nothing: the letters wait in the queue as before, with the reason."""
    with desk.db.writing() as tx:
        printer = tx.execute(select(_run.printer).where(_run.id == run_id)).scalar_one()
        event = {"channel": "print", "at": desk.now(), "printer": printer, "error": reason or "?"}
        for part in tx.execute(_PARTS, {"run_id": run_id}).all():
            tx.execute(insert(t.letter_event), {"letter_id": part.letter_id, **event})
        tx.execute(update(t.print_run).where(_run.id == run_id).values(state="done"))


def waiting(desk: Desk) -> tuple[PrintRun, ...]:
    """Runs nobody has answered for, oldest first."""
    with desk.db.reading() as connection:
        runs = connection.execute(_OPEN.order_by(_run.id)).all()
        parts = {run.id: connection.execute(_PARTS, {"run_id": run.id}).all() for run in runs}
    rows = letters.rows_of(desk, [part.letter_id for run in runs for part in parts[run.id]])
    return tuple(
        PrintRun(
            run_id=run.id,
            at=run.at,
            printer=run.printer,
            job=run.job,
            error=run.error,
            letters=tuple(
                RunLetter(
                    row=rows[part.letter_id],
                    first_page=part.first_page,
                    last_page=part.last_page,
                )
                for part in parts[run.id]
            ),
        )
        for run in runs
    )


def answer(desk: Desk, run_id: int, fine: Collection[int]) -> int:
    """These letters came out in order and have left; the others wait again. Gives how many left."""
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        run = tx.execute(_OPEN.where(_run.id == run_id)).one_or_none()
        if run is None:
            return 0  # another desk has answered
        event = {"channel": "print", "printer": run.printer, "job": run.job, "error": ""}
        queued = (
            select(t.letter.c.id)
            .join(t.print_run_letter, _part.letter_id == t.letter.c.id)
            .where(_part.run_id == run_id)
            .where(t.letter.c.state == "queued")
        )
        left = [each for (each,) in tx.execute(queued).all() if each in fine]
        for letter_id in left:
            letters.note_sent(tx, letter_id, {**event, "at": desk.now()}, staff_id)
        tx.execute(update(t.print_run).where(_run.id == run_id).values(state="done"))
    return len(left)
