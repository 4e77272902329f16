"""Letters: written from the order's snapshot, queued, sent, and kept byte for byte."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, update

import shopphone.services.care_sheets as care_sheets
import shopphone.services.changes as changes
import shopphone.services.letter_search as letter_search
import shopphone.services.letter_texts as letter_texts
import shopphone.services.mandates as mandates
import shopphone.services.orders as orders
import shopphone.services.recipients as recipients
import shopphone.services.settings as settings
import shopphone.services.shop_files as shop_files
from shopphone.domain import duties, particulars
from shopphone.domain.base_price import base_price
from shopphone.domain.customers import CustomerKind
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.domain.letters import Confirmation, LetterLine
from shopphone.domain.letters_log import CONFIRMATION, OFFER, PENDING, Letter, LetterRow
from shopphone.domain.order_kinds import Direction, Term
from shopphone.domain.order_life import Change, offer_ends
from shopphone.domain.order_states import CONFIRMABLE, OFFERABLE, PaymentState
from shopphone.domain.orders import OrderDetail, OrderLine
from shopphone.domain.particulars import Particular
from shopphone.domain.payment import BY_TRANSFER
from shopphone.domain.readback import MORE, OPENING, POINTS
from shopphone.domain.sending import ShippingMethod
from shopphone.domain.vat import NAMES_BOTH
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.services.to_print import TO_PRINT
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.types import Moment, Record

_l = t.letter.c
_last_event = (
    select(t.letter_event.c.id)
    .where(t.letter_event.c.letter_id == _l.id)
    .order_by(t.letter_event.c.id.desc())
    .limit(1)
    .correlate(t.letter)
    .scalar_subquery()
)
_sent_at = (
    select(func.max(t.letter_event.c.at, type_=Moment))
    .where(t.letter_event.c.letter_id == _l.id)
    .where(t.letter_event.c.error == "")
    .correlate(t.letter)
    .scalar_subquery()
)
_ROWS = (
    select(
        _l.id, _l.kind, _l.order_id, _l.order_version, _l.language, _l.created_at, _l.sha256,
        _l.pages, _l.state, _l.lacks, t.sale_order.c.number, t.sale_order.c.version,
        t.customer.c.name.label("customer"), t.letter_event.c.channel, t.letter_event.c.error,
        _sent_at.label("sent_at"), t.staff.c.name.label("clerk"), _l.received_on, _l.received_by,
    )
    .select_from(t.letter)
    .outerjoin(t.sale_order, t.sale_order.c.id == _l.order_id)
    .outerjoin(t.customer, t.customer.c.id == _l.customer_id)
    .outerjoin(t.letter_event, t.letter_event.c.id == _last_event)
    .outerjoin(t.staff, t.staff.c.id == _l.staff_id)
)  # fmt: skip


def write(desk: Desk, kind: str, order_id: int) -> Letter:
    """The letter of this order as it stands; the same version gives the stored bytes again.

    Raises Refused("duties_missing", missing=…) while the shop has not named what the law asks,
    Refused("not_confirmable") for an order that is no contract yet, or none any more, and
    Refused("parent_refused"). While a parent has not answered, the letter says so instead.
    """
    order = orders.detail(desk, order_id)
    kind = _kind_now(desk, kind, order)
    kept = _of_version(desk, kind, order)
    if kept is not None:
        letter = read(desk, kept)
        if letter.row.state != "queued" or not _is_there_now(desk, letter.row.lacks):
            return letter
    return _write_anew(desk, kind, order)


def with_care(desk: Desk, order_id: int, article_id: int, enclosed: bool) -> Letter:
    """The order's confirmation with or without this care sheet; a letter that left stays as it is.

    The choice is kept with the order, for every later letter.
    """
    order = orders.detail(desk, order_id)
    kind = _kind_now(desk, CONFIRMATION, order)
    kept = _of_version(desk, kind, order)
    care_sheets.choose(desk, order_id, article_id, enclosed)
    if kept is not None:
        letter = read(desk, kept)
        if letter.row.state != "queued":
            return letter
    return _write_anew(desk, kind, order)


def _kind_now(desk: Desk, kind: str, order: OrderDetail) -> str:
    """§ 108 BGB: what a parent has not approved is not confirmed, what they refused never."""
    if kind != CONFIRMATION or order.minor is None:
        return kind
    if order.minor.answer == "no" or order.minor.has_lapsed(desk.today()):
        raise Refused("parent_refused")
    return PENDING if order.minor.is_pending else kind


def _write_anew(desk: Desk, kind: str, order: OrderDetail) -> Letter:
    """A letter that waits for printing takes the place of the one that did."""
    right = OFFERABLE if kind == OFFER else CONFIRMABLE
    if order.state not in right:
        raise Refused("not_confirmable", state=order.state)
    _refuse_without_duties(desk, order)
    content = confirmation_of(desk, order)
    wanted = kind != PENDING and duties.needs_notice(
        order.matter, desk.today(), consumer=_is_consumer(desk, order)
    )
    from shopphone.letters import confirmation, texts

    with texts.noted() as used:
        pdf = confirmation.write(content)
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        tx.execute(
            update(t.letter)
            .where(_l.order_id == order.order_id)
            .where(_l.kind == kind)
            .where(_l.state == "queued")
            .values(state="superseded")
        )
        letter_id = tx.insert(
            insert(t.letter),
            {
                "kind": kind,
                "order_id": order.order_id,
                "order_version": order.version,
                "customer_id": order.customer_id,
                "language": order.language,
                "created_at": desk.now(),
                "staff_id": staff_id,
                "pdf": pdf,
                "sha256": hashlib.sha256(pdf).hexdigest(),
                "pages": confirmation.page_count(pdf),
                "state": "queued",
                "lacks": duties.NOTICE if wanted and not content.harmonised_notice else "",
                "text_edition": letter_texts.edition(desk, order.language),
                "legal_texts": " ".join(sorted(used)),
            },
        )
    return read(desk, letter_id)


def read(desk: Desk, letter_id: int) -> Letter:
    with desk.db.reading() as connection:
        row = connection.execute(_ROWS.where(_l.id == letter_id)).one()
        pdf = connection.execute(select(_l.pdf).where(_l.id == letter_id)).scalar_one()
    return Letter(row=row_of(row), pdf=bytes(pdf))


def queue(desk: Desk) -> tuple[LetterRow, ...]:
    """Letters that wait for the printer, oldest first; not those of an open run or in the outbox."""
    return _all(desk, _ROWS.where(TO_PRINT).order_by(_l.created_at, _l.id).limit(5000))


def waiting(desk: Desk, letter_ids: Sequence[int]) -> set[int]:
    """Which of these may go to the printer now; a letter whose order changed since may not."""
    among = _ROWS.where(TO_PRINT).where(_l.id.in_(letter_ids))
    return {row.letter_id for row in _all(desk, among) if not row.stale}


def archive(desk: Desk, text: str = "", limit: int = 200) -> tuple[LetterRow, ...]:
    """Letters that left the house, newest first. text: words of number, customer, day or letter."""
    query = _ROWS.where(_l.state == "printed").order_by(_l.created_at.desc(), _l.id.desc())
    if text.strip():
        query = query.where(letter_search.matching(text, desk.today()))
    return _all(desk, query.limit(limit))


def of_order(desk: Desk, order_id: int) -> tuple[LetterRow, ...]:
    return _all(desk, _ROWS.where(_l.order_id == order_id).order_by(_l.id.desc()))


def rows_of(desk: Desk, letter_ids: Sequence[int]) -> dict[int, LetterRow]:
    """These letters by their keys."""
    return {row.letter_id: row for row in _all(desk, _ROWS.where(_l.id.in_(letter_ids)))}


def sent(desk: Desk, letter_id: int, channel: str, printer: str = "", job: str = "") -> LetterRow:
    """The letter has left: its bytes stay, a placed order becomes confirmed."""
    event = {"channel": channel, "at": desk.now(), "printer": printer, "job": job, "error": ""}
    staff_id = desk.staff_id()
    with desk.db.writing() as tx:
        note_sent(tx, letter_id, event, staff_id)
    return read(desk, letter_id).row


def note_sent(tx: Writing, letter_id: int, event: Mapping[str, Any], staff_id: int) -> None:
    """In a transaction of whoever sends several. event: a letter_event without its letter."""
    letter = tx.execute(
        select(_l.order_id, _l.kind, _l.order_version).where(_l.id == letter_id)
    ).one()
    tx.execute(update(t.letter).where(_l.id == letter_id).values(state="printed"))
    tx.execute(insert(t.letter_event), {"letter_id": letter_id, "staff_id": staff_id, **event})
    if letter.order_id is not None and letter.kind == CONFIRMATION:
        orders.confirm(tx, letter.order_id, letter.order_version, event["at"], staff_id)


def copy_of(desk: Desk, letter_id: int) -> bytes:
    """The kept pages with the word copy on each; what is kept stays as it is."""
    from shopphone.letters import copy_mark

    letter = read(desk, letter_id)
    return copy_mark.marked(letter.pdf, letter.row.language)


def changes_since(desk: Desk, letter_id: int) -> tuple[Change, ...]:
    """What became different in the order after this letter was written."""
    with desk.db.reading() as connection:
        row = connection.execute(
            select(_l.order_id, _l.order_version).where(_l.id == letter_id)
        ).one()
    if row.order_id is None:
        return ()
    later = orders.detail(desk, row.order_id).versions
    return tuple(
        each for version in later if version.number >= row.order_version for each in version.changes
    )


def enclose(desk: Desk, order_id: int) -> Letter:
    """The confirmation goes into the parcel: written, printed here, recorded as enclosed.

    Raises Refused as write does, and parent_pending.
    """
    letter = write(desk, CONFIRMATION, order_id)
    if letter.row.kind == PENDING:
        raise Refused("parent_pending")
    sent(desk, letter.row.letter_id, "enclosed")
    return read(desk, letter.row.letter_id)


def failed(desk: Desk, letter_id: int, printer: str, error: str) -> LetterRow:
    """It did not print: the letter stays in the queue with the reason."""
    with desk.db.writing() as tx:
        tx.execute(
            insert(t.letter_event),
            {
                "letter_id": letter_id,
                "channel": "print",
                "at": desk.now(),
                "printer": printer,
                "error": error or "?",
            },
        )
    return read(desk, letter_id).row


def save_as(desk: Desk, letter_id: int, path: Path) -> None:
    """Write the kept bytes to a file; it counts as neither printed nor sent."""
    pdf = read(desk, letter_id).pdf
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise Unavailable("file", why(error)) from error


def confirmation_of(desk: Desk, order: OrderDetail) -> Confirmation:
    """The content of a confirmation, or of an offer, from the order's snapshot."""
    ordered_at = order.placed_at.astimezone(SHOP_ZONE)
    before = order.versions[-1] if order.versions else None
    told = {point: at.astimezone(SHOP_ZONE).replace(tzinfo=None) for point, _, at, _ in order.told}
    offered = order.state in ("offered", "accepted")
    pending = None if offered or order.minor is None or order.minor.answer else order.minor
    known = particulars.read(desk.setting("goods.particulars"))
    return Confirmation(
        seller=settings.seller(desk, order.language),
        language=order.language,
        number=order.number,
        customer_number=order.customer_number,
        customer=order.customer,
        salutation=order.salutation,
        last_name=order.last_name,
        recipient=recipients.lines(
            order.billing, order.customer, order, desk.setting("shop.country")
        ),
        deliver_to=order.deliver_to,
        written_on=desk.today(),
        ordered_at=ordered_at.replace(tzinfo=None),
        clerk=order.staff,
        lines=tuple(_line(line, known, has_right=not order.no_withdrawal) for line in order.lines),
        totals=order.totals,
        vat_id=order.vat_id,
        country=(order.deliver_to or order.billing).country,
        coupon_code=order.coupon_code,
        mandate=order.mandate,
        mandate_form=None if pending else mandates.form_of(desk, order),
        minor=pending,
        residence=order.billing.country,
        called_by_us=order.direction == Direction.OUT,
        shipping_name=order.shipping_name,
        shipping_days=order.shipping_days or _days(desk, order),
        latest_delivery=order.latest_delivery or _latest_delivery(desk, order),
        payment_code=order.payment_code,
        due_on=order.due_on,
        told_at=tuple(told[point] for point in POINTS if point in told),
        remark=order.remark,
        billing_months=order.billing_months,
        return_amount=_return_amount(desk, order),
        extension_months=order.extension_months,
        extension_days=order.extension_days,
        return_cost=order.return_cost,
        paragraphs=care_sheets.paragraphs(desk, order),
        care_sheets=() if pending else care_sheets.of_order(desk, order),
        harmonised_notice=None if pending else _notice(desk, order),
        matter=order.matter,
        version=order.version,
        replaces_on=_replaced(desk, order),
        changes=before.changes if before else changes.offered(desk, order.order_id),
        changed_on=None if before is None else desk.day_of(before.ended_at),
        yes=order.yes,
        amends=order.amends,
        offered_until=offer_ends(ordered_at.date()) if offered else None,
        based_on=order.based_on,
        no_withdrawal=order.no_withdrawal,
        paid=_paid(order),
        less=_less(order),
        term=Term(
            months=order.term_months,
            days=order.term_days,
            notice_days=order.notice_days,
            renewal=order.renewal,
        ),
        said=tuple((point, told[point]) for point in MORE if point in told and point != OPENING),
    )


