"""The sheet of paper: DIN 5008 geometry, the envelope's window, page breaks, fonts, same bytes."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from shopphone.letters import confirmation, frame
from tests.letters import reading, samples
from tests.letters.samples import BOARD, PAN, line

LONG_ADDRESS = (
    "Gemeinnützige Genossenschaft für Nachbarschaftsküchen und Gemeinschaftsgärten e. G.",
    "Abteilung Beschaffung, Verwaltung und allgemeine Verbraucherangelegenheiten",
    "Frau Dr. Annemarie Katharina von und zu Brandl-Oberhuber-Untermoser",
    "c/o Hausverwaltung Müller, Meier, Schulze und Söhne GmbH & Co. KG",
    "Oberstdorfer-Bürgermeister-Maximilian-von-Montgelas-Straße 1234 a, Hinterhaus",
    "80469 München-Ludwigsvorstadt-Isarvorstadt an der langen Isar",
)


@pytest.mark.parametrize("form", ["A", "B"])
@pytest.mark.parametrize("which", ["german", "english"])
def test_falzmarke_finds_nothing_to_object(form: str, which: str, tmp_path: Path) -> None:
    content = samples.german() if which == "german" else samples.english()
    letter = confirmation.write(samples.on_form(content, form))
    checks, failed = reading.falzmarke(letter, form, tmp_path)
    assert checks >= 25
    assert failed == []


@pytest.mark.parametrize("form", ["A", "B"])
def test_only_the_address_can_show_in_an_envelopes_window(form: str) -> None:
    content = replace(
        samples.on_form(samples.german(), form),
        recipient=LONG_ADDRESS,
        notes=("Einschreiben", "Nicht nachsenden"),
    )
    place = frame.FORMS[form]
    address = set(" ".join(LONG_ADDRESS + content.notes).split())
    sender = {"Küchenhaus", "Lindenhang", "GmbH", "·", "12", "80331", "München"}
    for word in reading.words(confirmation.write(content)):
        if word.left < 110 and place.window_mm + 0.3 < word.top < place.address_shown_mm - 0.5:
            assert word.text.rstrip("…-") in address | sender or "…" in word.text, word
            assert word.right <= 91.1 or word.size < 9, word


def test_six_long_lines_keep_street_and_town_in_the_window() -> None:
    shown = frame.window_lines(LONG_ADDRESS)
    assert len(shown) <= 6
    assert shown[0].startswith("Gemeinnützige Genossenschaft")
    street = next(text for text in shown if text.startswith("Oberstdorfer-"))
    assert street.endswith("… 1234 a, Hinterhaus")  # whom it reaches hangs on the number
    assert shown[-1].startswith("80469 München") or shown[-2].startswith("80469 München")


def test_abroad_the_street_stays_above_town_and_country() -> None:
    lines = ("A" * 90, "B" * 90, "C" * 90, "14 Harbour View", "CORK T12 X2Y3", "IRLAND")
    assert frame.window_lines(lines)[-3:] == ["14 Harbour View", "CORK T12 X2Y3", "IRLAND"]


def test_the_address_is_ten_points_and_the_return_line_one_line() -> None:
    seller = replace(samples.SELLER, name="Küchenhaus Lindenhang " * 6)
    letter = confirmation.write(replace(samples.german(), seller=seller))
    words = reading.words(letter)
    recipient = [word for word in words if word.left < 91 and 62.7 < word.top < 90]
    assert {word.size for word in recipient} == {10.0}
    back = [word for word in words if word.left < 110 and 45 < word.top < 62]
    assert len({round(word.top) for word in back}) == 1
    assert max(word.right for word in back) <= 105.1


def test_two_hundred_lines_break_with_heads_and_carried_sums() -> None:
    letter = confirmation.write(samples.long())
    shown = reading.pages(letter)
    table = [page for page in shown if "Pos. Artikel" in page]
    assert len(table) > 8
    assert all("Übertrag" in page for page in table[1:])
    said = reading.text(letter)
    for n in range(1, 201):
        assert f"Küchenhelfer Nummer {n} " in said
    assert f"Seite {len(shown)} von {len(shown)}" in shown[-1]


def test_one_line_of_three_thousand_characters_runs_over_the_page_whole() -> None:
    described = " ".join(f"Wort{n:03}" for n in range(430))
    assert len(described) > 3000
    letter = confirmation.write(
        samples.german(line(**PAN), line(**{**BOARD, "description": described}))
    )
    said = reading.text(letter)
    assert all(f"Wort{n:03}" in said for n in range(430))
    pages = [page for page in reading.pages(letter) if "Wort" in page]
    assert len(pages) == 2
    assert "Pos. Artikel" in pages[1]


def test_nothing_is_printed_outside_the_text_or_over_the_foot() -> None:
    letter = confirmation.write(samples.long(60))
    for page in range(len(reading.pages(letter))):
        for word in reading.words(letter, page):
            assert word.left >= 24.9
            assert word.right <= 190.1, word
            assert word.bottom < 272 or word.top > 276, word


def test_every_font_is_embedded() -> None:
    strange = replace(samples.german(), remark="Ελένη Иванова שלום مرحبا ☎")
    for content in (samples.german(), samples.english(), strange):
        found = reading.fonts(confirmation.write(content))
        assert len(found) >= 2
        assert all(found.values()), found
        assert not any("Helvetica" in name for name in found)


def test_the_same_letter_gives_the_same_bytes() -> None:
    first = confirmation.write(samples.german())
    confirmation.write(samples.english())
    confirmation.write(replace(samples.german(), remark="Ελένη 😀"))
    assert confirmation.write(samples.german()) == first
    assert _written_elsewhere(seed="1") == _written_elsewhere(seed="2") == first.hex()


def _written_elsewhere(seed: str) -> str:
    program = (
        "from shopphone.letters import confirmation; from tests.letters import samples;"
        "print(confirmation.write(samples.german()).hex())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_letters_written_at_once_do_not_disturb_each_other() -> None:
    contents = [replace(samples.german(), number=f"AB-{n}", remark="Ωμέγα" * n) for n in range(12)]
    alone = [confirmation.write(content) for content in contents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(confirmation.write, contents)) == alone


def test_a_letter_stays_small() -> None:
    assert len(confirmation.write(samples.german())) < 64 * 1024


def test_long_labels_of_the_information_push_their_values_aside() -> None:
    until = samples.german().written_on
    for language in (samples.german(), samples.english()):
        words = reading.words(confirmation.write(replace(language, offered_until=until)))
        block = [word for word in words if word.left >= 124.9 and 50 < word.top < 90]
        for one in block:
            for other in block:
                if one is not other and abs(one.top - other.top) < 1:
                    assert one.right < other.left or other.right < one.left, (one, other)


def test_the_sentence_before_the_five_points_stays_with_them() -> None:
    for count in range(1, 12):
        goods = [line(sku=f"{n}", name=f"Löffel {n}", price="2.00") for n in range(count)]
        for page in reading.pages(confirmation.write(samples.german(*goods))):
            said = page.partition("diese fünf Punkte am Telefon genannt:")
            assert not said[1] or "Ware" in said[2]
