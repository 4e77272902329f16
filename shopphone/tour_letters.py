"""`shopphone tour --letters`: every letter the demo shop can write, and all their pages in pictures.

Two languages and two sheets (DIN 5008 form A and B), each from a demo shop of its own.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import shopphone.services.demo as demo
import shopphone.services.settings as settings
from shopphone.services.desk import Desk
from shopphone.services.sample_letters import LETTERS
from shopphone.store import upgrade
from shopphone.store.local import Local

if TYPE_CHECKING:
    from PIL.Image import Image

NOW = datetime(2026, 11, 24, 13, 6, tzinfo=UTC)
LANGUAGES, FORMS = ("de", "en"), ("A", "B")
_WIDTH, _GAP, _ACROSS = 420, 12, 6  # of a page on the contact sheet, in pixels


def tour_letters(out: Path) -> int:
    """Write the letters and a contact sheet of each kind into `out`."""
    if (out / "shop.db").exists():
        print(
            "shopphone: tour does not run in a shop's folder; choose another one.", file=sys.stderr
        )
        return 1
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for form in FORMS:
        with demo_desk(form) as desk:
            for language in LANGUAGES:
                for name, write in LETTERS.items():
                    pdf = write(desk, language)
                    (out / f"{name}-{language}-{form}.pdf").write_bytes(pdf)
                    count += 1
    for name in LETTERS:
        contact_sheet(out, name)
    print(f"{count} letters in {out}")
    return 0


@contextmanager
def demo_desk(form: str) -> Iterator[Desk]:
    """A desk of the demo shop that nobody else sees, its letters on this form."""
    folder = Path(tempfile.mkdtemp(prefix="shopphone-letters-"))
    desk = Desk(
        db=upgrade.open_file(folder / "shop.db", NOW),
        local=Local(folder / "desk.db"),
        now=_now,
        cache=folder,
        staff_name="Anna Berger",
    )
    try:
        demo.open_or_fill(desk)
        settings.save(desk, {"letter.form": form})
        yield desk
    finally:
        desk.db.close()
        desk.local.close()
        shutil.rmtree(folder, ignore_errors=True)


def contact_sheet(out: Path, name: str) -> None:
    """All pages of one letter in both languages and forms, a row for each."""
    from PIL import Image

    files = [out / f"{name}-{language}-{form}.pdf" for language in LANGUAGES for form in FORMS]
    rows = [row for file in files for row in _rows(list(_pictures(file)))]
    height = max(page.height for row in rows for page in row)
    across = max(map(len, rows))
    sheet = Image.new(
        "L", (across * (_WIDTH + _GAP) + _GAP, len(rows) * (height + _GAP) + _GAP), 128
    )
    for y, row in enumerate(rows):
        for x, page in enumerate(row):
            sheet.paste(page, (_GAP + x * (_WIDTH + _GAP), _GAP + y * (height + _GAP)))
    sheet.save(out / f"{name}.png", optimize=True)


def _rows(pages: "list[Image]") -> "Iterator[list[Image]]":
    for start in range(0, len(pages), _ACROSS):
        yield pages[start : start + _ACROSS]


def _pictures(file: Path) -> "Iterator[Image]":
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        for page in document:
            yield page.render(scale=_WIDTH / page.get_width(), grayscale=True).to_pil()
    finally:
        document.close()


def _now() -> datetime:
    return NOW
