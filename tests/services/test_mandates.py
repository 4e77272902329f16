"""SEPA mandates: the form that goes along, the day it comes back, and no debit before."""

from datetime import timedelta

import pytest

import shopphone.services.cards as cards
import shopphone.services.changes as changes
import shopphone.services.letters as letters
import shopphone.services.offers as offers
import shopphone.services.order_letters as order_letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
import shopphone.services.short_letters as short_letters
from shopphone.domain.errors import Refused
from shopphone.domain.order_kinds import Matter
from shopphone.services.desk import Desk
from tests.letters import reading
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP, draft_with
from tests.support.telling import tell

IBAN = "DE89370400440532013000"
CREDITOR = {**SHOP, "shop.creditor_id": "DE98ZZZ09999999999"}
TITLE = "SEPA-Lastschriftmandat\nZahlungsempfänger"


def debited(
    desk: Desk, *, matter: str = Matter.GOODS, holder: str = "", language: str = "de"
) -> int:
    draft = draft_with(desk, ("Pfanne", "54.90"), told=())
    draft.payment_code, draft.iban, draft.account_holder = "sepa_debit", IBAN, holder
    draft.matter, draft.language = matter, language
    draft.info_sent = desk.now().isoformat() if matter == Matter.REGULAR else ""
    place = offers.offer if matter == Matter.COURSE else orders.place
    return place(desk, tell(desk, draft), {}).order_id


def test_the_form_names_everything_a_mandate_needs(desk: Desk) -> None:
    settings.save(desk, CREDITOR)
    order_id = debited(desk)
    letter = short_letters.ask_for_mandate(desk, order_id)
    assert (letter.row.kind, letter.row.state, letter.row.pages) == ("mandate", "queued", 2)
    form = reading.pages(letter.pdf)[1]
    for part in (
        TITLE, "Laden", "Gasse 2, 80331 München", "DE98ZZZ09999999999", "M-AB-2026-00001",
        "Einmalige Zahlung", "Löffler", "Am Weg 1", "DE89 3704 0044 0532 0130 00", "Commerzbank",
        "Ort, Datum", "Unterschrift",
    ):  # fmt: skip
        assert part in form
    said = " ".join(form.split())
    assert (
        "Ich ermächtige Laden, Zahlungen von meinem Konto mittels Lastschrift einzuziehen. Zugleich "
        "weise ich mein Kreditinstitut an, die von Laden auf mein Konto gezogenen Lastschriften "
        "einzulösen. Hinweis: Ich kann innerhalb von acht Wochen, beginnend mit dem "
        "Belastungsdatum, die Erstattung des belasteten Betrages verlangen. Es gelten dabei die mit "
        "meinem Kreditinstitut vereinbarten Bedingungen."
    ) in said
    assert "DE89" not in reading.pages(letter.pdf)[0]  # the account stands on the form alone


def test_an_english_customer_signs_the_english_wording(desk: Desk) -> None:
    settings.save(desk, CREDITOR)
    letter = short_letters.ask_for_mandate(desk, debited(desk, language="en"))
    said = " ".join(reading.pages(letter.pdf)[1].split())
    assert "you authorise (A) Laden to send instructions to your bank to debit your account" in said
    assert "within 8 weeks starting from the date on which your account was debited" in said
    assert "Ich ermächtige" not in said


def test_what_is_delivered_again_and_again_is_debited_again_and_again(desk: Desk) -> None:
    settings.save(desk, CREDITOR)
    letter = short_letters.ask_for_mandate(desk, debited(desk, matter=Matter.REGULAR))
    assert "Wiederkehrende Zahlung" in reading.pages(letter.pdf)[1]
    assert "Einmalige" not in reading.pages(letter.pdf)[1]


def test_whose_address_is_not_known_writes_it_himself(desk: Desk) -> None:
    settings.save(desk, CREDITOR)
    letter = short_letters.ask_for_mandate(desk, debited(desk, holder="Oma Löffler"))
    form = reading.pages(letter.pdf)[1]
    assert "Oma Löffler" in form
    assert "Am Weg 1" not in form


def test_the_form_goes_with_the_confirmation_until_it_is_back(desk: Desk, clock: Clock) -> None:
    settings.save(desk, CREDITOR)
    order_id = debited(desk)
    first = letters.write(desk, "confirmation", order_id)
    assert any(TITLE in page for page in reading.pages(first.pdf))
    assert "SEPA-Lastschriftmandat, bitte unterschrieben zurück" in reading.text(first.pdf)
    letters.sent(desk, first.row.letter_id, "print")
    clock.now += timedelta(days=4)
    orders.mandate_returned(desk, order_id, desk.today())
    draft = changes.begin(desk, order_id)
    draft.lines[0].quantity += 1
    changes.place(desk, tell(desk, draft), {})
    second = letters.write(desk, "confirmation", order_id)
    assert not any(TITLE in page for page in reading.pages(second.pdf))
    assert "bitte unterschrieben zurück" not in reading.text(second.pdf)
    with pytest.raises(Refused, match="mandate_not_needed"):
        short_letters.ask_for_mandate(desk, order_id)


