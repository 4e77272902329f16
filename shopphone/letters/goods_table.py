"""The table of ordered goods: heads repeat, long texts break, amounts stand under each other."""

from decimal import Decimal
from typing import Any

from shopphone.domain.letters import Confirmation, LetterLine
from shopphone.domain.vat import VatMode
from shopphone.letters import amounts, goods_sums
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import GREY, width_mm
from shopphone.letters.structure import COLUMN_HEAD, ROW_HEAD, Element

_ARTICLE_MM, _ARTICLE_WIDTH_MM = 33.0, 78.0
_DETAIL_WIDTH_MM = 130.0  # below the figures there is room up to the column of amounts
_QUANTITY_MM, _PRICE_MM, _VAT_MM = 124.0, 149.0, 163.0  # right ends
_ROW_GAP_MM = 1.6


def draw(flow: Flow, content: Confirmation, own: dict[str, Any]) -> None:
    """Every line, with the sum so far carried over to each new page, then the totals."""
    table = _Table(flow, content, own["words"])
    with flow.structure.into(table.element), flow.structure.tag("TR"):
        table.head()
    for position, line in enumerate(content.lines, 1):
        table.row(position, line)
    flow.space(0.6)
    goods_sums.draw(flow, content, own)


class _Table:
    """The table while it runs down the pages."""

    def __init__(self, flow: Flow, content: Confirmation, words: dict[str, Any]) -> None:
        self._flow = flow
        self._language = content.language
        self._with_vat = content.totals.shows_vat
        self._net = content.totals.mode is VatMode.NET
        self._words = words
        self._so_far = Decimal(0)
        self.element = flow.structure.add("Table")
        # decimals hang right of the comma, so whole and broken numbers stand under each other
        self._quantity_tail_mm = max(
            (self._tail_mm(self._quantity(line)) for line in content.lines), default=0
        )
        self._price_tail_mm = max(
            (self._tail_mm(self._price(line)) for line in content.lines), default=0
        )

    def head(self) -> None:
        self._flow.space(PITCH_MM)
        words, y = self._words, self._flow.y_mm
        self._head(LEFT_MM, words["position"], right=False)
        self._head(_ARTICLE_MM, words["article"], right=False)
        self._head(_QUANTITY_MM, words["quantity"])
        self._head(_PRICE_MM, words["unit_price_net" if self._net else "unit_price"])
        if self._with_vat:
            self._head(_VAT_MM, words["vat"])
        self._head(RIGHT_MM, words["amount_net" if self._net else "amount"])
        self._flow.page.line(LEFT_MM, y + 1.6, RIGHT_MM, y + 1.6, width_pt=0.6, colour=GREY)
        self._flow.space(2.0)

    def _head(self, at_mm: float, text: str, *, right: bool = True) -> None:
        page, y = self._flow.page, self._flow.y_mm
        draw = page.text_right if right else page.text
        with self._flow.structure.tag("TH", COLUMN_HEAD):
            draw(at_mm, y, text, colour=GREY)

    def row(self, position: int, line: LetterLine) -> None:
        name = lines(line.name or line.sku or "–", _ARTICLE_WIDTH_MM, BOLD)
        small = [
            part
            for text in _details(line, self._words, self._language)
            for part in lines(text, _DETAIL_WIDTH_MM)
        ]
        height = (min(len(name), 3) + min(len(small), 3)) * PITCH_MM
        if self._flow.left_mm < height + _ROW_GAP_MM:
            self._next_page()
        structure = self._flow.structure
        with structure.tag("TR", parent=self.element):
            article = self._figures(position, line, joined(name[0]))
        self._so_far += line.gross
        with structure.into(article):
            for text in name[1:]:
                self._below(joined(text), BOLD)
            for text in small:
                self._below(joined(text), REGULAR)
        flow = self._flow
        flow.space(_ROW_GAP_MM)
        flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.3)

    def _figures(self, position: int, line: LetterLine, name: str) -> Element:
        """The line's first row of print; gives the cell where its other texts go on."""
        self._flow.space(PITCH_MM)
        page, y, tag = self._flow.page, self._flow.y_mm, self._flow.structure.tag
        with tag("TD"):
            page.text(LEFT_MM, y, str(position))
        with tag("TH", ROW_HEAD) as article:
            page.text(_ARTICLE_MM, y, name, font=BOLD)
        with tag("TD"):
            self._at_comma(_QUANTITY_MM, self._quantity(line), self._quantity_tail_mm)
        with tag("TD"):
            self._at_comma(_PRICE_MM, self._price(line), self._price_tail_mm)
        if self._with_vat:
            with tag("TD"):
                page.text_right(_VAT_MM, y, f"{amounts.percent(line.vat, self._language)}\u00a0%")
        with tag("TD"):
            page.text_right(RIGHT_MM, y, amounts.money(line.gross, self._language))
        return article

    def _below(self, text: str, font: str) -> None:
        flow = self._flow
        if flow.left_mm < PITCH_MM + _ROW_GAP_MM:
            self._next_page()
        flow.space(PITCH_MM)
        if font == BOLD:
            flow.page.text(_ARTICLE_MM, flow.y_mm, text, font=BOLD)
        else:
            flow.page.text(_ARTICLE_MM, flow.y_mm, text, colour=GREY)

    def _next_page(self) -> None:
        flow = self._flow
        flow.new_page()
        with flow.structure.aside():
            self.head()
            if self._so_far:
                self._carried()

    def _carried(self) -> None:
        flow = self._flow
        flow.space(PITCH_MM)
        flow.page.text(_ARTICLE_MM, flow.y_mm, self._words["carried"], colour=GREY)
        shown = amounts.money(self._so_far, self._language)
        flow.page.text_right(RIGHT_MM, flow.y_mm, shown, colour=GREY)
        flow.space(_ROW_GAP_MM)
        flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.3)

    def _at_comma(self, right_mm: float, number: str, tail_mm: float) -> None:
        whole, tail = self._split(number)
        comma = right_mm - tail_mm
        self._flow.page.text_right(comma, self._flow.y_mm, whole)
        self._flow.page.text(comma, self._flow.y_mm, tail)

    def _tail_mm(self, number: str) -> float:
        return width_mm(self._split(number)[1])

    def _split(self, number: str) -> tuple[str, str]:
        whole, comma, tail = number.partition("." if self._language == "en" else ",")
        return whole, comma + tail

    def _quantity(self, line: LetterLine) -> str:
        return amounts.quantity(line.quantity, self._language)

    def _price(self, line: LetterLine) -> str:
        return amounts.unit_price(line.unit_price, self._language)


def _details(line: LetterLine, words: dict[str, Any], language: str) -> list[str]:
    """What stands small below the name: characteristics, numbers, what is special."""
    numbers = [words["article_number"].format(sku=line.sku)] if line.sku else []
    if line.base_price is not None:
        shown = amounts.money(line.base_price.amount, language)
        numbers.append(words["base_price"].format(amount=shown, unit=line.base_price.unit))
    if line.discount:
        shown = amounts.percent(line.discount * 100, language)
        numbers.append(words["discount_line"].format(percent=shown))
    if line.deposit:
        shown = amounts.unit_price(line.deposit, language)
        numbers.append(words["deposit_line"].format(amount=shown))
    if line.minimum_age:
        numbers.append(words["age_line"].format(age=line.minimum_age))
    special = "" if line.withdrawal_rule.has_right else words["no_right"]
    if line.withdrawal_rule.may_be_lost:
        special = words["right_may_end"]
    return [text for text in (line.description, " · ".join(numbers), special) if text.strip()]
