"""Breaking text into lines: at blanks, inside over-long words, never at a fixed blank."""

import re
import unicodedata
from functools import lru_cache

from shopphone.letters.fonts import REGULAR, printable
from shopphone.letters.sheet import width_mm

# a number stays with its unit and a mark of law with its number (DIN 5008)
_TOGETHER = re.compile(
    r"(?<=\d) (?=(?:mg|k?g|m?l|[cmk]?m|m²|Watt|W|V|%|€|EUR|Uhr|Stück)\b|[%€])"
    r"|(?<=§) (?=\d)|(?<=\b(?:Nr|no)\.) (?=\d)|(?<=\bAbs\.) (?=\d)|(?<=\bz\.) (?=B\.)"
)
_LINK = re.compile(r"\w@\w|://|\bwww\.")
_LONGEST_LINE = 2_000  # far more than fits on a line


@lru_cache(maxsize=4096)
def lines(text: str, max_mm: float, font: str = REGULAR, size: float = 10) -> tuple[str, ...]:
    """The text broken to the width; given line breaks are kept."""
    out: list[str] = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        whole = _TOGETHER.sub("\u00a0", printable(paragraph))
        out += _paragraph(whole, max_mm, font, size)
    return tuple(out)


def one_line(text: str, max_mm: float, font: str = REGULAR, size: float = 10) -> str:
    """The text cut to one line with an ellipsis; it never wraps."""
    text = printable(" ".join(text[:_LONGEST_LINE].split()))
    if width_mm(text, font, size) <= max_mm:
        return text
    return text[: _fitting(text, max_mm - width_mm("…", font, size), font, size)].rstrip() + "…"


def _paragraph(text: str, max_mm: float, font: str, size: float) -> list[str]:
    out: list[str] = []
    current = ""
    blank_mm = width_mm(" ", font, size)
    current_mm = 0.0
    for word in text.split(" "):
        word_mm = width_mm(word, font, size)
        if current and current_mm + blank_mm + word_mm <= max_mm:
            current, current_mm = f"{current} {word}", current_mm + blank_mm + word_mm
            continue
        if current:
            out.append(current)
        cut_off = _cut_link if word_mm > max_mm and _LINK.search(word) else _cut
        while word and word_mm > max_mm:
            cut, hyphen = cut_off(word, max_mm, font, size)
            out.append(word[:cut] + hyphen)
            word = word[cut:]
            word_mm = width_mm(word, font, size)
        current, current_mm = word, word_mm
    return [*out, current]


def _cut(word: str, max_mm: float, font: str, size: float) -> tuple[int, str]:
    """Where a word too long for a line is cut; letters get a hyphen, numbers and links none.

    Chinese, Japanese, Korean and Thai know no hyphen: they go on in the next line. A mark stays with
    the letter it belongs to.
    """
    cut = _fitting(word, max_mm - width_mm("-", font, size), font, size)
    while cut > 1 and unicodedata.category(word[cut : cut + 1] or "-") == "Mn":
        cut -= 1
    around = word[cut - 1 : cut + 1]
    is_wide = any(
        unicodedata.east_asian_width(char) in "WF" or "\u0e00" <= char <= "\u0e7f"
        for char in around
    )
    return cut, "-" if around.isalpha() and not is_wide else ""


def _cut_link(word: str, max_mm: float, font: str, size: float) -> tuple[int, str]:
    """An address of the net ends its line at one of its own signs, and never gets a hyphen."""
    cut = _fitting(word, max_mm, font, size)
    mark = word.rfind("@", 1, cut)
    if mark < 0:
        mark = max(word.rfind(sign, 1, cut) for sign in "./")
    return (mark + 1 if mark > 0 else cut), ""


def _fitting(text: str, max_mm: float, font: str, size: float) -> int:
    """How many characters fit, at least one."""
    narrowest_mm = size * 0.06  # no line needs looking at more signs than this allows
    low, high = 1, max(1, min(len(text), int(max_mm / narrowest_mm)))
    while low < high:
        middle = (low + high + 1) // 2
        if width_mm(text[:middle], font, size) <= max_mm:
            low = middle
        else:
            high = middle - 1
    return low
