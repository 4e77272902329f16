"""Numbers that want no advertising, kept as digests: they hold when the person is erased."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing
from shopphone.store.prepared import Prepared

SALT = "privacy.salt"
_READ_SALT = select(t.setting.c.value).where(t.setting.c.key == SALT)
_d = t.do_not_call.c
_LISTED = Prepared(select(_d.since).where(_d.digest == bindparam("digest")))


def remember(tx: Writing, customer_id: int, since: datetime) -> None:
    """Every number this customer has."""
    query = select(t.customer_phone.c.e164).where(t.customer_phone.c.customer_id == customer_id)
    add(tx, (each for each in tx.execute(query).scalars() if each), since)


def add(tx: Writing, numbers: Iterable[str], since: datetime) -> None:
    """Numbers in the form +49…; known ones keep the day they came."""
    salt = _salt(tx)
    for number in set(numbers):
        known = _digest(salt, number)
        if tx.execute(select(_d.since).where(_d.digest == known)).first() is None:
            tx.execute(insert(t.do_not_call), {"digest": known, "since": since})


def forget(tx: Writing, number: str) -> None:
    """They agreed anew, for this number."""
    salt = tx.execute(_READ_SALT).scalar()
    if salt:
        tx.execute(delete(t.do_not_call).where(_d.digest == _digest(salt, number)))


def is_listed(desk: Desk, connection: Connection, number: str) -> bool:
    salt = desk.settings().get(SALT)
    if not salt or not number:
        return False
    return bool(_LISTED.rows(connection, {"digest": _digest(salt, number)}))


def _salt(tx: Writing) -> str:
    """The shop's own; without it a list of all numbers would give the digests away."""
    known = tx.execute(_READ_SALT).scalar()
    if known is None:
        known = secrets.token_hex(32)
        tx.execute(insert(t.setting), {"key": SALT, "value": known})
    return str(known)


def _digest(salt: str, number: str) -> str:
    return hmac.new(bytes.fromhex(salt), number.encode(), hashlib.sha256).hexdigest()
