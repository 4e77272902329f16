"""Reports: a few aggregates over the last days."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import func, select

from shopphone.domain.calls import FLAGS, WINDOW_CLOSED
from shopphone.domain.reports import WeekReport
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t

_OPENING_HOURS = range(8, 20)


def week(desk: Desk, days: int = 7) -> WeekReport:
    """The last days up to now."""
    since = desk.now() - timedelta(days=days)
    c, o = t.call.c, t.sale_order.c
    with desk.db.reading() as connection:
        rows = connection.execute(
            select(
                c.rang_at,
                c.answered_at,
                c.by_machine,
                c.satisfaction,
                t.outcome.c.name_de,
                t.outcome.c.name_en,
                t.outcome.c.key,
                *(t.outcome.c[flag] for flag in FLAGS),
            )
            .outerjoin_from(t.call, t.outcome)
            .where(c.rang_at >= since)
        ).all()
        placed = connection.execute(
            select(func.count(), func.coalesce(func.sum(o.total, type_=o.total.type), 0))
            .where(o.placed_at >= since)
            .where(o.state.not_in(("cancelled", "offered", "withdrawn", "merged")))
        ).one()
        promised = connection.execute(
            select(t.callback.c.due_at, t.callback.c.done_at).where(t.callback.c.done_at >= since)
        ).all()
        helped = connection.execute(
            select(t.article.c.title, func.count())
            .join_from(t.article_use, t.article)
            .where(t.article_use.c.at >= since)
            .where(t.article_use.c.verdict == "helped")
            .group_by(t.article.c.title)
            .order_by(func.count().desc(), t.article.c.title)
            .limit(10)
        ).all()
    answered = sum(row.answered_at is not None and not row.by_machine for row in rows)
    hours = Counter(row.rang_at.astimezone(SHOP_ZONE).hour for row in rows)
    marks = [row.satisfaction for row in rows if row.satisfaction]
    outcomes = Counter(desk.named(row.name_de, row.name_en) for row in rows if row.name_de)
    in_time = timedelta(minutes=30)
    return WeekReport(
        calls=len(rows),
        answered=answered,
        missed=len(rows) - answered,
        callbacks_done=len(promised),
        callbacks_on_time=sum(row.done_at <= row.due_at + in_time for row in promised),
        orders=placed[0],
        turnover=Decimal(placed[1]),
        satisfaction=round(Decimal(sum(marks)) / len(marks), 1) if marks else None,
        by_hour=tuple((hour, hours.get(hour, 0)) for hour in _OPENING_HOURS),
        by_flag=tuple((flag, sum(bool(getattr(row, flag)) for row in rows)) for flag in FLAGS),
        unchosen=sum(row.key == WINDOW_CLOSED for row in rows),
        outcomes=tuple(outcomes.most_common(10)),
        helped=tuple((row[0], row[1]) for row in helped),
    )
