"""Whatever people type reaches the paper readable, and never breaks the letter."""

from dataclasses import fields, replace
from typing import Any

import pytest

from shopphone.domain.customers import Address
from shopphone.domain.letters import CareSheet, Confirmation, LetterLine, Seller
from shopphone.letters import arabic, breaking, confirmation, fonts
from tests.letters import reading, samples

HOSTILE = {
    "right_to_left": "אבגד שלום 12 مرحبا بالعالم",
    "emoji": "Danke 😀 👩‍👩‍👧 🎁\ufe0f",
    "markup": "<b>fett</b> & <para>&amp;</para>",
    "format": "%s %d {0} {name} {} 100 %",
    "quotes": "\"'`´„“ \\( \\) ) ( \\",
    "formula": "=cmd|'/c calc'!A1 =HYPERLINK(\"x\")",
    "control": "Null\x00 Glocke\x07 Esc\x1b[2J Tab\tWeiter\x0b\u2028Zeile\nNeu\rAlt",
    "surrogate": "halb \ud800 ganz \udfff",
    "chinese": "王小明 北京市 ペンギン",
    "thai": "สวัสดี ที่อยู่ น้ำ กรุงเทพมหานคร",
    "combining": "Z\u0351\u0366\u034a\u0364a\u0301l\u030ag\u0327o\u0303",
    "bidi_marks": "abc\u202egnp.exe\u202c \u200f\u200e\ufeff",
    "one_word": "Donaudampfschifffahrtsgesellschaftskapitän" * 20,
    "long": ("Sehr langer Text, der nicht endet, " * 300)[:10_000],
    "unbroken": "W" * 10_000,
    "empty": "",
    "blanks": " \u00a0\u2003 ",
}


def poisoned(text: str) -> Confirmation:
    """The letter with the text in every field a person can fill."""
    content = samples.german()
    seller = replace(content.seller, **_texts(Seller, content.seller, text))
    goods = tuple(
        replace(each, **_texts(LetterLine, each, text, keep=("withdrawal_rule",)))
        for each in content.lines
    )
    return replace(
        content,
        **_texts(
            Confirmation,
            content,
            text,
            keep=("language", "payment_code", "return_cost", "matter"),
        ),
        seller=seller,
        lines=goods,
        recipient=(text,) * 6,
        notes=(text,) * 4,
        deliver_to=Address(name=text, extra=text, street=text, town=text, country=text),
        paragraphs=(text,),
        care_sheets=(CareSheet(title=text, text=text),),
    )


