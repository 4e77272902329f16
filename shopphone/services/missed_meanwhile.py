"""Calls that came while the program was closed or its link was down, from the system's own list."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select, update

import shopphone.services.calls as calls
import shopphone.services.phones as phones
from shopphone.domain.calls import CallState
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.domain.phones import ListedCall, is_same_time
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_AROUND = timedelta(minutes=3)
_BLOCKED = "blocked"


def fill(desk: Desk, source: str, listed: tuple[ListedCall, ...]) -> int:
    """Log what is missing and end what is over; says how many calls were new.

    A call is the same if number and direction are and its minute fits (± 60 s); each counts once.
    """
    free = _logged(desk, source, listed)
    new = 0
    for each in listed:
        same = [row for row in free if _is_same(desk, each, row)]
        if same:
            found = min(same, key=lambda row: abs(row.rang_at - each.minute))
            free.remove(found)
            if found.source == source and found.state in (CallState.RINGING, CallState.TALKING):
                _end(desk, source, each, found.call_key)
            key = str(found.call_key)
        else:
            key = f"{source}-listed-{each.minute:%Y%m%d%H%M}-{each.list_id}"
            new += _begin(desk, source, each, key)
        if each.blocked:
            _block(desk, key)
    return new


def _logged(desk: Desk, source: str, listed: tuple[ListedCall, ...]) -> list[Record]:
    if not listed:
        return []
    # a call begun by hand, or reported by a softphone, is in the box's list too
    others = [each.system_id for each in phones.systems(desk) if each.system_id != source]
    minutes = [each.minute for each in listed]
    query = (
        select(t.call)
        .where(t.call.c.source.not_in(others))
        .where(t.call.c.rang_at >= min(minutes) - _AROUND)
        .where(t.call.c.rang_at <= max(minutes) + _AROUND)
        .order_by(t.call.c.rang_at)
    )
    with desk.db.reading() as connection:
        return list(connection.execute(query))


def _is_same(desk: Desk, listed: ListedCall, row: Record) -> bool:
    if row.direction != listed.direction or not is_same_time(listed, row.rang_at):
        return False
    number = normalised(desk, listed.number)
    return row.e164 == number.e164 and (number.e164 is not None or row.raw_number == listed.number)


def _begin(desk: Desk, source: str, listed: ListedCall, key: str) -> int:
    kind = CallEventKind.DIALLING if listed.direction == "out" else CallEventKind.RINGING
    began = _event(source, listed, key, kind, listed.minute)
    before = _count(desk, key)
    calls.happened(desk, began)
    _end(desk, source, listed, key)
    return 1 - before


def _end(desk: Desk, source: str, listed: ListedCall, key: str) -> None:
    """What the list knows of its end; ending what another desk ended already changes nothing."""
    for event in _endings(source, listed, key):
        calls.happened(desk, event)


def _endings(source: str, listed: ListedCall, key: str) -> Iterable[CallEvent]:
    if listed.answered:
        yield _event(source, listed, key, CallEventKind.ANSWERED, listed.minute)
    ended = listed.minute + timedelta(seconds=listed.seconds)
    yield _event(source, listed, key, CallEventKind.ENDED, ended, listed.seconds)


def _event(
    source: str,
    listed: ListedCall,
    key: str,
    kind: CallEventKind,
    at: datetime,
    seconds: int | None = None,
) -> CallEvent:
    return CallEvent(
        kind=kind,
        call_key=key,
        source=source,
        direction=listed.direction,
        number_raw=listed.number,
        own_number=listed.own_number,
        at=at,
        seconds=seconds,
    )


def _count(desk: Desk, key: str) -> int:
    with desk.db.reading() as connection:
        found = connection.execute(select(t.call.c.id).where(t.call.c.call_key == key)).first()
    return int(found is not None)


def _block(desk: Desk, key: str) -> None:
    """The box refused it for us: nobody is to be called back."""
    with desk.db.writing() as tx:
        tx.execute(
            update(t.call)
            .where(t.call.c.call_key == key)
            .where(t.call.c.state == CallState.MISSED)
            .values(state=CallState.CLOSED, ended_by=_BLOCKED)
        )
