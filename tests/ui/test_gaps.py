"""Gaps, wordings and statistics on the knowledge screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import text

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.call_log as call_log
import shopphone.services.gaps as gaps
from shopphone.ui.panels.knowledge.gaps import GapsView
from shopphone.ui.panels.knowledge.statistics import StatisticsView
from shopphone.ui.panels.knowledge.wordings import Wordings
from shopphone.ui.screens.knowledge import KnowledgeScreen
from tests.ui.driving import Shop, buttons_of, press, texts_in

OpenShop = Callable[..., Shop]


def at_gaps(shop: Shop) -> tuple[KnowledgeScreen, GapsView]:
    screen = shop.at("knowledge", KnowledgeScreen)
    press(shop, screen, "Wissenslücken")
    view = screen.view("gaps")
    assert isinstance(view, GapsView)
    view.list.table.selectRow(0)
    shop.settle()
    return screen, view


def at_statistics(shop: Shop) -> StatisticsView:
    screen = shop.at("knowledge", KnowledgeScreen)
    press(shop, screen, "Statistik")
    view = screen.view("statistics")
    assert isinstance(view, StatisticsView)
    return view


def test_a_gap_shows_its_questions_with_call_and_goods(open_shop: OpenShop) -> None:
    shop = open_shop()
    _, view = at_gaps(shop)
    shown = texts_in(view.detail)
    assert "passt der deckel auf die eisenpfanne" in shown
    assert "3× gefragt" in shown
    assert any(each.startswith("zu: ") for each in shown)


def test_an_answer_written_to_a_gap_is_found_as_callers_asked(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, view = at_gaps(shop)
    gap = view.list.model.row_at(0)
    assert gap is not None
    press(shop, view, "Beitrag schreiben")
    editor = screen.articles.editor
    assert editor.title.text() == gap.words
    assert any("passt deckel eisenpfanne 28 cm" in each for each in texts_in(editor))
    editor.title.setText("Welche Deckel gehören zusammen?")
    editor.texts["say"].setPlainText("Ja, das geht.")
    press(shop, editor, "Speichern")
    assert gap not in gaps.open_gaps(shop.desk)
    found = answers.find(shop.desk, "deckel von der gusspfanne auf die eisenpfanne")[:3]
    written = next(each for each in found if each.title == "Welche Deckel gehören zusammen?")
    wordings = articles.read(shop.desk, written.article_id).wordings
    assert "passt deckel eisenpfanne 28 cm" in wordings
    press(shop, screen, "Wissenslücken")
    assert gap not in view.list.model.rows
    press(shop, view, "Erledigt")
    view.done.table.selectRow(0)
    shop.settle()
    assert "geschrieben" in texts_in(view.detail)


def test_a_gap_whose_article_is_a_draft_stays_open_and_leads_to_it(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen, view = at_gaps(shop)
    gap = view.list.model.row_at(0)
    assert gap is not None
    press(shop, view, "Beitrag schreiben")
    editor = screen.articles.editor
    state = editor.form.choices["state"]
    state.setCurrentIndex(state.findData("draft"))
    editor.texts["say"].setPlainText("halb fertig")
    press(shop, editor, "Speichern")
    assert "bleibt offen" in shop.said
    press(shop, screen, "Wissenslücken")
    view.list.table.selectRow(0)
    shop.settle()
    waiting = view.list.model.row_at(0)
    assert waiting is not None
    assert waiting.gap_id == gap.gap_id
    assert waiting.article_id is not None
    press(shop, view, "Beitrag schreiben")
    assert "halb fertig" in texts_in(screen.articles.reader)
    articles.move(shop.desk, waiting.article_id, "in_force", 1)
    shop.settle()
    assert gap.gap_id not in [each.gap_id for each in gaps.open_gaps(shop.desk)]


def test_a_gap_is_assigned_to_an_article_with_the_keyboard_and_undone(open_shop: OpenShop) -> None:
    shop = open_shop()
    _, view = at_gaps(shop)
    gap = view.list.model.row_at(0)
    assert gap is not None
    press(shop, view, "Steht in einem Beitrag")
    view.chooser.input.setText("pfanne größe")
    shop.settle()
    wanted = view.chooser.results.hits[1]
    QTest.keyClick(view.chooser.input, Qt.Key.Key_Down)
    QTest.keyClick(view.chooser.input, Qt.Key.Key_Return)
    shop.settle()
    assert gap not in view.list.model.rows
    assert gap.words in articles.read(shop.desk, wanted.article_id).wordings
    press(shop, view, "Rückgängig")
    assert gap in view.list.model.rows
    assert gap.words not in articles.read(shop.desk, wanted.article_id).wordings


def test_a_gap_nobody_needs_is_closed_and_comes_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    _, view = at_gaps(shop)
    before = list(view.list.model.rows)
    press(shop, view, "Nicht nötig")
    assert view.list.model.rows == before[1:]
    assert shop.said == f"Erledigt: Niemand braucht einen Beitrag für „{before[0].words}“."
    press(shop, view, "Erledigt")
    view.done.table.selectRow(0)
    shop.settle()
    press(shop, view, "Wieder öffnen")
    assert shop.said == "Die Frage ist wieder offen."
    press(shop, view, "Zu tun")
    assert view.list.model.rows == before


def test_without_a_chosen_gap_there_is_nothing_to_press(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("knowledge", KnowledgeScreen)
    press(shop, screen, "Wissenslücken")
    view = screen.view("gaps")
    assert isinstance(view, GapsView)
    for gap in gaps.open_gaps(shop.desk)[1:]:
        gaps.close(shop.desk, gap.gap_id)
    shop.settle()
    view.list.table.clearSelection()
    view.list.table.selectRow(0)
    shop.settle()
    of_one = (view.write, view.assign, view.not_needed)
    assert all(each.isEnabled() for each in of_one)
    assert not view.reopen.isEnabled()
    view.not_needed.click()
    shop.settle()
    assert view.list.model.rows == []
    assert not any(each.isEnabled() for each in of_one)
    assert "Wählen Sie eine Frage." in texts_in(view.detail)


def test_a_closed_gap_shows_how_the_next_callers_fared(open_shop: OpenShop) -> None:
    shop = open_shop()
    _, view = at_gaps(shop)
    press(shop, view, "Erledigt")
    view.done.table.selectRow(0)
    shop.settle()
    closed = view.done.model.row_at(0)
    assert closed is not None
    assert closed.helped > 0
    shown = texts_in(view.detail)
    assert f"{closed.helped}× geholfen, {closed.not_helped}× nicht geholfen" in shown
    press(shop, view.detail, closed.article)
    screen = shop.at("knowledge", KnowledgeScreen)
    assert closed.article in texts_in(screen.articles.reader)


def test_a_wording_is_deleted_in_the_article_and_put_back(open_shop: OpenShop) -> None:
    shop = open_shop()
    screen = shop.at("knowledge", KnowledgeScreen)
    found = answers.find(shop.desk, "pfanne rostet")[0]
    answers.used(shop.desk, found.article_id, None, "helped", "mein eisending wird orange")
    screen.open(found.article_id)
    shop.settle()
    panel = screen.articles.reader.findChildren(Wordings)[-1]
    delete = next(
        each for each in buttons_of(panel, "Löschen") if "orange" in each.accessibleName()
    )
    delete.click()
    shop.settle()
    words = articles.read(shop.desk, found.article_id).wordings
    assert "mein eisending wird orange" not in words
    assert answers.find(shop.desk, "eisending wird orange") != ()
    panel = screen.articles.reader.findChildren(Wordings)[-1]
    press(shop, panel, "Rückgängig")
    words = articles.read(shop.desk, found.article_id).wordings
    assert "mein eisending wird orange" in words


def test_the_statistics_show_what_a_plain_count_gives(open_shop: OpenShop) -> None:
    shop = open_shop()
    view = at_statistics(shop)
    assert view._figures is not None
    since = int(view._figures.since.timestamp() * 1000)
    with shop.desk.db.reading() as connection:
        for row in view.list.model.rows[:10]:
            counted = connection.execute(
                text(
                    "select verdict, count(*) from article_use"
                    " where article_id = :article and at >= :since group by verdict"
                ),
                {"article": row.article_id, "since": since},
            )
            plain = {each[0]: each[1] for each in counted}
            assert row.counts.helped == plain.get("helped", 0)
            assert row.counts.opened == plain.get("opened", 0)
            assert row.counts.shown == plain.get("shown", 0)
    view.list.table.selectRow(0)
    shop.settle()
    shown = texts_in(view.card)
    assert view.list.model.rows[0].title in shown
    assert str(view.list.model.rows[0].counts.opened) in shown


def test_articles_that_often_do_not_help_stand_by_themselves(open_shop: OpenShop) -> None:
    shop = open_shop()
    view = at_statistics(shop)
    view.order.setCurrentIndex(1)
    shop.settle()
    rows = view.list.model.rows
    assert rows
    assert all(row.counts.hurts for row in rows)
    view.list.table.selectRow(0)
    shop.settle()
    assert "hilft oft nicht" in texts_in(view.card)


def test_another_period_counts_anew(open_shop: OpenShop) -> None:
    shop = open_shop()
    view = at_statistics(shop)
    assert view._figures is not None
    twelve = view._figures.total
    view.period.setCurrentIndex(0)
    shop.settle()
    assert view._figures.total.opened < twelve.opened


def test_not_asked_is_chosen_beside_the_outcome(open_shop: OpenShop) -> None:
    shop = open_shop()
    desk = shop.telephone()
    desk.act("call_now")
    shop.settle()
    assert desk.current is not None
    call_id = desk.current.row.call_id
    assert desk.bar.satisfaction.currentText() == "Zufriedenheit …"
    desk.bar.satisfaction.setCurrentIndex(desk.bar.satisfaction.findText("nicht gefragt"))
    desk.bar.outcome.setCurrentIndex(1)
    shop.window.act("finish")
    shop.settle()
    row = call_log.row(shop.desk, call_id)
    assert row.satisfaction == 0
