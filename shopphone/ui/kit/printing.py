"""Pages on screen and on paper: PDFium draws, CUPS or the system's printer prints, unscaled.

Every function here runs on a worker (`jobs.local`); PDFium is not thread-safe, so one lock.
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from shopphone.domain.errors import Unavailable

_PDFIUM = threading.Lock()
_DPI = 600
_LP_SECONDS = 20


def pages(pdf: bytes, width_px: int) -> list[QImage]:
    """Every page as a picture of this width."""
    return _render(pdf, lambda page: width_px / page.get_width(), grey=False)


def printers() -> tuple[str, ...]:
    """The names of the printers there are now."""
    if sys.platform == "win32":
        return tuple(QPrinterInfo.availablePrinterNames())
    try:
        listed = subprocess.run(
            ["lpstat", "-e"],
            capture_output=True,
            text=True,
            timeout=_LP_SECONDS,
            env=_environment(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(line.strip() for line in listed.stdout.splitlines() if line.strip())


def print_letter(pdf: bytes, printer: str, title: str) -> str:
    """Send a letter to the printer; gives the job's name. Raises Unavailable with the reason."""
    if not printer:
        raise Unavailable("printer_none")
    if printer not in printers():
        # an unknown name would silently go to the default printer
        raise Unavailable("printer_unknown", printer)
    return (
        _print_with_qt(pdf, printer, title) if sys.platform == "win32" else _lp(pdf, printer, title)
    )


def _lp(pdf: bytes, printer: str, title: str) -> str:
    _refuse_stopped(printer)
    handle, name = tempfile.mkstemp(suffix=".pdf", prefix="shopphone-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
        command = ["lp", "-d", printer, "-t", title[:80]]
        command += ["-o", "print-scaling=none", "-o", "media=A4", "--", name]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_LP_SECONDS, env=_environment()
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable("printer", str(error)) from error
    finally:
        Path(name).unlink(missing_ok=True)
    if done.returncode:
        raise Unavailable("printer", done.stderr.strip().removeprefix("lp: "))
    job = re.search(r"request id is (\S+)", done.stdout)
    return job[1] if job else ""


def _refuse_stopped(printer: str) -> None:
    """A paused printer takes jobs and prints nothing: better to say why at once."""
    state = subprocess.run(
        ["lpstat", "-p", printer], capture_output=True, text=True, timeout=_LP_SECONDS,
        env=_environment(),
    ).stdout  # fmt: skip
    if " disabled since " in state:
        reason = state.partition("-\n")[2].strip() or "paused"
        raise Unavailable("printer", f"{printer}: {reason}.")


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C"}


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
