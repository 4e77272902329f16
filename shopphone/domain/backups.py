"""Backups: how their files are named, which of them are kept, and what is told about them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

DAILY, WEEKLY, MONTHLY = 7, 4, 12
SHORTEST_PHRASE = 10
OVERDUE_DAYS = 2
_NAME = re.compile(
    r"shopphone-(?P<shop>.*)-(?P<at>\d{8}T\d{6}Z)(?P<ending>\.db|\.sql\.gz)(?P<sealed>\.age)?"
)
_MOMENT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup by its name. shop: the shop's name as it stands in file names."""

    name: str
    shop: str
    made_at: datetime
    sealed: bool
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """What the start page and Settings tell. trouble: why the last try failed, or nothing.

    last: when the last good backup of this desk was made; None if there never was one.
    """

    folder: str
    last: datetime | None
    trouble: str
    detail: str
    is_sealed: bool
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChange:
    """How many rows a table has now and would have after a restore."""

    table: str
    now: int
    then: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The newest of a kind (an order, a call, a letter): its number or name, and its moment."""

    kind: str
    now: str
    now_at: datetime | None
    then: str
    then_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorePreview:
    """What a backup holds beside the shop as it is. file: the checked new file it became.

    now_is_readable: False where the present shop is so damaged that it cannot be compared.
    """

    name: str
    file: str
    made_at: datetime | None
    version: str
    tables: tuple[TableChange, ...]
    newest: tuple[Newest, ...]
    now_is_readable: bool = True

    @property
    def changed(self) -> tuple[TableChange, ...]:
        return tuple(each for each in self.tables if each.now != each.then)


def name_of(shop: str, at: datetime, ending: str) -> str:
    """A file's name that sorts by time; the moment is UTC, which no summer time repeats."""
    return f"shopphone-{shop_in_names(shop)}-{at.astimezone(UTC):{_MOMENT}}{ending}"


def shop_in_names(shop: str) -> str:
    """A shop's name in letters every file system takes."""
    plain = shop.casefold()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, letters)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "shop"


def read_name(name: str, size: int = 0) -> Backup | None:
    """A backup of ours by its file's name; None for anything else."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        made_at = datetime.strptime(found["at"], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    sealed = found["sealed"] is not None
    return Backup(name=name, shop=found["shop"], made_at=made_at, sealed=sealed, size=size)


def kept(backups: Iterable[Backup], now: datetime) -> frozenset[str]:
    """The names to keep: the newest of each of 7 days, 4 weeks and 12 months that have any.

    Counted by days that have a backup, not by the calendar: a shop that is closed for a month loses
    none. What a wrong clock dated later than now is kept and takes no place from the others.
    """
    newest_first = sorted(backups, key=lambda each: each.made_at, reverse=True)
    keep = {each.name for each in newest_first if each.made_at > now}
    past = [each for each in newest_first if each.name not in keep]
    keep |= {each.name for each in past[:1]}
    for most, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        seen: set[object] = set()
        for each in past:
            of = period(each.made_at.date())
            if of not in seen and len(seen) < most:
                seen.add(of)
                keep.add(each.name)
    return frozenset(keep)


def is_due(last: datetime | None, now: datetime) -> bool:
    """Once a day; also where the clock has been set back behind the last one."""
    return last is None or not timedelta(0) <= now - last < timedelta(hours=20)


def days_ago(last: datetime, now: datetime) -> int:
    return max((now.date() - last.astimezone(now.tzinfo).date()).days, 0)


def _day(on: date) -> object:
    return on


def _week(on: date) -> object:
    return on.isocalendar()[:2]


def _month(on: date) -> object:
    return (on.year, on.month)
