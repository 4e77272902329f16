"""Drawing on A4 pages in millimetres from the upper left corner, as PDF operators.

Pages are lists of operators, so a page that is the same in every letter is laid out only once.
"""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from shopphone.letters import fonts
from shopphone.letters.fonts import REGULAR

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210.0, 297.0
MM = 72 / 25.4
PT_MM = 25.4 / 72
BLACK = (0.0, 0.0, 0.0)
GREY = (0.36, 0.40, 0.46)
LINE_GREY = (0.72, 0.75, 0.79)
ACCENT = (0.06, 0.42, 0.36)
Colour = tuple[float, float, float]


class Page:
    """One page being drawn."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
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
        text = fonts.visual(fonts.printable(text))
        if not text:
            return
        red, green, blue = colour
        out = [f"BT {red:g} {green:g} {blue:g} rg 1 0 0 1 {x_mm * MM:.2f} {_y(baseline_mm):.2f} Tm"]
        out += [
            f"{name} {size:g} Tf ({escaped}) Tj"
            for name, escaped in fonts.encoded(text, font, self._doc)
        ]
        self.operators.append(" ".join(out) + " ET")

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
        red, green, blue = colour
        self.operators.append(
            f"{red:g} {green:g} {blue:g} RG {width_pt:g} w "
            f"{x1_mm * MM:.2f} {_y(y1_mm):.2f} m {x2_mm * MM:.2f} {_y(y2_mm):.2f} l S"
        )

    def squares(self, x_mm: float, y_mm: float, side_mm: float, rows: Sequence[str]) -> None:
        """Draw a matrix of black squares; rows hold "1" and "0", runs become one rectangle."""
        module = side_mm / len(rows)
        out = ["0 0 0 rg"]
        for n, row in enumerate(rows):
            top = y_mm + (n + 1) * module
            for start, length in _runs(row):
                out.append(
                    f"{(x_mm + start * module) * MM:.3f} {_y(top):.3f} "
                    f"{length * module * MM:.3f} {module * MM:.3f} re"
                )
        self.operators.append(" ".join(out) + " f")


def width_mm(text: str, font: str = REGULAR, size: float = 10) -> float:
    return fonts.width(fonts.printable(text), font, size) * PT_MM


def assemble(canvas: Canvas, pages: Sequence[Page]) -> None:
    for page in pages:
        canvas.addLiteral("\n".join(page.operators))
        canvas.showPage()


class Sheet:
    """A PDF in the making; the same content gives the same bytes."""

    def __init__(self, title: str, author: str, language: str) -> None:
        self._buffer = io.BytesIO()
        fonts.font(REGULAR)
        self._canvas = Canvas(
            self._buffer,
            pagesize=(PAGE_WIDTH_MM * MM, PAGE_HEIGHT_MM * MM),
            invariant=True,
            pageCompression=1,
            initialFontName=REGULAR,
            lang=language,
        )
        fonts.start(self._canvas._doc)
        self._canvas.setTitle(fonts.printable(title))
        self._canvas.setAuthor(fonts.printable(author))
        self._canvas.setCreator("shopphone")
        self.pages: list[Page] = []

    @property
    def doc(self) -> Any:
        return self._canvas._doc

    def new_page(self) -> Page:
        page = Page(self.doc)
        self.pages.append(page)
        return page

    def add_drawn(self, operators: Sequence[str]) -> Page:
        """Add a page that was laid out before."""
        page = self.new_page()
        page.operators.extend(operators)
        return page

    def finish(self) -> bytes:
        assemble(self._canvas, self.pages)
        self._canvas.save()
        return self._buffer.getvalue()


def _y(from_top_mm: float) -> float:
    return (PAGE_HEIGHT_MM - from_top_mm) * MM


def _runs(row: str) -> list[tuple[int, int]]:
    runs, start = [], None
    for n, cell in enumerate(row + "0"):
        if cell == "1" and start is None:
            start = n
        elif cell != "1" and start is not None:
            runs.append((start, n - start))
            start = None
    return runs
