"""Parcels of an order: one or several, each with its carrier, number and link."""

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import insert, select, update

import shopphone.services.minors as minors
import shopphone.services.order_life as order_life
import shopphone.services.order_money as order_money
import shopphone.services.receipts as receipts
import shopphone.services.withdrawal_book as withdrawal_book
from shopphone.domain import carriers, order_states
from shopphone.domain.errors import Refused
from shopphone.domain.order_life import Parcel, left_to_send, sent_by
from shopphone.domain.readback import START
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.domain.withdrawals import VALID
from shopphone.services.desk import Desk
from shopphone.services.order_writing import claim, confirmation_left, record_event, record_move
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.text import storable

_p = t.order_parcel.c
_OPEN = ("confirmed", "shipped", "delivered")


def set_tracking(desk: Desk, order_id: int, carrier: str, tracking: str, seen: int = 0) -> None:
    """Keep carrier and tracking number; the link is the way of sending's, else the carrier's own."""
    number, staff_id = storable(tracking).strip(), desk.staff_id()
    with desk.db.writing() as tx:
        claim(tx, order_id, seen)
        _keep_newest(desk, tx, order_id, carrier, number)
        record_event(tx, order_id, "tracking", desk.now(), staff_id, f"{carrier} {number}".strip())


def send(
    desk: Desk,
    order_id: int,
    carrier: str,
    tracking: str,
    content: Mapping[int, Decimal],
    seen: int = 0,
) -> None:
    """A parcel with some of the goods leaves; once nothing is left the order is shipped.

    content: position of the line -> quantity. Raises Refused: order_changed_meanwhile,
    move_not_allowed, confirmation_not_sent, parent_pending, start_too_early, start_unknown,
    parcel_empty, parcel_too_much.
    """
    number, now, staff_id = storable(tracking).strip(), desk.now(), desk.staff_id()
    packed = {position: quantity for position, quantity in content.items() if quantity}
    if not packed:
        raise Refused("parcel_empty", field="content")
    with desk.db.writing() as tx:
        order = claim(tx, order_id, seen)
        if order.state not in _OPEN:
            left = confirmation_left(tx, order_id, order.version)
            order_states.check_move(order.state, "shipped", confirmation_sent=left, reason="")
        if not confirmation_left(tx, order_id, order.version):
            raise Refused("confirmation_not_sent")
        minors.refuse_pending(tx, order_id)
        refuse_early(desk, tx, order_id)
        withdrawn = withdrawal_book.taken(tx, order_id, VALID)
        rest = dict(left_to_send(_ordered(tx, order_id), of_order(tx, order_id), withdrawn))
        if any(quantity < 0 or quantity > rest.get(at, 0) for at, quantity in packed.items()):
            raise Refused("parcel_too_much", field="content")
        url = _keep_newest(desk, tx, order_id, carrier, number)
        tx.execute(
            insert(t.order_parcel),
            {
                "order_id": order_id,
                "carrier": carrier,
                "tracking": number,
                "tracking_url": url,
                "content": [[at, str(quantity)] for at, quantity in sorted(packed.items())],
                "sent_on": desk.today(),
                "staff_id": staff_id,
            },
        )
        words = _packed_words(tx, order_id, packed, f"{carrier} {number}".strip())
        record_event(tx, order_id, "parcel", now, staff_id, words)
        whole = all(packed.get(at, 0) == quantity for at, quantity in rest.items())
        if whole and order.state == "confirmed":
            o = t.sale_order
            tx.execute(
                update(o).where(o.c.id == order_id).values(state="shipped", shipped_on=desk.today())
            )
            record_move(tx, order_id, order.state, "shipped", now, staff_id)


def refuse_early(desk: Desk, tx: Writing, order_id: int) -> None:
    """A service begins once its right of withdrawal has ended, or the customer wanted it at once."""
    order = tx.execute(select(t.sale_order).where(t.sale_order.c.id == order_id)).one()
    line = t.order_line.c
    rules = tx.execute(
        select(line.withdrawal_rule)
        .where(line.order_id == order_id)
        .where(line.cancelled_in.is_(None))
    ).scalars()
    has_right = any(WithdrawalRule.of(rule).has_right for rule in rules)
    told = tx.execute(
        select(t.order_told.c.point)
        .where(t.order_told.c.order_id == order_id)
        .where(t.order_told.c.point == START)
    ).first()
    order_states.check_start(
        "shipped",
        order.matter,
        asked_for=order.early_start and told is not None,
        period=receipts.period_of(desk, tx, order) if has_right else None,
        today=desk.today(),
    )


def of_order(tx: Writing, order_id: int) -> tuple[Parcel, ...]:
    query = select(t.order_parcel).where(_p.order_id == order_id).order_by(_p.id)
    return tuple(order_life.parcel_of(row) for row in tx.execute(query))


def sent(tx: Writing, order_id: int) -> dict[int, Decimal]:
    """What has left of each line, by position."""
    return sent_by(of_order(tx, order_id))


def _ordered(tx: Writing, order_id: int) -> list[tuple[int, Decimal]]:
    line = t.order_line.c
    rows = tx.execute(
        select(line.position, line.quantity)
        .where(line.order_id == order_id)
        .where(line.cancelled_in.is_(None))
    )
    return [(row.position, row.quantity) for row in rows]


def _packed_words(tx: Writing, order_id: int, packed: Mapping[int, Decimal], parcel: str) -> str:
    """Which parcel took which lines, as the history keeps it."""
    line = t.order_line.c
    rows = tx.execute(
        select(line.position, line.name, line.option)
        .where(line.order_id == order_id)
        .where(line.position.in_(packed))
        .order_by(line.position)
    )
    content = ", ".join(
        f"{packed[row.position].normalize():f} × {row.name} {row.option}".strip() for row in rows
    )
    return f"{parcel}: {content}" if parcel else content


def _keep_newest(desk: Desk, tx: Writing, order_id: int, carrier: str, number: str) -> str:
    """The newest parcel stands in the order itself, where lists and the caller card find it."""
    o = t.sale_order.c
    code = tx.execute(select(o.shipping_code).where(o.id == order_id)).scalar_one()
    method = next((m for m in order_money.shipping_methods(desk) if m.code == code), None)
    # the shop's own link is that of its carrier; a parcel given to another one has another page
    own = method is not None and (
        not carrier or not method.carrier or carrier.casefold() in _names(method.carrier)
    )
    template = method.tracking_url if method is not None and own else ""
    url = carriers.link(carrier, number, template)
    tx.execute(
        update(t.sale_order)
        .where(o.id == order_id)
        .values(carrier=carrier, tracking=number, tracking_url=url)
    )
    return url


def _names(carrier: str) -> tuple[str, ...]:
    words = carrier.casefold()
    return (words, *words.split())
