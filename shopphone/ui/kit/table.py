"""One table for every list: rows are values, columns are declared, millions page by key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from shopphone.ui.kit.parts import tip

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()
BLOCK = 100
_LEAST_WIDTH, _LEAST_STRETCH = 40, 140
_PADDING = 23
_MEASURED = 60  # rows looked at for the width of a column


@dataclass(frozen=True)  # slots would refuse Column[Row](…)
class Column(Generic[R]):
    """A column: heading, how a row's text is made, least width in px (0: takes what is left).

    most: wider it does not become however long its texts are, so that others keep their room.
    """

    title: str
    text: Callable[[R], str]
    width: int = 0
    right: bool = False
    most: int = 10_000


class Rows(QAbstractTableModel, Generic[R]):
    """Rows that are all at hand."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QWidget | None = None,
        *,
        faded: Callable[[R], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self._faded = faded  # rows in grey; a word in them says why

    def show_rows(self, rows: Sequence[R]) -> None:
        if list(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_at(self, index: int) -> R | None:
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def sample(self, most: int) -> Sequence[R]:
        """The first rows, to measure columns by."""
        return self.rows[:most]

    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        return len(self.columns)

    def data(
        self,
        index: _Index,
        role: int = Qt.ItemDataRole.DisplayRole,
        /,
        *,
        _display: int = int(Qt.ItemDataRole.DisplayRole),
        _align: int = int(Qt.ItemDataRole.TextAlignmentRole),
        _tip: int = int(Qt.ItemDataRole.ToolTipRole),
        _colour: int = int(Qt.ItemDataRole.ForegroundRole),
    ) -> Any:
        # looked up per call the roles would cost half of a repaint
        if role in (_display, _tip):
            row = self.row_at(index.row())
            if row is None:
                return None
            text = self.columns[index.column()].text(row)
            return tip(text) if role == _tip else text
        if role == _align:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == _colour and self._faded is not None:
            row = self.row_at(index.row())
            if row is not None and self._faded(row):
                return QGuiApplication.palette().placeholderText()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None


class PagedRows(Rows[R]):
    """Rows of a list too long to hold: blocks are asked for when they come into view.

    The count and the key of every BLOCK-th row ("anchors") are known after one count; a block is
    then read by its anchor's key, as fast at the end as at the top. Blocks far away are forgotten.
    """

    wanted = Signal(object)  # number of a block that is needed

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._count = 0
        self._blocks: dict[int, list[R]] = {}
        self._asked: set[int] = set()

    def begin(self, count: int, first: Sequence[R]) -> None:
        self.beginResetModel()
        self._count = count
        self._blocks = {0: list(first)}
        self._asked = {0}
        self.endResetModel()

    def renew(self, first: Sequence[R], key: Callable[[R], object]) -> bool:
        """Take the first block anew where rows were changed or came in above the ones known.

        What is chosen and in view stays so. False if the list has changed in another way: then
        nothing is taken and it has to begin anew.
        """
        known, fresh = self._blocks.get(0, []), list(first)
        keys, new_keys = [key(each) for each in known], [key(each) for each in fresh]
        if not keys or keys[0] not in new_keys:
            return False
        came = new_keys.index(keys[0])
        is_whole = len(fresh) < BLOCK
        if new_keys[came:] != keys[: len(keys) if is_whole else BLOCK - came]:
            return False
        if came:
            self._come_above(came, fresh)
        self.put(0, fresh)
        return True

    def _come_above(self, came: int, fresh: list[R]) -> None:
        old = self._blocks
        self.beginInsertRows(QModelIndex(), 0, came - 1)
        self._count += came
        # every block ends with what the one before it loses
        self._blocks = {0: fresh} | {
            block: old[block - 1][-came:] + rows[: BLOCK - came]
            for block, rows in old.items()
            if block - 1 in old
        }
        self._asked = set(self._blocks)
        self.endInsertRows()

    def set_count(self, count: int) -> None:
        """The count came after the first rows; blocks nobody could read before are asked again."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self._asked = set(self._blocks)
        self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def put(self, block: int, rows: Sequence[R]) -> None:
        self._blocks[block] = list(rows)
        if len(self._blocks) > 40:
            far = max(self._blocks, key=lambda each: abs(each - block))
            self._blocks.pop(far)
            self._asked.discard(far)
        top = self.index(block * BLOCK, 0)
        last = min((block + 1) * BLOCK, self._count) - 1
        self.dataChanged.emit(top, self.index(last, len(self.columns) - 1))

    def sample(self, most: int) -> Sequence[R]:
        return self._blocks.get(0, [])[:most]

    def row_at(self, index: int) -> R | None:
        if not 0 <= index < self._count:
            return None
        block, offset = divmod(index, BLOCK)
        rows = self._blocks.get(block)
        if rows is None:
            if block not in self._asked:
                self._asked.add(block)
                self.wanted.emit(block)
            return None
        return rows[offset] if offset < len(rows) else None

    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        return 0 if parent.isValid() else self._count


class Table(QTableView):
    """The view: whole rows, keyboard first, Enter opens; columns as wide as their longest text."""

    opened = Signal(int)  # row number
    chosen = Signal(int)
    chosen_again = Signal(int)  # the row that is current already was clicked

    def __init__(self, model: Rows[Any], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_LEAST_WIDTH)
        for n, column in enumerate(model.columns):
            if not column.width:
                header.setSectionResizeMode(n, QHeaderView.ResizeMode.Stretch)
        self._rows = model
        self._pressed_on = -1  # the current row before the mouse was pressed
        self._fit()
        model.modelReset.connect(self._fit)
        model.rowsInserted.connect(self._stay)
        self.activated.connect(self._activate)
        self.clicked.connect(self._click)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Coming here chooses nothing: by itself a view makes its first row the current one."""
        had_one = self.currentIndex().isValid()
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if not had_one:
                self.selectionModel().clearCurrentIndex()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self._pressed_on = self.current_row()
        super().mousePressEvent(event)

    def _stay(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Rows that come in above what is in view do not push it away; the top stays the top."""
        bar = self.verticalScrollBar()
        if first == 0 and bar.value() > 0:
            height = self.verticalHeader().defaultSectionSize()
            bar.setValue(bar.value() + (last + 1) * height)

    def _fit(self) -> None:
        """Every fixed column shows its texts whole while the stretching one keeps its least width."""
        columns = self._rows.columns
        widths = {n: self._wanted(n) for n, column in enumerate(columns) if column.width}
        room = self.viewport().width() - _LEAST_STRETCH * (len(columns) - len(widths))
        while sum(widths.values()) > room:
            widest = max(widths, key=lambda n: widths[n])
            if widths[widest] <= _LEAST_WIDTH:
                break
            widths[widest] -= 4
        for n, width in widths.items():
            self.setColumnWidth(n, width)

    def _wanted(self, n: int) -> int:
        column, metrics = self._rows.columns[n], self.fontMetrics()
        texts = [column.text(row) for row in self._rows.sample(_MEASURED)]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        # the heading is in a smaller face, but a little more room does not hurt
        wanted = max(longest, metrics.horizontalAdvance(column.title), column.width // 2) + _PADDING
        return min(wanted, column.most)

    def current_row(self) -> int:
        return self.currentIndex().row()

    def _activate(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _click(self, index: QModelIndex) -> None:
        if index.row() == self._pressed_on:
            self.chosen_again.emit(index.row())

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
