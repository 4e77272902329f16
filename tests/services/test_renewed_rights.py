"""A change by phone has a right of withdrawal of its own for what it adds or agrees anew."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

import shopphone.services.changes as changes
import shopphone.services.letter_archive as letter_archive
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.receipts as receipts
import shopphone.services.settings as settings
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.withdrawals import LineChoice, WithdrawalDraft
from shopphone.services.desk import Desk
from tests.letters.reading import flat
from tests.services.conftest import TODAY, Clock
from tests.services.test_contracts import changed, confirmed, price, service
from tests.services.test_orders import draft_with

WEEKS = timedelta(weeks=1)


def plain(desk: Desk) -> None:
    """No extension: what is counted is the law's own period."""
    settings.save(desk, {"policy.extension_months": "0"})


def running(desk: Desk, clock: Clock, matter: str = "service") -> int:
    """A contract whose right ended weeks ago."""
    draft = service(desk, early=True)
    draft.matter = matter
    if matter == "regular":
        draft.info_sent = desk.now().isoformat()
    order_id = confirmed(desk, draft)
    receipts.note(desk, order_id, "confirmed", TODAY)
    orders.move(desk, order_id, "shipped")
    if matter == "regular":
        receipts.note(desk, order_id, "goods_first", TODAY)
    clock.now += 5 * WEEKS
    return order_id


def send_again(desk: Desk, order_id: int) -> str:
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    letter_archive.received(desk, letter.row.letter_id, desk.today(), "carrier")
    return flat(letter.pdf)


def add(draft: OrderDraft) -> None:
    draft.lines.append(LineDraft(name="Zusatz", unit_price=Decimal("10.00"), price_source="free"))


def longer(draft: OrderDraft) -> None:
    draft.term_months = 12


def ends(desk: Desk, order_id: int) -> date | None:
    found = orders.detail(desk, order_id).withdrawal
    return None if found is None else found.until


@pytest.mark.parametrize("change", [longer, price("95.00")])
def test_a_lasting_contract_with_another_term_or_tariff_can_be_withdrawn_anew(
    desk: Desk, clock: Clock, change: Callable[[OrderDraft], object]
) -> None:
    plain(desk)
    order_id = running(desk, clock)
    assert ends(desk, order_id) == date(2026, 12, 8)
    changed(desk, order_id, change)
    words = send_again(desk, order_id)
    assert "neues Widerrufsrecht" in words
    assert "ab der Änderung am 29. Dezember 2026" in words
    assert ends(desk, order_id) == date(2027, 1, 12)


def test_the_period_of_a_change_begins_with_its_own_confirmation(desk: Desk, clock: Clock) -> None:
    plain(desk)
    order_id = running(desk, clock)
    changed(desk, order_id, longer)
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert found.known == "at_most"  # nobody was instructed about the new contract yet


def test_what_is_added_has_its_own_right_and_the_rest_keeps_its_end(
    desk: Desk, clock: Clock
) -> None:
    plain(desk)
    order_id = running(desk, clock)
    changed(desk, order_id, add)
    words = send_again(desk, order_id)
    assert "Für das, was hinzugekommen ist (Zusatz)" in words
    assert ends(desk, order_id) == date(2026, 12, 8)
    (right,) = orders.detail(desk, order_id).renewed
    assert (right.renewal.names, right.renewal.positions) == (("Zusatz",), (2,))
    assert right.period is not None
    assert right.period.until == date(2027, 1, 12)


@pytest.mark.parametrize(("position", "decision"), [(2, "accepted"), (1, "asked")])
def test_only_what_was_added_can_still_be_withdrawn(
    desk: Desk, clock: Clock, position: int, decision: str
) -> None:
    plain(desk)
    order_id = running(desk, clock)
    changed(desk, order_id, add)
    send_again(desk, order_id)
    said = WithdrawalDraft(
        order_id=order_id,
        declared_on=desk.today(),
        lines=[LineChoice(position=position, quantity=Decimal(1))],
        declared_by="Löffler",
    )
    withdrawals.declare(desk, said)
    (case,) = withdrawals.of_order(desk, order_id)
    assert case.decision == decision


def test_regular_goods_of_another_tariff_count_from_the_first_that_come(
    desk: Desk, clock: Clock
) -> None:
    plain(desk)
    order_id = running(desk, clock, "regular")
    changed(desk, order_id, price("95.00"))
    send_again(desk, order_id)
    assert ends(desk, order_id) is None
    clock.now += WEEKS
    receipts.note(desk, order_id, "goods_first", desk.today())
    assert ends(desk, order_id) == date(2027, 1, 19)


def test_a_remark_gives_no_new_right(desk: Desk, clock: Clock) -> None:
    plain(desk)
    order_id = running(desk, clock)

    def ring(draft: OrderDraft) -> None:
        draft.remark = "Bitte klingeln"

    changed(desk, order_id, ring)
    assert "Widerrufsrecht:" not in send_again(desk, order_id)
    assert ends(desk, order_id) == date(2026, 12, 8)
    assert orders.detail(desk, order_id).renewed == ()


def test_the_extension_counts_from_the_newest_confirmation_as_that_promises_it(
    desk: Desk, clock: Clock
) -> None:
    order_id = confirmed(desk, draft_with(desk, ("Pfanne", "30.80")))
    receipts.note(desk, order_id, "confirmed", TODAY)
    clock.now += WEEKS
    changed(desk, order_id, add)
    send_again(desk, order_id)
    orders.move(desk, order_id, "shipped")
    receipts.note(desk, order_id, "goods_last", desk.today())
    assert ends(desk, order_id) == date(2027, 1, 4)  # a month after 1 December, then a weekend


def test_fewer_goods_give_no_new_right(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "30.80"), ("Salz", "3.50"))
    draft.lines[0].quantity = Decimal(3)
    order_id = confirmed(desk, draft)

    def fewer(draft: OrderDraft) -> None:
        draft.lines[0].quantity = Decimal(2)
        del draft.lines[1]

    changed(desk, order_id, fewer)
    assert orders.detail(desk, order_id).renewed == ()
    draft = changes.begin(desk, order_id)
    assert draft.lines[0].quantity == Decimal(2)
