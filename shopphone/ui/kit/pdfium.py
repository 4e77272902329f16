"""Pages as pictures."""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtGui import QImage

from shopphone.pdfium import PDFIUM


def render(
    pdf: bytes, scale: Callable[[Any], float], *, grey: bool, beginning_at: int = 0
) -> Generator[QImage]:
    """One page after the other, so that a long document never lies in memory as pictures."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for n in range(beginning_at, count):
            with PDFIUM:
                image = _picture(document[n], scale, grey)
            yield image
    finally:
        with PDFIUM:
            document.close()


def _picture(page: Any, scale: Callable[[Any], float], grey: bool) -> QImage:
    picture = page.render(
        scale=scale(page), grayscale=grey, prefer_bgrx=not grey, rev_byteorder=False
    )
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    image = QImage(picture.buffer, picture.width, picture.height, picture.stride, form)
    image = image.copy()  # lets go of PDFium's memory
    picture.close()
    page.close()
    return image
