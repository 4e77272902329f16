"""Keeping letters: bytes into the queue, once for the same facts, the one that waited replaced."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Select, insert, select, update

import shopphone.services.letter_texts as letter_texts
import shopphone.services.letters as letters
from shopphone.domain.letters_log import Letter
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.db import Writing

_l = t.letter.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A letter just written. order_id and order_version None: it is about no order."""

    kind: str
    language: str
    customer_id: int
    pdf: bytes
    order_id: int | None = None
    order_version: int | None = None


def keep(desk: Desk, paper: Paper) -> Letter:
    """Unchanged facts give the kept letter again; one of the kind that still waits is replaced."""
    with desk.db.reading() as connection:
        before = connection.execute(_newest_like(paper)).first()
    if before is not None and before.sha256 == hashlib.sha256(paper.pdf).hexdigest():
        return letters.read(desk, before.id)
    desk.staff_id()  # who writes for the first time is entered in a transaction of its own
    with desk.db.writing() as tx:
        letter_id = put(desk, tx, paper, None if before is None else before.id)
    return letters.read(desk, letter_id)


def put(desk: Desk, tx: Writing, paper: Paper, before: int | None) -> int:
    """Queue a letter; the one it replaces, if it has not left, leaves the queue."""
    from shopphone.letters import confirmation

    if before is not None:
        tx.execute(
            update(t.letter)
            .where(_l.id == before)
            .where(_l.state == "queued")
            .values(state="superseded")
        )
    return tx.insert(
        insert(t.letter),
        {
            "kind": paper.kind,
            "order_id": paper.order_id,
            "order_version": paper.order_version,
            "customer_id": paper.customer_id,
            "language": paper.language,
            "created_at": desk.now(),
            "staff_id": desk.staff_id(),
            "pdf": paper.pdf,
            "sha256": hashlib.sha256(paper.pdf).hexdigest(),
            "pages": confirmation.page_count(paper.pdf),
            "state": "queued",
            "text_edition": letter_texts.edition(desk, paper.language),
        },
    )


def _newest_like(paper: Paper) -> Select[tuple[int, str]]:
    """Of this kind, about the same order, or to the same customer about none."""
    return (
        select(_l.id, _l.sha256)
        .where(_l.kind == paper.kind)
        .where(_l.customer_id == paper.customer_id)
        .where(_l.order_id == paper.order_id)
        .where(_l.state != "superseded")
        .order_by(_l.id.desc())
        .limit(1)
    )
