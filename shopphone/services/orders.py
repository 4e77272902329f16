"""Orders: placed with number and snapshot in one transaction, moved only along the table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, insert, select, update

import shopphone.services.counters as counters
import shopphone.services.mandates as mandates
import shopphone.services.minors as minors
import shopphone.services.money as money
import shopphone.services.order_book as order_book
import shopphone.services.order_money as order_money
import shopphone.services.order_writing as order_writing
import shopphone.services.parcels as parcels
import shopphone.services.payments as payments
from shopphone.domain import (
    addresses,
    order_states,
    particulars,
    payment,
    prices,
    readback,
    sending,
    settling,
)
from shopphone.domain.customers import CustomerKind
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import CONFIRMATION, OFFER
from shopphone.domain.order_kinds import YesReason, billing_of, check_term, written_yes
from shopphone.domain.order_states import OFFERABLE
from shopphone.domain.orders import OrderDraft, Placed, draft_totals
from shopphone.domain.prices import Pricing
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.totals import Totals
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.services.desk import Desk
from shopphone.services.order_writing import record_move
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

NUMBER_TAKEN_BY = "order"
_DAYS = {"shipped": "shipped_on", "delivered": "delivered_on"}
_INSERT = insert(t.sale_order)
_PLACED = select(
    t.sale_order.c.id,
    t.sale_order.c.number,
    t.sale_order.c.total,
    t.sale_order.c.placed_at,
    t.sale_order.c.state,
)
_OF_DRAFT = _PLACED.where(t.sale_order.c.draft_key == bindparam("key"))
_OF_CALL = _PLACED.where(t.sale_order.c.call_id == bindparam("call")).order_by(t.sale_order.c.id)
_INSERT_LINES = insert(t.order_line)
_INSERT_TOLD = insert(t.order_told)


def opening(desk: Desk, direction: str) -> readback.ReadBackPoint:
    """What whoever calls for the shop says first (§ 312a (1) BGB)."""
    about = readback.About(direction=direction, clerk=_clerk(desk))
    return readback.opening_of(desk.setting("shop.name"), about)


def _clerk(desk: Desk) -> str:
    return desk.staff_name or desk.setting("desk.staff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """What a draft comes to now. standard: what the cheapest standard delivery costs."""

    method: ShippingMethod | None
    pricing: Pricing
    sums: Totals
    standard: Decimal | None


def read_back(desk: Desk, draft: OrderDraft) -> tuple[readback.ReadBackPoint, ...]:
    """The points of Art. 246a § 3 EGBGB with the facts of this order, and those its kind needs."""
    return _points(desk, draft, reckon(desk, draft).sums)


def _points(desk: Desk, draft: OrderDraft, sums: Totals) -> tuple[readback.ReadBackPoint, ...]:
    months, days = order_writing.extension(desk, draft)
    return readback.points(
        [
            readback.SpokenLine(
                quantity=line.quantity,
                name=line.full_name,
                rule=WithdrawalRule.of(line.withdrawal_rule),
                essentials=line.description,
            )
            for line in draft.lines
        ],
        seller=desk.setting("shop.name"),
        total=sums.total if draft.shipping_code else None,
        shipping=sums.shipping_in_total,
        with_vat=sums.shows_vat,
        extension_months=months,
        extension_days=days,
        return_cost=order_writing.return_cost(desk, draft),
        about=readback.About(
            matter=draft.matter,
            direction=draft.direction,
            country=draft.residence,
            clerk=_clerk(desk),
            term=draft.term,
            early_start=draft.early_start,
            minimum_age=sending.minimum_age(draft),
            of_age=draft.of_age,
            info_sent=draft.info_sent,
            billing_months=billing_of(draft.matter, draft.billing_months),
            return_amount=particulars.return_amount(
                particulars.read(desk.setting("goods.particulars")),
                [(line.sku, line.quantity) for line in draft.lines],
            ),
            without_right=order_writing.is_without_right(desk, draft),
        ),
    )


def totals_of(desk: Desk, draft: OrderDraft) -> Totals:
    """The sums in the VAT mode that holds now."""
    return reckon(desk, draft).sums


def reckon(desk: Desk, draft: OrderDraft) -> Reckoned:
    """Way of sending, prices and sums of a draft as they hold now, looked up once."""
    methods = order_money.shipping_methods(desk)
    method = next((each for each in methods if each.code == draft.shipping_code), None)
    pricing = settling.pricing_of(draft, money.vat_policy(desk), desk.today(), method)
    sums = draft_totals(replace(draft, vat_mode=pricing.mode))
    standard = settling.standard_shipping(draft, method, methods, pricing)
    return Reckoned(method=method, pricing=pricing, sums=sums, standard=standard)


def yes_needed(desk: Desk, draft: OrderDraft) -> YesReason | None:
    """Why this order needs the customer's yes in text form; None if the yes on the phone does."""
    return written_yes(
        draft.matter,
        draft.direction,
        draft.residence,
        shop_rule=desk.setting("order.text_yes"),
        consumer=draft.customer_kind != CustomerKind.BUSINESS,
    )


