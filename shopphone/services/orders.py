"""Orders: placed with number and snapshot in one transaction, moved only along the table."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote

from sqlalchemy import bindparam, func, insert, select, update

import shopphone.services.counters as counters
import shopphone.services.money as money
import shopphone.services.order_book as order_book
import shopphone.services.order_money as order_money
from shopphone.domain import coupons, order_states, payment, prices, readback, settling
from shopphone.domain.customers import Address
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import CONFIRMATION
from shopphone.domain.orders import OrderDraft, Placed, draft_totals
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.totals import Totals
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.text import storable
from shopphone.store.types import Record

_NUMBER_TAKEN_BY = "order"
_INSERT = insert(t.sale_order)
_PLACED = select(
    t.sale_order.c.id, t.sale_order.c.number, t.sale_order.c.total, t.sale_order.c.placed_at
)
_OF_DRAFT = _PLACED.where(t.sale_order.c.draft_key == bindparam("key"))
_OF_CALL = _PLACED.where(t.sale_order.c.call_id == bindparam("call")).order_by(t.sale_order.c.id)
_INSERT_LINES = insert(t.order_line)
_INSERT_TOLD = insert(t.order_told)
_INSERT_MOVE = insert(t.order_move)


def read_back(desk: Desk, draft: OrderDraft) -> tuple[readback.ReadBackPoint, ...]:
    """The five points of Art. 246a § 3 EGBGB with the facts of this order."""
    sums = totals_of(desk, draft)
    return readback.points(
        [
            readback.SpokenLine(
                quantity=line.quantity,
                name=line.full_name,
                rule=WithdrawalRule.of(line.withdrawal_rule),
            )
            for line in draft.lines
        ],
        seller=desk.setting("shop.name"),
        total=sums.total,
        shipping=sums.shipping,
        with_vat=sums.shows_vat,
        extension_months=extension_months(desk),
        return_cost=desk.setting("policy.return_cost"),
    )


def totals_of(desk: Desk, draft: OrderDraft) -> Totals:
    """The sums in the VAT mode that holds now."""
    method = order_money.method_of(desk, draft)
    pricing = settling.pricing_of(draft, money.vat_policy(desk), desk.today(), method)
    return draft_totals(replace(draft, vat_mode=pricing.mode))


def extension_months(desk: Desk) -> int:
    """What the shop grants beyond the law to whoever orders now."""
    return int(desk.setting("policy.extension_months") or 0)


def place(desk: Desk, draft: OrderDraft, texts: Mapping[str, str]) -> Placed:
    """Conclude the contract: number, snapshot, told points and call link in one transaction.

    texts: point code -> the sentence as it was read. A draft that was placed before gives back
    its order: the desk may have died before it could forget the draft. Raises Refused:
    order_empty, line_incomplete, price_reason_missing, customer_missing, address_missing,
    shipping_missing, sending_impossible, payment_impossible, iban_invalid, vat_mode_changed,
    free_line_not_allowed, not_read_back, or what is wrong with the coupon.
    """
    _refuse_unready(draft)
    now, today = desk.now(), desk.today()
    method = order_money.method_of(desk, draft)
    pricing = settling.pricing_of(draft, money.vat_policy(desk), today, method)
    order_money.refuse(desk, draft, pricing, method)
    sums = draft_totals(replace(draft, vat_mode=pricing.mode))
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        counters.lock(tx, _NUMBER_TAKEN_BY)
        before = tx.execute(_OF_DRAFT, {"key": draft.key}).first()
        if before is not None:
            return _placed(before)
        number = counters.printed(
            desk.setting("order.pattern"), counters.step(tx, _NUMBER_TAKEN_BY), today.year
        )
        values = _order_values(desk, draft, sums, now, today, method)
        values |= {"number": number, "staff_id": staff_id}
        order_id = tx.insert(_INSERT, values)
        tx.execute(_INSERT_LINES, _line_values(order_id, draft, sums))
        tx.execute(_INSERT_TOLD, _told_values(order_id, draft, texts, staff_id))
        if draft.payment_code == payment.Payment.SEPA_DEBIT:
            tx.execute(insert(t.order_mandate), order_money.mandate_values(order_id, number, draft))
        _record_move(tx, order_id, "draft", "placed", now, staff_id)
        if draft.article_ids:
            links = [{"order_id": order_id, "article_id": each} for each in draft.article_ids]
            tx.execute(insert(t.order_article), links)
    return Placed(order_id=order_id, number=number, total=sums.total, placed_at=now)


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


def move(desk: Desk, order_id: int, target: str, reason: str = "") -> None:
    """Move an order by hand. Raises Refused: move_not_allowed, confirmation_not_sent, reason_missing."""
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        state = tx.execute(_state_of(order_id)).scalar_one()
        sent = tx.execute(_sent_letters(order_id)).scalar_one() > 0
        order_states.check_move(state, target, confirmation_sent=sent, reason=reason)
        values: dict[str, Any] = {"state": target}
        if target == "shipped":
            values["shipped_on"] = desk.today()
        if target == "delivered":
            values["delivered_on"] = desk.today()
        tx.execute(update(t.sale_order).where(t.sale_order.c.id == order_id).values(**values))
        _record_move(tx, order_id, state, target, now, staff_id, reason)


def confirm(tx: Writing, order_id: int, now: datetime, staff_id: int) -> None:
    """The confirmation has left the house: placed becomes confirmed; later states stay."""
    state = tx.execute(_state_of(order_id)).scalar_one()
    if state == "placed":
        tx.execute(
            update(t.sale_order).where(t.sale_order.c.id == order_id).values(state="confirmed")
        )
        _record_move(tx, order_id, state, "confirmed", now, staff_id)


def set_paid(desk: Desk, order_id: int, on: date | None) -> None:
    """Note the day the money came; None takes it back.

    Raises Refused("mandate_missing"): nobody may debit without the signed mandate.
    """
    state = "open" if on is None else "paid"
    with desk.db.writing() as tx:
        if on is not None:
            order_money.refuse_unsigned(tx, order_id)
        tx.execute(
            update(t.sale_order)
            .where(t.sale_order.c.id == order_id)
            .values(paid_on=on, payment_state=state)
        )


def set_tracking(desk: Desk, order_id: int, carrier: str, tracking: str) -> None:
    """Keep carrier and tracking number; the carrier's link comes from the way of shipping."""
    number = storable(tracking).strip()
    with desk.db.writing() as tx:
        code = tx.execute(
            select(t.sale_order.c.shipping_code).where(t.sale_order.c.id == order_id)
        ).scalar_one()
        link = next(
            (m.tracking_url for m in order_money.shipping_methods(desk) if m.code == code), ""
        )
        tx.execute(
            update(t.sale_order)
            .where(t.sale_order.c.id == order_id)
            .values(
                carrier=carrier,
                tracking=number,
                tracking_url=link.replace("{tracking}", quote(number, safe="")) if number else "",
            )
        )


