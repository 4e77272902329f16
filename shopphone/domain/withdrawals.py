"""A declared withdrawal: its lines, what is paid back, who has to do what until when."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from shopphone.domain import deadlines
from shopphone.domain.deadlines import Events, Reckoning
from shopphone.domain.errors import Refused
from shopphone.domain.money import ZERO, allocate
from shopphone.domain.order_kinds import SERVICES, WITHOUT_GOODS, Matter
from shopphone.domain.order_states import OrderState
from shopphone.domain.withdrawal import Period
from shopphone.domain.withdrawal_rule import WithdrawalRule

CHANNELS = ("phone", "letter", "email", "form", "desk")
POSTED = frozenset(("letter", "form"))
# the goods are out, a service is begun
BEGUN = frozenset((OrderState.SHIPPED, OrderState.DELIVERED, OrderState.CLOSED))
_PART_STEP = Decimal("0.0001")
_PERFORMED = BEGUN - {OrderState.SHIPPED}


class Decision(StrEnum):
    """What became of a declaration; asked: late or without a right, so somebody decides."""

    ACCEPTED = "accepted"
    ASKED = "asked"
    GOODWILL = "goodwill"
    DECLINED = "declined"


class Event(StrEnum):
    """What is noted of a withdrawal: goods back, proof that they were sent, money paid back."""

    GOODS = "goods"
    PROOF = "proof"
    REFUNDED = "refunded"


class Ended(StrEnum):
    """Why the right ended before its period did."""

    NOT = ""
    PERFORMED = "performed"
    BEGUN = "begun"


VALID = frozenset((Decision.ACCEPTED, Decision.GOODWILL))


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChoice:
    """How many of a line are withdrawn. unsealed: the seal was broken (Nr. 3, 6)."""

    position: int
    quantity: Decimal
    unsealed: bool = False


@dataclass(slots=True, kw_only=True)
class WithdrawalDraft:
    """What the clerk notes of a declaration; no reason and no form is asked (§ 355 (1) BGB).

    declared_on: the day of the call, or of the postmark: sending in time suffices. received_on:
    when it reached the shop; None: a letter today, anything else on the day it was declared.
    pickup: the shop has offered to fetch the goods, so it may not withhold the money (§ 357 (4)).
    """

    order_id: int
    declared_on: date
    received_on: date | None = None
    lines: list[LineChoice] = field(default_factory=list)
    channel: str = "phone"
    declared_by: str = ""
    words: str = ""
    pickup: bool = False
    call_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """A line that can still be withdrawn, with how many of it are left."""

    position: int
    name: str
    ordered: Decimal
    left: Decimal
    gross: Decimal
    rule: WithdrawalRule


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalOffer:
    """An order as it stands before a withdrawal is noted. has_right: no for a business without one."""

    order_id: int
    number: str
    customer: str
    lines: tuple[OpenLine, ...]
    period: Period | None
    has_right: bool = True
    ended: Ended = Ended.NOT


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnLine:
    """One line of a withdrawal: what it cost, what is kept for a loss of value or a service done.

    done: the part of a service that was done, as a fraction; used: what that part costs.
    """

    position: int
    name: str
    quantity: Decimal
    amount: Decimal
    rule: WithdrawalRule
    unsealed: bool = False
    loss: Decimal = ZERO
    loss_reason: str = ""
    done: Decimal = ZERO
    done_reason: str = ""
    used: Decimal = ZERO

    @property
    def kept(self) -> Decimal:
        """What is kept for the loss: never more than there is."""
        return min(self.loss, self.amount - self.used)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundSheet:
    """The calculation, in EUR. total: what the withdrawal takes off the price; refund: what of the
    money that came goes back, with the surplus that was paid beyond the price before.

    shipping: the standard delivery cost (§ 357 (2) BGB), only once the whole order is withdrawn;
    surcharge: what a dearer way of sending cost beyond it, which stays. standard_known: nobody need
    name it. return_cost: who bears the return, as it was told before the order (§ 357 (5)).
    """

    lines: tuple[WithdrawnLine, ...]
    goods: Decimal
    shipping: Decimal
    surcharge: Decimal
    loss: Decimal
    used: Decimal
    total: Decimal
    surplus: Decimal
    refund: Decimal
    return_cost: str
    standard_known: bool = True
    surcharge_reason: str = ""

    @property
    def unpaid(self) -> Decimal:
        """What of the total had not been paid, so that it is only no longer asked for."""
        return self.total + self.surplus - self.refund


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Something noted of a withdrawal, by whom."""

    event_id: int
    code: Event
    day: date
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """One withdrawal whole. wished_start: a service was to begin at once, and what that costs and
    ends was told; begun: it had begun, or the goods were out, when it was declared."""

    withdrawal_id: int
    order_id: int
    number: str
    customer: str
    matter: str
    wished_start: bool
    begun: bool
    declared_on: date
    received_on: date
    received_at: datetime
    channel: str
    declared_by: str
    words: str
    decision: Decision
    decision_words: str
    decided_by: str
    staff: str
    goods_out: bool
    pickup: bool
    sheet: RefundSheet
    events: tuple[Noted, ...]
    refund_until: Reckoning
    return_until: Reckoning
    taken_back_at: datetime | None
    taken_back_by: str
    taken_back_words: str
    letter_id: int | None

    @property
    def is_open(self) -> bool:
        return self.taken_back_at is None and self.decision is not Decision.DECLINED

    def day_of(self, code: Event) -> date | None:
        """When this was noted, the newest note if there are several."""
        return max((each.day for each in self.events if each.code is code), default=None)

    @property
    def has_goods(self) -> bool:
        return Matter(self.matter) not in WITHOUT_GOODS

    @property
    def may_charge_part(self) -> bool:
        """§ 357a (2) BGB: a service begun at the express wish; (3): never of digital content."""
        return Matter(self.matter) in SERVICES and self.wished_start and self.begun

    @property
    def may_withhold(self) -> bool:
        """Until the goods or the proof of their sending are there, unless fetched (§ 357 (4))."""
        if not self.goods_out or self.pickup:
            return False
        return self.day_of(Event.GOODS) is None and self.day_of(Event.PROOF) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done about a withdrawal, and until when.

    code: decide, letter, refund, goods. withheld: the refund may wait for goods or proof.
    """

    withdrawal_id: int
    order_id: int
    number: str
    customer: str
    code: str
    due: Reckoning | None
    withheld: bool = False

    def is_overdue(self, today: date) -> bool:
        return self.due is not None and self.due.last_day < today and not self.withheld


def refund_until(received_on: date, places: tuple[str, ...]) -> Reckoning:
    """The shop pays back within 14 days of receiving the declaration (§ 357 (1), § 355 (3) BGB)."""
    return deadlines.reckon("REFUND14", Events(event_on=received_on, places=places))


def return_until(declared_on: date, places: tuple[str, ...]) -> Reckoning:
    """The customer sends back within 14 days of declaring; dispatch suffices (§ 355 (3) BGB)."""
    return deadlines.reckon("RETURN14", Events(event_on=declared_on, places=places))


def received_on(draft: WithdrawalDraft, today: date) -> date:
    """When it reached the shop: what is written comes later than it was posted, a word at once."""
    if draft.received_on is not None:
        return draft.received_on
    return today if draft.channel in POSTED else draft.declared_on


def ended(matter: str, state: str, *, agreed: bool) -> Ended:
    """Whether the right of withdrawal ended before its period did.

    § 356 (5) Nr. 2 BGB: of a service with its complete performance; § 356 (6) Nr. 2: of digital
    content with its beginning. Both only if the customer had wished it before and knew what it
    ends: agreed, as it was told and ticked.
    """
    if not agreed:
        return Ended.NOT
    if Matter(matter) in SERVICES and state in _PERFORMED:
        return Ended.PERFORMED
    if Matter(matter) is Matter.DIGITAL and state in BEGUN:
        return Ended.BEGUN
    return Ended.NOT


def first_decision(
    period: Period | None,
    declared_on: date,
    chosen: Sequence[tuple[WithdrawalRule, bool]],
    *,
    has_right: bool = True,
    ended: Ended = Ended.NOT,
) -> Decision:
    """In time and with a right: accepted at once. Else somebody is asked, never the program.

    chosen: each line's rule and whether its seal was broken. has_right: no for a business that
    bought without it. ended: why the right ended before its period did.
    """
    if not has_right or ended:
        return Decision.ASKED
    if period is not None and period.is_late(declared_on):
        return Decision.ASKED
    if any(not rule.has_right or (rule.may_be_lost and broken) for rule, broken in chosen):
        return Decision.ASKED
    return Decision.ACCEPTED


def check_lines(open_lines: Sequence[OpenLine], chosen: Sequence[LineChoice]) -> None:
    """Raises Refused: withdrawal_empty, withdrawal_too_many."""
    left = {line.position: line.left for line in open_lines}
    if not chosen:
        raise Refused("withdrawal_empty", field="lines")
    for each in chosen:
        if not ZERO < each.quantity <= left.get(each.position, ZERO):
            raise Refused("withdrawal_too_many", field="lines")


def line_amounts(grosses: Sequence[Decimal], discount: Decimal) -> tuple[Decimal, ...]:
    """What each line cost after its share of the order's discount; the shares add up exactly."""
    shares = allocate(discount, list(grosses)) if discount else [ZERO] * len(grosses)
    return tuple(gross - share for gross, share in zip(grosses, shares, strict=True))


