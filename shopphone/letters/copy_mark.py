"""The word copy at the top of every page of a letter that is printed once more."""

import io

from shopphone.paths import resources

_WORDS = {"de": "Kopie", "en": "Copy"}
_FACE = "DejaVuSansCondensed-Bold.ttf"
_SIZE_PT, _RIGHT_MM, _TOP_MM = 10, 20, 6
_PT_PER_MM = 72 / 25.4


def marked(pdf: bytes, language: str) -> bytes:
    """The letter itself stays as it was; this is for the printer alone."""
    import pikepdf

    out = io.BytesIO()
    with (
        pikepdf.open(io.BytesIO(pdf)) as letter,
        pikepdf.open(io.BytesIO(_sheet(language))) as sheet,
    ):
        for page in letter.pages:
            page.add_overlay(sheet.pages[0], pikepdf.Rectangle(page.mediabox))
        letter.save(out, deterministic_id=True)
    return out.getvalue()


def _sheet(language: str) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("copy", str(resources() / "fonts" / _FACE)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName="copy", invariant=True)
    canvas.setFont("copy", _SIZE_PT)
    x, y = A4[0] - _RIGHT_MM * _PT_PER_MM, A4[1] - _TOP_MM * _PT_PER_MM - _SIZE_PT
    canvas.drawRightString(x, y, _WORDS.get(language, _WORDS["de"]))
    canvas.save()
    return out.getvalue()
