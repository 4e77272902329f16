"""The phone systems of a desk as settings, and what a box knows of calls and people."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shopphone.domain.settings import Kind

_MATCHES_WITHIN = timedelta(seconds=60)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneField:
    """One setting of a kind of phone system; label and help are English, in the context "Phones"."""

    key: str
    label: str
    help: str
    kind: Kind
    default: str = ""
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneKind:
    """One kind of phone system the program can listen to."""

    code: str
    title: str
    fields: tuple[PhoneField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneSystem:
    """One system of this desk: its values as typed. system_id is part of its calls' keys."""

    system_id: str
    kind: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def secret_name(self) -> str:
        """Under which the keyring has its password."""
        return f"phone.{self.system_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBox:
    """What the set-up assistant found. state: answers, refuses (monitor off), silent."""

    address: str
    state: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumber:
    """A number of the shop's own that a box knows."""

    number: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCall:
    """A call as a box's list has it. minute: when it began, to the minute.

    answered: by a person; seconds are whole minutes, rounded up. blocked: the box refused it.
    """

    list_id: str
    direction: str
    number: str
    own_number: str
    minute: datetime
    answered: bool
    seconds: int = 0
    blocked: bool = False


def is_same_time(listed: ListedCall, began_at: datetime) -> bool:
    """The list says minutes only, and the box's clock is its own: a minute either way is the same."""
    return listed.minute - _MATCHES_WITHIN <= began_at < listed.minute + _MINUTE + _MATCHES_WITHIN


def read_systems(text: str) -> tuple[PhoneSystem, ...]:
    """As they are kept; what cannot be read is no system."""
    try:
        rows = json.loads(text or "[]")
        return tuple(
            PhoneSystem(
                system_id=str(row["id"]),
                kind=str(row["kind"]),
                values={str(key): str(value) for key, value in row["values"].items()},
            )
            for row in rows
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def write_systems(systems: tuple[PhoneSystem, ...]) -> str:
    rows = [{"id": each.system_id, "kind": each.kind, "values": each.values} for each in systems]
    return json.dumps(rows, ensure_ascii=False)


def new_id(kind: str, systems: tuple[PhoneSystem, ...]) -> str:
    """The first of a kind has its name, the next ones a number; none is given twice."""
    taken = {each.system_id for each in systems}
    names = (kind if n == 1 else f"{kind}{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
