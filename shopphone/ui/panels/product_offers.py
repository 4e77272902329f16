"""What the input row of the order form offers: articles that fit, and a free line."""

from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from shopphone.domain.products import Product
from shopphone.domain.variants import Parent, gathered
from shopphone.services import call, products
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.product_input import ProductInput
from shopphone.ui.panels.variant_grid import VariantGrid

_PAUSE_MS = 80
_MOST_SHOWN = 9


class ProductOffers(QListWidget):
    """Lies over the lines while something is typed: nothing below jumps.

    language: that of the order, in which the articles are named. free_lines: whether whoever sits
    here may sell what is not among them.
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
        self._quantity, self._words = Decimal(1), ""
        self.free_lines = True
        self.grid = VariantGrid(parts.words, over)
        self.grid.taken.connect(self._take_variant)
        self.grid.left.connect(self._back_to_input)
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
        self.grid.hide()
        self._input.setText(words)

    def _typed(self, text: str) -> None:
        self.grid.hide()
        if text.strip():
            self._pause.start()
        else:
            self.hide()

    def _search(self) -> None:
        job = call(products.find_counted, self._input.text())
        self._parts.jobs.ask(self, job, self._offer, failed=self._refuse)

    def _refuse(self, error: Exception) -> None:
        """A quantity that cannot be meant: it is said, and what was typed stays."""
        self._taking = ""
        self.clear()
        item = QListWidgetItem(words_for(error))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)
        self._show_below_input()

    def _offer(self, counted: tuple[Decimal, str, tuple[Product, ...]]) -> None:
        self._quantity, self._words, found = counted
        words = self._words
        self.clear()
        if not self._input.text().strip():
            self.hide()
            return
        if not words:
            self.hide()
            return
        for each in gathered(found, words):
            self.addItem(self._item(each) if isinstance(each, Product) else self._parent(each))
        if self.free_lines:
            free = self.tr("Free line: “{text}”, price typed afterwards").format(text=words)
            self.addItem(QListWidgetItem(free))
        elif not found:
            self.addItem(self._nothing())
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

    def _parent(self, parent: Parent) -> QListWidgetItem:
        name = parent.first.name_en if self.language == "en" else ""
        text = self.tr("{name}   %n variant(s): Enter shows them", "", parent.count)
        item = QListWidgetItem(text.format(name=name or parent.first.name))
        item.setData(Qt.ItemDataRole.UserRole, parent)
        return item

    def _nothing(self) -> QListWidgetItem:
        item = QListWidgetItem(self.tr("No article fits. Free lines are not allowed here."))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
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

    def _show_variants(self, found: tuple[Product, ...]) -> None:
        if found and self._input.text().strip():
            self.grid.show_variants(found, self._input)

    def _take_variant(self, product: Product) -> None:
        self._input.clear()
        self._input.setFocus()
        self.product_taken.emit(product, self._quantity)

    def _back_to_input(self) -> None:
        self._input.setFocus()
        self._pause.start()

    def _take_item(self, item: QListWidgetItem) -> None:
        quantity, words = self._quantity, self._words
        product = item.data(Qt.ItemDataRole.UserRole)
        if not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.hide()
        if isinstance(product, Parent):
            job = call(products.variants, product.first.product_id)
            self._parts.jobs.ask(self, job, self._show_variants)
            return
        self._input.clear()
        if isinstance(product, Product):
            self._input.setFocus()
            self.product_taken.emit(product, quantity)
        else:
            self.free_line_taken.emit(words, quantity)
