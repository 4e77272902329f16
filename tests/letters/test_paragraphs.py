"""Whatever a shop writes into its own texts, the letter stays a letter."""

from dataclasses import replace
from pathlib import Path

import pytest

from shopphone.domain.letter_texts import EVERY, OwnText, Part
from shopphone.domain.letters import Confirmation, Stationery
from shopphone.letters import confirmation
from tests.letters import reading, samples
from tests.letters.test_stationery import picture

HOSTILE = {
    "attributes": "{customer_name.__class__.__init__.__globals__}",
    "position": "{0} {} {1}",
    "import": "{{% import os %}}{{ os.popen('id').read() }}",
    "percent": "%s %(name)s %n 100 %",
    "length": "Wort " * 2_000,
    "one word": "x" * 10_000,
    "lines": "Zeile\n" * 300,
    "right to left": "مرحبا {customer_name} שלום",
    "markup": "<b>fett</b> <script>alert(1)</script> &amp; [a](b)",
    "signs": "\u202e\u200b\x07 🦊 漢字 \ufffd",
    "operators": ") Tj ET Q (\\ BT /F1 12 Tf",
}


def with_texts(content: Confirmation, text: str, form: str = "B") -> Confirmation:
    texts = tuple(OwnText(letter=EVERY, part=part, content=text) for part in Part)
    stationery = Stationery(form=form, logo=picture(400, 120), signature=picture(200, 60))
    return replace(content, seller=replace(content.seller, texts=texts, stationery=stationery))


@pytest.mark.parametrize("form", ["A", "B"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_letter_stays_a_letter(name: str, form: str, tmp_path: Path) -> None:
    pdf = confirmation.write(with_texts(samples.german(), HOSTILE[name], form))
    assert pdf == confirmation.write(with_texts(samples.german(), HOSTILE[name], form))
    assert reading.falzmarke(pdf, form, tmp_path)[1] == []
    assert reading.accessibility(pdf, tmp_path) == ""
    assert reading.faults(pdf) == []
    assert all(reading.fonts(pdf).values())
    assert "Bestätigung nach § 312f BGB" in reading.flat(pdf)


@pytest.mark.parametrize("name", ["attributes", "position", "import", "markup"])
def test_what_looks_like_a_program_is_printed_as_text(name: str) -> None:
    said = reading.flat(confirmation.write(with_texts(samples.german(), HOSTILE[name])))
    assert said.count(HOSTILE[name]) == len(Part)


def test_the_closing_stands_on_one_page_with_who_signs_and_what_is_enclosed() -> None:
    closing = OwnText(letter=EVERY, part=Part.CLOSING, content="Bis bald aus München")
    for count in range(1, 14):
        content = samples.long(count)
        seller = replace(content.seller, texts=(closing,))
        pages = reading.pages(confirmation.write(replace(content, seller=seller)))
        (page,) = [each for each in pages if "Bis bald aus München" in each]
        assert "Anna Berger" in page.split("Bis bald")[1]
        assert "Widerrufsbelehrung und Muster" in page.split("Bis bald")[1]
