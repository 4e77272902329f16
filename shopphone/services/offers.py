"""Contracts that need the customer's yes in text form: offered by letter, accepted, then placed."""

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import bindparam, insert, select, update

import shopphone.services.changes as changes
import shopphone.services.counters as counters
import shopphone.services.minors as minors
import shopphone.services.order_money as order_money
import shopphone.services.order_writing as order_writing
import shopphone.services.orders as orders
from shopphone.domain import order_states, payment
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.domain.letters_log import OFFER
from shopphone.domain.order_life import offer_ends
from shopphone.domain.orders import OrderDraft, Placed
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

CHANNELS = ("letter", "email", "fax", "message")  # text form: § 126b BGB
_MOST_BYTES = 20_000_000
_o = t.sale_order.c
_OF_DRAFT = select(_o.id, _o.offer_number, _o.total, _o.placed_at).where(
    _o.draft_key == bindparam("key")
)


def offer(desk: Desk, draft: OrderDraft, texts: Mapping[str, str]) -> Placed:
    """Write the offer: all that is told and agreed is kept, nothing is concluded yet.

    It has a number of its own; the order's is given when it is placed. A draft that changes an
    order is offered as its next version. Raises Refused as orders.place does, and for a change
    order_not_changeable, nothing_changed.
    """
    positions = None if draft.changes is None else changes.places_in(desk, draft)
    reckoned = orders.reckon(desk, draft)
    orders.refuse_unready(desk, draft, reckoned)
    sums = reckoned.sums
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        counters.lock(tx, "offer")
        before = tx.execute(_OF_DRAFT, {"key": draft.key}).first()
        if before is not None:
            return Placed(
                order_id=before.id,
                number=before.offer_number,
                total=before.total,
                placed_at=before.placed_at,
                letter=OFFER,
            )
        pattern = desk.setting("order.offer_pattern")
        number = counters.printed(pattern, counters.step(tx, "offer"), desk.today().year)
        values = order_writing.order_values(desk, draft, sums, now, desk.today(), reckoned.method)
        values |= {
            "number": number,
            "standard_shipping": reckoned.standard,
            "offer_number": number,
            "amends": draft.changes,
            "staff_id": staff_id,
            "draft_key": draft.key,
            "call_id": draft.call_id,
            "direction": draft.direction,
            "state": "offered",
            "payment_state": "open",
        }
        order_id = tx.insert(insert(t.sale_order), values)
        orders.write_rest(desk, tx, order_id, draft, sums, texts, positions)
        if draft.payment_code == payment.Payment.SEPA_DEBIT:
            tx.execute(insert(t.order_mandate), order_money.mandate_values(order_id, number, draft))
        order_writing.record_move(tx, order_id, "draft", "offered", now, staff_id)
    return Placed(order_id=order_id, number=number, total=sums.total, placed_at=now, letter=OFFER)


def accept(
    desk: Desk,
    order_id: int,
    received_on: date,
    channel: str,
    words: str,
    evidence: str = "",
    seen: int = 0,
) -> None:
    """Keep the customer's yes in text form: when it came, how, and the file that proves it.

    evidence: path of a file, "" if the paper is kept elsewhere; then words must say where. Raises
    Refused: order_changed_meanwhile, move_not_allowed, day_in_future, day_before_order,
    evidence_missing, evidence_too_big, offer_not_sent while nobody has the offer's letter, and
    yes_late once the offer has ended; Unavailable("file_unread").
    """
    proof = _proof(evidence, words)
    with desk.db.writing() as tx:
        order = _claim_offer(desk, tx, order_id, received_on, seen)
        ended_on = offer_ends(_offered_on(desk, tx, order_id))
        if received_on > ended_on:
            raise Refused("yes_late", day=ended_on)
        _keep_yes(desk, tx, order, _Yes(order_id, received_on, channel, words, evidence, proof))


def accept_late(
    desk: Desk,
    order_id: int,
    received_on: date,
    channel: str,
    words: str,
    evidence: str = "",
    seen: int = 0,
) -> None:
    """The shop takes a yes that came too late, as an offer of the customer's (§ 150 (1) BGB).

    Then the contract is that of the day it is placed. Raises what accept does but yes_late.
    """
    proof = _proof(evidence, words)
    with desk.db.writing() as tx:
        order = _claim_offer(desk, tx, order_id, received_on, seen)
        late = received_on > offer_ends(_offered_on(desk, tx, order_id))
        yes = _Yes(order_id, received_on, channel, words, evidence, proof, late)
        _keep_yes(desk, tx, order, yes)
        if late:
            staff_id = desk.staff_id()
            order_writing.record_event(tx, order_id, "yes_late", desk.now(), staff_id)


