"""The archive of letters: what came back or was received, whether the bytes are whole, a year as a folder."""

import csv
import hashlib
import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, insert, select, update

from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Moment, Record

_INDEX = "index.csv"
_COLUMNS = (
    "file", "letter", "order", "customer", "language", "written", "written_by", "left", "channel",
    "recipient", "sent_by", "received_on", "received_by", "pages", "sha256",
)  # fmt: skip
_l, _e = t.letter.c, t.letter_event.c
_left = (
    select(func.max(_e.id))
    .where(_e.letter_id == _l.id)
    .where(_e.error == "")
    .correlate(t.letter)
    .scalar_subquery()
)
_writer, _sender = t.staff.alias(), t.staff.alias()
_KEPT = (
    select(
        _l.id, _l.kind, _l.language, _l.created_at, _l.pages, _l.sha256, _l.received_on,
        _l.received_by, t.sale_order.c.number, t.customer.c.name.label("customer"), _e.channel,
        _e.at, _e.printer, _writer.c.name.label("writer"), _sender.c.name.label("sender"),
    )
    .select_from(t.letter)
    .join(t.letter_event, _e.id == _left)
    .outerjoin(t.sale_order, t.sale_order.c.id == _l.order_id)
    .outerjoin(t.customer, t.customer.c.id == _l.customer_id)
    .outerjoin(_writer, _writer.c.id == _l.staff_id)
    .outerjoin(_sender, _sender.c.id == _e.staff_id)
)  # fmt: skip


def came_back(tx: Writing, letter_id: int, channel: str, at: datetime, staff_id: int) -> None:
    """It did not reach the customer: the letter waits again, unless a newer one took its place."""
    letter = tx.execute(select(_l.order_id, _l.kind).where(_l.id == letter_id)).one()
    newer = (
        select(_l.id)
        .where(_l.order_id == letter.order_id)
        .where(_l.kind == letter.kind)
        .where(_l.id > letter_id)
    )
    state = "queued" if tx.execute(newer.limit(1)).first() is None else "superseded"
    values = {"state": state, "received_on": None, "received_by": ""}
    tx.execute(update(t.letter).where(_l.id == letter_id).values(**values))
    event = {
        "letter_id": letter_id,
        "channel": channel,
        "at": at,
        "error": "came_back",
        "staff_id": staff_id,
    }
    tx.execute(insert(t.letter_event), event)


def received(desk: Desk, letter_id: int, on: date, by: str) -> None:
    """The day the customer had the letter. by: CARRIER (its proof) or CUSTOMER (their word).

    Raises Refused: letter_not_sent, day_in_future, day_before_letter.
    """
    with desk.db.writing() as tx:
        row = tx.execute(
            select(_l.created_at, _l.state).where(_l.id == letter_id).with_for_update()
        ).one()
        if row.state != "printed":
            raise Refused("letter_not_sent")
        if on > desk.today():
            raise Refused("day_in_future", field="on")
        if on < desk.day_of(row.created_at):
            raise Refused("day_before_letter", field="on")
        values = {"received_on": on, "received_by": by}
        tx.execute(update(t.letter).where(_l.id == letter_id).values(**values))


def forget_received(desk: Desk, letter_id: int) -> None:
    """Noted by mistake: nobody knows whether the customer had the letter."""
    values = {"received_on": None, "received_by": ""}
    with desk.db.writing() as tx:
        tx.execute(update(t.letter).where(_l.id == letter_id).values(**values))


def damaged(desk: Desk) -> tuple[str, ...]:
    """Names of the letters whose kept bytes are not those that left, one after the other."""
    with desk.db.reading() as connection:
        ids = connection.execute(select(_l.id).order_by(_l.id)).scalars().all()
    query = (
        select(_l.pdf, _l.sha256, _l.kind, _l.created_at, t.sale_order.c.number)
        .select_from(t.letter)
        .outerjoin(t.sale_order, t.sale_order.c.id == _l.order_id)
    )
    found = []
    for letter_id in ids:
        with desk.db.reading() as connection:
            row = connection.execute(query.where(_l.id == letter_id)).one()
        if hashlib.sha256(bytes(row.pdf)).hexdigest() != row.sha256:
            day = desk.day_of(row.created_at).isoformat()
            found.append(
                f"{row.kind} {row.number or ''} {day} (no. {letter_id})".replace("  ", " ")
            )
    return tuple(found)


def years(desk: Desk) -> tuple[int, ...]:
    """The years from the last letter that left to the first; one between may have none."""
    query = select(func.min(_e.at, type_=Moment), func.max(_e.at, type_=Moment))
    with desk.db.reading() as connection:
        first, last = connection.execute(query.where(_e.error == "")).one()
    if first is None:
        return ()
    return tuple(range(desk.day_of(last).year, desk.day_of(first).year - 1, -1))


def export(
    desk: Desk,
    year: int,
    folder: Path,
    stop: threading.Event,
    progress: Callable[[int, int], None],
) -> int:
    """Every letter that left in a year, as PDF files and an index.csv; gives how many.

    Raises Refused: export_folder_full, letters_none; Unavailable: file, letter_damaged. The index
    is written last: a folder without one is not whole.
    """
    rows = _of_year(desk, year)
    if not rows:
        raise Refused("letters_none", count=year)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused("export_folder_full")
        lines = []
        for n, row in enumerate(rows, 1):
            if stop.is_set() or desk.closing.is_set():
                return n - 1
            name = _file_name(desk, row)
            (folder / name).write_bytes(_whole(desk, row))
            lines.append(_line(desk, row, name))
            progress(n, len(rows))
        with (folder / _INDEX).open("w", encoding="utf-8-sig", newline="") as file:
            index = csv.writer(file, delimiter=";")
            index.writerow(_COLUMNS)
            index.writerows(lines)
    except OSError as error:
        raise Unavailable("file", why(error)) from error
    return len(rows)


def _of_year(desk: Desk, year: int) -> list[Record]:
    first = datetime(year, 1, 1, tzinfo=SHOP_ZONE)
    after = datetime(year + 1, 1, 1, tzinfo=SHOP_ZONE)
    query = _KEPT.where(_e.at >= first).where(_e.at < after).order_by(_l.id)
    with desk.db.reading() as connection:
        return list(connection.execute(query))


def _whole(desk: Desk, row: Record) -> bytes:
    with desk.db.reading() as connection:
        pdf = bytes(connection.execute(select(_l.pdf).where(_l.id == row.id)).scalar_one())
    if hashlib.sha256(pdf).hexdigest() != row.sha256:
        raise Unavailable("letter_damaged", str(row.number or row.id))
    return pdf


def _file_name(desk: Desk, row: Record) -> str:
    """By day, so that a folder lists them as they left; numbers of a shop may hold any character."""
    number = "".join(c if c.isalnum() or c in "-_" else "-" for c in (row.number or ""))[:60]
    return f"{desk.day_of(row.at).isoformat()}-{row.id:06}-{row.kind}-{number}".rstrip("-") + ".pdf"


def _line(desk: Desk, row: Record, name: str) -> tuple[str, ...]:
    cells = (
        name,
        row.kind,
        row.number or "",
        row.customer or "",
        row.language,
        row.created_at.astimezone(SHOP_ZONE).isoformat(timespec="seconds"),
        row.writer or "",
        row.at.astimezone(SHOP_ZONE).isoformat(timespec="seconds"),
        row.channel,
        row.printer,
        row.sender or "",
        row.received_on.isoformat() if row.received_on else "",
        row.received_by,
        str(row.pages),
        row.sha256,
    )
    # a table program must not take a name for a formula
    return tuple(f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in cells)
