"""The lines and sums of a placed order as agreed, with what only the shop sees: where prices came from."""

from PySide6.QtCore import QObject

from shopphone.domain.orders import OrderDetail, OrderLine
from shopphone.domain.prices import Source
from shopphone.domain.vat import VatMode
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import label, money, pair, row
from shopphone.ui.kit.table import Column, Rows, Table
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.reckoning_words import right_words
from shopphone.ui.panels.state_words import price_source_words, vat_mode_words

_MOST_AS_TEXT = 12
_TABLE_HEIGHT = 320


class OrderFigures(QObject):
    """Writes them into a detail card."""

    def __init__(self, card: DetailCard, words: Words) -> None:
        super().__init__(card)
        self._card = card
        self._words = words

    def add(self, order: OrderDetail) -> None:
        """Every line, then the sums in the order of the letter."""
        card, words = self._card, self._words
        if len(order.lines) > _MOST_AS_TEXT:
            card.column.addWidget(self._table(order.lines))
        else:
            for line in order.lines:
                self._add_line(line)
        sums = order.totals
        for text, amount in (
            (self.tr("Discount"), -sums.discount),
            (self.tr("Coupon {code}").format(code=order.coupon_code), -sums.coupon),
            (self.tr("Deposit"), sums.deposit),
        ):
            if amount:
                card.column.addLayout(row(label(text, tone="muted"), 1, money(words.money(amount))))
        shipping = money(words.money(sums.shipping))
        card.column.addLayout(row(label(order.shipping_name, tone="muted"), 1, shipping))
        net = sums.mode is VatMode.NET
        text = self.tr("plus {rate} % VAT") if net else self.tr("incl. {rate} % VAT")
        for group in sums.groups if sums.shows_vat else ():
            said = label(text.format(rate=words.number(group.rate)), tone="muted")
            card.column.addLayout(row(said, 1, money(words.money(group.vat))))
        total = money(words.money(sums.total), "heading")
        card.column.addLayout(row(label(self.tr("Total"), size="heading"), 1, total))
        mode = vat_mode_words(sums.mode)
        if mode:
            card.line(f"{mode} {order.vat_id}".strip(), "muted")
        if order.shop_total is not None and order.shop_total != sums.total:
            text = self.tr("{amount} in the shop system: look at the difference.")
            card.line(text.format(amount=words.money(order.shop_total)), "careful")

    def add_mandate(self, order: OrderDetail) -> None:
        """The account of a debit, and whether it may be debited yet."""
        card, words = self._card, self._words
        mandate = order.mandate
        if mandate is None:
            return
        card.line(
            f"{mandate.holder} · {mandate.masked_iban} · {mandate.bank} · {mandate.reference}",
            "muted",
        )
        if mandate.returned_on is None:
            card.line(self.tr("The signed mandate is not back yet: do not debit."), "careful")
        else:
            day = words.day(mandate.returned_on)
            card.line(self.tr("Mandate back on {day}.").format(day=day), "muted")

    def _table(self, lines: tuple[OrderLine, ...]) -> Table:
        """Many lines scroll by themselves: as texts of their own each would be laid out by itself."""
        words = self._words
        model = Rows[OrderLine](
            (
                Column[OrderLine](
                    self.tr("Qty"), lambda x: words.number(x.quantity), 44, right=True
                ),
                Column[OrderLine](self.tr("Article"), self._named, 0),
                Column[OrderLine](self.tr("Sum"), lambda x: words.money(x.gross), 80, right=True),
            )
        )
        model.show_rows(lines)
        made = Table(model, self.tr("Lines of the order"))
        model.setParent(made)
        made.setFixedHeight(_TABLE_HEIGHT)
        return made

    def _named(self, line: OrderLine) -> str:
        return " · ".join([f"{line.name} {line.option}".strip(), *self._remarks(line)])

    def _remarks(self, line: OrderLine) -> list[str]:
        """Where the price comes from, and what it is today."""
        words = self._words
        remarks = []
        if line.price_source not in (Source.LIST, ""):
            promotion = line.price_source == Source.PROMOTION
            note = words.day_or_text(line.price_note) if promotion else line.price_note
            remarks.append(price_source_words(line.price_source, note))
        of_list = line.price_source not in (Source.TIER, Source.GROUP, Source.PROMOTION)
        if of_list and line.price_today is not None and line.price_today != line.gross_price:
            text = self.tr("today {today}, agreed {agreed}")
            agreed = words.money(line.gross_price)
            remarks.append(text.format(today=words.money(line.price_today), agreed=agreed))
        return remarks

    def _add_line(self, line: OrderLine) -> None:
        card, words = self._card, self._words
        name = f"{words.number(line.quantity)} × {line.name} {line.option}"
        card.column.addLayout(pair(name, money(words.money(line.gross))))
        right = WithdrawalRule.of(line.withdrawal_rule)
        if right.number:
            card.line(*right_words(right))
        for remark in self._remarks(line):
            card.line(remark, "careful")
