"""What is owed for an order today, reckoned from what is stored of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shopphone.domain.order_states import OrderState, PaymentState
from shopphone.domain.payment import Payment

_NOTHING_OWED = frozenset(
    (
        OrderState.DRAFT,
        OrderState.OFFERED,
        OrderState.CANCELLED,
        OrderState.WITHDRAWN,
        OrderState.MERGED,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """stored: the payment as a person noted it. parent: their answer for a minor; None if of age.

    taken_off: what withdrawals take off the total; given_back: what of the money goes back for them.
    """

    state: str
    stored: str
    payment_code: str
    due_on: date | None
    mandate_on: date | None
    total: Decimal
    paid: Decimal
    parent: str | None
    taken_off: Decimal = Decimal(0)
    given_back: Decimal = Decimal(0)

    @property
    def left(self) -> Decimal:
        """What is left to pay, whatever has come; below 0: to be paid back."""
        return (self.total - self.taken_off) - (self.paid - self.given_back)

    @property
    def still_open(self) -> Decimal:
        """What is left of what was noted as paid; below 0: to be paid back."""
        if self.stored != PaymentState.PAID or self.state in _NOTHING_OWED:
            return Decimal(0)
        return self.left

    @property
    def to_pay(self) -> Decimal:
        """What the customer has to pay yet; of a withdrawn order, what is kept of its price."""
        withdrawn = self.state == OrderState.WITHDRAWN and self.taken_off
        if self.stored == PaymentState.REFUNDED or (self.state in _NOTHING_OWED and not withdrawn):
            return Decimal(0)
        return max(self.left, Decimal(0))

    def on(self, today: date) -> PaymentState:
        """How it stands; before a parent's yes nothing can be late (§ 108 (1) BGB)."""
        stored = PaymentState(self.stored)
        if OrderState(self.state) in _NOTHING_OWED:
            return stored
        if self.still_open < 0:
            return PaymentState.OVERPAID
        if stored is not PaymentState.OPEN and not self.still_open:
            return stored
        binds = self.parent in (None, "yes")
        if binds and self.due_on is not None and self.due_on < today:
            return PaymentState.OVERDUE
        if stored is PaymentState.PAID:
            return PaymentState.PART_PAID
        if self.payment_code == Payment.SEPA_DEBIT and self.mandate_on is None:
            return PaymentState.MANDATE_MISSING
        return stored
