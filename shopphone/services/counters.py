"""Printed numbers from locked counter rows, in the transaction that uses them, never for drafts."""

import re

from sqlalchemy import bindparam, select, update

from shopphone.store import tables as t
from shopphone.store.db import Writing

_STEP = (
    update(t.counter)
    .where(t.counter.c.name == bindparam("counter_name"))
    .values(last=t.counter.c.last + bindparam("steps"))
)
_LOCK = (
    select(t.counter.c.name).where(t.counter.c.name == bindparam("counter_name")).with_for_update()
)
_LAST = select(t.counter.c.last).where(t.counter.c.name == bindparam("counter_name"))
_PLACE = re.compile(r"\{(n+)\}")


def lock(tx: Writing, name: str) -> None:
    """Wait until no other transaction is between looking and stepping this counter."""
    tx.execute(_LOCK, {"counter_name": name})


def step(tx: Writing, name: str) -> int:
    """The next number of this counter; the row stays locked until the transaction ends."""
    return step_by(tx, name, 1)


def step_by(tx: Writing, name: str, steps: int) -> int:
    """The last of so many numbers at once."""
    tx.execute(_STEP, {"counter_name": name, "steps": steps})
    return int(tx.execute(_LAST, {"counter_name": name}).scalar_one())


def printed(pattern: str, number: int, year: int) -> str:
    """ "AB-{YYYY}-{nnnnn}" with its places filled."""
    text = pattern.replace("{YYYY}", str(year))
    return _PLACE.sub(lambda place: str(number).zfill(len(place[1])), text)
