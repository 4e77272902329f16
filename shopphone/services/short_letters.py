"""Letters beside the confirmation: a withdrawal acknowledged, a remedy told, a mandate asked for."""

import hashlib
from datetime import date

from sqlalchemy import select, update

import shopphone.services.defects as defects
import shopphone.services.kept_letters as kept_letters
import shopphone.services.letters as letters
import shopphone.services.mandates as mandates
import shopphone.services.order_book as order_book
import shopphone.services.recipients as recipients
import shopphone.services.settings as settings
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.errors import Refused
from shopphone.domain.letters_log import DEFECT, MANDATE, WITHDRAWAL, Letter
from shopphone.domain.orders import OrderDetail
from shopphone.domain.short_letters import DefectLetter, LetterHead, MandateLetter, WithdrawalLetter
from shopphone.domain.withdrawals import VALID, Decision, Event, OpenLine, Withdrawal
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.services.kept_letters import Paper
from shopphone.store import tables as t
from shopphone.store.db import Writing

_l = t.letter.c


def acknowledge(desk: Desk, withdrawal_id: int) -> Letter:
    """The letter of a withdrawal that holds; unchanged facts give the kept bytes again.

    Raises Refused: withdrawal_not_valid, while it waits for a decision or was taken back.
    """
    found = withdrawals.read(desk, withdrawal_id)
    if found.decision not in VALID or found.taken_back_at is not None:
        raise Refused("withdrawal_not_valid")
    order = order_book.detail(desk, found.order_id)
    left = withdrawals.offer(desk, found.order_id).lines
    content = _withdrawal(head_of(desk, order, found.staff), order, found, left)
    from shopphone.letters import withdrawal_letter

    pdf = withdrawal_letter.write(content)
    if found.letter_id is not None and _is_same(desk, found.letter_id, pdf):
        return letters.read(desk, found.letter_id)
    with desk.db.writing() as tx:
        letter_id = _keep(desk, tx, WITHDRAWAL, order, pdf, found.letter_id)
        tx.execute(
            update(t.withdrawal)
            .where(t.withdrawal.c.id == withdrawal_id)
            .values(letter_id=letter_id)
        )
    return letters.read(desk, letter_id)


def tell_remedy(desk: Desk, defect_id: int) -> Letter:
    """The notice of § 475 (4) BGB for a defect; unchanged facts give the kept bytes again."""
    found = defects.read(desk, defect_id)
    order = order_book.detail(desk, found.order_id)
    limitation = found.limitation
    content = DefectLetter(
        head=head_of(desk, order, found.staff),
        goods=found.name,
        words=found.words,
        reported_at=found.reported_at.astimezone(SHOP_ZONE).replace(tzinfo=None),
        remedy=found.remedy,
        limited_until=limitation.limited.last_day if limitation else None,
        extended_until=limitation.extended.last_day if limitation else None,
    )
    from shopphone.letters import defect_letter

    pdf = defect_letter.write(content)
    if found.letter_id is not None and _is_same(desk, found.letter_id, pdf):
        return letters.read(desk, found.letter_id)
    with desk.db.writing() as tx:
        letter_id = _keep(desk, tx, DEFECT, order, pdf, found.letter_id)
        tx.execute(update(t.defect).where(t.defect.c.id == defect_id).values(letter_id=letter_id))
    return letters.read(desk, letter_id)


def ask_for_mandate(desk: Desk, order_id: int) -> Letter:
    """The letter with the SEPA mandate to be signed; unchanged facts give the kept bytes again.

    Raises Refused: mandate_not_needed, and duties_missing while the shop has no creditor identifier.
    """
    order = order_book.detail(desk, order_id)
    form = mandates.form_of(desk, order)
    if form is None:
        raise Refused("mandate_not_needed")
    if not form.seller.creditor_id:
        raise Refused("duties_missing", missing=("shop.creditor_id",))
    content = MandateLetter(
        head=head_of(desk, order, order.staff), form=form, total=order.totals.total
    )
    from shopphone.letters import mandate_letter

    pdf = mandate_letter.write(content)
    before = _newest(desk, MANDATE, order_id)
    if before is not None and _is_same(desk, before, pdf):
        return letters.read(desk, before)
    with desk.db.writing() as tx:
        letter_id = _keep(desk, tx, MANDATE, order, pdf, before)
    return letters.read(desk, letter_id)


def _withdrawal(
    head: LetterHead, order: OrderDetail, found: Withdrawal, left: tuple[OpenLine, ...]
) -> WithdrawalLetter:
    return WithdrawalLetter(
        head=head,
        received_at=found.received_at.astimezone(SHOP_ZONE).replace(tzinfo=None),
        received_on=found.received_on,
        declared_on=found.declared_on,
        channel=found.channel,
        declared_by=found.declared_by,
        words=found.words,
        goodwill=found.decision is Decision.GOODWILL,
        sheet=found.sheet,
        rest=tuple((line.left, line.name) for line in left if line.left),
        payment_code=order.paid_by or order.payment_code,
        goods_out=found.goods_out,
        goods_back_on=found.day_of(Event.GOODS),
        pickup=found.pickup,
        refund_until=found.refund_until.last_day,
        return_until=found.return_until.last_day,
        matter=found.matter,
        begun=found.begun,
        paid=order.paid_on is not None,
        returned_on=order.refunded_on,
        still_open=order.to_pay,
    )


def head_of(desk: Desk, order: OrderDetail, clerk: str) -> LetterHead:
    """What stands around a letter about this order, to whom it is billed."""
    person = recipients.person(desk, order.customer_id)
    return LetterHead(
        seller=settings.seller(desk, order.language),
        language=order.language,
        number=order.number,
        customer_number=order.customer_number,
        customer=order.customer,
        salutation=person.salutation,
        last_name=person.last_name,
        recipient=recipients.lines(
            order.billing, order.customer, person, desk.setting("shop.country")
        ),
        written_on=desk.today(),
        ordered_on=_day(order),
        clerk=clerk,
    )


def _day(order: OrderDetail) -> date:
    return order.placed_at.astimezone(SHOP_ZONE).date()


def _newest(desk: Desk, kind: str, order_id: int) -> int | None:
    query = select(_l.id).where(_l.order_id == order_id).where(_l.kind == kind)
    with desk.db.reading() as connection:
        found: int | None = connection.execute(query.order_by(_l.id.desc()).limit(1)).scalar()
    return found


def _is_same(desk: Desk, letter_id: int, pdf: bytes) -> bool:
    with desk.db.reading() as connection:
        kept: str = connection.execute(select(_l.sha256).where(_l.id == letter_id)).scalar_one()
    return kept == hashlib.sha256(pdf).hexdigest()


def _keep(
    desk: Desk, tx: Writing, kind: str, order: OrderDetail, pdf: bytes, before: int | None
) -> int:
    paper = Paper(
        kind=kind,
        language=order.language,
        customer_id=order.customer_id,
        pdf=pdf,
        order_id=order.order_id,
        order_version=order.version,
    )
    return kept_letters.put(desk, tx, paper, before)
