"""A FRITZ!Box asked over HTTP: what it lists, whom it calls, whom it knows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import shopphone.cti.tr064 as tr064
from shopphone.cti.fritzbox import FritzBox
from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable
from shopphone.domain.phones import OwnNumber
from tests.support.tr064_peer import Tr064Peer, call, call_list

BERLIN = ZoneInfo("Europe/Berlin")
PERMIT = Permit(number="+498999998101", basis="order")


@pytest.fixture
def peer() -> Iterator[Tr064Peer]:
    tr064._connection.cache_clear()
    with Tr064Peer() as running:
        yield running
    tr064._connection.cache_clear()


def box(peer: Tr064Peer) -> FritzBox:
    return FritzBox(host="127.0.0.1", service_port=peer.port, user="shopphone", secret="geheim")


def test_the_call_list_is_read_with_what_each_call_was(peer: Tr064Peer) -> None:
    peer.call_list = call_list(
        call("08999998105", 9, "25.11.26 10:59"),
        call("08999998104", 10, "25.11.26 10:40"),
        call("08999998103", 3, "25.11.26 10:30"),
        call("08999998102", 1, "25.11.26 10:20"),
        call("08999998106", 1, "25.11.26 10:15", port="40"),
        call("", 2, "25.11.26 10:10"),
        call("08999998107", 2, "31.02.26 10:10"),
    )
    found = tr064.calls(box(peer), 3, BERLIN)
    said = [(each.number, each.direction, each.answered, each.blocked) for each in found]
    assert said == [
        ("", "in", False, False),
        ("08999998106", "in", False, False),
        ("08999998102", "in", True, False),
        ("08999998103", "out", True, False),
        ("08999998104", "in", False, True),
    ]
    assert found[0].minute == datetime(2026, 11, 25, 10, 10, tzinfo=BERLIN)
    assert (found[2].seconds, found[2].own_number) == (180, "99998000")
    assert any("days=3" in each for each in peer.asked)


def test_dialling_takes_the_permitted_number_only(peer: Tr064Peer) -> None:
    tr064.dial(box(peer), PERMIT.number, PERMIT)
    assert peer.dialled == ["00498999998101"]
    with pytest.raises(ValueError, match="another number"):
        tr064.dial(box(peer), "+498999998102", PERMIT)
    assert len(peer.dialled) == 1


def test_what_hinders_is_said(peer: Tr064Peer) -> None:
    def refusal(asked: FritzBox) -> str:
        with pytest.raises(Unavailable) as refused:
            tr064.dial(asked, PERMIT.number, PERMIT)
        return refused.value.what

    assert refusal(replace(box(peer), secret="")) == "phone_unset"
    assert refusal(replace(box(peer), secret="falsch")) == "phone_login"
    peer.dial_error = 501
    assert refusal(box(peer)) == "phone_refused"
    assert refusal(replace(box(peer), service_port=1)) == "phone_away"


def test_own_numbers_and_people_are_read(peer: Tr064Peer) -> None:
    peer.numbers = [("99998000", "Laden"), ("99998001", "Büro")]
    peer.phone_book = (
        "<phonebooks><phonebook><contact><person><realName>Löffler, Anna</realName></person>"
        '<telephony><number type="home">089 99998101</number></telephony></contact>'
        "<contact><person><realName>Ohne</realName></person></contact></phonebook></phonebooks>"
    )
    assert tr064.own_numbers(box(peer)) == (
        OwnNumber(number="99998000", name="Laden"),
        OwnNumber(number="99998001", name="Büro"),
    )
    assert tr064.phone_books(box(peer)) == (peer.phone_book.encode(),)


def test_a_list_that_is_no_xml_is_a_box_that_does_not_answer(peer: Tr064Peer) -> None:
    for nonsense in ("<root><Call>", '<!DOCTYPE r [<!ENTITY a "b">]><root>&a;</root>', ""):
        peer.call_list = nonsense
        with pytest.raises(Unavailable, match="phone_away"):
            tr064.calls(box(peer), 1, BERLIN)
