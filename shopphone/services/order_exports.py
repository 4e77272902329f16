"""Orders out of the house: written for another program, marked as exported, taken back until it has them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, exists, insert, select, update

import shopphone.services.order_export_rows as order_export_rows
from shopphone.domain.errors import Refused
from shopphone.domain.exports import (
    LABELS,
    ExportRun,
    OrderFormat,
    OutOrder,
    Shape,
    split_street,
)
from shopphone.domain.order_states import CONFIRMABLE, OrderState
from shopphone.domain.payment import Payment
from shopphone.exchange import jtl_orders, kivitendo_orders, labels_out, orders_out
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_AT_ONCE = 500
_TO_SEND = (OrderState.PLACED, OrderState.CONFIRMED)
_o, _r, _x = t.sale_order.c, t.order_export.c, t.order_export_order.c
_RUNS = (
    select(t.order_export, t.staff.c.name.label("staff"))
    .select_from(t.order_export)
    .outerjoin(t.staff, t.staff.c.id == _r.staff_id)
)


def waiting(desk: Desk, target: str) -> int:
    """How many orders nobody has written for this program yet."""
    with desk.db.reading() as connection:
        return len(connection.execute(select(_o.id).where(_waits(OrderFormat(target)))).all())


def write(desk: Desk, target: str, path: Path, numbers: Sequence[str] = ()) -> ExportRun:
    """Write what waits, or the orders of these numbers, and note that they are exported.

    The file is whole before anything is noted: a power cut in between leaves orders that wait,
    never orders that nobody has. Raises Refused: export_nothing, export_unknown,
    order_changed_meanwhile, export_template; Unavailable("file").
    """
    wanted = OrderFormat(target)
    seen = _seen(desk, wanted, numbers)
    if not seen:
        raise Refused("export_nothing")
    _write_file(desk, wanted, path, tuple(seen))
    try:
        run_id = _note(desk, wanted, path.name, seen)
    except Refused:
        path.unlink(missing_ok=True)
        raise
    return run(desk, run_id)


def again(desk: Desk, run_id: int, path: Path) -> None:
    """The same orders once more, as they are now; nothing is noted."""
    with desk.db.reading() as connection:
        told = connection.execute(select(_r.format).where(_r.id == run_id)).scalar_one()
        held = connection.execute(select(_x.order_id).where(_x.export_id == run_id)).scalars()
        keys = sorted(held)
    _write_file(desk, OrderFormat(told), path, keys)


def went_through(desk: Desk, run_id: int) -> None:
    """The other program has taken the file: its orders stay exported.

    Raises Refused("export_over") for one that was taken back, or is through already.
    """
    _end(desk, run_id, "went_through_at")


def undo(desk: Desk, run_id: int) -> None:
    """The file was not used: its orders wait again. Raises Refused("export_over")."""
    _end(desk, run_id, "undone_at")


def run(desk: Desk, run_id: int) -> ExportRun:
    with desk.db.reading() as connection:
        return _run(connection.execute(_RUNS.where(_r.id == run_id)).one())


def runs(desk: Desk, limit: int = 50) -> tuple[ExportRun, ...]:
    """The files that were written, the newest first."""
    with desk.db.reading() as connection:
        rows = connection.execute(_RUNS.order_by(_r.id.desc()).limit(limit))
        return tuple(map(_run, rows))


def _waits(target: OrderFormat) -> ColumnElement[bool]:
    if target not in LABELS:
        return _o.state.in_(CONFIRMABLE) & _o.exported_at.is_(None)
    written = (
        select(_x.order_id)
        .join(t.order_export, _r.id == _x.export_id)
        .where(_x.order_id == _o.id, _r.format == target, _r.undone_at.is_(None))
    )
    collected = _o.payment_code == Payment.CASH_ON_COLLECTION
    return _o.state.in_(_TO_SEND) & ~collected & ~exists(written)


def _seen(desk: Desk, target: OrderFormat, numbers: Sequence[str]) -> dict[int, int]:
    """The orders to write, by key, each with the revision that is written."""
    query = select(_o.id, _o.revision, _o.number).order_by(_o.id)
    with desk.db.reading() as connection:
        if not numbers:
            rows = connection.execute(query.where(_waits(target))).all()
            return {row.id: row.revision for row in rows}
        found: dict[str, Record] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            some = query.where(_o.number.in_(numbers[start : start + _AT_ONCE]))
            found |= {row.number: row for row in connection.execute(some)}
    missing = [number for number in numbers if number not in found]
    if missing:
        raise Refused("export_unknown", numbers=", ".join(missing[:5]))
    return {row.id: row.revision for row in found.values()}


def _write_file(desk: Desk, target: OrderFormat, path: Path, keys: Sequence[int]) -> None:
    orders: Iterator[OutOrder] = order_export_rows.orders(desk, keys)
    match target:
        case OrderFormat.JTL:
            jtl_orders.write(path, orders)
        case OrderFormat.KIVITENDO:
            kivitendo_orders.write(path, orders)
        case OrderFormat.DHL:
            labels_out.write_dhl(path, desk.setting("export.dhl"), _sender(desk), orders)
        case OrderFormat.INTERNETMARKE:
            labels_out.write_stamps(path, _sender(desk), orders)
        case _:
            orders_out.write(path, Shape(target), orders)


def _sender(desk: Desk) -> dict[str, str]:
    street = split_street(desk.setting("shop.street"))
    keys = ("name", "postcode", "town", "country", "email", "phone", "iban", "bic")
    told = {f"shop_{key}": desk.setting(f"shop.{key}") for key in keys}
    told |= {"shop_street": street.name, "shop_house": street.number}
    told["shop_bank"] = desk.setting("shop.bank_name")
    return labels_out.sender(told)


def _note(desk: Desk, target: OrderFormat, name: str, seen: dict[int, int]) -> int:
    now, staff_id = desk.now(), desk.staff_id()
    keys = list(seen)
    values = {
        "at": now, "staff_id": staff_id, "format": target, "name": name, "orders": len(keys),
    }  # fmt: skip
    with desk.db.writing() as tx:
        run_id = tx.insert(insert(t.order_export), values)
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            here = select(_o.id, _o.revision, _o.number).where(_o.id.in_(some)).with_for_update()
            for row in tx.execute(here):
                if row.revision != seen[row.id]:
                    raise Refused("order_changed_meanwhile", field="order", order=row.number)
            links = [{"export_id": run_id, "order_id": key} for key in some]
            tx.execute(insert(t.order_export_order), links)
            if target not in LABELS:
                # who exported it first is who the books have it from
                fresh = _o.id.in_(some) & _o.exported_at.is_(None)
                tx.execute(update(t.sale_order).where(fresh).values(exported_at=now))
    return run_id


def _end(desk: Desk, run_id: int, how: str) -> None:
    with desk.db.writing() as tx:
        row = tx.execute(
            select(_r.format, _r.went_through_at, _r.undone_at)
            .where(_r.id == run_id)
            .with_for_update()
        ).one()
        if row.went_through_at is not None or row.undone_at is not None:
            raise Refused("export_over")
        ended = {how: desk.now()}
        tx.execute(update(t.order_export).where(_r.id == run_id).values(**ended))
        if how == "undone_at" and row.format not in LABELS:
            tx.execute(update(t.sale_order).where(_only_in(run_id)).values(exported_at=None))


def _only_in(run_id: int) -> ColumnElement[bool]:
    """The orders of this file that no other file for a shop system holds."""
    others = (
        select(_x.order_id)
        .join(t.order_export, _r.id == _x.export_id)
        .where(_r.id != run_id, _r.undone_at.is_(None), _r.format.not_in(LABELS))
    )
    own = select(_x.order_id).where(_x.export_id == run_id)
    return _o.id.in_(own) & _o.id.not_in(others)


def _run(row: Record) -> ExportRun:
    ended: tuple[datetime | None, datetime | None] = (row.went_through_at, row.undone_at)
    return ExportRun(
        run_id=row.id,
        at=row.at,
        format=row.format,
        name=row.name,
        orders=row.orders,
        staff=row.staff or "",
        went_through_at=ended[0],
        undone_at=ended[1],
    )
