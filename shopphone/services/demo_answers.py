"""Twelve weeks of answers in the demo shop: what was opened and helped, and what nobody could answer."""

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import exists, func, insert, select, update

from shopphone.domain.gaps import ASSIGNED
from shopphone.services.desk import SHOP_ZONE
from shopphone.store import tables as t
from shopphone.store.db import Writing

_SEED = 7
_DAYS = 82
_HURTS_EVERY = 31  # of the articles one often does not help
_OPENED, _SHOWN, _ENCLOSED = 1.3, 1.6, 0.2  # for each that helped


def fill(tx: Writing, today: date, story: Mapping[str, Any], articles: Mapping[str, int]) -> None:
    """After the calls are there: the gaps' questions came up in them."""
    days = _Days(today)
    _gaps(tx, days, story["gaps"])
    _closed_gap(tx, days, story["closed_gap"], articles)
    _uses(tx, days)


class _Days:
    """Moments of business hours before today."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._dice = random.Random(_SEED)

    def any(self) -> datetime:
        return self.ago(self._dice.randrange(1, _DAYS))

    def ago(self, days: int) -> datetime:
        clock = time(self._dice.randrange(9, 18), self._dice.randrange(60))
        at = datetime.combine(self._today - timedelta(days=days), clock, SHOP_ZONE)
        return at.astimezone(UTC)


def _gaps(tx: Writing, days: _Days, told: list[dict[str, Any]]) -> None:
    """Asked in calls of customers who had ordered, so that their goods are known too."""
    c, o = t.call.c, t.sale_order.c
    ordered = exists().where(o.customer_id == c.customer_id).where(o.placed_at <= c.rang_at)
    calls = tx.execute(
        select(c.id, c.rang_at)
        .where(ordered)
        .where(c.state == "closed")
        .where(c.rang_at < days.ago(2))
        .order_by(c.rang_at.desc())
    ).all()
    from_calls = iter(calls)
    for each in told:
        questions = []
        for words in each["asked"]:
            row = next(from_calls)
            questions.append({"words": words, "call_id": row.id, "asked_at": row.rang_at})
        _gap(tx, each["language"], questions, {})


def _closed_gap(
    tx: Writing, days: _Days, told: dict[str, Any], articles: Mapping[str, int]
) -> None:
    questions = [
        {"words": words, "call_id": None, "asked_at": days.ago(40 - n)}
        for n, words in enumerate(told["asked"])
    ]
    article_id = articles[told["article"]]
    closed = {"closed_at": days.ago(30), "closed_how": ASSIGNED, "article_id": article_id}
    _gap(tx, told["language"], questions, closed)
    rows = [
        {"article_id": article_id, "words": each["words"], "at": days.ago(30)} for each in questions
    ]
    tx.execute(insert(t.wording), rows)


def _gap(
    tx: Writing, language: str, questions: list[dict[str, Any]], closed: dict[str, Any]
) -> None:
    row = {
        "words": questions[0]["words"],
        "language": language,
        "times": len(questions),
        "asked_at": max(each["asked_at"] for each in questions),
    }
    key = tx.insert(insert(t.gap), row | closed)
    tx.execute(insert(t.gap_question), [each | {"gap_id": key} for each in questions])


def _uses(tx: Writing, days: _Days) -> None:
    """As often as the articles say they helped; the calls have told a part of it already."""
    u = t.article_use.c
    counted = tx.execute(
        select(u.article_id, func.count().label("times"))
        .where(u.verdict == "helped")
        .group_by(u.article_id)
    )
    helped: dict[int, int] = {row.article_id: row.times for row in counted}
    rows: list[dict[str, Any]] = []
    articles = tx.execute(select(t.article.c.id, t.article.c.helped).order_by(t.article.c.id)).all()
    for n, article in enumerate(articles):
        known = helped.get(article.id, 0)
        total = max(article.helped, known)
        failed = total + 3 if n % _HURTS_EVERY == 19 else total // 9
        opened = round(_OPENED * (total + failed))
        numbers = {
            "helped": total - known,
            "not_helped": failed,
            "opened": opened,
            "shown": round(_SHOWN * opened) + 1,
            "enclosed": round(_ENCLOSED * total),
        }
        for verdict, count in numbers.items():
            rows += [
                {"article_id": article.id, "verdict": verdict, "at": days.any()}
                for _ in range(count)
            ]
        tx.execute(
            update(t.article)
            .where(t.article.c.id == article.id)
            .values(helped=total, not_helped=failed)
        )
    tx.execute(insert(t.article_use), rows)
