"""The two faces of every letter, embedded as one fixed alphabet that is subset only once.

reportlab subsets a font anew for every document; with the same alphabet each time the subset, its
compressed bytes and the codes of every text are the same and can be kept (half of a letter's time).
"""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from bidi import get_display
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from shopphone.paths import resources

REGULAR = "Letter"
BOLD = "LetterBold"
_FILES = {REGULAR: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}
# Latin of German, its neighbours' names, and the signs letters use; the rest is added when needed
ALPHABET = "".join(
    chr(code)
    for code in (*range(32, 127), *range(0xA1, 0x100), 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D,
                 0x17E, *range(0x2013, 0x2015), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x20AC)
)  # fmt: skip
UNKNOWN = "\ufffd"


class _Face(TTFontFace):  # type: ignore[misc]  # reportlab has no types
    """Keeps the subset of an alphabet that comes again."""

    def makeSubset(self, subset: list[int]) -> Any:
        return _subset(self, tuple(subset))


@lru_cache(maxsize=64)
def _subset(face: _Face, subset: tuple[int, ...]) -> Any:
    return TTFontFace.makeSubset(face, list(subset))


class _Font(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that starts every document with the whole fixed alphabet."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), shapable=False)
        self.face.__class__ = _Face

    def start(self, doc: Any) -> None:
        self.splitString(ALPHABET, doc)
        self.getSubsetInternalName(0, doc)

    def addObjects(self, doc: Any) -> None:
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for n, subset in enumerate(subsets):
            name = doc.fontMapping[self.fontName][1:] + f"+{n}"
            font = doc.idToObject["BasicFonts"].dict[name]
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(subset)


@lru_cache(maxsize=64)
def _to_unicode(subset: tuple[int, ...]) -> str:
    """The map from codes back to text, so that a letter can be searched and read aloud.

    reportlab writes signs beyond the first 65,536 as five digits and more than the hundred lines
    a block may have; readers then show other signs.
    """
    rows = [f"<{n:02X}> <{chr(code).encode('utf-16-be').hex()}>" for n, code in enumerate(subset)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Letter-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange"
    )
    middle = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return "\n".join((head, *middle, tail))


@cache
def font(name: str) -> _Font:
    made = _Font(name, resources() / "fonts" / _FILES[name])
    pdfmetrics.registerFont(made)
    return made


def start(doc: Any) -> None:
    """Give a new document both faces, always under the same names."""
    for name in (REGULAR, BOLD):
        font(name).start(doc)


@lru_cache(maxsize=32768)
def width(text: str, name: str, size: float) -> float:
    """Width in points."""
    face = font(name).face
    widths, default = face.charWidths, face.defaultWidth
    return float(sum(widths.get(ord(char), default) for char in text)) * size / 1000


def encoded(text: str, name: str, doc: Any) -> tuple[tuple[str, str], ...]:
    """The text as (font resource, escaped bytes) pieces."""
    if _is_plain(text):
        return _encoded_plain(text, name)
    return _encode(text, name, doc)


@lru_cache(maxsize=8192)
def _is_plain(text: str) -> bool:
    return all(char in _PLAIN for char in text)


_PLAIN = frozenset(ALPHABET + "\u00a0")
_PLAIN_DOC: list[Any] = []


@lru_cache(maxsize=8192)
def _encoded_plain(text: str, name: str) -> tuple[tuple[str, str], ...]:
    # codes of the fixed alphabet are the same in every document, so any document will do
    if not _PLAIN_DOC:
        _PLAIN_DOC.append(pdfdoc.PDFDocument())
        start(_PLAIN_DOC[0])
    return _encode(text, name, _PLAIN_DOC[0])


def _encode(text: str, name: str, doc: Any) -> tuple[tuple[str, str], ...]:
    face = font(name)
    return tuple(
        (face.getSubsetInternalName(subset, doc), escapePDF(piece))
        for subset, piece in face.splitString(text, doc)
    )


@lru_cache(maxsize=8192)
def printable(text: str) -> str:
    """Text that can be drawn, in reading order: no control signs, unknown signs shown as such.

    Both faces must know a sign, so that a name never turns into boxes where it stands in bold.
    """
    if _is_plain(text):
        return text
    text = unicodedata.normalize("NFC", text).translate(_BLANKS)
    known = _known()
    return "".join(
        char if ord(char) in known else UNKNOWN
        for char in text
        if unicodedata.category(char) not in _INVISIBLE and not "\ufe00" <= char <= "\ufe0f"
    )


@lru_cache(maxsize=8192)
def visual(text: str) -> str:
    """One line in the order of its signs on paper: right-to-left parts turned."""
    if _is_plain(text):
        return text
    if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        return str(get_display(text))
    return text


# other white space prints as a blank; 2028 and 2029 would end a line in some readers
_BLANKS = dict.fromkeys((*range(9, 14), 0x85, 0x2028, 0x2029), " ")
_INVISIBLE = ("Cc", "Cf", "Cs", "Cn")


@cache
def _known() -> frozenset[int]:
    faces = [font(name).face.charToGlyph for name in (REGULAR, BOLD)]
    return frozenset(set(faces[0]) & set(faces[1]) | {0xA0})
