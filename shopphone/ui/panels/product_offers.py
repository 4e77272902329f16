"""What the input row of the order form offers: articles that fit, and a free line."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from shopphone.domain.products import Product
from shopphone.domain.quantities import split_quantity
from shopphone.services import call, products
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.product_input import ProductInput

_PAUSE_MS = 80
_MOST_SHOWN = 9


class ProductOffers(QListWidget):
    """Lies over the lines while something is typed: nothing below jumps.

    language: that of the order, in which the articles are named.
    """

    product_taken = Signal(object, object)  # Product, quantity
    free_line_taken = Signal(str, object)  # words, quantity

    def __init__(self, parts: Parts, product_input: ProductInput, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(self.tr("Articles found"))
        self.setObjectName("offers")
        self.language = "de"
        self._parts = parts
        self._input = product_input
        self._taking = ""
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        product_input.textChanged.connect(self._typed)
        product_input.taken.connect(self._take)
        product_input.moved.connect(self._move)
        self.itemClicked.connect(self._take_item)
        self.hide()

    def start_over(self, words: str) -> None:
        """Another lane's input row."""
        self._taking = ""
        self.hide()
        self._input.setText(words)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self.hide()

    def _search(self) -> None:
        _, words = split_quantity(self._input.text())
        if words:
            self._parts.jobs.ask(self, call(products.find, words), self._offer)

    def _offer(self, found: tuple[Product, ...]) -> None:
        self.clear()
        if not self._input.text().strip():
            self.hide()
            return
        for product in found:
            self.addItem(self._item(product))
        words = split_quantity(self._input.text())[1]
        free = self.tr("Free line: “{text}”, price typed afterwards").format(text=words)
        self.addItem(QListWidgetItem(free))
        self.setCurrentRow(0)
        self._show_below_input()
        if self._taking and self._taking == self._input.text():
            self._taking = ""
            self._take_current()

    def _show_below_input(self) -> None:
        below = self._input.geometry().bottomLeft()
        height = self.sizeHintForRow(0) * min(self.count(), _MOST_SHOWN) + 6
        self.setGeometry(below.x(), below.y() + 3, self._input.width(), height)
        self.show()
        self.raise_()

    def _item(self, product: Product) -> QListWidgetItem:
        price = self._parts.words.money(product.price)
        name = product.full_name(self.language)
        item = QListWidgetItem(f"{product.sku}   {name}   {price}   {self._stock(product)}")
        item.setData(Qt.ItemDataRole.UserRole, product)
        return item

    def _stock(self, product: Product) -> str:
        if product.stock is None:
            return ""
        if product.stock > 0:
            return self.tr("{count} in stock").format(count=self._parts.words.number(product.stock))
        if product.next_supply_on:
            day = self._parts.words.short_day(product.next_supply_on)
            return self.tr("sold out, again on {day}").format(day=day)
        return self.tr("sold out")

    def _move(self, step: int) -> None:
        if self.count():
            self.setCurrentRow((self.currentRow() + step) % self.count())

    def _take(self) -> None:
        """Enter: what is marked; a scanner is faster than the search, so Enter waits for it."""
        if self._pause.isActive() or not self.isVisible():
            self._taking = self._input.text()
            self._pause.stop()
            self._search()
        else:
            self._take_current()

    def _take_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self._take_item(item)

    def _take_item(self, item: QListWidgetItem) -> None:
        quantity, words = split_quantity(self._input.text())
        product = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        self._input.clear()
        if isinstance(product, Product):
            self._input.setFocus()
            self.product_taken.emit(product, quantity)
        else:
            self.free_line_taken.emit(words, quantity)
