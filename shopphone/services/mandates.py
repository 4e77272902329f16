"""SEPA mandates: what is to be signed, and the day the signed one came back."""

from datetime import date

from sqlalchemy import func, select, update

import shopphone.services.order_writing as order_writing
import shopphone.services.settings as settings
from shopphone.domain.days import check_noted
from shopphone.domain.errors import Refused
from shopphone.domain.letters import MandateForm
from shopphone.domain.order_kinds import ONGOING, Matter
from shopphone.domain.orders import OrderDetail
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Moment


def form_of(desk: Desk, order: OrderDetail) -> MandateForm | None:
    """The form that goes with the order's letters; None where nothing is left to sign.

    Where someone else's account is debited, the customer's address is not theirs.
    """
    mandate = order.mandate
    if mandate is None or mandate.returned_on is not None:
        return None
    home, to = desk.setting("shop.country"), order.billing
    abroad = to.country not in ("", home)
    address = (to.street, f"{to.postcode} {to.town}", to.country if abroad else "")
    return MandateForm(
        seller=settings.seller(desk, order.language),
        mandate=mandate,
        address=address if mandate.holder == order.customer else (),
        recurring=Matter(order.matter) in ONGOING or order.term_months > 0,
    )


def returned(desk: Desk, order_id: int, on: date | None, seen: int = 0) -> None:
    """The signed mandate is back: from now on it may be debited; None takes it back.

    Raises Refused: order_changed_meanwhile, mandate_not_needed, day_in_future, day_before_order.
    """
    mandate, move = t.order_mandate, t.order_move.c
    begun = select(func.min(move.at, type_=Moment)).where(move.order_id == order_id)
    now, staff_id = desk.now(), desk.staff_id()
    with desk.db.writing() as tx:
        order_writing.claim(tx, order_id, seen)
        if tx.execute(select(mandate).where(mandate.c.order_id == order_id)).first() is None:
            raise Refused("mandate_not_needed")
        begun_at = tx.execute(begun).scalar() or now
        if on is not None:
            check_noted(on, since=min(desk.day_of(begun_at), desk.today()), today=desk.today())
        tx.execute(update(mandate).where(mandate.c.order_id == order_id).values(returned_on=on))
        code = "mandate_back" if on is not None else "mandate_not_back"
        order_writing.record_event(tx, order_id, code, now, staff_id)
