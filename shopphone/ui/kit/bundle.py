"""Several letters as one print job, each on a sheet of its own, and one letter as two jobs."""

import io
from collections.abc import Sequence
from typing import Any

from shopphone.domain.paper import Paper, padded
from shopphone.ui.kit.pdfium import PDFIUM

_A4 = (595.276, 841.89)  # points


def joined(pdfs: Sequence[bytes], paper: Paper) -> bytes:
    """One document; where both sides are printed an empty page keeps letters apart."""
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
                whole.new_page(*_A4)
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
