"""A placed order changed by phone: version 2, with the old one kept and what changed read out anew."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, insert, select, update

import shopphone.services.drafts as drafts
import shopphone.services.minors as minors
import shopphone.services.order_book as order_book
import shopphone.services.order_life as order_life
import shopphone.services.order_money as order_money
import shopphone.services.order_writing as order_writing
import shopphone.services.orders as orders
import shopphone.services.parcels as parcels
import shopphone.services.reopening as reopening
import shopphone.services.withdrawal_book as withdrawal_book
import shopphone.services.withdrawal_money as withdrawal_money
from shopphone.domain import order_states, renewal, settling
from shopphone.domain.errors import Refused
from shopphone.domain.money import ZERO
from shopphone.domain.order_kinds import Kind
from shopphone.domain.order_life import Agreed, AgreedLine, Change, changes
from shopphone.domain.orders import OrderDraft, Placed, goods_of, line_value
from shopphone.domain.totals import Totals
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Record

_o, _line, _told = t.sale_order.c, t.order_line.c, t.order_told.c
# what a new version never touches: who, from which call, how it stands
_STAYS = frozenset(("placed_at", "customer_id", "kind", "based_on", "of_age"))


def begin(desk: Desk, order_id: int) -> OrderDraft:
    """A draft of the order as it is agreed; what was told and still holds counts as told.

    What was begun here before and still fits the order comes back as it was typed. Raises
    Refused("order_not_changeable") for what has left the house or is over.
    """
    row = _row(desk, order_id)
    order_states.check_change(row.state, row.matter)
    kept = drafts.order(desk, name_of_change(order_id))
    if kept is not None and kept.seen == row.revision:
        return kept
    draft = _as_agreed(desk, row)
    method = order_money.method_of(desk, draft)
    return replace(
        draft,
        changes=order_id,
        seen=row.revision,
        agreed_shipping=draft.shipping_gross,
        agreed_shipping_for=settling.shipping_basis(draft, method),
        agreed_standard=row.standard_shipping,
        agreed_off=row.coupon,
        agreed_goods=goods_of(draft),
        lines=[replace(line, agreed_amount=line_value(line)) for line in draft.lines],
    )


def _as_agreed(desk: Desk, row: Record) -> OrderDraft:
    """The order, or the offer of a change, whole as a draft; what was told counts as told."""
    with desk.db.reading() as connection:
        told = connection.execute(select(t.order_told).where(_told.order_id == row.id)).all()
    order = order_book.detail(desk, row.id)
    known = {each.point: each for each in told if each.facts}
    draft = begin_from(desk, row.id)
    agreed_in = order_money.pricing_of(desk, draft).key
    return replace(
        draft,
        lines=[replace(line, agreed_in=agreed_in) for line in draft.lines],
        kind=row.kind,
        based_on=row.based_on,
        agreed_way=[row.shipping_code, row.shipping_name, row.shipping_days],
        due_on=row.due_on,
        due_for=row.payment_code,
        latest_delivery=row.latest_delivery,
        discount=row.discount,
        coupon_code=row.coupon_code,
        coupon=row.coupon,
        agreed_coupon=row.coupon_code,
        shop_total=row.shop_total,
        iban=order.mandate.iban if order.mandate else "",
        account_holder=order.mandate.holder if order.mandate else "",
        remark=row.remark,
        early_start=row.early_start,
        of_age=row.of_age,
        extension_months=row.extension_months,
        extension_days=row.extension_days,
        return_cost=row.return_cost,
        keeps_right=not row.no_withdrawal,
        parent=order.minor.parent if order.minor else "",
        info_sent=max(
            (at.isoformat() for c, _, at, _ in order.events if c == "info_sent"), default=""
        ),
        told={point: each.told_at.isoformat() for point, each in known.items()},
        told_facts={point: each.facts for point, each in known.items()},
        article_ids=[article_id for article_id, _ in order.articles],
    )


def name_of_change(order_id: int) -> str:
    """Under which name a change that is begun is kept in this desk's own file."""
    return f"change-{order_id}"


def extend(desk: Desk, order_id: int) -> OrderDraft:
    """A draft that extends this order: the same again, to be told and agreed anew as a contract."""
    order = order_book.detail(desk, order_id)
    return replace(begin_from(desk, order_id), kind=Kind.EXTENSION, based_on=order.number)


def begin_from(desk: Desk, order_id: int) -> OrderDraft:
    """A new draft with the goods, terms and addresses of an order, whatever became of that one."""
    order = order_book.detail(desk, order_id)
    with desk.db.reading() as connection:
        kind = connection.execute(
            select(t.customer.c.kind, t.customer.c.group).where(
                t.customer.c.id == order.customer_id
            )
        ).one()
    return OrderDraft(
        matter=order.matter,
        customer_id=order.customer_id,
        customer_name=order.customer,
        customer_kind=kind.kind,
        customer_group=kind.group,
        vat_id=order.vat_id,
        vat_mode=str(order.totals.mode),
        standard_vat=order.totals.standard_rate,
        language=order.language,
        billing=order.billing,
        deliver_to=order.deliver_to,
        delivery_phone=order.delivery_phone,
        email=order.email,
        lines=reopening.lines_of(desk, order),
        shipping_code=order.shipping_code,
        shipping_gross=order.totals.shipping,
        payment_code=order.payment_code,
        term_months=order.term_months,
        term_days=order.term_days,
        notice_days=order.notice_days,
        renewal=order.renewal,
        billing_months=order.billing_months,
    )


