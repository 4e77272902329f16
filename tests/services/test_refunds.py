"""What goes back after withdrawals: reckoned from what was agreed and what came, and kept so."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

import shopphone.services.cards as cards
import shopphone.services.changes as changes
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.order_letters as order_letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
import shopphone.services.short_letters as short_letters
import shopphone.services.withdrawals as withdrawals
from shopphone.domain.errors import Refused
from shopphone.domain.withdrawals import Decision, RefundSheet, WithdrawalDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters.reading import codes, flat
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.services.test_withdrawals import TODAY, delivered, part, placed, whole
from tests.services.test_withdrawn_orders import confirm
from tests.support.telling import tell

D = Decimal
DAY = timedelta(days=1)


def sheet(desk: Desk, draft: WithdrawalDraft) -> RefundSheet:
    return withdrawals.read(desk, withdrawals.declare(desk, draft)).sheet


def standard_costs(desk: Desk, price: str) -> None:
    """The shop's only way of sending costs something else from now on."""
    content = {"name_de": "Paket", "name_en": "Parcel", "price": price}
    with desk.db.writing() as tx:
        tx.execute(update(t.shipping_method).values(content=content))


def stated(desk: Desk, order_id: int) -> tuple[str, Decimal, Decimal]:
    """How the money stands: the same in the list, on the caller card and on the order."""
    order = orders.detail(desk, order_id)
    row = next(each for each in orders.page(desk) if each.order_id == order_id)
    shown = next(
        each for each in cards.card(desk, order.customer_id).orders if each.order_id == order_id
    )
    assert row.payment_state == shown.payment_state == order.payment_state
    assert shown.still_open == order.still_open
    return order.payment_state, order.paid_amount, order.still_open


# § 357 (2): the standard delivery of the time of the order


def test_the_standard_delivery_of_the_time_of_the_order_goes_back(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    standard_costs(desk, "1.90")
    found = sheet(desk, whole(desk, order_id))
    assert (found.shipping, found.surcharge, found.refund) == (D("4.90"), D(0), D("79.40"))


def test_where_nobody_knows_it_all_goes_back_unless_somebody_names_the_surcharge(
    desk: Desk, clock: Clock
) -> None:
    order_id = delivered(
        desk, clock, shipping_gross=D("12.90"), total=D("87.40"), standard_shipping=None
    )
    key = withdrawals.declare(desk, whole(desk, order_id))
    found = withdrawals.read(desk, key).sheet
    assert (found.standard_known, found.shipping, found.refund) == (False, D("12.90"), D("87.40"))
    with pytest.raises(Refused, match="reason_missing"):
        withdrawals.name_surcharge(desk, key, D("8.00"), " ")
    with pytest.raises(Refused, match="surcharge_too_big"):
        withdrawals.name_surcharge(desk, key, D("12.91"), "Express")
    withdrawals.name_surcharge(desk, key, D("8.00"), "Express statt Paket")
    found = withdrawals.read(desk, key).sheet
    assert (found.shipping, found.surcharge, found.refund) == (D("4.90"), D("8.00"), D("79.40"))
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "Mehrkosten der von Ihnen gewählten anderen Lieferart von 8,00 €" in text
    assert "Express statt Paket" in text


def test_a_known_surcharge_is_not_named_by_hand(desk: Desk, clock: Clock) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock)))
    with pytest.raises(Refused, match="surcharge_known"):
        withdrawals.name_surcharge(desk, key, D("1.00"), "Express")


def test_a_change_keeps_the_standard_delivery_of_the_contract(desk: Desk) -> None:
    order_id = placed(desk)
    standard_costs(desk, "9.90")
    draft = changes.begin(desk, order_id)
    draft.lines[1].quantity = D(3)
    changes.place(desk, tell(desk, draft), {})
    with desk.db.reading() as connection:
        row = connection.execute(select(t.sale_order).where(t.sale_order.c.id == order_id)).one()
    assert (row.shipping_gross, row.standard_shipping) == (D("4.90"), D("4.90"))


# what was withdrawn before it was paid


def test_what_was_withdrawn_before_is_not_paid_and_not_given_back(desk: Desk) -> None:
    order_id = placed(desk)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    assert orders.detail(desk, order_id).to_pay == D("59.80")
    orders.set_paid(desk, order_id, TODAY)
    assert stated(desk, order_id) == ("paid", D("59.80"), D(0))
    found = withdrawals.read(desk, key).sheet
    assert (found.total, found.refund, found.unpaid) == (D("19.60"), D(0), D("19.60"))
    assert [task.code for task in withdrawals.tasks(desk)] == ["letter"]
    with pytest.raises(Refused, match="nothing_to_pay_back"):
        withdrawals.note(desk, key, "refunded", TODAY)
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "war noch nicht gezahlt und ist nicht mehr zu zahlen" in text
    last = withdrawals.declare(desk, whole_left(desk, order_id))
    assert withdrawals.read(desk, last).sheet.refund == D("59.80")


