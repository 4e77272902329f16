"""The call log on the screen: filters, missed calls by number, a long log, one call whole."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox
from sqlalchemy import insert, update

import shopphone.services.call_log as call_log
import shopphone.services.orders as orders
from shopphone.domain.calls import CallFilter, CallRow
from shopphone.store import tables as t
from shopphone.ui.kit.table import BLOCK
from shopphone.ui.screens.calls import CallsScreen
from tests.ui.driving import NOW, Shop, buttons_of, texts_in

OpenShop = Callable[..., Shop]


def rows(shop: Shop, screen: CallsScreen) -> list[CallRow]:
    """Every row of the list, read the way scrolling reads it."""
    found = []
    for n in range(screen.model.rowCount()):
        if screen.model.row_at(n) is None:
            shop.until(lambda n=n: screen.model.row_at(n) is not None)  # type: ignore[misc]  # bound at once
        row = screen.model.row_at(n)
        assert row is not None
        found.append(row)
    return found


def choose(shop: Shop, box: QComboBox, text: str) -> None:
    index = box.findText(text)
    assert index > 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(index)
    shop.settle()


def test_the_log_shows_every_call_newest_first(open_shop: OpenShop) -> None:
    shop = open_shop()
    shown = rows(shop, shop.at("calls", CallsScreen))
    assert len(shown) > 250
    assert [r.key for r in shown] == sorted((r.key for r in shown), reverse=True)


def test_a_filter_by_person_shows_this_persons_calls_only(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    choose(shop, screen.filters.staff, "Anna Berger")
    shown = rows(shop, screen)
    assert shown
    assert {row.staff for row in shown} == {"Anna Berger"}


def test_a_filter_by_outcome_shows_calls_with_that_outcome_only(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    wanted = next(row.outcome for row in rows(shop, screen) if row.outcome)
    choose(shop, screen.filters.outcome, wanted)
    assert {row.outcome for row in rows(shop, screen)} == {wanted}


def test_filters_by_direction_state_and_purpose_narrow_together(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    choose(shop, screen.filters.direction, "eingehend")
    choose(shop, screen.filters.state, "erledigt")
    choose(shop, screen.filters.purpose, "Bestellung")
    found = {(r.direction, r.state, r.purpose) for r in rows(shop, screen)}
    assert found == {("in", "closed", "order")}


def test_a_filter_by_day_shows_that_day_only(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    days = shop.program.words.day_of
    choose(shop, screen.filters.days, "heute")
    assert {days(row.rang_at) for row in rows(shop, screen)} == {NOW.date()}
    choose(shop, screen.filters.days, "gestern")
    assert {days(row.rang_at) for row in rows(shop, screen)} <= {NOW.date() - timedelta(days=1)}
    choose(shop, screen.filters.days, "letzte 7 Tage")
    week = {days(row.rang_at) for row in rows(shop, screen)}
    assert min(week) > NOW.date() - timedelta(days=7)
    assert len(week) > 2


def test_a_certain_day_is_chosen_in_a_calendar(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    assert not screen.filters.day.isVisible()
    choose(shop, screen.filters.days, "ein bestimmter Tag")
    assert screen.filters.day.isVisible()
    day = shop.program.words.day_of(call_log.page(shop.desk, CallFilter(), None, 60)[-1].rang_at)
    screen.filters.day.setDate(QDate(day.year, day.month, day.day))
    shop.settle()
    assert {shop.program.words.day_of(row.rang_at) for row in rows(shop, screen)} == {day}


def test_words_find_names_notes_and_numbers_in_any_spelling(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    known = next(row for row in rows(shop, screen) if row.customer and row.e164)
    for text in (known.customer, f"0{known.e164[3:6]}/{known.e164[6:]}" if known.e164 else ""):
        screen.list.search.setText(text)
        shop.settle()
        shown = rows(shop, screen)
        assert known in shown
        assert {row.customer_id for row in shown} == {known.customer_id}


def test_a_search_that_finds_nothing_says_so(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    screen.list.search.setText("niemand heißt so")
    shop.settle()
    assert not screen.list.table.isVisible()
    assert any("Kein Anruf passt" in text for text in texts_in(screen.list))


def test_missed_calls_stand_by_number_until_they_are_done(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    groups = list(screen.missed.model.rows)
    assert max(group.times for group in groups) == 2
    numbers = [group.e164 for group in groups if group.e164]
    assert len(numbers) == len(set(numbers))
    twice = next(n for n, group in enumerate(groups) if group.times == 2)
    screen.missed.table.selectRow(twice)
    shop.settle()
    buttons_of(screen.missed, "Erledigt")[0].click()
    shop.settle()
    assert groups[twice] not in screen.missed.model.rows
    states = {call_log.row(shop.desk, key).state for key in groups[twice].call_ids}
    assert states == {"closed"}


def test_a_chosen_call_shows_all_that_hangs_on_it(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    found = next(row for row in rows(shop, screen) if row.customer and row.note)
    order = orders.page(shop.desk)[0]
    with shop.desk.db.writing() as tx:
        tx.execute(
            update(t.sale_order)
            .where(t.sale_order.c.id == order.order_id)
            .values(call_id=found.call_id)
        )
        tx.execute(
            insert(t.article_use),
            {"article_id": 1, "call_id": found.call_id, "verdict": "helped", "at": NOW},
        )
    details = call_log.detail(shop.desk, found.call_id)
    assert details.articles
    n = next(n for n, row in enumerate(rows(shop, screen)) if row.call_id == found.call_id)
    screen.list.table.selectRow(n)
    shop.settle()
    shown = texts_in(screen.detail)
    assert order.number in shown
    assert found.customer in shown
    assert found.note in shown
    for title, _verdict in details.articles:
        assert title in shown
    buttons_of(screen.detail, order.number)[0].click()
    shop.settle()
    assert order.number in texts_in(shop.window.current)


def test_a_closed_call_opens_again_at_the_desk_with_its_result(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    shown = rows(shop, screen)
    n = next(n for n, row in enumerate(shown) if row.outcome and row.satisfaction and row.note)
    screen.list.table.selectRow(n)
    shop.settle()
    buttons_of(screen.detail, "Am Telefonplatz öffnen")[0].click()
    shop.settle()
    desk = shop.telephone()
    assert desk.current is not None
    assert desk.current.row.call_id == shown[n].call_id
    assert desk.note.toPlainText() == shown[n].note
    desk.act("finish")
    shop.settle()
    again = call_log.row(shop.desk, shown[n].call_id)
    assert (again.outcome, again.satisfaction, again.state) == (
        shown[n].outcome,
        shown[n].satisfaction,
        "closed",
    )


def test_a_long_log_scrolls_to_its_end_and_forgets_what_is_far_away(open_shop: OpenShop) -> None:
    shop = open_shop()
    with shop.desk.db.writing() as tx:
        tx.execute(insert(t.call), [_call(n) for n in range(6000)])
    screen = shop.at("calls", CallsScreen)
    shop.until(lambda: screen.model.rowCount() > 6000)
    for block in range(screen.model.rowCount() // BLOCK):
        screen.list.table.scrollTo(screen.model.index(block * BLOCK, 0))
        screen.list.table.viewport().repaint()
    screen.list.table.scrollToBottom()
    last = screen.model.rowCount() - 1
    shop.until(lambda: screen.model.row_at(last) is not None)
    assert len(screen.model._blocks) <= 41
    screen.list.table.scrollToTop()
    shop.until(lambda: screen.model.row_at(0) is not None)
    first = screen.model.row_at(0)
    assert first is not None
    assert first.key == max(row.key for row in screen.model._blocks[0])


def _call(n: int) -> dict[str, object]:
    return {
        "call_key": f"long-{n}",
        "source": "test",
        "direction": "in",
        "state": "closed",
        "raw_number": "069 90009-001",
        "e164": "+496990009001",
        "rang_at": NOW - timedelta(minutes=7 * n),
        "note": f"Anruf {n}",
    }
