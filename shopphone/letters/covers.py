"""Envelopes without a window and address labels: pages of their own size.

What the post's machines read: sender small at the upper left, the address in the lower right,
15 mm free at the edges, the upper right free for the stamp.
"""

from shopphone.domain.customer_letters import Cover
from shopphone.letters import frame, short_letter
from shopphone.letters.breaking import one_line
from shopphone.letters.flow import joined
from shopphone.letters.sheet import GREY, Page, Sheet

_EDGE_MM = 15.0
_STAMP_MM = 80.0  # from the right edge
_SENDER_PITCH_MM = 3.6
_PITCH_MM = 5.0
_LABEL_MM = 110.0  # narrower than this there is no stamp on it


def write(content: Cover) -> bytes:
    """The address on paper of this size; the same content gives the same bytes."""
    width, height = content.size_mm
    with short_letter.one_at_a_time:
        sheet = Sheet(content.title, content.sender[0], content.language, size_mm=content.size_mm)
        page = sheet.new_page()
        if width < _LABEL_MM:
            sender = " · ".join(content.sender)
            with page.structure.tag("P"):
                page.text(6, 8, one_line(sender, width - 12, size=7), size=7, colour=GREY)
            _recipient(page, content, 10.0, 19.0)
        else:
            _sender(page, content.sender, width - _STAMP_MM - _EDGE_MM)
            lowest = height - _EDGE_MM - 3
            _recipient(page, content, width / 2, lowest - (frame.ADDRESS_LINES - 1) * _PITCH_MM)
        return sheet.finish()


def _sender(page: Page, sender: tuple[str, ...], room_mm: float) -> None:
    with page.structure.tag("P"):
        for n, line in enumerate(sender):
            y = _EDGE_MM + n * _SENDER_PITCH_MM
            page.text(_EDGE_MM, y, joined(one_line(line, room_mm, size=8)), size=8, colour=GREY)


def _recipient(page: Page, content: Cover, left_mm: float, first_mm: float) -> None:
    with page.structure.tag("P"):
        for n, line in enumerate(frame.window_lines(content.recipient)):
            page.text(left_mm, first_mm + n * _PITCH_MM, joined(line), size=11)
