"""The sheet of DIN 5008: letterhead, address window, information block, marks, heads and feet.

Nothing private stands where an envelope's window can slide (DIN 680): x 1-110 mm, in form B
y 45-99 mm, in form A y 27-81 mm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shopphone.domain.letters import Seller
from shopphone.letters import pictures
from shopphone.letters.breaking import lines, one_line
from shopphone.letters.flow import LEFT_MM, PITCH_MM, RIGHT_MM, TEXT_MM, Flow, joined
from shopphone.letters.fonts import BOLD
from shopphone.letters.sheet import GREY, LINE_GREY, Page, width_mm
from shopphone.letters.structure import ROW_HEAD, named

LOGO_MAX_MM = 105.0
ADDRESS_MAX_MM = 66.0  # always visible in a sliding C6/C5 window: 25-91 mm
RETURN_LINE_MAX_MM = 80.0
ADDRESS_LINES, NOTE_LINES = 6, 3
INFO_LEFT_MM, INFO_VALUE_MM = 125.0, 146.0
_INFO_LINES = 10
HOLE_MARK_MM = 148.5
_NEXT_MM, _NEXT_GAP_MM, _NEXT_LEAST_MM = 20.5, 4.0, 20.0
_NEXT_LOGO_MM, _NEXT_LOGO_HEIGHT_MM = 45.0, 10.0
_FOOT_LINE_MM, _FOOT_FIRST_MM, _FOOT_PITCH_MM = 276.0, 280.0, 3.2


@dataclass(frozen=True, slots=True)
class Form:
    """Where things stand on a sheet, in mm from the top; window_mm is the address field's top."""

    letterhead_mm: float
    window_mm: float
    fold_marks_mm: tuple[float, float]
    info_first_mm: float
    subject_mm: float  # baseline; the subject's box begins two blank lines below the window

    @property
    def return_line_mm(self) -> float:
        return self.window_mm + 3.9

    @property
    def address_first_mm(self) -> float:
        return self.window_mm + 21.1

    @property
    def address_shown_mm(self) -> float:
        """Nothing private stands left of x 110 mm above this, save the address itself."""
        return self.window_mm + 54


FORMS = {
    "A": Form(14.5, 27.0, (87.0, 192.0), 34.9, 84.2),
    "B": Form(22.0, 45.0, (105.0, 210.0), 52.9, 102.2),
}


def letterhead(page: Page, seller: Seller, form: Form) -> None:
    """Logo or name of the shop over a thin line, contact at the right."""
    y, accent = form.letterhead_mm, seller.stationery.accent
    logo = pictures.read(seller.stationery.logo)
    if logo is not None:
        size = logo.within(LOGO_MAX_MM, min(y, 17))
        with page.structure.tag("Figure", named(seller.name)):
            page.picture(LEFT_MM, y + 6.2, size, logo)
    else:
        name = one_line(seller.name, LOGO_MAX_MM, BOLD, 17)
        with page.structure.tag("P"):
            page.text(LEFT_MM, y, joined(name), size=17, font=BOLD, colour=accent)
            place = one_line(seller.place, LOGO_MAX_MM, size=9)
            page.text(LEFT_MM, y + 5.2, place, size=9, colour=GREY)
    for n, text in enumerate((seller.phone, seller.email, seller.website)):
        at = y - 3.2 + n * PITCH_MM
        with page.structure.tag("P"):
            page.text_right(RIGHT_MM, at, one_line(text, 60, size=9), size=9, colour=GREY)
    page.line(LEFT_MM, y + 8.6, RIGHT_MM, y + 8.6, width_pt=0.8, colour=accent)


def marks(page: Page, form: Form) -> None:
    for y in form.fold_marks_mm:
        page.line(5, y, 7.5, y, width_pt=0.25, colour=GREY)
    page.line(5, HOLE_MARK_MM, 9, HOLE_MARK_MM, width_pt=0.25, colour=GREY)


def address(
    page: Page, seller: Seller, recipient: Sequence[str], notes: Sequence[str], form: Form
) -> None:
    """Return line on one line, whatever its length; notes from the bottom up; the recipient."""
    sender = " · ".join(
        part for part in (seller.name, seller.street, f"{seller.postcode} {seller.town}") if part
    )
    size = next((s for s in (8, 7.5, 7) if width_mm(sender, size=s) <= RETURN_LINE_MAX_MM), 7)
    shown = one_line(sender, RETURN_LINE_MAX_MM, size=size)
    with page.structure.tag("P"):
        page.text(LEFT_MM, form.return_line_mm, shown, size=size, colour=GREY)
    kept = [one_line(note, ADDRESS_MAX_MM) for note in notes if note.strip()][:NOTE_LINES]
    with page.structure.tag("P"):
        for n, line in enumerate((*kept, *window_lines(recipient)), -len(kept)):
            page.text(LEFT_MM, form.address_first_mm + n * PITCH_MM, joined(line), size=10)


def window_lines(recipient: Sequence[str]) -> list[str]:
    """The address broken to the window: six lines at most, street and town never dropped.

    What does not fit gives way in this order: the wrapped rests of the names, then the lines
    between the first name and the street, then the wrapped rests of street and town.
    """
    parts = [part for part in recipient if part.strip()]
    broken = [[line for line in lines(part, ADDRESS_MAX_MM) if line.strip()] for part in parts]
    tail = min(_place_lines(parts), len(parts))
    for n in (*reversed(range(len(parts) - tail)), *range(len(parts) - tail, len(parts))):
        if sum(map(len, broken)) <= ADDRESS_LINES:
            break
        broken[n] = [_shortened(parts[n])]
    while sum(map(len, broken)) > ADDRESS_LINES and len(broken) > tail + 1:
        del broken[len(broken) - tail - 1]
    return [line for part in broken for line in part][:ADDRESS_LINES]


