"""The tour's part about an order's life: version 2 beside what changes, an offer and its yes."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from shopphone.domain.letters_log import OFFER
from shopphone.domain.order_kinds import Matter
from shopphone.domain.orders import Placed
from shopphone.tour_prices import Caller
from shopphone.ui.panels.change_dialog import ChangeDialog
from shopphone.ui.panels.order_dialogs import LetterDialog
from shopphone.ui.screens.orders import OrdersScreen


class Clerk(Caller, Protocol):
    """The tour's walk, as far as it takes pictures of dialogs."""

    def picture(self, name: str, of: QWidget | None = None) -> Path: ...


def versions(walk: Clerk, placed: Placed) -> None:
    """The order of this call, changed by phone: what changes, what is told anew, the new letter."""
    screen = _orders(walk)
    screen.open(placed.order_id)
    walk.until(lambda: _shown(screen) == placed.order_id, "the order is shown whole")
    screen.life.change()
    walk.until(lambda: _dialog(ChangeDialog) is not None, "the order opens to be changed")
    dialog = _dialog(ChangeDialog)
    assert isinstance(dialog, ChangeDialog)
    form = dialog.form
    walk.settle()
    form.draft.lines[0].quantity += 1
    form.lines.show_lines(form.draft.lines)
    form.lines.edited.emit()
    walk.settle()
    walk.picture("change-side-by-side", dialog)
    while form.read_back.next_tile() is not None:
        form.tick_next()
        walk.settle()
    form.place()
    walk.until(lambda: _dialog(LetterDialog) is not None, "the changed confirmation is written")
    letter = _dialog(LetterDialog)
    assert isinstance(letter, LetterDialog)
    walk.until(lambda: letter.preview.letter is not None, "its pages are shown")
    walk.settle()
    walk.picture("change-letter", letter)
    letter.close()
    walk.settle()
    _scroll_to_life(screen)
    walk.settle()
    walk.picture("version-2")


def offer(walk: Clerk) -> None:
    """A contract that needs a written yes: offered by letter; once the yes is there, placed."""
    from shopphone.services import call, letters, offers

    walk.program.window.open_screen("desk", None)
    form = walk.desk.form
    walk.type_article("GP-28")
    walk.until(lambda: bool(form.draft.lines), "something is offered")
    form.kind.matter.setCurrentIndex(form.kind.matter.findData(Matter.COURSE.value))
    walk.settle()
    while form.read_back.next_tile() is not None:
        form.tick_next()
        walk.settle()
    walk.picture("offer")
    form.place()
    walk.until(lambda: _letter_kind(walk) == OFFER, "the offer's letter is written")
    walk.settle()
    walk.picture("offer-letter")
    letter = walk.desk.preview.letter
    assert letter is not None
    assert letter.row.order_id is not None
    order_id = letter.row.order_id
    walk.program.jobs.do(walk.program, call(letters.sent, letter.row.letter_id, "print"))
    screen = _orders(walk)
    screen.open(order_id)
    walk.until(lambda: _shown(screen) == order_id, "the offer is shown")
    words = "„Ich nehme das Angebot an.“"
    job = call(offers.accept, order_id, walk.program.window.parts.today(), "email", words)
    walk.program.jobs.do(walk.program, job)
    walk.until(lambda: _state(screen) == "accepted", "the yes is kept")
    _scroll_to_life(screen)
    walk.settle()
    walk.picture("yes-has-come")
    walk.program.jobs.do(walk.program, call(offers.conclude, order_id))
    walk.until(lambda: _state(screen) == "placed", "the accepted offer becomes an order")
    walk.settle()
    walk.picture("offer-placed")


def _letter_kind(walk: Clerk) -> str:
    letter = walk.desk.preview.letter
    return "" if letter is None else letter.row.kind


def _state(screen: OrdersScreen) -> str:
    return "" if screen.order is None else screen.order.state


def _orders(walk: Clerk) -> OrdersScreen:
    walk.program.window.open_screen("orders", None)
    screen = walk.program.window.current
    assert isinstance(screen, OrdersScreen)
    return screen


def _shown(screen: OrdersScreen) -> int | None:
    return None if screen.order is None else screen.order.order_id


def _scroll_to_life(screen: OrdersScreen) -> None:
    area = screen.detail.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(screen.life, 0, 400)


def _dialog(kind: type[QDialog]) -> QDialog | None:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return next((each for each in found if each.isVisible()), None)
