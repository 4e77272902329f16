"""The proof an authority gets: every entry whole, as PDF and as a table, for one or for all."""

import csv
import hashlib
import io
from datetime import timedelta
from pathlib import Path

import pytest

import shopphone.services.consent_proof as consent_proof
import shopphone.services.consents as consents
import shopphone.services.customers as customers
import shopphone.services.settings as settings
from shopphone.domain.errors import Unavailable
from shopphone.services.desk import Desk
from tests.letters import reading
from tests.services.conftest import Clock
from tests.services.test_consents import E164, anna, draft


@pytest.fixture
def two(desk: Desk, clock: Clock) -> tuple[int, int]:
    """Anna agreed, was called and withdrew; another said no."""
    place = {"shop.street": "Gasse 2", "shop.postcode": "80331", "shop.town": "München"}
    settings.save(desk, {"shop.name": "Laden Lindenhang", "shop.owner": "Erika Beispiel", **place})
    first = anna(desk)
    consents.give(
        desk,
        draft(
            first, evidence_name="Karte.pdf", evidence=b"%PDF karte", source="letter",
            at=clock.now - timedelta(days=4), wording="=Ja, rufen Sie an",
        ),
    )  # fmt: skip
    clock.now += timedelta(days=2)
    with desk.db.writing() as tx:
        consents.put_use(desk, tx, first, E164, "Tee")
    clock.now += timedelta(days=2)
    customers.no_advertising(desk, first)
    second = anna(desk, number="089 99998-124")
    consents.refuse(desk, draft(second, number="089 99998-124"))
    return first, second


def test_the_pdf_names_what_the_authority_asks_for(desk: Desk, two: tuple[int, int]) -> None:
    text = reading.flat(consent_proof.pdf(desk, two[0]))
    for part in (
        "Laden Lindenhang, Erika Beispiel, Gasse 2, 80331 München",
        "Anna Löffler (K-00001)", "Am Lindenhang 12, 81671 München",
        "Eintrag 1: Einwilligung erteilt, Telefon, 20. November 2026, 10:00 Uhr",
        "nachgetragen am 24. November 2026", "Umfang: Tee, Pfannen", "=Ja, rufen Sie an",
        "de/asking-2026-11-25", "Erklärt: schriftlich", f"Rufnummer: {E164}",
        "Aufgenommen von Anna Berger am 24. November 2026",
        f"Beleg: Karte.pdf, SHA-256 {hashlib.sha256(b'%PDF karte').hexdigest()[:20]}",
        "Eintrag 2: Verwendung (Werbeanruf)", "Widerruf",
        "Aufzubewahren mindestens bis 26. November 2031", "alle Prüfsummen stimmen",
    ):  # fmt: skip
        assert part.replace(" ", "") in text.replace("\u00a0", " ").replace(" ", ""), part
    assert "124" not in text.split("Letzte Prüfsumme")[0]


def test_everybody_stands_in_the_whole_proof_and_the_bytes_repeat(
    desk: Desk, two: tuple[int, int]
) -> None:
    whole = consent_proof.pdf(desk)
    assert whole == consent_proof.pdf(desk)
    text = reading.flat(whole)
    assert "K-00001" in text
    assert "K-00002" in text
    assert "nicht eingewilligt" in text
    desk.language = "en"
    assert "Proof of consents to advertising" in reading.flat(consent_proof.pdf(desk))


def test_without_entries_the_proof_says_that_nobody_asked(desk: Desk) -> None:
    text = reading.flat(consent_proof.pdf(desk, anna(desk)))
    assert "keine Verweigerung" in text.replace("\u00a0", " ")


def test_the_table_holds_the_same_and_no_formula(
    desk: Desk, two: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / "nachweis.csv"
    consent_proof.export(desk, file)
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    assert [row["entry"] for row in rows] == [str(n) for n in range(1, 8)]
    assert (rows[0]["wording"], rows[0]["number"]) == ("'=Ja, rufen Sie an", f"'{E164}")
    assert rows[0]["late"] == "late"
    assert rows[1]["previous"] == rows[0]["hash"]
    assert {row["name"] for row in rows} == {"Anna Löffler"}
    consent_proof.export(desk, tmp_path / "einer.csv", two[1])
    assert len((tmp_path / "einer.csv").read_text("utf-8-sig").splitlines()) == 2
    consent_proof.export(desk, tmp_path / "nachweis.pdf", two[0])
    assert (tmp_path / "nachweis.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(Unavailable, match="file"):
        consent_proof.export(desk, tmp_path / "gibt es nicht" / "a.pdf")
