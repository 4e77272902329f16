"""What Asterisk tells of whole calls, in the words of its versions: AMI 1.x (Asterisk 11) and later."""

from collections.abc import Iterable

CALLER = "08999998101"
DID = "08999998000"
TRUNK, LOCAL_1, LOCAL_2 = "1764064800.10", "1764064800.11", "1764064800.12"
PHONE_21, PHONE_22, PHONE_23 = "1764064800.13", "1764064800.14", "1764064800.15"
NAMES = {
    TRUNK: "PJSIP/trunk-00000a10",
    LOCAL_1: "Local/21@ringgroup-00000007;1",
    LOCAL_2: "Local/21@ringgroup-00000007;2",
    PHONE_21: "PJSIP/21-00000a11",
    PHONE_22: "PJSIP/22-00000a12",
    PHONE_23: "PJSIP/23-00000a13",
}


def event(name: str, **fields: str) -> str:
    lines = [f"{key}: {value}" for key, value in {"Event": name, **fields}.items()]
    return "\n".join([*lines, "", ""])


def snapshot(uid: str, prefix: str = "", **fields: str) -> dict[str, str]:
    """A channel as versions since 12 describe it in nearly every event."""
    values = {
        "Channel": NAMES[uid],
        "ChannelState": "4",
        "CallerIDNum": "<unknown>",
        "CallerIDName": "<unknown>",
        "ConnectedLineNum": "<unknown>",
        "Exten": "",
        "Uniqueid": uid,
        "Linkedid": TRUNK,
        **fields,
    }
    return {f"{prefix}{key}": value for key, value in values.items()}


def caller(**fields: str) -> dict[str, str]:
    return snapshot(TRUNK, **{"CallerIDNum": CALLER, "Exten": DID, **fields})


def comes(number: str = CALLER) -> str:
    return event("Newchannel", **caller(CallerIDNum=number))


def rings(phone: str, number: str = CALLER, by: str = TRUNK) -> str:
    """One phone of the house begins to ring."""
    peer = NAMES[phone].partition("/")[2][:2]
    calls = snapshot(by, CallerIDNum=number, Exten="s")
    called = snapshot(phone, "Dest", ChannelState="0", CallerIDNum=peer, ConnectedLineNum=number)
    return event("Newchannel", **snapshot(phone, ChannelState="0", CallerIDNum=peer)) + event(
        "DialBegin", **calls, **called, DialString=f"{peer}/sip:{peer}@192.0.2.7:5060"
    )


def answers(phone: str, number: str = CALLER) -> str:
    peer = NAMES[phone].partition("/")[2][:2]
    now = {"ChannelState": "6", "CallerIDNum": peer, "ConnectedLineNum": number}
    return (
        event("Newstate", **snapshot(phone, **now))
        + event(
            "DialEnd",
            **caller(),
            **snapshot(phone, "Dest", **now),
            DialStatus="ANSWER",
        )
        + event("BridgeEnter", BridgeUniqueid="b-1", **snapshot(phone, **now))
        + event("BridgeEnter", BridgeUniqueid="b-1", **caller(ChannelState="6"))
    )


def hangs_up(uid: str, cause: str = "16", **fields: str) -> str:
    return event("Hangup", **snapshot(uid, **fields), Cause=cause)


def sequence(*parts: str) -> str:
    return "".join(parts)


def messages(text: str) -> Iterable[str]:
    yield from text.split("\n")


# ---- before version 12: no Linkedid, Dial with SubEvent, Bridge with Bridgestate ----
OLD_TRUNK, OLD_21, OLD_22 = "SIP/trunk-00000a10", "SIP/21-00000a11", "SIP/22-00000a12"


def old_comes(number: str = CALLER) -> str:
    return event(
        "Newchannel",
        Channel=OLD_TRUNK,
        ChannelState="0",
        ChannelStateDesc="Down",
        CallerIDNum=number,
        CallerIDName="",
        Exten=DID,
        Context="from-trunk",
        Uniqueid=TRUNK,
    )


def old_rings(name: str, uid: str, number: str = CALLER) -> str:
    return event(
        "Newchannel", Channel=name, ChannelState="0", CallerIDNum="", Exten="", Uniqueid=uid
    ) + event(
        "Dial",
        SubEvent="Begin",
        Channel=OLD_TRUNK,
        Destination=name,
        CallerIDNum=number,
        CallerIDName="",
        ConnectedLineNum="21",
        UniqueID=TRUNK,
        DestUniqueID=uid,
        Dialstring="21",
    )


def old_answers(name: str, uid: str) -> str:
    return event(
        "Newstate",
        Channel=name,
        ChannelState="6",
        ChannelStateDesc="Up",
        CallerIDNum="21",
        ConnectedLineNum=CALLER,
        Uniqueid=uid,
    ) + event(
        "Bridge",
        Bridgestate="Link",
        Bridgetype="core",
        Channel1=OLD_TRUNK,
        Channel2=name,
        Uniqueid1=TRUNK,
        Uniqueid2=uid,
        CallerID1=CALLER,
        CallerID2="21",
    )


def old_hangs_up(name: str, uid: str, cause: str = "16") -> str:
    return event("Hangup", Channel=name, Uniqueid=uid, CallerIDNum="", Cause=cause)
