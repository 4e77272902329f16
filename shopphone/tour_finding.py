"""The tour's part about finding anything, on one line or in the help."""

from shopphone.tour_writing import Walk
from shopphone.ui.manual import Manual


def finding(walk: Walk) -> None:
    window = walk.program.window
    window.act("find")
    for character in "br":
        window.search.insert(character)
        window.search.textEdited.emit(window.search.text())
    walk.until(
        lambda: bool(window.search.finds and window.search.finds.isVisible()), "finds lie there"
    )
    walk.settle()
    walk.picture("find-anything")
    window.act("escape")
    _help(walk)


def _help(walk: Walk) -> None:
    walk.program.window.act("help")
    walk.settle()
    manual = next(iter(walk.program.window.findChildren(Manual)))
    walk.picture("help-keys", manual)
    manual.open_page("orders")
    walk.settle()
    walk.picture("help-page", manual)
    manual.reject()
    walk.settle()