def _paid(order: OrderDetail) -> Decimal:
    """What has come and did not go back as a whole."""
    return order.paid_amount if order.payment_state != PaymentState.REFUNDED else Decimal(0)


def _less(order: OrderDetail) -> Decimal:
    """What of the rest nobody has to pay; an offer asks for all of it."""
    if order.state in OFFERABLE:
        return Decimal(0)
    return order.totals.total - _paid(order) - (order.still_open or order.to_pay)


def _days(desk: Desk, order: OrderDetail) -> str:
    """Orders from before it was copied: what the way of sending says today."""
    method = _method(desk, order)
    if method is None:
        return ""
    return method.days_en if order.language == "en" else method.days_de


def _latest_delivery(desk: Desk, order: OrderDetail) -> date:
    method = _method(desk, order)
    return desk.day_of(order.placed_at) + timedelta(days=method.max_days if method else 14)


def _method(desk: Desk, order: OrderDetail) -> ShippingMethod | None:
    return next((m for m in orders.shipping_methods(desk) if m.code == order.shipping_code), None)


def _replaced(desk: Desk, order: OrderDetail) -> date | None:
    """The day of the letter the customer has of an earlier version."""
    query = (
        select(func.max(_l.created_at, type_=Moment))
        .where(_l.order_id == order.order_id)
        .where(_l.kind == CONFIRMATION)
        .where(_l.order_version < order.version)
        .where(_l.state == "printed")
    )
    with desk.db.reading() as connection:
        at: datetime | None = connection.execute(query).scalar()
    return None if at is None else desk.day_of(at)


