"""The rows of an order as they are written: its snapshot, lines, told points, moves and events."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update

import shopphone.services.order_money as order_money
from shopphone.domain import coupons, order_kinds, payment, readback
from shopphone.domain.customers import Address, CustomerKind
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import CONFIRMATION, OFFER
from shopphone.domain.order_kinds import billing_of
from shopphone.domain.order_life import Agreed, AgreedLine
from shopphone.domain.order_states import OFFERABLE, OrderState
from shopphone.domain.orders import OrderDraft
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.totals import Totals
from shopphone.services.callers import normalised
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_DEFAULT_DAYS = 14
_INSERT_MOVE = insert(t.order_move)
_INSERT_EVENT = insert(t.order_event)
_PERSON = (t.customer.c.salutation, t.customer.c.last_name, t.customer.c.company)


def claim(tx: Writing, order_id: int, seen: int) -> Record:
    """Lock the order for a change; 0 asks nothing of what was seen.

    Raises Refused("order_changed_meanwhile") if someone changed it after it was seen: they are
    told, and nothing of theirs is written over.
    """
    o = t.sale_order.c
    row: Record = tx.execute(
        select(o.revision, o.state, o.version, o.matter, o.exported_at, o.number)
        .where(o.id == order_id)
        .with_for_update()
    ).one()
    if seen and row.revision != seen:
        raise Refused("order_changed_meanwhile", field="order", order=row.number)
    tx.execute(update(t.sale_order).where(o.id == order_id).values(revision=row.revision + 1))
    return row


def confirmation_left(tx: Writing, order_id: int, version: int) -> bool:
    """Whether the confirmation of this version has left; an earlier one says something else."""
    letter = t.letter.c
    sent: int = tx.execute(
        select(func.count())
        .select_from(t.letter)
        .where(letter.order_id == order_id)
        .where(letter.order_version == version)
        .where(letter.kind == CONFIRMATION)
        .where(letter.state == "printed")
    ).scalar_one()
    return sent > 0


def unqueue(tx: Writing, order_id: int, *kinds: str) -> None:
    """Letters of these kinds that wait for the printer hold no longer and do not leave."""
    letter = t.letter.c
    tx.execute(
        update(t.letter)
        .where(letter.order_id == order_id)
        .where(letter.kind.in_(kinds))
        .where(letter.state == "queued")
        .values(state="superseded")
    )


def close_change_offers(desk: Desk, tx: Writing, order_id: int, over: str) -> None:
    """Nothing is left to change: what was offered as a change of this order is cancelled.

    over: the state that ended the order, which the offer's history names.
    """
    o, now, staff_id = t.sale_order.c, desk.now(), desk.staff_id()
    waiting = select(o.id, o.state).where(o.amends == order_id).where(o.state.in_(OFFERABLE))
    number = tx.execute(select(o.number).where(o.id == order_id)).scalar_one()
    for offer in tx.execute(waiting.order_by(o.id)).all():
        claim(tx, offer.id, 0)
        tx.execute(update(t.sale_order).where(o.id == offer.id).values(state=OrderState.CANCELLED))
        record_move(tx, offer.id, offer.state, OrderState.CANCELLED, now, staff_id, number)
        record_event(tx, offer.id, f"changed_order_{over}", now, staff_id, number)
        unqueue(tx, offer.id, OFFER)


def record_move(
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


def came_from(tx: Writing, order_id: int, state: str) -> str:
    """The state the order was in before it last came into this one."""
    move_of = t.order_move.c
    source: str = tx.execute(
        select(move_of.source)
        .where(move_of.order_id == order_id)
        .where(move_of.target == state)
        .order_by(move_of.id.desc())
        .limit(1)
    ).scalar_one()
    return source


def record_event(
    tx: Writing, order_id: int, code: str, at: datetime, staff_id: int, words: str = ""
) -> None:
    tx.execute(
        _INSERT_EVENT,
        {"order_id": order_id, "code": code, "words": words, "at": at, "staff_id": staff_id},
    )


def order_values(
    desk: Desk,
    draft: OrderDraft,
    sums: Totals,
    now: datetime,
    today: date,
    method: ShippingMethod | None,
) -> dict[str, Any]:
    """Everything that is agreed, and who agreed it, copied: what changes later never reaches it."""
    name, days = way_of(draft, method)
    months_longer, days_longer = extension(desk, draft)
    return {
        "customer_id": draft.customer_id,
        "kind": draft.kind,
        "matter": draft.matter,
        "based_on": draft.based_on.strip(),
        "placed_at": now,
        "language": draft.language,
        "name": draft.customer_name,
        **_person(desk, draft),
        "of_age": draft.of_age,
        "billing": address_values(draft.billing),
        "deliver_to": address_values(draft.deliver_to) if draft.deliver_to else None,
        "email": draft.email,
        "delivery_phone": draft.delivery_phone,
        "delivery_e164": normalised(desk, draft.delivery_phone).e164,
        "shipping_code": draft.shipping_code,
        "shipping_name": name,
        "shipping_days": days,
        "latest_delivery": latest_delivery(draft, today, method),
        "shipping_gross": sums.shipping,
        "discount": sums.discount,
        "total": sums.total,
        "line_count": len(draft.lines),
        "first_line": draft.lines[0].full_name,
        "vat_mode": str(sums.mode),
        "standard_vat": sums.standard_rate,
        "vat_id": draft.vat_id.strip(),
        "coupon_code": coupons.same_code(draft.coupon_code),
        "coupon": sums.coupon,
        "shop_total": draft.shop_total,
        "extension_months": months_longer,
        "extension_days": days_longer,
        "return_cost": return_cost(desk, draft),
        "no_withdrawal": is_without_right(desk, draft),
        "early_start": draft.early_start,
        "term_months": draft.term_months,
        "term_days": draft.term_days,
        "notice_days": draft.notice_days,
        "renewal": draft.renewal,
        "billing_months": billing_of(draft.matter, draft.billing_months),
        "payment_code": draft.payment_code,
        "due_on": due_on(desk, draft, today, method),
        "remark": draft.remark,
    }


def way_of(draft: OrderDraft, method: ShippingMethod | None) -> tuple[str, str]:
    """Name and days of the way of sending; one that was agreed keeps them, whatever became of it."""
    if draft.keeps_way:
        return draft.agreed_way[1], draft.agreed_way[2]
    if method is None:
        return draft.shipping_code, ""
    return method.name(draft.language), (
        method.days_en if draft.language == "en" else method.days_de
    )


def latest_delivery(draft: OrderDraft, today: date, method: ShippingMethod | None) -> date:
    """The day that was promised, unless nothing was yet (§ 475 (1) BGB)."""
    days = timedelta(days=method.max_days if method else _DEFAULT_DAYS)
    return draft.latest_delivery or today + days


def due_on(
    desk: Desk, draft: OrderDraft, today: date, method: ShippingMethod | None
) -> date | None:
    """The day that was agreed for this way to pay, else what the shop's terms say from today."""
    if draft.due_on is not None and draft.due_for == draft.payment_code:
        return draft.due_on
    return payment.due_on(
        draft.payment_code,
        today,
        prepay_days=int(desk.setting("policy.prepay_days") or 7),
        invoice_days=int(desk.setting("policy.invoice_days") or 14),
        latest_delivery=latest_delivery(draft, today, method),
    )