class _Yes(NamedTuple):
    order_id: int
    received_on: date
    channel: str
    words: str
    evidence: str
    proof: bytes | None
    late: bool = False


def _claim_offer(desk: Desk, tx: Writing, order_id: int, received_on: date, seen: int) -> Record:
    """Who has no letter has nothing to accept: text form is for the offer too (§ 126b BGB)."""
    order = order_writing.claim(tx, order_id, seen)
    order_money.refuse_odd_day(desk, tx, order_id, received_on)
    order_states.check_move(order.state, "accepted", confirmation_sent=False, reason="")
    letter = t.letter.c
    left = tx.execute(
        select(letter.id)
        .where(letter.order_id == order_id)
        .where(letter.kind == OFFER)
        .where(letter.state == "printed")
    ).first()
    if left is None:
        raise Refused("offer_not_sent")
    return order


def _offered_on(desk: Desk, tx: Writing, order_id: int) -> date:
    return desk.day_of(tx.execute(select(_o.placed_at).where(_o.id == order_id)).scalar_one())


def _keep_yes(desk: Desk, tx: Writing, order: Record, yes: _Yes) -> None:
    now, staff_id = desk.now(), desk.staff_id()
    tx.execute(
        insert(t.order_yes),
        {
            "order_id": yes.order_id,
            "received_on": yes.received_on,
            "recorded_at": now,
            "channel": yes.channel,
            "words": yes.words.strip(),
            "evidence_name": Path(yes.evidence).name if yes.evidence else "",
            "evidence": yes.proof,
            "sha256": hashlib.sha256(yes.proof).hexdigest() if yes.proof else "",
            "late": yes.late,
            "staff_id": staff_id,
        },
    )
    tx.execute(update(t.sale_order).where(_o.id == yes.order_id).values(state="accepted"))
    order_writing.record_move(tx, yes.order_id, order.state, "accepted", now, staff_id, yes.channel)


def conclude(desk: Desk, order_id: int, seen: int = 0) -> Placed:
    """The accepted offer becomes the contract and gets the order's number.

    The prices of the offer hold; days to pay and to deliver count from now. An accepted change
    becomes the next version of its order. Raises Refused: order_changed_meanwhile,
    move_not_allowed, and for a change as changes.merge does.
    """
    now, staff_id, today = desk.now(), desk.staff_id(), desk.today()
    with desk.db.writing() as tx:
        counters.lock(tx, orders.NUMBER_TAKEN_BY)
        order = order_writing.claim(tx, order_id, seen)
        if tx.execute(select(_o.amends).where(_o.id == order_id)).scalar() is not None:
            order_states.check_move(order.state, "merged", confirmation_sent=False, reason="")
            placed = changes.merge(desk, tx, order_id, staff_id)
            tx.execute(update(t.sale_order).where(_o.id == order_id).values(state="merged"))
            order_writing.record_move(
                tx, order_id, order.state, "merged", now, staff_id, placed.number
            )
            return placed
        order_states.check_move(order.state, "placed", confirmation_sent=False, reason="")
        number = orders.next_number(desk, tx)
        old = tx.execute(
            select(_o.total, _o.placed_at, _o.latest_delivery, _o.due_on).where(_o.id == order_id)
        ).one()
        waited = today - desk.day_of(old.placed_at)
        later = {
            name: day + waited
            for name, day in (("latest_delivery", old.latest_delivery), ("due_on", old.due_on))
            if day is not None
        }
        tx.execute(
            update(t.sale_order)
            .where(_o.id == order_id)
            .values(number=number, state="placed", placed_at=now, **later)
        )
        minors.ask_now(desk, tx, order_id)
        order_writing.record_move(tx, order_id, order.state, "placed", now, staff_id)
    return Placed(order_id=order_id, number=number, total=old.total, placed_at=now)


def evidence_of(desk: Desk, order_id: int) -> tuple[str, bytes] | None:
    """Name and bytes of the file that proves the yes."""
    y = t.order_yes.c
    with desk.db.reading() as connection:
        row = connection.execute(
            select(y.evidence_name, y.evidence).where(y.order_id == order_id)
        ).first()
    return None if row is None or row.evidence is None else (row.evidence_name, bytes(row.evidence))


def _proof(evidence: str, words: str) -> bytes | None:
    proof = _read(evidence) if evidence else None
    if proof is None and not words.strip():
        raise Refused("evidence_missing", field="words")
    return proof


def _read(path: str) -> bytes:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error
    if len(content) > _MOST_BYTES:
        raise Refused("evidence_too_big", field="evidence", limit=_MOST_BYTES // 1_000_000)
    return content
