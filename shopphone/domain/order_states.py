"""The states of an order and the moves between them: the only table; buttons follow from it."""

from datetime import date
from enum import StrEnum

from shopphone.domain.errors import Refused
from shopphone.domain.order_kinds import LASTING, SERVICES, Matter
from shopphone.domain.payment import PAID_AHEAD
from shopphone.domain.withdrawal import Known, Period


class OrderState(StrEnum):
    """From yes to closed."""

    DRAFT = "draft"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    PLACED = "placed"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class PaymentState(StrEnum):
    """Payment is a line of its own beside the states."""

    OPEN = "open"
    PAID = "paid"
    OVERDUE = "overdue"
    PART_PAID = "part_paid"
    OVERPAID = "overpaid"
    REFUNDED = "refunded"
    MANDATE_MISSING = "mandate_missing"


_S = OrderState
MOVES: dict[OrderState, tuple[OrderState, ...]] = {
    _S.DRAFT: (_S.OFFERED, _S.PLACED),
    _S.OFFERED: (_S.ACCEPTED, _S.CANCELLED),
    _S.ACCEPTED: (_S.PLACED, _S.CANCELLED, _S.MERGED),
    _S.PLACED: (_S.CONFIRMED, _S.CANCELLED, _S.WITHDRAWN),
    _S.CONFIRMED: (_S.SHIPPED, _S.CANCELLED, _S.WITHDRAWN),
    _S.SHIPPED: (_S.DELIVERED, _S.CANCELLED, _S.WITHDRAWN),
    _S.DELIVERED: (_S.CLOSED, _S.CANCELLED, _S.WITHDRAWN),
    _S.CLOSED: (_S.WITHDRAWN,),
    _S.CANCELLED: (),
    _S.WITHDRAWN: (),
    _S.MERGED: (),
}
# the confirmation on a durable medium is due at delivery at the latest (§ 312f (2) BGB)
NEEDS_CONFIRMATION = frozenset((_S.CONFIRMED, _S.SHIPPED))
# what nobody has said yes to, or what is over, is not confirmed as a contract
CONFIRMABLE = frozenset((_S.PLACED, _S.CONFIRMED, _S.SHIPPED, _S.DELIVERED, _S.CLOSED))
OFFERABLE = frozenset((_S.OFFERED, _S.ACCEPTED))
# an accepted change is a version of the contract it changes; its offer never becomes an order itself
NO_CONTRACT = OFFERABLE | {_S.MERGED}
# nothing is owed any more of what is over
OVER = frozenset((_S.CANCELLED, _S.WITHDRAWN))
# a service is begun; before the right has ended only if the customer asked for it (§ 357a (2) BGB)
BEGINS = frozenset((_S.SHIPPED,))
NEEDS_REASON = frozenset((_S.CANCELLED,))
# confirmed is reached by sending the letter, offered by writing the offer, accepted by keeping the
# customer's yes, withdrawn by noting who declared what
NOT_BY_HAND = frozenset((_S.CONFIRMED, _S.PLACED, _S.WITHDRAWN, _S.OFFERED, _S.ACCEPTED, _S.MERGED))
# what was noted by mistake goes back to where it came from; both moves are kept
TAKEN_BACK: dict[OrderState, tuple[OrderState, ...]] = {
    end: tuple(state for state, targets in MOVES.items() if end in targets)
    for end in (_S.CANCELLED, _S.WITHDRAWN, _S.SHIPPED, _S.DELIVERED, _S.CLOSED)
}
# a withdrawal is taken back itself, and its order with it
BACK_BY_HAND = frozenset(TAKEN_BACK) - {_S.WITHDRAWN}
# goods that have left are another contract's; what lasts can be changed while it runs
CHANGEABLE = frozenset((_S.PLACED, _S.CONFIRMED))
CHANGEABLE_WHILE_IT_LASTS = CHANGEABLE | {_S.SHIPPED, _S.DELIVERED}

_P = PaymentState
# overdue is open money after its day; nothing may be debited before the signed mandate is back; a
# change of a paid order leaves it part paid or overpaid: all of these are reckoned, never stored
PAYMENT_MOVES: dict[PaymentState, tuple[PaymentState, ...]] = {
    _P.OPEN: (_P.PAID,),
    _P.OVERDUE: (_P.PAID,),
    _P.PAID: (_P.OPEN, _P.REFUNDED),
    _P.PART_PAID: (_P.OPEN, _P.REFUNDED),
    _P.OVERPAID: (_P.OPEN, _P.REFUNDED),
    _P.REFUNDED: (_P.PAID,),
    _P.MANDATE_MISSING: (_P.PAID,),
}


def may_move(source: str, target: str) -> bool:
    return OrderState(target) in MOVES[OrderState(source)]


def check_back(source: str, target: str) -> None:
    """Refuse to undo what no mistake can be in, or to a state it does not start from."""
    if OrderState(target) not in TAKEN_BACK.get(OrderState(source), ()):
        raise Refused("move_not_allowed", source=source, target=target)


def next_by_hand(source: str) -> tuple[OrderState, ...]:
    """The moves a person may choose from here."""
    return tuple(state for state in MOVES[OrderState(source)] if state not in NOT_BY_HAND)


def check_move(source: str, target: str, *, confirmation_sent: bool, reason: str) -> None:
    """Refuse a move that is not in the table, lacks the sent confirmation, or lacks a reason."""
    if not may_move(source, target):
        raise Refused("move_not_allowed", source=source, target=target)
    if OrderState(target) in NEEDS_CONFIRMATION and not confirmation_sent:
        raise Refused("confirmation_not_sent")
    if OrderState(target) in NEEDS_REASON and not reason.strip():
        raise Refused("reason_missing", field="reason")


def check_start(
    target: str, matter: str, *, asked_for: bool, period: Period | None, today: date
) -> None:
    """Refuse to begin a service whose right of withdrawal still runs and that nobody wanted at once.

    § 356 (5) Nr. 2, § 357a (2) BGB: the express wish, and having been told what it costs and ends,
    are asked_for; without them the shop works for nothing if the customer withdraws. period None:
    there is no right to wait for.
    """
    if OrderState(target) not in BEGINS or Matter(matter) not in SERVICES:
        return
    if asked_for or period is None:
        return
    if period.known is Known.NOT_BEFORE:
        raise Refused("start_unknown", field="received")
    if today <= period.reckoning.last_day:
        raise Refused("start_too_early", day=period.reckoning.last_day)


def leaves_unpaid(payment_code: str, payment_state: str) -> bool:
    """Whether goods would leave that are paid ahead and are not: to be said, not forbidden."""
    return payment_code in PAID_AHEAD and payment_state in (_P.OPEN, _P.OVERDUE, _P.PART_PAID)


def check_payment(source: str, target: str) -> None:
    """Refuse what the payment line does not know, such as a refund of what was never paid."""
    if PaymentState(target) not in PAYMENT_MOVES[PaymentState(source)]:
        raise Refused("payment_move_not_allowed", source=source, target=target)


def check_change(state: str, matter: str) -> None:
    """Refuse a new version of what has left, or is over, or was never agreed."""
    states = CHANGEABLE_WHILE_IT_LASTS if Matter(matter) in LASTING else CHANGEABLE
    if OrderState(state) not in states:
        raise Refused("order_not_changeable", state=state)
