"""The two faces of every letter: what they can show, how wide it is, and how it is embedded.

Every letter embeds the same fixed alphabet, so its subset, its codes and its compressed bytes are
made once (half of a letter's time). Signs beyond it get further subsets of their own letter. What
neither face has comes from one for Thai, for Chinese, Japanese and Korean or for emoji, light in
bold too.
"""

import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache

from bidi import get_display
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFontFace

from shopphone.letters.arabic import joined, plain_letters
from shopphone.paths import resources

REGULAR = "R"
BOLD = "B"
_FAR_EAST, _EMOJI, _THAI = "F", "E", "T"
_FILES = {
    REGULAR: "DejaVuSansCondensed.ttf",
    BOLD: "DejaVuSansCondensed-Bold.ttf",
    _FAR_EAST: "DroidSansFallback.ttf",
    _EMOJI: "NotoEmoji-Regular.ttf",
    _THAI: "NotoSansThai-Regular.ttf",
}
NBSP = "\u00a0"
# Latin of German, its neighbours' names, and the signs letters use; the rest is added when needed
ALPHABET = "".join(
    chr(code)
    for code in (*range(32, 127), *range(0xA1, 0x100), 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D,
                 0x17E, *range(0x2013, 0x2015), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x20AC)
    if code != 0xAD
)  # fmt: skip
UNKNOWN = "\ufffd"
_FIRST_CODE = 32
# the place in this row is the code in the letter; ASCII keeps its codes
FIXED_CODES = (*range(_FIRST_CODE, 127), 0, *(ord(char) for char in ALPHABET if ord(char) > 126))
_PER_SUBSET = 255 - _FIRST_CODE


@dataclass(frozen=True, slots=True)
class Embedded:
    """A subset as a PDF needs it; streams are compressed, widths begin at code 32."""

    name: str
    file: bytes
    file_length: int
    to_unicode: bytes
    widths: tuple[int, ...]
    descriptor: str


class Codes:
    """The codes of one letter: those of the fixed alphabet, and what this letter needs beside."""

    def __init__(self) -> None:
        self._extra: dict[str, dict[str, int]] = {font: {} for font in _FILES}

    def pieces(self, text: str, font: str) -> list[tuple[str, str, float]]:
        """The text as (font resource, string for the page, its rise in parts of the size)."""
        out: list[tuple[str, str, float]] = []
        for n, char in enumerate(text):
            resource, code = self._place(char, font)
            rise = _rise(char, text[n - 1 : n], text[n + 1 : n + 2])
            if out and out[-1][0] == resource and out[-1][2] == rise:
                out[-1] = (resource, out[-1][1] + code, rise)
            else:
                out.append((resource, code, rise))
        return out

    def embedded(self) -> list[tuple[str, Embedded]]:
        """Every subset of the letter with its resource name."""
        found = []
        for font, extra in self._extra.items():
            if font in (REGULAR, BOLD):
                found.append((f"{font}0", _embedded(font, FIXED_CODES)))
            chars = [ord(char) for char in extra]
            for n in range(0, len(chars), _PER_SUBSET):
                codes = (_FIRST_CODE, *chars[n : n + _PER_SUBSET])
                found.append((f"{font}{n // _PER_SUBSET + 1}", _embedded(font, codes)))
        return found

    def _place(self, char: str, font: str) -> tuple[str, str]:
        fixed = _FIXED_PLACES.get(ord(char))
        if fixed is not None:
            return f"{font}0", fixed
        font = _face_of(char, font)
        extra = self._extra[font]
        subset, place = divmod(extra.setdefault(char, len(extra)), _PER_SUBSET)
        return f"{font}{subset + 1}", _escaped(_FIRST_CODE + 1 + place)


@lru_cache(maxsize=8192)
def plain(text: str) -> str | None:
    """The string for the page if the fixed alphabet has all signs; the same in both faces."""
    return text.translate(_FIXED_PLACES) if _PLAIN.issuperset(text) else None


@lru_cache(maxsize=32768)
def width(text: str, font: str) -> float:
    """Width in thousandths of the size."""
    widths = _widths(font)
    return sum([widths[char] if char in widths else _other_width(char, font) for char in text])


