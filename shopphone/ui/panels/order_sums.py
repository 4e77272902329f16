"""The sums of an order, live: goods, discount, shipping, VAT per rate, total."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from shopphone.domain.totals import Totals
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import clear, label, money, row


class OrderSums(QWidget):
    """Follows every keystroke; there is nothing to recalculate by hand."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(3)
        self.total = money(size="total")
        self.total.setAccessibleName(self.tr("Total including VAT"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._rows)
        column.addLayout(row(label(self.tr("Total incl. VAT"), size="heading"), 1, self.total))
        column.addStretch(1)

    def show_sums(self, sums: Totals) -> None:
        words = self._words
        shown = [(self.tr("Goods"), sums.goods)]
        if sums.discount:
            shown.append((self.tr("Discount"), -sums.discount))
        shown.append((self.tr("Shipping"), sums.shipping))
        for group in sums.groups:
            text = self.tr("incl. {rate} % VAT").format(rate=words.number(group.rate))
            shown.append((text, group.vat))
        clear(self._rows)
        for n, (text, amount) in enumerate(shown):
            self._rows.addWidget(label(text, tone="muted"), n, 0)
            self._rows.addWidget(money(words.money(amount)), n, 1)
        self.total.setText(words.money(sums.total))
