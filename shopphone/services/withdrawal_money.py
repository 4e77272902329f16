"""What an order's withdrawals come to: reckoned from what is agreed, kept once it was paid back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import insert, select, update

from shopphone.domain import refunds, withdrawals
from shopphone.domain.money import round2
from shopphone.domain.order_states import PaymentState
from shopphone.domain.refunds import Case, Given, Ledger, Money, Piece, Settled, Share
from shopphone.domain.withdrawals import VALID, Decision, Event
from shopphone.store import tables as t
from shopphone.store.db import Asked, Writing
from shopphone.store.types import Record

_w, _wl, _e = t.withdrawal.c, t.withdrawal_line.c, t.withdrawal_event.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The rows of an order's withdrawals, the oldest first, each with its lines and what it gives."""

    lines: tuple[Record, ...]
    pieces: tuple[tuple[Record, ...], ...]
    ledger: Ledger
    standard_known: bool


def reckon(asked: Asked, order: Record, rows: Sequence[Record]) -> Reckoned:
    """order: its whole row; rows: its withdrawals by id."""
    ol = t.order_line.c
    lines = asked.execute(
        select(t.order_line).where(ol.order_id == order.id).order_by(ol.position)
    ).all()
    chosen: dict[int, list[Record]] = defaultdict(list)
    for each in asked.execute(
        select(t.withdrawal_line)
        .join_from(t.withdrawal_line, t.withdrawal)
        .where(_w.order_id == order.id)
        .order_by(_wl.position)
    ):
        chosen[each.withdrawal_id].append(each)
    paid_back = set(
        asked.execute(
            select(_e.withdrawal_id)
            .join_from(t.withdrawal_event, t.withdrawal)
            .where(_w.order_id == order.id)
            .where(_e.code == Event.REFUNDED)
            .where(_e.taken_back_at.is_(None))
        ).scalars()
    )
    shares, sent = _shares(order, lines)
    cases = [_case(row, chosen[row.id], paid_back) for row in rows]
    money = Money(
        total=order.total,
        paid=order.paid_amount,
        sent=sent,
        standard=_standard(order, sent),
        returned=order.payment_state == PaymentState.REFUNDED,
    )
    return Reckoned(
        lines=tuple(lines),
        pieces=tuple(tuple(chosen[row.id]) for row in rows),
        ledger=refunds.reckon(shares, cases, money),
        standard_known=money.standard is not None,
    )


def restate(tx: Writing, order_id: int) -> None:
    """Keep with the order and its withdrawals what they come to now; what was paid back stays.

    For whoever changes the order's price, what was paid of it, or a withdrawal.
    """
    o = t.sale_order.c
    rows = tx.execute(select(t.withdrawal).where(_w.order_id == order_id).order_by(_w.id)).all()
    if not rows:
        return
    order = tx.execute(select(t.sale_order).where(o.id == order_id)).one()
    found = reckon(tx, order, rows)
    for row, pieces, given in zip(rows, found.pieces, found.ledger.given, strict=True):
        _keep(tx, row, pieces, given)
    tx.execute(
        update(t.sale_order)
        .where(o.id == order_id)
        .values(
            taken_off=order.total - found.ledger.due,
            given_back=order.paid_amount - found.ledger.kept,
        )
    )


def note_refunded(tx: Writing, withdrawal_id: int, day: date, at: datetime, staff_id: int) -> None:
    """Its money went back; from now on its calculation stays as it was reckoned last."""
    values = {"withdrawal_id": withdrawal_id, "code": Event.REFUNDED, "day": day}
    tx.execute(insert(t.withdrawal_event), {**values, "at": at, "staff_id": staff_id})


def _keep(tx: Writing, row: Record, pieces: Sequence[Record], given: Given) -> None:
    tx.execute(
        update(t.withdrawal)
        .where(_w.id == row.id)
        .values(
            shipping=given.shipping,
            surcharge=given.surcharge,
            surplus=given.surplus,
            refund=given.refund,
        )
    )
    for piece, amount in zip(pieces, given.amounts, strict=True):
        if piece.amount is None:
            tx.execute(
                update(t.withdrawal_line)
                .where(_wl.withdrawal_id == row.id)
                .where(_wl.position == piece.position)
                .values(amount=amount)
            )


def _shares(order: Record, lines: Sequence[Record]) -> tuple[list[Share], Decimal]:
    """What each line costs by what is agreed now, and sending; those a change cancelled beside them.

    A withdrawal taken back may be of a cancelled line.
    """
    standing = [line for line in lines if line.cancelled_in is None]
    costs, sent = withdrawals.paid_amounts(
        [(line.gross, round2(line.deposit * line.quantity), line.vat) for line in standing],
        off=order.discount + order.coupon,
        shipping=order.shipping_gross,
        total=order.total,
    )
    amounts = dict(zip((line.position for line in standing), costs, strict=True))
    return [
        Share(
            position=line.position,
            quantity=line.quantity,
            amount=amounts.get(line.position, line.gross),
            standing=line.position in amounts,
        )
        for line in lines
    ], sent


def _standard(order: Record, sent: Decimal) -> Decimal | None:
    """The standard delivery cost as part of the total: with its VAT where prices are net."""
    standard: Decimal | None = order.standard_shipping
    if standard is None or standard >= order.shipping_gross:
        return None if standard is None else sent
    return round2(sent * standard / order.shipping_gross)


def _case(row: Record, pieces: Sequence[Record], paid_back: set[int]) -> Case:
    stands = row.taken_back_at is None
    settled = None
    if row.id in paid_back and row.refund is not None:
        settled = Settled(
            shipping=row.shipping,
            surcharge=row.surcharge,
            surplus=row.surplus,
            refund=row.refund,
        )
    return Case(
        pieces=[
            Piece(
                position=each.position,
                quantity=each.quantity,
                amount=each.amount,
                loss=each.loss,
                done=each.done,
            )
            for each in pieces
        ],
        takes=stands and row.decision != Decision.DECLINED,
        holds=stands and row.decision in VALID,
        named_surcharge=row.named_surcharge,
        settled=settled,
    )