def compare(desk: Desk, draft: OrderDraft) -> tuple[Change, ...]:
    """What this draft would change, side by side."""
    assert draft.changes is not None
    row = _row(desk, draft.changes)
    then = _agreed_then(desk, row, draft, orders.totals_of(desk, draft))[0]
    return changes(_agreed_now(desk, row), then)


def places_in(desk: Desk, draft: OrderDraft) -> list[int]:
    """Where each line of a change that is only offered yet will stand in the order.

    Raises Refused: order_not_changeable, nothing_changed.
    """
    assert draft.changes is not None
    row = _row(desk, draft.changes)
    order_states.check_change(row.state, row.matter)
    after, positions = _agreed_then(desk, row, draft, orders.totals_of(desk, draft))
    _refuse_same(_agreed_now(desk, row), after, draft, row)
    return positions


def offered(desk: Desk, offer_id: int) -> tuple[Change, ...]:
    """What the offer of a change would change; nothing for any other order."""
    row = _row(desk, offer_id)
    if row.amends is None:
        return ()
    before = _row(desk, row.amends)
    order = order_book.detail(desk, offer_id)
    draft = replace(_as_agreed(desk, row), changes=row.amends)
    then = _agreed_then(desk, before, draft, order.totals)[0]
    return changes(_agreed_now(desk, before), then)


def place(desk: Desk, draft: OrderDraft, texts: Mapping[str, str], words: str = "") -> Placed:
    """The new version holds from now on; the old one is kept whole with what was told for it.

    Raises Refused as orders.place does, and order_changed_meanwhile, order_not_changeable,
    nothing_changed, line_withdrawn, line_sent, written_yes_needed.
    """
    assert draft.changes is not None
    reckoned = orders.reckon(desk, draft)
    orders.refuse_unready(desk, draft, reckoned)
    if orders.yes_needed(desk, draft) is not None and not renewal.only_corrects(
        compare(desk, draft)
    ):
        raise Refused("written_yes_needed")
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        return _hold(desk, tx, draft, reckoned.sums, reckoned.standard, texts, words, staff_id)


def merge(desk: Desk, tx: Writing, offer_id: int, staff_id: int) -> Placed:
    """The accepted offer of a change becomes the next version of its order, exactly as offered.

    Raises Refused: offer_outdated if the order was changed after the offer, order_not_changeable,
    nothing_changed, line_withdrawn, line_sent.
    """
    row = _row(desk, offer_id)
    v = t.order_version.c
    later = tx.execute(
        select(v.version).where(v.order_id == row.amends).where(v.ended_at > row.placed_at)
    ).first()
    if later is not None:
        raise Refused("offer_outdated")
    told = tx.execute(select(t.order_told).where(_told.order_id == offer_id)).all()
    draft = replace(_as_agreed(desk, row), changes=row.amends)
    sums = order_book.detail(desk, offer_id).totals
    texts = {each.point: each.words for each in told}
    before = order_money.mandate_of(tx, row.amends)
    standard = row.standard_shipping
    placed = _hold(desk, tx, draft, sums, standard, texts, row.offer_number, staff_id)
    order_money.take_over_mandate(tx, offer_id, placed.order_id, before)
    minors.take_over(tx, offer_id, placed.order_id)
    return placed


