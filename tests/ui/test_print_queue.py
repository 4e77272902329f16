"""Many letters at once on a real print server: one job, asked about, and what is left of it goes on."""

from collections.abc import Callable
from functools import partial

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.print_runs as print_runs
import shopphone.services.settings as settings
from shopphone.domain.paper import paper_of
from shopphone.ui.screens.letters import LettersScreen
from tests.letters import reading
from tests.services.test_letters import change
from tests.support.cups import PrintServer
from tests.support.processes import wait_until
from tests.ui.driving import Shop, moment, press, texts_in
from tests.ui.test_letters import queue_letters

OpenShop = Callable[..., Shop]


def at_queue(shop: Shop, printer: str, count: int = 3) -> LettersScreen:
    queue_letters(shop, count)
    settings.save(shop.desk, {"print.printer": printer})
    return shop.at("letters", LettersScreen)


def is_waiting(server: PrintServer, printer: str) -> bool:
    """Whether it has a job; the window lives meanwhile."""
    moment()
    return bool(server.waiting_jobs(printer))


def states(shop: Shop, letter_ids: list[int]) -> set[str]:
    return {letters.read(shop.desk, each).row.state for each in letter_ids}


def ids_in(screen: LettersScreen) -> list[int]:
    return [row.letter_id for row in screen.queue.model.rows]


