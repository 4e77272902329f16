"""What came when: the goods and the written confirmation, from which the right of withdrawal runs."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, func, insert, or_, select, update

import shopphone.services.order_life as order_life
from shopphone.domain import renewal, withdrawal
from shopphone.domain.days import check_noted
from shopphone.domain.letters_log import CONFIRMATION, OFFER
from shopphone.domain.order_kinds import WITHOUT_GOODS
from shopphone.domain.order_life import changes
from shopphone.domain.order_states import OFFERABLE
from shopphone.domain.renewal import Renewal, RenewedRight
from shopphone.domain.withdrawal import (
    Mark,
    NotedReceipt,
    Paper,
    Period,
    Receipt,
    with_receipts,
)
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Asked
from shopphone.store.types import Record

_r, _o, _v, _line = t.order_receipt.c, t.sale_order.c, t.order_version.c, t.order_line.c
_letter = t.letter.c
_VERSIONS = select(t.order_version).order_by(_v.version)
_LINES = select(t.order_line).order_by(_line.position)
_SENT = (
    select(func.min(t.letter_event.c.at, type_=t.letter_event.c.at.type))
    .where(t.letter_event.c.letter_id == t.letter.c.id)
    .where(t.letter_event.c.error == "")
    .correlate(t.letter)
    .scalar_subquery()
)
_NOTED = (
    select(t.order_receipt, t.staff.c.name.label("staff"))
    .outerjoin(t.staff, t.staff.c.id == _r.staff_id)
    .where(_r.taken_back_at.is_(None))
    .order_by(_r.day, _r.id)
)


def note(desk: Desk, order_id: int, mark: str, day: date, words: str = "") -> None:
    """Something came on this day; words: the proof. Raises Refused: day_in_future, day_before_order."""
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        order = tx.execute(select(t.sale_order).where(_o.id == order_id)).one()
        check_noted(day, since=concluded_on(desk, tx, order), today=desk.today())
        tx.execute(
            insert(t.order_receipt),
            {
                "order_id": order_id,
                "mark": Mark(mark),
                "day": day,
                "words": words.strip(),
                "at": desk.now(),
                "staff_id": staff_id,
            },
        )


def take_back(desk: Desk, receipt_id: int) -> None:
    """It was noted by mistake: it stays in the table and counts no more."""
    with desk.db.writing() as tx:
        tx.execute(
            update(t.order_receipt).where(_r.id == receipt_id).values(taken_back_at=desk.now())
        )


def of_order(desk: Desk, order_id: int) -> tuple[NotedReceipt, ...]:
    with desk.db.reading() as connection:
        rows = connection.execute(_NOTED.where(_r.order_id == order_id))
        return tuple(
            NotedReceipt(
                receipt_id=row.id,
                mark=Mark(row.mark),
                day=row.day,
                words=row.words,
                staff=row.staff or "",
            )
            for row in rows
        )


def period_of(desk: Desk, connection: Asked, order: Record) -> Period | None:
    """When the right of withdrawal of this order's row ends, as far as it is known and there is one.

    Of a lasting contract that was agreed anew as a whole: the right of that agreement.
    """
    whole = [each for each in renewals(desk, connection, order) if each.is_whole]
    return _period(desk, connection, order, whole[-1] if whole else None)


def renewed_rights(desk: Desk, connection: Asked, order: Record) -> tuple[RenewedRight, ...]:
    """The rights of their own that changes brought for what they added."""
    return tuple(
        RenewedRight(renewal=each, period=_period(desk, connection, order, each))
        for each in renewals(desk, connection, order)
        if not each.is_whole
    )


def period_for(
    desk: Desk, connection: Asked, order: Record, positions: Collection[int]
) -> Period | None:
    """The period that counts for these lines: that of the change which added them all, if one did."""
    added = [
        each
        for each in renewals(desk, connection, order)
        if not each.is_whole and set(positions) <= set(each.positions)
    ]
    if added:
        return _period(desk, connection, order, added[-1])
    return period_of(desk, connection, order)


def renewals(desk: Desk, connection: Asked, order: Record) -> tuple[Renewal, ...]:
    """What later versions of this order agreed anew, the oldest first; what was cancelled is out."""
    rows = connection.execute(_VERSIONS.where(_v.order_id == order.id)).all()
    if not rows:
        return ()
    lines = connection.execute(_LINES.where(_line.order_id == order.id)).all()
    now = order_life.agreed_in(order, [order_life.agreed_row(line) for line in lines])
    kept = [*order_life.all_kept(rows, now), now]
    found = []
    for row, before, after in zip(rows, kept, kept[1:], strict=False):
        places = [n for n in renewal.added(before, after) if not now.lines[n].cancelled]
        whole = renewal.renews_whole(changes(before, after), order.matter)
        if places or whole:
            found.append(
                Renewal(
                    version=row.version + 1,
                    agreed_on=desk.day_of(row.ended_at),
                    positions=() if whole else tuple(lines[n].position for n in places),
                    names=tuple(after.lines[n].name for n in places),
                )
            )
    return tuple(found)


def concluded_on(desk: Desk, connection: Asked, order: Record) -> date:
    """The day of the contract: that of the phone call, or that the yes to an offer came (§ 130 BGB).

    A yes after the offer had ended is a new offer (§ 150 (1)): the shop took it when it placed.
    """
    y = t.order_yes.c
    yes: date | None = connection.execute(
        select(y.received_on).where(y.order_id == order.id).where(y.late.is_(False))
    ).scalar()
    placed: date = desk.day_of(order.placed_at)
    return placed if yes is None else min(yes, placed)


def _period(desk: Desk, connection: Asked, order: Record, of: Renewal | None) -> Period | None:
    if order.no_withdrawal:
        return None
    rows = connection.execute(_NOTED.where(_r.order_id == order.id))
    known = [Receipt(mark=Mark(row.mark), day=row.day) for row in rows]
    if order.delivered_on is not None:
        known.append(Receipt(mark=Mark.GOODS_LAST, day=order.delivered_on))
    papers = with_receipts(_papers(desk, connection, order.id), known)
    begun = concluded_on(desk, connection, order)
    if of is not None:
        known = [each for each in known if each.day >= of.agreed_on]
        papers = tuple(each for each in papers if each.version >= of.version)
        begun = of.agreed_on
    without_goods = order.matter in WITHOUT_GOODS and order.state not in OFFERABLE
    return withdrawal.period(
        known,
        papers,
        concluded_on=begun if without_goods else None,
        months=order.extension_months,
        days=order.extension_days,
        places=places_of(desk, order.deliver_to or order.billing),
    )


def _papers(desk: Desk, connection: Asked, order_id: int) -> list[Paper]:
    """Every letter with the instruction that left: confirmations, and offers that were accepted.

    Who says yes to an offer in text form has it by then, at the latest.
    """
    y, v = t.order_yes.c, t.order_version.c
    accepted = or_(_o.id == order_id, and_(_o.amends == order_id, _o.state == "merged"))
    rows = connection.execute(
        select(_letter.kind, _letter.order_version, _letter.received_on, _SENT.label("sent_at"), _o.offer_number,
               _o.amends, y.received_on.label("yes_on"), v.version.label("ended"))
        .select_from(t.letter)
        .join(t.sale_order, _o.id == _letter.order_id)
        .outerjoin(t.order_yes, y.order_id == _o.id)
        .outerjoin(
            t.order_version, and_(v.order_id == _o.amends, v.words == _o.offer_number)
        )
        .where(accepted)
        .where(_letter.kind.in_((CONFIRMATION, OFFER)))
        .order_by(_letter.id)
    )  # fmt: skip
    found = []
    for row in rows:
        if row.sent_at is None or (row.kind == OFFER and row.yes_on is None):
            continue
        offered = row.kind == OFFER
        received = [day for day in (row.received_on, row.yes_on if offered else None) if day]
        version = row.order_version or 1
        found.append(
            Paper(
                version=row.ended + 1 if row.amends is not None and row.ended else version,
                sent_on=row.sent_at.astimezone(SHOP_ZONE).date(),
                received_on=min(received, default=None),
                confirms=not offered,
            )
        )
    return found


def places_of(desk: Desk, address: dict[str, str]) -> tuple[str, ...]:
    """Where a holiday moves the end of a period of this customer."""
    return withdrawal.places(
        desk.setting("shop.country"),
        desk.setting("shop.land"),
        address.get("country", "DE"),
        address.get("postcode", ""),
    )
