"""The demo shop holds what PRODUCT.md promises, obeys the rules itself, and is always the same."""

import itertools
import sqlite3
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.callbacks as callbacks
import shopphone.services.callers as callers
import shopphone.services.calls as calls
import shopphone.services.customers as customers
import shopphone.services.demo as demo
import shopphone.services.gaps as gaps
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.reports as reports
import shopphone.services.settings as settings
from shopphone.domain import readback
from shopphone.domain.callbacks import CallbackDraft
from shopphone.domain.calls import CallFilter
from shopphone.domain.errors import Refused
from shopphone.domain.order_states import OrderState, may_move
from shopphone.domain.phone import normalise
from shopphone.services.desk import SHOP_ZONE, Desk
from shopphone.store import tables as t
from shopphone.store import upgrade
from tests.services.conftest import TODAY, Clock, desk_on
from tests.services.test_calls import talked

NEVER_GIVEN_OUT = (
    "+493023125",
    "+496990009",
    "+494066969",
    "+492214710",
    "+498999998",
    "+4915228817386",
)


def count(desk: Desk, table: object, *conditions: object) -> int:
    query = select(func.count()).select_from(table)  # type: ignore[arg-type]  # a Table
    with desk.db.reading() as connection:
        return int(connection.execute(query.where(*conditions)).scalar_one())  # type: ignore[arg-type]


def test_the_shop_is_as_big_as_promised(demo_desk: Desk) -> None:
    assert 115 <= count(demo_desk, t.product) <= 125
    assert count(demo_desk, t.customer) == 60
    assert 80 <= count(demo_desk, t.sale_order) <= 84
    assert 300 <= count(demo_desk, t.call) <= 304
    assert count(demo_desk, t.callback) == 12
    languages = Counter(row.language for row in articles.page(demo_desk))
    assert languages["de"] >= 40
    assert languages["en"] >= 15
    assert len(gaps.open_gaps(demo_desk)) == 3


def test_two_callbacks_are_overdue(demo_desk: Desk) -> None:
    owed = callbacks.due(demo_desk)
    assert sum(row.due_at <= demo_desk.now() for row in owed) == 2
    assert call_log.waiting(demo_desk).callbacks_due == 2
    assert call_log.waiting(demo_desk).callbacks_open == len(owed)


def test_there_are_orders_in_every_state_with_a_possible_history(demo_desk: Desk) -> None:
    rows = orders.page(demo_desk, limit=200)
    assert {row.state for row in rows} >= {s.value for s in OrderState} - {
        "draft",
        "merged",  # an offered change that is part of its contract by now
    }
    for row in rows:
        found = orders.detail(demo_desk, row.order_id)
        path = [found.moves[0].source, *(move.target for move in found.moves)]
        assert (path[0], path[-1]) == ("draft", found.state)
        assert all(may_move(a, b) for a, b in itertools.pairwise(path))
        assert found.totals.total == row.total
        if found.state not in ("offered", "accepted"):
            assert readback.missing(point for point, *_ in found.told) == ()
        if found.state == "cancelled":
            assert found.moves[-1].reason


def test_every_kind_of_caller_is_there(demo_desk: Desk) -> None:
    with demo_desk.db.reading() as connection:
        phones = connection.execute(select(t.customer_phone)).all()
        kinds = Counter(connection.execute(select(t.customer.c.kind)).scalars())
        countries = set(connection.execute(select(t.customer_address.c.country)).scalars())
        states = Counter(connection.execute(select(t.consent.c.state)).scalars())
    shared = [n for n, times in Counter(p.e164 for p in phones).items() if times > 1]
    assert len(callers.identify(demo_desk, shared[0]).candidates) == 2
    (trunk,) = (phone for phone in phones if phone.label == "trunk")
    found = callers.identify(demo_desk, f"{trunk.e164.removesuffix('0')}145").candidates
    assert [each.customer_id for each in found] == [trunk.customer_id]
    assert kinds["business"] >= 1
    assert {"AT", "DE"} <= countries
    assert states["given"] >= 1
    assert states["withdrawn"] >= 1
    withheld = [
        row for row in call_log.page(demo_desk, CallFilter(), limit=400) if not row.raw_number
    ]
    assert withheld


def test_every_number_is_one_that_is_never_given_out(demo_desk: Desk) -> None:
    with demo_desk.db.reading() as connection:
        raws = [
            *connection.execute(select(t.customer_phone.c.raw)).scalars(),
            *connection.execute(select(t.call.c.raw_number)).scalars(),
            *connection.execute(select(t.callback.c.raw_number)).scalars(),
            demo_desk.setting("shop.phone"),
        ]
    for raw in raws:
        if raw:
            e164 = normalise(raw, country="DE", area_code="089").e164
            assert e164 is not None
            assert e164.startswith(NEVER_GIVEN_OUT) or e164.startswith("+43"), raw