shipping_methods = order_money.shipping_methods
shop_terms = order_money.shop_terms
mandate_returned = order_money.mandate_returned
page = order_book.page
detail = order_book.detail
by_number = order_book.by_number


def _refuse_unready(draft: OrderDraft) -> None:
    if draft.is_empty:
        raise Refused("order_empty", field="input")
    if not all(line.is_complete for line in draft.lines):
        raise Refused("line_incomplete", field="lines")
    if any(map(prices.needs_reason, draft.lines)):
        raise Refused("price_reason_missing", field="lines")
    if draft.customer_id is None:
        raise Refused("customer_missing", field="customer")
    if not _complete(draft.billing) or (draft.deliver_to and not _complete(draft.deliver_to)):
        raise Refused("address_missing", field="address")
    if not draft.shipping_code:
        raise Refused("shipping_missing", field="shipping")
    left = readback.missing(draft.told)
    if left:
        raise Refused("not_read_back", missing=left)


def _placed(row: Record) -> Placed:
    return Placed(order_id=row.id, number=row.number, total=row.total, placed_at=row.placed_at)


def _complete(address: Address) -> bool:
    return bool(address.street and address.postcode and address.town)


def _order_values(
    desk: Desk,
    draft: OrderDraft,
    sums: Totals,
    now: datetime,
    today: date,
    method: ShippingMethod | None,
) -> dict[str, Any]:
    return {
        "draft_key": draft.key,
        "customer_id": draft.customer_id,
        "call_id": draft.call_id,
        "state": "placed",
        "payment_state": "open",
        "placed_at": now,
        "language": draft.language,
        "name": draft.customer_name,
        "billing": _address_values(draft.billing),
        "deliver_to": _address_values(draft.deliver_to) if draft.deliver_to else None,
        "email": draft.email,
        "delivery_phone": draft.delivery_phone,
        "delivery_e164": normalised(desk, draft.delivery_phone).e164,
        "shipping_code": draft.shipping_code,
        "shipping_name": method.name(draft.language) if method else draft.shipping_code,
        "shipping_gross": sums.shipping,
        "discount": sums.discount,
        "total": sums.total,
        "line_count": len(draft.lines),
        "first_line": draft.lines[0].full_name,
        "vat_mode": str(sums.mode),
        "vat_id": draft.vat_id.strip(),
        "coupon_code": coupons.same_code(draft.coupon_code),
        "coupon": sums.coupon,
        "shop_total": draft.shop_total,
        "extension_months": extension_months(desk),
        "return_cost": desk.setting("policy.return_cost"),
        "payment_code": draft.payment_code,
        "due_on": payment.due_on(
            draft.payment_code,
            today,
            prepay_days=int(desk.setting("policy.prepay_days") or 7),
            invoice_days=int(desk.setting("policy.invoice_days") or 14),
            latest_delivery=today + timedelta(days=method.max_days if method else 14),
        ),
        "remark": draft.remark,
    }


