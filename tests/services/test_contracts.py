"""Money, days, parcels and beginnings of an order that stand after a change or an odd entry."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

import shopphone.services.cards as cards
import shopphone.services.changes as changes
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.order_money as order_money
import shopphone.services.orders as orders
import shopphone.services.receipts as receipts
import shopphone.services.settings as settings
import shopphone.services.withdrawals as withdrawals
from shopphone.domain import settling
from shopphone.domain.errors import Refused
from shopphone.domain.orders import OrderDraft
from shopphone.domain.withdrawals import LineChoice, WithdrawalDraft
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters.reading import flat
from tests.services.conftest import TODAY, Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

DAY = timedelta(days=1)


def placed(desk: Desk, draft: OrderDraft) -> int:
    settings.save(desk, SHOP)
    draft.told.clear()
    return orders.place(desk, tell(desk, draft), {}).order_id


def confirmed(desk: Desk, draft: OrderDraft) -> int:
    order_id = placed(desk, draft)
    letters.sent(desk, letters.write(desk, "confirmation", order_id).row.letter_id, "print")
    return order_id


def changed(desk: Desk, order_id: int, change: Callable[[OrderDraft], object]) -> None:
    draft = changes.begin(desk, order_id)
    change(draft)
    changes.place(desk, tell(desk, draft), {})


def price(amount: str) -> Callable[[OrderDraft], object]:
    def change(draft: OrderDraft) -> None:
        draft.lines[0].unit_price = Decimal(amount)
        draft.lines[0].price_source, draft.lines[0].price_note = "manual", "vereinbart"

    return change


def payment(desk: Desk, order_id: int) -> tuple[str, str, Decimal, Decimal]:
    order = orders.detail(desk, order_id)
    (row,) = orders.page(desk)
    (shown,) = cards.card(desk, order.customer_id).orders
    assert (shown.payment_state, shown.still_open) == (order.payment_state, order.still_open)
    return order.payment_state, row.payment_state, order.paid_amount, order.still_open


@pytest.mark.parametrize(
    ("then", "state", "rest", "event"),
    [
        ("42.80", "part_paid", "12.00", "rest_paid"),
        ("20.80", "overpaid", "-10.00", "surplus_refunded"),
    ],
)
def test_a_paid_order_that_costs_something_else_says_what_is_left(
    desk: Desk, then: str, state: str, rest: str, event: str
) -> None:
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    orders.set_paid(desk, order_id, TODAY)
    paid = Decimal("35.70")
    assert payment(desk, order_id) == ("paid", "paid", paid, Decimal(0))
    with pytest.raises(Refused, match="payment_move_not_allowed"):
        orders.settle_difference(desk, order_id, TODAY)
    changed(desk, order_id, price(then))
    assert payment(desk, order_id) == (state, state, paid, Decimal(rest))
    orders.settle_difference(desk, order_id, TODAY)
    assert payment(desk, order_id) == ("paid", "paid", paid + Decimal(rest), Decimal(0))
    events = [(code, words) for code, words, *_ in orders.detail(desk, order_id).events]
    assert (event, f"{abs(Decimal(rest))} EUR, 2026-11-24") in events


def test_what_was_not_paid_after_all_is_open_whole(desk: Desk) -> None:
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    orders.set_paid(desk, order_id, TODAY)
    changed(desk, order_id, price("42.80"))
    orders.set_paid(desk, order_id, None)
    assert payment(desk, order_id) == ("open", "open", Decimal(0), Decimal(0))
    orders.set_paid(desk, order_id, TODAY)
    assert payment(desk, order_id) == ("paid", "paid", Decimal("47.70"), Decimal(0))


@pytest.mark.parametrize(
    ("day", "rule"), [(TODAY - DAY, "day_before_order"), (TODAY + DAY, "day_in_future")]
)
def test_a_day_that_cannot_be_is_not_noted(desk: Desk, day: date, rule: str) -> None:
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    with pytest.raises(Refused, match=rule):
        orders.set_paid(desk, order_id, day)
    orders.set_paid(desk, order_id, TODAY)
    with pytest.raises(Refused, match=rule):
        orders.set_refunded(desk, order_id, day)
    changed(desk, order_id, price("42.80"))
    with pytest.raises(Refused, match=rule):
        orders.settle_difference(desk, order_id, day)
    course = draft_with(desk, ("Kurs", "90.00"))
    course.matter = "course"
    course.told.clear()
    made = offers.offer(desk, tell(desk, course), {})
    send_offer(desk, made.order_id)
    with pytest.raises(Refused, match=rule):
        offers.accept(desk, made.order_id, day, "email", "Ja, gerne.")
    assert orders.detail(desk, made.order_id).state == "offered"
    offers.accept(desk, made.order_id, TODAY, "email", "Ja, gerne.")


def test_each_parcel_stands_in_the_history(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "30.80"), ("Salz", "3.50"))
    draft.lines[0].quantity = Decimal(2)
    order_id = confirmed(desk, draft)
    orders.send_parcel(desk, order_id, "DHL", "JD1", {1: Decimal(1)})
    orders.send_parcel(desk, order_id, "", "", {1: Decimal(1), 2: Decimal(1)})
    order = orders.detail(desk, order_id)
    parcels = [words for code, words, *_ in order.events if code == "parcel"]
    assert parcels == ["DHL JD1: 1 × Pfanne", "1 × Pfanne, 1 × Salz"]
    assert order.state == "shipped"


def service(desk: Desk, *, early: bool) -> OrderDraft:
    draft = draft_with(desk, ("Wartung", "90.00"))
    draft.matter, draft.early_start = "service", early
    return draft


def test_a_service_nobody_wanted_at_once_waits_for_the_end_of_the_right(
    desk: Desk, clock: Clock
) -> None:
    order_id = confirmed(desk, service(desk, early=False))
    with pytest.raises(Refused, match="start_unknown"):
        orders.move(desk, order_id, "shipped")
    receipts.note(desk, order_id, "confirmed", TODAY, "Rückschein")
    with pytest.raises(Refused, match="start_too_early") as refusal:
        orders.move(desk, order_id, "shipped")
    with pytest.raises(Refused, match="start_too_early"):
        orders.send_parcel(desk, order_id, "", "", {1: Decimal(1)})
    last = refusal.value.facts["day"]
    assert last == date(2026, 12, 24)  # a month from receipt, longer than the 14 days
    clock.now += timedelta(days=30)
    with pytest.raises(Refused, match="start_too_early"):
        orders.move(desk, order_id, "shipped")
    clock.now += DAY
    orders.move(desk, order_id, "shipped")
    assert orders.detail(desk, order_id).state == "shipped"


def test_a_service_that_was_wanted_at_once_begins_at_once(desk: Desk) -> None:
    order_id = confirmed(desk, service(desk, early=True))
    orders.move(desk, order_id, "shipped")
    assert orders.detail(desk, order_id).state == "shipped"


def test_who_wants_a_service_at_once_later_says_so_in_a_change(desk: Desk) -> None:
    order_id = confirmed(desk, service(desk, early=False))

    def at_once(draft: OrderDraft) -> None:
        draft.early_start = True

    changed(desk, order_id, at_once)
    words = letter_words(desk, order_id)
    assert "ausdrücklich verlangt" in words
    letters.sent(desk, letters.write(desk, "confirmation", order_id).row.letter_id, "print")
    orders.move(desk, order_id, "shipped")
    assert orders.detail(desk, order_id).state == "shipped"


def test_what_has_no_right_of_withdrawal_has_nothing_to_wait_for(desk: Desk) -> None:
    draft = service(desk, early=False)
    draft.lines[0].withdrawal_rule = "never:9"
    order_id = confirmed(desk, draft)
    orders.move(desk, order_id, "shipped")
    assert orders.detail(desk, order_id).state == "shipped"


def business(desk: Desk) -> OrderDraft:
    draft = draft_with(desk, ("Pfanne", "30.80"), ("Seife", "3.50"))
    draft.customer_kind, draft.lines[1].withdrawal_rule = "business", "lost:3"
    with desk.db.writing() as tx:
        of = t.customer.c.id == draft.customer_id
        tx.execute(update(t.customer).where(of).values(kind="business", company="Löffler GmbH"))
    return draft


def letter_words(desk: Desk, order_id: int) -> str:
    return flat(letters.write(desk, "confirmation", order_id).pdf)


def test_a_business_is_promised_no_right_it_does_not_have(desk: Desk) -> None:
    draft = business(desk)
    points = orders.read_back(desk, draft)
    (right,) = (point for point in points if point.code == "P4")
    assert (right.buyer, right.extension_months, right.losable) == ("business", 0, ())
    assert "sealed" not in [point.code for point in points]
    order_id = confirmed(desk, draft)
    words = letter_words(desk, order_id)
    assert "als Unternehmen bestellt; ein Widerrufsrecht besteht nicht" in words
    for promised in ("Widerrufsbelehrung", "Muster-Widerrufsformular", "Verlängerung", "erlöschen"):
        assert promised not in words
    receipts.note(desk, order_id, "goods_last", TODAY)
    order = orders.detail(desk, order_id)
    assert (order.no_withdrawal, order.withdrawal, order.extension_months) == (True, None, 0)
    assert not withdrawals.offer(desk, order_id).has_right
    said = WithdrawalDraft(
        order_id=order_id,
        declared_on=TODAY,
        lines=[LineChoice(position=1, quantity=Decimal(1))],
        declared_by="Löffler",
    )
    (case,) = withdrawals.of_order(desk, order_id) if withdrawals.declare(desk, said) else ()
    assert case.decision == "asked"  # goodwill, never by itself


def test_a_shop_may_grant_businesses_the_right(desk: Desk) -> None:
    settings.save(desk, {"policy.business_withdrawal": "1"})
    order_id = confirmed(desk, business(desk))
    assert "Widerrufsbelehrung" in letter_words(desk, order_id)
    assert orders.detail(desk, order_id).withdrawal is not None
    settings.save(desk, {"policy.business_withdrawal": "0"})
    changed(desk, order_id, price("42.80"))
    order = orders.detail(desk, order_id)
    assert (order.no_withdrawal, order.extension_months) == (False, 1)  # what was granted stays


def test_a_business_need_not_wait_with_a_service(desk: Desk) -> None:
    draft = business(desk)
    draft.matter = "service"
    order_id = confirmed(desk, draft)
    orders.move(desk, order_id, "shipped")
    assert orders.detail(desk, order_id).state == "shipped"


def course(desk: Desk) -> int:
    """A contract that was offered, accepted, placed and confirmed."""
    settings.save(desk, SHOP)
    draft = draft_with(desk, ("Kurs", "90.00"), ("Lehrheft", "10.00"))
    draft.matter = "course"
    draft.told.clear()
    made = offers.offer(desk, tell(desk, draft), {})
    send_offer(desk, made.order_id)
    offers.accept(desk, made.order_id, TODAY, "email", "Ja, gerne.")
    order_id = offers.conclude(desk, made.order_id).order_id
    letters.sent(desk, letters.write(desk, "confirmation", order_id).row.letter_id, "print")
    return order_id


def send_offer(desk: Desk, order_id: int) -> None:
    letters.sent(desk, letters.write(desk, "offer", order_id).row.letter_id, "print")


def offered_change(desk: Desk, order_id: int, amount: str = "95.00") -> int:
    draft = changes.begin(desk, order_id)
    price(amount)(draft)
    del draft.lines[1]
    with pytest.raises(Refused, match="written_yes_needed"):
        changes.place(desk, tell(desk, draft), {})
    return offers.offer(desk, tell(desk, draft), {"P3": "gesagt"}).order_id


def test_a_contract_with_a_written_yes_is_changed_by_another_one(desk: Desk, clock: Clock) -> None:
    order_id = course(desk)
    agreed = orders.detail(desk, order_id)
    clock.now += DAY
    change = offered_change(desk, order_id)
    before = orders.detail(desk, order_id)
    assert (before.version, before.totals, before.lines) == (1, agreed.totals, agreed.lines)
    assert before.change_offers == (("AN-2026-00002", "offered"),)
    assert orders.detail(desk, change).amends == agreed.number
    words = flat(letters.write(desk, "offer", change).pdf)
    for said in (
        "Angebot AN-2026-00002",
        f"Ihr Vertrag {agreed.number}",
        "gestrichen: 1 × Lehrheft",
    ):
        assert said in words
    send_offer(desk, change)
    clock.now += DAY
    offers.accept(desk, change, desk.today(), "letter", "Einverstanden.")
    made = offers.conclude(desk, change)
    assert (made.order_id, made.number, made.letter) == (order_id, agreed.number, "confirmation")
    order = orders.detail(desk, order_id)
    assert (order.version, order.totals.total, order.state) == (2, Decimal("99.90"), "confirmed")
    assert [(line.position, line.name) for line in order.cancelled] == [(2, "Lehrheft")]
    assert [(version.number, version.words) for version in order.versions] == [(1, "AN-2026-00002")]
    assert order.yes is not None
    assert (order.yes.channel, order.yes.words) == ("letter", "Einverstanden.")
    assert ("P3", "gesagt") in [(point, said) for point, said, *_ in order.told]
    assert (order.change_offers, order.placed_at) == ((), agreed.placed_at)
    assert orders.detail(desk, change).state == "merged"
    with pytest.raises(Refused, match="move_not_allowed"):
        offers.conclude(desk, change)
    confirmation = flat(letters.write(desk, "confirmation", order_id).pdf)
    title = f"Änderungsbestätigung {agreed.number} Guten Tag"
    assert title in confirmation
    assert "ersetzt unsere Bestätigung vom 24. November 2026" in confirmation
    assert "Auftragsbestätigung" not in confirmation


def test_an_offered_change_of_what_was_changed_since_is_written_anew(
    desk: Desk, clock: Clock
) -> None:
    order_id = course(desk)
    clock.now += DAY
    first, second = offered_change(desk, order_id), offered_change(desk, order_id, "99.00")
    for each in (first, second):
        send_offer(desk, each)
        offers.accept(desk, each, desk.today(), "email", "Ja.")
    clock.now += DAY
    offers.conclude(desk, first)
    with pytest.raises(Refused, match="offer_outdated"):
        offers.conclude(desk, second)
    assert orders.detail(desk, second).state == "accepted"
    orders.move(desk, second, "cancelled", "überholt")
    assert orders.detail(desk, order_id).version == 2


def test_a_change_of_nothing_is_not_offered(desk: Desk) -> None:
    draft = changes.begin(desk, course(desk))
    with pytest.raises(Refused, match="nothing_changed"):
        offers.offer(desk, tell(desk, draft), {})


def sending(desk: Desk, price: str, free_from: str | None = None) -> None:
    content = {"name_de": "Paket", "name_en": "Parcel", "price": price, "free_from": free_from}
    with desk.db.writing() as tx:
        tx.execute(update(t.shipping_method).values(content=content))


def settled(desk: Desk, draft: OrderDraft) -> Decimal:
    method = order_money.method_of(desk, draft)
    settling.settle(draft, order_money.pricing_of(desk, draft), method, None)
    return draft.shipping_gross


def test_shipping_stays_as_agreed_until_what_it_depends_on_changes(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "30.80"))
    sending(desk, "4.90", "100.00")
    order_id = placed(desk, draft)
    sending(desk, "6.90", "100.00")
    draft = changes.begin(desk, order_id)
    draft.remark = "Bitte klingeln"
    assert settled(desk, draft) == Decimal("4.90")
    draft.lines[0].quantity = Decimal(2)
    assert settled(desk, draft) == Decimal("6.90")
    draft.lines[0].quantity = Decimal(1)
    assert settled(desk, draft) == Decimal("4.90")
    sending(desk, "6.90")
    draft = changes.begin(desk, order_id)
    draft.lines[0].quantity = Decimal(2)  # without a free limit the goods' value does not matter
    assert settled(desk, draft) == Decimal("4.90")


def test_a_net_order_is_read_out_with_total_and_shipping_of_one_kind(desk: Desk) -> None:
    settings.save(desk, {"vat.net_for_business": "1"})
    draft = business(desk)
    draft.vat_mode = "net"
    draft.shipping_gross = Decimal("4.12")
    (said,) = (point for point in orders.read_back(desk, draft) if point.code == "P3")
    assert (said.total, said.shipping) == (Decimal("45.72"), Decimal("4.90"))  # both with VAT
    order_id = confirmed(desk, draft)
    assert "45,72 € inkl. USt und 4,90 € Versand" in letter_words(desk, order_id)


def test_a_term_may_be_days_and_a_change_names_them(desk: Desk) -> None:
    draft = draft_with(desk, ("Wartung", "90.00"))
    draft.matter, draft.term_days = "service", 90
    order_id = confirmed(desk, draft)
    words = letter_words(desk, order_id)
    assert "Laufzeit 90 Tage. Er endet danach von selbst." in words
    assert changes.begin(desk, order_id).term_days == 90

    def in_months(draft: OrderDraft) -> None:
        draft.term_months, draft.term_days = 4, 0

    changed(desk, order_id, in_months)
    order = orders.detail(desk, order_id)
    assert (order.term_months, order.term_days) == (4, 0)
    made = {change.code: (change.before, change.after) for change in order.versions[0].changes}
    assert made == {"term_months": (0, 4), "term_days": (90, 0)}
    assert "Laufzeit, Tage 90 0" in letter_words(desk, order_id)


@pytest.mark.parametrize(
    ("now", "said", "is_asked"),
    [
        ("30.80", "Es ist nichts mehr zu zahlen.", False),
        ("42.80", "Offen sind noch 12,00 €.", True),
        ("20.80", "Das sind 10,00 € mehr, als zu zahlen sind", False),
    ],
)
def test_a_letter_asks_nobody_for_money_that_has_come(
    desk: Desk, now: str, said: str, is_asked: bool
) -> None:
    order = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    orders.set_paid(desk, order, desk.today())
    if now != "30.80":
        changed(desk, order, price(now))
    text = flat(letters.write(desk, "confirmation", order).pdf)
    assert said in text
    assert "Bitte überweisen Sie" not in text
    assert ("DE89 3704" in text) is is_asked


def test_a_shop_may_promise_days_instead_of_months(desk: Desk) -> None:
    draft = draft_with(desk, ("Pfanne", "30.80"))
    settings.save(desk, {"policy.extension_months": "0", "policy.extension_days": "30"})
    (right,) = (point for point in orders.read_back(desk, draft) if point.code == "P4")
    assert (right.extension_months, right.extension_days) == (0, 30)
    order_id = confirmed(desk, draft)
    words = letter_words(desk, order_id)
    assert "bis zum Ablauf von 30 Tagen nach Erhalt dieser schriftlichen Bestätigung" in words
    assert "Wir verlängern die Frist auf 30 Tage ab Erhalt dieser Bestätigung" in words
    receipts.note(desk, order_id, "confirmed", TODAY)
    receipts.note(desk, order_id, "goods_last", TODAY)
    found = orders.detail(desk, order_id).withdrawal
    assert found is not None
    assert found.until == date(2026, 12, 24)
    settings.save(desk, {"policy.extension_months": "1", "policy.extension_days": "0"})
    changed(desk, order_id, price("42.80"))
    order = orders.detail(desk, order_id)
    assert (order.extension_months, order.extension_days) == (0, 30)  # neither is surely longer


def test_months_count_before_days(desk: Desk) -> None:
    settings.save(desk, {"policy.extension_months": "2", "policy.extension_days": "30"})
    order_id = placed(desk, draft_with(desk, ("Pfanne", "30.80")))
    order = orders.detail(desk, order_id)
    assert (order.extension_months, order.extension_days) == (2, 0)


def test_a_single_service_is_no_purchase(desk: Desk) -> None:
    words = letter_words(desk, confirmed(desk, service(desk, early=True)))
    assert "Einmalige Leistung ohne Laufzeit" in words
    assert "Einmaliger Kauf" not in words
