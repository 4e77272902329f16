"""The telephone systems of this desk: which there are, whether they work, what they know."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.phones import (
    FoundBox,
    OwnNumber,
    PhoneKind,
    PhoneSystem,
    new_id,
    read_systems,
    write_systems,
)
from shopphone.services.desk import Desk, Telephony

SYSTEMS = "phone.systems"
_HEARD = "phone.heard."
_OLDEST = timedelta(days=30)
# the settings of the one box there could be before
_ONE_BOX = {"phone.fritzbox_host": "host", "phone.own_numbers": "own_numbers"}


def kinds(desk: Desk) -> tuple[PhoneKind, ...]:
    return _telephony(desk).kinds()


def systems(desk: Desk) -> tuple[PhoneSystem, ...]:
    """The systems this desk listens to; none is fine."""
    kept = desk.local.settings()
    if SYSTEMS in kept:
        return read_systems(kept[SYSTEMS])
    return _one_box(kept) if kept.get("phone.fritzbox") == "1" else ()


def ready(desk: Desk) -> tuple[tuple[PhoneSystem, str], ...]:
    """Every system with its password; without a keyring there is none, and the link says so."""
    found = []
    for each in systems(desk):
        try:
            found.append((each, secret(desk, each)))
        except Unavailable:
            found.append((each, ""))
    return tuple(found)


def secret(desk: Desk, system: PhoneSystem) -> str:
    """The kept password. Raises Unavailable: keyring_none, keyring."""
    wanted = any(system.kind == kind.code and _has_secret(kind) for kind in kinds(desk))
    return desk.secrets.read(system.secret_name) if wanted and desk.secrets is not None else ""


def keep(desk: Desk, system: PhoneSystem, password: str | None) -> PhoneSystem:
    """Add a system (without an id) or change it. password: None leaves the kept one.

    Raises Refused: phone_address_missing; Unavailable: keyring_none, keyring.
    """
    _check(system)
    known = systems(desk)
    if not system.system_id:
        system = replace(system, system_id=new_id(system.kind, known))
    if password is not None and desk.secrets is not None:
        desk.secrets.keep(system.secret_name, password)
    others = [each for each in known if each.system_id != system.system_id]
    _write(desk, (*others, system))
    return system


def remove(desk: Desk, system_id: str) -> None:
    """Listen to it no more, and forget its password."""
    known = systems(desk)
    for each in known:
        if each.system_id == system_id and desk.secrets is not None:
            with suppress(Unavailable):  # without a keyring there is nothing to forget
                desk.secrets.keep(each.secret_name, "")
    _write(desk, tuple(each for each in known if each.system_id != system_id))


def try_out(desk: Desk, system: PhoneSystem, password: str | None) -> tuple[OwnNumber, ...]:
    """Whether it lets us in; gives the own numbers it knows, to choose from.

    Raises Refused: phone_address_missing; Unavailable: phone_away, phone_login and what else hinders.
    """
    _check(system)
    known = secret(desk, system) if password is None else password
    _telephony(desk).test(system, known)
    return _telephony(desk).own_numbers(system, known) if known else ()


def find(desk: Desk) -> tuple[FoundBox, ...]:
    return _telephony(desk).find()


def away_since(desk: Desk, system_id: str) -> datetime | None:
    """When we last heard the system; None if never: what it lists from before is not ours."""
    kept = desk.local.settings().get(_HEARD + system_id, "")
    return max(datetime.fromisoformat(kept), desk.now() - _OLDEST) if kept else None


def heard(desk: Desk, system_ids: tuple[str, ...]) -> None:
    """These links are up now: up to here nothing was missed."""
    for system_id in system_ids:
        desk.local.set(_HEARD + system_id, desk.now().isoformat())


def _telephony(desk: Desk) -> Telephony:
    assert desk.telephony is not None  # every desk with windows has it
    return desk.telephony


def _check(system: PhoneSystem) -> None:
    if not system.values.get("host", "").strip():
        raise Refused("phone_address_missing", field="host")


def _has_secret(kind: PhoneKind) -> bool:
    return any(field.secret for field in kind.fields)


def _write(desk: Desk, kept: tuple[PhoneSystem, ...]) -> None:
    desk.local.set(SYSTEMS, write_systems(kept))
    desk.db.announce(frozenset(("setting",)))


def _one_box(kept: dict[str, str]) -> tuple[PhoneSystem, ...]:
    values = {name: kept[key] for key, name in _ONE_BOX.items() if key in kept}
    host, _, port = values.get("host", "").partition(":")
    values = {**values, "host": host or "fritz.box", **({"port": port} if port else {})}
    return (PhoneSystem(system_id="fritzbox", kind="fritzbox", values=values),)
