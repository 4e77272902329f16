"""The sheet of DIN 5008 form B: letterhead, address window, information block, marks, footers.

Nothing private stands where an envelope's window can slide: x 1-110 mm, y 45-99 mm (DIN 680).
"""

from collections.abc import Sequence

from shopphone.domain.letters import Seller
from shopphone.letters.breaking import lines, one_line
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import ACCENT, GREY, LINE_GREY, Page, width_mm

RETURN_LINE_BASELINE_MM = 48.9
ADDRESS_FIRST_BASELINE_MM = 66.1
ADDRESS_MAX_MM = 66.0  # always visible in a sliding C6/C5 window: 25-91 mm
ADDRESS_LINES = 6
INFO_LEFT_MM, INFO_VALUE_MM, INFO_FIRST_BASELINE_MM = 125.0, 147.0, 52.9
SUBJECT_BASELINE_MM = 102.2  # the subject's box begins at 98.46 mm
FOLD_MARKS_MM = (105.0, 210.0)
HOLE_MARK_MM = 148.5


def letterhead(page: Page, seller: Seller) -> None:
    """Name of the shop over a thin line, contact at the right."""
    page.text(LEFT_MM, 22, one_line(seller.name, 105, BOLD, 17), size=17, font=BOLD, colour=ACCENT)
    page.text(LEFT_MM, 28, one_line(seller.place, 105, size=9), size=9, colour=GREY)
    for n, text in enumerate((seller.phone, seller.email, seller.website)):
        page.text_right(
            RIGHT_MM, 19 + n * PITCH_MM, one_line(text, 60, size=9), size=9, colour=GREY
        )
    page.line(LEFT_MM, 33, RIGHT_MM, 33, width_pt=0.8, colour=ACCENT)


def marks(page: Page) -> None:
    for y in FOLD_MARKS_MM:
        page.line(5, y, 7.5, y, width_pt=0.25, colour=GREY)
    page.line(5, HOLE_MARK_MM, 9, HOLE_MARK_MM, width_pt=0.25, colour=GREY)


def address(page: Page, seller: Seller, recipient: Sequence[str]) -> None:
    """Return line on one line, whatever its length; then the recipient, six lines at most."""
    sender = " · ".join(
        part for part in (seller.name, seller.street, f"{seller.postcode} {seller.town}") if part
    )
    size = next((s for s in (8, 7.5, 7) if width_mm(sender, size=s) <= 80), 7)
    shown = one_line(sender, 80, size=size)
    page.text(LEFT_MM, RETURN_LINE_BASELINE_MM, shown, size=size, colour=GREY)
    for n, line in enumerate(window_lines(recipient)):
        page.text(LEFT_MM, ADDRESS_FIRST_BASELINE_MM + n * PITCH_MM, line, size=10)


def window_lines(recipient: Sequence[str]) -> list[str]:
    """The address broken to the window; too many lines cut the middle, never street and town."""
    broken = [line for part in recipient for line in lines(part, ADDRESS_MAX_MM) if line.strip()]
    if len(broken) <= ADDRESS_LINES:
        return broken
    tail = [one_line(part, ADDRESS_MAX_MM) for part in recipient[-2:]]
    return [*broken[: ADDRESS_LINES - len(tail)], *tail]


def information(page: Page, rows: Sequence[tuple[str, str]]) -> None:
    """The block at the right: what this letter is about, in two columns."""
    baseline, room = INFO_FIRST_BASELINE_MM, RIGHT_MM - INFO_VALUE_MM
    for label, value in rows:
        if not value:
            continue
        page.text(INFO_LEFT_MM, baseline, label, size=9, colour=GREY)
        size = next((s for s in (10, 9.5, 9, 8.5, 8) if width_mm(value, size=s) <= room), 7.5)
        page.text(INFO_VALUE_MM, baseline, one_line(value, room, size=size), size=size)
        baseline += PITCH_MM


def continued(page: Page, text: str) -> None:
    """The head of page 2 and on."""
    page.text(LEFT_MM, 22, one_line(text, 120, size=9), size=9, colour=GREY)
    page.line(LEFT_MM, 24.5, RIGHT_MM, 24.5, colour=LINE_GREY)


def footer(page: Page, seller: Seller, number: str) -> None:
    """Legal line of the seller and the page number."""
    parts = (
        seller.name,
        seller.owner,
        seller.register,
        f"USt-IdNr. {seller.vat_id}" if seller.vat_id else "",
        f"St.-Nr. {seller.tax_number}" if seller.tax_number else "",
    )
    legal = one_line(" · ".join(part for part in parts if part), 138, size=7.5)
    page.line(LEFT_MM, 279.5, RIGHT_MM, 279.5, colour=LINE_GREY)
    page.text(LEFT_MM, 284, legal, size=7.5, colour=GREY)
    page.text_right(RIGHT_MM, 284, number, size=9, font=REGULAR, colour=GREY)