def whole_left(desk: Desk, order_id: int) -> WithdrawalDraft:
    draft = whole(desk, order_id)
    draft.lines = [line for line in draft.lines if line.quantity]
    return draft


def test_who_paid_all_the_same_gets_it_back(desk: Desk) -> None:
    order_id = placed(desk)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    orders.set_paid(desk, order_id, TODAY, amount=D("79.40"))
    assert stated(desk, order_id) == ("paid", D("79.40"), D(0))
    assert withdrawals.read(desk, key).sheet.refund == D("19.60")


def test_money_for_a_withdrawn_order_is_noted_and_goes_back(desk: Desk) -> None:
    order_id = placed(desk)
    key = withdrawals.declare(desk, whole(desk, order_id))
    orders.set_paid(desk, order_id, TODAY)
    assert withdrawals.read(desk, key).sheet.refund == D("79.40")
    assert "refund" in [task.code for task in withdrawals.tasks(desk)]


def test_a_confirmation_asks_only_for_what_stays(desk: Desk) -> None:
    order_id = placed(desk)
    withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    (code,) = codes(letters.write(desk, "confirmation", order_id).pdf)
    assert "EUR59.80" in code.text


# part paid and overpaid


def test_never_more_goes_back_than_came(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock, paid_amount=D("70.00"))
    assert stated(desk, order_id) == ("part_paid", D("70.00"), D("9.40"))
    key = withdrawals.declare(desk, whole(desk, order_id))
    found = withdrawals.read(desk, key).sheet
    assert (found.total, found.refund, found.unpaid) == (D("79.40"), D("70.00"), D("9.40"))
    text = flat(short_letters.acknowledge(desk, key).pdf)
    for said in (
        "Zusammen 79,40 €", "-9,40 €", "Wir erstatten Ihnen 70,00 €",
        "9,40 € davon hatten Sie noch nicht gezahlt",
    ):  # fmt: skip
        assert said.replace("-", "\u2212") in text or said in text
    withdrawals.note(desk, key, "refunded", TODAY)
    assert orders.detail(desk, order_id).payment_state == "refunded"
    assert "70,00 € erstattet" in flat(order_letters.write(desk, "refund", order_id).pdf)


def test_a_surplus_goes_back_with_the_withdrawal(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock, paid_amount=D("85.00"))
    assert stated(desk, order_id) == ("overpaid", D("85.00"), D("-5.60"))
    key = withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    assert stated(desk, order_id) == ("paid", D("85.00"), D(0))
    found = withdrawals.read(desk, key).sheet
    assert (found.total, found.surplus, found.refund) == (D("9.80"), D("5.60"), D("15.40"))
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "zu viel gezahlt 5,60 €" in text
    assert "Wir erstatten Ihnen 15,40 €" in text
    assert "Sie hatten 5,60 € mehr gezahlt" in text


def test_part_paid_and_withdrawn_in_part_says_what_is_left_to_pay(desk: Desk) -> None:
    order_id = placed(desk)
    orders.set_paid(desk, order_id, TODAY, amount=D("20.00"))
    key = withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    assert stated(desk, order_id) == ("part_paid", D("20.00"), D("49.60"))
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "sind noch 49,60 € zu zahlen" in text
    orders.settle_difference(desk, order_id, TODAY)
    assert stated(desk, order_id) == ("paid", D("69.60"), D(0))
    with pytest.raises(Refused, match="payment_move_not_allowed"):
        orders.settle_difference(desk, order_id, TODAY)


# a finished refund stays as it was


def test_a_paid_refund_keeps_its_sheet_and_a_later_discount_goes_to_the_rest(
    desk: Desk,
) -> None:
    order_id = placed(desk)
    orders.set_paid(desk, order_id, TODAY)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    before = withdrawals.read(desk, key).sheet
    withdrawals.note(desk, key, "refunded", TODAY)
    draft = changes.begin(desk, order_id)
    draft.discount = D("7.00")
    changes.place(desk, tell(desk, draft), {})
    assert withdrawals.read(desk, key).sheet == before
    assert stated(desk, order_id) == ("overpaid", D("79.40"), D("-7.00"))
    rest = sheet(desk, whole_left(desk, order_id))
    assert (rest.total, rest.surplus, rest.refund) == (D("52.80"), D("7.00"), D("59.80"))
    assert before.refund + rest.refund == D("79.40")


