"""Reading what hangs on an order: earlier versions, the customer's yes, a parent, parcels, events."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from shopphone.domain.customers import Address
from shopphone.domain.letters_log import PENDING
from shopphone.domain.order_life import (
    Agreed,
    AgreedLine,
    Minor,
    Parcel,
    Version,
    Yes,
    changes,
    ratified_until,
)
from shopphone.domain.orders import OrderLine
from shopphone.domain.payment import Mandate, Payment, account_words
from shopphone.store import tables as t
from shopphone.store.db import Asked
from shopphone.store.types import Day, Record

# the yes to a change came to its offer
_MERGED = (
    select(t.sale_order.c.id)
    .where(t.sale_order.c.amends == bindparam("order"))
    .where(t.sale_order.c.state == "merged")
)
# a letter of before the newest request asked for something else
_LETTER_ON = (
    select(func.min(t.letter.c.received_on, type_=Day))
    .where(t.letter.c.order_id == t.order_minor.c.order_id)
    .where(t.letter.c.kind == PENDING)
    .where(t.letter.c.received_on >= t.order_minor.c.asked_on)
    .correlate(t.order_minor)
    .scalar_subquery()
)
MINORS = select(t.order_minor, _LETTER_ON.label("letter_on"))
_DAYS = ("due_on", "latest_delivery")
_v, _e, _p = t.order_version.c, t.order_event.c, t.order_parcel.c


def yes_of(connection: Connection, order_id: int) -> Yes | None:
    """The newest: that to the offer of a change comes after that to the contract's own."""
    y, o = t.order_yes, t.sale_order
    row = connection.execute(
        select(y.c.received_on, y.c.recorded_at, y.c.channel, y.c.words, y.c.evidence_name,
               y.c.late, y.c.order_id, o.c.offer_number, t.staff.c.name.label("staff"))
        .select_from(y)
        .join(o, o.c.id == y.c.order_id)
        .outerjoin(t.staff, t.staff.c.id == y.c.staff_id)
        .where(or_(y.c.order_id == order_id, y.c.order_id.in_(_MERGED), ))
        .order_by(y.c.recorded_at.desc()),
        {"order": order_id},
    ).first()  # fmt: skip
    if row is None:
        return None
    return Yes(
        received_on=row.received_on,
        recorded_at=row.recorded_at,
        channel=row.channel,
        words=row.words,
        evidence_name=row.evidence_name,
        staff=row.staff or "",
        offer=row.offer_number,
        of_change=row.order_id != order_id,
        is_late=row.late,
    )


def minor_of(connection: Asked, order_id: int, places: tuple[str, ...]) -> Minor | None:
    row = connection.execute(MINORS.where(t.order_minor.c.order_id == order_id)).first()
    return None if row is None else minor_in(row, places)


def minor_in(row: Record, places: tuple[str, ...]) -> Minor:
    """row: of MINORS. A request that went by letter was received when that was."""
    days = [day for day in (row.received_on, row.letter_on) if day is not None]
    received_on = min(days, default=None)
    return Minor(
        parent=row.parent,
        asked_on=row.asked_on,
        answer=row.answer,
        words=row.words,
        received_on=received_on,
        ratified_until=ratified_until(received_on or row.asked_on, places),
    )


def parcels_of(connection: Connection, order_id: int) -> tuple[Parcel, ...]:
    query = select(t.order_parcel).where(_p.order_id == order_id).order_by(_p.id)
    return tuple(parcel_of(row) for row in connection.execute(query))


def parcel_of(row: Record) -> Parcel:
    sent_on: date = row.sent_on
    return Parcel(
        carrier=row.carrier,
        tracking=row.tracking,
        tracking_url=row.tracking_url,
        sent_on=sent_on,
        content=tuple((int(at), Decimal(quantity)) for at, quantity in row.content),
    )


def events_of(connection: Connection, order_id: int) -> tuple[tuple[str, str, datetime, str], ...]:
    rows = connection.execute(
        select(_e.code, _e.words, _e.at, t.staff.c.name.label("staff"))
        .outerjoin_from(t.order_event, t.staff, t.staff.c.id == _e.staff_id)
        .where(_e.order_id == order_id)
        .order_by(_e.id)
    )
    return tuple((row.code, row.words, row.at, row.staff or "") for row in rows)


