"""The tour's part about learning: gaps with their callers, what became of one, and the statistics."""

from shopphone.tour_writing import Walk
from shopphone.ui.panels.knowledge.gaps import GapsView
from shopphone.ui.panels.knowledge.statistics import StatisticsView
from shopphone.ui.screens.knowledge import KnowledgeScreen


def learning(walk: Walk) -> None:
    """Every view with its first row chosen."""
    screen = walk.program.window.screen("knowledge")
    assert isinstance(screen, KnowledgeScreen)
    view = screen.show_view("gaps")
    assert isinstance(view, GapsView)
    walk.until(lambda: view.list.model.rowCount() > 0, "the gaps are listed")
    view.list.table.selectRow(0)
    walk.settle()
    walk.picture("gaps")
    view.assign.click()
    walk.settle()
    walk.picture("gap-assigned")
    view.chooser.left.emit()
    view.closed.click()
    view.done.table.selectRow(0)
    walk.settle()
    walk.picture("gap-closed")
    _statistics(walk, screen)


def _statistics(walk: Walk, screen: KnowledgeScreen) -> None:
    view = screen.show_view("statistics")
    assert isinstance(view, StatisticsView)
    walk.until(lambda: view.list.model.rowCount() > 0, "the figures are counted")
    walk.settle()
    walk.picture("statistics")
    view.order.setCurrentIndex(1)
    view.list.table.selectRow(0)
    walk.settle()
    walk.picture("often-did-not-help")
    screen.show_view("articles")
