"""The only way to a line: purpose, gate, log, and then the telephone (§§ 7, 7a UWG)."""

from dataclasses import replace

from sqlalchemy import bindparam, insert, select, update

import shopphone.services.call_log as call_log
import shopphone.services.consents as consents
import shopphone.services.dialled_calls as dialled_calls
import shopphone.services.gate as gate
from shopphone.domain.consent import Denied, DialPurpose, Permit
from shopphone.domain.consent_ledger import standing
from shopphone.domain.dialling import AttemptRow, DialDraft, Dialled, Outlook
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.settings import BY_KEY
from shopphone.services.callers import identify, surely
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_FIRST_PHONE = (
    select(t.customer_phone.c.raw)
    .where(t.customer_phone.c.customer_id == bindparam("customer"))
    .where(t.customer_phone.c.e164.is_not(None))
    .where(t.customer_phone.c.label != "old")
    .order_by(t.customer_phone.c.id)
    .limit(1)
)
_a = t.dial_attempt.c
_ROWS = (
    select(t.dial_attempt, t.customer.c.name.label("customer"), t.staff.c.name.label("staff"))
    .select_from(t.dial_attempt)
    .outerjoin(t.customer, t.customer.c.id == _a.customer_id)
    .outerjoin(t.staff, t.staff.c.id == _a.staff_id)
    .order_by(_a.at.desc(), _a.id.desc())
)


def outlook(desk: Desk, draft: DialDraft) -> Outlook:
    """What the gate would say, for the dialog; nothing is dialled, nothing logged."""
    draft = _completed(desk, draft)
    purpose = DialPurpose(draft.purpose) if draft.purpose else DialPurpose.ORDER
    known = gate.ask(desk, draft, purpose)
    callee, verdict = known.callee, known.verdict
    agreed = standing(known.ledger, "phone")
    suggested = DialPurpose.REQUESTED_CALLBACK if callee.requests else DialPurpose.ORDER
    denial = verdict.reason if isinstance(verdict, Denied) else ""
    return Outlook(
        raw_number=draft.raw_number,
        e164=callee.number,
        customer_id=draft.customer_id,
        name=known.name,
        consumer=callee.consumer,
        country=callee.country,
        has_orders=callee.has_orders,
        requests=callee.requests,
        topics=tuple(dict.fromkeys(topic for each in agreed.live for topic in each.topics)),
        suggested=suggested,
        denial=denial if draft.purpose else "purpose_missing",
        basis=verdict.basis if isinstance(verdict, Permit) else "",
        warnings=verdict.warnings if isinstance(verdict, Permit) else (),
        consent_since=agreed.since if agreed.live else None,
    )


def dial(desk: Desk, draft: DialDraft) -> Dialled:
    """Ask the gate, log the attempt, and only with its permit reach for the telephone.

    Raises Refused: purpose_missing, dial_in_demo; Unavailable: dialler_none and what the telephone
    says. The attempt is in the list then too.
    """
    if not draft.purpose:
        raise Refused("purpose_missing", field="purpose")
    draft, purpose = _completed(desk, draft), DialPurpose(draft.purpose)
    desk.staff_id()  # whoever is new here is entered in a transaction of its own
    known = gate.ask(desk, draft, purpose)
    if isinstance(known.verdict, Denied):
        attempt_id = _log(desk, draft, known.callee.number, known.verdict)
        return Dialled(attempt_id=attempt_id, denial=known.verdict.reason)
    permit = known.verdict
    attempt_id = _log(desk, draft, permit.number, permit)
    dialler = _reach(desk, permit, attempt_id)
    call_id = dialled_calls.log(desk, draft, permit.number, purpose)
    _note(desk, attempt_id, dialler=dialler, call_id=call_id)
    return Dialled(attempt_id=attempt_id, call=call_log.row(desk, call_id))


def attempts(
    desk: Desk, customer_id: int | None = None, limit: int = 200
) -> tuple[AttemptRow, ...]:
    """Who tried to call whom for what, newest first, denied ones too."""
    query = _ROWS if customer_id is None else _ROWS.where(_a.customer_id == customer_id)
    with desk.db.reading() as connection:
        return tuple(map(_row, connection.execute(query.limit(limit))))


def _completed(desk: Desk, draft: DialDraft) -> DialDraft:
    """The customer of the number, or the number of the customer; a guess is nobody."""
    if draft.customer_id is None and draft.raw_number:
        return replace(draft, customer_id=surely(identify(desk, draft.raw_number)))
    if draft.customer_id is not None and not draft.raw_number:
        with desk.db.reading() as connection:
            first = connection.execute(_FIRST_PHONE, {"customer": draft.customer_id}).scalar()
        return replace(draft, raw_number=first or "")
    return draft


def _reach(desk: Desk, permit: Permit, attempt_id: int) -> str:
    if desk.demo:
        raise Refused("dial_in_demo")
    if desk.dial is None or not desk.setting("phone.dialler"):
        raise Unavailable("dialler_none")
    try:
        return desk.dial(_values(desk), permit)
    except Unavailable:
        _note(desk, attempt_id, dialler="failed")
        raise


def _values(desk: Desk) -> dict[str, str]:
    """The telephone's settings of this desk."""
    return {key: desk.setting(key) for key in BY_KEY if key.startswith("phone.")}


def _log(desk: Desk, draft: DialDraft, number: str, verdict: Permit | Denied) -> int:
    """The attempt, and of an advertising call that rests on a consent its use, before it rings."""
    permitted = isinstance(verdict, Permit)
    basis = verdict.basis if isinstance(verdict, Permit) else ""
    values = {
        "at": desk.now(),
        "staff_id": desk.staff_id(),
        "raw_number": draft.raw_number,
        "e164": number or None,
        "customer_id": draft.customer_id,
        "purpose": draft.purpose,
        "topic": draft.topic,
        "given_reason": draft.reason.strip(),
        "way": draft.way,
        "permitted": permitted,
        "basis": basis,
        "denial": verdict.reason if isinstance(verdict, Denied) else "",
        "callback_id": draft.callback_id,
        "dialler": _missing(desk) if permitted else "",
    }
    is_use = permitted and not values["dialler"] and basis == "consent"
    with desk.db.writing() as tx:
        attempt_id = tx.insert(insert(t.dial_attempt), values)
        if is_use and draft.customer_id is not None:
            consents.put_use(desk, tx, draft.customer_id, number, draft.topic)
    return attempt_id


def _missing(desk: Desk) -> str:
    """Why nobody will be called although the gate permits it."""
    if desk.demo:
        return "demo"
    return "" if desk.dial is not None and desk.setting("phone.dialler") else "none"


def _note(desk: Desk, attempt_id: int, **values: str | int) -> None:
    with desk.db.writing() as tx:
        tx.execute(update(t.dial_attempt).where(_a.id == attempt_id).values(**values))


def _row(row: Record) -> AttemptRow:
    return AttemptRow(
        attempt_id=row.id,
        at=row.at,
        staff=row.staff or "",
        customer=row.customer or "",
        raw_number=row.raw_number,
        purpose=row.purpose,
        topic=row.topic,
        given_reason=row.given_reason,
        way=row.way,
        permitted=row.permitted,
        basis=row.basis,
        denial=row.denial,
        dialler=row.dialler,
    )
