"""Calls as they happen: every ring is logged, nothing leaves the log without an outcome."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

import shopphone.services.call_log as call_log
import shopphone.services.consents as consents
import shopphone.services.dialled_calls as dialled_calls
import shopphone.services.do_not_call as do_not_call
from shopphone.domain.calls import CallRow, CallState, WrapUp
from shopphone.domain.consent_ledger import CHANNELS
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.services.callers import identify, normalised, surely
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.prepared import Prepared
from shopphone.store.types import Record

_INSERT = insert(t.call)
_ELSEWHERE = "elsewhere"
_STATE = select(
    t.call.c.id,
    t.call.c.state,
    t.call.c.answered_at,
    t.call.c.rang_at,
    t.call.c.by_machine,
    t.call.c.ended_by,
)
_ON_THE_LINE = t.call.c.state.in_((CallState.RINGING, CallState.TALKING))
_BY_KEY = _STATE.where(t.call.c.call_key == bindparam("key"))
_BY_STATE = _STATE.where(_ON_THE_LINE)
_OPEN = select(t.call).where(_ON_THE_LINE).order_by(t.call.c.id)
_SAYS_NO_ADVERTISING = select(t.outcome.c.no_advertising).where(
    t.outcome.c.id == bindparam("outcome")
)
_CALLER = select(t.call.c.customer_id, t.call.c.e164).where(t.call.c.id == bindparam("call"))
_LONGEST_CALL = timedelta(hours=12)
# a ring is new nearly every time, and waits for this answer
_IS_LOGGED = Prepared(select(t.call.c.id).where(t.call.c.call_key == bindparam("key")))
_ANSWERED = (
    update(t.call)
    .where(t.call.c.id == bindparam("call"))
    .where((t.call.c.state == CallState.RINGING) | (t.call.c.ended_by == _ELSEWHERE))
    .values(
        state=bindparam("new_state"),
        answered_at=bindparam("answered"),
        by_machine=bindparam("machine"),
        ended_at=None,
        seconds=None,
        ended_by="",
    )
)
_ENDED = (
    update(t.call)
    .where(t.call.c.id == bindparam("call"))
    .where(_ON_THE_LINE)
    .values(
        state=bindparam("new_state"),
        ended_at=bindparam("ended"),
        seconds=bindparam("duration"),
        ended_by=bindparam("by"),
    )
)
# whoever is reached, in either direction, is no longer missed
_REACHED = (
    update(t.call)
    .where(t.call.c.e164 == bindparam("number"))
    .where(t.call.c.state == CallState.MISSED)
    .where(t.call.c.rang_at <= bindparam("until"))
    .values(state=CallState.CLOSED)
)


def happened(desk: Desk, event: CallEvent) -> CallRow | None:
    """Write one report of the phone to the log; the same report twice changes nothing.

    A report without a key means the newest open call of its number; None if there is none to end.
    """
    known = _known(desk, event)
    if known is None and dialled_calls.take_over(desk, event):
        known = _known(desk, event)
    if known is None:
        if event.call_key:
            try:
                return _begin(desk, event)
            except IntegrityError:  # another desk at the same box was quicker
                if _known(desk, event) is None:
                    raise
                return happened(desk, event)
        if event.kind is CallEventKind.ENDED:
            return None
        return _begin(desk, replace(event, call_key=f"{event.source}-{uuid4().hex}"))
    with desk.db.writing() as tx:
        # a report that comes late or again never brings an ended call back
        # except one that another desk of the shop reports to have taken
        waits = known.state == CallState.RINGING or known.ended_by == _ELSEWHERE
        if event.kind is CallEventKind.ANSWERED and waits:
            _answer(tx, known.id, event)
        elif event.elsewhere:
            _taken_elsewhere(tx, known.id, event)
        elif event.kind is CallEventKind.ENDED and known.state in ("ringing", "talking"):
            _end(desk, tx, known, event)
    return call_log.row(desk, int(known.id))


def start(desk: Desk, number: str = "") -> CallRow:
    """ "Call now": a call the telephone did not report, already talking."""
    now = desk.now()
    values = _call_values(desk, number, now)
    values |= {"call_key": f"manual-{uuid4().hex}", "source": "manual", "state": "talking"}
    values |= {"direction": "in", "answered_at": now, "staff_id": desk.staff_id()}
    with desk.db.writing() as tx:
        call_id = tx.insert(_INSERT, values)
    return call_log.row(desk, call_id)


def take(desk: Desk, call_id: int) -> CallRow:
    """Answered by hand, for phones that only report the ring."""
    with desk.db.writing() as tx:
        tx.execute(
            update(t.call)
            .where(t.call.c.id == call_id)
            .where(t.call.c.state == CallState.RINGING)
            .values(state=CallState.TALKING, answered_at=desk.now(), by_machine=False)
        )
    return call_log.row(desk, call_id)


def save_note(desk: Desk, call_id: int, note: str) -> None:
    _set(desk, call_id, note=note)


def set_purpose(desk: Desk, call_id: int, purpose: str) -> None:
    _set(desk, call_id, purpose=purpose)


def finish(desk: Desk, wrap_up: WrapUp) -> CallRow:
    """Close a call with its outcome; without one it stays in the wrap-up list."""
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        known = tx.execute(
            select(
                t.call.c.ended_at,
                t.call.c.answered_at,
                t.call.c.by_machine,
                t.call.c.rang_at,
                t.call.c.e164,
            ).where(t.call.c.id == wrap_up.call_id)
        ).one()
        values: dict[str, Any] = {
            "state": CallState.CLOSED if wrap_up.outcome_id else CallState.WRAP_UP,
            "outcome_id": wrap_up.outcome_id,
            "satisfaction": wrap_up.satisfaction,
            "note": wrap_up.note,
            "staff_id": staff_id,
        }
        if wrap_up.purpose:
            values["purpose"] = wrap_up.purpose
        if wrap_up.customer_id:
            values["customer_id"] = wrap_up.customer_id
        if known.ended_at is None:
            begun = known.answered_at or known.rang_at
            values |= {"ended_at": now, "seconds": int((now - begun).total_seconds())}
            if known.answered_at and known.e164 and not known.by_machine:
                tx.execute(_REACHED, {"number": known.e164, "until": now})
        tx.execute(update(t.call).where(t.call.c.id == wrap_up.call_id).values(**values))
        _note_objection(desk, tx, wrap_up)
    return call_log.row(desk, wrap_up.call_id)


def _note_objection(desk: Desk, tx: Writing, wrap_up: WrapUp) -> None:
    """An outcome that says "no advertising" is a withdrawal, or it would stand in the log alone."""
    if not tx.execute(_SAYS_NO_ADVERTISING, {"outcome": wrap_up.outcome_id}).scalar():
        return
    row = tx.execute(_CALLER, {"call": wrap_up.call_id}).one()
    if row.customer_id is not None:
        consents.put_withdrawal(desk, tx, row.customer_id, CHANNELS, call_id=wrap_up.call_id)
    if row.e164:
        do_not_call.add(tx, (row.e164,), desk.now())


def dismiss_missed(desk: Desk, call_ids: tuple[int, ...]) -> None:
    """Take missed calls off the list by hand."""
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        tx.execute(
            update(t.call)
            .where(t.call.c.id.in_(call_ids))
            .where(t.call.c.state == CallState.MISSED)
            .values(state=CallState.CLOSED, staff_id=staff_id)
        )


def unfinished(desk: Desk, source: str) -> tuple[CallEvent, ...]:
    """The calls of this phone that were on the line when the program ended, oldest first."""
    query = _OPEN.where(t.call.c.source == source).where(
        t.call.c.rang_at >= desk.now() - _LONGEST_CALL
    )
    with desk.db.reading() as connection:
        return tuple(_event(row) for row in connection.execute(query))


def _known(desk: Desk, event: CallEvent) -> Record | None:
    with desk.db.reading() as connection:
        if event.call_key:
            key = {"key": event.call_key}
            if not _IS_LOGGED.rows(connection, key):
                return None
            return connection.execute(_BY_KEY, key).first()
        number = normalised(desk, event.number_raw).e164
        same = t.call.c.e164 == number if number else t.call.c.raw_number == event.number_raw
        newest = _BY_STATE.where(same).where(t.call.c.source == event.source)
        return connection.execute(newest.order_by(t.call.c.id.desc()).limit(1)).first()


def _event(row: Record) -> CallEvent:
    """Its last report."""
    answered = row.answered_at is not None
    return CallEvent(
        kind=CallEventKind.ANSWERED if answered else CallEventKind.RINGING,
        call_key=row.call_key,
        source=row.source,
        direction=row.direction,
        number_raw=row.raw_number,
        own_number=row.own_number,
        at=row.answered_at if answered else row.rang_at,
        by_machine=row.by_machine,
    )


def _begin(desk: Desk, event: CallEvent) -> CallRow | None:
    values = _call_values(desk, event.number_raw, event.at)
    values |= {
        "call_key": event.call_key,
        "source": event.source,
        "direction": event.direction,
        "own_number": event.own_number,
        "state": CallState.RINGING,
    }
    if event.kind is CallEventKind.ANSWERED:
        values |= {"answered_at": event.at, "by_machine": event.by_machine}
        values |= {"state": _answered_state(event)}
    elif event.kind is CallEventKind.ENDED:
        # the program came up after the ring: what is left is that someone called
        state = CallState.CLOSED if event.elsewhere else CallState.MISSED
        values |= {"state": state, "ended_at": event.at, "seconds": event.seconds}
        values |= {"ended_by": _ELSEWHERE if event.elsewhere else ""}
    with desk.db.writing() as tx:
        call_id = tx.insert(_INSERT, values)
    return call_log.row(desk, call_id)


def _call_values(desk: Desk, number: str, at: datetime) -> dict[str, Any]:
    found = identify(desk, number)
    return {
        "raw_number": number,
        "e164": found.e164,
        "rang_at": at,
        "customer_id": surely(found),
    }


def _answered_state(event: CallEvent) -> CallState:
    return CallState.RINGING if event.by_machine else CallState.TALKING


def _answer(tx: Writing, call_id: int, event: CallEvent) -> None:
    tx.execute(
        _ANSWERED,
        {
            "call": call_id,
            "new_state": _answered_state(event),
            "answered": event.at,
            "machine": event.by_machine,
        },
    )


def _taken_elsewhere(tx: Writing, call_id: int, event: CallEvent) -> None:
    """Another phone has it: nobody is missed, and nothing is left to wrap up here."""
    tx.execute(
        update(t.call)
        .where(t.call.c.id == call_id)
        .where(t.call.c.state == CallState.RINGING)
        .values(state=CallState.CLOSED, ended_at=event.at, ended_by=_ELSEWHERE)
    )


def _end(desk: Desk, tx: Writing, known: Any, event: CallEvent) -> None:
    talked = known.answered_at is not None and not known.by_machine
    tx.execute(
        _ENDED,
        {
            "call": known.id,
            "new_state": CallState.WRAP_UP if talked else CallState.MISSED,
            "ended": event.at,
            "duration": event.seconds or (None if talked else 0),
            "by": "unknown" if event.unknown_end else "",
        },
    )
    number = tx.execute(select(t.call.c.e164).where(t.call.c.id == known.id)).scalar()
    if talked and number:
        tx.execute(_REACHED, {"number": number, "until": event.at})


def _set(desk: Desk, call_id: int, **values: Any) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.call).where(t.call.c.id == call_id).values(**values))