def test_another_account_is_named_in_the_letter_and_signed_anew(desk: Desk) -> None:
    settings.save(desk, CREDITOR)
    order_id = debited(desk)
    letters.sent(desk, letters.write(desk, "confirmation", order_id).row.letter_id, "print")
    orders.mandate_returned(desk, order_id, desk.today())
    draft = changes.begin(desk, order_id)
    draft.iban = "DE02120300000000202051"
    changes.place(desk, tell(desk, draft), {})
    text = reading.flat(letters.write(desk, "confirmation", order_id).pdf)
    assert "Konto DE…3000, Löffler DE…2051, Löffler" in text
    assert "DE02 1203 0000 0000 2020 51" in text


def test_an_offer_carries_the_form_with_its_own_reference(desk: Desk) -> None:
    settings.save(desk, CREDITOR)
    order_id = debited(desk, matter=Matter.COURSE)
    offer = letters.write(desk, "offer", order_id)
    assert any("M-AN-2026-00001" in page and TITLE in page for page in reading.pages(offer.pdf))


def test_without_a_creditor_identifier_nothing_is_written(desk: Desk) -> None:
    settings.save(desk, SHOP)
    order_id = debited(desk)
    with pytest.raises(Refused, match="duties_missing") as refusal:
        letters.write(desk, "confirmation", order_id)
    assert refusal.value.facts["missing"] == ("shop.creditor_id",)
    with pytest.raises(Refused, match="duties_missing") as refusal:
        short_letters.ask_for_mandate(desk, order_id)
    assert refusal.value.facts["missing"] == ("shop.creditor_id",)


@pytest.mark.parametrize("wrong", ["DE97ZZZ09999999999", "ZZZ", "DE98ZZZ0999999999", "M-1"])
def test_a_mistyped_creditor_identifier_is_refused(desk: Desk, wrong: str) -> None:
    with pytest.raises(Refused, match="creditor_id_invalid"):
        settings.save(desk, {"shop.creditor_id": wrong})
    settings.save(desk, {"shop.creditor_id": "de98 zzz 0999 9999 999"})
    assert settings.seller(desk, "de").creditor_id == "DE98ZZZ09999999999"


def test_the_payment_line_says_that_the_mandate_is_missing(desk: Desk, clock: Clock) -> None:
    order_id = debited(desk)
    assert orders.detail(desk, order_id).payment_state == "mandate_missing"
    assert orders.page(desk)[0].payment_state == "mandate_missing"
    (shown,) = cards.card(desk, orders.detail(desk, order_id).customer_id).orders
    assert (shown.payment_state, shown.asks_for_money) == ("mandate_missing", True)
    with pytest.raises(Refused, match="mandate_missing"):
        orders.set_paid(desk, order_id, desk.today())
    clock.now += timedelta(days=3)
    orders.mandate_returned(desk, order_id, desk.today() - timedelta(days=1))
    found = orders.detail(desk, order_id)
    assert found.payment_state == orders.page(desk)[0].payment_state == "open"
    assert found.mandate is not None
    assert found.mandate.returned_on == desk.today() - timedelta(days=1)
    assert [code for code, *_ in found.events] == ["mandate_back"]
    orders.mandate_returned(desk, order_id, None)
    assert orders.detail(desk, order_id).payment_state == "mandate_missing"


def test_a_mandate_comes_back_on_a_day_that_can_be(desk: Desk) -> None:
    order_id = debited(desk)
    for days, rule in ((1, "day_in_future"), (-1, "day_before_order")):
        with pytest.raises(Refused, match=rule):
            orders.mandate_returned(desk, order_id, desk.today() + timedelta(days=days))
    assert orders.detail(desk, order_id).payment_state == "mandate_missing"


def test_a_debit_that_nobody_signed_may_be_paid_by_transfer(desk: Desk) -> None:
    order_id = debited(desk)
    with pytest.raises(Refused, match="mandate_missing"):
        orders.set_paid(desk, order_id, desk.today())
    orders.paid_by_transfer(desk, order_id, desk.today())
    found = orders.detail(desk, order_id)
    assert (found.payment_state, found.paid_by) == ("paid", "transfer")
    assert found.mandate is not None
    assert found.mandate.returned_on is None
    orders.move(desk, order_id, "cancelled", "Irrtum")
    text = reading.flat(order_letters.write(desk, "cancellation", order_id).pdf)
    assert "auf das Konto, von dem Sie überwiesen haben" in text
    orders.set_paid(desk, order_id, None)
    assert orders.detail(desk, order_id).paid_by == ""


def test_a_mandate_comes_back_only_to_an_order_that_has_one(desk: Desk, second_desk: Desk) -> None:
    order_id = debited(desk)
    seen = orders.detail(desk, order_id).revision
    orders.set_tracking(second_desk, order_id, "DHL", "1")
    with pytest.raises(Refused, match="order_changed_meanwhile"):
        orders.mandate_returned(desk, order_id, desk.today(), seen)
    plain = orders.place(desk, tell(desk, draft_with(desk, ("Pfanne", "54.90"))), {}).order_id
    with pytest.raises(Refused, match="mandate_not_needed"):
        orders.mandate_returned(desk, plain, desk.today())
    assert orders.detail(desk, plain).events == ()


def test_asking_again_gives_the_kept_letter_or_takes_its_place(desk: Desk, clock: Clock) -> None:
    settings.save(desk, CREDITOR)
    order_id = debited(desk)
    first = short_letters.ask_for_mandate(desk, order_id)
    assert short_letters.ask_for_mandate(desk, order_id) == first
    clock.now += timedelta(days=2)
    second = short_letters.ask_for_mandate(desk, order_id)
    assert [row.letter_id for row in letters.queue(desk)] == [second.row.letter_id]