def paid_amounts(
    lines: Sequence[tuple[Decimal, Decimal, Decimal]],
    *,
    off: Decimal,
    shipping: Decimal,
    total: Decimal,
) -> tuple[tuple[Decimal, ...], Decimal]:
    """What was paid for each line with its deposit, and for shipping; together the order's total.

    lines: amount, deposit, VAT in percent. off: discount and coupon. Where prices are net, VAT
    came on top of each line at its rate, and on shipping as on the goods.
    """
    reduced = line_amounts([amount for amount, _, _ in lines], off)
    kept = [part + deposit for part, (_, deposit, _) in zip(reduced, lines, strict=True)]
    if sum(kept, ZERO) + shipping == total:
        return tuple(kept), shipping
    taxed = [part * (100 + rate) / 100 for part, (_, _, rate) in zip(kept, lines, strict=True)]
    untaxed = sum(kept, ZERO)
    weight = shipping * sum(taxed, ZERO) / untaxed if untaxed else shipping
    *paid, sent = allocate(total, [*taxed, weight])
    return tuple(paid), sent


def refund_sheet(
    lines: Sequence[WithdrawnLine],
    *,
    return_cost: str,
    shipping: Decimal = ZERO,
    surcharge: Decimal = ZERO,
    surplus: Decimal = ZERO,
    refund: Decimal | None = None,
    standard_known: bool = True,
    surcharge_reason: str = "",
) -> RefundSheet:
    """Add it up. refund None: all of it had been paid, and all goes back."""
    goods = sum((line.amount for line in lines), ZERO)
    used = sum((line.used for line in lines), ZERO)
    loss = sum((line.kept for line in lines), ZERO)
    total = goods + shipping - loss - used
    return RefundSheet(
        lines=tuple(lines),
        goods=goods,
        shipping=shipping,
        surcharge=surcharge,
        loss=loss,
        used=used,
        total=total,
        surplus=surplus,
        refund=total + surplus if refund is None else refund,
        return_cost=return_cost,
        standard_known=standard_known,
        surcharge_reason=surcharge_reason,
    )


