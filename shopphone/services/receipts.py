"""What came when: the goods and the written confirmation, from which the right of withdrawal runs."""

from datetime import date

from sqlalchemy import func, insert, select, update

from shopphone.domain import withdrawal
from shopphone.domain.days import check_noted
from shopphone.domain.letters_log import CONFIRMATION
from shopphone.domain.order_kinds import WITHOUT_GOODS
from shopphone.domain.order_states import OFFERABLE
from shopphone.domain.withdrawal import Mark, NotedReceipt, Period, Receipt
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Asked
from shopphone.store.types import Record

_r = t.order_receipt.c
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
        placed = tx.execute(
            select(t.sale_order.c.placed_at).where(t.sale_order.c.id == order_id)
        ).scalar_one()
        check_noted(day, since=desk.day_of(placed), today=desk.today())
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
    """When the right of withdrawal of this order's row ends, as far as it is known and there is one."""
    if order.no_withdrawal:
        return None
    rows = connection.execute(_NOTED.where(_r.order_id == order.id))
    known = [Receipt(mark=Mark(row.mark), day=row.day) for row in rows]
    if order.delivered_on is not None:
        known.append(Receipt(mark=Mark.GOODS_LAST, day=order.delivered_on))
    address = order.deliver_to or order.billing
    without_goods = order.matter in WITHOUT_GOODS and order.state not in OFFERABLE
    return withdrawal.period(
        known,
        concluded_on=desk.day_of(order.placed_at) if without_goods else None,
        sent_on=confirmed_since(connection, order.id),
        months=order.extension_months,
        places=places_of(desk, address),
    )


def confirmed_since(connection: Asked, order_id: int) -> date | None:
    """The day the written confirmation first left the house."""
    sent = connection.execute(
        select(func.min(t.letter_event.c.at, type_=t.letter_event.c.at.type))
        .join_from(t.letter_event, t.letter)
        .where(t.letter.c.order_id == order_id)
        .where(t.letter.c.kind == CONFIRMATION)
        .where(t.letter_event.c.error == "")
    ).scalar()
    day: date | None = None if sent is None else sent.astimezone(SHOP_ZONE).date()
    return day


def places_of(desk: Desk, address: dict[str, str]) -> tuple[str, ...]:
    """Where a holiday moves the end of a period of this customer."""
    return withdrawal.places(
        desk.setting("shop.country"),
        desk.setting("shop.land"),
        address.get("country", "DE"),
        address.get("postcode", ""),
    )