def _hold(
    desk: Desk,
    tx: Writing,
    draft: OrderDraft,
    sums: Totals,
    standard: Decimal | None,
    texts: Mapping[str, str],
    words: str,
    staff_id: int,
) -> Placed:
    """Keep the version that ends, write the one that begins."""
    assert draft.changes is not None
    order_id, now = draft.changes, desk.now()
    claimed = order_writing.claim(tx, order_id, draft.seen)
    order_states.check_change(claimed.state, claimed.matter)
    row = tx.execute(select(t.sale_order).where(_o.id == order_id)).one()
    before = _agreed_now(desk, row)
    after, positions = _agreed_then(desk, row, draft, sums)
    _refuse_same(before, after, draft, row)
    _refuse_less(tx, order_id, draft, positions)
    tx.execute(
        insert(t.order_version),
        {
            "order_id": order_id,
            "version": row.version,
            "agreed": order_life.plain(before),
            "kept": _whole(tx.execute(select(t.order_told).where(_told.order_id == order_id))),
            "ended_at": now,
            "ended_by": staff_id,
            "call_id": draft.call_id,
            "words": words.strip(),
        },
    )
    method = order_money.method_of(desk, draft)
    values = order_writing.order_values(desk, draft, sums, now, desk.today(), method)
    values = {name: value for name, value in values.items() if name not in _STAYS}
    values["standard_shipping"] = standard
    tx.execute(
        update(t.sale_order).where(_o.id == order_id).values(**values, version=row.version + 1)
    )
    tx.execute(
        update(t.order_line)
        .where(_line.order_id == order_id)
        .where(_line.cancelled_in.is_(None))
        .where(_line.position.not_in(positions))
        .values(cancelled_in=row.version + 1)
    )
    tx.execute(
        delete(t.order_line).where(_line.order_id == order_id).where(_line.position.in_(positions))
    )
    tx.execute(insert(t.order_line), order_writing.line_values(order_id, draft, sums, positions))
    order_money.change_mandate(tx, order_id, row.number, draft)
    _change_rest(desk, tx, order_id, draft)
    if draft.of_age == "no" and (
        row.of_age != "no" or not renewal.only_corrects(changes(before, after))
    ):
        minors.agreed_anew(desk, tx, order_id, draft.parent)
    withdrawal_money.restate(tx, order_id)
    tx.execute(delete(t.order_told).where(_told.order_id == order_id))
    tx.execute(insert(t.order_told), order_writing.told_values(order_id, draft, texts, staff_id))
    order_writing.record_event(
        tx, order_id, "version", now, staff_id, f"{row.version + 1} {words}".strip()
    )
    return Placed(order_id=order_id, number=row.number, total=sums.total, placed_at=now)


def _refuse_same(before: Agreed, after: Agreed, draft: OrderDraft, row: Record) -> None:
    """A wish to begin at once, or an age that was not known, is a change too."""
    is_minor_now = draft.of_age == "no" and row.of_age != "no"
    if changes(before, after) or draft.early_start != row.early_start or is_minor_now:
        return
    raise Refused("nothing_changed")


def _row(desk: Desk, order_id: int) -> Record:
    with desk.db.reading() as connection:
        row: Record = connection.execute(select(t.sale_order).where(_o.id == order_id)).one()
    return row


def _refuse_less(tx: Writing, order_id: int, draft: OrderDraft, positions: list[int]) -> None:
    """What is withdrawn or has left stays in the order: refund and parcel refer to it."""
    wanted = dict(zip(positions, (line.quantity for line in draft.lines), strict=True))

    def is_less_than(least: Mapping[int, Decimal]) -> bool:
        return any(wanted.get(position, ZERO) < quantity for position, quantity in least.items())

    if is_less_than(withdrawal_book.taken(tx, order_id)):
        raise Refused("line_withdrawn", field="lines")
    if is_less_than(parcels.sent(tx, order_id)):
        raise Refused("line_sent", field="lines")


def _change_rest(desk: Desk, tx: Writing, order_id: int, draft: OrderDraft) -> None:
    """What hangs on the order besides what is agreed: enclosed articles, a parent, information."""
    tx.execute(delete(t.order_article).where(t.order_article.c.order_id == order_id))
    orders.enclose(tx, order_id, draft)
    if draft.of_age == "no":
        minors.rename_parent(tx, order_id, draft.parent)
    sent_at = datetime.fromisoformat(draft.info_sent) if draft.info_sent else None
    event = t.order_event.c
    known = tx.execute(
        select(event.at).where(event.order_id == order_id).where(event.code == "info_sent")
    )
    if sent_at is not None and sent_at not in known.scalars().all():
        staff_id = desk.staff_id()
        order_writing.record_event(tx, order_id, "info_sent", sent_at, staff_id, draft.email)


def _agreed_now(desk: Desk, row: Record) -> Agreed:
    order = order_book.detail(desk, row.id)
    return order_life.agreed_now(row, order.lines, order.cancelled, order.mandate)


def _agreed_then(
    desk: Desk, row: Record, draft: OrderDraft, sums: Totals
) -> tuple[Agreed, list[int]]:
    """What the draft binds to, its lines in the places of the order, and those places."""
    order = order_book.detail(desk, row.id)
    every = sorted([*order.lines, *order.cancelled], key=lambda line: line.position)
    beyond = max((line.position for line in every), default=0)
    positions = []
    for line in draft.lines:
        if not line.position:
            beyond += 1
        positions.append(line.position or beyond)
    wanted = order_writing.agreed_of(desk, draft, sums)
    by_place: dict[int, AgreedLine] = {
        line.position: AgreedLine(
            name=line.full_name,
            quantity=line.quantity,
            unit_price=line.unit_price,
            gross=line.gross,
            cancelled=True,
        )
        for line in every
    }
    by_place |= dict(zip(positions, wanted.lines, strict=True))
    lines = tuple(line for _, line in sorted(by_place.items()))
    return replace(wanted, lines=lines), positions


def _whole(told: Any) -> dict[str, Any]:
    """What was told for the version that ends, as its proof."""
    return {
        "told": [
            {
                "point": row.point,
                "words": row.words,
                "told_at": row.told_at.isoformat(),
                "staff_id": row.staff_id,
                "facts": row.facts,
                "wording": row.wording,
            }
            for row in told
        ]
    }
