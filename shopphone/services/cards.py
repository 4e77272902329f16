"""The caller card: open orders first, callbacks owed, consent, last contacts, care answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, Integer, bindparam, func, select

import shopphone.services.owed as owed
from shopphone.domain.customers import (
    Address,
    CallerCard,
    CardAnswer,
    CardCallback,
    CardContact,
    CardOrder,
    ConsentState,
    MatchReason,
    PhoneEntry,
)
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.services.merged import theirs
from shopphone.store import tables as t
from shopphone.store.types import Moment, Record

OPEN_STATES = frozenset(("offered", "accepted", "placed", "confirmed", "shipped"))
REGULAR_FROM_ORDERS = 3
_SHOWN_ORDERS, _SHOWN_CONTACTS, _SHOWN_ANSWERS = 8, 5, 4

_WHO: BindParameter[int] = bindparam("customer", type_=Integer)
_CUSTOMER = select(t.customer).where(t.customer.c.id == _WHO)
_PHONES = (
    select(t.customer_phone)
    .where(t.customer_phone.c.customer_id == _WHO)
    .order_by(t.customer_phone.c.id)
)
_ADDRESSES = (
    select(t.customer_address)
    .where(t.customer_address.c.customer_id == _WHO)
    .order_by(t.customer_address.c.id)
)
_o = t.sale_order.c
_ORDERS = (
    select(
        _o.id, _o.number, _o.state, _o.payment_state, _o.placed_at, _o.total, _o.first_line,
        _o.line_count, _o.carrier, _o.tracking, _o.tracking_url, _o.payment_code, _o.due_on,
        _o.paid_amount, _o.taken_off, _o.given_back, t.order_mandate.c.returned_on, t.order_minor.c.answer,
    )
    .select_from(t.sale_order)
    .outerjoin(t.order_mandate, t.order_mandate.c.order_id == _o.id)
    .outerjoin(t.order_minor, t.order_minor.c.order_id == _o.id)
    .where(_o.customer_id == _WHO)
    .order_by(_o.placed_at.desc(), _o.id.desc())
    .limit(30)
)  # fmt: skip
_ORDER_COUNT = select(func.count()).select_from(t.sale_order).where(_o.customer_id == _WHO)
_CALLBACKS = (
    select(t.callback.c.id, t.callback.c.due_at, t.callback.c.words, t.staff.c.name.label("staff"))
    .outerjoin_from(t.callback, t.staff)
    .where(t.callback.c.customer_id == _WHO)
    .where(t.callback.c.done_at.is_(None))
    .order_by(t.callback.c.due_at)
)
_CONSENTS = (
    select(t.consent.c.channel, t.consent.c.state, t.consent.c.scope, t.consent.c.at)
    .where(theirs(t.consent.c.customer_id, _WHO))
    .where(t.consent.c.state != "used")
    .order_by(t.consent.c.at, t.consent.c.id)
)
_CONTACTS = (
    select(
        t.call.c.id, t.call.c.rang_at, t.call.c.direction, t.call.c.state, t.call.c.note,
        t.call.c.satisfaction, t.outcome.c.name_de, t.outcome.c.name_en,
    )
    .outerjoin_from(t.call, t.outcome)
    .where(t.call.c.customer_id == _WHO)
    .order_by(t.call.c.rang_at.desc())
    .limit(_SHOWN_CONTACTS)
)  # fmt: skip
_ANSWERS = (
    select(
        t.article.c.id,
        t.article.c.title,
        t.article.c.helped,
        func.max(t.order_line.c.name).label("name"),
        func.max(t.order_line.c.option).label("option"),
        func.max(_o.placed_at, type_=Moment).label("placed_at"),
    )
    .select_from(t.sale_order)
    .join(t.order_line, t.order_line.c.order_id == _o.id)
    .join(t.article_product, t.article_product.c.product_id == t.order_line.c.product_id)
    .join(t.article, t.article.c.id == t.article_product.c.article_id)
    .where(_o.customer_id == _WHO)
    .where(t.article.c.language == bindparam("language"))
    .group_by(t.article.c.id, t.article.c.title, t.article.c.helped)
    .order_by(func.max(_o.placed_at).desc(), t.article.c.helped.desc())
    .limit(_SHOWN_ANSWERS)
)
CHANNELS = ("phone", "email")


def card(
    desk: Desk, customer_id: int, reason: MatchReason | None = None, detail: str = ""
) -> CallerCard:
    """Everything that matters about this customer now."""
    who = {"customer": customer_id}
    with desk.db.reading() as connection:
        customer = connection.execute(_CUSTOMER, who).one()
        addresses = connection.execute(_ADDRESSES, who).all()
        today = desk.today()
        orders = tuple(_order(row, today) for row in connection.execute(_ORDERS, who))
        order_count = int(connection.execute(_ORDER_COUNT, who).scalar_one())
        return CallerCard(
            customer_id=customer_id,
            number=customer.number,
            name=customer.name,
            kind=customer.kind,
            group=customer.group,
            vat_id=customer.vat_id,
            language=customer.language or "de",
            email=customer.email,
            reason=reason,
            reason_detail=detail,
            phones=tuple(_phone(row) for row in connection.execute(_PHONES, who)),
            billing=billing(addresses),
            delivery=delivery(addresses),
            note=customer.note,
            regular=order_count >= REGULAR_FROM_ORDERS,
            orders=open_first(orders)[:_SHOWN_ORDERS],
            callbacks=tuple(_callback(row) for row in connection.execute(_CALLBACKS, who)),
            consents=consent_states(connection.execute(_CONSENTS, who).all()),
            contacts=tuple(_contact(desk, row) for row in connection.execute(_CONTACTS, who)),
            answers=_answers(connection, customer_id, customer.language or "de"),
            open_count=sum(order.is_open for order in orders),
        )


def phones_of(connection: Connection, customer_id: int) -> tuple[PhoneEntry, ...]:
    rows = connection.execute(_PHONES, {"customer": customer_id})
    return tuple(_phone(row) for row in rows)


def addresses_of(connection: Connection, customer_id: int) -> Sequence[Record]:
    return connection.execute(_ADDRESSES, {"customer": customer_id}).all()


def billing(rows: Sequence[Record]) -> Address:
    return next((_address(row) for row in rows if row.kind == "billing"), Address())


def delivery(rows: Sequence[Record]) -> tuple[Address, ...]:
    return tuple(_address(row) for row in rows if row.kind == "delivery")


def open_first(orders: tuple[CardOrder, ...]) -> tuple[CardOrder, ...]:
    return tuple(sorted(orders, key=lambda order: not order.is_open))


def consent_states(rows: Sequence[Record]) -> tuple[ConsentState, ...]:
    """The newest entry of the ledger per channel; no entry is "not asked", which is no refusal."""
    newest: dict[str, Record] = {}
    for row in rows:
        # saying no to one question takes nothing back that was given before
        if row.state != "refused" or row.channel not in newest:
            newest[row.channel] = row
    states = []
    for channel in CHANNELS:
        found = newest.get(channel)
        if found is None:
            states.append(ConsentState(channel=channel, state="not_asked"))
        else:
            states.append(
                ConsentState(channel=channel, state=found.state, scope=found.scope, since=found.at)
            )
    return tuple(states)


def _answers(connection: Connection, customer_id: int, language: str) -> tuple[CardAnswer, ...]:
    rows = connection.execute(_ANSWERS, {"customer": customer_id, "language": language})
    return tuple(
        CardAnswer(
            article_id=row.id,
            title=row.title,
            product=f"{row.name} {row.option}".strip(),
            ordered_on=_day(row.placed_at),
        )
        for row in rows
    )


def _order(row: Record, today: date) -> CardOrder:
    money = owed.of(row, row.returned_on, row.answer)
    return CardOrder(
        order_id=row.id,
        number=row.number,
        state=row.state,
        payment_state=money.on(today),
        still_open=money.still_open,
        placed_on=_day(row.placed_at),
        total=row.total,
        first_line=row.first_line,
        line_count=row.line_count,
        carrier=row.carrier,
        tracking=row.tracking,
        tracking_url=row.tracking_url,
        is_open=row.state in OPEN_STATES,
    )


def _day(moment: Any) -> date:
    day: date = moment.astimezone(SHOP_ZONE).date()
    return day


def _phone(row: Record) -> PhoneEntry:
    return PhoneEntry(raw=row.raw, e164=row.e164, label=row.label, phone_id=row.id)


def _address(row: Record) -> Address:
    return Address(
        name=row.name,
        co=row.co,
        extra=row.extra,
        post_number=row.post_number,
        street=row.street,
        postcode=row.postcode,
        town=row.town,
        country=row.country or "DE",
    )


def _callback(row: Record) -> CardCallback:
    return CardCallback(
        callback_id=row.id, due_at=row.due_at, words=row.words, staff=row.staff or ""
    )


def _contact(desk: Desk, row: Record) -> CardContact:
    return CardContact(
        call_id=row.id,
        rang_at=row.rang_at,
        direction=row.direction,
        state=row.state,
        outcome=desk.named(row.name_de, row.name_en),
        note=row.note,
        satisfaction=row.satisfaction,
    )