def versions_of(
    connection: Connection,
    order: Record,
    lines: Sequence[OrderLine],
    cancelled: Sequence[OrderLine],
    mandate: Mandate | None,
) -> tuple[Version, ...]:
    """The versions that hold no more, each with what the next one made different."""
    rows = connection.execute(
        select(_v.version, _v.agreed, _v.ended_at, _v.words, t.staff.c.name.label("staff"))
        .outerjoin_from(t.order_version, t.staff, t.staff.c.id == _v.ended_by)
        .where(_v.order_id == order.id)
        .order_by(_v.version)
    ).all()
    if not rows:
        return ()
    now = agreed_now(order, lines, cancelled, mandate)
    kept = all_kept(rows, now)
    following = [*kept[1:], now]
    return tuple(
        Version(
            number=row.version,
            ended_at=row.ended_at,
            staff=row.staff or "",
            words=row.words,
            agreed=before,
            changes=changes(before, after),
        )
        for row, before, after in zip(rows, kept, following, strict=True)
    )


def agreed_now(
    order: Record,
    lines: Sequence[OrderLine],
    cancelled: Sequence[OrderLine],
    mandate: Mandate | None,
) -> Agreed:
    """What the order binds to as it stands."""
    every = sorted([*lines, *cancelled], key=lambda line: line.position)
    debited = mandate if order.payment_code == Payment.SEPA_DEBIT else None
    account = "" if debited is None else account_words(debited.iban, debited.holder)
    return agreed_in(order, [_agreed_line(line) for line in every], account)


def agreed_in(order: Record, lines: Sequence[AgreedLine], account: str = "") -> Agreed:
    """The same from the order's row and its lines."""
    return Agreed(
        lines=tuple(lines),
        shipping=order.shipping_name,
        shipping_cost=order.shipping_gross,
        discount=order.discount + order.coupon,
        total=order.total,
        payment=order.payment_code,
        account=account,
        billing=Address(**order.billing),
        deliver_to=Address(**order.deliver_to) if order.deliver_to else None,
        remark=order.remark,
        term_months=order.term_months,
        term_days=order.term_days,
        notice_days=order.notice_days,
        renewal=order.renewal,
        billing_months=order.billing_months,
        due_on=order.due_on,
        latest_delivery=order.latest_delivery,
    )


def agreed_row(line: Record) -> AgreedLine:
    return AgreedLine(
        name=f"{line.name} {line.option}".strip(),
        quantity=line.quantity,
        unit_price=line.unit_price,
        gross=line.gross,
        cancelled=line.cancelled_in is not None,
    )


def plain(agreed: Agreed) -> dict[str, Any]:
    """As it is kept with a version."""
    return {name: _plain(value) for name, value in asdict(agreed).items()}


def _agreed_line(line: OrderLine) -> AgreedLine:
    return AgreedLine(
        name=line.full_name,
        quantity=line.quantity,
        unit_price=line.unit_price,
        gross=line.gross,
        cancelled=line.cancelled_in is not None,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def all_kept(rows: Sequence[Record], now: Agreed) -> list[Agreed]:
    """The earlier versions, as each was kept when it ended.

    Those of before the days were kept have the days of the version that followed.
    """
    found: list[Agreed] = []
    following = now
    for row in reversed(rows):
        following = _as_kept(row.agreed, following)
        found.insert(0, following)
    return found


def _as_kept(kept: Mapping[str, Any], following: Agreed) -> Agreed:
    amounts = ("shipping_cost", "discount", "total")
    lines = tuple(
        AgreedLine(
            name=line["name"],
            quantity=Decimal(line["quantity"]),
            unit_price=Decimal(line["unit_price"]),
            gross=Decimal(line["gross"]),
            cancelled=line["cancelled"],
        )
        for line in kept["lines"]
    )
    to = kept["deliver_to"]
    return Agreed(
        **{
            **kept,
            **{name: Decimal(kept[name]) for name in amounts},
            **{name: _day(kept.get(name, getattr(following, name))) for name in _DAYS},
            "lines": lines,
            "billing": Address(**kept["billing"]),
            "deliver_to": Address(**to) if to else None,
        }
    )


def _day(kept: str | date | None) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else kept
