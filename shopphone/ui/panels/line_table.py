"""The lines of an order: quantity, price and discount are typed in place; Delete removes, Ctrl+Z brings back."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from shopphone.domain.base_price import base_price
from shopphone.domain.errors import Refused
from shopphone.domain.orders import LineDraft, typed_quantity
from shopphone.domain.prices import Source, needs_reason, set_typed_price
from shopphone.domain.totals import TotalLine, line_amount
from shopphone.ui.kit.parts import tip
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.order_pricing import OrderPricing
from shopphone.ui.panels.state_words import price_source_words

ARTICLE, QUANTITY, PRICE, VAT, SUM = range(5)
_EDITABLE = (QUANTITY, PRICE)


class LineTable(QTableWidget):
    """Edits the draft's list of lines directly; the form hears `edited`."""

    edited = Signal()
    refused = Signal(object)
    reason_wanted = Signal()

    def __init__(self, parts: Parts, pricing: OrderPricing) -> None:
        super().__init__(0, 5)
        self._parts = parts
        self._pricing = pricing
        self._lines: list[LineDraft] = []
        self._removed: list[tuple[int, LineDraft]] = []
        self.setAccessibleName(self.tr("Lines of the order"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Article"),
                self.tr("Qty"),
                self.tr("Unit price"),
                self.tr("VAT"),
                self.tr("Sum"),
            ]
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(
            False
        )  # a wrapped name would end at its first line, whatever room there is
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(5):
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            heading = self.horizontalHeaderItem(column)
            if heading is not None:
                heading.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(ARTICLE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((QUANTITY, 52), (PRICE, 76), (VAT, 56), (SUM, 80)):
            self.setColumnWidth(column, width)
        self.setItemDelegate(_NamedEditors(self))
        self.cellChanged.connect(self._typed)
        self.setFixedHeight(64)

    def show_lines(self, lines: list[LineDraft]) -> None:
        if lines is not self._lines:
            self._removed.clear()  # another order's: what was taken out there stays there
        self._lines = lines
        self.setFixedHeight(34 + 30 * min(max(len(lines), 1), 6))
        self.blockSignals(True)
        self.setRowCount(len(lines))
        for n, line in enumerate(lines):
            self._show(n, line)
        self.blockSignals(False)

    def about(self) -> str:
        """Where the price of the marked line comes from, and what else is known of it."""
        n = self.currentRow()
        if not self._lines:
            return ""
        line = self._lines[n if 0 <= n < len(self._lines) else -1]
        name, *known = self._tip(line).split("\n")
        return f"{line.full_name}: {', '.join(known)}" if name else ""

    def edit_price(self, line: int) -> None:
        self.setCurrentCell(line, PRICE)
        self.setFocus()
        item = self.item(line, PRICE)
        if item is not None:
            self.editItem(item)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self._remove(self.currentRow())
        elif event.matches(QKeySequence.StandardKey.Undo) and self._removed:
            self._bring_back()
        else:
            super().keyPressEvent(event)

    def _remove(self, n: int) -> None:
        line = self._lines.pop(n)
        self._removed.append((n, line))
        self.show_lines(self._lines)
        text = self.tr("“{name}” removed; Ctrl+Z brings it back.")
        self._parts.say(text.format(name=line.full_name), "muted")
        self.edited.emit()

    def _bring_back(self) -> None:
        n, line = self._removed.pop()
        self._lines.insert(min(n, len(self._lines)), line)
        self.show_lines(self._lines)
        self.edited.emit()

    def _show(self, n: int, line: LineDraft) -> None:
        words = self._parts.words
        gross = line_amount(
            TotalLine(
                unit_price=line.unit_price,
                quantity=line.quantity,
                vat=line.vat,
                discount=line.discount,
            )
        )
        texts = (
            "  · ".join((line.full_name, *self._remarks(line))),
            words.number(line.quantity),
            words.money(line.unit_price),
            f"{words.number(line.vat)} %",
            words.money(gross),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column not in _EDITABLE:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(tip(self._tip(line)))
            self.setItem(n, column, item)

    def _remarks(self, line: LineDraft) -> list[str]:
        """Beside the name: what makes the price another than the list's, and the deposit."""
        words = self._parts.words
        remarks = [f"−{words.number(line.discount * 100)} %"] if line.discount else []
        today = self._pricing.price_today(line)
        if today is not None and line.listed_price is not None:
            text = self.tr("today {today}, agreed {agreed}")
            agreed = words.money(line.listed_price)
            remarks.append(text.format(today=words.money(today), agreed=agreed))
        if line.price_source not in (Source.LIST, Source.FREE) and line.price_note:
            remarks.append(self._source(line))
        if line.deposit:
            remarks.append(self.tr("deposit {amount}").format(amount=words.money(line.deposit)))
        return [*remarks, line.sku] if line.sku else remarks

    def _source(self, line: LineDraft) -> str:
        note = line.price_note
        if line.price_source == Source.PROMOTION:
            note = self._parts.words.day_or_text(note)
        return price_source_words(line.price_source, note)

    def _tip(self, line: LineDraft) -> str:
        """Where the price comes from, the base price, what is in stock."""
        words = self._parts.words
        tips = [f"{line.sku}  {line.full_name}".strip(), self._source(line)]
        if line.listed_price is not None and line.listed_price != line.unit_price:
            listed = words.money(line.listed_price)
            tips.append(self.tr("list price {price}").format(price=listed))
        base = base_price(line.unit_price, line.content, line.content_unit)
        if base is not None:
            tips.append(f"{words.money(base.amount)} / {base.unit}")
        if line.stock is not None and line.quantity > line.stock:
            stock = words.number(line.stock)
            tips.append(self.tr("only {count} in stock").format(count=stock))
        if line.warning:
            tips.append(line.warning)
        return "\n".join(tips)

    def _typed(self, n: int, column: int) -> None:
        item = self.item(n, column)
        line = self._lines[n]
        if item is None or column not in _EDITABLE:
            return
        try:
            if column == QUANTITY:
                before, line.quantity = line.quantity, typed_quantity(item.text())
                self._pricing.follow_quantity(line, before)
            elif item.text().strip():
                set_typed_price(line, item.text(), self._pricing.pricing)
            else:
                self._pricing.take_offer(line)
        except Refused as refusal:
            self.refused.emit(refusal)
            self.show_lines(self._lines)
            return
        self.show_lines(self._lines)
        self.edited.emit()
        if column == PRICE and needs_reason(line):
            self.reason_wanted.emit()


class _NamedEditors(QStyledItemDelegate):
    """The field a quantity or a price is typed in says which it is."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        made.setAccessibleName(
            str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        )
        return made