def place(desk: Desk, draft: OrderDraft, texts: Mapping[str, str]) -> Placed:
    """Conclude the contract: number, snapshot, told points and call link in one transaction.

    texts: point code -> the sentence as it was read. A draft that was placed before gives back
    its order: the desk may have died before it could forget the draft. Raises Refused:
    order_empty, line_incomplete, price_reason_missing, customer_missing, address_missing,
    postcode_invalid, shipping_missing, sending_impossible, payment_impossible, iban_invalid,
    vat_mode_changed, free_line_not_allowed, term_too_long, renewal_too_long, notice_too_long,
    parent_missing, minor_bound, minor_goods, not_read_back, told_facts_differ, written_yes_needed, or what is
    wrong with the coupon.
    """
    reckoned = reckon(desk, draft)
    refuse_unready(desk, draft, reckoned)
    reason = yes_needed(desk, draft)
    if reason is not None:
        raise Refused("written_yes_needed", why=str(reason))
    sums = reckoned.sums
    now, today = desk.now(), desk.today()
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        counters.lock(tx, NUMBER_TAKEN_BY)
        before = tx.execute(_OF_DRAFT, {"key": draft.key}).first()
        if before is not None:
            return _placed(before)
        number = next_number(desk, tx)
        values = order_writing.order_values(desk, draft, sums, now, today, reckoned.method)
        values |= {
            "number": number,
            "standard_shipping": reckoned.standard,
            "staff_id": staff_id,
            "draft_key": draft.key,
            "call_id": draft.call_id,
            "direction": draft.direction,
            "state": "placed",
            "payment_state": "open",
        }
        order_id = tx.insert(_INSERT, values)
        write_rest(desk, tx, order_id, draft, sums, texts)
        if draft.payment_code == payment.Payment.SEPA_DEBIT:
            tx.execute(insert(t.order_mandate), order_money.mandate_values(order_id, number, draft))
        record_move(tx, order_id, "draft", "placed", now, staff_id)
    return Placed(order_id=order_id, number=number, total=sums.total, placed_at=now)


def next_number(desk: Desk, tx: Writing) -> str:
    """A number for an order that is placed in this transaction; nothing else takes one."""
    step = counters.step(tx, NUMBER_TAKEN_BY)
    return counters.printed(desk.setting("order.pattern"), step, desk.today().year)


def write_rest(
    desk: Desk,
    tx: Writing,
    order_id: int,
    draft: OrderDraft,
    sums: Totals,
    texts: Mapping[str, str],
    positions: list[int] | None = None,
) -> None:
    """What hangs on a new order: lines, told points, enclosed articles, a minor's parent."""
    staff_id = desk.staff_id()
    tx.execute(_INSERT_LINES, order_writing.line_values(order_id, draft, sums, positions))
    tx.execute(_INSERT_TOLD, order_writing.told_values(order_id, draft, texts, staff_id))
    enclose(tx, order_id, draft)
    if draft.of_age == "no":
        minors.begin(desk, tx, order_id, draft.parent)
    if draft.info_sent:
        at = datetime.fromisoformat(draft.info_sent)
        order_writing.record_event(tx, order_id, "info_sent", at, staff_id, draft.email)


def enclose(tx: Writing, order_id: int, draft: OrderDraft) -> None:
    """The articles that go with the letters of this order."""
    if draft.article_ids:
        links = [{"order_id": order_id, "article_id": each} for each in draft.article_ids]
        tx.execute(insert(t.order_article), links)


def placed_of(desk: Desk, call_id: int) -> tuple[Placed, ...]:
    """The orders placed in this call, the newest last."""
    with desk.db.reading() as connection:
        rows = connection.execute(_OF_CALL, {"call": call_id}).all()
    return tuple(_placed(row) for row in rows)


