"""The options of one product side by side: price, stock, next supply; arrows choose, Enter adds."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from shopphone.domain.products import Product
from shopphone.ui.kit.i18n import Words

OPTION, SKU, PRICE, STOCK, SUPPLY = range(5)
_ROW, _HEAD, _MOST_SHOWN = 28, 28, 8


class VariantGrid(QTableWidget):
    """Lies over the lines like the offers do; Esc goes back to what was typed."""

    taken = Signal(object)  # Product
    left = Signal()

    def __init__(self, words: Words, over: QWidget) -> None:
        super().__init__(0, 5, over)
        self._words = words
        self._found: tuple[Product, ...] = ()
        self.setObjectName("offers")
        self.setAccessibleName(self.tr("Variants"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Option"),
                self.tr("SKU"),
                self.tr("Unit price"),
                self.tr("Stock"),
                self.tr("Next supply"),
            ]
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.cellClicked.connect(self._clicked)
        self.hide()

    def show_variants(self, found: tuple[Product, ...], below: QWidget) -> None:
        """Below the input row, as wide as it is."""
        self._found = found
        self.setRowCount(len(found))
        for n, product in enumerate(found):
            for column, text in enumerate(self._texts(product)):
                item = QTableWidgetItem(text)
                side = (
                    Qt.AlignmentFlag.AlignRight
                    if column in (PRICE, STOCK)
                    else Qt.AlignmentFlag.AlignLeft
                )
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(n, column, item)
        corner = below.geometry().bottomLeft()
        height = _HEAD + _ROW * min(len(found), _MOST_SHOWN) + 6
        self.setGeometry(corner.x(), corner.y() + 3, below.width(), height)
        self.setCurrentCell(self._first_in_stock(), OPTION)
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent, /) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # Esc goes back one step here, not out of the order
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def take_current(self) -> None:
        self._take(self.currentRow())

    def _texts(self, product: Product) -> tuple[str, ...]:
        words = self._words
        stock = "–" if product.stock is None else words.number(product.stock)
        supply = words.day(product.next_supply_on)
        return (product.option, product.sku, words.money(product.price), stock, supply)

    def _first_in_stock(self) -> int:
        return next(
            (n for n, each in enumerate(self._found) if each.stock is None or each.stock > 0), 0
        )

    def _clicked(self, row: int, _column: int) -> None:
        self._take(row)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.hide()
            self.taken.emit(self._found[row])