def test_numbers_are_stored_as_they_are_read(demo_desk: Desk) -> None:
    with demo_desk.db.reading() as connection:
        for table in (t.customer_phone, t.callback):
            raw = table.c.raw if "raw" in table.c else table.c.raw_number
            for row in connection.execute(select(raw.label("raw"), table.c.e164)):
                assert callers.normalised(demo_desk, row.raw).e164 == row.e164


def test_nothing_in_the_shop_is_from_the_future(demo_desk: Desk) -> None:
    assert all(row.placed_at <= demo_desk.now() for row in orders.page(demo_desk, limit=200))
    calls_there = call_log.page(demo_desk, CallFilter(), limit=400)
    assert all(row.rang_at.astimezone(SHOP_ZONE).date() <= TODAY for row in calls_there)
    assert min(row.rang_at for row in calls_there) > demo_desk.now() - timedelta(days=61)


def test_the_shop_can_write_letters_and_place_orders_at_once(demo_desk: Desk) -> None:
    assert settings.missing(demo_desk) == ()
    placed = orders.page(demo_desk, "placed")[0]
    letter = letters.write(demo_desk, "confirmation", placed.order_id)
    letters.sent(demo_desk, letter.row.letter_id, "print")
    assert orders.detail(demo_desk, placed.order_id).state == "confirmed"
    numbers = {row.number for row in orders.page(demo_desk, limit=200)}
    with demo_desk.db.writing() as tx:
        following = t.counter
        last = tx.execute(select(following.c.last).where(following.c.name == "order")).scalar_one()
    assert all(int(number[-5:]) <= last for number in numbers)


def test_shipped_orders_have_their_letter(demo_desk: Desk) -> None:
    for row in orders.page(demo_desk, "shipped"):
        assert [each.state for each in letters.of_order(demo_desk, row.order_id)] == ["printed"]
        assert row.tracking
        assert row.tracking in orders.detail(demo_desk, row.order_id).tracking_url


def everything(folder: Path, today: date) -> dict[str, list[tuple[object, ...]]]:
    folder.mkdir()
    clock = Clock()
    clock.now = datetime(today.year, today.month, today.day, 9, 0, tzinfo=UTC)
    made = desk_on(upgrade.open_file(folder / "shop.db", clock()), folder, clock)
    demo.fill(made, today)
    made.db.checkpoint()
    made.db.close()
    made.local.close()
    connection = sqlite3.connect(folder / "shop.db")
    rows = {
        table.name: connection.execute(f'select * from "{table.name}"').fetchall()
        for table in t.metadata.sorted_tables
    }
    connection.close()
    return rows


def test_the_same_day_gives_the_same_shop_to_the_byte(demo_file: Path, tmp_path: Path) -> None:
    again = everything(tmp_path / "again", TODAY)
    first = sqlite3.connect(demo_file)
    for name, rows in again.items():
        assert first.execute(f'select * from "{name}"').fetchall() == rows, name
    first.close()


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2027, 3, 29), date(2028, 2, 29)])
def test_any_day_has_its_shop(tmp_path: Path, today: date) -> None:
    rows = everything(tmp_path / "that day", today)
    assert len(rows["customer"]) == 60
    assert len(rows["letter"]) > 10


def test_the_demo_shop_is_made_on_a_server_too(desk: Desk) -> None:
    demo.fill(desk, TODAY)
    assert count(desk, t.customer) == 60
    assert len(letters.archive(desk)) > 10


def test_a_promise_needs_a_time_and_someone_to_call(desk: Desk) -> None:
    with pytest.raises(Refused, match="callback_time_missing"):
        callbacks.plan(desk, CallbackDraft(raw_number="089 99998-123"))
    with pytest.raises(Refused, match="callback_number_missing"):
        callbacks.plan(desk, CallbackDraft(due_at=desk.now()))
    assert callbacks.due(desk, only_open=False) == ()


def test_promises_come_in_the_order_they_are_due(desk: Desk, clock: Clock) -> None:
    for hours in (3, 1, 2):
        due = clock.now + timedelta(hours=hours)
        callbacks.plan(
            desk, CallbackDraft(raw_number="089 99998-123", words=str(hours), due_at=due)
        )
    first, *rest = callbacks.due(desk)
    assert [row.words for row in (first, *rest)] == ["1", "2", "3"]
    callbacks.done(desk, first.callback_id)
    assert [row.words for row in callbacks.due(desk)] == ["2", "3"]
    assert callbacks.due(desk, only_open=False)[0].done_at == clock.now
    callbacks.undo_done(desk, first.callback_id)
    assert len(callbacks.due(desk)) == 3


