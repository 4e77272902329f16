"""The sums of an order, live: goods, discount, shipping, VAT per rate, total."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from shopphone.domain.totals import Totals
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import clear, label, money, row


class OrderSums(QWidget):
    """Follows every keystroke; a small business (§ 19 UStG) shows nothing of VAT."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(3)
        column.addLayout(self._rows)
        self.total = money(size="total")
        self._total_words = label(size="heading")
        column.addLayout(row(self._total_words, 1, self.total))
        column.addStretch(1)

    def show_sums(self, sums: Totals, *, small_business: bool) -> None:
        clear(self._rows)
        for n, (text, amount) in enumerate(self._shown(sums, small_business)):
            self._rows.addWidget(label(text, tone="muted"), n, 0)
            self._rows.addWidget(money(amount), n, 1)
        name = self.tr("Total") if small_business else self.tr("Total incl. VAT")
        self._total_words.setText(name)
        self.total.setAccessibleName(name)
        self.total.setText(self._words.money(sums.total))

    def _shown(self, sums: Totals, small_business: bool) -> list[tuple[str, str]]:
        words = self._words
        shown = [(self.tr("Goods"), words.money(sums.goods))]
        if sums.discount:
            shown.append((self.tr("Discount"), words.money(-sums.discount)))
        shown.append((self.tr("Shipping"), words.money(sums.shipping)))
        for group in () if small_business else sums.groups:
            text = self.tr("incl. {rate} % VAT").format(rate=words.number(group.rate))
            shown.append((text, words.money(group.vat)))
        return shown
