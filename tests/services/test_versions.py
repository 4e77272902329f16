"""Versions, offers, minors, parcels, two clerks: nothing is overwritten, nothing unsaid binds."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import shopphone.services.changes as changes
import shopphone.services.customers as customers
import shopphone.services.letters as letters
import shopphone.services.minors as minors
import shopphone.services.move_back as move_back
import shopphone.services.offers as offers
import shopphone.services.order_letters as order_letters
import shopphone.services.orders as orders
import shopphone.services.settings as shop_settings
from shopphone.domain.customers import CustomerDraft
from shopphone.domain.errors import Refused
from shopphone.domain.order_life import AgreedLine
from shopphone.domain.orders import LineDraft, OrderDraft
from shopphone.domain.readback import POINTS
from shopphone.services.desk import Desk
from tests.letters.reading import flat
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell


def told(desk: Desk, *lines: tuple[str, str]) -> OrderDraft:
    draft = draft_with(desk, *lines)
    draft.told.clear()
    return tell(desk, draft)


def sent(desk: Desk, order_id: int) -> str:
    letter = letters.write(desk, "confirmation", order_id)
    letters.sent(desk, letter.row.letter_id, "print")
    return flat(letter.pdf)


def test_a_change_makes_version_two_and_keeps_the_first_whole(desk: Desk, clock: Clock) -> None:
    shop_settings.save(desk, SHOP)
    order_id = orders.place(desk, told(desk, ("Pfanne", "54.90"), ("Öl", "9.80")), {}).order_id
    sent(desk, order_id)
    clock.now += timedelta(days=1)
    draft = changes.begin(desk, order_id)
    assert set(draft.told) == set(POINTS)
    del draft.lines[1]
    draft.lines.append(LineDraft(name="Salz", unit_price=Decimal("3.50"), price_source="free"))
    assert [change.code for change in changes.compare(desk, draft)] == ["line", "line", "total"]
    with pytest.raises(Refused, match="told_facts_differ") as refusal:
        changes.place(desk, draft, {})
    assert refusal.value.facts["missing"] == ("P1", "P3")
    tell(desk, draft)
    changes.place(desk, draft, {"P1": "neu"}, "Salz statt Öl")
    order = orders.detail(desk, order_id)
    assert (order.version, order.state, order.totals.total) == (2, "confirmed", Decimal("63.30"))
    assert [line.name for line in order.lines] == ["Pfanne", "Salz"]
    assert [(line.name, line.cancelled_in) for line in order.cancelled] == [("Öl", 2)]
    (first,) = order.versions
    assert (first.number, first.words, first.agreed.total) == (1, "Salz statt Öl", Decimal("69.60"))
    assert [each.name for each in first.agreed.lines] == ["Pfanne", "Öl"]
    cancelled = first.changes[0].after
    assert isinstance(cancelled, AgreedLine)
    assert cancelled.cancelled
    assert first.changes[1].before is None
    with pytest.raises(Refused, match="confirmation_not_sent"):
        orders.move(desk, order_id, "shipped")
    text = sent(desk, order_id)
    assert "Änderungsbestätigung AB-2026-00001" in text
    assert "ersetzt unsere Bestätigung vom 24. November 2026" in text
    assert "gestrichen: 1 × Öl" in text
    orders.move(desk, order_id, "shipped")


def test_only_what_changed_is_read_out_again(desk: Desk) -> None:
    order_id = orders.place(desk, told(desk, ("Pfanne", "54.90")), {}).order_id
    before = {point: at for point, _, at, _ in orders.detail(desk, order_id).told}
    draft = changes.begin(desk, order_id)
    draft.remark = "Bitte klingeln"
    changes.place(desk, draft, {})
    order = orders.detail(desk, order_id)
    assert (order.version, order.remark) == (2, "Bitte klingeln")
    assert {point: at for point, _, at, _ in order.told} == before
    again = changes.begin(desk, order_id)
    with pytest.raises(Refused, match="nothing_changed"):
        changes.place(desk, again, {})


def test_the_second_clerk_is_told_and_overwrites_nothing(desk: Desk, second_desk: Desk) -> None:
    order_id = orders.place(desk, told(desk, ("Pfanne", "54.90")), {}).order_id
    mine, theirs = changes.begin(desk, order_id), changes.begin(second_desk, order_id)
    seen = orders.detail(second_desk, order_id).revision
    mine.remark, theirs.remark = "meins", "ihres"
    changes.place(desk, mine, {})
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        changes.place(second_desk, theirs, {})
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        orders.move(second_desk, order_id, "cancelled", "doppelt", seen)
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        orders.set_paid(second_desk, order_id, second_desk.today(), seen)
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        orders.set_tracking(second_desk, order_id, "DHL", "1", seen)
    assert orders.detail(desk, order_id).remark == "meins"
    orders.move(second_desk, order_id, "cancelled", "doch", orders.detail(desk, order_id).revision)
    assert orders.detail(desk, order_id).state == "cancelled"


def test_a_customer_saved_twice_keeps_the_first_words(desk: Desk, second_desk: Desk) -> None:
    key = customers.save(desk, CustomerDraft(last_name="Löffler"))
    mine, theirs = (customers.detail(each, key).draft for each in (desk, second_desk))
    customers.save(desk, replace(mine, note="ruft abends an"))
    with pytest.raises(Refused, match="customer_changed_meanwhile"):
        customers.save(second_desk, replace(theirs, note="ruft morgens an"))
    assert customers.detail(desk, key).draft.note == "ruft abends an"
    customers.save(second_desk, replace(theirs, note="ruft morgens an", revision=0))
    assert customers.detail(desk, key).draft.note == "ruft morgens an"


def test_a_setting_changed_after_the_tick_is_told_again(desk: Desk) -> None:
    draft = told(desk, ("Pfanne", "54.90"))
    shop_settings.save(desk, {"policy.extension_months": "0"})
    with pytest.raises(Refused, match="told_facts_differ") as refusal:
        orders.place(desk, draft, {})
    assert refusal.value.facts["missing"] == ("P4",)
    orders.place(desk, tell(desk, draft), {})


def test_an_offer_becomes_a_contract_only_by_a_yes_in_text_form(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    shop_settings.save(desk, {**SHOP, "order.text_yes": "outbound", "policy.extension_months": "1"})
    draft = told(desk, ("Pfanne", "54.90"))
    draft.direction = "out"
    with pytest.raises(Refused, match="not_read_back") as refusal:
        offers.offer(desk, draft, {})
    assert refusal.value.facts["missing"] == ("opening",)
    tell(desk, draft)
    with pytest.raises(Refused, match="written_yes_needed"):
        orders.place(desk, draft, {})
    made = offers.offer(desk, draft, {})
    assert offers.offer(desk, draft, {}).order_id == made.order_id
    assert made.number == "AN-2026-00001"
    with pytest.raises(Refused, match="offer_not_sent"):
        offers.accept(desk, made.order_id, desk.today(), "email", "Ja, gerne.")
    offer = letters.write(desk, "offer", made.order_id)
    letters.sent(desk, offer.row.letter_id, "print")
    text = flat(offer.pdf)
    assert "Angebot AN-2026-00001" in text
    assert "Ich nehme Ihr Angebot AN-2026-00001" in text
    assert "bis zum 8. Dezember 2026" in text
    assert "Der Vertrag ist" not in text
    assert "Erhalt dieser" not in text  # an offer confirms nothing
    assert "nach Erhalt der Auftragsbestätigung" in text
    with pytest.raises(Refused, match="not_confirmable"):
        letters.write(desk, "confirmation", made.order_id)
    with pytest.raises(Refused, match="move_not_allowed"):
        offers.conclude(desk, made.order_id)
    with pytest.raises(Refused, match="evidence_missing"):
        offers.accept(desk, made.order_id, desk.today(), "email", " ")
    mail = tmp_path / "ja.eml"
    mail.write_text("Ich nehme an.")
    clock.now += timedelta(days=3)
    offers.accept(desk, made.order_id, desk.today(), "email", "Ich nehme an.", str(mail))
    assert offers.evidence_of(desk, made.order_id) == ("ja.eml", b"Ich nehme an.")
    placed = offers.conclude(desk, made.order_id)
    order = orders.detail(desk, made.order_id)
    assert (placed.number, order.state, order.offer_number) == (
        "AB-2026-00001", "placed", "AN-2026-00001",
    )  # fmt: skip
    assert order.yes is not None
    assert order.yes.channel == "email"
    assert [move.target for move in order.moves] == ["offered", "accepted", "placed"]
    assert "Auftragsbestätigung AB-2026-00001" in flat(
        letters.write(desk, "confirmation", made.order_id).pdf
    )


def test_an_extension_names_what_it_extends_with_term_and_price(desk: Desk) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Wartung", "90.00"))
    draft.matter, draft.term_months = "service", 36
    with pytest.raises(Refused, match="term_too_long"):
        orders.place(desk, tell(desk, draft), {})
    draft.term_months, draft.notice_days, draft.renewal = 12, 28, "same_term"
    with pytest.raises(Refused, match="renewal_too_long"):
        orders.place(desk, tell(desk, draft), {})
    draft.renewal = "indefinite"
    first = orders.place(desk, tell(desk, draft), {})
    more = changes.extend(desk, first.order_id)
    assert (more.kind, more.based_on, more.told) == ("extension", "AB-2026-00001", {})
    second = orders.place(desk, tell(desk, more), {})
    text = flat(letters.write(desk, "confirmation", second.order_id).pdf)
    assert "Bestätigung der Verlängerung AB-2026-00002" in text
    assert "zur Bestellung AB-2026-00001" in text
    assert "Laufzeit 12 Monate" in text
    assert "Kündigungsfrist 28 Tage" in text


def test_a_minors_order_waits_for_a_parent(desk: Desk, clock: Clock) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Pfanne", "54.90"))
    draft.of_age = "no"
    with pytest.raises(Refused, match="parent_missing"):
        orders.place(desk, tell(desk, draft), {})
    draft.parent = "Frau Löffler"
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    asked = sent(desk, order_id)
    until = desk.today() + timedelta(days=14)
    assert [(each.order_id, each.until) for each in minors.waiting(desk)] == [(order_id, until)]
    assert (
        "wenn Ihre gesetzliche Vertretung ihn genehmigt: Frau Löffler (§ 108 Abs. 1 BGB)" in asked
    )
    assert orders.detail(desk, order_id).state == "placed"
    with pytest.raises(Refused, match="parent_pending"):
        letters.enclose(desk, order_id)
    with pytest.raises(Refused, match="parent_pending"):
        orders.move(desk, order_id, "shipped")
    with pytest.raises(Refused, match="words_missing"):
        minors.answer(desk, order_id, yes=True, words=" ")
    minors.answer(desk, order_id, yes=True, words="Ja, das ist in Ordnung.")
    assert minors.waiting(desk) == ()
    confirmed = sent(desk, order_id)
    assert "Bestätigung nach § 312f BGB" in confirmed
    assert "Widerrufsbelehrung" in confirmed
    assert "schwebend" not in confirmed
    orders.move(desk, order_id, "shipped")


@pytest.mark.parametrize(
    ("said", "late"), [(None, False), (True, True), (False, False)], ids=["asked", "yes", "no"]
)
def test_before_a_parents_yes_nothing_is_late_and_nobody_is_reminded(
    desk: Desk, clock: Clock, said: bool | None, late: bool
) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Pfanne", "54.90"))
    draft.of_age, draft.parent, draft.payment_code = "no", "Frau Löffler", "invoice"
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    if said is not None:
        minors.answer(desk, order_id, yes=said, words="So ist es.")
    due = orders.detail(desk, order_id).due_on
    assert due is not None
    clock.now += due - desk.today() + timedelta(days=1)
    state = orders.detail(desk, order_id).payment_state
    assert (state, orders.page(desk)[0].payment_state) == ("overdue" if late else "open",) * 2
    assert ("reminder" in order_letters.fitting(desk, order_id)) is late


def test_what_a_parent_refused_is_never_confirmed(desk: Desk) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Pfanne", "54.90"))
    draft.of_age, draft.parent = "no", "Frau Löffler"
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    letters.write(desk, "confirmation", order_id)
    minors.answer(desk, order_id, yes=False, words="Nein, das ist zu teuer.")
    assert letters.queue(desk) == ()
    with pytest.raises(Refused, match="parent_refused"):
        letters.write(desk, "confirmation", order_id)


def test_nothing_lasting_is_sold_to_a_minor(desk: Desk) -> None:
    draft = told(desk, ("Heft", "5.00"))
    draft.matter, draft.of_age, draft.parent = "regular", "no", "Frau Löffler"
    draft.info_sent = desk.now().isoformat()
    with pytest.raises(Refused, match="minor_bound"):
        orders.place(desk, tell(desk, draft), {})


def test_goods_from_18_are_not_sold_to_a_minor_whatever_a_parent_says(desk: Desk) -> None:
    draft = told(desk, ("Obstbrand", "25.00"))
    draft.lines[0].minimum_age = 18
    draft.of_age, draft.parent = "no", "Frau Löffler"
    with pytest.raises(Refused, match="minor_goods"):
        orders.place(desk, tell(desk, draft), {})


def test_regular_deliveries_need_the_terms_before(desk: Desk) -> None:
    draft = told(desk, ("Kaffee", "20.00"))
    draft.matter = "regular"
    with pytest.raises(Refused, match="info_not_sent"):
        orders.place(desk, tell(desk, draft), {})
    draft.info_sent, draft.email = desk.now().isoformat(), "a@example.org"
    order = orders.detail(desk, orders.place(desk, tell(desk, draft), {}).order_id)
    assert order.events[0][:2] == ("info_sent", "a@example.org")


def test_regular_deliveries_run_until_ended_and_count_from_the_first_goods(desk: Desk) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Kaffee", "20.00"), ("Tee", "9.00"))
    draft.matter, draft.info_sent = "regular", desk.now().isoformat()
    order = orders.place(desk, tell(desk, draft), {})
    text = sent(desk, order.order_id)
    assert "Einmaliger Kauf" not in text
    assert "läuft auf unbestimmte Zeit" in text
    assert "jederzeit ohne Frist" in text
    assert "ab Erhalt der ersten Ware" in text
    assert "die erste Ware in Besitz genommen" in text
    assert "letzte" not in text


def test_parcels_take_what_is_left_and_the_last_one_ships(desk: Desk) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Pfanne", "54.90"), ("Öl", "9.80"))
    draft.lines[1].quantity = Decimal(3)
    order_id = orders.place(desk, tell(desk, draft), {}).order_id
    with pytest.raises(Refused, match="move_not_allowed"):
        orders.send_parcel(desk, order_id, "DHL", "1", {1: Decimal(1)})
    sent(desk, order_id)
    with pytest.raises(Refused, match="parcel_empty"):
        orders.send_parcel(desk, order_id, "DHL", "1", {1: Decimal(0)})
    orders.send_parcel(desk, order_id, "DHL", "1", {1: Decimal(1), 2: Decimal(1)})
    assert orders.detail(desk, order_id).state == "confirmed"
    with pytest.raises(Refused, match="parcel_too_much"):
        orders.send_parcel(desk, order_id, "DHL", "2", {2: Decimal(3)})
    orders.send_parcel(desk, order_id, "GLS", "2", {2: Decimal(2)})
    order = orders.detail(desk, order_id)
    assert (order.state, order.tracking, len(order.parcels)) == ("shipped", "2", 2)
    assert order.tracking_url.startswith("https://gls-group.com/")


def test_a_cancellation_is_undone_until_it_is_in_the_books(desk: Desk) -> None:
    order_id = orders.place(desk, told(desk, ("Pfanne", "54.90")), {}).order_id
    with pytest.raises(Refused, match="reason_missing"):
        orders.move(desk, order_id, "cancelled")
    orders.move(desk, order_id, "cancelled", "doppelt bestellt")
    move_back.undo(desk, order_id, "falsche Bestellung")
    order = orders.detail(desk, order_id)
    assert order.state == "placed"
    assert [(m.target, m.reason) for m in order.moves][1:] == [
        ("cancelled", "doppelt bestellt"), ("placed", "falsche Bestellung"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="move_not_allowed"):
        move_back.undo(desk, order_id, "noch einmal")


def test_money_is_refunded_only_once_it_came(desk: Desk) -> None:
    order_id = orders.place(desk, told(desk, ("Pfanne", "54.90")), {}).order_id
    with pytest.raises(Refused, match="payment_move_not_allowed"):
        orders.set_refunded(desk, order_id, desk.today())
    orders.set_paid(desk, order_id, desk.today())
    orders.set_refunded(desk, order_id, desk.today())
    order = orders.detail(desk, order_id)
    assert (order.payment_state, order.refunded_on) == ("refunded", desk.today())
    assert [code for code, *_ in order.events] == ["paid", "refunded"]


def test_the_person_is_copied_into_the_order(desk: Desk) -> None:
    shop_settings.save(desk, SHOP)
    draft = told(desk, ("Pfanne", "54.90"))
    person = CustomerDraft(
        customer_id=draft.customer_id, salutation="Frau", last_name="Löffler", billing=draft.billing
    )
    customers.save(desk, person)
    order_id = orders.place(desk, draft, {}).order_id
    customers.save(desk, replace(person, salutation="Herr", last_name="Neu"))
    assert "Sehr geehrte Frau Löffler" in flat(letters.write(desk, "confirmation", order_id).pdf)