def _refuse_without_duties(desk: Desk, order: OrderDetail) -> None:
    lacking = duties.missing_duties(
        settings.values(desk),
        by_transfer=order.payment_code in BY_TRANSFER,
        by_debit=order.mandate is not None and order.mandate.returned_on is None,
    )
    if order.totals.mode in NAMES_BOTH and not desk.setting("shop.vat_id").strip():
        lacking = (*lacking, "shop.vat_id")
    if lacking:
        raise Refused("duties_missing", missing=lacking)


def _of_version(desk: Desk, kind: str, order: OrderDetail) -> int | None:
    with desk.db.reading() as connection:
        found: int | None = connection.execute(
            select(_l.id)
            .where(_l.order_id == order.order_id)
            .where(_l.kind == kind)
            .where(_l.order_version == order.version)
            .where(_l.state != "superseded")
            .order_by(_l.id.desc())
            .limit(1)
        ).scalar()
    return found


def _return_amount(desk: Desk, order: OrderDetail) -> Decimal | None:
    """Only whoever bears the return is told what it costs."""
    if order.return_cost == "shop":
        return None
    known = particulars.read(desk.setting("goods.particulars"))
    return particulars.return_amount(known, [(line.sku, line.quantity) for line in order.lines])


def _line(line: OrderLine, known: tuple[Particular, ...], *, has_right: bool) -> LetterLine:
    return LetterLine(
        sku=line.sku,
        name=f"{line.name} {line.option}".strip(),
        description=line.description,
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        vat=line.vat,
        gross=line.gross,
        deposit=line.deposit,
        minimum_age=line.minimum_age,
        base_price=base_price(line.unit_price, line.content, line.content_unit),
        withdrawal_rule=WithdrawalRule.of(line.withdrawal_rule if has_right else ""),
        particulars=particulars.of_goods(known, line.sku),
    )


