"""The call log on the screen: filters, missed calls by number, a long log, one call whole."""

import csv
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QLineEdit
from sqlalchemy import insert, update

import shopphone.services.call_log as call_log
import shopphone.services.orders as orders
from shopphone.domain.calls import CallFilter, CallRow
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from shopphone.ui.kit.table import BLOCK
from shopphone.ui.panels.log_export import LogExport
from shopphone.ui.screens.calls import CallsScreen
from tests.ui.driving import NOW, Shop, buttons_of, moment, press, texts_in

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


def test_a_late_block_of_an_old_filter_is_not_shown(
    open_shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that a worker still reads while somebody types other words belongs to nobody."""
    shop = open_shop()
    with shop.desk.db.writing() as tx:
        tx.execute(insert(t.call), [_call(n) for n in range(3000)])
    screen = shop.at("calls", CallsScreen)
    shop.until(lambda: screen.model.rowCount() > 3000)
    gate, reached, read = threading.Event(), threading.Event(), call_log.page

    @wraps(read)
    def slow_page(desk: Desk, filter: CallFilter, before: Any = None, limit: int = 60) -> Any:
        found = read(desk, filter, before, limit)
        if before is not None and not filter.number:
            reached.set()
            assert gate.wait(10)
        return found

    monkeypatch.setattr(call_log, "page", slow_page)
    assert screen.model.row_at(20 * BLOCK) is None
    assert reached.wait(10)
    screen.filters.number.setText("069 90009-001")
    screen.filters.changed.emit()
    while not 2900 < screen.model.rowCount() <= 3000:
        moment()
    gate.set()
    shop.settle()
    shop.until(lambda: screen.model.row_at(20 * BLOCK) is not None)
    shown = [screen.model.row_at(20 * BLOCK + n) for n in range(BLOCK)]
    expected = call_log.page(shop.desk, CallFilter(number="069 90009-001"), None, 3000)
    assert [row and row.key for row in shown] == [r.key for r in expected[2000:2100]]


def test_a_filter_by_number_takes_any_spelling(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    wanted = next(row for row in rows(shop, screen) if row.e164 and row.e164.startswith("+4989"))
    number = shop.program.words.phone(wanted.e164)
    screen.filters.number.setText(number.replace(" ", "/"))
    screen.filters.number.textEdited.emit("")
    shop.settle()
    assert {row.e164 for row in rows(shop, screen)} == {wanted.e164}
    screen.filters.number.clear()
    screen.filters.number.textEdited.emit("")
    shop.settle()
    assert screen.model.rowCount() > 250


def test_filters_get_a_name_come_back_and_are_forgotten(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    choose(shop, screen.filters.direction, "ausgehend")
    choose(shop, screen.filters.days, "letzte 7 Tage")
    found = [row.key for row in rows(shop, screen)]
    assert found
    screen.filters.saved.keep.click()
    (dialog,) = shop.dialogs()
    dialog.findChildren(QLineEdit)[0].setText("Unsere der Woche")
    press(shop, dialog, "Speichern")
    screen.filters.set_choices({})
    shop.settle()
    assert screen.model.rowCount() > 250
    box = screen.filters.saved.box
    box.setCurrentIndex(box.findText("Unsere der Woche"))
    box.activated.emit(box.currentIndex())
    shop.settle()
    assert [row.key for row in rows(shop, screen)] == found
    press(shop, screen, "Vergessen")
    assert box.count() == 1


def test_a_filter_needs_a_name(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    screen.filters.saved.keep.click()
    (dialog,) = shop.dialogs()
    press(shop, dialog, "Speichern")
    assert "Wie soll dieser Filter heißen? Tippen Sie einen Namen." in texts_in(dialog)
    shop.close_dialogs()


def test_what_the_filter_gives_goes_into_a_table(open_shop: OpenShop, tmp_path: Path) -> None:
    shop = open_shop()
    screen = shop.at("calls", CallsScreen)
    choose(shop, screen.filters.direction, "ausgehend")
    press(shop, screen, "Als Tabelle")
    (dialog,) = shop.dialogs()
    assert isinstance(dialog, LogExport)
    file = tmp_path / "anrufe.csv"
    dialog.write_to(str(file))
    shop.settle()
    lines = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert len(lines) == screen.model.rowCount()
    assert {line["direction"] for line in lines} == {"out"}
    assert any("Anrufe stehen in" in text for text in texts_in(dialog))
    dialog.write_to(str(tmp_path / "gone" / "x.csv"))
    shop.settle()
    assert dialog.pick.isEnabled()
    assert len(list(tmp_path.iterdir())) == 2
    shop.close_dialogs()


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
