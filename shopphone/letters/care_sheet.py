"""Care sheets: knowledge articles as pages that go with the goods."""

import re
from collections.abc import Iterable
from functools import lru_cache

from shopphone.letters.breaking import lines
from shopphone.letters.flow import (
    BOTTOM_MM,
    LEFT_MM,
    NEXT_TOP_MM,
    PITCH_MM,
    RIGHT_MM,
    TEXT_MM,
    Flow,
    joined,
)
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import PAGE_HEIGHT_MM, PAGE_WIDTH_MM, Page, Sheet
from shopphone.letters.structure import COLUMN_HEAD

_CUT_MM = 148.5  # half of A4: each half is a sheet of A5
_LOWER_MM = 154.0
_HALF_MM = BOTTOM_MM - _LOWER_MM
_NUMBERED = re.compile(r"^(\d+[.)])\s+(.*)")
_BULLET = re.compile(r"^[-*•]\s+(.*)")
_RULE = re.compile(r":?-+:?")
_MARKS = re.compile(r"(\*\*|__|`)")
# no bracket within brackets, so that thousands of open ones are looked through once
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))*)(?:\s[^()]*)?\)")
_MOST_COLUMNS = 8  # narrower than 2 cm nobody reads them


def add_all(sheet: Sheet, sheets: Iterable[tuple[str, str]]) -> None:
    """Half a page for each that fits there, two to a page to be cut; pages of its own for a longer one."""
    half_free: Page | None = None
    for heading, text in sheets:
        is_short = _height_mm(heading, text) <= _HALF_MM
        if is_short and half_free is not None:
            half_free.line(0, _CUT_MM, PAGE_WIDTH_MM, _CUT_MM, width_pt=0.3)
            _add(Flow(sheet, half_free, _LOWER_MM), heading, text)
            half_free = None
            continue
        page = sheet.new_page()
        _add(Flow(sheet, page), heading, text)
        half_free = page if is_short else half_free


def alone(heading: str, text: str, language: str) -> bytes:
    """One article as a PDF of its own."""
    sheet = Sheet(heading, "", language)
    add_all(sheet, [(heading, text)])
    return sheet.finish()


@lru_cache(maxsize=256)
def _height_mm(heading: str, text: str) -> float:
    """As drawn on a page that nobody prints."""
    scratch = Sheet("", "", "de")
    flow = Flow(scratch, scratch.new_page())
    _add(flow, heading, text)
    return flow.y_mm - NEXT_TOP_MM if len(scratch.pages) == 1 else PAGE_HEIGHT_MM


def _add(flow: Flow, heading: str, text: str) -> None:
    """Simple Markdown: headings, numbered steps, bullets, tables and paragraphs."""
    flow.heading(heading, size=13, before_mm=0, role="H1")
    flow.space(1.5)
    rows: list[list[str]] = []
    for raw in [*text.replace("\r\n", "\n").split("\n"), ""]:
        line = _MARKS.sub("", _LINK.sub(r"\1 (\2)", raw.strip()))
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _table(flow, rows)
            rows = []
        _block(flow, line)


def _table(flow: Flow, rows: list[list[str]]) -> None:
    """Columns of one width; the row above the rule of dashes is the head.

    What has more columns than a page has room for is printed row by row as text.
    """
    ruled = len(rows) > 1 and all(_RULE.fullmatch(cell) for cell in rows[1])
    shown = [row for n, row in enumerate(rows) if not (ruled and n == 1)]
    columns = max(map(len, shown))
    if columns > _MOST_COLUMNS:
        for each in shown:
            flow.paragraph(" · ".join(filter(None, each)), after_mm=1.2)
        return
    column_mm = TEXT_MM / columns
    with flow.structure.tag("Table"):
        for n, row in enumerate(shown):
            with flow.structure.tag("TR"):
                _row(flow, row, column_mm, is_head=ruled and n == 0)
    flow.space(1.2)


def _row(flow: Flow, row: list[str], column_mm: float, *, is_head: bool) -> None:
    font = BOLD if is_head else REGULAR
    cells = [lines(cell, column_mm - 4, font) for cell in row]
    role, more = ("TH", COLUMN_HEAD) if is_head else ("TD", "")
    places = [flow.structure.add(role, more) for _ in cells]
    height = max(map(len, cells))
    flow.need(min(height, 3) * PITCH_MM)
    for k in range(height):
        flow.need(PITCH_MM)
        flow.space(PITCH_MM)
        for column, (cell, place) in enumerate(zip(cells, places, strict=True)):
            if k < len(cell):
                left = LEFT_MM + column * column_mm
                with flow.structure.into(place):
                    flow.page.text(left, flow.y_mm, joined(cell[k]), font=font)
    flow.space(1.4)
    flow.page.line(LEFT_MM, flow.y_mm, RIGHT_MM, flow.y_mm, width_pt=0.3)


def _block(flow: Flow, line: str) -> None:
    numbered, bullet = _NUMBERED.match(line), _BULLET.match(line)
    if not line:
        flow.space(1.2)
    elif line.startswith("#"):
        flow.heading(line.lstrip("# "))
    elif numbered:
        _item(flow, numbered[1], numbered[2])
    elif bullet:
        _item(flow, "•", bullet[1])
    else:
        flow.paragraph(line, after_mm=1.2)


def _item(flow: Flow, mark: str, text: str) -> None:
    flow.need(2 * PITCH_MM)
    with flow.structure.tag("L"), flow.structure.tag("LI"):
        with flow.structure.tag("Lbl"):
            flow.page.text(LEFT_MM, flow.y_mm + PITCH_MM, joined(mark), font=BOLD)
        flow.paragraph(text, indent_mm=7, after_mm=1.2, role="LBody")
