"""Goods without prices: number, article, quantity; the head repeats on every page."""

from collections.abc import Sequence
from typing import Any

from shopphone.domain.order_letters import GoodsRow
from shopphone.letters import amounts
from shopphone.letters.breaking import lines
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, Flow, joined
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import GREY
from shopphone.letters.structure import COLUMN_HEAD, ROW_HEAD

_ARTICLE_MM, _ARTICLE_WIDTH_MM = 36.0, 128.0
_ROW_GAP_MM = 1.4


def draw(flow: Flow, goods: Sequence[GoodsRow], words: dict[str, Any], language: str) -> None:
    """A table; a row that does not fit goes on the next page."""
    table = flow.structure.add("Table")
    flow.need(4 * PITCH_MM)
    with flow.structure.tag("TR", parent=table):
        _head(flow, words)
    for position, row in enumerate(goods, 1):
        name = lines(row.name or row.sku or "–", _ARTICLE_WIDTH_MM, BOLD)
        number = words["article_number"].format(sku=row.sku) if row.sku else ""
        small = [
            part
            for text in (row.details, number)
            for part in lines(text, _ARTICLE_WIDTH_MM)
            if text.strip()
        ]
        if flow.need(min(len(name) + len(small), 4) * PITCH_MM + _ROW_GAP_MM):
            with flow.structure.aside():
                _head(flow, words)
        with flow.structure.tag("TR", parent=table):
            _row(flow, position, row, name, small, language)
    flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.4, colour=GREY)
    flow.space(3)


def _head(flow: Flow, words: dict[str, Any]) -> None:
    flow.space(PITCH_MM)
    page, y = flow.page, flow.y_mm
    for at, text in ((LEFT_MM, words["position"]), (_ARTICLE_MM, words["article"])):
        with flow.structure.tag("TH", COLUMN_HEAD):
            page.text(at, y, text, colour=GREY)
    with flow.structure.tag("TH", COLUMN_HEAD):
        page.text_right(RIGHT_MM, y, words["quantity"], colour=GREY)
    page.line(LEFT_MM, y + 1.6, RIGHT_MM, y + 1.6, width_pt=0.6, colour=GREY)
    flow.space(2.0)


def _row(
    flow: Flow,
    position: int,
    row: GoodsRow,
    name: Sequence[str],
    small: Sequence[str],
    language: str,
) -> None:
    structure = flow.structure
    number, article, quantity = (
        structure.add("TD"),
        structure.add("TH", ROW_HEAD),
        structure.add("TD"),
    )
    flow.space(PITCH_MM)
    with structure.into(number):
        flow.page.text(LEFT_MM, flow.y_mm, str(position))
    with structure.into(quantity):
        flow.page.text_right(RIGHT_MM, flow.y_mm, amounts.quantity(row.quantity, language))
    with structure.into(article):
        flow.page.text(_ARTICLE_MM, flow.y_mm, joined(name[0]), font=BOLD)
        for text, font in (
            *((each, BOLD) for each in name[1:]),
            *((each, REGULAR) for each in small),
        ):
            flow.need(PITCH_MM)
            flow.space(PITCH_MM)
            flow.page.text(_ARTICLE_MM, flow.y_mm, joined(text), font=font)
    flow.space(_ROW_GAP_MM)
