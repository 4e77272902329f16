"""Reading orders: the list by key, and one order whole from its snapshot."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, or_, select

import shopphone.services.order_life as order_life
import shopphone.services.owed as owed
import shopphone.services.receipts as receipts
import shopphone.services.withdrawal_book as withdrawal_book
from shopphone.domain import order_states
from shopphone.domain.customers import Address, fold
from shopphone.domain.letters_log import CONFIRMATION
from shopphone.domain.orders import OrderDetail, OrderLine, OrderMove, OrderRow
from shopphone.domain.payment import Mandate
from shopphone.domain.totals import TotalLine, Totals, totals
from shopphone.domain.vat import VatMode
from shopphone.domain.withdrawals import VALID
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record, from_ms, to_ms

_o = t.sale_order.c
_amended = t.sale_order.alias("amended")
_letter_state = (
    select(t.letter.c.state)
    .where(t.letter.c.order_id == _o.id)
    .where(t.letter.c.kind == CONFIRMATION)
    .where(t.letter.c.state != "superseded")
    .order_by(t.letter.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_ROWS = select(
    _o.id, _o.number, _o.placed_at, _o.customer_id, _o.state, _o.payment_state, _o.total,
    _o.line_count, _o.first_line, _o.tracking, _o.due_on, _o.paid_amount,
    _o.taken_off, _o.given_back,
    _o.payment_code, t.customer.c.name.label("customer"), _letter_state.label("letter_state"),
    t.order_mandate.c.returned_on, t.order_minor.c.answer,
).join_from(t.sale_order, t.customer).outerjoin(
    t.order_mandate, t.order_mandate.c.order_id == _o.id
).outerjoin(t.order_minor, t.order_minor.c.order_id == _o.id)  # fmt: skip


def page(
    desk: Desk,
    state: str = "",
    text: str = "",
    before: tuple[int, int] | None = None,
    limit: int = 60,
) -> tuple[OrderRow, ...]:
    """The next orders older than the key `before`, newest first."""
    query = _ROWS.order_by(_o.placed_at.desc(), _o.id.desc()).limit(limit)
    if state:
        query = query.where(_o.state == state)
    if text.strip():
        query = query.where(_found_by(text.strip()))
    if before is not None:
        at = from_ms(before[0])
        older = or_(_o.placed_at < at, _o.id < before[1])
        query = query.where(_o.placed_at <= at).where(older)
    with desk.db.reading() as connection:
        return tuple(_row(row, desk.today()) for row in connection.execute(query))


def by_number(desk: Desk, number: str) -> int | None:
    """The order with this printed number, typed in capitals or not."""
    typed = number.strip()
    with desk.db.reading() as connection:
        found = connection.execute(select(_o.id).where(_o.number.in_((typed, typed.upper()))))
        order_id: int | None = found.scalar()
    return order_id


def detail(desk: Desk, order_id: int) -> OrderDetail:
    """One order whole; the withdrawal date is only a date when the receipt is known."""
    with desk.db.reading() as connection:
        order = connection.execute(
            select(t.sale_order, t.staff.c.name.label("staff"), _amended.c.number.label("amended"))
            .outerjoin(t.staff, t.staff.c.id == _o.staff_id)
            .outerjoin(_amended, _amended.c.id == _o.amends)
            .where(_o.id == order_id)
        ).one()
        lines, cancelled = _lines(connection, order_id)
        mandate = _mandate(connection, order_id)
        minor = order_life.minor_of(connection, order_id, receipts.places_of(desk, order.billing))
        money = owed.of(
            order, mandate.returned_on if mandate else None, minor.answer if minor else None
        )
        customer = connection.execute(
            select(t.customer.c.number, t.customer.c.name).where(
                t.customer.c.id == order.customer_id
            )
        ).one()
        return OrderDetail(
            order_id=order_id,
            number=order.number,
            version=order.version,
            revision=order.revision,
            kind=order.kind,
            matter=order.matter,
            direction=order.direction,
            based_on=order.based_on,
            offer_number=order.offer_number,
            amends=order.amended or "",
            change_offers=_change_offers(connection, order_id),
            state=order.state,
            payment_state=money.on(desk.today()),
            still_open=money.still_open,
            to_pay=money.to_pay,
            placed_at=order.placed_at,
            customer_id=order.customer_id,
            customer_number=customer.number,
            customer=order.name or customer.name,
            salutation=order.salutation,
            last_name=order.last_name,
            company=order.company,
            of_age=order.of_age,
            staff=order.staff or "",
            language=order.language,
            billing=Address(**order.billing),
            deliver_to=Address(**order.deliver_to) if order.deliver_to else None,
            delivery_phone=order.delivery_phone,
            email=order.email,
            lines=lines,
            cancelled=cancelled,
            totals=_totals(order, lines),
            vat_id=order.vat_id,
            coupon_code=order.coupon_code,
            shop_total=order.shop_total,
            mandate=mandate,
            extension_months=order.extension_months,
            extension_days=order.extension_days,
            return_cost=order.return_cost,
            shipping_code=order.shipping_code,
            shipping_name=order.shipping_name,
            shipping_days=order.shipping_days,
            latest_delivery=order.latest_delivery,
            payment_code=order.payment_code,
            due_on=order.due_on,
            paid_on=order.paid_on,
            paid_amount=order.paid_amount,
            paid_by=order.paid_by,
            refunded_on=order.refunded_on,
            carrier=order.carrier,
            tracking=order.tracking,
            tracking_url=order.tracking_url,
            shipped_on=order.shipped_on,
            delivered_on=order.delivered_on,
            remark=order.remark,
            early_start=order.early_start,
            no_withdrawal=order.no_withdrawal,
            term_months=order.term_months,
            term_days=order.term_days,
            notice_days=order.notice_days,
            renewal=order.renewal,
            billing_months=order.billing_months,
            yes=order_life.yes_of(connection, order_id),
            minor=minor,
            parcels=order_life.parcels_of(connection, order_id),
            withdrawn=tuple(withdrawal_book.taken(connection, order_id, VALID).items()),
            versions=order_life.versions_of(connection, order, lines, cancelled, mandate),
            events=order_life.events_of(connection, order_id),
            told=_told(connection, order_id),
            articles=_articles(connection, order_id),
            moves=_moves(connection, order_id),
            next_states=tuple(order_states.next_by_hand(order.state)),
            withdrawal=receipts.period_of(desk, connection, order),
            renewed=receipts.renewed_rights(desk, connection, order),
        )


def _change_offers(connection: Connection, order_id: int) -> tuple[tuple[str, str], ...]:
    """Changes of this order that are offered and not concluded yet."""
    rows = connection.execute(
        select(_o.number, _o.state)
        .where(_o.amends == order_id)
        .where(_o.state.in_(order_states.OFFERABLE))
        .order_by(_o.id)
    )
    return tuple((row.number, row.state) for row in rows)


def _found_by(text: str) -> Any:
    return or_(
        _o.number.icontains(text, autoescape=True),
        t.customer.c.sort_name.startswith(fold(text), autoescape=True),
        _o.tracking == text,
        _o.first_line.icontains(text, autoescape=True),
    )


def _row(row: Record, today: date) -> OrderRow:
    return OrderRow(
        order_id=row.id,
        number=row.number,
        placed_at=row.placed_at,
        placed_ms=to_ms(row.placed_at),
        customer_id=row.customer_id,
        customer=row.customer,
        state=row.state,
        payment_state=owed.of(row, row.returned_on, row.answer).on(today),
        total=row.total,
        line_count=row.line_count,
        first_line=row.first_line,
        tracking=row.tracking,
        letter_state=row.letter_state or "",
    )


def _lines(
    connection: Connection, order_id: int
) -> tuple[tuple[OrderLine, ...], tuple[OrderLine, ...]]:
    """What is ordered, and what was cancelled by a change."""
    rows = connection.execute(
        select(t.order_line, t.product.c.price.label("price_today"))
        .outerjoin(t.product, t.product.c.id == t.order_line.c.product_id)
        .where(t.order_line.c.order_id == order_id)
        .order_by(t.order_line.c.position)
    )
    found = [_line(row) for row in rows]
    return (
        tuple(line for line in found if line.cancelled_in is None),
        tuple(line for line in found if line.cancelled_in is not None),
    )


def _line(row: Record) -> OrderLine:
    return OrderLine(
        position=row.position,
        sku=row.sku,
        name=row.name,
        option=row.option,
        description=row.description,
        quantity=row.quantity,
        unit_price=row.unit_price,
        discount=row.discount,
        vat=row.vat,
        gross=row.gross,
        deposit=row.deposit,
        gross_price=row.unit_price if row.gross_price is None else row.gross_price,
        price_source=row.price_source,
        price_note=row.price_note,
        content=row.content,
        content_unit=row.content_unit,
        withdrawal_rule=row.withdrawal_rule,
        minimum_age=row.minimum_age,
        cancelled_in=row.cancelled_in,
        price_today=row.price_today,
    )


def _totals(order: Record, lines: tuple[OrderLine, ...]) -> Totals:
    return totals(
        [
            TotalLine(
                unit_price=line.gross,
                quantity=Decimal(1),
                vat=line.vat,
                deposit=line.deposit * line.quantity,
            )
            for line in lines
        ],
        discount=order.discount,
        coupon=order.coupon,
        shipping=order.shipping_gross,
        mode=VatMode(order.vat_mode),
        standard_rate=order.standard_vat,
    )


def _mandate(connection: Connection, order_id: int) -> Mandate | None:
    mandate = t.order_mandate
    row = connection.execute(select(mandate).where(mandate.c.order_id == order_id)).first()
    if row is None:
        return None
    return Mandate(
        reference=row.reference,
        iban=row.iban,
        holder=row.holder,
        bank=row.bank,
        returned_on=row.returned_on,
    )


def _told(connection: Connection, order_id: int) -> tuple[tuple[str, str, Any, str], ...]:
    rows = connection.execute(
        select(t.order_told, t.staff.c.name.label("staff"))
        .outerjoin(t.staff, t.staff.c.id == t.order_told.c.staff_id)
        .where(t.order_told.c.order_id == order_id)
        .order_by(t.order_told.c.point)
    )
    return tuple((row.point, row.words, row.told_at, row.staff or "") for row in rows)


def _articles(connection: Connection, order_id: int) -> tuple[tuple[int, str], ...]:
    rows = connection.execute(
        select(t.article.c.id, t.article.c.title)
        .join_from(t.order_article, t.article)
        .where(t.order_article.c.order_id == order_id)
        .order_by(t.article.c.id)
    )
    return tuple((row.id, row.title) for row in rows)


def _moves(connection: Connection, order_id: int) -> tuple[OrderMove, ...]:
    rows = connection.execute(
        select(t.order_move, t.staff.c.name.label("staff"))
        .outerjoin(t.staff, t.staff.c.id == t.order_move.c.staff_id)
        .where(t.order_move.c.order_id == order_id)
        .order_by(t.order_move.c.id)
    )
    return tuple(
        OrderMove(
            source=row.source,
            target=row.target,
            at=row.at,
            staff=row.staff or "",
            reason=row.reason,
        )
        for row in rows
    )
