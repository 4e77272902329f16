"""The states of an order: every move of the table, and every other one refused."""

from datetime import date
from functools import partial
from itertools import product

import pytest

from shopphone.domain import order_states, payment
from shopphone.domain.errors import Refused
from shopphone.domain.order_states import (
    OrderState,
    check_back,
    check_move,
    check_start,
    may_move,
    next_by_hand,
)
from shopphone.domain.withdrawal import Known, Period
from shopphone.domain.withdrawals import refund_until

# said once more, as the shop says it: draft → offered → accepted → placed → confirmed → shipped →
# delivered → closed; cancelled and withdrawn from placed on; a kind without offer goes draft → placed
ALLOWED = {
    ("draft", "offered"), ("draft", "placed"), ("offered", "accepted"), ("offered", "cancelled"),
    ("accepted", "placed"), ("accepted", "cancelled"), ("accepted", "merged"), ("placed", "confirmed"),
    ("placed", "cancelled"), ("placed", "withdrawn"), ("confirmed", "shipped"),
    ("confirmed", "cancelled"), ("confirmed", "withdrawn"), ("shipped", "delivered"),
    ("shipped", "cancelled"), ("shipped", "withdrawn"), ("delivered", "closed"),
    ("delivered", "cancelled"), ("delivered", "withdrawn"), ("closed", "withdrawn"),
}  # fmt: skip
STATES = [state.value for state in OrderState]


@pytest.mark.parametrize(("source", "target"), list(product(STATES, STATES)))
def test_only_the_moves_of_the_table_are_possible(source: str, target: str) -> None:
    allowed = (source, target) in ALLOWED
    assert may_move(source, target) is allowed
    if allowed:
        check_move(source, target, confirmation_sent=True, reason="doppelt")
    else:
        with pytest.raises(Refused, match="move_not_allowed") as refusal:
            check_move(source, target, confirmation_sent=True, reason="doppelt")
        assert refusal.value.facts == {"source": source, "target": target}


@pytest.mark.parametrize(("source", "target"), [("placed", "confirmed"), ("confirmed", "shipped")])
def test_nothing_leaves_before_its_written_confirmation(source: str, target: str) -> None:
    with pytest.raises(Refused, match="confirmation_not_sent"):
        check_move(source, target, confirmation_sent=False, reason="")
    check_move(source, target, confirmation_sent=True, reason="")


@pytest.mark.parametrize("source", ["offered", "accepted", "placed", "confirmed", "shipped"])
@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_cancelling_needs_a_reason_in_every_state(source: str, reason: str) -> None:
    with pytest.raises(Refused, match="reason_missing"):
        check_move(source, "cancelled", confirmation_sent=True, reason=reason)


@pytest.mark.parametrize("source", STATES)
def test_buttons_offer_exactly_the_moves_a_person_may_make(source: str) -> None:
    offered = {state.value for state in next_by_hand(source)}
    possible = {target for start, target in ALLOWED if start == source}
    assert offered == possible - {
        "confirmed",
        "placed",
        "withdrawn",
        "offered",
        "accepted",
        "merged",
    }


@pytest.mark.parametrize(("source", "target"), list(product(STATES, STATES)))
def test_what_can_be_a_slip_is_taken_back_to_where_it_came_from(source: str, target: str) -> None:
    if (
        source in ("withdrawn", "cancelled", "shipped", "delivered", "closed")
        and (target, source) in ALLOWED
    ):
        check_back(source, target)
    else:
        with pytest.raises(Refused, match="move_not_allowed"):
            check_back(source, target)


def test_every_order_can_come_to_an_end() -> None:
    for state in OrderState:
        seen, waiting = set(), [state]
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting += order_states.MOVES[each]
        assert seen & {
            OrderState.CLOSED,
            OrderState.CANCELLED,
            OrderState.WITHDRAWN,
            OrderState.MERGED,
        }


@pytest.mark.parametrize(
    ("way", "due"),
    [
        ("prepay", date(2026, 12, 1)),
        ("invoice", date(2026, 12, 8)),
        ("sepa_debit", None),
        ("cash_on_delivery", None),
        ("paypal_link", None),
        ("card_link", None),
        ("cash_on_collection", None),
    ],
)
def test_money_is_due_by_the_way_it_is_paid(way: str, due: date | None) -> None:
    found = payment.due_on(
        way,
        date(2026, 11, 24),
        prepay_days=7,
        invoice_days=14,
        latest_delivery=date(2026, 12, 8),
    )
    assert found == due
    assert (way in payment.BY_TRANSFER) == (due is not None)
    assert way in list(payment.Payment)


def test_prepayment_is_never_due_after_the_goods_are_promised() -> None:
    due = payment.due_on(
        "prepay",
        date(2026, 11, 24),
        prepay_days=7,
        invoice_days=14,
        latest_delivery=date(2026, 11, 27),
    )
    assert due == date(2026, 11, 27)


def test_long_credit_is_warned_about() -> None:
    assert not payment.is_long_credit("invoice", 14)
    assert payment.is_long_credit("invoice", 15)
    assert not payment.is_long_credit("prepay", 30)


LAST = date(2026, 12, 8)
UNTIL_LAST = refund_until(date(2026, 11, 24), ("BY",))


@pytest.mark.parametrize(
    ("target", "matter", "asked_for", "known", "today", "refused"),
    [
        ("shipped", "service", False, "day", LAST, "start_too_early"),
        ("shipped", "energy", False, "day", LAST, "start_too_early"),
        ("shipped", "service", False, "at_most", LAST, "start_too_early"),
        ("shipped", "service", False, "not_before", date(2027, 1, 8), "start_unknown"),
        ("shipped", "service", False, "day", date(2026, 12, 9), ""),
        ("shipped", "service", True, "day", LAST, ""),
        ("shipped", "service", True, "not_before", LAST, ""),
        ("shipped", "service", False, "", LAST, ""),
        ("shipped", "goods", False, "day", LAST, ""),
        ("shipped", "regular", False, "day", LAST, ""),
        ("delivered", "service", False, "day", LAST, ""),
    ],
)
def test_a_service_begins_after_the_right_or_at_the_customers_wish(
    target: str, matter: str, asked_for: bool, known: str, today: date, refused: str
) -> None:
    period = Period(known=Known(known), reckoning=UNTIL_LAST) if known else None
    begun = partial(check_start, target, matter, asked_for=asked_for, period=period, today=today)
    if not refused:
        begun()
        return
    with pytest.raises(Refused, match=refused):
        begun()


@pytest.mark.parametrize(
    ("way", "state", "asked"),
    [
        ("prepay", "open", True),
        ("prepay", "overdue", True),
        ("paypal_link", "open", True),
        ("card_link", "part_paid", True),
        ("prepay", "paid", False),
        ("invoice", "overdue", False),
        ("cash_on_delivery", "open", False),
    ],
)
def test_what_is_paid_ahead_and_is_not_does_not_leave_unseen(
    way: str, state: str, asked: bool
) -> None:
    assert order_states.leaves_unpaid(way, state) is asked
