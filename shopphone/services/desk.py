"""The Desk: what every service gets first; built once per process by app.py, or by a test."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from shopphone.domain.settings import BY_KEY, Scope
from shopphone.store import tables as t
from shopphone.store.db import Database
from shopphone.store.local import Local

if TYPE_CHECKING:
    from shopphone.domain.consent import Permit
    from shopphone.domain.mail import MailServer, Outcome
    from shopphone.domain.meaning import MeaningState
    from shopphone.domain.phones import FoundBox, OwnNumber, PhoneKind, PhoneSystem
    from shopphone.domain.search.index import SearchIndex

SHOP_ZONE = ZoneInfo("Europe/Berlin")  # days and periods are counted at the shop


class Finding(Protocol):
    """The desk's search engines, as services.finder makes them."""

    def articles(self) -> "SearchIndex": ...

    def goods(self) -> "SearchIndex": ...

    def renew(self) -> None: ...

    def keep(self) -> None: ...

    def outdate(self, tables: frozenset[str]) -> None: ...


class Understanding(Protocol):
    """The desk's meaning model and the articles' vectors, as services.meaning makes them."""

    def closeness(self, text: str) -> dict[int, float] | None: ...

    def make(self) -> None: ...

    def keep(self) -> "MeaningState": ...

    def state(self) -> "MeaningState": ...

    def let_go(self) -> None: ...


class Secrets(Protocol):
    """The system's keyring, as shopphone.secrets reads it."""

    def read(self, name: str) -> str: ...

    def keep(self, name: str, password: str) -> None: ...


class Telephony(Protocol):
    """The phone systems, as shopphone.cti speaks with them."""

    def kinds(self) -> "tuple[PhoneKind, ...]": ...

    def test(self, system: "PhoneSystem", secret: str) -> None: ...

    def own_numbers(self, system: "PhoneSystem", secret: str) -> "tuple[OwnNumber, ...]": ...

    def find(self) -> "tuple[FoundBox, ...]": ...


# as shopphone.mail.smtp does it: server, password, recipient, message, what to call when only its
# end is missing, and the sign that the program closes
SendMail = Callable[["MailServer", str, str, bytes, Callable[[], None], threading.Event], "Outcome"]

# as shopphone.dialler does it: this desk's settings and the gate's permit; says what dialled
Dial = Callable[[Mapping[str, str], "Permit"], str]


@dataclass(slots=True)
class Desk:
    """One workplace: its shop, its own file, who sits there, and the clock.

    `now` gives an aware datetime. `cache` is a folder that may be emptied at any time.
    `models` is the folder of the meaning model's file. `folder` is the shop's own, where backups
    lie unless Settings name another one; None where nothing is kept beside the shop.
    `language` is the windows' language, for names that the shop gives in both.
    `finder` and `understanding` are filled by services.finder and services.meaning on first use. `closing` ends waiting for the world.
    """

    db: Database
    local: Local
    now: Callable[[], datetime]
    cache: Path | None = None
    models: Path | None = None
    folder: Path | None = None
    demo: bool = False
    staff_name: str = ""
    language: str = "de"
    finder: Finding | None = None
    understanding: Understanding | None = None
    send_mail: SendMail | None = None
    dial: Dial | None = None
    secrets: Secrets | None = None
    telephony: Telephony | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    closing: threading.Event = field(default_factory=threading.Event)
    _settings: dict[str, str] | None = None
    _staff_id: int | None = None

    def __post_init__(self) -> None:
        self.db.on_change(self._forget)

    def today(self) -> date:
        return self.now().astimezone(SHOP_ZONE).date()

    def day_of(self, moment: datetime) -> date:
        """The shop's day of a moment."""
        return moment.astimezone(SHOP_ZONE).date()

    def setting(self, key: str) -> str:
        """The value of a declared setting: the shop's, this desk's, or the default."""
        declared = BY_KEY[key]
        values = self.settings()
        return values.get(key, declared.default)

    def settings(self) -> dict[str, str]:
        values = self._settings
        if values is None:
            with self.db.reading() as connection:
                rows = connection.execute(select(t.setting.c.key, t.setting.c.value))
                values = {row.key: row.value for row in rows}
            own = self.local.settings()
            values.update({k: v for k, v in own.items() if _is_own(k)})
            self._settings = values
        return values

    def named(self, german: str | None, english: str | None) -> str:
        """A name of the shop's in the language of the windows; German where there is no other."""
        return (english if self.language == "en" else "") or german or ""

    def staff_id(self) -> int:
        """The key of whoever sits here; a name that is new to the shop is added."""
        if self._staff_id is None:
            with self.lock:
                name = self.staff_name or self.setting("desk.staff") or "-"
                self._staff_id = self._staff_named(name) or self._add_staff(name)
        return self._staff_id

    def _staff_named(self, name: str) -> int | None:
        with self.db.reading() as connection:
            found: int | None = connection.execute(
                select(t.staff.c.id).where(t.staff.c.name == name)
            ).scalar()
        return found

    def _add_staff(self, name: str) -> int:
        with self.db.writing() as tx:
            return tx.insert(insert(t.staff), {"name": name, "active": True})

    def forget_settings(self) -> None:
        self._settings = None
        self._staff_id = None

    def _forget(self, tables: frozenset[str]) -> None:
        if tables & {"setting", "staff"}:
            self.forget_settings()


def _is_own(key: str) -> bool:
    return key in BY_KEY and BY_KEY[key].scope is Scope.DESK
