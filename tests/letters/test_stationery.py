"""The shop's own sheet: colour, logo, signature, a line in the footer."""

import io
import random
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from shopphone.domain.errors import Refused
from shopphone.domain.letters import Confirmation, Stationery, colour_refusal
from shopphone.letters import confirmation, pictures
from tests.letters import reading, samples


def picture(width: int, height: int, mode: str = "RGBA", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), (200, 30, 30, 128)[: len(mode)]).save(out, kind)
    return out.getvalue()


def on(stationery: Stationery) -> Confirmation:
    content = samples.german()
    return replace(content, seller=replace(content.seller, stationery=stationery))


@pytest.mark.parametrize("form", ["A", "B"])
@pytest.mark.parametrize("size", [(4000, 300), (300, 4000), (50, 50)])
def test_a_logo_of_any_shape_stays_in_the_letterhead(
    form: str, size: tuple[int, int], tmp_path: Path
) -> None:
    letter = confirmation.write(on(Stationery(form=form, logo=picture(*size))))
    left, top, right, bottom = _place(letter)
    assert left == pytest.approx(25, abs=0.1)
    assert right <= 130.1
    assert 4 < top < bottom < (27 if form == "A" else 45)
    assert (right - left) / (bottom - top) == pytest.approx(size[0] / size[1], rel=0.03)
    assert reading.falzmarke(letter, form, tmp_path)[1] == []
    assert reading.accessibility(letter, tmp_path) == ""
    assert reading.faults(letter) == []


def test_nothing_transparent_goes_into_the_file() -> None:
    letter = confirmation.write(on(Stationery(logo=picture(80, 40), signature=picture(90, 30))))
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        images = [each for each in pdf.objects if _is_image(each)]
        assert len(images) == 2
        assert not any("/SMask" in each or "/Mask" in each for each in images)


def test_a_file_that_is_no_picture_leaves_the_name() -> None:
    good = picture(60, 60)
    for broken in (b"GIF89a", b"<svg/>", good[: len(good) // 2], b"%PDF-1.7"):
        assert pictures.read(broken) is None
        said = reading.text(confirmation.write(on(Stationery(logo=broken, signature=broken))))
        assert said.startswith("Küchenhaus Lindenhang GmbH")


def test_a_jpeg_will_do() -> None:
    assert pictures.read(picture(60, 60, "RGB", "JPEG")) is not None


def test_headings_have_the_shops_colour_on_every_page_whatever_was_written_before() -> None:
    green = confirmation.write(samples.german())
    red = confirmation.write(on(Stationery(colour="#990000")))
    assert _colours(red) - _colours(green) == {(0.6, 0, 0)}
    assert _colours(green) - _colours(red) == {(0.0588235, 0.419608, 0.360784)}


@pytest.mark.parametrize(
    ("colour", "rule"),
    [
        ("#0f6b5c", ""),
        ("#000000", ""),
        ("#ffff00", "colour_too_light"),
        ("red", "colour_invalid"),
        ("#12345g", "colour_invalid"),
        ("#0f6b5c1", "colour_invalid"),
    ],
)
def test_a_colour_must_be_one_that_can_be_read(colour: str, rule: str) -> None:
    assert colour_refusal(colour) == rule


def test_the_own_line_stands_in_every_foot() -> None:
    for page in reading.pages(confirmation.write(on(Stationery(footer="Mo–Fr 9–17 Uhr")))):
        assert "Mo–Fr 9–17 Uhr" in page


def _place(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Of the first picture of a page, in mm from the upper left corner."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        found = document.pages[page].images[0]
    mm = 25.4 / 72
    return found["x0"] * mm, found["top"] * mm, found["x1"] * mm, found["bottom"] * mm


def _colours(pdf: bytes) -> set[tuple[float, ...]]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return {char["non_stroking_color"] for page in document.pages for char in page.chars}


def _is_image(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"


@pytest.mark.parametrize("form", ["A", "B"])
@pytest.mark.parametrize("next_head", ["plain", "name", "logo"])
@pytest.mark.parametrize("size", [(4000, 300), (300, 4000)])
def test_further_pages_show_the_shop_at_the_right_beside_what_the_letter_is(
    form: str, next_head: str, size: tuple[int, int], tmp_path: Path
) -> None:
    stationery = Stationery(form=form, next_head=next_head, logo=picture(*size))
    content = on(stationery)
    named = replace(content, seller=replace(content.seller, name="Küchenhaus " * 9 + "GmbH"))
    letter = confirmation.write(named)
    assert reading.falzmarke(letter, form, tmp_path)[1] == []
    assert reading.accessibility(letter, tmp_path) == ""
    line_mm = 22.6
    head = [word for word in reading.words(letter, 1) if word.bottom < line_mm]
    assert head[0].text == "Auftragsbestätigung"
    assert "K-1017" in [word.text for word in head]
    assert ("Küchenhaus" in [word.text for word in head]) == (next_head == "name")
    right = [word for word in head if word.text == "Küchenhaus"]
    number = next(word for word in head if word.text == "K-1017")
    if right:
        assert number.right + 3.5 < min(word.left for word in right)
        assert max(word.right for word in head) <= 190.1
    left_mm, top, right_mm, bottom = _place(letter, 1) if next_head == "logo" else (0, 9, 190, 22)
    assert 8 < top < bottom < line_mm
    assert right_mm == pytest.approx(190, abs=0.1)
    assert next_head != "logo" or left_mm > number.right + 3.5


def test_a_picture_of_too_many_dots_is_not_unpacked() -> None:
    out = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(out, "PNG")
    assert len(out.getvalue()) < 50_000
    with pytest.raises(Refused, match="picture_too_many_dots"):
        pictures.reduced(out.getvalue())
    assert pictures.read(out.getvalue()) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_no_damaged_picture_does_more_than_be_refused(kind: str) -> None:
    chance = random.Random(7)
    good = picture(60, 40, "RGB", kind)
    rules = set()
    for _ in range(400):
        bad = bytearray(good)
        for _ in range(chance.choice((1, 3, 20))):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        try:
            pictures.reduced(bytes(bad))
        except Refused as refusal:
            rules.add(refusal.rule)
    assert "picture_unreadable" in rules
    assert rules <= {"picture_unreadable", "picture_too_many_dots"}


def test_a_kept_picture_is_the_one_that_is_printed() -> None:
    kept = pictures.reduced(picture(5000, 1000))
    assert pictures.read(kept) == pictures.read(picture(5000, 1000))
    assert pictures.reduced(kept) == kept
