"""Pages on screen and on paper: PDFium draws, CUPS or the system's printer prints, unscaled.

Every function here runs on a worker (`jobs.local`).
"""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinterInfo

from shopphone.domain.errors import Unavailable
from shopphone.domain.paper import Abilities, Paper, Sheets
from shopphone.pdfium import PDFIUM
from shopphone.ui.kit import bundle, cups, windows
from shopphone.ui.kit.pdfium import render

_LOOK_S, _PATIENCE_S = 0.25, 30.0


def pages(pdf: bytes, width_px: int) -> list[QImage]:
    """Every page as a picture of this width."""
    return list(render(pdf, lambda page: width_px / page.get_width(), grey=False))


def first_page(pdf: bytes, width_px: int) -> list[QImage]:
    """The first page alone: it is what is looked at while the others are drawn."""
    drawn = render(pdf, lambda page: width_px / page.get_width(), grey=False)
    with contextlib.closing(drawn):
        return [next(drawn)]


def further_pages(pdf: bytes, width_px: int) -> list[QImage]:
    return list(render(pdf, lambda page: width_px / page.get_width(), grey=False, beginning_at=1))


def place_of(pdf: bytes, words: str, pages: int) -> tuple[int, float] | None:
    """Where words stand last on the first pages: the page, and how far down it from 0 to 1."""
    import pypdfium2

    with PDFIUM:
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


def abilities(printer: str) -> Abilities:
    """What this printer says it has; nothing without one."""
    if not printer:
        return Abilities()
    if sys.platform == "win32":
        return windows.abilities(printer)
    return cups.abilities(printer)


def print_letters(pdfs: Sequence[bytes], paper: Paper, title: str) -> tuple[str, ...]:
    """Send letters to the printer in this order, neighbours of one size as one job; gives the jobs' names.

    With a tray of its own for first sheets each letter is two jobs. Raises Unavailable with the
    reason; what was sent before is taken back then.
    """
    if not paper.printer:
        raise Unavailable("printer_none")
    if paper.printer not in printers():
        # an unknown name would silently go to the default printer
        raise Unavailable("printer_unknown", paper.printer)
    if sys.platform == "win32":
        return tuple(
            windows.send(bundle.joined(alike, fit), fit, title)
            for alike, fit in bundle.by_size(pdfs, paper)
        )
    sent: list[str] = []
    try:
        for alike, fit in bundle.by_size(pdfs, paper):
            for pdf, sheets in _jobs(alike, fit):
                sent.append(cups.send(pdf, paper.printer, title, sheets))
    except Unavailable:
        for job in sent:
            cups.cancel(job)
        raise
    return tuple(sent)


def take_back(jobs: Sequence[str]) -> None:
    """Cancel what has not come out yet."""
    if sys.platform != "win32":
        for job in jobs:
            cups.cancel(job)


def wait_until_taken(printer: str, jobs: Sequence[str], ended: Callable[[float], bool]) -> None:
    """Wait until the printer has every sheet; a slow one that complains of nothing is left to it.

    ended: waits so many seconds at most, and whether nobody waits any longer. Raises Unavailable
    with the reason; the jobs behind it are taken back too.
    """
    if sys.platform == "win32":
        return  # Qt has handed the pages over already
    begun = time.monotonic()
    left = [job for job in jobs if job]
    try:
        while left:
            if cups.is_printed(printer, left[0], time.monotonic() - begun):
                left.pop(0)
                begun = time.monotonic()
            elif time.monotonic() - begun > _PATIENCE_S or ended(_LOOK_S):
                return
    except Unavailable:
        take_back(left[1:])
        raise


def _jobs(pdfs: Sequence[bytes], paper: Paper) -> Iterator[tuple[bytes, Sheets]]:
    if not paper.is_split:
        yield bundle.joined(pdfs, paper), paper.sheets
        return
    once = replace(paper.sheets, copies=1)
    for pdf in pdfs:
        first, others = bundle.parted(pdf, paper.pages_per_sheet)
        for _ in range(paper.sheets.copies):
            yield first, replace(once, tray=paper.first_tray)
            if others:
                yield others, once
