"""Texts by the land the buyer lives in: Austria, Switzerland, and the German rules for all others."""

from dataclasses import replace
from datetime import date

import pytest

from shopphone.domain.letters import Confirmation
from shopphone.domain.order_kinds import Matter
from shopphone.domain.order_life import Minor
from shopphone.letters import confirmation
from tests.letters import reading, samples
from tests.letters.samples import BOARD, PAN, line


def said(content: Confirmation) -> str:
    return reading.flat(confirmation.write(content))


def of(land: str, **changed: object) -> Confirmation:
    return replace(samples.german(), residence=land, **changed)  # type: ignore[arg-type]  # by field


AUSTRIAN = ("§ 7 Abs. 3 FAGG", "vom Vertrag zurücktreten", "§ 18 Abs. 1 Z 3 FAGG", "§ 11 des Fern-")
SWISS = ("Art. 40c Bst. a OR", "Ihr freiwilliges Rückgaberecht", "innert 14 Tagen")
GERMAN = (
    "§ 312f BGB",
    "§ 312g Abs. 2 Nr. 1 BGB",
    "Sie können innerhalb von 14 Tagen ab Erhalt der",
)


@pytest.mark.parametrize("land", ["", "DE", "FR", "PL", "US"])
def test_everyone_else_has_the_german_rules(land: str) -> None:
    letter = said(of(land))
    for text in GERMAN:
        assert text in letter, text
    for text in (*AUSTRIAN, *SWISS, "FAGG"):
        assert text not in letter, text


def test_a_buyer_in_austria_steps_back_by_the_fagg() -> None:
    letter = said(of("AT"))
    for text in (*AUSTRIAN, "UID-Nr. DE136695976", "Gesamtbetrag", "Muster-Widerrufsformular"):
        assert text in letter, text
    assert "§ 18 Abs. 1 Z 5 FAGG" in letter  # the sealed tea
    assert "Ihr gesetzliches Rücktrittsrecht bleibt davon unberührt." in letter
    for text in ("§ 312", "§ 356", "BGB", "USt-IdNr."):
        assert text not in letter, text


@pytest.mark.parametrize(
    ("matter", "statute"),
    [(Matter.SERVICE, "§ 18 Abs. 1 Z 1 FAGG"), (Matter.DIGITAL, "§ 18 Abs. 1 Z 11 FAGG")],
)
def test_in_austria_too_a_service_and_digital_content_can_lose_the_right(
    matter: Matter, statute: str
) -> None:
    letter = said(of("AT", matter=matter))
    assert statute in letter
    assert "innerhalb von 14 Tagen ab Vertragsabschluss" in letter
    assert "BGB" not in letter


def test_an_austrian_service_in_a_call_of_ours_binds_only_by_a_written_yes() -> None:
    offer = of("AT", matter=Matter.SERVICE, offered_until=date(2026, 12, 8), called_by_us=True)
    letter = said(offer)
    assert "Sie sind erst gebunden, wenn Sie uns die Annahme schriftlich" in letter
    assert "(§ 9 Abs. 2 FAGG). Wir halten uns daran bis zum 8. Dezember 2026." in letter
    asked_for = said(replace(offer, called_by_us=False))
    goods = said(replace(offer, matter=Matter.GOODS))
    german = said(replace(offer, residence="DE"))
    for other in (asked_for, goods, german):
        assert "§ 9 Abs. 2 FAGG" not in other
        assert "Ein Vertrag kommt erst zustande" in other


def test_a_swiss_buyer_who_called_hears_that_the_right_is_the_shops_own() -> None:
    letter = said(of("CH"))
    for text in SWISS:
        assert text in letter, text
    assert "Das Gesetz gibt Ihnen kein Widerrufsrecht, weil Sie uns angerufen haben." in letter
    assert "innert 14 Tagen ab Erhalt der letzten Ware ohne Angabe von Gründen" in letter
    assert "Ablauf eines Monats nach Erhalt dieser schriftlichen Bestätigung" in letter
    assert "Das freiwillige Recht besteht nicht, weil die Ware nach Ihren Angaben" in letter
    for text in ("BGB", "Widerrufsbelehrung", "Muster-Widerrufsformular", "gesetzliches Widerruf"):
        assert text not in letter, text


def test_a_swiss_buyer_whom_we_called_has_the_right_of_the_code_of_obligations() -> None:
    letter = said(of("CH", called_by_us=True))
    assert "innert 14 Tagen widerrufen (Art. 40a bis 40f OR)" in letter
    assert "ab einem Preis von mehr als 100 Franken" in letter
    assert "weil Sie uns angerufen haben" not in letter
    assert (
        "Ihr Widerrufsrecht nach Art. 40a ff. OR bleibt unberührt" in letter
    )  # the engraved board


def test_where_nothing_can_be_given_back_only_the_swiss_statutory_right_is_left() -> None:
    board = replace(samples.german(line(**BOARD)), residence="CH")
    mine, theirs = said(board), said(replace(board, called_by_us=True))
    assert "Ihr freiwilliges Rückgaberecht" not in mine
    assert "kein Widerrufs- oder Rückgaberecht" in mine
    assert "Art. 40a bis 40f OR" in theirs
    assert "Ablauf eines Monats" not in theirs


@pytest.mark.parametrize("called", [True, False])
def test_swiss_services_are_not_sent_back(called: bool) -> None:
    letter = said(
        replace(
            samples.german(line(**PAN)),
            residence="CH",
            matter=Matter.SERVICE,
            called_by_us=called,
        )
    )
    assert "zahlen Sie den Anteil" in letter
    assert "Rücksendung" not in letter


@pytest.mark.parametrize("land", ["AT", "CH"])
@pytest.mark.parametrize("kind", ["plain", "offer", "changed", "extension", "minor"])
@pytest.mark.parametrize("called", [True, False])
def test_every_kind_of_letter_is_whole_in_both_languages(
    land: str, kind: str, called: bool
) -> None:
    minor = Minor(
        parent="Frau Sommerfeld",
        asked_on=date(2026, 11, 24),
        answer="",
        words="",
        ratified_until=date(2026, 12, 8),
    )
    kinds: dict[str, dict[str, object]] = {
        "plain": {},
        "offer": {"offered_until": date(2026, 12, 8)},
        "changed": {"version": 2, "replaces_on": date(2026, 11, 20)},
        "extension": {"based_on": "AB-2026-00001"},
        "minor": {"minor": minor},
    }
    for content in (samples.german(), samples.english()):
        letter = said(
            replace(content, residence=land, called_by_us=called, **kinds[kind])  # type: ignore[arg-type]  # by field
        )
        for mark in ("{", "}", "<", ">", "None"):
            assert mark not in letter, mark
        assert "312g" not in letter
        assert "312f" not in letter


def test_an_english_letter_says_which_law() -> None:
    austrian = said(replace(samples.english(), residence="AT"))
    assert "section 7 (3) of the Austrian" in austrian
    assert "Official German text" in austrian
    swiss = said(replace(samples.english(), residence="CH"))
    assert "Your voluntary right of return" in swiss
    assert "The law gives you no right of withdrawal because you called us." in swiss
    assert "BGB" not in swiss
