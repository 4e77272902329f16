"""PDFium is not thread-safe: one lock for everyone who uses it, and what a page says in words."""

import threading

PDFIUM = threading.Lock()


def words(pdf: bytes, pages: int) -> str:
    """The text of the first pages; nothing of what is no PDF."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return ""
        try:
            found = [
                document[n].get_textpage().get_text_bounded()
                for n in range(min(pages, len(document)))
            ]
        finally:
            document.close()
    return "\n".join(found)
