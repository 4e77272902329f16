"""Address books of telephones: what they write is read, whatever their version leaves out."""

from pathlib import Path

import pytest

from shopphone.domain.contacts import Contact
from shopphone.exchange import vcard


def _one(text: str) -> Contact:
    (contact,) = vcard.read(text.encode())
    return contact


def test_quoted_printable_goes_on_over_soft_line_ends() -> None:
    contact = _one(
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=B6ffler;An=\r\n=C3=A4;;;\r\n"
        "TEL;CELL;PREF:0152 28817386\r\nTEL;WORK;FAX:089 99998-123\r\nEND:VCARD\r\n"
    )
    assert (contact.first_name, contact.last_name) == ("Anä", "Löffler")
    assert contact.phones == (("0152 28817386", "mobile"), ("089 99998-123", "fax"))


def test_latin_quoted_printable_is_read_by_its_charset() -> None:
    contact = _one(
        "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg M=FCller\n"
        "END:VCARD\n"
    )
    assert (contact.first_name, contact.last_name) == ("Jörg", "Müller")


def test_folded_lines_groups_and_escapes() -> None:
    contact = _one(
        "BEGIN:VCARD\nVERSION:3.0\nN:Löffler\\, geb. Maus;Anna;;Frau;\nORG:Teehaus\\, Inh. Löff\n"
        " ler;Einkauf\nitem1.TEL;type=pref:+49 89 99998 123\nitem1.X-ABLabel:_$!<Work>!$_\n"
        "item2.ADR;TYPE=HOME:;;Lindenhang 5\\nHinterhaus;München;;80469;Germany\n"
        "EMAIL;TYPE=INTERNET:anna@example.org\nNOTE:Zeile 1\\nZeile 2\nEND:VCARD\n"
    )
    assert contact.salutation == "Frau"
    assert contact.last_name == "Löffler, geb. Maus"
    assert contact.company == "Teehaus, Inh. Löffler"
    assert contact.phones == (("+49 89 99998 123", "home"),)
    (place,) = contact.addresses
    assert (place.street, place.extra) == ("Lindenhang 5", "Hinterhaus")
    assert (place.postcode, place.town, place.country) == ("80469", "München", "DE")
    assert contact.note == "Zeile 1\nZeile 2"


def test_version_four_writes_numbers_as_links() -> None:
    contact = _one(
        'BEGIN:VCARD\nVERSION:4.0\nFN:Ben Maus\nTEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:+49-89-99998-124\n'
        "UID:urn:uuid:1\nEND:VCARD\n"
    )
    assert contact.phones == (("+49-89-99998-124", "work"),)
    assert contact.key == "urn:uuid:1"


def test_a_broken_picture_costs_nobody_their_card() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:2.1\nFN:Anna Löffler\nPHOTO;ENCODING=BASE64;JPEG:/9j=4AAQ\n"
        " /9j/===\nnot folded at all\n\nTEL:089 99998-123\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Maus\n"
    )
    first, second = vcard.read(text.encode())
    assert first.phones == (("089 99998-123", "home"),)
    assert second.last_name == "Maus"  # the end of the file is an end, too


def test_an_address_in_one_piece_is_taken_apart() -> None:
    contact = _one(
        "BEGIN:VCARD\nFN:Anna\nADR:;;Lindenhang 5\\n80469 München\\nDeutschland;;;;\nEND:VCARD\n"
    )
    (place,) = contact.addresses
    assert (place.street, place.postcode, place.town) == ("Lindenhang 5", "80469", "München")
    assert place.extra == ""


def test_every_card_of_the_collected_telephones_is_read(testdata: Path) -> None:
    files = sorted((testdata / "contacts").glob("*.vcf"))
    assert files
    for path in files:
        content = path.read_bytes()
        contacts = list(vcard.read(content))
        assert len(contacts) == content.upper().count(b"BEGIN:VCARD"), path.name
        assert not [each for each in contacts if each.is_empty], path.name


@pytest.mark.parametrize(
    "content", [b"", b"BEGIN", b"TEL:1\nEND:VCARD", b"\x00\xff\xfe", b"BEGIN:VCARD\n;;;:\n=\n \n:"]
)
def test_what_is_no_card_is_none(content: bytes) -> None:
    assert all(each.is_empty for each in vcard.read(content))
