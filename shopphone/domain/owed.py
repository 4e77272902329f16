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
    """stored: the payment as a person noted it. parent: their answer for a minor; None if of age."""

    state: str
    stored: str
    payment_code: str
    due_on: date | None
    mandate_on: date | None
    total: Decimal
    paid: Decimal
    parent: str | None

    @property
    def still_open(self) -> Decimal:
        """What is left of what was noted as paid; below 0: to be paid back."""
        if self.stored != PaymentState.PAID or self.state in _NOTHING_OWED:
            return Decimal(0)
        return self.total - self.paid

    def on(self, today: date) -> PaymentState:
        """How it stands; before a parent's yes nothing can be late (§ 108 (1) BGB)."""
        stored = PaymentState(self.stored)
        if OrderState(self.state) in _NOTHING_OWED:
            return stored
        if stored is PaymentState.PAID and self.paid != self.total:
            return PaymentState.PART_PAID if self.paid < self.total else PaymentState.OVERPAID
        if stored is not PaymentState.OPEN:
            return stored
        binds = self.parent in (None, "yes")
        if binds and self.due_on is not None and self.due_on < today:
            return PaymentState.OVERDUE
        if self.payment_code == Payment.SEPA_DEBIT and self.mandate_on is None:
            return PaymentState.MANDATE_MISSING
        return stored
