"""What a shop of its own begins with: the usual results of a call, until it has named others."""

import json

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from shopphone.domain.calls import FLAGS
from shopphone.paths import resources
from shopphone.services.desk import Desk
from shopphone.store import tables as t


def usual_outcomes() -> list[dict[str, object]]:
    """Rows for the outcome table, in their order."""
    file = resources() / "first_day" / "outcomes.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    unset = dict.fromkeys(FLAGS, False)
    return [{**unset, **each, "position": n} for n, each in enumerate(told)]


def begin(desk: Desk) -> None:
    """Give a new shop its outcomes: without one no call could be finished."""
    with desk.db.reading() as connection:
        if connection.execute(select(func.count()).select_from(t.outcome)).scalar_one():
            return
    try:
        with desk.db.writing() as tx:
            tx.execute(insert(t.outcome), usual_outcomes())
    except IntegrityError:
        return  # another desk has just done the same
