"""A contract made by a yes to an offer: what its letter says, from when it holds, what if it is late."""

from datetime import date, timedelta

import pytest

import shopphone.services.letter_archive as letter_archive
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.orders as orders
import shopphone.services.receipts as receipts
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from tests.letters.reading import flat
from tests.services.conftest import TODAY, Clock
from tests.services.test_contracts import course, offered_change, send_offer
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

DAY = timedelta(days=1)


def offered(desk: Desk, matter: str = "course") -> int:
    settings.save(desk, {**SHOP, "order.text_yes": "all"})
    draft = draft_with(desk, ("Kurs", "90.00"))
    draft.matter = matter
    draft.told.clear()
    return offers.offer(desk, tell(desk, draft), {}).order_id


def words_of(desk: Desk, order_id: int) -> str:
    return flat(letters.write(desk, "confirmation", order_id).pdf)


def test_what_nobody_has_in_hand_is_not_accepted(desk: Desk) -> None:
    offer_id = offered(desk)
    letters.write(desk, "offer", offer_id)
    with pytest.raises(Refused, match="offer_not_sent"):
        offers.accept(desk, offer_id, TODAY, "email", "Ja.")
    assert orders.detail(desk, offer_id).state == "offered"


def test_the_letter_says_that_the_contract_came_by_the_yes(desk: Desk, clock: Clock) -> None:
    offer_id = offered(desk)
    send_offer(desk, offer_id)
    clock.now += 2 * DAY
    offers.accept(desk, offer_id, desk.today(), "email", "Ja.")
    clock.now += DAY
    offers.conclude(desk, offer_id)
    words = words_of(desk, offer_id)
    assert "Ihre Annahme ist am 26. November 2026 bei uns eingegangen." in words
    assert "Damit ist der Vertrag mit Laden zustande gekommen" in words
    assert "Angenommen am 26. November 2026" in words
    for said in ("am Telefon mit Laden zustande", "telefonische Bestellung"):
        assert said not in words


def test_a_late_yes_is_an_offer_the_clerk_may_take(desk: Desk, clock: Clock) -> None:
    """§ 150 (1) BGB."""
    offer_id = offered(desk)
    send_offer(desk, offer_id)
    clock.now += 15 * DAY
    with pytest.raises(Refused, match="yes_late") as refusal:
        offers.accept(desk, offer_id, desk.today(), "letter", "Ja.")
    assert refusal.value.facts["day"] == date(2026, 12, 8)
    assert orders.detail(desk, offer_id).state == "offered"
    offers.accept_late(desk, offer_id, desk.today(), "letter", "Ja.")
    order = orders.detail(desk, offer_id)
    assert order.yes is not None
    assert (order.yes.is_late, [code for code, *_ in order.events]) == (True, ["yes_late"])
    clock.now += DAY
    offers.conclude(desk, offer_id)
    words = words_of(desk, offer_id)
    assert "nachdem das Angebot geendet hatte" in words
    assert "Der Vertrag ist am 10. Dezember 2026 mit Laden zustande gekommen" in words


def test_the_last_day_is_in_time(desk: Desk, clock: Clock) -> None:
    offer_id = offered(desk)
    send_offer(desk, offer_id)
    clock.now += 15 * DAY
    offers.accept(desk, offer_id, date(2026, 12, 8), "letter", "Ja.")
    assert orders.detail(desk, offer_id).state == "accepted"


def test_the_instruction_came_with_the_offer(desk: Desk, clock: Clock) -> None:
    """The period of a service begins with the contract: the instruction was there before."""
    settings.save(desk, {"policy.extension_months": "0"})
    offer_id = offered(desk)
    send_offer(desk, offer_id)
    clock.now += 2 * DAY
    offers.accept(desk, offer_id, desk.today(), "email", "Ja.")
    clock.now += 3 * DAY
    offers.conclude(desk, offer_id)
    found = orders.detail(desk, offer_id).withdrawal
    assert found is not None
    assert (found.until, found.reckoning.steps[0].day) == (date(2026, 12, 10), date(2026, 11, 26))


def test_days_between_the_yes_and_the_placing_can_be_noted(desk: Desk, clock: Clock) -> None:
    offer_id = offered(desk, "goods")
    send_offer(desk, offer_id)
    clock.now += DAY
    offers.accept(desk, offer_id, desk.today(), "email", "Ja.")
    clock.now += 3 * DAY
    offers.conclude(desk, offer_id)
    orders.set_paid(desk, offer_id, desk.today() - 2 * DAY)
    receipts.note(desk, offer_id, "goods_part", desk.today() - 3 * DAY)
    with pytest.raises(Refused, match="day_before_order"):
        receipts.note(desk, offer_id, "goods_part", desk.today() - 4 * DAY)


def test_an_accepted_change_says_so_too(desk: Desk, clock: Clock) -> None:
    order_id = course(desk)
    clock.now += DAY
    change = offered_change(desk, order_id)
    send_offer(desk, change)
    clock.now += DAY
    offers.accept(desk, change, desk.today(), "letter", "Einverstanden.")
    offers.conclude(desk, change)
    words = words_of(desk, order_id)
    assert "mit dem Angebot AN-2026-00002 angeboten" in words
    assert "Ihre Annahme in Textform ist am 26. November 2026" in words


def test_a_received_offer_counts_for_the_period(desk: Desk, clock: Clock) -> None:
    settings.save(desk, {"policy.extension_months": "0"})
    offer_id = offered(desk)
    letter = letters.write(desk, "offer", offer_id)
    letters.sent(desk, letter.row.letter_id, "print")
    letter_archive.received(desk, letter.row.letter_id, desk.today(), "carrier")
    offers.accept(desk, offer_id, desk.today(), "email", "Ja.")
    offers.conclude(desk, offer_id)
    found = orders.detail(desk, offer_id).withdrawal
    assert found is not None
    assert found.until == date(2026, 12, 8)
