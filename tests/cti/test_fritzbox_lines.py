"""Lines of real boxes, cut and joined as networks do, and a box that does what it likes."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopphone.cti.fritzbox import FritzBox, Line, Slots, parse
from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.domain.phone import normalise

RINGING, DIALLING = CallEventKind.RINGING, CallEventKind.DIALLING
ANSWERED, ENDED = CallEventKind.ANSWERED, CallEventKind.ENDED
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
# an end is believed even when its seconds are not, and the box's own clock is never used
ACCEPTED = ("DISCONNECT;0;;", "DISCONNECT;0;notanint;", "30.02.17 18:16:28;")


def events(*lines: str) -> list[CallEvent]:
    slots = Slots(FritzBox(), lambda: NOW)
    return [e for text in lines if (line := parse(text)) is not None for e in slots.take(line)]


def test_every_line_of_the_foreign_files_is_taken_or_left_as_they_say(testdata: Path) -> None:
    file = testdata / "telephony" / "fritz" / "callmonitor_lines.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if row["expected"] in ("ok", "error")]
    assert len(rows) > 45
    for row in rows:
        taken = parse(row["line"]) is not None
        ours = any(each in f"{row['line']};" for each in ACCEPTED)
        assert taken == (row["expected"] == "ok" or ours), row["line"]


# what is sent, and the events it means with number, direction and seconds
STORIES = {
    "answered": (
        ["RING;2;01781231234;4271960;POTS", "CONNECT;2;0;01781231234;", "DISCONNECT;2;660;"],
        [(RINGING, "01781231234"), (ANSWERED, "01781231234"), (ENDED, 660)],
    ),
    "dialled": (
        ["CALL;1;4;7654321;01231234567;ISDN", "CONNECT;1;4;01231234567;", "DISCONNECT;1;0;"],
        [(DIALLING, "01231234567"), (ANSWERED, "01231234567"), (ENDED, 0)],
    ),
    "dialled with a hash": (
        ["CALL;0;1;90969248;017624025482#;SIP1;"],
        [(DIALLING, "017624025482")],
    ),
    "a code dialled": (["CALL;0;1;90969248;*96*5#;SIP1;"], [(DIALLING, "*96*5#")]),
    "an extension dialled": (["CALL;2;4;987654;62;SIP4;"], [(DIALLING, "62")]),
    "two lines at once": (
        [
            "RING;0;08999998101;own;SIP0;",
            "CONNECT;0;10;08999998101;",
            "RING;2;08999998102;own;SIP0;",
            "DISCONNECT;2;0;",
            "DISCONNECT;0;24;",
        ],
        [
            (RINGING, "08999998101"),
            (ANSWERED, "08999998101"),
            (RINGING, "08999998102"),
            (ENDED, 0),
            (ENDED, 24),
        ],
    ),
    "withheld": (["RING;1;;987654;SIP4;", "DISCONNECT;1;0;"], [(RINGING, ""), (ENDED, 0)]),
    "withheld as zero": (["RING;1;0;987654;SIP4;"], [(RINGING, "0")]),
    "withheld and answered": (
        ["RING;0;;123;ISDN;", "CONNECT;0;4;;", "DISCONNECT;0;9;"],
        [(RINGING, ""), (ANSWERED, ""), (ENDED, 9)],
    ),
    "blocked": (
        ["RING;1;0123456789;987654;SIP4;", "DISCONNECT;1;0;"],
        [(RINGING, "0123456789"), (ENDED, 0)],
    ),
    "lost end": (
        ["RING;0;08999998101;own;SIP0;", "RING;0;08999998102;own;SIP0;"],
        [(RINGING, "08999998101"), (ENDED, None), (RINGING, "08999998102")],
    ),
    "joined in the middle": (
        ["CONNECT;3;10;0123456789;", "DISCONNECT;3;55;"],
        [(ANSWERED, "0123456789"), (ENDED, 55)],
    ),
    "an end of nothing": (["DISCONNECT;51;0;"], []),
    "garbage between": (
        ["x", "RING;1;0123456789;987654;SIP4;", "a;b;c", "DANCE;1;2;3;", "DISCONNECT;1;0;"],
        [(RINGING, "0123456789"), (ENDED, 0)],
    ),
}


@pytest.mark.parametrize(("lines", "meant"), STORIES.values(), ids=STORIES)
def test_what_the_box_says_is_told_as_it_happened(
    lines: list[str], meant: list[tuple[CallEventKind, object]]
) -> None:
    found = events(*(f"23.06.18 13:20:44;{line}" for line in lines))
    assert [(e.kind, e.seconds if e.kind is ENDED else e.number_raw) for e in found] == meant
    assert {e.direction for e in found} <= {"in", "out"}


@pytest.mark.parametrize("extension", ["6", "40", "41", "42", "43", "44"])
def test_each_answering_machine_of_a_box_is_one(extension: str) -> None:
    found = events("x;RING;1;0123456789;987654;SIP4;", f"x;CONNECT;1;{extension};0123456789;")
    assert found[1].by_machine
    out = events("x;CALL;1;4;987654;0123456789;SIP4;", f"x;CONNECT;1;{extension};0123456789;")
    assert not out[1].by_machine


numbers = st.sampled_from(["", "0", "08999998101", "+49 221", "62", "anonymous", "*31#0221#", "ü"])
slots = st.sampled_from(["0", "1", "2", "17", "99"])
lines = st.one_of(
    st.builds("x;RING;{};{};own;SIP0;".format, slots, numbers),
    st.builds("x;CALL;{};1;own;{};SIP0;".format, slots, numbers),
    st.builds("x;CONNECT;{};{};{};".format, slots, st.sampled_from(["1", "40", "6"]), numbers),
    st.builds("x;DISCONNECT;{};{};".format, slots, st.integers(0, 10**9)),
    st.text(max_size=30),
)


@given(st.lists(lines, max_size=60))
def test_whatever_the_box_says_every_call_has_one_beginning_and_at_most_one_end(
    said: list[str],
) -> None:
    told: dict[str, list[CallEvent]] = {}
    for event in events(*said):
        told.setdefault(event.call_key, []).append(event)
    for each in told.values():
        kinds = [event.kind for event in each]
        assert kinds[0] is not ENDED
        assert kinds.count(ENDED) <= 1
        assert ENDED not in kinds[:-1]
        assert kinds.count(ANSWERED) <= 1
        assert len({event.number_raw for event in each}) == 1
        assert len({event.direction for event in each}) == 1


@given(st.binary(max_size=200), st.integers(0, 3))
def test_any_bytes_become_lines_that_can_be_logged(data: bytes, cut: int) -> None:
    text = (b"x;RING;0;" + data[cut:] + b";own;SIP0;").decode("utf-8", errors="replace")
    parsed = parse(text)
    assert parsed is None or isinstance(parsed, Line)
    for event in events(text):
        assert normalise(event.number_raw).raw == event.number_raw


def test_a_box_that_never_ends_its_calls_does_not_fill_the_memory() -> None:
    many = Slots(FritzBox(), lambda: NOW)
    for n in range(5000):
        line = parse(f"x;RING;{n};0123;own;SIP0;")
        assert line is not None
        many.take(line)
    assert len(many._open) <= 64
