"""Files that belong to an article: care sheets and pictures."""

import hashlib
from pathlib import Path

from sqlalchemy import delete, func, insert, select

from shopphone.domain.articles import (
    MOST_ATTACHED_MB,
    Attachment,
    AttachmentFile,
    kind_of,
)
from shopphone.domain.errors import Refused, Unavailable, why
from shopphone.services.desk import Desk
from shopphone.store import tables as t

_f = t.article_attachment.c
_LONGEST_NAME = 120


def of_article(desk: Desk, article_id: int) -> tuple[Attachment, ...]:
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(_f.id, _f.name, _f.media_type, _f.added_at, func.length(_f.content))
            .where(_f.article_id == article_id)
            .order_by(_f.name, _f.id)
        )
        return tuple(
            Attachment(attachment_id=key, name=name, media_type=kind, size=size, added_at=at)
            for key, name, kind, at, size in rows
        )


def add(desk: Desk, article_id: int, path: Path) -> int:
    """Attach a file. Raises Refused: attachment_too_big, attachment_kind_unknown; Unavailable: file_unread."""
    try:
        if path.stat().st_size > MOST_ATTACHED_MB * 1024 * 1024:
            raise Refused("attachment_too_big", limit=str(MOST_ATTACHED_MB))
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error
    file = AttachmentFile(
        article_id=article_id,
        name=path.name[-_LONGEST_NAME:],
        media_type=kind_of(content),
        content=content,
    )
    return put(desk, file)


def put(desk: Desk, file: AttachmentFile) -> int:
    """Attach what is at hand; also how a removal is undone. The same bytes are attached once."""
    if len(file.content) > MOST_ATTACHED_MB * 1024 * 1024:
        raise Refused("attachment_too_big", limit=str(MOST_ATTACHED_MB))
    digest = hashlib.sha256(file.content).hexdigest()
    with desk.db.writing() as tx:
        known: int | None = tx.execute(
            select(_f.id).where(_f.article_id == file.article_id).where(_f.sha256 == digest)
        ).scalar()
        if known is not None:
            return known
        return tx.insert(
            insert(t.article_attachment),
            {
                "article_id": file.article_id,
                "name": file.name,
                "media_type": file.media_type,
                "content": file.content,
                "sha256": digest,
                "added_at": desk.now(),
            },
        )


def read(desk: Desk, attachment_id: int) -> AttachmentFile:
    """Raises Refused: attachment_gone."""
    with desk.db.reading() as connection:
        row = connection.execute(select(t.article_attachment).where(_f.id == attachment_id)).first()
    if row is None:
        raise Refused("attachment_gone")
    return AttachmentFile(
        article_id=row.article_id,
        name=row.name,
        media_type=row.media_type,
        content=bytes(row.content),
    )


def remove(desk: Desk, attachment_id: int) -> AttachmentFile:
    """Take a file away; what it was is given back, so that it can be put again."""
    file = read(desk, attachment_id)
    with desk.db.writing() as tx:
        tx.execute(delete(t.article_attachment).where(_f.id == attachment_id))
    return file


def save_as(desk: Desk, attachment_id: int, path: Path) -> None:
    try:
        path.write_bytes(read(desk, attachment_id).content)
    except OSError as error:
        raise Unavailable("file", why(error)) from error
