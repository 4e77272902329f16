"""What Asterisk says of channels becomes calls of this desk, in the words of every version."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from shopphone.cti.ami import Reader
from shopphone.cti.asterisk_calls import Calls, Ours
from shopphone.domain.events import CallEvent, CallEventKind
from tests.cti import ami_stories as told
from tests.cti.ami_stories import (
    CALLER,
    DID,
    LOCAL_1,
    LOCAL_2,
    NAMES,
    PHONE_21,
    PHONE_22,
    PHONE_23,
    TRUNK,
    event,
    snapshot,
)

RINGING, DIALLING = CallEventKind.RINGING, CallEventKind.DIALLING
ANSWERED, ENDED = CallEventKind.ANSWERED, CallEventKind.ENDED
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def calls(
    *extensions: str, own_numbers: tuple[str, ...] = (), begun: tuple[CallEvent, ...] = ()
) -> Calls:
    ours = Ours(source="asterisk", extensions=extensions, own_numbers=own_numbers)
    return Calls(ours, lambda: NOW, begun)


def heard(follows: Calls, *parts: str) -> list[CallEvent]:
    reader = Reader()
    found: list[CallEvent] = []
    for line in "".join(parts).split("\n"):
        message = reader.take(line)
        if message is not None:
            found += follows.take(message)
    return found


def kinds(found: list[CallEvent]) -> list[CallEventKind]:
    return [each.kind for each in found]


def test_a_call_to_this_desk_rings_is_answered_and_ends() -> None:
    found = heard(
        calls("21"),
        told.comes(),
        told.rings(PHONE_21),
        told.answers(PHONE_21),
        told.hangs_up(PHONE_21),
        told.hangs_up(TRUNK),
    )
    assert kinds(found) == [RINGING, ANSWERED, ENDED]
    assert {each.call_key for each in found} == {f"asterisk-{TRUNK}"}
    assert (found[0].number_raw, found[0].own_number) == (CALLER, DID)
    assert found[1].extension == "21"
    assert found[2].seconds is not None


def test_a_ring_group_is_one_lane_through_its_local_channels() -> None:
    found = heard(
        calls("21"),
        told.comes(),
        event("Newchannel", **snapshot(LOCAL_1, ChannelState="0")),
        event("Newchannel", **snapshot(LOCAL_2)),
        event(
            "DialBegin",
            **told.caller(),
            **snapshot(LOCAL_1, "Dest", ChannelState="0"),
            DialString="21@ringgroup",
        ),
        event(
            "LocalBridge",
            LocalOneChannel=NAMES[LOCAL_1],
            LocalOneUniqueid=LOCAL_1,
            LocalTwoChannel=NAMES[LOCAL_2],
            LocalTwoUniqueid=LOCAL_2,
        ),
        told.rings(PHONE_21, by=LOCAL_2),
        told.rings(PHONE_22, by=LOCAL_2),
        told.answers(PHONE_21),
    )
    assert kinds(found) == [RINGING, ANSWERED]
    assert found[0].number_raw == CALLER


def test_a_call_that_another_phone_takes_ends_here_as_taken_elsewhere() -> None:
    found = heard(
        calls("21"),
        told.comes(),
        told.rings(PHONE_21),
        told.rings(PHONE_22),
        told.answers(PHONE_22),
        told.hangs_up(PHONE_21, cause="26"),
        told.hangs_up(PHONE_22),
        told.hangs_up(TRUNK),
    )
    assert kinds(found) == [RINGING, ENDED]
    assert found[1].elsewhere


def test_without_the_other_phone_seen_the_cause_says_that_it_was_taken_elsewhere() -> None:
    found = heard(
        calls("21"), told.comes(), told.rings(PHONE_21), told.hangs_up(PHONE_21, cause="26")
    )
    assert kinds(found) == [RINGING, ENDED]
    assert found[1].elsewhere


def test_a_caller_who_waits_in_a_queue_is_one_call_until_he_hangs_up() -> None:
    found = heard(
        calls("21"),
        told.comes(),
        told.rings(PHONE_21),
        told.hangs_up(PHONE_21, cause="0"),
        told.rings(PHONE_21),
        told.hangs_up(PHONE_21, cause="0"),
        told.hangs_up(TRUNK),
    )
    assert kinds(found) == [RINGING, ENDED]
    assert not found[1].elsewhere
    assert found[1].seconds == 0


def test_other_phones_own_numbers_and_calls_within_the_house_are_not_ours() -> None:
    ringing = (told.comes(), told.rings(PHONE_22))
    assert heard(calls("21"), *ringing) == []
    assert heard(calls("22", own_numbers=("089 99998 001",)), *ringing) == []
    assert kinds(heard(calls("22", own_numbers=("089 99998 000",)), *ringing)) == [RINGING]
    inside = snapshot(PHONE_23, CallerIDNum="23", Linkedid=PHONE_23)
    called = snapshot(PHONE_21, "Dest", Linkedid=PHONE_23)
    assert heard(calls("21"), event("DialBegin", **inside, **called)) == []


def test_a_phone_with_a_name_is_told_by_its_channel() -> None:
    name = "PJSIP/anna-00000b01"
    found = heard(
        calls("PJSIP/anna"),
        told.comes(),
        event("DialBegin", **told.caller(), **snapshot(PHONE_21, "Dest", Channel=name)),
    )
    assert kinds(found) == [RINGING]


def test_a_withheld_caller_has_no_number() -> None:
    found = heard(calls("21"), told.comes("<unknown>"), told.rings(PHONE_21, "<unknown>"))
    assert found[0].number_raw == ""


def test_a_call_dialled_by_this_desk_is_told_with_the_number_dialled() -> None:
    dials = snapshot(PHONE_21, CallerIDNum="0899999800", Exten="s", Linkedid=PHONE_21)
    trunk = snapshot(TRUNK, "Dest", ChannelState="0", Linkedid=PHONE_21)
    up = snapshot(TRUNK, ChannelState="6", Linkedid=PHONE_21)
    found = heard(
        calls("21"),
        event("Newchannel", **{**dials, "Exten": "008999998102"}),
        event("DialBegin", **dials, **trunk, DialString="08999998102@trunk"),
        event("Newstate", **{**dials, "ChannelState": "6"}),
        event("Newstate", **up),
        told.hangs_up(PHONE_21, Linkedid=PHONE_21),
    )
    assert kinds(found) == [DIALLING, ANSWERED, ENDED]
    assert (found[0].number_raw, found[0].extension) == ("08999998102", "21")


def test_a_blind_transfer_ends_here_and_rings_there_as_a_call_of_its_own() -> None:
    story = (
        told.comes(),
        told.rings(PHONE_21),
        told.answers(PHONE_21),
        event("BlindTransfer", TransfererChannel=NAMES[PHONE_21], Extension="22"),
        told.hangs_up(PHONE_21, ChannelState="6"),
        told.rings(PHONE_22),
        told.answers(PHONE_22),
        told.hangs_up(TRUNK),
    )
    here, there = heard(calls("21"), *story), heard(calls("22"), *story)
    assert kinds(here) == [RINGING, ANSWERED, ENDED]
    assert kinds(there) == [RINGING, ANSWERED, ENDED]
    assert there[0].number_raw == CALLER
    assert there[0].call_key != here[0].call_key


def test_an_attended_transfer_brings_the_caller_to_the_other_desk() -> None:
    consult = "1764064800.16"
    NAMES.setdefault(consult, "PJSIP/21-00000a16")
    asks = snapshot(consult, CallerIDNum="21", Linkedid=consult, Exten="22")
    asked = snapshot(PHONE_22, "Dest", CallerIDNum="22", ConnectedLineNum="21", Linkedid=consult)
    with_colleague = snapshot(
        PHONE_22, ChannelState="6", CallerIDNum="22", ConnectedLineNum="21", Linkedid=consult
    )
    with_caller = {**with_colleague, "ConnectedLineNum": CALLER, "Linkedid": TRUNK}
    story = (
        told.comes(),
        told.rings(PHONE_21),
        told.answers(PHONE_21),
        event("DialBegin", **asks, **asked, DialString="22"),
        event("Newstate", **with_colleague),
        event("BridgeEnter", **with_colleague),
        event("AttendedTransfer", Result="Success"),
        event("BridgeEnter", **with_caller),
        told.hangs_up(consult, Linkedid=consult),
        told.hangs_up(PHONE_21),
        told.hangs_up(PHONE_22),
        told.hangs_up(TRUNK),
    )
    here, there = heard(calls("21"), *story), heard(calls("22"), *story)
    assert kinds(here) == [RINGING, ANSWERED, ENDED]
    assert kinds(there) == [RINGING, ANSWERED, ENDED]
    assert there[0].number_raw == CALLER
    assert there[0].call_key != here[0].call_key
    both = heard(calls("21", "22"), *story)
    assert kinds(both) == [RINGING, ANSWERED, ENDED]


def test_a_call_picked_up_from_another_phone_is_a_lane_here() -> None:
    now = {"ChannelState": "6", "CallerIDNum": "21", "ConnectedLineNum": CALLER}
    found = heard(
        calls("21"),
        told.comes(),
        told.rings(PHONE_22),
        event("Pickup", **snapshot(PHONE_21, **now)),
        event("BridgeEnter", **snapshot(PHONE_21, **now)),
    )
    assert kinds(found) == [RINGING, ANSWERED]


def test_two_callers_at_once_stay_apart() -> None:
    other = "1764064801.20"
    NAMES.setdefault(other, "PJSIP/trunk-00000a20")
    second = snapshot(other, CallerIDNum="08999998102", Exten=DID, Linkedid=other)
    found = heard(
        calls("21", "22"),
        told.comes(),
        told.rings(PHONE_21),
        event("Newchannel", **second),
        event("DialBegin", **second, **snapshot(PHONE_22, "Dest", Linkedid=other)),
        told.hangs_up(other, Linkedid=other),
        told.hangs_up(TRUNK),
    )
    assert [each.number_raw for each in found] == [
        CALLER,
        "08999998102",
        "08999998102",
        CALLER,
    ]


# ---- Asterisk 11 and before ----


def test_an_old_asterisk_tells_the_same_call() -> None:
    found = heard(
        calls("21"),
        told.old_comes(),
        told.old_rings(told.OLD_21, PHONE_21),
        told.old_answers(told.OLD_21, PHONE_21),
        told.old_hangs_up(told.OLD_21, PHONE_21),
        told.old_hangs_up(told.OLD_TRUNK, TRUNK),
    )
    assert kinds(found) == [RINGING, ANSWERED, ENDED]
    assert {each.call_key for each in found} == {f"asterisk-{TRUNK}"}
    assert (found[0].number_raw, found[0].own_number) == (CALLER, DID)


def test_an_old_ring_group_is_one_lane_and_taken_elsewhere_is_seen() -> None:
    found = heard(
        calls("21"),
        told.old_comes(),
        told.old_rings(told.OLD_21, PHONE_21),
        told.old_rings(told.OLD_22, PHONE_22),
        told.old_answers(told.OLD_22, PHONE_22),
        told.old_hangs_up(told.OLD_21, PHONE_21),
    )
    assert kinds(found) == [RINGING, ENDED]
    assert found[1].elsewhere


def test_the_dial_of_version_1_4_names_its_source() -> None:
    found = heard(
        calls("21"),
        told.old_comes(),
        event(
            "Dial",
            Source=told.OLD_TRUNK,
            Destination=told.OLD_21,
            CallerID=CALLER,
            SrcUniqueID=TRUNK,
            DestUniqueID=PHONE_21,
        ),
    )
    assert kinds(found) == [RINGING]
    assert found[0].number_raw == CALLER


def test_an_old_attended_transfer_is_a_masquerade() -> None:
    consult, consulting = "1764064800.16", "SIP/21-00000a16"
    story = (
        told.old_comes(),
        told.old_rings(told.OLD_21, PHONE_21),
        told.old_answers(told.OLD_21, PHONE_21),
        event("Newchannel", Channel=consulting, CallerIDNum="21", Exten="22", Uniqueid=consult),
        event(
            "Dial",
            SubEvent="Begin",
            Channel=consulting,
            Destination=told.OLD_22,
            CallerIDNum="21",
            UniqueID=consult,
            DestUniqueID=PHONE_22,
        ),
        event("Newstate", Channel=told.OLD_22, ChannelState="6", Uniqueid=PHONE_22),
        event("Masquerade", Clone=told.OLD_TRUNK, Original=consulting),
        event("Rename", Channel=told.OLD_TRUNK, Newname="SIP/t<MASQ>", Uniqueid=TRUNK),
        event("Rename", Channel=consulting, Newname=told.OLD_TRUNK, Uniqueid=consult),
        event("Rename", Channel="SIP/t<MASQ>", Newname=f"{consulting}<ZOMBIE>", Uniqueid=TRUNK),
        told.old_hangs_up(f"{consulting}<ZOMBIE>", TRUNK),
        told.old_hangs_up(told.OLD_21, PHONE_21),
        event(
            "Bridge",
            Bridgestate="Link",
            Channel1=told.OLD_TRUNK,
            Channel2=told.OLD_22,
            Uniqueid1=consult,
            Uniqueid2=PHONE_22,
            CallerID1=CALLER,
            CallerID2="22",
        ),
        told.old_hangs_up(told.OLD_22, PHONE_22),
        told.old_hangs_up(told.OLD_TRUNK, consult),
    )
    here, there = heard(calls("21"), *story), heard(calls("22"), *story)
    assert kinds(here) == [RINGING, ANSWERED, ENDED]
    assert kinds(there) == [RINGING, ANSWERED, ENDED]
    assert there[0].number_raw == CALLER


# ---- a link that was away ----


def test_after_a_break_what_rings_and_talks_is_told_and_what_ended_ends() -> None:
    follows = calls("21", "22")
    heard(follows, told.comes(), told.rings(PHONE_21))
    follows.look_around()
    status = snapshot(
        PHONE_22, ChannelState="6", ConnectedLineNum="08999998102", Linkedid="1764064900.1"
    )
    found = heard(follows, event("Status", **status))
    assert kinds(found) == [RINGING, ANSWERED]
    assert found[0].number_raw == "08999998102"
    ended = follows.looked_around()
    assert [(each.kind, each.number_raw, each.unknown_end) for each in ended] == [
        (ENDED, CALLER, True)
    ]


def test_a_call_that_an_earlier_run_saw_goes_on_and_ends() -> None:
    first = heard(calls("21"), told.comes(), told.rings(PHONE_21), told.answers(PHONE_21))
    follows = calls("21", begun=(first[-1],))
    follows.look_around()
    talking = {"ChannelState": "6", "ConnectedLineNum": CALLER}
    again = heard(
        follows,
        event("Status", **snapshot(PHONE_21, **talking)),
        event("Status", **told.caller(ChannelState="6")),
    )
    assert again == []
    assert follows.looked_around() == ()
    found = heard(follows, told.hangs_up(PHONE_21), told.hangs_up(TRUNK))
    assert kinds(found) == [ENDED]
    assert found[0].call_key == first[0].call_key


# ---- transcripts and garbage ----


def test_every_transcript_of_the_foreign_files_is_read_and_means_no_call_of_ours(
    testdata: Path,
) -> None:
    files = sorted((testdata / "telephony" / "ami").glob("*.yaml"))
    assert len(files) == 12
    for file in files:
        assert heard(calls(), file.read_text(encoding="utf-8")) == [], file.name


def test_a_message_is_read_whatever_the_spelling_of_its_keys() -> None:
    reader = Reader()
    lines = ["EVENT: Hangup", "UniqueID: 1.2", "no colon here", "ChanVariable: a: b", ""]
    message = [found for line in lines if (found := reader.take(line)) is not None]
    assert message == [{"event": "Hangup", "uniqueid": "1.2", "chanvariable": "a: b"}]


_KEYS = ("Event", "Channel", "Uniqueid", "Linkedid", "DestUniqueid", "DestChannel", "ChannelState")
_VALUES = st.one_of(
    st.sampled_from(
        ["DialBegin", "Dial", "Hangup", "Newstate", "Bridge", "Status", "Masquerade", "6", "1.2"]
    ),
    st.text(max_size=20),
)


@given(
    st.lists(st.lists(st.tuples(st.sampled_from(_KEYS), _VALUES), max_size=8), max_size=20),
    st.sampled_from([lambda: calls(), lambda: calls("21")]),
)
def test_no_message_whatever_it_says_ends_the_following(
    random: list[list[tuple[str, str]]], follow: Callable[[], Calls]
) -> None:
    follows = follow()
    for lines in random:
        heard(follows, "".join(f"{key}: {value}\n" for key, value in lines) + "\n")


def test_a_system_that_never_says_hangup_costs_no_more_memory() -> None:
    follows = calls()
    for n in range(2_000):
        heard(follows, event("Newchannel", Channel=f"SIP/x-{n:08x}", Uniqueid=f"1764064800.{n}"))
    assert len(follows._calls) <= 500
    assert len(follows._channels) <= 500
