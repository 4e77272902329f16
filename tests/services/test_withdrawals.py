"""Withdrawals by phone, from the declaration to the refund; the same on both databases."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import insert, update

import shopphone.services.call_log as call_log
import shopphone.services.defects as defects
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.receipts as receipts
import shopphone.services.settings as settings
import shopphone.services.short_letters as short_letters
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.defects import DefectDraft
from shopphone.domain.errors import Refused
from shopphone.domain.order_states import MOVES, OrderState
from shopphone.domain.withdrawals import Decision, LineChoice, WithdrawalDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters.reading import flat
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

TODAY = date(2026, 11, 24)


def placed(desk: Desk, *rules: str, discount: str = "0", **values: Any) -> int:
    """An order of a pan for 54.90 and two oils of 9.80; values are set on its row afterwards."""
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Pfanne", "54.90"), ("Öl", "9.80"))
    draft.lines[1].quantity = Decimal(2)
    draft.discount = Decimal(discount)
    for n, rule in enumerate(rules):
        draft.lines[n] = replace(draft.lines[n], withdrawal_rule=rule)
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    if values.get("payment_state") == "paid":
        values.setdefault(
            "paid_amount", values.get("total") or orders.detail(desk, order_id).totals.total
        )
    if values:
        with desk.db.writing() as tx:
            tx.execute(update(t.sale_order).where(t.sale_order.c.id == order_id).values(**values))
    return order_id


def delivered(desk: Desk, clock: Clock, *rules: str, **values: Any) -> int:
    """Placed, paid, confirmed, and received on 24 November: the right ends on 28 December."""
    order_id = placed(
        desk, *rules, paid_on=TODAY, payment_state="paid", extension_months=1, **values
    )
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    orders.move(desk, order_id, "shipped")
    orders.move(desk, order_id, "delivered")
    receipts.note(desk, order_id, "confirmed", TODAY, "lag im Paket")
    return order_id


def whole(desk: Desk, order_id: int, **values: Any) -> WithdrawalDraft:
    lines = [
        LineChoice(position=line.position, quantity=line.left)
        for line in withdrawals.offer(desk, order_id).lines
    ]
    draft = WithdrawalDraft(order_id=order_id, declared_on=desk.today(), lines=lines)
    return replace(draft, **values)


def part(desk: Desk, order_id: int, position: int, quantity: str) -> WithdrawalDraft:
    choice = LineChoice(position=position, quantity=Decimal(quantity))
    return WithdrawalDraft(order_id=order_id, declared_on=desk.today(), lines=[choice])


def test_a_whole_order_is_withdrawn_on_the_phone(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    clock.now += timedelta(days=10)
    key = withdrawals.declare(
        desk, whole(desk, order_id, declared_by="Eva Löffler", words="passt nicht auf den Herd")
    )
    found = withdrawals.read(desk, key)
    assert orders.detail(desk, order_id).state == "withdrawn"
    assert (found.decision, found.declared_by, found.staff) == (
        Decision.ACCEPTED, "Eva Löffler", "Anna Berger",
    )  # fmt: skip
    assert (found.declared_on, found.received_at) == (date(2026, 12, 4), clock.now)
    assert found.refund_until.last_day == found.return_until.last_day == date(2026, 12, 18)
    sheet = found.sheet
    assert [line.amount for line in sheet.lines] == [Decimal("54.90"), Decimal("19.60")]
    assert (sheet.goods, sheet.shipping, sheet.total) == (
        Decimal("74.50"), Decimal("4.90"), Decimal("79.40"),
    )  # fmt: skip
    assert [task.code for task in withdrawals.tasks(desk)] == ["letter", "goods", "refund"]
    assert orders.detail(desk, order_id).moves[-1].reason == "passt nicht auf den Herd"


def test_the_refund_waits_for_goods_or_proof_and_tasks_end(desk: Desk, clock: Clock) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock)))
    refund = next(task for task in withdrawals.tasks(desk) if task.code == "refund")
    assert refund.withheld
    clock.now += timedelta(days=30)
    assert not refund.is_overdue(desk.today())
    goods = next(task for task in withdrawals.tasks(desk) if task.code == "goods")
    assert goods.is_overdue(desk.today())
    withdrawals.note(desk, key, "proof", TODAY + timedelta(days=9))
    refund = next(task for task in withdrawals.tasks(desk) if task.code == "refund")
    assert not refund.withheld
    assert refund.is_overdue(desk.today())
    withdrawals.note(desk, key, "goods", TODAY + timedelta(days=12))
    withdrawals.note(desk, key, "refunded", TODAY + timedelta(days=13))
    assert [task.code for task in withdrawals.tasks(desk)] == ["letter"]
    short_letters.acknowledge(desk, key)
    assert withdrawals.tasks(desk) == ()


def test_a_note_by_mistake_counts_no_more(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    key = withdrawals.declare(desk, whole(desk, order_id))
    withdrawals.note(desk, key, "refunded", TODAY)
    assert orders.detail(desk, order_id).payment_state == "refunded"
    (noted,) = withdrawals.read(desk, key).events
    assert noted.staff == "Anna Berger"
    withdrawals.forget_note(desk, noted.event_id)
    assert withdrawals.read(desk, key).events == ()
    assert orders.detail(desk, order_id).payment_state == "paid"


def test_a_shop_that_fetches_the_goods_withholds_nothing(desk: Desk, clock: Clock) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock), pickup=True))
    assert not withdrawals.read(desk, key).may_withhold


def test_parts_leave_the_order_and_add_up_to_all_of_it(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock, discount=Decimal("1.01"))
    state = orders.detail(desk, order_id).state
    first = withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    assert orders.detail(desk, order_id).state == state == "delivered"
    assert withdrawals.read(desk, first).sheet.shipping == 0
    assert [line.left for line in withdrawals.offer(desk, order_id).lines] == [1, 1]
    second = withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    third = withdrawals.declare(desk, part(desk, order_id, 1, "1"))
    assert orders.detail(desk, order_id).state == "withdrawn"
    sheets = [withdrawals.read(desk, key).sheet for key in (first, second, third)]
    assert sum(sheet.goods for sheet in sheets) == Decimal("74.50") - Decimal("1.01")
    assert [sheet.shipping for sheet in sheets] == [0, 0, Decimal("4.90")]


@pytest.mark.parametrize("quantity", ["0", "-1", "2.001", "3"])
def test_no_more_than_was_ordered_is_withdrawn(desk: Desk, clock: Clock, quantity: str) -> None:
    order_id = delivered(desk, clock)
    with pytest.raises(Refused, match="withdrawal_too_many"):
        withdrawals.declare(desk, part(desk, order_id, 2, quantity))
    with pytest.raises(Refused, match="withdrawal_too_many"):
        withdrawals.declare(desk, part(desk, order_id, 9, "1"))
    with pytest.raises(Refused, match="withdrawal_empty"):
        withdrawals.declare(desk, whole(desk, order_id, lines=[]))
    assert withdrawals.of_order(desk, order_id) == ()


def test_two_desks_withdraw_the_last_piece_only_once(
    desk: Desk, second_desk: Desk, clock: Clock
) -> None:
    order_id = delivered(desk, clock)
    refused: list[str] = []

    def declare(at: Desk) -> None:
        try:
            withdrawals.declare(at, part(desk, order_id, 1, "1"))
        except Refused as refusal:
            refused.append(refusal.rule)

    threads = [Thread(target=declare, args=(each,)) for each in (desk, second_desk)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert refused == ["withdrawal_too_many"]
    assert len(withdrawals.of_order(desk, order_id)) == 1


def test_only_the_cheapest_standard_delivery_is_paid_back(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock, shipping_gross=Decimal("12.90"), total=Decimal("87.40"))
    with desk.db.writing() as tx:
        content = {"name_de": "Abholung", "name_en": "Collection", "price": "0"}
        tx.execute(insert(t.shipping_method), {"code": "shop", "content": content, "position": 2})
    sheet = withdrawals.read(desk, withdrawals.declare(desk, whole(desk, order_id))).sheet
    assert (sheet.shipping, sheet.surcharge) == (Decimal("4.90"), Decimal("8.00"))


def test_a_coupon_is_not_paid_back_and_a_deposit_is(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock, coupon=Decimal("7.45"), total=Decimal("72.45"))
    ol = t.order_line.c
    with desk.db.writing() as tx:
        tx.execute(
            update(t.order_line)
            .where(ol.order_id == order_id)
            .where(ol.position == 2)
            .values(deposit=Decimal("0.25"))
        )
    sheet = withdrawals.read(desk, withdrawals.declare(desk, whole(desk, order_id))).sheet
    assert [line.amount for line in sheet.lines] == [Decimal("49.41"), Decimal("18.14")]
    assert sheet.total == Decimal("72.45")


def test_what_is_not_paid_is_not_paid_back(desk: Desk) -> None:
    order_id = placed(desk)
    key = withdrawals.declare(desk, whole(desk, order_id))
    found = withdrawals.read(desk, key)
    assert found.sheet.refund == 0
    assert not found.goods_out
    assert [task.code for task in withdrawals.tasks(desk)] == ["letter"]
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "Gezahlt haben Sie diesen Auftrag noch nicht" in text
    assert "zurückzusenden ist nichts" in text


def test_a_late_withdrawal_is_asked_about_and_never_rejected_by_itself(
    desk: Desk, second_desk: Desk, clock: Clock
) -> None:
    order_id = delivered(desk, clock)
    period = orders.detail(desk, order_id).withdrawal
    assert period is not None
    assert period.until == date(2026, 12, 24)
    clock.now += timedelta(days=31)
    key = withdrawals.declare(desk, whole(desk, order_id))
    assert withdrawals.read(desk, key).decision is Decision.ASKED
    assert orders.detail(desk, order_id).state == "delivered"
    assert [task.code for task in withdrawals.tasks(desk)] == ["decide"]
    with pytest.raises(Refused, match="withdrawal_not_valid"):
        short_letters.acknowledge(desk, key)
    with pytest.raises(Refused, match="withdrawal_not_valid"):
        withdrawals.note(desk, key, "refunded", TODAY)
    with desk.db.writing() as tx:
        tx.execute(insert(t.staff), {"name": "Chefin", "role": "lead", "active": True})
    with pytest.raises(Refused, match="goodwill_by_lead"):
        withdrawals.decide(desk, key, "goodwill", "Stammkundin")
    second_desk.staff_name = "Chefin"
    with pytest.raises(Refused, match="reason_missing"):
        withdrawals.decide(second_desk, key, "goodwill", "  ")
    withdrawals.decide(second_desk, key, "goodwill", "Stammkundin")
    found = withdrawals.read(desk, key)
    assert (found.decision, found.decided_by, found.decision_words) == (
        Decision.GOODWILL, "Chefin", "Stammkundin",
    )  # fmt: skip
    assert orders.detail(desk, order_id).state == "withdrawn"
    assert "aus Kulanz" in flat(short_letters.acknowledge(desk, key).pdf)
    with pytest.raises(Refused, match="already_decided"):
        withdrawals.decide(second_desk, key, "declined", "doch nicht")


def test_declined_lines_can_be_withdrawn_again(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    clock.now += timedelta(days=31)
    key = withdrawals.declare(desk, part(desk, order_id, 1, "1"))
    withdrawals.decide(desk, key, "declined", "drei Wochen zu spät")
    assert orders.detail(desk, order_id).state == "delivered"
    assert withdrawals.tasks(desk) == ()
    assert [line.left for line in withdrawals.offer(desk, order_id).lines] == [1, 2]


@pytest.mark.parametrize(
    ("rule", "unsealed", "decision"),
    [
        ("never:1", False, "asked"), ("lost:3", False, "accepted"), ("lost:3", True, "asked"),
        ("normal", True, "accepted"), ("never:12", False, "accepted"),
    ],
)  # fmt: skip
def test_a_line_without_a_right_is_asked_about(
    desk: Desk, clock: Clock, rule: str, unsealed: bool, decision: str
) -> None:
    order_id = delivered(desk, clock, rule)
    choice = LineChoice(position=1, quantity=Decimal(1), unsealed=unsealed)
    draft = replace(whole(desk, order_id), lines=[choice])
    assert withdrawals.read(desk, withdrawals.declare(desk, draft)).decision == decision


def test_an_unknown_receipt_is_always_in_time(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk)
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    clock.now += timedelta(days=300)
    key = withdrawals.declare(desk, whole(desk, order_id))
    assert withdrawals.read(desk, key).decision is Decision.ACCEPTED


def test_a_letter_posted_in_time_is_in_time(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    clock.now += timedelta(days=33)
    posted = whole(desk, order_id, declared_on=date(2026, 12, 23), channel="letter")
    found = withdrawals.read(desk, withdrawals.declare(desk, posted))
    assert found.decision is Decision.ACCEPTED
    assert found.return_until.last_day == date(2027, 1, 7)  # 6 January is a holiday in Bavaria
    assert found.refund_until.last_day == date(2027, 1, 11)  # from its receipt on 27 December


@pytest.mark.parametrize("state", OrderState)
def test_withdrawing_follows_the_table_and_is_undone_with_a_trace(
    desk: Desk, state: OrderState
) -> None:
    order_id = placed(desk, state=state)
    draft = whole(desk, order_id)
    if OrderState.WITHDRAWN not in MOVES[state]:
        with pytest.raises(Refused, match="move_not_allowed"):
            withdrawals.declare(desk, draft)
        return
    key = withdrawals.declare(desk, draft)
    assert orders.detail(desk, order_id).state == "withdrawn"
    with pytest.raises(Refused, match="reason_missing"):
        withdrawals.take_back(desk, key, " ")
    withdrawals.take_back(desk, key, "falsche Bestellung")
    found = orders.detail(desk, order_id)
    assert found.state == state
    assert [(move.source, move.target, move.reason) for move in found.moves[-2:]] == [
        (state, "withdrawn", ""),
        ("withdrawn", state, "falsche Bestellung"),
    ]
    (kept,) = withdrawals.of_order(desk, order_id)
    assert (kept.taken_back_by, kept.taken_back_words) == ("Anna Berger", "falsche Bestellung")
    assert [line.left for line in withdrawals.offer(desk, order_id).lines] == [1, 2]
    assert withdrawals.tasks(desk) == ()
    with pytest.raises(Refused, match="already_taken_back"):
        withdrawals.take_back(desk, key, "noch einmal")


def test_what_was_refunded_is_not_undone(desk: Desk, clock: Clock) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock)))
    withdrawals.note(desk, key, "refunded", TODAY)
    with pytest.raises(Refused, match="already_refunded"):
        withdrawals.take_back(desk, key, "falsche Bestellung")


def test_a_loss_of_value_is_typed_by_hand_with_its_reason(desk: Desk, clock: Clock) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock)))
    with pytest.raises(Refused, match="reason_missing"):
        withdrawals.set_loss(desk, key, 1, Decimal(5), "")
    with pytest.raises(Refused, match="loss_too_big"):
        withdrawals.set_loss(desk, key, 1, Decimal("54.91"), "zerkratzt")
    withdrawals.set_loss(desk, key, 1, Decimal("5.50"), "Boden zerkratzt")
    sheet = withdrawals.read(desk, key).sheet
    assert (sheet.loss, sheet.total) == (Decimal("5.50"), Decimal("73.90"))
    assert "Wertverlust Pfanne: Boden zerkratzt" in flat(short_letters.acknowledge(desk, key).pdf)


def test_the_letter_waits_in_the_queue_and_is_written_anew_when_facts_change(
    desk: Desk, clock: Clock
) -> None:
    order_id = delivered(desk, clock)
    key = withdrawals.declare(desk, whole(desk, order_id))
    first = short_letters.acknowledge(desk, key)
    assert short_letters.acknowledge(desk, key).row.letter_id == first.row.letter_id
    assert [row.letter_id for row in letters.queue(desk)] == [first.row.letter_id]
    withdrawals.note(desk, key, "goods", TODAY)
    second = short_letters.acknowledge(desk, key)
    assert [row.letter_id for row in letters.queue(desk)] == [second.row.letter_id]
    assert letters.read(desk, first.row.letter_id).row.state == "superseded"
    letters.sent(desk, second.row.letter_id, "print")
    assert orders.detail(desk, order_id).state == "withdrawn"


def test_an_acknowledgement_is_no_confirmation(desk: Desk) -> None:
    """Only the written confirmation makes an order confirmed and lets it be shipped."""
    order_id = placed(desk)
    key = withdrawals.declare(desk, part(desk, order_id, 1, "1"))
    letter = short_letters.acknowledge(desk, key)
    letters.sent(desk, letter.row.letter_id, "print")
    found = orders.detail(desk, order_id)
    assert (found.state, found.withdrawal) == ("placed", None)
    assert orders.page(desk)[0].letter_state == ""
    assert call_log.waiting(desk).orders_unconfirmed == 1
    with pytest.raises(Refused, match="move_not_allowed"):
        orders.move(desk, order_id, "shipped")


def test_receipts_make_the_last_day_known(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk, extension_months=0)
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    clock.now += timedelta(days=9)
    receipts.note(desk, order_id, "confirmed", TODAY + timedelta(days=2))
    receipts.note(desk, order_id, "goods_part", TODAY + timedelta(days=3))
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert (found.until, found.not_before) == (None, date(2026, 12, 11))
    receipts.note(desk, order_id, "goods_last", TODAY + timedelta(days=7), "DHL-Beleg")
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert found.until == date(2026, 12, 15)
    last = receipts.of_order(desk, order_id)[-1]
    assert (last.words, last.staff) == ("DHL-Beleg", "Anna Berger")
    receipts.take_back(desk, last.receipt_id)
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert found.until is None
    with pytest.raises(Refused, match="day_in_future"):
        receipts.note(desk, order_id, "goods_last", desk.today() + timedelta(days=1))
    with pytest.raises(Refused, match="day_before_order"):
        receipts.note(desk, order_id, "goods_last", TODAY - timedelta(days=1))


def test_the_customers_orders_are_offered_newest_first(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk)
    customer = orders.detail(desk, order_id).customer_id
    assert [each.order_id for each in withdrawals.of_customer(desk, customer)] == [order_id]
    withdrawals.declare(desk, whole(desk, order_id))
    assert withdrawals.of_customer(desk, customer) == ()


def test_a_defect_is_noted_once_the_choice_was_told(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    draft = DefectDraft(order_id=order_id, position=1, shown_on=TODAY, words="Griff lose")
    with pytest.raises(Refused, match="remedy_not_told"):
        defects.report(desk, draft)
    with pytest.raises(Refused, match="words_missing"):
        defects.report(desk, replace(draft, told=True, words=" "))
    key = defects.report(desk, replace(draft, told=True))
    text = flat(short_letters.tell_remedy(desk, key).pdf)
    assert "gewählt haben Sie noch nicht" in text
    assert "24. November 2028" in text
    assert "24. November 2029" in text
    defects.choose(desk, key, "repair")
    assert "die Reparatur gewählt" in flat(short_letters.tell_remedy(desk, key).pdf)
    clock.now += timedelta(days=800)
    defects.handed_back(desk, key, date(2028, 11, 20))
    (found,) = defects.of_order(desk, order_id)
    assert found.limitation is not None
    assert found.limitation.presumed.last_day == date(2027, 11, 24)
    assert found.limitation.limited.last_day == date(2029, 1, 20)
    assert found.limitation.extended.last_day == date(2030, 1, 20)
