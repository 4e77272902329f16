"""Text of unknown origin: what German shops have is read right, what is no text is told apart."""

import pytest

from shopphone.exchange.decoding import decode, is_binary

SENTENCES = (
    "Größe: Öl für die Pfanne",
    "Teekanne säubern: mit Wasser ausspülen. Nicht in die Spülmaschine!",
    "Titel;Text\nÄnderung;Bäume für Häuser\n",
    "Plain English without anything special.",
)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "mac_roman"],
)
def test_german_is_read_whatever_wrote_it(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    assert not is_binary(content)
    assert decode(content) == text


def test_signs_of_windows_are_kept() -> None:
    text = "„Schnell“ – 4,90 € …"
    assert decode(text.encode("cp1252")) == text


def test_line_ends_become_one_kind_and_nul_goes() -> None:
    assert decode(b"a\r\nb\rc\nd\0") == "a\nb\nc\nd"


def test_pictures_and_programs_are_no_text() -> None:
    assert is_binary(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x08\x06\x00")
    assert is_binary(b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x03\x00>\x00\x01abc")
    assert not is_binary(b"")


def test_every_byte_is_read_as_something() -> None:
    assert len(decode(bytes(range(256)))) > 200
