"""The points to read out before the yes (Art. 246a § 3 EGBGB), as sentences of this order."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from shopphone.domain.money import round2
from shopphone.domain.order_kinds import ONGOING, SERVICES, CountryRule, Matter
from shopphone.domain.readback import (
    AGE,
    BY_SHOP,
    DIGITAL,
    MORE,
    OPENING,
    POINTS,
    SEALED,
    START,
    TERMS,
    ReadBackPoint,
    SpokenLine,
    missing,
)
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import chip, label, row, set_chip

_SAYABLE = 60  # letters of an article's description that fit into a spoken sentence


class ReadBack(QWidget):
    """A tile per point; each tick keeps its time, an order that changes takes its points back."""

    told = Signal(str, bool)  # point code, told

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._tiles: dict[str, QCheckBox] = {}
        self._words_of: dict[str, QLabel] = {}
        self._texts: dict[str, str] = {}
        self._facts: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self._needed: tuple[str, ...] = POINTS
        self._current = False
        self._count = chip("", "careful")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(
            row(
                label(self.tr("Read out before the yes"), size="heading"),
                self._count,
                1,
                label(self.tr("next point: F5"), tone="muted", size="small"),
            )
        )
        for code in (*POINTS, *(each for each in MORE if each != OPENING)):
            tile = QCheckBox()
            tile.setProperty("code", code)
            tile.toggled.connect(self._toggled)
            said = label(wrap=True)
            line = row(tile, spacing=6)
            line.addWidget(said, 1)
            line.setAlignment(tile, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(line)
            self._tiles[code] = tile
            self._words_of[code] = said
            for each in (tile, said):
                each.setVisible(code in POINTS)

    @property
    def texts(self) -> dict[str, str]:
        """Point code -> the sentence as it stands here."""
        return {**self._texts, **self._said}

    def keep_text(self, code: str, sentence: str) -> None:
        """What was said outside these tiles, kept with the order like theirs."""
        self._said[code] = sentence

    def facts_of(self, code: str) -> str:
        """What is told with this point, as it is kept for proof."""
        return self._facts.get(code, "")

    @property
    def is_current(self) -> bool:
        """Whether the sentences are those of the order as it stands."""
        return self._current

    def expect_points(self) -> None:
        """The order has changed: what stands here is not to be ticked any more."""
        self._current = False

    def show_points(self, points: tuple[ReadBackPoint, ...], told: dict[str, str]) -> None:
        self._needed = tuple(point.code for point in points)
        self._texts.clear()
        for point in points:
            text = self.sentence(point)
            self._texts[point.code] = text
            self._facts[point.code] = point.facts
            if point.code in self._tiles:
                self._words_of[point.code].setText(text)
                self._tiles[point.code].setAccessibleName(text)
                self._tiles[point.code].setEnabled(point.code != "P3" or point.total is not None)
        for code, tile in self._tiles.items():
            for each in (tile, self._words_of[code]):
                each.setVisible(code in self._needed)
        self._current = True
        self.show_told(told)

    def show_told(self, told: dict[str, str]) -> None:
        for code, tile in self._tiles.items():
            tile.blockSignals(True)
            tile.setChecked(code in told)
            tile.blockSignals(False)
        left, count = len(missing(told, self._needed)), len(self._needed)
        text = self.tr("{done} of {all}").format(done=count - left, all=count)
        set_chip(self._count, text, "careful" if left else "fine")

    def tick_next(self) -> None:
        """F5: the next point that is not told yet."""
        tile = self.next_tile()
        if tile is not None and self._current:
            tile.setChecked(True)

    def next_tile(self) -> QCheckBox | None:
        return next(
            (
                tile
                for code, tile in self._tiles.items()
                if code in self._needed and not tile.isChecked() and tile.isEnabledTo(self)
            ),
            None,
        )

    def sentence(self, point: ReadBackPoint) -> str:
        """What the clerk reads aloud."""
        told = {
            "P1": self._goods,
            "P2": self._seller,
            "P3": self._price,
            "P4": self._withdrawal,
            "P5": self._term,
        }
        return told[point.code](point) if point.code in told else self._more(point)

    def _goods(self, point: ReadBackPoint) -> str:
        goods = "; ".join(map(self._line, point.lines))
        return self.tr("Goods: {goods}").format(goods=goods or "–")

    def _line(self, line: SpokenLine) -> str:
        """Name and, if it is short enough to be said, what it essentially is."""
        number = "" if line.quantity == 1 else f"{self._words.number(line.quantity)} × "
        essentials = line.essentials.strip()
        said = f" ({essentials})" if 0 < len(essentials) <= _SAYABLE else ""
        return f"{number}{line.name}{said}"

    def _seller(self, point: ReadBackPoint) -> str:
        return self.tr("You are ordering from {seller}.").format(seller=point.seller)

    def _term(self, point: ReadBackPoint) -> str:
        term = point.term
        lasts = Matter(point.matter) in ONGOING
        fixed = term is not None and (term.months or term.days)
        if term is None or not (lasts or fixed or term.renewal or term.notice_days):
            if point.matter in SERVICES:
                return self.tr("It is a single service: no term, nothing to cancel.")
            return self.tr("It is a single purchase: no term, nothing to cancel.")
        text = self.tr("It has no fixed term.")
        if term.months:
            text = self.tr("It runs for {months} months.").format(months=term.months)
        elif term.days:
            text = self.tr("It runs for {days} days.").format(days=term.days)
        if fixed:
            text += " " + (
                self.tr("After that it goes on without a fixed term, to be ended within a month.")
                if term.renewal
                else self.tr("It ends by itself after that.")
            )
        if not (fixed or term.notice_days):
            text += " " + self.tr(
                "You can end it at any time; an informal message to us is enough."
            )
        if term.notice_days:
            text += " " + self.tr("Notice: {days} days.").format(days=term.notice_days)
        return text

    def _more(self, point: ReadBackPoint) -> str:
        if point.code == OPENING:
            text = self.tr("Good day, this is {clerk} of {seller}; I am calling because of …")
            return text.format(clerk=point.clerk or "…", seller=point.seller)
        texts = {
            START: self.tr(
                "You want us to begin before the withdrawal period ends. If you withdraw, you pay "
                "for what was done until then; once all is done, the right has ended. Do you agree?"
            ),
            DIGITAL: self.tr(
                "You agree that we begin at once, and you know that your right of withdrawal ends "
                "with that?"
            ),
            TERMS: self.tr("You have received the terms and can keep them."),
        }
        if point.code == SEALED:
            text = self.tr("Sealed; once opened there is no withdrawal: {goods}.")
            return text.format(goods=", ".join(point.losable))
        if point.code == AGE:
            return self._age(point)
        return texts[point.code]

    def _age(self, point: ReadBackPoint) -> str:
        if point.of_age == "no":
            return self.tr("You are under 18: the order counts once a parent has agreed.")
        text = self.tr(
            "From {age} years only; the parcel is handed over after a look at the papers."
        )
        return text.format(age=point.age)

    def _price(self, point: ReadBackPoint) -> str:
        if point.total is None:
            return self.tr("No price to say yet: first choose how it is sent.")
        total = self._words.money(point.total)
        if not point.with_vat:
            text = self._price_without_vat(total, point.shipping)
        elif not point.shipping:
            text = self.tr("Total {total} including VAT, shipping is free.").format(total=total)
        else:
            text = self.tr("Total {total} including VAT and {shipping} shipping.")
            text = text.format(total=total, shipping=self._words.money(point.shipping))
        return text + self._period(point.total, point.billing_months)

    def _period(self, total: Decimal, months: int | None) -> str:
        """What goes on is paid again and again: the price of a period, and of a month of it."""
        if not months:
            return ""
        if months == 1:
            return " " + self.tr("That is for each month.")
        text = self.tr("That is for each {months} months, {monthly} a month.")
        return " " + text.format(months=months, monthly=self._words.money(round2(total / months)))

    def _price_without_vat(self, total: str, shipping: Decimal | None) -> str:
        """A small business (§ 19 UStG) says nothing of VAT."""
        if not shipping:
            return self.tr("Total {total}, shipping is free.").format(total=total)
        text = self.tr("Total {total} including {shipping} shipping.")
        return text.format(total=total, shipping=self._words.money(shipping))

    def _withdrawal(self, point: ReadBackPoint) -> str:
        if point.buyer:
            return self.tr("You order as a business: there is no right of withdrawal.")
        text = self._right(point)
        if point.extension_months == 1:
            text += " " + self.tr(
                "We extend this to one month from receipt of the confirmation if that is later."
            )
        elif point.extension_months > 1:
            text += " " + self.tr(
                "We extend this to {months} months from receipt of the confirmation if that is later."
            ).format(months=point.extension_months)
        elif point.extension_days:
            text += " " + self.tr(
                "We extend this to {days} days from receipt of the confirmation if that is later."
            ).format(days=point.extension_days)
        if point.return_cost == "customer":
            text += " " + self.tr("You would pay the return postage.")
        if point.return_amount is not None:
            text += " " + self.tr(
                "These goods cannot go back by ordinary post; it would cost about {amount} at most."
            ).format(amount=self._words.money(point.return_amount))
        if point.excluded:
            text += " " + self.tr("No withdrawal for: {goods}.").format(
                goods=", ".join(point.excluded)
            )
        if point.losable:
            text += " " + self.tr("Once unsealed it ends for: {goods}.").format(
                goods=", ".join(point.losable)
            )
        return text

    def _right(self, point: ReadBackPoint) -> str:
        service = point.matter == Matter.DIGITAL or point.matter in SERVICES
        if point.country is CountryRule.AT and service:
            return self.tr(
                "You may step back from the contract within 14 days of concluding it, without "
                "reasons; the instruction and a form come with the confirmation."
            )
        if point.country is CountryRule.AT and point.matter == Matter.REGULAR:
            return self.tr(
                "You may step back from the contract within 14 days of receiving the first goods, "
                "without reasons; the instruction and a form come with the confirmation."
            )
        if point.country is CountryRule.AT:
            return self.tr(
                "You may step back from the contract within 14 days of receiving the goods, without "
                "reasons; the instruction and a form come with the confirmation."
            )
        if point.country is CountryRule.CH:
            return self._swiss_right(point, service)
        if point.matter == Matter.REGULAR:
            return self.tr(
                "You may withdraw within 14 days of receiving the first goods, without reasons, by "
                "phone too; the instruction and a form come with the confirmation."
            )
        if service:
            return self.tr(
                "You may withdraw within 14 days of concluding the contract, without reasons, by "
                "phone too; the instruction and a form come with the confirmation."
            )
        return self.tr(
            "You may withdraw within 14 days of receiving the goods, without reasons, by phone too; "
            "the instruction and a form come with the confirmation."
        )

    def _swiss_right(self, point: ReadBackPoint, service: bool) -> str:
        """Art. 40a to 40f OR: a right only where we called; else the shop's own, said as such."""
        if point.basis != BY_SHOP:
            return self.tr(
                "You may withdraw within 14 days of concluding the contract and knowing of this "
                "right; how to do so comes with the confirmation."
            )
        if service:
            return self.tr(
                "As you called us, the law gives you no right of withdrawal; we give you 14 days "
                "from concluding the contract, by phone too. It is in the confirmation."
            )
        if point.matter == Matter.REGULAR:
            return self.tr(
                "As you called us, the law gives you no right of withdrawal; we give you 14 days "
                "from receiving the first goods, by phone too. It is in the confirmation."
            )
        return self.tr(
            "As you called us, the law gives you no right of withdrawal; we give you 14 days from "
            "receiving the goods, by phone too. It is in the confirmation."
        )

    def _toggled(self, checked: bool) -> None:
        self.told.emit(str(self.sender().property("code")), checked)
