"""What the withdrawals of an order give back: never more than came, and together all that is due.

One after the other: each takes its share off the price; what was paid beyond the price that is
left goes back. So whoever paid a part gets a part, and whoever paid too much gets the surplus too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shopphone.domain.money import ZERO, allocate, round2


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one line costs: its part of all that is agreed. standing: no change has cancelled it."""

    position: int
    quantity: Decimal
    amount: Decimal
    standing: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What is withdrawn of a line. amount None: not reckoned yet; done: the part of a service."""

    position: int
    quantity: Decimal
    amount: Decimal | None = None
    loss: Decimal = ZERO
    done: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was paid back; nothing that becomes of the order later changes it."""

    shipping: Decimal
    surcharge: Decimal
    surplus: Decimal
    refund: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One withdrawal. takes: its pieces are gone, or may be; holds: it is valid and binds."""

    pieces: Sequence[Piece]
    takes: bool = True
    holds: bool = True
    named_surcharge: Decimal | None = None
    settled: Settled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The order's money. sent: what sending adds to the total; standard: what the cheapest standard
    delivery did at the time of the order, None if nobody knows; returned: all went back already."""

    total: Decimal
    paid: Decimal
    sent: Decimal
    standard: Decimal | None
    returned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one withdrawal takes off the price (value), and what of it is paid back.

    used: for the done part of each piece; surplus: what had been paid beyond the price before.
    """

    amounts: tuple[Decimal, ...]
    used: tuple[Decimal, ...]
    shipping: Decimal
    surcharge: Decimal
    value: Decimal
    surplus: Decimal
    refund: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Each withdrawal, and where that leaves the order: its price now, and the money that stays."""

    given: tuple[Given, ...]
    due: Decimal
    kept: Decimal


def reckon(shares: Sequence[Share], cases: Sequence[Case], money: Money) -> Ledger:
    """Every withdrawal of the order, the oldest first."""
    left = {share.position: share.quantity for share in shares if share.standing}
    rest = sum((share.amount for share in shares if share.standing), ZERO)
    due, kept = money.total, money.paid
    given = []
    for case in cases:
        amounts = _amounts(shares, left, rest, case.pieces)
        after = dict(left)
        for piece in case.pieces:
            if piece.position in after:
                after[piece.position] -= piece.quantity
        whole = all(quantity <= ZERO for quantity in after.values())
        one = _given(case, amounts, money, due, kept, whole=whole)
        given.append(one)
        if case.takes:
            gone = zip(case.pieces, amounts, strict=True)
            rest -= sum((amount for piece, amount in gone if piece.position in left), ZERO)
            left = after
        if case.holds:
            due, kept = due - one.value, kept - one.refund
    return Ledger(given=tuple(given), due=due, kept=kept)


def shipping_back(
    sent: Decimal, standard: Decimal | None, named: Decimal | None
) -> tuple[Decimal, Decimal]:
    """Delivery cost to give back, and the surcharge that stays (§ 357 (2) BGB).

    The cheapest standard delivery of the time of the order counts. Where nobody knows it, all of it
    goes back but what somebody has named as the surcharge.
    """
    if standard is None:
        surcharge = min(named or ZERO, sent)
        return sent - surcharge, surcharge
    back = min(sent, standard)
    return back, sent - back


def used(amount: Decimal, done: Decimal) -> Decimal:
    """What a service costs that was begun as the customer wished: its price by the part done
    (§ 357a (2) BGB)."""
    return round2(amount * done)


def _given(
    case: Case,
    amounts: tuple[Decimal, ...],
    money: Money,
    due: Decimal,
    kept: Decimal,
    *,
    whole: bool,
) -> Given:
    settled = case.settled
    shipping, surcharge = ZERO, ZERO
    if settled is not None:
        shipping, surcharge = settled.shipping, settled.surcharge
    elif whole:
        shipping, surcharge = shipping_back(money.sent, money.standard, case.named_surcharge)
    consumed = tuple(
        used(amount, piece.done) for amount, piece in zip(amounts, case.pieces, strict=True)
    )
    lost = [
        min(piece.loss, amount - gone)
        for piece, amount, gone in zip(case.pieces, amounts, consumed, strict=True)
    ]
    loss = sum(lost, ZERO)
    value = sum(amounts, ZERO) + shipping - loss - sum(consumed, ZERO)
    if settled is not None:
        surplus, refund = settled.surplus, settled.refund
    elif money.returned:
        surplus = refund = ZERO
    else:
        refund = max(kept - (due - value), ZERO)
        surplus = min(max(kept - due, ZERO), refund)
    return Given(
        amounts=amounts,
        used=consumed,
        shipping=shipping,
        surcharge=surcharge,
        value=value,
        surplus=surplus,
        refund=refund,
    )


def _amounts(
    shares: Sequence[Share],
    left: Mapping[int, Decimal],
    rest: Decimal,
    pieces: Sequence[Piece],
) -> tuple[Decimal, ...]:
    """What each piece costs: of what the lines still cost, in proportion to their agreed prices."""
    if all(piece.amount is not None for piece in pieces):
        return tuple(piece.amount or ZERO for piece in pieces)
    standing = [share for share in shares if share.standing]
    weights = [share.amount * left[share.position] / share.quantity for share in standing]
    costs = dict(zip((share.position for share in standing), allocate(rest, weights), strict=True))
    cancelled = {share.position: share for share in shares if not share.standing}
    found = []
    for piece in pieces:
        if piece.amount is not None:
            found.append(piece.amount)
        elif piece.position in cancelled:
            gone = cancelled[piece.position]
            found.append(round2(gone.amount * piece.quantity / gone.quantity))
        elif piece.quantity >= left[piece.position]:
            found.append(costs[piece.position])
        else:
            part = piece.quantity / left[piece.position]
            found.append(round2(costs[piece.position] * part))
    return tuple(found)
