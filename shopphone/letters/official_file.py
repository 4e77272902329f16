"""A PDF that goes into letters as it is: whether it can be enclosed at all, asked when it is chosen."""

import io
from typing import TYPE_CHECKING

from shopphone.domain.errors import Refused

if TYPE_CHECKING:
    from pikepdf import Page

_A4_PT = (595.276, 841.890)
_NEAR_PT = 6.0  # 2 mm: what programs round, and no printer shows
_MOST_PAGES = 4
_PT_MM = 25.4 / 72


def check(content: bytes, field: str) -> None:
    """Refuse, for this setting, what would not print unscaled on the letter's paper.

    Raises Refused: pdf_unreadable, pdf_encrypted, pdf_too_long, pdf_not_a4.
    """
    import pikepdf

    try:
        file = pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError as error:
        raise Refused("pdf_encrypted", field=field) from error
    except pikepdf.PdfError as error:
        raise Refused("pdf_unreadable", field=field) from error
    with file:
        if file.is_encrypted:
            raise Refused("pdf_encrypted", field=field)
        count = len(file.pages)
        if not count:
            raise Refused("pdf_unreadable", field=field)
        if count > _MOST_PAGES:
            raise Refused("pdf_too_long", field=field, count=count, limit=_MOST_PAGES)
        for page in file.pages:
            _check_size(page, field)
            _check_content(page, field)


def _check_size(page: "Page", field: str) -> None:
    left, bottom, right, top = (float(side) for side in page.cropbox)
    unit = float(page.obj.get("/UserUnit", 1))
    size = (abs(right - left) * unit, abs(top - bottom) * unit)
    if int(page.rotation) % 180:
        size = (size[1], size[0])
    if any(abs(side - a4) > _NEAR_PT for side, a4 in zip(size, _A4_PT, strict=True)):
        width, height = (round(side * _PT_MM) for side in size)
        raise Refused("pdf_not_a4", field=field, width=width, height=height)


def _check_content(page: "Page", field: str) -> None:
    """A file cut short opens, its list of pages is repaired, and nothing is on them."""
    import pikepdf

    try:
        pikepdf.parse_content_stream(page)
    except (pikepdf.PdfError, pikepdf.PdfParsingError, TypeError) as error:
        raise Refused("pdf_unreadable", field=field) from error
