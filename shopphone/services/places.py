"""Which towns a postcode has: from the shop's own customers, and from a list the shop has taken."""

import csv
from pathlib import Path
from threading import Lock

from sqlalchemy import func, select

from shopphone.domain.addresses import is_postcode, tidy_postcode
from shopphone.domain.errors import Refused, Unavailable
from shopphone.exchange.decoding import decode
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_MOST = 8
_BIGGEST = 50_000_000
_COUNTRY = ("country", "country_code", "land")
_POSTCODE = ("postcode", "postal_code", "zipcode", "zip", "plz")
_TOWN = ("town", "city", "place", "placename", "place_name", "ort")
_ONE_COUNTRY = "DE"  # of a list that names none

Towns = dict[tuple[str, str], tuple[str, ...]]
_lock = Lock()
_kept: dict[tuple[str, float], Towns] = {}


def towns(desk: Desk, country: str, postcode: str) -> tuple[str, ...]:
    """The towns of a postcode, those of the shop's customers first, each once."""
    code = tidy_postcode(postcode, country)
    if not code or not is_postcode(code, country):
        return ()
    found = dict.fromkeys([*_own(desk, country, code), *_listed(desk).get((country, code), ())])
    return tuple(found)[:_MOST]


def _own(desk: Desk, country: str, code: str) -> list[str]:
    a = t.customer_address.c
    query = (
        select(a.town)
        .where(a.country == country)
        .where(a.postcode == code)
        .where(a.town != "")
        .group_by(a.town)
        .order_by(func.count().desc(), a.town)
        .limit(_MOST)
    )
    with desk.db.reading() as connection:
        return [row.town for row in connection.execute(query)]


def _listed(desk: Desk) -> Towns:
    """The shop's list, read once while it stays as it is; a list that is gone proposes nothing."""
    path = desk.setting("shop.places")
    if not path:
        return {}
    try:
        changed = Path(path).stat().st_mtime
    except OSError:
        return {}
    with _lock:
        key = (path, changed)
        if key not in _kept:
            _kept.clear()
            try:
                _kept[key] = _read(Path(path))
            except (OSError, Refused, Unavailable):
                _kept[key] = {}
        return _kept[key]


def _read(path: Path) -> Towns:
    if path.stat().st_size > _BIGGEST:
        raise Refused("places_unreadable", field="shop.places")
    text = decode(path.read_bytes())
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    names = [name.strip().casefold() for name in next(rows, [])]
    columns = [_column(names, known) for known in (_COUNTRY, _POSTCODE, _TOWN)]
    country_at, code_at, town_at = columns
    if code_at is None or town_at is None:
        raise Refused("places_unreadable", field="shop.places")
    found: dict[tuple[str, str], dict[str, None]] = {}
    for row in rows:
        if len(row) <= max(code_at, town_at):
            continue
        country = row[country_at].strip().upper() if country_at is not None else _ONE_COUNTRY
        code, town = tidy_postcode(row[code_at], country), row[town_at].strip()
        if town and is_postcode(code, country):
            found.setdefault((country, code), {})[town] = None
    return {key: tuple(names) for key, names in found.items()}


def _column(names: list[str], known: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in known if name in names), None)
