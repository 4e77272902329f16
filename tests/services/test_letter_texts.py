"""The shop's own texts of letters: kept with their day, back to ours, in every letter, never law's place."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

import shopphone.services.letter_previews as letter_previews
import shopphone.services.letter_texts as letter_texts
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.domain.letter_texts import EVERY, LANGUAGES, LETTERS, PLACES, Part, parts_of
from shopphone.domain.letters_log import CONFIRMATION
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.letters import reading
from tests.services.conftest import Clock
from tests.services.test_orders import SHOP

# what the law wants of each letter, whatever the shop's own texts say (the facts are the demo's)
LAW = {
    "confirmation": ("Bestätigung nach § 312f BGB", "Muster-Widerrufsformular", "Gesamtbetrag"),
    "agreed": ("Damit ist der Vertrag", "Bestätigung nach § 312f BGB", "Gesamtbetrag"),
    "changed": ("ersetzt unsere Bestätigung vom", "Fassung 2", "§ 312f BGB"),
    "changed_unsent": ("Es gilt, was hier steht", "§ 312f BGB"),
    "extension": ("Verlängerung des Vertrags zur Bestellung", "§ 312f BGB"),
    "offer": ("Ein Vertrag kommt erst zustande, wenn Sie", "Wir halten uns daran bis zum"),
    "pending": ("schwebend unwirksam", "gilt sie als verweigert", "zahlen Sie jetzt noch nichts"),
    "acknowledgement": ("Wir bestätigen den Eingang dieses Widerrufs", "Wir erstatten Ihnen"),
    "defect": ("können Sie wählen, ob wir sie reparieren", "um zwölf Monate"),
    "receipt": ("bestätigt nur den Eingang", "nimmt sie nicht an"),
    "accepted": ("Angebot", "Auftragsbestätigung"),
    "delivery": ("Art.-Nr.", "keine Rechnung"),
    "reminder": ("IBAN", "Verwendungszweck"),
    "cancellation": ("storniert", "Auftrag"),
    "refund": ("nach Ihrem Widerruf", "erstattet"),
    "mandate": ("Ich ermächtige", "innerhalb von acht Wochen", "Wir buchen erst ab"),
}


def text_of(desk: Desk, letter: str, part: Part, language: str = "de") -> str:
    texts = letter_texts.of_letter(desk, letter, language)
    return next(each.text for each in texts if each.part is part)


def test_a_saved_text_holds_from_then_on_and_the_one_before_is_kept(
    desk: Desk, clock: Clock
) -> None:
    ours = text_of(desk, "offer", Part.OPENING)
    letter_texts.save(desk, "offer", "de", {"opening": "hier unser Angebot für {customer_name}."})
    clock.now += timedelta(days=3)
    letter_texts.save(desk, "offer", "de", {"opening": "  hier ist es.  "})
    now = next(
        each for each in letter_texts.of_letter(desk, "offer", "de") if each.part is Part.OPENING
    )
    assert (now.text, now.base) == ("hier ist es.", ours)
    assert [each.content for each in now.versions] == [
        "hier ist es.",
        "hier unser Angebot für {customer_name}.",
    ]
    assert now.versions[0].saved_at - now.versions[1].saved_at == timedelta(days=3)
    assert now.versions[0].by
    assert (
        text_of(desk, "offer", Part.OPENING, "en")
        == "as discussed on the phone, here is our offer."
    )


def test_saving_what_is_there_already_makes_no_version(desk: Desk) -> None:
    same = {str(part): text_of(desk, "offer", part) for part in parts_of("offer")}
    letter_texts.save(desk, "offer", "de", same)
    assert letter_texts.edition(desk, "de") == 0
    assert letter_texts.own(desk, "de") == ()


def test_our_text_typed_again_is_ours_again_and_that_too_is_a_version(desk: Desk) -> None:
    ours = text_of(desk, "offer", Part.CLOSING)
    letter_texts.save(desk, "offer", "de", {"closing": "Bis bald"})
    letter_texts.save(desk, "offer", "de", {"closing": ours})
    assert letter_texts.own(desk, "de") == ()
    closing = letter_texts.of_letter(desk, "offer", "de")[-2]
    assert [each.content for each in closing.versions] == [None, "Bis bald"]


def test_a_text_for_every_letter_holds_where_a_letter_has_none_of_its_own(desk: Desk) -> None:
    letter_texts.save(desk, EVERY, "de", {"closing": "Viele Grüße vom Lindenhang"})
    letter_texts.save(desk, "defect", "de", {"closing": "Ihr Küchenhaus"})
    assert text_of(desk, "offer", Part.CLOSING) == "Viele Grüße vom Lindenhang"
    assert text_of(desk, "defect", Part.CLOSING) == "Ihr Küchenhaus"


def test_a_refused_text_saves_none_of_those_typed_with_it(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        letter_texts.save(desk, "offer", "de", {"closing": "Bis bald", "ending": "{x.__class__}"})
    assert refused.value.rule == "letter_text_place"
    assert refused.value.facts["field"] == "ending"
    assert letter_texts.own(desk, "de") == ()


def test_a_letter_records_the_texts_it_was_written_with(demo_desk: Desk) -> None:
    settings.save(demo_desk, SHOP)
    order_id = orders.page(demo_desk, state="placed")[0].order_id
    language = orders.detail(demo_desk, order_id).language
    letter_texts.save(demo_desk, CONFIRMATION, language, {"opening": "Hallo {order_number}!"})
    edition = letter_texts.edition(demo_desk, language)
    written = letters.write(demo_desk, CONFIRMATION, order_id)
    letter_texts.save(demo_desk, CONFIRMATION, language, {"opening": "Anders."})
    with demo_desk.db.reading() as connection:
        kept = connection.execute(
            select(t.letter.c.text_edition).where(t.letter.c.id == written.row.letter_id)
        ).scalar_one()
    assert kept == edition > 0
    assert f"Hallo {written.row.order_number}!" in reading.flat(written.pdf)
    assert letters.write(demo_desk, CONFIRMATION, order_id).pdf == written.pdf


@pytest.mark.parametrize("letter", LETTERS)
def test_what_the_law_wants_stands_there_without_any_text(
    demo_desk: Desk,
    letter: str,
) -> None:
    nothing = {str(part): "" for part in parts_of(letter)}
    letter_texts.save(demo_desk, letter, "de", nothing)
    said = reading.flat(letter_previews.preview(demo_desk, letter, "de", {}))
    for sentence in LAW[letter]:
        assert sentence in said
    assert "Mit freundlichen Grüßen" not in said


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_without_any_text_of_the_shops_is_sound(
    demo_desk: Desk,
    letter: str,
    tmp_path: Path,
) -> None:
    nothing = {str(part): "" for part in parts_of(letter)}
    pdf = letter_previews.preview(demo_desk, letter, "en", nothing)
    assert reading.falzmarke(pdf, "B", tmp_path)[1] == []
    assert reading.accessibility(pdf, tmp_path) == ""
    assert reading.faults(pdf) == []


def test_a_text_for_every_letter_is_seen_even_if_the_shown_one_has_its_own(
    demo_desk: Desk,
) -> None:
    letter_texts.save(demo_desk, CONFIRMATION, "de", {"closing": "Nur hier"})
    pdf = letter_previews.preview(demo_desk, EVERY, "de", {"closing": "Überall"})
    said = reading.flat(pdf)
    assert "Überall" in said
    assert "Nur hier" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", [EVERY, *LETTERS])
def test_every_letter_fills_every_place_in_every_part(
    demo_desk: Desk,
    letter: str,
    language: str,
    tmp_path: Path,
) -> None:
    every = " ".join(f"[{place}={{{place}}}]" for place in PLACES)
    typed = {str(part): every for part in parts_of(letter)}
    pdf = letter_previews.preview(demo_desk, letter, language, typed)
    said = reading.flat(pdf)
    assert "{" not in said
    for place in PLACES:
        assert said.count(f"[{place}=") == len(typed)
        assert f"[{place}=]" not in said
    assert reading.falzmarke(pdf, "B", tmp_path)[1] == []
    assert reading.accessibility(pdf, tmp_path) == ""


def test_a_preview_keeps_nothing(demo_desk: Desk) -> None:
    before = len(letters.queue(demo_desk)), letter_texts.edition(demo_desk, "de")
    pdf = letter_previews.preview(demo_desk, "offer", "de", {"opening": "nur ein Versuch"})
    assert "nur ein Versuch" in reading.flat(pdf)
    assert (len(letters.queue(demo_desk)), letter_texts.edition(demo_desk, "de")) == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS)
def test_a_shop_without_an_order_sees_a_made_up_one(desk: Desk, letter: str, language: str) -> None:
    assert orders.page(desk) == ()
    settings.save(desk, SHOP)
    said = reading.flat(letter_previews.preview(desk, letter, language, {"closing": "Bis bald!"}))
    assert {"de": "Erika Beispiel", "en": "Erica Example"}[language] in said
    assert "Bis bald!" in said


def test_a_shop_that_says_not_who_it_is_hears_what_is_missing(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        letter_previews.preview(desk, "confirmation", "de", {})
    assert refused.value.rule == "duties_missing"