def extension(desk: Desk, draft: OrderDraft) -> tuple[int, int]:
    """What the shop grants beyond the law to whoever orders now, in months or else in days.

    A change shortens no right; where months and days cannot be compared, what is agreed stays.
    """
    if is_without_right(desk, draft):
        return 0, 0
    months = int(desk.setting("policy.extension_months") or 0)
    days = 0 if months else int(desk.setting("policy.extension_days") or 0)
    longer = max(months, draft.extension_months), max(days, draft.extension_days)
    return (draft.extension_months, draft.extension_days) if all(longer) else longer


def is_without_right(desk: Desk, draft: OrderDraft) -> bool:
    """A business that buys without a right of withdrawal."""
    return order_kinds.is_without_right(
        consumer=draft.customer_kind != CustomerKind.BUSINESS,
        shop_grants=desk.setting("policy.business_withdrawal") == "1",
        agreed=draft.keeps_right,
    )


def return_cost(desk: Desk, draft: OrderDraft) -> str:
    """Who bears the return; the shop, once it has agreed to."""
    return "shop" if draft.return_cost == "shop" else desk.setting("policy.return_cost")


def line_values(
    order_id: int, draft: OrderDraft, sums: Totals, positions: list[int] | None = None
) -> list[dict[str, Any]]:
    """positions: where each line stands; a line that is kept keeps its place."""
    places = positions or list(range(1, len(draft.lines) + 1))
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
        for position, line, gross in zip(places, draft.lines, sums.lines, strict=True)
    ]


def told_values(
    order_id: int, draft: OrderDraft, texts: Mapping[str, str], staff_id: int
) -> list[dict[str, Any]]:
    return [
        {
            "order_id": order_id,
            "point": point,
            "words": texts.get(point, ""),
            "told_at": datetime.fromisoformat(told_at),
            "staff_id": staff_id,
            "facts": draft.told_facts.get(point, ""),
            "wording": readback.WORDING,
        }
        for point, told_at in sorted(draft.told.items())
    ]


def agreed_of(desk: Desk, draft: OrderDraft, sums: Totals) -> Agreed:
    """What the draft would bind to, to be compared with what binds now."""
    method = order_money.method_of(desk, draft)
    return Agreed(
        lines=tuple(
            AgreedLine(
                name=line.full_name,
                quantity=line.quantity,
                unit_price=line.unit_price,
                gross=gross,
            )
            for line, gross in zip(draft.lines, sums.lines, strict=True)
        ),
        shipping=way_of(draft, method)[0],
        shipping_cost=sums.shipping,
        discount=sums.discount + sums.coupon,
        total=sums.total,
        payment=draft.payment_code,
        account=order_money.account_of(draft),
        billing=draft.billing,
        deliver_to=draft.deliver_to,
        remark=draft.remark,
        term_months=draft.term_months,
        term_days=draft.term_days,
        notice_days=draft.notice_days,
        renewal=draft.renewal,
        billing_months=billing_of(draft.matter, draft.billing_months),
        due_on=due_on(desk, draft, desk.today(), method),
        latest_delivery=latest_delivery(draft, desk.today(), method),
    )


def address_values(address: Address) -> dict[str, str]:
    return {
        "name": address.name,
        "co": address.co,
        "extra": address.extra,
        "post_number": address.post_number,
        "street": address.street,
        "postcode": address.postcode,
        "town": address.town,
        "country": address.country,
    }


def _person(desk: Desk, draft: OrderDraft) -> dict[str, str]:
    with desk.db.reading() as connection:
        row = connection.execute(
            select(*_PERSON).where(t.customer.c.id == draft.customer_id)
        ).first()
    return {} if row is None else dict(row._mapping)
