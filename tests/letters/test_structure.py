"""The letter as it is read aloud: order, headings, tables, pictures in words, languages."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from shopphone.domain.letter_texts import Part
from shopphone.letters import confirmation, paragraphs
from tests.letters import reading, samples


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    pdf = confirmation.write(samples.german())
    return _lines(reading.heard(pdf, tmp_path_factory.mktemp("heard")))


def test_it_is_heard_in_the_order_it_is_read(german: list[str]) -> None:
    said = "\n".join(german)
    order = (
        "Frau Annemarie Brandl", "Auftragsbestätigung AB-2026-00142", "Sehr geehrte Frau Brandl,",
        "Eisenpfanne geschmiedet 28 cm", "Gesamtbetrag", "168,20 €", "DE89 3704 0044",
        "Mit freundlichen Grüßen", "\"Widerrufsbelehrung\"", "Muster-Widerrufsformular", "Eisenpfannen",
    )  # fmt: skip
    place = 0
    for text in order:
        place = said.index(text, place) + 1


def test_words_do_not_run_together_where_a_line_ends(german: list[str]) -> None:
    opening = paragraphs.ours("confirmation", Part.OPENING, "de", samples.german().written_on)
    assert any(opening in line for line in german)


def test_heads_feet_marks_and_repeated_table_heads_are_not_heard(tmp_path: Path) -> None:
    said = reading.heard(confirmation.write(samples.long(80)), tmp_path)
    assert said.count('"Artikel"') == 1
    assert "Übertrag" not in said
    assert "Seite 1 von" not in said
    assert all(f'"{n}"' in said for n in range(1, 81))


def test_tables_have_heads_and_the_code_is_said_in_words(german: list[str]) -> None:
    assert german.count("/Scope /Column") == 6
    assert "/Scope /Row" in german
    figure = next(n for n, line in enumerate(german) if line.startswith("Figure"))
    assert german[figure].startswith("Figure")
    with pikepdf.open(_file(confirmation.write(samples.german()))) as pdf:
        alternatives = [str(each.Alt) for each in pdf.objects if _has(each, "/Alt")]
    assert alternatives == ["Bezahlen per Code"]


def test_the_official_german_text_of_an_english_letter_is_german(tmp_path: Path) -> None:
    with pikepdf.open(_file(confirmation.write(samples.english()))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        languages = [str(each.Lang) for each in pdf.objects if _has(each, "/S") and "/Lang" in each]
    assert sorted(languages) == ["de", "de", "en", "en"]


def test_the_title_is_the_letters_and_the_colours_are_srgb() -> None:
    seller = replace(samples.SELLER, name="Öl & <Essig>")
    with pikepdf.open(_file(confirmation.write(replace(samples.german(), seller=seller)))) as pdf:
        with pdf.open_metadata() as about:
            assert about["dc:title"] == "Auftragsbestätigung AB-2026-00142"
            assert about["dc:creator"] == ["Öl & <Essig>"]
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "sRGB"


def test_a_foreign_pdf_put_in_disturbs_nothing(tmp_path: Path) -> None:
    notice = confirmation.write(samples.english())
    letter = confirmation.write(replace(samples.german(), harmonised_notice=notice))
    assert reading.faults(letter) == []
    assert reading.accessibility(letter, tmp_path) == ""
    with pikepdf.open(_file(letter)) as pdf:
        kinds = [str(each.S) for each in pdf.Root.StructTreeRoot.K.K]
    with pikepdf.open(_file(notice)) as pdf:
        assert kinds[-len(pdf.pages) :] == ["/Figure"] * len(pdf.pages)


def test_an_untagged_enclosure_is_said_in_words_and_keeps_its_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "notice.pdf"), pagesize=(595, 842))
    canvas.drawString(72, 700, "Gewährleistung")
    canvas.linkURL("https://europa.eu", (72, 690, 200, 720))
    for _ in range(2):
        canvas.showPage()
    canvas.save()
    notice = (tmp_path / "notice.pdf").read_bytes()
    letter = confirmation.write(replace(samples.german(), harmonised_notice=notice))
    assert reading.faults(letter) == []
    assert reading.accessibility(letter, tmp_path) == ""
    assert "Gewährleistung" in reading.pages(letter)[-2]
    assert reading.heard(letter, tmp_path).count("Figure") >= 2
    with pikepdf.open(_file(letter)) as pdf:
        assert "/Annots" in pdf.pages[-2]
        assert [float(side) for side in pdf.pages[-2].MediaBox] == [0, 0, 595, 842]
    assert confirmation.write(replace(samples.german(), harmonised_notice=notice)) == letter


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def _file(pdf: bytes) -> io.BytesIO:
    return io.BytesIO(pdf)


def _has(each: pikepdf.Object, key: str) -> bool:
    return isinstance(each, pikepdf.Dictionary) and key in each
