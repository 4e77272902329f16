"""Complaints about defects: noted once the choice of remedy was told, with how long rights last."""

from datetime import date

from sqlalchemy import insert, select, update

import shopphone.services.receipts as receipts
from shopphone.domain import defects, withdrawal
from shopphone.domain.defects import Defect, DefectDraft
from shopphone.domain.errors import Refused
from shopphone.domain.withdrawal import Mark, Receipt
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_d = t.defect.c
_ROWS = (
    select(
        t.defect,
        t.staff.c.name.label("staff"),
        t.order_line.c.name,
        t.order_line.c.option,
        t.sale_order.c.delivered_on,
    )
    .join(t.sale_order, t.sale_order.c.id == _d.order_id)
    .join(
        t.order_line,
        (t.order_line.c.order_id == _d.order_id) & (t.order_line.c.position == _d.position),
    )
    .outerjoin(t.staff, t.staff.c.id == _d.staff_id)
    .order_by(_d.id)
)


def report(desk: Desk, draft: DefectDraft) -> int:
    """Note a defect. Raises Refused: remedy_not_told, words_missing, day_in_future, line_unknown."""
    defects.check(draft, desk.today())
    now, staff_id = desk.now(), desk.staff_id()
    ol = t.order_line.c
    with desk.db.writing() as tx:
        name = tx.execute(
            select(t.sale_order.c.name)
            .join_from(t.sale_order, t.order_line)
            .where(ol.order_id == draft.order_id)
            .where(ol.position == draft.position)
        ).scalar()
        if name is None:
            raise Refused("choice_unknown", field="position")
        return tx.insert(
            insert(t.defect),
            {
                "order_id": draft.order_id,
                "position": draft.position,
                "call_id": draft.call_id,
                "shown_on": draft.shown_on,
                "reported_at": now,
                "reported_by": draft.reported_by.strip() or name,
                "words": draft.words.strip(),
                "told_at": now,
                "remedy": draft.remedy,
                "staff_id": staff_id,
            },
        )


def choose(desk: Desk, defect_id: int, remedy: str) -> None:
    """The customer has chosen, after the choice was told."""
    if remedy not in defects.REMEDIES:
        raise Refused("choice_unknown", field="remedy")
    with desk.db.writing() as tx:
        tx.execute(update(t.defect).where(_d.id == defect_id).values(remedy=remedy))


def handed_back(desk: Desk, defect_id: int, day: date) -> None:
    """The repaired or replaced goods came back to the customer on this day."""
    if day > desk.today():
        raise Refused("day_in_future", field="day")
    with desk.db.writing() as tx:
        tx.execute(update(t.defect).where(_d.id == defect_id).values(returned_on=day))


def read(desk: Desk, defect_id: int) -> Defect:
    with desk.db.reading() as connection:
        row = connection.execute(_ROWS.where(_d.id == defect_id)).one()
    return _defect(desk, row)


def of_order(desk: Desk, order_id: int) -> tuple[Defect, ...]:
    with desk.db.reading() as connection:
        rows = connection.execute(_ROWS.where(_d.order_id == order_id)).all()
    return tuple(_defect(desk, row) for row in rows)


def _defect(desk: Desk, row: Record) -> Defect:
    known = [
        Receipt(mark=each.mark, day=each.day) for each in receipts.of_order(desk, row.order_id)
    ]
    if row.delivered_on is not None:
        known.append(Receipt(mark=Mark.GOODS_LAST, day=row.delivered_on))
    delivered_on, _ = withdrawal.goods_received(known)
    return Defect(
        defect_id=row.id,
        order_id=row.order_id,
        position=row.position,
        name=f"{row.name} {row.option}".strip(),
        words=row.words,
        reported_by=row.reported_by,
        reported_at=row.reported_at,
        shown_on=row.shown_on,
        told_at=row.told_at,
        remedy=row.remedy,
        returned_on=row.returned_on,
        staff=row.staff or "",
        letter_id=row.letter_id,
        limitation=None
        if delivered_on is None
        else defects.limitation(delivered_on, row.shown_on, row.returned_on),
    )
