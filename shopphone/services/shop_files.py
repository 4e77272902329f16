"""Files the owner chooses in Settings, kept in the shop so that every desk has them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, insert, select

from shopphone.domain.duties import NOTICE
from shopphone.domain.errors import Refused
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

PICTURES = ("letter.logo", "letter.signature")
KEPT = (NOTICE, *PICTURES)
_MOST_MB = 10
_f = t.shop_file.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file that was chosen for a setting; no content: the setting was emptied."""

    key: str
    name: str = ""
    content: bytes = b""


def read(desk: Desk, key: str) -> bytes | None:
    """The file's bytes; None while none is chosen."""
    with desk.db.reading() as connection:
        found = connection.execute(select(_f.content).where(_f.key == key)).scalar()
    return None if found is None else bytes(found)


def damaged(desk: Desk) -> tuple[str, ...]:
    """The settings whose files are no more the bytes that were chosen."""
    with desk.db.reading() as connection:
        rows = connection.execute(select(_f.key, _f.content, _f.sha256)).all()
    return tuple(
        row.key for row in rows if hashlib.sha256(bytes(row.content)).hexdigest() != row.sha256
    )


def chosen(desk: Desk, changes: Mapping[str, str]) -> tuple[Chosen, ...]:
    """The files behind changed settings, checked; a name that is kept already stays as it is.

    Raises Refused with the field: pdf_too_big, pdf_unreadable, pdf_encrypted, pdf_too_long,
    pdf_not_a4, pdf_not_there; of pictures picture_too_big, picture_too_many_dots,
    picture_unreadable, picture_not_there.
    """
    named = {key: changes[key] for key in KEPT if key in changes}
    return tuple(
        _read(key, path) for key, path in named.items() if not path or path != desk.setting(key)
    )


def keep(desk: Desk, tx: Writing, files: tuple[Chosen, ...]) -> None:
    for file in files:
        tx.execute(delete(t.shop_file).where(_f.key == file.key))
        if file.content:
            tx.execute(
                insert(t.shop_file),
                {
                    "key": file.key,
                    "name": file.name,
                    "content": file.content,
                    "sha256": hashlib.sha256(file.content).hexdigest(),
                    "added_at": desk.now(),
                },
            )


def _read(key: str, path: str) -> Chosen:
    if not path:
        return Chosen(key=key)
    content = _picture(key, Path(path)) if key in PICTURES else _notice(key, Path(path))
    return Chosen(key=key, name=Path(path).name, content=content)


def _notice(key: str, file: Path) -> bytes:
    from shopphone.letters import official_file

    content = _content(
        file,
        too_big=Refused("pdf_too_big", field=key, limit=_MOST_MB),
        not_there=Refused("pdf_not_there", field=key),
    )
    official_file.check(content, key)
    return content


def _picture(key: str, file: Path) -> bytes:
    """As it will be printed: a photograph of many megabytes would be read for every letter."""
    from shopphone.letters import pictures

    content = _content(
        file,
        too_big=Refused("picture_too_big", field=key, limit=_MOST_MB),
        not_there=Refused("picture_not_there", field=key),
    )
    return pictures.reduced(content, key)


def _content(file: Path, *, too_big: Refused, not_there: Refused) -> bytes:
    try:
        if not file.is_file():  # a device or a pipe would never end
            raise not_there
        if file.stat().st_size > _MOST_MB * 1024 * 1024:
            raise too_big
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise not_there from error
