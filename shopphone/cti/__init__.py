"""Phone systems, one module each; they only report, on a thread of their own, and know no window.

KINDS declares them: a new system is its module and a line here; its form appears by itself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

import shopphone.cti.asterisk as ami
import shopphone.cti.finding as finding
import shopphone.cti.tr064 as tr064
from shopphone.cti.asterisk import Asterisk
from shopphone.cti.declared import form_of, read
from shopphone.cti.fritzbox import FritzBox
from shopphone.cti.numbers import concerns
from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable
from shopphone.domain.phones import FoundBox, ListedCall, OwnNumber, PhoneKind, PhoneSystem

Settings = FritzBox | Asterisk
_MINUTES = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    title: str
    settings: type[FritzBox] | type[Asterisk]


KINDS = {
    "fritzbox": _Declared(title="FRITZ!Box", settings=FritzBox),
    "asterisk": _Declared(title="Asterisk (AMI)", settings=Asterisk),
}


def kinds() -> tuple[PhoneKind, ...]:
    """Every kind with the form of its settings."""
    return tuple(
        PhoneKind(
            code=code,
            title=declared.title,
            fields=form_of(declared.settings),
        )
        for code, declared in KINDS.items()
    )


def make(system: PhoneSystem, secret: str = "") -> Settings:
    """The settings of one system. Raises KeyError for a kind there is none of."""
    settings = KINDS[system.kind].settings
    return settings(name=system.system_id, **read(settings, system.values, secret))


def dial(settings: Settings, number: str, permit: Permit) -> None:
    """Call a permitted number. Raises Unavailable: phone_unset, phone_away, phone_login, phone_refused."""
    if isinstance(settings, FritzBox):
        tr064.dial(settings, number, permit)
    else:
        ami.dial(settings, number, permit)


def test(system: PhoneSystem, secret: str) -> None:
    """Whether it can be listened to. Raises Unavailable: phone_monitor_off, and as dial does."""
    settings = make(system, secret)
    if isinstance(settings, FritzBox):
        _knock(settings)
        if secret:
            tr064.test(settings)
    else:
        ami.test(settings)


def listed(
    system: PhoneSystem, secret: str, since: datetime, until: datetime, zone: tzinfo
) -> tuple[ListedCall, ...]:
    """The calls to our own numbers that a system remembers; none where it keeps no list for us."""
    settings = make(system, secret)
    if not isinstance(settings, FritzBox) or not settings.secret:
        return ()
    return tuple(
        each
        for each in tr064.calls(settings, (until - since).days + 1, zone)
        # the minute it names may have begun before we last heard it
        if each.minute >= since - _MINUTES and concerns(settings.own_numbers, each.own_number)
    )


def own_numbers(system: PhoneSystem, secret: str) -> tuple[OwnNumber, ...]:
    """The numbers a system can be called at, as far as it says."""
    settings = make(system, secret)
    return tr064.own_numbers(settings) if isinstance(settings, FritzBox) else ()


def phone_books(system: PhoneSystem, secret: str) -> tuple[bytes, ...]:
    """The phone books a system keeps, each as the file it would export."""
    settings = make(system, secret)
    return tr064.phone_books(settings) if isinstance(settings, FritzBox) else ()


def find() -> tuple[FoundBox, ...]:
    """The boxes in this network; looking takes a few seconds."""
    return finding.find()


def _knock(box: FritzBox) -> None:
    state = finding.look(box.host, box.port).state
    if state == "refuses":
        raise Unavailable("phone_monitor_off")
    if state != "answers":
        raise Unavailable("phone_away")