def _notice(desk: Desk, order: OrderDetail) -> bytes | None:
    """Whom it is not meant for does not get it; while the shop has none, the letter goes without."""
    if not duties.needs_notice(order.matter, desk.today(), consumer=_is_consumer(desk, order)):
        return None
    return shop_files.read(desk, duties.NOTICE)


def _is_consumer(desk: Desk, order: OrderDetail) -> bool:
    kind = select(t.customer.c.kind).where(t.customer.c.id == order.customer_id)
    with desk.db.reading() as connection:
        return bool(connection.execute(kind).scalar_one() != CustomerKind.BUSINESS)


def _is_there_now(desk: Desk, lacked: str) -> bool:
    return bool(lacked) and bool(desk.setting(lacked))


def _all(desk: Desk, query: Any) -> tuple[LetterRow, ...]:
    with desk.db.reading() as connection:
        return tuple(row_of(row) for row in connection.execute(query))


def row_of(row: Record) -> LetterRow:
    return LetterRow(
        letter_id=row.id,
        kind=row.kind,
        order_id=row.order_id,
        order_number=row.number or "",
        customer=row.customer or "",
        language=row.language,
        created_at=row.created_at,
        pages=row.pages,
        sha256=row.sha256,
        state=row.state,
        stale=row.order_version is not None and row.order_version != row.version,
        sent_at=row.sent_at,
        channel=row.channel or "",
        error=row.error or "",
        lacks=row.lacks,
        clerk=row.clerk or "",
        received_on=row.received_on,
        received_by=row.received_by,
    )