def placed_from(desk: Desk, draft_key: str) -> Placed | None:
    """The order this draft became, if it did."""
    with desk.db.reading() as connection:
        row = connection.execute(_OF_DRAFT, {"key": draft_key}).first()
    return None if row is None else _placed(row)


def move(
    desk: Desk,
    order_id: int,
    target: str,
    reason: str = "",
    seen: int = 0,
    on: date | None = None,
) -> None:
    """Move an order by hand. seen: the revision that was looked at, 0 for any; on: the day it was
    shipped or delivered, None for today.

    Raises Refused: order_changed_meanwhile, move_not_allowed, confirmation_not_sent,
    reason_missing, parent_pending, start_too_early, start_unknown, day_in_future, day_before_order.
    """
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        order = order_writing.claim(tx, order_id, seen)
        sent = order_writing.confirmation_left(tx, order_id, order.version)
        if target == "shipped":
            minors.refuse_pending(tx, order_id)
            parcels.refuse_early(desk, tx, order_id)
        order_states.check_move(order.state, target, confirmation_sent=sent, reason=reason)
        values: dict[str, Any] = {"state": target}
        if target in _DAYS:
            values[_DAYS[target]] = on or desk.today()
            order_money.refuse_odd_day(desk, tx, order_id, values[_DAYS[target]])
        if target == "cancelled":
            order_writing.unqueue(tx, order_id, CONFIRMATION, OFFER)
            order_writing.close_change_offers(desk, tx, order_id, target)
        tx.execute(update(t.sale_order).where(t.sale_order.c.id == order_id).values(**values))
        record_move(tx, order_id, order.state, target, now, staff_id, reason)


def confirm(tx: Writing, order_id: int, version: int | None, now: datetime, staff_id: int) -> None:
    """The confirmation of the version that holds has left: placed becomes confirmed."""
    o = t.sale_order.c
    row = tx.execute(select(o.state, o.version).where(o.id == order_id).with_for_update()).one()
    if row.state == "placed" and version in (None, row.version):
        tx.execute(update(t.sale_order).where(o.id == order_id).values(state="confirmed"))
        record_move(tx, order_id, row.state, "confirmed", now, staff_id)


shipping_methods = order_money.shipping_methods
set_tracking = parcels.set_tracking
send_parcel = parcels.send
shop_terms = order_money.shop_terms
mandate_returned = mandates.returned
set_paid = payments.set_paid
paid_by_transfer = payments.paid_by_transfer
set_refunded = payments.set_refunded
settle_difference = payments.settle_difference
page = order_book.page
detail = order_book.detail
by_number = order_book.by_number


def refuse_unready(desk: Desk, draft: OrderDraft, reckoned: Reckoned) -> None:
    """Everything that keeps a draft from being agreed, offered or changed to."""
    if draft.is_empty:
        raise Refused("order_empty", field="input")
    if not all(line.is_complete for line in draft.lines):
        raise Refused("line_incomplete", field="lines")
    if any(map(prices.needs_reason, draft.lines)):
        raise Refused("price_reason_missing", field="lines")
    if draft.customer_id is None:
        raise Refused("customer_missing", field="customer")
    addresses.check(draft.billing)
    if draft.deliver_to is not None:
        addresses.check(draft.deliver_to)
    minors.refuse_unready(draft)
    if not draft.shipping_code:
        raise Refused("shipping_missing", field="shipping")
    order_money.refuse(desk, draft, reckoned.pricing, reckoned.method)
    consumer = draft.customer_kind != CustomerKind.BUSINESS
    check_term(draft.term, draft.matter, consumer=consumer)
    _refuse_untold(desk, draft, reckoned.sums)


def _refuse_untold(desk: Desk, draft: OrderDraft, sums: Totals) -> None:
    points = _points(desk, draft, sums)
    left = readback.missing(draft.told, (point.code for point in points))
    if left:
        raise Refused("not_read_back", missing=left)
    if readback.needs_info(points) and not draft.info_sent:
        raise Refused("info_not_sent", field="info")
    other = readback.outdated(points, draft.told_facts)
    if other:
        raise Refused("told_facts_differ", missing=other)


def _placed(row: Record) -> Placed:
    return Placed(
        order_id=row.id,
        number=row.number,
        total=row.total,
        placed_at=row.placed_at,
        letter=OFFER if row.state in OFFERABLE else CONFIRMATION,
    )
