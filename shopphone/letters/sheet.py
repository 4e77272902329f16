"""Drawing on A4 pages in millimetres from the upper left corner, as PDF operators.

Pages are lists of operators, so a page that is the same in every letter is laid out only once.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from shopphone.letters import fonts, pdf
from shopphone.letters.fonts import REGULAR
from shopphone.letters.pictures import Picture
from shopphone.letters.structure import FURNITURE, Element, Structure, moved

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210.0, 297.0
MM = 72 / 25.4
PT_MM = 25.4 / 72
BLACK = (0.0, 0.0, 0.0)
GREY = (0.36, 0.40, 0.46)
LINE_GREY = (0.72, 0.75, 0.79)
ACCENT = (0.06, 0.42, 0.36)
Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class KeptPages:
    """Pages drawn before, with what stands on them; marks count pages from the first of them."""

    pages: tuple[pdf.PageParts, ...]
    elements: tuple[Element, ...]


class Page:
    """One page being drawn; `kept` was drawn before and lies beneath."""

    def __init__(
        self,
        number: int,
        codes: fonts.Codes,
        structure: Structure,
        pictures: dict[Picture, str],
        kept: pdf.PageParts | None,
        height_mm: float,
    ) -> None:
        self._number = number
        self._height_mm = height_mm
        self._pictures = pictures
        self._codes = codes
        self.structure = structure
        self._kept = kept.streams if kept else ()
        self.owners: list[Element] = list(kept.owners) if kept else []
        self._open: Element | None = None
        self.is_fixed = True
        self.operators: list[str] = []

    def text(
        self,
        x_mm: float,
        baseline_mm: float,
        text: str,
        *,
        size: float = 10,
        font: str = REGULAR,
        colour: Colour = BLACK,
    ) -> None:
        """Draw one line, its left end at x."""
        self._mark(self.structure.current)
        place = f"BT {_colour(colour)} rg 1 0 0 1 {x_mm * MM:.2f} {self._y(baseline_mm):.2f} Tm"
        plain = fonts.plain(text)
        if plain is not None:
            self.operators.append(f"{place} /{font}0 {size:g} Tf ({plain}) Tj ET")
            return
        self.is_fixed = False
        pieces = self._codes.pieces(fonts.visual(fonts.printable(text)), font)
        shown = " ".join(
            f"{rise * size:.2f} Ts /{name} {size:g} Tf ({piece}) Tj 0 Ts"
            if rise
            else f"/{name} {size:g} Tf ({piece}) Tj"
            for name, piece, rise in pieces
        )
        self.operators.append(f"{place} {shown} ET")

    def parts(self) -> pdf.PageParts:
        """What the page is made of, compressed."""
        if not self.operators:
            return pdf.PageParts(self._kept, self.owners)
        drawn = "\n".join((*self.operators, "EMC")).encode("latin-1")
        return pdf.PageParts((*self._kept, zlib.compress(drawn, _FASTER)), self.owners)

    def text_right(
        self,
        x_mm: float,
        baseline_mm: float,
        text: str,
        *,
        size: float = 10,
        font: str = REGULAR,
        colour: Colour = BLACK,
    ) -> None:
        """Draw one line, its right end at x."""
        left = x_mm - width_mm(text, font, size)
        self.text(left, baseline_mm, text, size=size, font=font, colour=colour)

    def line(
        self,
        x1_mm: float,
        y1_mm: float,
        x2_mm: float,
        y2_mm: float,
        *,
        width_pt: float = 0.5,
        colour: Colour = LINE_GREY,
    ) -> None:
        self._mark(None)
        self.operators.append(
            f"{_colour(colour)} RG {width_pt:g} w "
            f"{x1_mm * MM:.2f} {self._y(y1_mm):.2f} m {x2_mm * MM:.2f} {self._y(y2_mm):.2f} l S"
        )

    def squares(self, x_mm: float, y_mm: float, side_mm: float, rows: Sequence[str]) -> None:
        """Draw a matrix of black squares; rows hold "1" and "0", runs become one rectangle."""
        self._mark(self.structure.current)
        # one module is one unit, counted from the upper left corner
        module = side_mm * MM / len(rows)
        out = [f"q {module:.5f} 0 0 {-module:.5f} {x_mm * MM:.3f} {self._y(y_mm):.3f} cm 0 0 0 rg"]
        for n, row in enumerate(rows):
            out += [f"{run.start()} {n} {run.end() - run.start()} 1 re" for run in _RUNS(row)]
        self.operators.append("\n".join(out) + " f Q")

    def picture(
        self, x_mm: float, bottom_mm: float, size_mm: tuple[float, float], picture: Picture
    ) -> None:
        """Put a picture where its lower left corner is given."""
        self._mark(self.structure.current)
        name = self._pictures.setdefault(picture, f"P{len(self._pictures)}")
        width, height = (side * MM for side in size_mm)
        place = f"{x_mm * MM:.2f} {self._y(bottom_mm):.2f}"
        self.operators.append(f"q {width:.2f} 0 0 {height:.2f} {place} cm /{name} Do Q")

    def _y(self, from_top_mm: float) -> float:
        return (self._height_mm - from_top_mm) * MM

    def _mark(self, element: Element | None) -> None:
        """From here on it is this element that is drawn; None is what nobody need hear."""
        if self.operators:
            if element is self._open:
                return
            self.operators.append("EMC")
        self._open = element
        if element is None or element is FURNITURE:
            self.operators.append("/Artifact BMC")
            return
        number = len(self.owners)
        self.owners.append(element)
        element.kids.append((self._number, number))
        self.operators.append(f"/{element.role} <</MCID {number}>> BDC")


def width_mm(text: str, font: str = REGULAR, size: float = 10) -> float:
    return fonts.width(fonts.printable(text), font) * size / 1000 * PT_MM


class Sheet:
    """A PDF in the making; the same content gives the same bytes. size_mm: of every page."""

    def __init__(
        self,
        title: str,
        author: str,
        language: str,
        accent: Colour = ACCENT,
        size_mm: tuple[float, float] = (PAGE_WIDTH_MM, PAGE_HEIGHT_MM),
    ) -> None:
        self.accent = accent
        self._size_mm = size_mm
        self._pictures: dict[Picture, str] = {}
        self._about = pdf.About(
            title=fonts.printable(title), author=fonts.printable(author), language=language
        )
        self._codes = fonts.Codes()
        self.structure = Structure()
        self.pages: list[Page] = []

    def new_page(self, kept: pdf.PageParts | None = None) -> Page:
        """Add a page, empty or over what was drawn before."""
        page = Page(
            len(self.pages), self._codes, self.structure, self._pictures, kept, self._size_mm[1]
        )
        self.pages.append(page)
        return page

    def take_off(self, first: int, parent: Element) -> KeptPages:
        """Take away the pages from `first` on, whose elements are all that `parent` holds."""
        pages = tuple(page.parts() for page in self.pages[first:])
        del self.pages[first:]
        owners = [list(page.owners) for page in pages]
        elements = tuple(
            moved(kid, -first, owners) for kid in parent.kids if isinstance(kid, Element)
        )
        streams = (page.streams for page in pages)
        return KeptPages(tuple(map(pdf.PageParts, streams, owners)), elements)

    def put_on(self, kept: KeptPages) -> tuple[Element, ...]:
        """Add pages that were drawn before, and their elements at the end of the letter."""
        first = len(self.pages)
        for page in kept.pages:
            self.new_page(page)
        owners = [page.owners for page in self.pages]
        elements = tuple(moved(element, first, owners) for element in kept.elements)
        self.structure.root.kids += elements
        return elements

    def finish(self) -> bytes:
        return pdf.assemble(
            [page.parts() for page in self.pages],
            self._codes.embedded(),
            [(name, picture) for picture, name in self._pictures.items()],
            (self._size_mm[0] * MM, self._size_mm[1] * MM),
            self._about,
            self.structure.root,
        )


@cache
def _colour(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)


_RUNS = re.compile("1+").finditer
_FASTER = 4  # of zlib's nine: hardly larger, in two thirds of the time
