"""What the shop knows about someone who shall be called, and what the gate says to it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, exists, or_, select

import shopphone.services.do_not_call as do_not_call
from shopphone.domain.consent import (
    Callee,
    Denied,
    DialPurpose,
    Limits,
    Permit,
    Wish,
    may_call,
)
from shopphone.domain.consent_ledger import ConsentEntry
from shopphone.domain.customers import CustomerKind
from shopphone.domain.dialling import DialDraft
from shopphone.domain.phone import country_of
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.services.merged import theirs
from shopphone.store import tables as t
from shopphone.store.prepared import Prepared
from shopphone.store.types import from_ms, to_ms

_WEEK = timedelta(days=7)
_HIDES_NUMBER = ("*31#", "#31#")
_WHO: BindParameter[Any] = bindparam("customer")
_NUMBER: BindParameter[Any] = bindparam("number")
_CUSTOMER = Prepared(
    select(
        t.customer.c.name,
        t.customer.c.kind,
        select(t.customer_address.c.country)
        .where(t.customer_address.c.customer_id == _WHO)
        .where(t.customer_address.c.kind == "billing")
        .limit(1)
        .scalar_subquery(),
        exists().where(t.sale_order.c.customer_id == _WHO).where(t.sale_order.c.state != "draft"),
    ).where(t.customer.c.id == _WHO)
)
_c = t.consent.c
_LEDGER = Prepared(
    select(
        _c.channel, _c.state, _c.scope, _c.wording, _c.source, _c.at, _c.number, _c.entry_no
    ).where(theirs(_c.customer_id, _WHO))
)  # fmt: skip
_REQUESTS = Prepared(
    select(t.callback.c.words)
    .where(t.callback.c.done_at.is_(None))
    .where(or_(t.callback.c.customer_id == _WHO, t.callback.c.e164 == _NUMBER))
    .order_by(t.callback.c.due_at)
)
_a = t.dial_attempt.c
NOT_DIALLED = ("none", "failed", "demo")  # nobody was called: it counts for nothing
_ADVERTISED = Prepared(
    select(_a.at)
    .where(or_(_a.customer_id == _WHO, _a.e164 == _NUMBER))
    .where(_a.at > bindparam("since"))
    .where(_a.permitted)
    .where(*(_a.dialler != each for each in NOT_DIALLED))
    .where(or_(*(_a.purpose == each for each in DialPurpose if each.is_advertising)))
)


class Known:
    """What was read about the callee, and the verdict."""

    __slots__ = ("callee", "ledger", "name", "verdict")

    def __init__(
        self,
        name: str,
        callee: Callee,
        ledger: tuple[ConsentEntry, ...],
        verdict: Permit | Denied,
    ) -> None:
        self.name, self.callee, self.ledger, self.verdict = name, callee, ledger, verdict


def ask(desk: Desk, draft: DialDraft, purpose: DialPurpose) -> Known:
    """The gate's answer to this call, from one look at the shop."""
    now = desk.now()
    number = normalised(desk, draft.raw_number).e164 or ""
    with desk.db.reading() as connection:
        name, callee = _callee(desk, connection, draft.customer_id, number, now)
        ledger = _ledger(connection, draft.customer_id)
    wish = Wish(
        topic=draft.topic,
        reason=draft.reason,
        offers=draft.offers,
        star_checked=draft.star_checked,
        suppressed=hides_number(draft.raw_number, desk.setting("phone.dial_command")),
    )
    limits = Limits(
        per_day=int(desk.setting("ads.per_day") or 0),
        per_week=int(desk.setting("ads.per_week") or 0),
    )
    verdict = may_call(purpose, callee, ledger, now, wish=wish, limits=limits)
    return Known(name, callee, ledger, verdict)


def hides_number(*dialled: str) -> bool:
    """Whether the caller's own number would not be shown (§ 15 (2) TDDDG)."""
    return any(code in each for each in dialled for code in _HIDES_NUMBER)


def _callee(
    desk: Desk, connection: Connection, customer_id: int | None, number: str, now: datetime
) -> tuple[str, Callee]:
    who: dict[str, Any] = {"customer": customer_id, "number": number or None}
    rows = _CUSTOMER.rows(connection, {"customer": customer_id}) if customer_id else []
    name, kind, country, has_orders = rows[0] if rows else ("", CustomerKind.CONSUMER, None, False)
    advertised = _ADVERTISED.rows(connection, {**who, "since": to_ms(now - _WEEK)})
    return name, Callee(
        number=number,
        known=bool(rows),
        consumer=kind != CustomerKind.BUSINESS,
        country=_strictest(country or "", country_of(number)),
        blocked=do_not_call.is_listed(desk, connection, number),
        has_orders=bool(has_orders),
        requests=tuple(words for (words,) in _REQUESTS.rows(connection, who)),
        advertised_at=tuple(from_ms(at) for (at,) in advertised),
    )


def _ledger(connection: Connection, customer_id: int | None) -> tuple[ConsentEntry, ...]:
    if customer_id is None:
        return ()
    return tuple(
        ConsentEntry(
            consent_id=entry_no,
            customer_id=customer_id,
            channel=channel,
            state=state,
            scope=scope,
            wording=wording,
            source=source,
            at=(moment := from_ms(at)),
            recorded_at=moment,
            recorded_by="",
            number=number,
            entry_no=entry_no,
        )
        for channel, state, scope, wording, source, at, number, entry_no in _LEDGER.rows(
            connection, {"customer": customer_id}
        )
    )


def _strictest(lives_in: str, telephone: str) -> str:
    """Where address and number differ, the country whose rule forbids more."""
    for strict in ("AT", "CH"):
        if strict in (lives_in, telephone):
            return strict
    return lives_in or telephone or "DE"
