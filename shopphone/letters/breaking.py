"""Breaking text into lines: at blanks, inside over-long words, and never after a soft blank."""

from functools import lru_cache

from shopphone.letters.fonts import REGULAR, printable
from shopphone.letters.sheet import width_mm

_LONGEST_TEXT = 20_000


@lru_cache(maxsize=4096)
def lines(text: str, max_mm: float, font: str = REGULAR, size: float = 10) -> tuple[str, ...]:
    """The text broken to the width; given line breaks are kept."""
    out: list[str] = []
    for paragraph in text[:_LONGEST_TEXT].replace("\r\n", "\n").split("\n"):
        out += _paragraph(printable(paragraph), max_mm, font, size)
    return tuple(out)


def one_line(text: str, max_mm: float, font: str = REGULAR, size: float = 10) -> str:
    """The text cut to one line with an ellipsis; it never wraps."""
    text = printable(" ".join(text[:_LONGEST_TEXT].split()))
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
        while word_mm > max_mm:
            cut = _fitting(word, max_mm, font, size)
            out.append(word[:cut])
            word = word[cut:]
            word_mm = width_mm(word, font, size)
        current, current_mm = word, word_mm
    return [*out, current]


def _fitting(text: str, max_mm: float, font: str, size: float) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_mm(text[:middle], font, size) <= max_mm:
            low = middle
        else:
            high = middle - 1
    return low
