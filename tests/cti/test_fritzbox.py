from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.cti.fritzbox import FritzBox, Slots, parse
from shopphone.cti.watch import Watch
from shopphone.domain.events import CallEvent, CallEventKind, Link
from tests.cti.hearing import Heard
from tests.support.fritzbox_peer import FritzBoxPeer

RINGING, DIALLING = CallEventKind.RINGING, CallEventKind.DIALLING
ANSWERED, ENDED = CallEventKind.ANSWERED, CallEventKind.ENDED
BOX = FritzBox(host="127.0.0.1")


def clock() -> datetime:
    return datetime.now(UTC)


def events(*lines: str, box: FritzBox = BOX) -> list[CallEvent]:
    slots = Slots(box, clock)
    return [e for text in lines if (line := parse(text)) is not None for e in slots.take(line)]


@pytest.mark.parametrize(
    ("line", "verb", "number"),
    [
        ("09.09.06 15:59:41;CALL;0;0;1234567;01237654321;SIP0", "CALL", "01237654321"),
        ("09.09.06 15:59:41;CALL;0;0;1234567;01237654321;SIP0;", "CALL", "01237654321"),
        ("09.09.06 16:00:01;CONNECT;0;0;01237654321;", "CONNECT", "01237654321"),
        ("09.09.06 16:10:31;DISCONNECT;0;660;", "DISCONNECT", ""),
        ("09.09.06 16:03:55;RING;2;01781231234;4271960;POTS", "RING", "01781231234"),
        ("23.06.18 13:20:24;RING;1;;987654;SIP4;", "RING", ""),
        ("21.11.16 22:51:49;CALL;0;1;90969248;017624025482#;SIP1;", "CALL", "017624025482"),
        ("01.05.22 10:18:04;CALL;2;4;987654;62;SIP4;", "CALL", "62"),
    ],
)
def test_lines_of_real_boxes_are_read(line: str, verb: str, number: str) -> None:
    parsed = parse(line)
    assert parsed is not None
    assert (parsed.verb, parsed.number) == (verb, number)


@pytest.mark.parametrize(
    "line", ["", "x", "a;b;c", "01.01.26 10:00:00;DANCE;0;1;2;3;", ";;;;;;", "01.01.26;RING;x;1;2;"]
)
def test_anything_else_is_no_line(line: str) -> None:
    assert parse(line) is None


@given(st.binary(max_size=400))
def test_random_bytes_never_crash_the_parser(data: bytes) -> None:
    slots = Slots(BOX, clock)
    for part in data.split(b"\n"):
        parsed = parse(part.decode("utf-8", errors="replace"))
        if parsed is not None:
            slots.take(parsed)


def test_two_calls_on_two_slots_stay_apart() -> None:
    found = events(
        "11.07.20 19:00:42;RING;0;08999998101;own;SIP0;",
        "11.07.20 19:00:44;CONNECT;0;10;08999998101;",
        "11.07.20 19:00:50;RING;2;08999998102;own;SIP0;",
        "11.07.20 19:00:54;DISCONNECT;2;0;",
        "11.07.20 19:01:11;DISCONNECT;0;24;",
    )
    assert [e.kind for e in found] == [RINGING, ANSWERED, RINGING, ENDED, ENDED]
    assert found[2].call_key == found[3].call_key != found[4].call_key == found[0].call_key
    assert found[4].seconds == 24


def test_a_reused_slot_is_a_new_call_and_the_lost_one_ends() -> None:
    found = events(
        "11.07.20 19:00:42;RING;0;08999998101;own;SIP0;",
        "11.07.20 19:05:42;RING;0;08999998102;own;SIP0;",
    )
    assert [e.kind for e in found] == [RINGING, ENDED, RINGING]
    assert found[1].unknown_end
    assert found[0].call_key != found[2].call_key


def test_every_desk_at_one_box_gives_a_call_the_same_key_and_each_call_its_own() -> None:
    lines = [
        f"{clock():%d.%m.%y} 10:00:42;RING;0;08999998101;own;SIP0;",
        f"{clock():%d.%m.%y} 10:00:42;DISCONNECT;0;0;",
        f"{clock():%d.%m.%y} 10:00:42;RING;0;08999998101;own;SIP0;",
        f"{clock():%d.%m.%y} 10:00:43;RING;1;08999998101;own;SIP0;",
    ]
    one, other = events(*lines), events(*lines)
    assert [each.call_key for each in one] == [each.call_key for each in other]
    assert len({each.call_key for each in one}) == 3


