"""A care sheet: the knowledge article as a page that goes with the goods."""

import re

from shopphone.letters.flow import LEFT_MM, PITCH_MM, Flow
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import Sheet

_NUMBERED = re.compile(r"^(\d+[.)])\s+(.*)")
_BULLET = re.compile(r"^[-*•]\s+(.*)")
_MARKS = re.compile(r"(\*\*|__|`)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


def add(sheet: Sheet, heading: str, text: str) -> None:
    """Lay out simple Markdown: headings, numbered steps, bullets and paragraphs."""
    flow = Flow(sheet, sheet.new_page())
    flow.heading(heading, size=13, before_mm=0)
    flow.space(1.5)
    for raw in text.replace("\r\n", "\n").split("\n"):
        _block(flow, _MARKS.sub("", _LINK.sub(r"\1 (\2)", raw.strip())))


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
    flow.page.text(LEFT_MM, flow.y_mm + PITCH_MM, mark, font=BOLD)
    flow.paragraph(text, indent_mm=7, after_mm=1.2)