def _line_values(order_id: int, draft: OrderDraft, sums: Totals) -> list[dict[str, Any]]:
    return [
        {
            "order_id": order_id,
            "position": position,
            "product_id": line.product_id,
            "sku": line.sku,
            "name": line.name,
            "option": line.option,
            "description": line.description,
            "quantity": line.quantity,
            "unit_price": line.unit_price,
            "discount": line.discount,
            "vat": line.vat,
            "gross": gross,
            "deposit": line.deposit,
            "gross_price": line.gross_price,
            "price_source": line.price_source,
            "price_note": line.price_note,
            "content": line.content,
            "content_unit": line.content_unit,
            "withdrawal_rule": line.withdrawal_rule,
            "minimum_age": line.minimum_age,
        }
        for position, (line, gross) in enumerate(zip(draft.lines, sums.lines, strict=True), 1)
    ]


def _told_values(
    order_id: int, draft: OrderDraft, texts: Mapping[str, str], staff_id: int
) -> list[dict[str, Any]]:
    return [
        {
            "order_id": order_id,
            "point": point,
            "words": texts.get(point, ""),
            "told_at": datetime.fromisoformat(told_at),
            "staff_id": staff_id,
        }
        for point, told_at in sorted(draft.told.items())
    ]


def _record_move(
    tx: Writing,
    order_id: int,
    source: str,
    target: str,
    at: datetime,
    staff_id: int,
    reason: str = "",
) -> None:
    tx.execute(
        _INSERT_MOVE,
        {
            "order_id": order_id,
            "source": source,
            "target": target,
            "at": at,
            "staff_id": staff_id,
            "reason": reason,
        },
    )


def _state_of(order_id: int) -> Any:
    # locked on a server, so that two desks move an order one after the other
    return select(t.sale_order.c.state).where(t.sale_order.c.id == order_id).with_for_update()


def _sent_letters(order_id: int) -> Any:
    return (
        select(func.count())
        .select_from(t.letter)
        .where(t.letter.c.order_id == order_id)
        .where(t.letter.c.kind == CONFIRMATION)
        .where(t.letter.c.state == "printed")
    )


def _address_values(address: Address) -> dict[str, str]:
    return {
        "name": address.name,
        "extra": address.extra,
        "street": address.street,
        "postcode": address.postcode,
        "town": address.town,
        "country": address.country,
    }