def test_all_waiting_letters_print_as_one_job_and_count_once_somebody_says_so(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    screen = at_queue(shop, "Gut")
    waiting = ids_in(screen)
    pages = sum(row.pages for row in screen.queue.model.rows)
    before = len(list((cups.folder / "spool").glob("d*-001")))
    press(shop, screen.queue, "Alle drucken")
    shop.until(lambda: screen.check.isVisible())
    shop.settle()
    assert f"{len(waiting)} Briefe sind beim Drucker." in texts_in(screen.queue)
    assert states(shop, waiting) == {"queued"}
    assert ids_in(screen) == []
    paper = cups.wait_for_paper()
    assert len(list((cups.folder / "spool").glob("d*-001"))) == before + 1
    printed = pypdfium2.PdfDocument(paper[paper.index(b"%PDF") :])
    assert len(printed) == pages
    press(shop, screen.check, "Alle in Ordnung")
    shop.until(lambda: not screen.check.isVisible())
    assert states(shop, waiting) == {"printed"}
    first = letters.read(shop.desk, waiting[0]).row.order_id
    assert first is not None
    assert orders.detail(shop.desk, first).state == "confirmed"


def test_only_the_ticked_letters_count_and_the_others_wait_again(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    screen = at_queue(shop, "Gut")
    waiting = ids_in(screen)
    press(shop, screen.queue, "Alle drucken")
    shop.until(lambda: screen.check.isVisible())
    shop.settle()
    screen.check.list.setFocus()
    screen.check.list.setCurrentRow(1)
    QTest.keyClick(screen.check.list, Qt.Key.Key_Space)
    press(shop, screen.check, "Nur die angehakten")
    shop.until(lambda: ids_in(screen) == [waiting[1]])
    assert states(shop, [waiting[0], *waiting[2:]]) == {"printed"}
    cups.wait_for_paper()


def test_a_printer_that_takes_nothing_leaves_every_letter_in_the_queue(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    screen = at_queue(shop, "Zu")
    waiting = ids_in(screen)
    press(shop, screen.queue, "Alle drucken")
    shop.settle()
    assert ids_in(screen) == waiting
    assert screen.queue.print_all.isEnabled()
    assert any("nimmt zurzeit keine Aufträge an" in text for text in texts_in(screen.queue))
    assert not screen.check.isVisible()
    assert cups.waiting_jobs("Zu") == []


def test_a_batch_the_printer_breaks_off_is_asked_about_and_then_goes_on(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    screen = at_queue(shop, "Tot")
    waiting = ids_in(screen)
    press(shop, screen.queue, "Alle drucken")
    shop.until(lambda: bool(screen.queue.print_all.isVisible() and screen.check.isVisible()))
    shop.settle()
    assert any("antwortet nicht" in text for text in texts_in(screen.check))
    assert cups.waiting_jobs("Tot") == []
    assert states(shop, waiting) == {"queued"}
    press(shop, screen.check, "Keiner")
    shop.until(lambda: ids_in(screen) == waiting)
    settings.save(shop.desk, {"print.printer": "Gut"})
    press(shop, screen.queue, "Alle drucken")
    shop.until(lambda: screen.check.isVisible())
    press(shop, screen.check, "Alle in Ordnung")
    shop.until(lambda: states(shop, waiting) == {"printed"})
    cups.wait_for_paper()


def test_after_the_program_died_it_asks_what_came_out(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    queue_letters(shop, 3)
    settings.save(shop.desk, {"print.printer": "Gut"})
    waiting = [row.letter_id for row in letters.queue(shop.desk)]
    # as a program leaves it that dies while it hands over
    print_runs.begin(shop.desk, waiting[:2], paper_of(settings.values(shop.desk)))
    screen = shop.at("letters", LettersScreen)
    shop.until(lambda: screen.check.isVisible())
    assert ids_in(screen) == waiting[2:]
    assert any("Programm endete bei der Übergabe" in text for text in texts_in(screen.check))
    boxes = [screen.check.list.item(n) for n in range(2)]
    assert {box.checkState() for box in boxes} == {Qt.CheckState.Unchecked}
    press(shop, screen.check, "Nur die angehakten")
    shop.until(lambda: ids_in(screen) == waiting)


def test_a_batch_can_be_stopped_and_its_job_is_taken_back(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    screen = at_queue(shop, "Tot")
    waiting = ids_in(screen)
    screen.queue.print_all.click()
    wait_until(partial(is_waiting, cups, "Tot"), "the job is at the printer")
    screen.queue.stop.click()
    shop.settle()
    assert cups.waiting_jobs("Tot") == []
    assert not screen.queue.stop.isVisible()
    assert screen.check.isVisible()
    assert states(shop, waiting) == {"queued"}


def test_the_queue_is_narrowed_and_only_what_is_shown_prints(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    screen = at_queue(shop, "Gut")
    everything = screen.queue.model.rowCount()
    filters = screen.queue.filters
    clerk = screen.queue.model.rows[0].clerk
    filters.clerk.setCurrentIndex(filters.clerk.findData(clerk))
    shown = ids_in(screen)
    assert {row.clerk for row in screen.queue.model.rows} == {clerk}
    assert 0 < len(shown) <= everything
    press(shop, screen.queue, "Alle drucken")
    shop.until(lambda: screen.check.isVisible())
    shop.settle()
    assert screen.check.list.count() == len(shown)
    cups.wait_for_paper()


def test_a_letter_whose_order_changed_is_grey_and_stays_behind(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    placed = queue_letters(shop, 2)
    change(shop.desk, placed[0])
    settings.save(shop.desk, {"print.printer": "Gut"})
    screen = shop.at("letters", LettersScreen)
    model = screen.queue.model
    stale = [row.order_id for row in model.rows].index(placed[0])
    role = Qt.ItemDataRole.ForegroundRole
    assert model.index(stale, 0).data(role) is not None
    assert model.index(1 - stale if stale < 2 else 0, 0).data(role) is None
    assert model.index(stale, model.columnCount() - 1).data() == "Bestellung seither geändert"
    left = model.rows[stale].letter_id
    press(shop, screen.queue, "Alle drucken")
    shop.until(lambda: screen.check.isVisible())
    shop.settle()
    assert ids_in(screen) == [left]
    cups.wait_for_paper()


def test_a_letter_that_left_prints_as_a_copy_and_stays_as_it_was(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    settings.save(shop.desk, {"print.printer": "Gut"})
    screen = shop.at("letters", LettersScreen)
    screen.archive.table.selectRow(0)
    shop.settle()
    shown = screen.preview.letter
    assert shown is not None
    press(shop, screen.preview, "Als Kopie drucken")
    paper = cups.wait_for_paper()
    word = "Copy" if shown.row.language == "en" else "Kopie"
    pages = pypdfium2.PdfDocument(paper[paper.index(b"%PDF") :])
    assert all(page.get_textpage().search(word).get_next() for page in pages)
    after = letters.read(shop.desk, shown.row.letter_id)
    assert after == shown
    assert word not in reading.flat(after.pdf)
