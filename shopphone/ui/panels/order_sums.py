"""The sums of an order, live: goods, what is taken off, deposit, shipping, VAT per rate, total."""

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from shopphone.domain.totals import Totals
from shopphone.domain.vat import VatMode
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import clear, label, money, row
from shopphone.ui.panels.state_words import vat_mode_words


class OrderSums(QWidget):
    """Follows every keystroke; where no VAT is due, nothing of it is shown but the reason."""

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
        # where the column is narrow the words break, the amount never does
        self._total_words = label(size="heading", wrap=True)
        total = row(self._total_words, self.total, spacing=4)
        total.setStretch(0, 1)
        column.addLayout(total)
        self._mode = label(tone="muted", size="small", wrap=True)
        column.addWidget(self._mode)
        self._difference = label(tone="careful", wrap=True)
        column.addWidget(self._difference)

    def show_sums(
        self, sums: Totals, shop_total: Decimal | None = None, *, agreed_shipping: bool = False
    ) -> None:
        """shop_total: what another system shows; any difference is said, never hidden."""
        clear(self._rows)
        for n, (text, amount) in enumerate(self._shown(sums, agreed_shipping)):
            self._rows.addWidget(label(text, tone="muted"), n, 0)
            self._rows.addWidget(money(amount), n, 1)
        name = self.tr("Total incl. VAT") if sums.shows_vat else self.tr("Total")
        self._total_words.setText(name)
        self.total.setAccessibleName(name)
        self.total.setText(self._words.money(sums.total))
        self._mode.setText(vat_mode_words(sums.mode))
        self._mode.setVisible(bool(self._mode.text()))
        self._show_difference(sums.total, shop_total)

    def _show_difference(self, total: Decimal, shop_total: Decimal | None) -> None:
        off = Decimal(0) if shop_total is None else total - shop_total
        text = self.tr("{amount} more than in the shop system")
        if off < 0:
            text = self.tr("{amount} less than in the shop system")
        self._difference.setText(text.format(amount=self._words.money(abs(off))) if off else "")
        self._difference.setVisible(bool(off))

    def _shown(self, sums: Totals, agreed_shipping: bool) -> list[tuple[str, str]]:
        words, net = self._words, sums.mode is VatMode.NET
        shown = [(self.tr("Goods, net") if net else self.tr("Goods"), words.money(sums.goods))]
        if sums.discount:
            shown.append((self.tr("Discount"), words.money(-sums.discount)))
        if sums.coupon:
            shown.append((self.tr("Coupon"), words.money(-sums.coupon)))
        if sums.deposit:
            shown.append((self.tr("Deposit"), words.money(sums.deposit)))
        sent = self.tr("Shipping, agreed") if agreed_shipping else self.tr("Shipping")
        shown.append((sent, words.money(sums.shipping)))
        text = self.tr("plus {rate} % VAT") if net else self.tr("incl. {rate} % VAT")
        for group in sums.groups if sums.shows_vat else ():
            shown.append((text.format(rate=words.number(group.rate)), words.money(group.vat)))
        return shown
