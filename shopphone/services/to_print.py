"""Which letters wait for the printer: neither those of an open run nor those in the outbox."""

from sqlalchemy import select

from shopphone.domain.mail import UNDECIDED
from shopphone.store import tables as t

_l = t.letter.c
AT_PRINTER = (
    select(t.print_run_letter.c.id)
    .join(t.print_run, t.print_run.c.id == t.print_run_letter.c.run_id)
    .where(t.print_run_letter.c.letter_id == _l.id)
    .where(t.print_run.c.state == "open")
    .correlate(t.letter)
    .exists()
)
# a message that was sent took its letter along; one that failed or came back gave it up
_in_outbox = (
    select(t.outbox.c.id)
    .where(t.outbox.c.letter_id == _l.id)
    .where(t.outbox.c.state.in_(UNDECIDED))
    .correlate(t.letter)
    .exists()
)
TO_PRINT = (_l.state == "queued") & ~AT_PRINTER & ~_in_outbox