def test_the_week_is_counted_from_what_happened(desk: Desk, clock: Clock) -> None:
    from tests.services.test_orders import draft_with

    talked(desk, clock, "answered")
    report_missed(desk)
    with desk.db.writing() as tx:
        outcome = tx.insert(
            t.outcome.insert(), {"key": "o", "name_de": "Beraten", "name_en": "Advised"}
        )
    call = call_log.page(desk, CallFilter(state="wrap_up"))[0]
    from shopphone.domain.calls import WrapUp

    calls.finish(desk, WrapUp(call_id=call.call_id, outcome_id=outcome, satisfaction=4))
    totals = [orders.place(desk, draft_with(desk, ("Öl", "10")), {}).total for _ in range(2)]
    cancelled = orders.place(desk, draft_with(desk, ("Öl", "10")), {}).order_id
    orders.move(desk, cancelled, "cancelled", "doppelt")
    later = clock.now + timedelta(hours=2)
    in_time = callbacks.plan(desk, CallbackDraft(raw_number="1", due_at=later))
    late = callbacks.plan(desk, CallbackDraft(raw_number="1", due_at=clock.now))
    clock.now = later
    for each in (in_time, late):
        callbacks.done(desk, each)
    week = reports.week(desk)
    assert (week.calls, week.answered, week.missed) == (2, 1, 1)
    assert (week.orders, week.turnover, week.satisfaction) == (
        2,
        sum(totals, Decimal(0)),
        Decimal(4),
    )
    assert (week.callbacks_done, week.callbacks_on_time) == (2, 1)
    assert week.outcomes == (("Beraten", 1),)
    assert sum(times for _, times in week.by_hour) == 2
    clock.now += timedelta(days=8)
    assert reports.week(desk).calls == 0


def report_missed(desk: Desk) -> None:
    from tests.services.test_callers import ENDED, RINGING, report

    report(desk, RINGING, "069 90009-777", "missed")
    report(desk, ENDED, "069 90009-777", "missed", seconds=0)


def test_a_customer_of_the_demo_opens_whole(demo_desk: Desk) -> None:
    for row in customers.page(demo_desk, limit=100):
        card = customers.card(demo_desk, row.customer_id)
        assert card.name == row.name
        assert customers.detail(demo_desk, row.customer_id).card == card


def test_every_article_is_whole_and_every_english_one_translates_a_german_one(
    demo_desk: Desk,
) -> None:
    with demo_desk.db.reading() as connection:
        rows = connection.execute(select(t.article)).all()
        asked = Counter(connection.execute(select(t.wording.c.article_id)).scalars())
    german = {row.pair for row in rows if row.language == "de"}
    for row in rows:
        assert all((row.title, row.say, row.details, row.letter_paragraph)), row.title
        assert "**" not in row.letter_paragraph, row.title
        assert row.pair in german, row.title
        assert 7 <= asked[row.id] <= 12, row.title


def test_every_care_article_belongs_to_goods_and_their_group(demo_desk: Desk) -> None:
    with demo_desk.db.reading() as connection:
        care = connection.execute(
            select(t.article_topic.c.article_id).where(
                t.article_topic.c.topic.in_(("Pflege", "Care"))
            )
        ).scalars()
        links = connection.execute(
            select(t.article_product.c.article_id, t.product.c.group).join(
                t.product, t.product.c.id == t.article_product.c.product_id
            )
        ).all()
        groups = connection.execute(
            select(t.article_group.c.article_id, t.article_group.c.group)
        ).all()
        of_care = set(care)
    assert {tuple(row) for row in groups} == {tuple(row) for row in links}
    assert of_care <= {row.article_id for row in groups}


def test_the_articles_tell_the_shipping_prices_of_the_shop(demo_desk: Desk) -> None:
    with demo_desk.db.reading() as connection:
        told = connection.execute(
            select(t.article.c.details).where(t.article.c.pair == "versandkosten")
        ).scalars()
        texts = [text.replace(",", ".") for text in told]
        methods = connection.execute(select(t.shipping_method.c.content)).scalars().all()
    assert len(texts) == 2
    for text in texts:
        for method in methods:
            assert method["price"].removesuffix(".00") in text
            if method["free_from"]:
                assert method["free_from"].removesuffix(".00") in text
