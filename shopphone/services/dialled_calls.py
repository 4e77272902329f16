"""A call we dialled, in the log at once; the telephone's own report of it is the same call."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import insert, select, update

from shopphone.domain.calls import CallState
from shopphone.domain.consent import DialPurpose
from shopphone.domain.dialling import LOGGED, DialDraft
from shopphone.domain.events import CallEvent
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t

SOURCE = "dial"
_REPORTED_WITHIN = timedelta(seconds=90)  # our own phone rings first, and is picked up
_c = t.call.c


def log(desk: Desk, draft: DialDraft, number: str, purpose: DialPurpose) -> int:
    with desk.db.writing() as tx:
        return tx.insert(
            insert(t.call),
            {
                "call_key": f"{SOURCE}-{uuid4().hex}",
                "source": SOURCE,
                "direction": "out",
                "state": CallState.RINGING,
                "raw_number": draft.raw_number,
                "e164": number,
                "rang_at": desk.now(),
                "customer_id": draft.customer_id,
                "staff_id": desk.staff_id(),
                "purpose": LOGGED[purpose],
            },
        )


def take_over(desk: Desk, event: CallEvent) -> bool:
    """Whether this report of the telephone is of a call dialled here; then it bears its key now."""
    number = normalised(desk, event.number_raw).e164
    if event.direction != "out" or not event.call_key or number is None:
        return False
    newest = (
        select(_c.id)
        .where(_c.source == SOURCE)
        .where(_c.e164 == number)
        .where(_c.rang_at >= event.at - _REPORTED_WITHIN)
        .where(_c.state.in_((CallState.RINGING, CallState.TALKING)))
        .order_by(_c.id.desc())
        .limit(1)
    )
    with desk.db.writing() as tx:
        call_id = tx.execute(newest).scalar()
        if call_id is None:
            return False
        values = {"call_key": event.call_key, "source": event.source}
        own = {"own_number": event.own_number}
        tx.execute(update(t.call).where(_c.id == call_id).values(**values, **own))
    return True