def test_a_withdrawal_keeps_its_amounts_when_the_order_changes(desk: Desk) -> None:
    order_id = placed(desk, discount="10.00")
    key = withdrawals.declare(desk, part(desk, order_id, 2, "1"))
    before = withdrawals.read(desk, key).sheet
    draft = changes.begin(desk, order_id)
    draft.lines[0].quantity = D(2)
    changes.place(desk, tell(desk, draft), {})
    assert withdrawals.read(desk, key).sheet == before


def test_nothing_is_kept_of_a_price_that_went_back(desk: Desk, clock: Clock) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock)))
    withdrawals.note(desk, key, "refunded", TODAY)
    with pytest.raises(Refused, match="refunded_before"):
        withdrawals.set_loss(desk, key, 1, D("1.00"), "Kratzer")


# one truth about refunds


def test_a_refund_of_the_order_is_that_of_its_withdrawals(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    first = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    with pytest.raises(Refused, match="refund_of_withdrawal"):
        orders.set_refunded(desk, order_id, TODAY)
    withdrawals.note(desk, first, "refunded", TODAY)
    second = withdrawals.declare(desk, whole_left(desk, order_id))
    orders.set_refunded(desk, order_id, TODAY)
    order = orders.detail(desk, order_id)
    assert (order.payment_state, order.refunded_on) == ("refunded", TODAY)
    assert "refund" not in [task.code for task in withdrawals.tasks(desk)]
    for key in (first, second):
        with pytest.raises(Refused, match="refunded_before"):
            withdrawals.note(desk, key, "refunded", TODAY)
    with pytest.raises(Refused, match="payment_move_not_allowed"):
        orders.set_refunded(desk, order_id, TODAY)
    with pytest.raises(Refused, match="refund_noted"):
        orders.set_paid(desk, order_id, TODAY)
    (noted,) = withdrawals.read(desk, second).events
    withdrawals.forget_note(desk, noted.event_id)
    assert orders.detail(desk, order_id).payment_state == "paid"
    assert withdrawals.read(desk, second).sheet.refund == D("59.80")


def test_a_withdrawal_is_paid_back_once(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    withdrawals.note(desk, key, "refunded", TODAY)
    with pytest.raises(Refused, match="refunded_before"):
        withdrawals.note(desk, key, "refunded", TODAY)
    with pytest.raises(Refused, match="refund_noted"):
        orders.set_paid(desk, order_id, None)


def test_what_went_back_before_the_withdrawal_does_not_go_back_again(
    desk: Desk, clock: Clock
) -> None:
    order_id = delivered(desk, clock)
    orders.set_refunded(desk, order_id, TODAY)
    key = withdrawals.declare(desk, whole(desk, order_id))
    assert withdrawals.read(desk, key).sheet.refund == 0
    assert "refund" not in [task.code for task in withdrawals.tasks(desk)]
    with pytest.raises(Refused, match="refunded_before"):
        withdrawals.note(desk, key, "refunded", TODAY)
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "haben wir Ihnen schon am 24. November 2026 erstattet" in text


def test_a_cancelled_order_gives_back_what_its_withdrawal_left(desk: Desk) -> None:
    order_id = placed(desk)
    orders.set_paid(desk, order_id, TODAY)
    key = withdrawals.declare(desk, part(desk, order_id, 2, "2"))
    orders.move(desk, order_id, "cancelled", "doppelt")
    orders.set_refunded(desk, order_id, TODAY)
    assert "refund" not in [task.code for task in withdrawals.tasks(desk)]
    assert "79,40 € erstattet" in flat(order_letters.write(desk, "refund", order_id).pdf)
    with pytest.raises(Refused, match="refunded_before"):
        withdrawals.note(desk, key, "refunded", TODAY)


def test_what_a_cancelled_order_owes_is_not_settled(desk: Desk) -> None:
    order_id = placed(desk)
    orders.set_paid(desk, order_id, TODAY, amount=D("70.00"))
    orders.move(desk, order_id, "cancelled", "doppelt")
    with pytest.raises(Refused, match="payment_move_not_allowed"):
        orders.settle_difference(desk, order_id, TODAY)
    assert orders.detail(desk, order_id).paid_amount == D("70.00")


# services and digital content


def service(desk: Desk, *, wished: bool = True, matter: str = "service") -> int:
    """A service of 90 EUR, confirmed and received; begun at once where that was wished."""
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Reparatur", "90.00"))
    draft.matter, draft.early_start = matter, wished
    draft.shipping_gross = D(0)
    draft.told.clear()
    with desk.db.writing() as tx:
        content = {"name_de": "ohne", "name_en": "none", "price": "0"}
        tx.execute(update(t.shipping_method).values(content=content))
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    orders.set_paid(desk, order_id, TODAY)
    confirm(desk, order_id)
    return order_id


def test_a_service_begun_as_wished_is_charged_by_its_part(desk: Desk) -> None:
    order_id = service(desk)
    orders.move(desk, order_id, "shipped")
    key = withdrawals.declare(desk, whole(desk, order_id))
    found = withdrawals.read(desk, key)
    assert (found.decision, found.goods_out) == (Decision.ACCEPTED, False)
    assert [task.code for task in withdrawals.tasks(desk)] == ["letter", "refund"]
    with pytest.raises(Refused, match="loss_without_goods"):
        withdrawals.set_loss(desk, key, 1, D("5.00"), "Kratzer")
    withdrawals.set_done(desk, key, 1, D("0.4"), "zwei von fünf Stunden")
    found = withdrawals.read(desk, key)
    assert (found.sheet.used, found.sheet.refund) == (D("36.00"), D("54.00"))
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "Erbrachter Teil Reparatur: 40 % von 90,00 € (zwei von fünf Stunden)" in text
    assert "§ 357a Abs. 2 BGB" in text
    assert "Wir erstatten Ihnen 54,00 €" in text
    for unsaid in ("Rücksendung", "senden Sie die Ware", "versandt", "bis die Ware"):
        assert unsaid not in text


def test_a_service_nobody_wished_early_is_charged_nothing(desk: Desk) -> None:
    order_id = service(desk, wished=False)
    key = withdrawals.declare(desk, whole(desk, order_id))
    with pytest.raises(Refused, match="part_not_charged"):
        withdrawals.set_done(desk, key, 1, D("0.4"), "zwei Stunden")
    text = flat(short_letters.acknowledge(desk, key).pdf)
    assert "Wir haben mit der Leistung noch nicht begonnen" in text


def test_a_service_that_is_done_has_no_right_any_more(desk: Desk) -> None:
    order_id = service(desk)
    for state in ("shipped", "delivered"):
        orders.move(desk, order_id, state)
    assert withdrawals.offer(desk, order_id).ended == "performed"
    key = withdrawals.declare(desk, whole(desk, order_id))
    assert withdrawals.read(desk, key).decision is Decision.ASKED
    assert orders.detail(desk, order_id).state == "delivered"
    assert stated(desk, order_id) == ("paid", D("90.00"), D(0))
    with pytest.raises(Refused, match="withdrawal_not_valid"):
        short_letters.acknowledge(desk, key)


def test_digital_content_loses_the_right_once_it_is_provided_and_is_never_charged(
    desk: Desk,
) -> None:
    before, after = service(desk, matter="digital"), service(desk, matter="digital")
    orders.move(desk, after, "shipped")
    late = withdrawals.declare(desk, whole(desk, after))
    assert withdrawals.read(desk, late).decision is Decision.ASKED
    withdrawals.decide(desk, late, "goodwill", "aus Versehen gekauft")
    with pytest.raises(Refused, match="part_not_charged"):
        withdrawals.set_done(desk, late, 1, D("0.4"), "halb gelesen")
    text = flat(short_letters.acknowledge(desk, late).pdf)
    assert "berechnen wir nichts (§ 357a Abs. 3 BGB)" in text
    in_time = withdrawals.declare(desk, whole(desk, before))
    assert withdrawals.read(desk, in_time).decision is Decision.ACCEPTED


# days


def test_the_refund_is_due_from_the_day_it_came_not_the_day_it_was_typed(
    desk: Desk, clock: Clock
) -> None:
    order_id = delivered(desk, clock)
    clock.now += 5 * DAY
    posted = whole(desk, order_id, declared_on=TODAY + DAY, channel="letter")
    posted.received_on = TODAY + 2 * DAY
    found = withdrawals.read(desk, withdrawals.declare(desk, posted))
    assert found.received_on == date(2026, 11, 26)
    assert found.refund_until.last_day == date(2026, 12, 10)
    text = flat(short_letters.acknowledge(desk, found.withdrawal_id).pdf)
    assert "am 25. November 2026 widerrufen hat, ist am 26. November 2026 bei uns" in text


def test_a_call_noted_later_was_received_when_it_was_made(desk: Desk, clock: Clock) -> None:
    order_id = delivered(desk, clock)
    clock.now += 2 * DAY
    found = withdrawals.read(
        desk, withdrawals.declare(desk, whole(desk, order_id, declared_on=TODAY))
    )
    assert found.refund_until.last_day == date(2026, 12, 8)
    text = flat(short_letters.acknowledge(desk, found.withdrawal_id).pdf)
    assert "am 24. November 2026 hat Löffler am Telefon" in text


@pytest.mark.parametrize(("days", "rule"), [(-1, "received_before_declared"), (1, "day_in_future")])
def test_a_day_it_cannot_have_come_on_is_refused(
    desk: Desk, clock: Clock, days: int, rule: str
) -> None:
    draft = whole(desk, delivered(desk, clock), channel="letter")
    draft.received_on = TODAY + days * DAY
    with pytest.raises(Refused, match=rule):
        withdrawals.declare(desk, draft)


@pytest.mark.parametrize("code", ["goods", "proof", "refunded"])
def test_nothing_is_noted_of_a_day_before_the_order(desk: Desk, clock: Clock, code: str) -> None:
    key = withdrawals.declare(desk, whole(desk, delivered(desk, clock)))
    with pytest.raises(Refused, match="day_before_order"):
        withdrawals.note(desk, key, code, TODAY - DAY)


# late money


def test_a_rest_becomes_overdue_and_the_reminder_asks_only_for_it(desk: Desk, clock: Clock) -> None:
    order_id = placed(desk)
    confirm(desk, order_id)
    orders.set_paid(desk, order_id, TODAY, amount=D("70.00"))
    assert stated(desk, order_id) == ("part_paid", D("70.00"), D("9.40"))
    assert "reminder" not in order_letters.fitting(desk, order_id)
    clock.now += 30 * DAY
    assert stated(desk, order_id) == ("overdue", D("70.00"), D("9.40"))
    pdf = order_letters.write(desk, "reminder", order_id).pdf
    text = flat(pdf)
    assert "sind 70,00 € bei uns eingegangen, vielen Dank. Die übrigen 9,40 €" in text
    (code,) = codes(pdf)
    assert "EUR9.40" in code.text
    orders.settle_difference(desk, order_id, desk.today())
    assert "reminder" not in order_letters.fitting(desk, order_id)


@pytest.mark.parametrize("amount", ["0", "-5", "0.004"])
def test_a_payment_of_nothing_is_none(desk: Desk, amount: str) -> None:
    order_id = placed(desk)
    with pytest.raises(Refused, match="paid_nothing"):
        orders.set_paid(desk, order_id, TODAY, amount=D(amount))
    assert orders.detail(desk, order_id).payment_state == "open"


# offers


def course(desk: Desk) -> int:
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Kurs", "90.00"))
    draft.matter = "course"
    draft.told.clear()
    return offers.offer(desk, tell(desk, draft), {}).order_id


def test_an_offer_is_not_paid(desk: Desk) -> None:
    order_id = course(desk)
    for _ in range(2):
        with pytest.raises(Refused, match="offer_not_paid"):
            orders.set_paid(desk, order_id, TODAY)
        if orders.detail(desk, order_id).state == "offered":
            written = letters.write(desk, "offer", order_id)
            letters.sent(desk, written.row.letter_id, "print")
            offers.accept(desk, order_id, TODAY, "email", "Ja")
    assert orders.detail(desk, order_id).payment_state == "open"


@pytest.mark.parametrize("how", ["withdrawn", "cancelled"])
def test_an_order_that_is_over_leaves_no_change_offered(desk: Desk, how: str) -> None:
    order_id = placed(desk)
    draft = changes.begin(desk, order_id)
    draft.lines[0].quantity = D(2)
    offered = offers.offer(desk, tell(desk, draft), {}).order_id
    letters.write(desk, "offer", offered)
    if how == "withdrawn":
        withdrawals.declare(desk, whole(desk, order_id))
    else:
        orders.move(desk, order_id, "cancelled", "doppelt")
    assert orders.detail(desk, order_id).change_offers == ()
    offer = orders.detail(desk, offered)
    number = orders.detail(desk, order_id).number
    assert (offer.state, offer.moves[-1].reason) == ("cancelled", number)
    assert offer.events[-1][:2] == (f"changed_order_{how}", number)
    assert letters.queue(desk) == ()
