"""The tour's part about finding anything: people, orders, answers and goods on one line."""

from shopphone.tour_writing import Walk


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
