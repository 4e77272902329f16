"""The points to read out before the yes (Art. 246a § 3 EGBGB), as sentences of this order."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from shopphone.domain.readback import POINTS, ReadBackPoint, missing
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.parts import chip, label, row, set_chip


class ReadBack(QWidget):
    """Five tiles; each tick keeps its time, an order that changes takes its points back."""

    told = Signal(str, bool)  # point code, told

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._tiles: dict[str, QCheckBox] = {}
        self._words_of: dict[str, QLabel] = {}
        self._texts: dict[str, str] = {}
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
        for code in POINTS:
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

    @property
    def texts(self) -> dict[str, str]:
        """Point code -> the sentence as it stands here."""
        return dict(self._texts)

    @property
    def is_current(self) -> bool:
        """Whether the sentences are those of the order as it stands."""
        return self._current

    def expect_points(self) -> None:
        """The order has changed: what stands here is not to be ticked any more."""
        self._current = False

    def show_points(self, points: tuple[ReadBackPoint, ...], told: dict[str, str]) -> None:
        for point in points:
            text = self.sentence(point)
            self._texts[point.code] = text
            self._words_of[point.code].setText(text)
            self._tiles[point.code].setAccessibleName(text)
        self._current = True
        self.show_told(told)

    def show_told(self, told: dict[str, str]) -> None:
        for code, tile in self._tiles.items():
            tile.blockSignals(True)
            tile.setChecked(code in told)
            tile.blockSignals(False)
        left = len(missing(told))
        text = self.tr("{done} of {all}").format(done=len(POINTS) - left, all=len(POINTS))
        set_chip(self._count, text, "careful" if left else "fine")

    def tick_next(self) -> None:
        """F5: the next point that is not told yet."""
        tile = self.next_tile()
        if tile is not None and self._current:
            tile.setChecked(True)

    def next_tile(self) -> QCheckBox | None:
        return next((tile for tile in self._tiles.values() if not tile.isChecked()), None)

    def sentence(self, point: ReadBackPoint) -> str:
        """What the clerk reads aloud."""
        if point.code == "P1":
            goods = "; ".join(
                line.name
                if line.quantity == 1
                else f"{self._words.number(line.quantity)} × {line.name}"
                for line in point.lines
            )
            return self.tr("Goods: {goods}").format(goods=goods or "–")
        if point.code == "P2":
            return self.tr("You are ordering from {seller}.").format(seller=point.seller)
        if point.code == "P3":
            return self._price(point)
        if point.code == "P4":
            return self._withdrawal(point)
        return self.tr("It is a single purchase: no term, nothing to cancel.")

    def _price(self, point: ReadBackPoint) -> str:
        assert point.total is not None
        total = self._words.money(point.total)
        if not point.with_vat:
            return self._price_without_vat(total, point.shipping)
        if not point.shipping:
            return self.tr("Total {total} including VAT, shipping is free.").format(total=total)
        text = self.tr("Total {total} including VAT and {shipping} shipping.")
        return text.format(total=total, shipping=self._words.money(point.shipping))

    def _price_without_vat(self, total: str, shipping: Decimal | None) -> str:
        """A small business (§ 19 UStG) says nothing of VAT."""
        if not shipping:
            return self.tr("Total {total}, shipping is free.").format(total=total)
        text = self.tr("Total {total} including {shipping} shipping.")
        return text.format(total=total, shipping=self._words.money(shipping))

    def _withdrawal(self, point: ReadBackPoint) -> str:
        text = self.tr(
            "You may withdraw within 14 days of receiving the goods, without reasons, by phone too; "
            "the instruction and a form come with the confirmation."
        )
        if point.extension_months == 1:
            text += " " + self.tr(
                "We extend this to one month from receipt of the confirmation if that is later."
            )
        elif point.extension_months > 1:
            text += " " + self.tr(
                "We extend this to {months} months from receipt of the confirmation if that is later."
            ).format(months=point.extension_months)
        if point.return_cost == "customer":
            text += " " + self.tr("You would pay the return postage.")
        if point.excluded:
            text += " " + self.tr("No withdrawal for: {goods}.").format(
                goods=", ".join(point.excluded)
            )
        if point.losable:
            text += " " + self.tr("Once unsealed it ends for: {goods}.").format(
                goods=", ".join(point.losable)
            )
        return text

    def _toggled(self, checked: bool) -> None:
        self.told.emit(str(self.sender().property("code")), checked)