@lru_cache(maxsize=8192)
def printable(text: str) -> str:
    """Text that can be drawn, in reading order: no control signs, unknown signs shown as such."""
    if _PLAIN.issuperset(text):
        return text
    text = unicodedata.normalize("NFC", text).translate(_BLANKS)
    return "".join(char if _is_known(char) else UNKNOWN for char in text if not _is_silent(char))


@lru_cache(maxsize=8192)
def visual(text: str) -> str:
    """One line in the order of its signs on paper: right-to-left parts joined and turned."""
    if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        return str(get_display(joined(text)))
    return text


# other white space prints as a blank; 2028 and 2029 would end a line in some readers
_BLANKS = dict.fromkeys((*range(9, 14), 0x85, 0x2028, 0x2029), " ")
_INVISIBLE = ("Cc", "Cf", "Cs", "Cn")
_PLAIN = frozenset(ALPHABET + NBSP)


# a tone of Thai stands above the vowel above its letter; the face alone would print both in one place
_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
_VOWELS_ABOVE = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d")
_AM = "\u0e33"  # its ring is above the letter before
_ABOVE = 0.23


def _rise(char: str, before: str, after: str) -> float:
    return _ABOVE if char in _TONES and (before in _VOWELS_ABOVE or after == _AM) else 0


def _escaped(code: int) -> str:
    return "\\" + chr(code) if chr(code) in "()\\" else chr(code)


_FIXED_PLACES = {code: _escaped(n) for n, code in enumerate(FIXED_CODES, _FIRST_CODE) if code}
_FIXED_PLACES[ord(NBSP)] = " "


@cache
def _face(font: str) -> TTFontFace:
    return TTFontFace(str(resources() / "fonts" / _FILES[font]))


@cache
def _widths(font: str) -> dict[str, float]:
    face = _face(font)
    widths = {chr(code): float(face.charWidths[code]) for code in face.charToGlyph}
    if " " in widths:
        widths[NBSP] = widths[" "]
    return widths


def _other_width(char: str, font: str) -> float:
    return _widths(_face_of(char, font)).get(char, float(_face(font).defaultWidth))


def _face_of(char: str, font: str) -> str:
    """Which face shows a sign; a name never turns into boxes where it stands in bold."""
    return next((face for face in (font, _THAI, _EMOJI, _FAR_EAST) if char in _widths(face)), font)


def _is_silent(char: str) -> bool:
    """Signs without a shape, and marks above or below a letter that neither face has."""
    kind = unicodedata.category(char)
    if kind in _INVISIBLE or "\ufe00" <= char <= "\ufe0f":
        return True
    return kind == "Mn" and not _is_known(char)


def _is_known(char: str) -> bool:
    return all(char in _widths(_face_of(char, font)) for font in (REGULAR, BOLD))


@lru_cache(maxsize=64)
def _embedded(font: str, codes: tuple[int, ...]) -> Embedded:
    face = _face(font)
    subset = [0] * _FIRST_CODE + list(codes)
    file = face.makeSubset(subset)
    box = " ".join(f"{number:.0f}" for number in face.bbox)
    flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
    return Embedded(
        name=f"{_tag(font, codes)}+{face.name.decode()}",
        file=zlib.compress(file, 9),
        file_length=len(file),
        to_unicode=zlib.compress(_to_unicode(codes).encode()),
        widths=tuple(round(face.getCharWidth(code)) for code in codes),
        descriptor=f"/Flags {flags} /FontBBox [{box}] /ItalicAngle {face.italicAngle:.0f} "
        f"/Ascent {face.ascent:.0f} /Descent {face.descent:.0f} /CapHeight {face.capHeight:.0f} "
        f"/StemV {face.stemV:.0f} /MissingWidth {face.defaultWidth:.0f}",
    )


def _tag(font: str, codes: tuple[int, ...]) -> str:
    """Six capitals that tell subsets of one face apart, as the format wants."""
    number = zlib.crc32(repr((font, codes)).encode())
    return "".join(chr(65 + number // 26**n % 26) for n in range(6))


def _to_unicode(codes: tuple[int, ...]) -> str:
    """The map from codes back to text, so that a letter can be searched and read aloud.

    reportlab's own writes signs beyond the first 65,536 as five digits, and more than the hundred
    lines a block may have; readers then show other signs.
    """
    rows = [
        f"<{n:02X}> <{plain_letters(chr(code)).encode('utf-16-be').hex()}>"
        for n, code in enumerate(codes, _FIRST_CODE)
        if code
    ]
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
