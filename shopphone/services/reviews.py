"""The review list: which articles to look through next, and that someone has."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Select, select

import shopphone.services.articles as articles
from shopphone.domain.articles import IN_FORCE, ReviewRow, next_review
from shopphone.domain.shares import wilson
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.store.types import Record

_a = t.article.c
_ROWS = select(
    _a.id, _a.title, _a.language, _a.owner, _a.review_on, _a.changed_at, _a.helped, _a.not_helped,
    _a.version,
).where(_a.state == IN_FORCE)  # fmt: skip
_MOST = 2000


def due(desk: Desk) -> tuple[ReviewRow, ...]:
    """Whose day has come, the longest overdue first; those without a day by their last change."""
    query = _ROWS.where(_a.review_on <= desk.today()).order_by(_a.review_on, _a.changed_at)
    return _all(desk, query)


def oldest(desk: Desk) -> tuple[ReviewRow, ...]:
    """All in force, the longest unchanged first."""
    return _all(desk, _ROWS.order_by(_a.changed_at, _a.id))


def never_helped(desk: Desk) -> tuple[ReviewRow, ...]:
    """What nobody has marked as helpful, the longest in force first."""
    return _all(desk, _ROWS.where(_a.helped == 0).order_by(_a.changed_at, _a.id))


def hurting(desk: Desk) -> tuple[ReviewRow, ...]:
    """What often did not help: by the least share of failures that the few cases prove."""
    rows = _all(desk, _ROWS.where(_a.not_helped > 0))

    def proven(row: ReviewRow) -> float:
        return wilson(row.not_helped, row.helped + row.not_helped)[0]

    return tuple(sorted(rows, key=proven, reverse=True))


def reviewed(desk: Desk, article_id: int, version: int) -> date:
    """Someone has looked through this version: it stays, and comes again in a year."""
    again = next_review(desk.today())
    draft = articles.read(desk, article_id).draft()
    articles.save(desk, replace(draft, review_on=again, version=version))
    return again


def _all(desk: Desk, query: Select[Any]) -> tuple[ReviewRow, ...]:
    with desk.db.reading() as connection:
        return tuple(_row(row) for row in connection.execute(query.limit(_MOST)))


def _row(row: Record) -> ReviewRow:
    return ReviewRow(
        article_id=row.id,
        title=row.title,
        language=row.language,
        owner=row.owner,
        review_on=row.review_on,
        changed_at=row.changed_at,
        helped=row.helped,
        not_helped=row.not_helped,
        version=row.version,
    )
