"""How a telephone link stands, in a few words, and what to do about it in a sentence."""

from PySide6.QtCore import QCoreApplication

from shopphone.domain.events import Link, LinkState

TITLES = {"fritzbox": "FRITZ!Box", "asterisk": "Asterisk"}
SHORT = {
    Link.CONNECTED: ("{name} connected", "fine"),
    Link.CONNECTING: ("{name}: connecting", "neutral"),
    Link.REFUSED: ("{name} refuses", "must_not"),
    Link.DOWN: ("{name} not reached", "must_not"),
}
MONITOR_OFF = ("{name}: dial #96*5* once", "must_not")
LIST_AWAY = ("{name} connected, without its list", "careful")
NOTHING_YET = "No call since the program started."
LAST_CALL = "Last heard: {moment}."
ADVICE = {
    "": "Calls are shown and logged by themselves.",
    "connecting": "This takes a moment.",
    "down": "Is it switched on, and is this computer in the same network? Check the address in Settings, Telephone. "
    "It is tried again by itself; until then F2 starts calls by hand.",
    "refused": "Nothing listens at this port. Compare address and port in Settings, Telephone.",
    "monitor_off": "Its call monitor is off: dial #96*5* on a phone at the box once, then it connects by itself.",
    "login": "User or password is wrong. Correct them in Settings, Telephone; it is tried again once a minute.",
    "certificate": "Its certificate is not to be trusted. Choose the system's own certificate in Settings, Telephone.",
    "strange": "Something else answers at this port. Compare the port in Settings, Telephone.",
    "list_login": "Calls are shown, but what was missed while the program was closed cannot be asked for: user or "
    "password is wrong.",
    "list_away": "Calls are shown, but what was missed while the program was closed could not be asked for.",
}


def short(state: LinkState) -> tuple[str, str]:
    """For the top bar, with its tone; nothing for a link that is off."""
    if state.state is Link.OFF:
        return "", "neutral"
    text, tone = SHORT[state.state]
    if state.state is Link.REFUSED and state.kind == "fritzbox":
        text, tone = MONITOR_OFF
    elif state.state is Link.CONNECTED and state.reason:
        text, tone = LIST_AWAY
    return _tr(text).replace("{name}", title(state)), tone


def advice(state: LinkState) -> str:
    """What to do, or that there is nothing to do."""
    return _tr(ADVICE[_case(state)])


def last_call(shown: str) -> str:
    """shown: the moment in words, or nothing."""
    if not shown:
        return _tr(NOTHING_YET)
    return _tr(LAST_CALL).replace("{moment}", shown)


def title(state: LinkState) -> str:
    return TITLES.get(state.kind, state.source)


def _case(state: LinkState) -> str:
    if state.state is Link.CONNECTED:
        if not state.reason:
            return ""
        return "list_login" if state.reason == "phone_login" else "list_away"
    if state.state is Link.REFUSED:
        return state.reason or ("monitor_off" if state.kind == "fritzbox" else "refused")
    return "connecting" if state.state is Link.CONNECTING else "down"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Links", text)
