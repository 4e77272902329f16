"""Pages on screen and on paper: PDFium draws, CUPS or the system's printer prints, unscaled.

Every function here runs on a worker (`jobs.local`); PDFium is not thread-safe, so one lock.
"""

import sys
import threading
import time
from typing import Any

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from shopphone.domain.errors import Unavailable
from shopphone.ui.kit import cups

_PDFIUM = threading.Lock()
_DPI = 600
_LOOK_S, _PATIENCE_S = 0.25, 30.0


def pages(pdf: bytes, width_px: int) -> list[QImage]:
    """Every page as a picture of this width."""
    return _render(pdf, lambda page: width_px / page.get_width(), grey=False)


def place_of(pdf: bytes, words: str, pages: int) -> tuple[int, float] | None:
    """Where words stand last on the first pages: the page, and how far down it from 0 to 1."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in reversed(range(min(pages, len(document)))):
                share = _lowest(document[number], words)
                if share is not None:
                    return number, share
        finally:
            document.close()
    return None


def _lowest(page: Any, words: str) -> float | None:
    text, found = page.get_textpage(), None
    search = text.search(words)
    while (at := search.get_next()) is not None:
        _left, _bottom, _right, top = text.get_charbox(at[0])
        found = 1 - top / page.get_height()
    return found


def printers() -> tuple[str, ...]:
    """The names of the printers there are now."""
    if sys.platform == "win32":
        return tuple(QPrinterInfo.availablePrinterNames())
    return cups.printers()


def print_letter(pdf: bytes, printer: str, title: str) -> str:
    """Send a letter to the printer; gives the job's name. Raises Unavailable with the reason."""
    if not printer:
        raise Unavailable("printer_none")
    if printer not in printers():
        # an unknown name would silently go to the default printer
        raise Unavailable("printer_unknown", printer)
    if sys.platform == "win32":
        return _print_with_qt(pdf, printer, title)
    return cups.send(pdf, printer, title)


def wait_until_taken(printer: str, job: str, closing: threading.Event) -> None:
    """Wait until the printer has the whole letter; a slow one that complains of nothing is left to it.

    Raises Unavailable with the reason.
    """
    if sys.platform == "win32" or not job:
        return  # Qt has handed the pages over already
    begun = time.monotonic()
    while not cups.is_printed(printer, job, time.monotonic() - begun):
        if time.monotonic() - begun > _PATIENCE_S or closing.wait(_LOOK_S):
            return


def _print_with_qt(pdf: bytes, printer: str, title: str) -> str:
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setResolution(_DPI)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    # Qt's default margins would shift the page by 3.5 mm and shrink it
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    images = _render(pdf, lambda _page: device.resolution() / 72, grey=True)
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable("printer", printer)
    try:
        for n, image in enumerate(images):
            if n:
                device.newPage()
            painter.drawImage(0, 0, image)
    finally:
        painter.end()
    return title


def _render(pdf: bytes, scale: Any, *, grey: bool) -> list[QImage]:
    import pypdfium2

    images = []
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for page in document:
                picture = page.render(
                    scale=scale(page), grayscale=grey, prefer_bgrx=not grey, rev_byteorder=False
                )
                form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
                image = QImage(
                    picture.buffer, picture.width, picture.height, picture.stride, form
                ).copy()  # the copy lets go of PDFium's memory
                images.append(image)
        finally:
            document.close()
    return images
