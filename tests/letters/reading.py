"""Reading finished letters back: text, places of words, pictures, payment codes, checks."""

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import zxingcpp

from tests.support.parts import need_program

MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word with its box in mm from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@lru_cache(maxsize=64)
def pages(pdf: bytes) -> tuple[str, ...]:
    """The text of each page; fixed blanks read as blanks."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return tuple((page.extract_text() or "").replace("\u00a0", " ") for page in document.pages)


def quick_pages(pdf: bytes) -> list[str]:
    """The same for letters of hundreds of pages, without the places of words."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(each.split()) for each in found]


def size(pdf: bytes) -> tuple[float, float]:
    """Of the first page, in mm."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        first = document.pages[0]
        return float(first.width) * MM, float(first.height) * MM


def text(pdf: bytes) -> str:
    return "\n".join(pages(pdf))


def flat(pdf: bytes) -> str:
    """All text with line breaks as blanks, to find whole sentences."""
    return " ".join(text(pdf).split())


@lru_cache(maxsize=64)
def words(pdf: bytes, page: int = 0) -> tuple[Word, ...]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        found = document.pages[page].extract_words(extra_attrs=["size"])
    return tuple(
        Word(
            w["text"], w["x0"] * MM, w["top"] * MM, w["x1"] * MM, w["bottom"] * MM, float(w["size"])
        )
        for w in found
    )


def places(pdf: bytes, sign: str, among: list[Word]) -> list[float]:
    """Where a sign begins within some words of the first page, in mm."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        chars = [char for char in document.pages[0].chars if char["text"] == sign]
    return [
        char["x0"] * MM
        for char in chars
        for word in among
        if word.left <= char["x0"] * MM <= word.right and abs(char["top"] * MM - word.top) < 1
    ]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font the pages name, and whether its file is inside."""
    import pikepdf

    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", {}).values():
                descriptor = font.get("/FontDescriptor")
                inside = descriptor is not None and "/FontFile2" in descriptor
                found[str(font.BaseFont)] = inside
    return found


def codes(pdf: bytes, page: int = 0) -> list[Any]:
    """Machine-readable codes on a page, seen as a phone sees the paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=200 / 72).to_pil().convert("L")
    finally:
        document.close()
    return list(zxingcpp.read_barcodes(picture))


def falzmarke(pdf: bytes, form: str, folder: Path) -> tuple[int, list[str]]:
    """How many geometry checks were made, and which failed."""
    file = folder / f"letter-{form}.pdf"
    file.write_bytes(pdf)
    command = "import sys; from falzmarke.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", command, "verify", "--form", form, "--json", str(file)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    checks = json.loads(done.stdout)["pruefungen"]
    return len(checks), [check["name"] for check in checks if not check["bestanden"]]


def heard(pdf: bytes, folder: Path) -> str:
    """The letter as its structure has it, for those who have it read aloud."""
    program = need_program("pdfinfo", "poppler-utils")
    file = folder / "heard.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [program, "-struct-text", str(file)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


def accessibility(pdf: bytes, folder: Path) -> str:
    """What pdfua objects to; it looks at the part of PDF/UA-1 a machine can check simply."""
    file = folder / "accessible.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(file)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return "" if done.returncode == 0 else done.stdout


def faults(pdf: bytes) -> list[str]:
    """What qpdf finds wrong with the file's syntax."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(document.check_pdf_syntax())
