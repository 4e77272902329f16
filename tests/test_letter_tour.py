"""Every kind of letter, as the demo shop writes it, on both sheets and in both languages."""

from pathlib import Path

import pytest

from shopphone.letters import frame
from shopphone.services.sample_letters import LETTERS, LOOSE
from shopphone.tour_letters import FORMS, LANGUAGES, contact_sheet, demo_desk
from tests.letters import reading

COVERS = {"envelope-dl": (220, 110), "envelope-c6": (229, 114), "label": (100, 62)}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    for form in FORMS:
        with demo_desk(form) as desk:
            for name, write in LETTERS.items():
                for language in LANGUAGES:
                    file = folder / f"{name}-{language}-{form}.pdf"
                    file.write_bytes(write(desk, language))
    return folder


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [name for name in LETTERS if name not in LOOSE])
def test_every_letter_keeps_to_the_norm(
    letters: Path, name: str, form: str, tmp_path: Path
) -> None:
    for language in LANGUAGES:
        pdf = (letters / f"{name}-{language}-{form}.pdf").read_bytes()
        checks, failed = reading.falzmarke(pdf, form, tmp_path)
        assert checks >= 25
        assert failed == [], language


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [name for name in LETTERS if name not in LOOSE])
def test_nothing_of_the_letter_shows_in_a_window_however_it_slides(
    letters: Path, name: str, form: str
) -> None:
    """DIN 680 in DL and C6/C5: only the address field's lines stand where a window can be."""
    place = frame.FORMS[form]
    for language in LANGUAGES:
        pdf = (letters / f"{name}-{language}-{form}.pdf").read_bytes()
        seen = [
            word
            for word in reading.words(pdf)
            if word.left < 110 and place.window_mm < word.bottom and word.top < place.window_mm + 54
        ]
        subject = [word for word in seen if word.size > 11]
        assert all(word.top > place.window_mm + 53.5 for word in subject)
        field = [word for word in seen if word.size < 11]
        assert len({round(word.top) for word in field}) <= 1 + 9  # return line, notes, address
        assert all(word.bottom < place.window_mm + 45 for word in field)
        assert all(word.right <= 91.1 or word.size < 9 for word in field)


@pytest.mark.parametrize("name", [name for name in LETTERS if name not in LOOSE])
def test_what_a_letter_says_is_ten_points_at_least(letters: Path, name: str) -> None:
    for language in LANGUAGES:
        pdf = (letters / f"{name}-{language}-B.pdf").read_bytes()
        for page in range(len(reading.pages(pdf))):
            below_head = 48 + 5 if page == 0 else 24  # letterhead and return line, or head
            for word in reading.words(pdf, page):
                is_label = page == 0 and word.left > 124 and word.top < 100
                if below_head < word.top < 276 and not is_label:
                    assert word.size > 9.99, word


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_tagged_and_sound(letters: Path, name: str, tmp_path: Path) -> None:
    for language in LANGUAGES:
        pdf = (letters / f"{name}-{language}-B.pdf").read_bytes()
        assert reading.faults(pdf) == []
        assert reading.accessibility(pdf, tmp_path) == ""
        assert all(reading.fonts(pdf).values())
        assert " H1" in reading.heard(pdf, tmp_path) or name in COVERS


@pytest.mark.parametrize("name", COVERS)
def test_a_cover_has_its_size_and_its_address_where_the_post_reads_it(
    letters: Path, name: str
) -> None:
    """A margin of 15 mm below an envelope's address and the upper right left to the stamp."""
    width, height = COVERS[name]
    for language in LANGUAGES:
        pdf = (letters / f"{name}-{language}-B.pdf").read_bytes()
        assert reading.size(pdf) == pytest.approx((width, height), abs=0.1)
        words = reading.words(pdf)
        assert all(word.left > 4 and word.right < width - 4 for word in words)
        address = [word for word in words if word.size > 10]
        assert len({round(word.top) for word in address}) >= 3
        if name != "label":
            assert all(word.left >= width / 2 - 0.1 for word in address)
            assert all(word.bottom <= height - 15 and word.top > 40 for word in address)
            assert all(word.right < width - 74 or word.top > 40 for word in words)


def test_pictures_of_every_page_stand_together(letters: Path) -> None:
    contact_sheet(letters, "withdrawal")
    assert (letters / "withdrawal.png").stat().st_size > 10_000
