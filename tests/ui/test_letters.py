"""Letters on the screen: the queue printed on a real print server, the archive, printing again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import shopphone.services.care_sheets as care_sheets
import shopphone.services.letters as letters
import shopphone.services.orders as orders
import shopphone.services.postage as postage
import shopphone.services.settings as settings
from shopphone.domain.errors import Refused
from shopphone.ui.screens.letters import LettersScreen
from tests.letters import reading
from tests.support.cups import PrintServer
from tests.ui.driving import Shop, press, texts_in

OpenShop = Callable[..., Shop]


def queue_letters(shop: Shop, count: int) -> list[int]:
    """Letters of placed orders that wait for the printer, besides those that wait already."""
    placed = [row.order_id for row in orders.page(shop.desk, "placed", limit=300)][:count]
    for order_id in placed:
        letters.write(shop.desk, "confirmation", order_id)
    assert len(placed) == count
    return placed


def test_one_letter_prints_from_its_preview_and_moves_to_the_archive(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    queue_letters(shop, 1)
    settings.save(shop.desk, {"print.printer": "Gut"})
    screen = shop.at("letters", LettersScreen)
    screen.queue.table.selectRow(0)
    shop.settle()
    letter = screen.preview.letter
    assert letter is not None
    shop.window.act("letter")
    shop.settle()
    assert letters.read(shop.desk, letter.row.letter_id).row.state == "printed"
    assert any(text.startswith("Gedruckt heute") for text in texts_in(screen.preview))
    assert letter.row.letter_id in {row.letter_id for row in screen.archive.model.rows}
    assert cups.wait_for_paper()


def test_a_letter_of_the_archive_is_searched_and_printed_again_unchanged(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    settings.save(shop.desk, {"print.printer": "Gut"})
    screen = shop.at("letters", LettersScreen)
    wanted = letters.archive(shop.desk)[3]
    screen.archive.search.setText(wanted.order_number.lower())
    shop.settle()
    assert [row.order_number for row in screen.archive.model.rows] == [wanted.order_number]
    screen.archive.table.selectRow(0)
    shop.settle()
    before = letters.read(shop.desk, wanted.letter_id)
    press(shop, screen.preview, "Drucken")
    after = letters.read(shop.desk, wanted.letter_id)
    assert after.pdf == before.pdf
    assert after.row.sent_at is not None
    assert before.row.sent_at is not None
    assert after.row.sent_at > before.row.sent_at
    assert cups.wait_for_paper()


def test_without_a_printer_the_reason_stands_beside_the_letter(open_shop: OpenShop) -> None:
    shop = open_shop()
    queue_letters(shop, 1)
    screen = shop.at("letters", LettersScreen)
    screen.queue.table.selectRow(0)
    shop.settle()
    press(shop, screen.preview, "Drucken")
    assert "Kein Drucker ist gewählt. Wählen Sie einen in den Einstellungen." in texts_in(
        screen.preview
    )
    assert screen.preview.print_button.isEnabled()
    model = screen.queue.model
    remarks = [model.index(n, model.columnCount() - 1).data() for n in range(model.rowCount())]
    assert any("Kein Drucker ist gewählt" in text for text in remarks)


def test_a_window_closed_while_printing_still_notes_that_the_letter_left(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    placed = queue_letters(shop, 1)
    settings.save(shop.desk, {"print.printer": "Gut"})
    screen = shop.at("letters", LettersScreen)
    wanted = letters.of_order(shop.desk, placed[0])[0].letter_id
    screen.preview.show_letter(letters.read(shop.desk, wanted))
    screen.preview.print_now()
    shop.program.close()
    again = open_shop()
    assert letters.read(again.desk, wanted).row.state == "printed"
    assert cups.wait_for_paper()


def test_a_care_sheet_is_left_out_with_the_space_bar_before_printing(
    open_shop: OpenShop, cups: PrintServer
) -> None:
    shop = open_shop()
    settings.save(shop.desk, {"print.printer": "Gut"})
    screen, order_id = letter_with_care(shop)
    ticks = screen.preview.care
    count = ticks.list.count()
    first = ticks.list.item(0)
    title = first.text()
    before = screen.preview.letter
    assert before is not None
    ticks.list.setFocus()
    QTest.keyClick(ticks.list, Qt.Key.Key_Space)
    screen.preview.print_now()  # at once: the letter as ticked is what prints
    shop.until(lambda: order_id not in {row.order_id for row in letters.queue(shop.desk)})
    shop.settle()
    after = screen.preview.letter
    assert after is not None
    assert after.row.state == "printed"
    assert after.row.letter_id != before.row.letter_id
    assert f"Hinweise zu {title}" in reading.flat(before.pdf)
    assert f"Hinweise zu {title}" not in reading.flat(after.pdf)
    assert ticks.list.count() == count
    assert ticks.list.item(0).checkState() is Qt.CheckState.Unchecked
    assert not ticks.list.item(0).flags() & Qt.ItemFlag.ItemIsEnabled  # it has left
    assert cups.wait_for_paper()


def letter_with_care(shop: Shop) -> tuple[LettersScreen, int]:
    """A waiting letter with care sheets, in front on the screen of letters."""
    for order_id in queue_letters(shop, 3):
        if care_sheets.choices(shop.desk, order_id):
            break
    screen = shop.at("letters", LettersScreen)
    rows = [row.order_id for row in screen.queue.model.rows]
    screen.queue.table.selectRow(rows.index(order_id))
    shop.settle()
    return screen, order_id


def test_a_letter_says_its_sheets_and_the_stamp_they_need(open_shop: OpenShop) -> None:
    shop = open_shop()
    queue_letters(shop, 1)
    settings.save(shop.desk, {"letter.postage": "Kompaktbrief; 8; 1,10; 01.01.2025"})
    screen = shop.at("letters", LettersScreen)
    screen.queue.table.selectRow(0)
    shop.settle()
    row = screen.queue.model.row_at(0)
    assert row is not None
    wanted = f"{row.pages} Blätter, etwa {row.pages * 5 + 5} g: Kompaktbrief, 1,10\u00a0€ im Inland"
    assert any(text.startswith(wanted) for text in texts_in(shop.window.current))
    settings.save(shop.desk, {"print.sides": "both"})
    assert postage.of_pages(shop.desk, 5).sheets == 3
    with pytest.raises(Refused, match="postage_unreadable"):
        settings.save(shop.desk, {"letter.postage": "Brief; 3"})
