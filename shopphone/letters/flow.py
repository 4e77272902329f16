"""Text that flows down the page and on to the next."""

from shopphone.letters.breaking import lines
from shopphone.letters.fonts import BOLD, REGULAR
from shopphone.letters.sheet import BLACK, Colour, Page, Sheet

LEFT_MM, RIGHT_MM = 25.0, 190.0
TEXT_MM = RIGHT_MM - LEFT_MM
PITCH_MM = 4.2333  # 12 pt, DIN 5008
BOTTOM_MM = 271.0  # text ends at least 16.9 mm above the edge; the footer lies below
NEXT_TOP_MM = 25.2


class Flow:
    """A place on the current page that moves down; asks for a new page when it is full."""

    def __init__(self, sheet: Sheet, page: Page, top_mm: float = NEXT_TOP_MM) -> None:
        self._sheet = sheet
        self.structure = sheet.structure
        self.page = page
        self.y_mm = top_mm

    @property
    def left_mm(self) -> float:
        return BOTTOM_MM - self.y_mm

    def space(self, mm: float) -> None:
        self.y_mm += mm

    def need(self, mm: float) -> bool:
        """Begin a new page unless this much is left; says whether it did."""
        if self.left_mm >= mm:
            return False
        self.new_page()
        return True

    def new_page(self) -> None:
        self.page = self._sheet.new_page()
        self.y_mm = NEXT_TOP_MM

    def paragraph(
        self,
        text: str,
        *,
        size: float = 10,
        font: str = REGULAR,
        indent_mm: float = 0,
        width_mm: float = TEXT_MM,
        after_mm: float = 2.2,
        colour: Colour = BLACK,
        pitch_mm: float = PITCH_MM,
        role: str = "P",
    ) -> None:
        """A paragraph; two lines stay together at either side of a page break, three as a whole."""
        broken = lines(text, width_mm - indent_mm, font, size)
        with self.structure.tag(role):
            for n, line in enumerate(broken):
                rest = len(broken) - n
                keep = min(rest, 3 if rest == 3 else 2) if n == 0 or rest == 2 else 1
                self.need(keep * pitch_mm)
                self.y_mm += pitch_mm
                shown = line if rest == 1 else joined(line)
                self.page.text(
                    LEFT_MM + indent_mm, self.y_mm, shown, size=size, font=font, colour=colour
                )
        self.y_mm += after_mm

    def heading(
        self, text: str, *, size: float = 10, before_mm: float = 2.6, role: str = "H2"
    ) -> None:
        """A bold line that never stands alone at the foot of a page."""
        broken = lines(text, TEXT_MM, BOLD, size)
        self.need(before_mm + (len(broken) + 3) * PITCH_MM)
        if self.y_mm > NEXT_TOP_MM:
            self.y_mm += before_mm
        with self.structure.tag(role):
            for n, line in enumerate(broken, 1):
                self.y_mm += PITCH_MM
                shown = line if n == len(broken) else joined(line)
                self.page.text(
                    LEFT_MM, self.y_mm, shown, size=size, font=BOLD, colour=self._sheet.accent
                )
        self.y_mm += 0.8


def joined(line: str) -> str:
    """A line that goes on below: read aloud, its last word must not run into the next."""
    return line if line.endswith("-") else line + " "
