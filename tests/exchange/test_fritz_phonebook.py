"""The FRITZ!Box's phone book: entries are read, nothing outside the file is."""

import pytest

from shopphone.domain.errors import Refused
from shopphone.exchange import fritz_phonebook

BOOK = """<?xml version="1.0" encoding="{0}"?>
<phonebooks><phonebook owner="1" name="Telefonbuch">
<contact><category>0</category><person><realName>Löffler, Anna</realName></person>
<telephony nid="3"><number type="home" prio="1" id="0">089 99998-123</number>
<number type="mobile" prio="0" id="1">0152 28817386</number>
<number type="fax_work" id="2">089 99998-124</number><number type="intern">**611</number></telephony>
<services nid="1"><email classifier="private" id="0">anna@example.org</email></services>
<setup/><uniqueid>12</uniqueid></contact>
<contact><person><realName>Teehaus &amp; Co</realName></person><telephony/></contact>
</phonebook></phonebooks>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_entries_with_their_numbers(encoding: str) -> None:
    anna, house = fritz_phonebook.read(BOOK.format(encoding).encode(encoding))
    assert (anna.first_name, anna.last_name, anna.key) == ("Anna", "Löffler", "Telefonbuch/12")
    assert anna.phones == (
        ("089 99998-123", "home"),
        ("0152 28817386", "mobile"),
        ("089 99998-124", "fax"),
    )
    assert anna.emails == ("anna@example.org",)
    assert (house.first_name, house.last_name) == ("Teehaus &", "Co")


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><phonebook>&x;</phonebook>',
        '<!DOCTYPE p [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><phonebook>&b;</phonebook>',
        "<phonebooks><phonebook><contact></phonebook>",
        "<html></html>",
        "no xml",
    ],
)
def test_what_no_box_writes_is_refused_with_its_line(content: str) -> None:
    with pytest.raises(Refused) as refused:
        fritz_phonebook.read(content.encode())
    assert refused.value.rule == "phonebook_unreadable"
    assert refused.value.facts["line"] == 1
