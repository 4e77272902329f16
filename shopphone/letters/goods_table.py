"""The table of ordered goods: heads repeat, long names wrap, amounts stand under each other."""

from decimal import Decimal
from typing import Any

from shopphone.domain.letters import Confirmation, LetterLine
from shopphone.letters import amounts
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import GREY, LINE_GREY

_ARTICLE_MM, _ARTICLE_WIDTH_MM = 33.0, 77.0
_QUANTITY_MM, _PRICE_MM, _VAT_MM = 124.0, 149.0, 163.0
_SMALL_PITCH_MM = 3.9
_ROW_GAP_MM = 1.6


def draw(flow: Flow, content: Confirmation, words: dict[str, Any]) -> None:
    """Every line, with the sum so far carried over to each new page."""
    _head(flow, content, words)
    so_far = Decimal(0)
    for position, line in enumerate(content.lines, 1):
        name = lines(line.name, _ARTICLE_WIDTH_MM, BOLD)
        if flow.left_mm < min(len(name), 3) * PITCH_MM + 3 * _SMALL_PITCH_MM:
            _next_page(flow, content, words, so_far)
        _line(flow, content, words, position, line, name)
        so_far += line.gross
    flow.space(0.6)
    _totals(flow, content, words)


def _head(flow: Flow, content: Confirmation, words: dict[str, Any]) -> None:
    flow.space(PITCH_MM)
    page, y = flow.page, flow.y_mm
    page.text(LEFT_MM, y, words["position"], size=8.5, colour=GREY)
    page.text(_ARTICLE_MM, y, words["article"], size=8.5, colour=GREY)
    page.text_right(_QUANTITY_MM, y, words["quantity"], size=8.5, colour=GREY)
    page.text_right(_PRICE_MM, y, words["unit_price"], size=8.5, colour=GREY)
    if not content.small_business:
        page.text_right(_VAT_MM, y, words["vat"], size=8.5, colour=GREY)
    page.text_right(RIGHT_MM, y, words["amount"], size=8.5, colour=GREY)
    page.line(LEFT_MM, y + 1.6, RIGHT_MM, y + 1.6, width_pt=0.6, colour=GREY)
    flow.space(2.0)


def _next_page(flow: Flow, content: Confirmation, words: dict[str, Any], so_far: Decimal) -> None:
    flow.new_page()
    _head(flow, content, words)
    if so_far:
        flow.space(PITCH_MM)
        flow.page.text(_ARTICLE_MM, flow.y_mm, words["carried"], size=9, colour=GREY)
        shown = amounts.money(so_far, content.language)
        flow.page.text_right(RIGHT_MM, flow.y_mm, shown, size=9, colour=GREY)
        flow.space(_ROW_GAP_MM)


def _line(
    flow: Flow,
    content: Confirmation,
    words: dict[str, Any],
    position: int,
    line: LetterLine,
    name: tuple[str, ...],
) -> None:
    language = content.language
    flow.space(PITCH_MM)
    page, y = flow.page, flow.y_mm
    page.text(LEFT_MM, y, str(position))
    page.text(_ARTICLE_MM, y, name[0], font=BOLD)
    page.text_right(_QUANTITY_MM, y, amounts.quantity(line.quantity, language))
    page.text_right(_PRICE_MM, y, amounts.unit_price(line.unit_price, language))
    if not content.small_business:
        page.text_right(_VAT_MM, y, f"{amounts.percent(line.vat, language)}\u00a0%")
    page.text_right(RIGHT_MM, y, amounts.money(line.gross, language))
    for rest in name[1:]:
        _below(flow, rest, bold=True)
    for text in _details(line, words, language):
        for part in lines(text, _ARTICLE_WIDTH_MM + 12, size=8.5):
            _below(flow, part, bold=False)
    flow.space(_ROW_GAP_MM)
    flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.3, colour=LINE_GREY)


def _below(flow: Flow, text: str, *, bold: bool) -> None:
    pitch = PITCH_MM if bold else _SMALL_PITCH_MM
    flow.need(pitch)
    flow.space(pitch)
    if bold:
        flow.page.text(_ARTICLE_MM, flow.y_mm, text, font=BOLD)
    else:
        flow.page.text(_ARTICLE_MM, flow.y_mm, text, size=8.5, colour=GREY)


def _details(line: LetterLine, words: dict[str, Any], language: str) -> list[str]:
    details = [line.description]
    if line.sku:
        details.append(words["article_number"].format(sku=line.sku))
    if line.discount:
        shown = amounts.percent(line.discount * 100, language)
        details.append(words["discount_line"].format(percent=shown))
    if line.base_price is not None:
        shown = amounts.money(line.base_price.amount, language)
        details.append(words["base_price"].format(amount=shown, unit=line.base_price.unit))
    return [text for text in details if text]


def _totals(flow: Flow, content: Confirmation, words: dict[str, Any]) -> None:
    sums, language = content.totals, content.language
    rows = [(words["goods"], sums.goods)]
    if sums.discount:
        rows.append((words["discount"], -sums.discount))
    rows.append((words["shipping"].format(method=content.shipping_name), sums.shipping))
    flow.need((len(rows) + len(sums.groups) + 3) * PITCH_MM)
    for label, amount in rows:
        flow.space(PITCH_MM)
        _sum(flow, label, amounts.money(amount, language))
    flow.space(1.4)
    flow.page.line(110, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.8, colour=GREY)
    flow.space(PITCH_MM + 0.6)
    total = words["total_small" if content.small_business else "total"]
    flow.page.text(110, flow.y_mm, total, size=11, font=BOLD)
    shown = amounts.money(sums.total, language)
    flow.page.text_right(RIGHT_MM, flow.y_mm, shown, size=11, font=BOLD)
    flow.space(0.6)
    if content.small_business:
        flow.paragraph(words["small_business"], size=9, colour=GREY, after_mm=0.6)
    else:
        _vat(flow, content, words)
    flow.paragraph(words["no_invoice"], size=10, font=BOLD, after_mm=1.0)


def _vat(flow: Flow, content: Confirmation, words: dict[str, Any]) -> None:
    for group in content.totals.groups:
        flow.space(_SMALL_PITCH_MM)
        label = words["vat_group"].format(
            rate=amounts.percent(group.rate, content.language),
            net=amounts.money(group.net, content.language),
        )
        flow.page.text(110, flow.y_mm, label, size=8.5, colour=GREY)
        shown = amounts.money(group.vat, content.language)
        flow.page.text_right(RIGHT_MM, flow.y_mm, shown, size=8.5, colour=GREY)


def _sum(flow: Flow, label: str, amount: str) -> None:
    room = RIGHT_MM - 110 - 24
    for n, part in enumerate(lines(label, room)):
        if n:
            flow.space(PITCH_MM)
        else:
            flow.page.text_right(RIGHT_MM, flow.y_mm, amount)
        flow.page.text(110, flow.y_mm, part)
