"""Printing where there is no CUPS: PDFium draws each page at the printer's resolution, Qt hands it on."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from shopphone.domain.errors import Unavailable
from shopphone.domain.paper import Abilities, Paper
from shopphone.ui.kit import bundle
from shopphone.ui.kit.pdfium import render

_DPI = 600
_UPRIGHT, _TURNED = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
_SIDES = {"one": QPrinter.DuplexMode.DuplexNone, "both": QPrinter.DuplexMode.DuplexLongSide}


def abilities(printer: str) -> Abilities:
    """Trays have no names here: they stay as the printer is set."""
    info = QPrinterInfo.printerInfo(printer)
    return Abilities(
        both_sides=QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes(),
        colour=QPrinter.ColorMode.Color in info.supportedColorModes(),
    )


def send(pdf: bytes, paper: Paper, title: str) -> str:
    """Gives the job's title: Qt tells no number. Raises Unavailable with the reason."""
    info = QPrinterInfo.printerInfo(paper.printer)
    if info.state() is QPrinter.PrinterState.Error:
        raise Unavailable("printer_paused")
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    if paper.sheets.sides in _SIDES:
        device.setDuplex(_SIDES[paper.sheets.sides])
    device.setCopyCount(paper.sheets.copies)
    paint(device, pdf, grey=paper.sheets.colour != "colour")
    return title


def paint(device: QPrinter, pdf: bytes, *, grey: bool) -> None:
    """Every page unscaled from the corner of the sheet. Raises Unavailable if one is refused."""
    device.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)
    device.setResolution(_DPI)
    width, height = bundle.size_mm(pdf)
    upright = QSizeF(min(width, height), max(width, height))  # as QPageSize has them
    device.setPageSize(QPageSize(upright, QPageSize.Unit.Millimeter))
    device.setPageOrientation(_TURNED if width > height else _UPRIGHT)
    device.setFullPage(True)
    # Qt's default margins would shift the page by 3.5 mm and shrink it
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable("printer", device.printerName())
    try:
        # drivers may answer with another resolution than was asked for
        images = render(pdf, lambda _page: device.resolution() / 72, grey=grey)
        for n, image in enumerate(images):
            if n and not device.newPage():
                raise Unavailable("printer", device.printerName())
            painter.drawImage(0, 0, image)
    finally:
        painter.end()
