"""The letter about a minor's order: pending until a parent has approved it (§ 108 BGB)."""

from dataclasses import replace
from datetime import date

import pytest

from shopphone.domain.letters import Confirmation
from shopphone.domain.order_life import Minor
from shopphone.letters import confirmation
from tests.letters import reading, samples

MINOR = Minor(
    parent="Frau Marlene Sommerfeld",
    asked_on=date(2026, 11, 24),
    answer="",
    words="",
    ratified_until=date(2026, 12, 8),
    received_on=date(2026, 11, 24),
)


def letter(content: Confirmation, minor: Minor = MINOR) -> str:
    return reading.flat(confirmation.write(replace(content, minor=minor, care_sheets=())))


def test_it_says_that_the_contract_is_pending_who_is_asked_and_by_when() -> None:
    said = letter(samples.german())
    assert "Ihre Bestellung AB-2026-00142: Genehmigung nötig" in said
    assert "schwebend unwirksam" in said
    assert "genehmigt: Frau Marlene Sommerfeld (§ 108 Abs. 1 BGB)" in said
    assert "bis zum 8. Dezember 2026 erklärt werden" in said
    assert "gilt sie als verweigert" in said
    assert "Ich genehmige die Bestellung AB-2026-00142 vom 24. November 2026" in said
    assert "§ 312f" not in said


@pytest.mark.parametrize("payment", ["prepay", "invoice", "paypal_link", "cash_on_delivery"])
def test_it_asks_for_no_money(payment: str) -> None:
    content = replace(samples.german(), payment_code=payment)
    said = letter(content)
    assert "Bitte zahlen Sie jetzt noch nichts." in said
    assert "DE89 3704 0044 0532 0130 00" not in said
    assert "1. Dezember 2026" not in said
    assert "Bitte überweisen" not in said
    assert "Bezahlen per Code" not in said


def test_the_instruction_comes_with_the_confirmation() -> None:
    said = letter(samples.german())
    assert "Muster-Widerrufsformular" not in said
    assert "Anlagen" not in said
    assert "Auftragsbestätigung mit der Widerrufsbelehrung erhalten Sie nach der" in said


def test_in_english_it_says_the_same() -> None:
    said = letter(samples.english())
    assert "takes effect only once your legal representative approves it" in said
    assert "Please do not pay anything yet." in said
    assert "DE89" not in said


def test_an_offer_to_a_minor_stays_an_offer() -> None:
    said = letter(replace(samples.german(), offered_until=date(2026, 12, 20)))
    assert "Ein Vertrag kommt erst zustande" in said
    assert "Ich nehme Ihr Angebot" in said


def test_a_request_whose_receipt_nobody_knows_names_no_day() -> None:
    """The two weeks count from the receipt of the request (§ 108 (2) S. 2 BGB)."""
    for content, words in (
        (samples.german(), "innerhalb von zwei Wochen erklärt werden, nachdem"),
        (samples.english(), "within two weeks after your legal representative has received"),
    ):
        said = letter(content, replace(MINOR, received_on=None))
        assert words in said
        assert "8. Dezember 2026" not in said
        assert "8 December 2026" not in said