def _texts(kind: Any, value: Any, text: str, keep: tuple[str, ...] = ()) -> dict[str, Any]:
    """Every text field; what the law needs keeps its value where the text says nothing."""
    return {
        each.name: text if text.strip() else getattr(value, each.name)
        for each in fields(kind)
        if each.type is str and each.name not in keep
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_every_field_may_hold_it(name: str) -> None:
    letter = confirmation.write(poisoned(HOSTILE[name]))
    shown = reading.quick_pages(letter)
    assert all(reading.fonts(letter).values())
    assert f"Seite {len(shown)} von {len(shown)}" in shown[-1]
    assert any("168,20 €" in page for page in shown)


@pytest.mark.parametrize("name", ["markup", "format", "quotes", "formula"])
def test_it_is_printed_as_it_was_typed(name: str) -> None:
    said = reading.flat(confirmation.write(replace(samples.german(), remark=HOSTILE[name])))
    assert f"Ihr Wunsch: {HOSTILE[name]}" in said


def test_greek_cyrillic_turkish_and_known_emoji_are_printed() -> None:
    wish = "Ελένη Иванова Şükrü Łódź Dvořák 😀 ☎"
    assert f"Ihr Wunsch: {wish}" in reading.flat(
        confirmation.write(replace(samples.german(), remark=wish))
    )


def test_right_to_left_is_turned_once_and_lines_keep_their_order() -> None:
    assert fonts.visual(fonts.printable("שלום")) == "םולש"
    broken = breaking.lines("שלום " * 60, 60)
    assert broken[0].startswith("שלום")  # broken in reading order, turned only when drawn


def test_arabic_letters_join() -> None:
    # salam: initial seen, lam-alef ligature in final form, isolated meem
    assert arabic.joined("سلام") == "\ufeb3\ufefc\ufee1"
    assert arabic.joined("بيت") == "\ufe91\ufef4\ufe96"
    assert arabic.joined("Haus") == "Haus"
    assert "".join(map(arabic.plain_letters, arabic.joined("مرحبا بالعالم"))) == "مرحبا بالعالم"
    letter = confirmation.write(replace(samples.german(), remark="مرحبا"))
    assert any("مرحبا" in page for page in reading.quick_pages(letter))


def test_names_of_the_far_east_and_emoji_are_printed_in_both_faces() -> None:
    name = "王小明 ペンギン 김민수 🎁👩"
    letter = confirmation.write(replace(samples.german(), remark=name, recipient=(name, "X", "Y")))
    assert f"Ihr Wunsch: {name}" in reading.flat(letter)
    named = {font.partition("+")[2] for font, inside in reading.fonts(letter).items() if inside}
    assert {"DroidSansFallback", "NotoEmoji-Regular"} <= named
    goods = samples.line(sku="1", name=name, price="1.00")  # stands in bold
    assert name in reading.flat(confirmation.write(samples.german(goods)))
    assert fonts.width("王", fonts.BOLD) == fonts.width("王", fonts.REGULAR) == 1000


def test_thai_is_printed_with_its_tones_above_its_vowels() -> None:
    name = "ที่อยู่ น้ำ"
    letter = confirmation.write(replace(samples.german(), remark=name))
    assert f"Ihr Wunsch: {name}" in reading.flat(letter)
    named = {font.partition("+")[2] for font, inside in reading.fonts(letter).items() if inside}
    assert "NotoSansThai-Regular" in named
    rises = [rise for _, _, rise in fonts.Codes().pieces(name, fonts.REGULAR)]
    assert sum(rise > 0 for rise in rises) == 2  # over the ii, and beside the am; not over the uu
    broken = breaking.lines("ที่อยู่น้ำ" * 40, 60)
    assert "".join(broken) == "ที่อยู่น้ำ" * 40
    assert not any(line[0] in "\u0e35\u0e48\u0e49\u0e39" for line in broken)


def test_chinese_is_cut_without_hyphens() -> None:
    broken = breaking.lines("王小明北京" * 20, 60)
    assert "".join(broken) == "王小明北京" * 20


def test_signs_no_face_knows_are_shown_as_unknown_and_invisible_ones_vanish() -> None:
    assert fonts.printable("𒀀x\u200b\x00\ufe0f") == "\ufffdx"
    assert fonts.printable("a\tb\x0bc") == "a b c"


def test_words_too_long_for_a_line_get_a_hyphen_and_numbers_none() -> None:
    words = breaking.lines("Kapitänsmütze" * 8, 40)
    assert all(line.endswith("-") for line in words[:-1])
    assert "".join(line.rstrip("-") for line in words) == "Kapitänsmütze" * 8
    assert not any(line.endswith("-") for line in breaking.lines("1234567890" * 8, 40))


def test_addresses_of_the_net_are_cut_after_their_signs_and_get_no_hyphen() -> None:
    mail = "kundendienst@kuechenhaus-lindenhang.example"
    assert breaking.lines(mail, 60) == ("kundendienst@", "kuechenhaus-lindenhang.example")
    assert "".join(breaking.lines("https://" + "a" * 90, 40)) == "https://" + "a" * 90


def test_a_number_stays_with_its_unit() -> None:
    for width in range(20, 60):
        for line in breaking.lines("Tee Assam 250 g, Pfanne 28 cm, § 312g Abs. 2 Nr. 3 BGB", width):
            assert not line.startswith(("g,", "cm", "312g", "3 BGB"))