def test_a_box_that_lost_its_clock_never_gives_an_old_key_again() -> None:
    line = "01.01.70 01:00:12;RING;0;08999998101;own;SIP0;"
    later = Slots(BOX, lambda: clock() + timedelta(hours=2))
    parsed = parse(line)
    assert parsed is not None
    assert later.take(parsed)[0].call_key != events(line)[0].call_key


def test_an_answering_machine_is_marked() -> None:
    found = events(
        "23.06.18 13:20:44;RING;1;0123456789;987654;SIP4;",
        "23.06.18 13:20:44;CONNECT;1;40;0123456789;",
    )
    assert found[1].by_machine


def test_joining_in_the_middle_of_a_call_gives_a_lane() -> None:
    found = events(
        "23.06.18 13:20:44;CONNECT;3;10;0123456789;", "23.06.18 13:21:44;DISCONNECT;3;55;"
    )
    assert [e.kind for e in found] == [ANSWERED, ENDED]


def test_calls_to_other_numbers_are_not_ours() -> None:
    box = FritzBox(own_numbers=("089 99998100".replace(" ", ""),))
    assert events("11.07.20 19:00:42;RING;0;030;4471;SIP0;", box=box) == []
    assert len(events("11.07.20 19:00:42;RING;0;030;8999998100;SIP0;", box=box)) == 1


@pytest.fixture
def peer() -> Iterator[FritzBoxPeer]:
    with FritzBoxPeer() as running:
        yield running


@pytest.fixture
def heard(peer: FritzBoxPeer) -> Iterator[tuple[Heard, Watch]]:
    heard = Heard()
    watch = Watch(
        FritzBox(host="127.0.0.1", port=peer.port), heard.event, heard.state, clock, first_wait=0.01
    )
    watch.start()
    yield heard, watch
    watch.stop()


def test_half_lines_and_split_letters_are_put_together(
    peer: FritzBoxPeer, heard: tuple[Heard, Watch]
) -> None:
    told, _ = heard
    line = "11.07.20 19:00:42;RING;0;08999998101;Müller;SIP0;\r\n".encode()
    cut = line.index("ü".encode()) + 1
    peer.send(line[:10])
    peer.send(line[10:cut])
    peer.send(line[cut:] + b"garbage\n\xff\xfe\n")
    told.until(lambda: len(told.events) == 1)
    assert told.events[0].own_number == "Müller"


def test_a_link_cut_again_and_again_loses_no_call(
    peer: FritzBoxPeer, heard: tuple[Heard, Watch]
) -> None:
    told, _ = heard
    for n in range(100):
        peer.send(f"11.07.20 19:00:42;RING;0;0899999{n:04d};own;SIP0;\n".encode())
        told.until(lambda n=n: len([e for e in told.events if e.kind is RINGING]) == n + 1)  # type: ignore[misc]  # mypy reads the default as a parameter
        peer.cut()
    rings = [e.number_raw for e in told.events if e.kind is RINGING]
    assert len(rings) == len(set(rings)) == 100


def test_a_line_without_end_is_dropped_and_the_next_is_heard(
    peer: FritzBoxPeer, heard: tuple[Heard, Watch]
) -> None:
    told, _ = heard
    peer.send(b"x" * 1_000_000)
    peer.send(b"\n11.07.20 19:00:42;RING;0;08999998101;own;SIP0;\n")
    told.until(lambda: len(told.events) == 1)


def test_a_closed_port_is_told_as_refused_and_stopping_is_quick() -> None:
    with FritzBoxPeer() as peer:
        port = peer.port
    told = Heard()
    box = FritzBox(host="127.0.0.1", port=port)
    watch = Watch(box, told.event, told.state, clock, first_wait=30)
    watch.start()
    told.until(lambda: Link.REFUSED in told.states)
    begun = clock()
    watch.stop()
    assert clock() - begun < timedelta(seconds=1)