def check_loss(matter: str, line: WithdrawnLine, loss: Decimal, reason: str) -> None:
    """Value lost by more than trying (§ 357a (1) BGB): by hand, with its reason, at most the price.

    Only goods lose value; of digital content nothing is kept (§ 357a (3)).
    """
    if Matter(matter) in WITHOUT_GOODS:
        raise Refused("loss_without_goods")
    if loss < 0 or loss > line.amount:
        raise Refused("loss_too_big", field="loss")
    if loss and not reason.strip():
        raise Refused("reason_missing", field="reason")


def check_done(done: Decimal, reason: str, *, may_charge: bool) -> None:
    """The part of a service that was done, as a fraction: by hand, with its reason."""
    if not may_charge:
        raise Refused("part_not_charged")
    if not ZERO <= done <= 1 or done != done.quantize(_PART_STEP):
        raise Refused("part_wrong", field="part")
    if done and not reason.strip():
        raise Refused("reason_missing", field="reason")


def check_surcharge(sheet: RefundSheet, surcharge: Decimal, reason: str) -> None:
    """What a dearer way of sending cost, named by hand where the order does not know it."""
    if sheet.standard_known:
        raise Refused("surcharge_known")
    if not ZERO <= surcharge <= sheet.shipping + sheet.surcharge:
        raise Refused("surcharge_too_big", field="surcharge")
    if surcharge and not reason.strip():
        raise Refused("reason_missing", field="reason")


def tasks(withdrawal: Withdrawal) -> tuple[Task, ...]:
    """What is left to do."""
    if not withdrawal.is_open:
        return ()
    if withdrawal.decision is Decision.ASKED:
        return (_task(withdrawal, "decide", None),)
    left = []
    if withdrawal.letter_id is None:
        left.append(_task(withdrawal, "letter", None))
    if withdrawal.sheet.refund and withdrawal.day_of(Event.REFUNDED) is None:
        left.append(_task(withdrawal, "refund", withdrawal.refund_until))
    if withdrawal.goods_out and withdrawal.day_of(Event.GOODS) is None:
        left.append(_task(withdrawal, "goods", withdrawal.return_until))
    return tuple(left)


def _task(withdrawal: Withdrawal, code: str, due: Reckoning | None) -> Task:
    return Task(
        withdrawal_id=withdrawal.withdrawal_id,
        order_id=withdrawal.order_id,
        number=withdrawal.number,
        customer=withdrawal.customer,
        code=code,
        due=due,
        withheld=code == "refund" and withdrawal.may_withhold,
    )