def _shortened(part: str) -> str:
    """One line; a house number at its end survives the cut."""
    text = " ".join(part.split())
    number = re.search(r"\s\d[\d\s/-]*[a-zA-Z]?\b.{0,14}$", text)
    if number is None or width_mm(text) <= ADDRESS_MAX_MM:
        return one_line(text, ADDRESS_MAX_MM)
    room = ADDRESS_MAX_MM - width_mm(number.group())
    return one_line(text[: number.start()], room) + number.group()


def _place_lines(parts: Sequence[str]) -> int:
    """How many last lines say the place: street and town, abroad the country too."""
    last = parts[-1] if parts else ""
    abroad = last.isupper() and not any(char.isdigit() for char in last)
    return 3 if abroad else 2


def information(page: Page, rows: Sequence[tuple[str, str]], form: Form) -> None:
    """The block at the right: what this letter is about; its labels are smaller, as the norm shows it."""
    shown = [row for row in rows if row[1]]
    labels_mm = max((width_mm(label, size=9) for label, _ in shown), default=0)
    value_mm = max(INFO_VALUE_MM, INFO_LEFT_MM + labels_mm + 1.5)
    room = RIGHT_MM - value_mm
    baseline, spare = form.info_first_mm, max(0, _INFO_LINES - len(shown))
    structure = page.structure
    with structure.tag("Table"):
        for label, value in shown:
            with structure.tag("TR"):
                with structure.tag("TH", ROW_HEAD):
                    page.text(INFO_LEFT_MM, baseline, label, size=9, colour=GREY)
                parts = lines(value, room)[: 2 if spare else 1]
                spare -= len(parts) - 1
                with structure.tag("TD"):
                    for part in parts:
                        page.text(value_mm, baseline, part)
                        baseline += PITCH_MM


def subject(page: Page, title: str, form: Form) -> None:
    shown = one_line(title, TEXT_MM, BOLD, 12)
    with page.structure.tag("H1"):
        page.text(LEFT_MM, form.subject_mm, shown, size=12, font=BOLD)


def continued(page: Page, text: str, seller: Seller) -> None:
    """The head of page 2 and on; what this letter is goes before the shop's name or logo."""
    shown = one_line(text, TEXT_MM, size=9)
    page.text(LEFT_MM, _NEXT_MM, shown, size=9, colour=GREY)
    room = TEXT_MM - width_mm(shown, size=9) - _NEXT_GAP_MM
    if room >= _NEXT_LEAST_MM:
        _shop_at_right(page, seller, room)
    page.line(LEFT_MM, 22.6, RIGHT_MM, 22.6, colour=LINE_GREY)


def _shop_at_right(page: Page, seller: Seller, room_mm: float) -> None:
    chosen = seller.stationery.next_head
    logo = pictures.read(seller.stationery.logo) if chosen == "logo" else None
    if logo is not None:
        width, height = logo.within(min(_NEXT_LOGO_MM, room_mm), _NEXT_LOGO_HEIGHT_MM)
        page.picture(RIGHT_MM - width, _NEXT_MM + 0.8, (width, height), logo)
    elif chosen != "plain":
        fits = (s for s in (9, 8.5, 8, 7.5) if width_mm(seller.name, BOLD, s) <= room_mm)
        size, colour = next(fits, 7.5), seller.stationery.accent
        name = one_line(seller.name, room_mm, BOLD, size)
        page.text_right(RIGHT_MM, _NEXT_MM, name, size=size, font=BOLD, colour=colour)


def footer(page: Page, legal: Sequence[str], number: str) -> None:
    """Legal lines of the seller, three at most, and the page number."""
    page.line(LEFT_MM, _FOOT_LINE_MM, RIGHT_MM, _FOOT_LINE_MM, colour=LINE_GREY)
    for n, text in enumerate(legal):
        y = _FOOT_FIRST_MM + n * _FOOT_PITCH_MM
        page.text(LEFT_MM, y, text, size=7.5, colour=GREY)
    page.text_right(RIGHT_MM, _FOOT_FIRST_MM, number, size=9, colour=GREY)


def legal_lines(seller: Seller, words: dict[str, str]) -> list[str]:
    """Who the seller is in law, as the foot of every page says it."""
    parts = (
        seller.name,
        seller.owner,
        seller.place,
        seller.register,
        words["vat_id"].format(number=seller.vat_id) if seller.vat_id else "",
        words["tax_number"].format(number=seller.tax_number) if seller.tax_number else "",
        seller.stationery.footer,
    )
    shown: list[str] = [""]
    for part in (part for part in parts if part.strip()):
        joined = f"{shown[-1]} · {part}" if shown[-1] else part
        if width_mm(joined, size=7.5) <= 135:
            shown[-1] = joined
        else:
            shown.append(one_line(part, 135, size=7.5))
    return [line for line in shown if line][:3]


def signature(flow: Flow, seller: Seller, closing: str, signature: str) -> None:
    """Closing, the shop's picture of a signature if there is one, and who wrote."""
    picture = pictures.read(seller.stationery.signature)
    if closing:
        flow.paragraph(closing, after_mm=PITCH_MM if picture is None else 1)
    if picture is not None:
        width, height = picture.within(60, 12)
        flow.space(height)
        with flow.structure.tag("Figure", named(signature.split("\n")[0] or seller.name)):
            flow.page.picture(LEFT_MM, flow.y_mm, (width, height), picture)
        flow.space(1)
    if signature:
        flow.paragraph(signature, after_mm=0)
