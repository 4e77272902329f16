"""Several letters as one print job, each on a sheet of its own, and one letter as two jobs."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from shopphone.domain.paper import A4_MM, Paper, padded
from shopphone.pdfium import PDFIUM

_MM = 72 / 25.4  # points
_UNLIKE_MM = 2  # rounding and other programs' A4 stay A4


def size_mm(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page as it is read; A4 for what cannot be opened."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return A4_MM  # the print system says what is wrong with it
        width, height = document.get_page_size(0)
        document.close()
    found = (round(width / _MM), round(height / _MM))
    is_a4 = all(abs(a - b) <= _UNLIKE_MM for a, b in zip(found, A4_MM, strict=True))
    return A4_MM if is_a4 else found


def by_size(pdfs: Sequence[bytes], paper: Paper) -> Iterator[tuple[list[bytes], Paper]]:
    """What can be one job: neighbours of one size, so that the order stays."""
    for size, alike in groupby(pdfs, size_mm):
        yield list(alike), paper.of_size(size)


def joined(pdfs: Sequence[bytes], paper: Paper) -> bytes:
    """One document of one size; where both sides are printed an empty page keeps letters apart."""
    if len(pdfs) == 1:
        return pdfs[0]
    import pypdfium2

    with PDFIUM:
        whole = pypdfium2.PdfDocument.new()
        for pdf in pdfs:
            letter = pypdfium2.PdfDocument(pdf)
            pages = len(letter)
            whole.import_pages(letter)
            letter.close()
            for _ in range(padded(pages, paper) - pages):
                whole.new_page(*(each * _MM for each in paper.sheets.size_mm))
        return _saved(whole)


def parted(pdf: bytes, first: int) -> tuple[bytes, bytes]:
    """The first pages, and the rest; empty without a rest."""
    import pypdfium2

    with PDFIUM:
        letter = pypdfium2.PdfDocument(pdf)
        count = len(letter)
        if count <= first:
            letter.close()
            return pdf, b""
        parts = []
        for pages in (range(first), range(first, count)):
            part = pypdfium2.PdfDocument.new()
            part.import_pages(letter, list(pages))
            parts.append(_saved(part))
        letter.close()
    return parts[0], parts[1]


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()
