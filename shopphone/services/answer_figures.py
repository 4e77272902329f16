"""How often each article was shown, opened, helped and did not help; how content callers were."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import Connection, case, func, literal, select

from shopphone.domain.answer_figures import (
    NOT_ASKED,
    VERDICTS,
    ArticleFigures,
    Counts,
    Figures,
    Satisfaction,
    Week,
)
from shopphone.domain.articles import IN_FORCE
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t

_a, _u, _c = t.article.c, t.article_use.c, t.call.c


def overview(desk: Desk, weeks: int = 12) -> Figures:
    """The last weeks of the whole team, the running one included."""
    mondays = _mondays(desk, weeks)
    with desk.db.reading() as connection:
        return Figures(
            since=mondays[0],
            articles=_articles(connection, mondays[0]),
            weeks=_by_week(connection, mondays, None),
            satisfaction=_satisfaction(connection, mondays[0]),
        )


def trend(desk: Desk, article_id: int, weeks: int = 12) -> tuple[Week, ...]:
    """One article's weeks."""
    with desk.db.reading() as connection:
        return _by_week(connection, _mondays(desk, weeks), article_id)


def _mondays(desk: Desk, weeks: int) -> tuple[datetime, ...]:
    """When each week began at the shop, the oldest first."""
    this = desk.today() - timedelta(days=desk.today().weekday())
    days = (this - timedelta(weeks=n) for n in reversed(range(weeks)))
    return tuple(datetime.combine(day, time(), SHOP_ZONE) for day in days)


def _articles(connection: Connection, since: datetime) -> tuple[ArticleFigures, ...]:
    """Every article in force, and those that were used before they were taken out of it."""
    used = connection.execute(
        select(_u.article_id, _u.verdict, func.count())
        .where(_u.at >= since)
        .group_by(_u.article_id, _u.verdict)
    )
    counted: dict[int, dict[str, int]] = {}
    for article_id, verdict, count in used:
        if verdict in VERDICTS:
            counted.setdefault(article_id, {})[verdict] = count
    rows = connection.execute(
        select(_a.id, _a.title, _a.language, _a.state).order_by(_a.title, _a.id)
    )
    return tuple(
        ArticleFigures(
            article_id=row.id,
            title=row.title,
            language=row.language,
            state=row.state,
            counts=Counts(**counted.get(row.id, {})),
        )
        for row in rows
        if row.state == IN_FORCE or row.id in counted
    )


def _by_week(
    connection: Connection, mondays: Sequence[datetime], article_id: int | None
) -> tuple[Week, ...]:
    newest_first = list(reversed(list(enumerate(mondays))))
    # weeks begin at the shop's midnight: with summer time they are not all equally long
    week = case(*((_u.at >= begins, literal(n)) for n, begins in newest_first)).label("week")
    query = select(week, _u.verdict, func.count()).where(_u.at >= mondays[0])
    if article_id is not None:
        query = query.where(_u.article_id == article_id)
    counted: dict[int, dict[str, int]] = {}
    for n, verdict, count in connection.execute(query.group_by("week", _u.verdict)):
        if verdict in VERDICTS:
            counted.setdefault(n, {})[verdict] = count
    return tuple(
        Week(monday=begins.date(), counts=Counts(**counted.get(n, {})))
        for n, begins in enumerate(mondays)
    )


def _satisfaction(connection: Connection, since: datetime) -> Satisfaction:
    """Of the calls someone at the shop talked in."""
    rows = connection.execute(
        select(_c.satisfaction, func.count())
        .where(_c.rang_at >= since)
        .where(_c.answered_at.is_not(None))
        .where(_c.by_machine.is_(False))
        .group_by(_c.satisfaction)
    )
    counted: dict[int | None, int] = {row[0]: row[1] for row in rows}
    return Satisfaction(
        marks=(
            counted.get(1, 0), counted.get(2, 0), counted.get(3, 0), counted.get(4, 0),
            counted.get(5, 0),
        ),
        not_asked=counted.get(NOT_ASKED, 0),
        unsaid=counted.get(None, 0),
    )  # fmt: skip
