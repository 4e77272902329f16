"""Every figure of the statistics is what a plain count of the rows gives."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert, text

import shopphone.services.answer_figures as answer_figures
import shopphone.services.answers as answers
import shopphone.services.articles as articles
from shopphone.domain.answer_figures import VERDICTS
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.services.conftest import Clock
from tests.services.test_finding import write


def count(desk: Desk, query: str, **values: object) -> int:
    with desk.db.reading() as connection:
        return int(connection.execute(text(query), values).scalar_one())


def ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def test_the_figures_of_each_article_and_week_are_counted_plainly(desk: Desk, clock: Clock) -> None:
    one, two = write(desk, "Eins"), write(desk, "Zwei")
    write(desk, "Nie")
    old = write(desk, "Alt")
    begun = clock.now
    for days, article, verdict in (
        (0, one, "helped"), (0, one, "opened"), (1, one, "not_helped"), (8, one, "helped"),
        (9, two, "enclosed"), (20, two, "not_helped"), (21, two, "not_helped"), (21, two, "shown"),
        (30, old, "opened"), (200, one, "helped"),
    ):  # fmt: skip
        clock.now = begun - timedelta(days=days)
        answers.used(desk, article, None, verdict)
    clock.now = begun
    articles.move(desk, old, "retired", 1)
    figures = answer_figures.overview(desk, 12)
    assert [each.title for each in figures.articles] == ["Alt", "Eins", "Nie", "Zwei"]
    for each in figures.articles:
        for verdict in VERDICTS:
            assert getattr(each.counts, verdict) == count(
                desk,
                "select count(*) from article_use"
                " where article_id = :article and verdict = :verdict and at >= :since",
                article=each.article_id, verdict=verdict, since=ms(figures.since),
            )  # fmt: skip
    assert figures.articles[1].counts.share == 2 / 3
    assert [each.title for each in figures.articles if each.counts.hurts] == ["Zwei"]
    for week in answer_figures.trend(desk, one, 12):
        low = datetime.combine(week.monday, datetime.min.time(), figures.since.tzinfo)
        high = datetime.combine(week.monday + timedelta(days=7), low.time(), low.tzinfo)
        assert week.counts.helped == count(
            desk,
            "select count(*) from article_use where article_id = :article"
            " and verdict = 'helped' and at >= :low and at < :high",
            article=one, low=ms(low), high=ms(high),
        )  # fmt: skip
    assert sum(week.counts.helped for week in figures.weeks) == figures.total.helped == 2


def test_weeks_begin_on_monday_at_the_shops_midnight(desk: Desk, clock: Clock) -> None:
    article = write(desk, "Eins")
    clock.now = datetime(2026, 10, 25, 22, 59, tzinfo=UTC)  # Sunday 23:59, after summer time
    answers.used(desk, article, None, "helped")
    clock.now = datetime(2026, 10, 25, 23, 0, tzinfo=UTC)
    answers.used(desk, article, None, "helped")
    before, after = answer_figures.overview(desk, 2).weeks
    assert (before.monday, after.monday) == (date(2026, 10, 19), date(2026, 10, 26))
    assert (before.counts.helped, after.counts.helped) == (1, 1)


def test_not_asked_is_neither_a_mark_nor_silence(desk: Desk, clock: Clock) -> None:
    marks = [5, 5, 4, 1, 0, 0, None]
    with desk.db.writing() as tx:
        for n, mark in enumerate(marks):
            row = {
                "call_key": f"k{n}", "source": "manual", "direction": "in", "state": "closed",
                "raw_number": "", "rang_at": clock.now, "answered_at": clock.now,
                "satisfaction": mark, "by_machine": False,
            }  # fmt: skip
            tx.execute(insert(t.call), row)
        tx.execute(insert(t.call), row | {"call_key": "missed", "answered_at": None})
    found = answer_figures.overview(desk).satisfaction
    assert found.marks == (1, 0, 0, 1, 2)
    assert (found.not_asked, found.unsaid, found.asked, found.mean) == (2, 1, 4, 3.75)
