"""A list of any length with its search line: what the calls, orders and other screens share."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopphone.ui.kit.parts import Card, Empty, field, label
from shopphone.ui.kit.table import Column, Rows, Table

_PAUSE_MS = 150


class ListCard(Card):
    """Title, search line, table; an empty list says what to do first."""

    search_changed = Signal(str)
    opened = Signal(object)  # row value
    chosen = Signal(object)
    chosen_again = Signal(object)  # clicked while it was chosen: something else may be shown

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Any]],
        *,
        search: str,
        empty: str,
        model: Rows[Any] | None = None,
        key: Callable[[Any], object] | None = None,
    ) -> None:
        super().__init__()
        self._key = key or _whole
        self._marked: object = None
        self.model = model or Rows(columns)
        self.title = label(title, size="title")
        self.search = field(search, search)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.search.textChanged.connect(self._pause.start)
        self.table = Table(self.model, title)
        self.table.opened.connect(self._opened)
        self.table.chosen.connect(self._chosen)
        self.table.chosen_again.connect(self._chosen_again)
        self._seeking = False
        self._empty = Empty(empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.head = QVBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.search)
        self.rows.addLayout(self.head)
        self.rows.addWidget(self._stack, 1)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Results change in place; the chosen row stays marked, and nothing is chosen by that."""
        with QSignalBlocker(self.table):
            self.model.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.mark(self._marked)
        if self._seeking and rows:
            self.table.selectRow(0)
        self._seeking = False

    def mark(self, key: object) -> None:
        """Mark the row of what is shown already, now or once it is listed; no other stays marked."""
        self._marked = key
        keys = [self._key(row) for row in self.model.rows]
        with QSignalBlocker(self.table):
            if key in keys:
                self.table.selectRow(keys.index(key))
            else:
                self.table.selectionModel().clear()

    def seek(self, words: str) -> None:
        """Search these words and choose the first row they bring."""
        self.search.setText(words)
        self._pause.stop()
        self._seeking = True
        self._search()

    def show_table(self, filled: bool) -> None:
        self._stack.setCurrentIndex(0 if filled else 1)

    def add_head(self, widget: QWidget) -> None:
        self.head.addWidget(widget)

    def _search(self) -> None:
        self.search_changed.emit(self.search.text())

    def _opened(self, n: int) -> None:
        row = self.model.row_at(n)
        if row is not None:
            self.opened.emit(row)

    def _chosen(self, n: int) -> None:
        row = self.model.row_at(n)
        if row is not None:
            self._marked = self._key(row)
            self.chosen.emit(row)

    def _chosen_again(self, n: int) -> None:
        row = self.model.row_at(n)
        if row is not None:
            self.chosen_again.emit(row)


def _whole(row: Any) -> object:
    return row
